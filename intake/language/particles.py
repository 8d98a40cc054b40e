"""Korean particles: which form fits a word, and how to keep a replaced word from being guessed by its
particle.

이/가, 은/는, 을/를 and their kin tell whether the word before them ends in a consonant. After a replacement
the particle is made to fit the new word, or, when the new word is an opaque token, written in its doubled
form (`이(가)`).
"""

from __future__ import annotations

import re
import unicodedata

# (after a consonant, after a vowel, doubled form); ㄹ counts as a vowel for (으)로 only.
_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("이었", "였", "이었(였)"),
    ("이에요", "예요", "이에요(예요)"),
    ("이라고", "라고", "(이)라고"),
    ("이라는", "라는", "(이)라는"),
    ("이라", "라", "(이)라"),
    ("이랑", "랑", "(이)랑"),
    ("이나마", "나마", "(이)나마"),
    ("이나", "나", "(이)나"),
    ("이든", "든", "(이)든"),
    ("이며", "며", "(이)며"),
    ("이고", "고", "(이)고"),
    ("이여", "여", "(이)여"),
    ("으로서", "로서", "(으)로서"),
    ("으로써", "로써", "(으)로써"),
    ("으로", "로", "(으)로"),
    ("이가", "가", "이(가)"),
    ("이는", "는", "은(는)"),
    ("이를", "를", "을(를)"),
    ("이도", "도", "도"),
    ("이네", "네", "네"),
    ("이의", "의", "의"),
    ("이한테", "한테", "한테"),
    ("이에게", "에게", "에게"),
    ("이하고", "하고", "하고"),
    ("이와", "와", "과(와)"),
    ("이", "가", "이(가)"),
    ("은", "는", "은(는)"),
    ("을", "를", "을(를)"),
    ("과", "와", "과(와)"),
    ("아", "야", "아(야)"),
)
# What `follow` accepts: every surface of the pairs a caller may name, to (consonant form, vowel form).
_FORMS: dict[str, tuple[str, str]] = {
    form: (closed, open_)
    for closed, open_ in (
        ("이", "가"), ("은", "는"), ("을", "를"), ("과", "와"), ("아", "야"),
        ("으로", "로"), ("으로서", "로서"), ("으로써", "로써"),
        ("이나", "나"), ("이라", "라"), ("이라고", "라고"), ("이라는", "라는"), ("이랑", "랑"), ("이며", "며"),
        ("이고", "고"), ("이든", "든"), ("이여", "여"), ("이나마", "나마"), ("이었", "였"), ("이에요", "예요"),
    )
    for form in (closed, open_, f"{closed}/{open_}", f"{open_}/{closed}", f"({closed[0]}){open_}")
}  # fmt: skip
# The name-forming 이 (광진이가) belongs to the particle: it too betrays the consonant.
_NAME_I = frozenset(("이가", "이는", "이를", "이도", "이네", "이의", "이한테", "이에게", "이하고", "이와"))
_CLOSED_DIGITS = frozenset("013678")
_OPAQUE = re.compile(r"^(?:\[.*\]|\{.*\}|⟦.*⟧|[^가-힣]*)$", re.DOTALL)
_TAIL_TOKEN = re.compile(r"(?:^|\s)[A-Za-z0-9][A-Za-z0-9‑-]*$")


def _last_sound(word: str) -> str | None:
    """The last letter or digit that is spoken; closing brackets and quotes are silent."""
    for char in reversed(unicodedata.normalize("NFC", word)):
        if unicodedata.category(char)[0] in "LN":
            return unicodedata.normalize("NFKC", char)[-1]
    return None


def ending(word: str) -> str:
    """How a word ends when read aloud in Korean: `open`, `closed`, or `liquid` (closed by ㄹ).

    Digits are read in Sino-Korean. A Latin word ends closed when its last letter is l, m, n, r-less nasal or
    stop read with a final consonant (b, c, k, l, m, n, p, q, t); a single capital letter is read by its
    Korean letter name.
    """
    last = _last_sound(word)
    if last is None:
        return "open"
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return "open" if final == 0 else "liquid" if final == 8 else "closed"
    if last.isdigit():
        return "liquid" if last in "178" else "closed" if last in _CLOSED_DIGITS else "open"
    return _latin_ending(word, last)


def _latin_ending(word: str, last: str) -> str:
    letters = re.findall(r"[A-Za-z]+", word)
    lower = last.casefold()
    if letters and len(letters[-1]) == 1:
        # 엘 and 알 end in ㄹ, 엠 and 엔 in a nasal; every other letter name ends in a vowel.
        return "liquid" if lower in "lr" else "closed" if lower in "mn" else "open"
    if lower == "l":
        return "liquid"
    if lower == "g" and letters and letters[-1].casefold().endswith("ng"):
        return "closed"
    return "closed" if lower in "bckmnpqt" else "open"


def follow(word: str, particle: str) -> str:
    """The form of `particle` that fits after `word`.

    `particle` is either form or both (`이`, `가`, `이/가`, `(으)로`). A particle with one form only is given
    back as is.
    """
    forms = _FORMS.get(particle)
    if forms is None:
        return particle
    sound = ending(word)
    closed = sound == "closed" or (sound == "liquid" and not forms[0].startswith("으로"))
    return forms[0] if closed else forms[1]


def opaque(replacement: str) -> bool:
    """Whether a replacement has no sound of its own: a bracketed token, a code, a mask."""
    text = replacement.strip()
    return not text or bool(_OPAQUE.match(text)) or bool(_TAIL_TOKEN.search(text))


def correct(before: str, replacement: str, after: str) -> str:
    """`after` with its leading particle made to fit `replacement`, which takes the place of `before`.

    The name-forming 이 (광진이가 -> 가) is dropped with the word it belonged to. An opaque replacement gets the doubled
    form, so that the particle says nothing about what was there. Text that opens with no particle comes back unchanged.
    """
    sound = ending(before)
    hidden = opaque(replacement)
    for closed, open_, doubled in _PAIRS:
        form = closed if sound == "closed" or (sound == "liquid" and not closed.startswith("으로")) else open_
        if closed in _NAME_I and sound == "open":
            continue
        if not after.startswith(form) or not _ends_here(after, form):
            continue
        rest = after[len(form) :]
        if hidden:
            return doubled + rest
        wanted = closed[1:] if closed in _NAME_I else closed
        return follow(replacement, wanted) + rest
    return after


# What may stand after a particle inside the same word: another particle, or the word is over.
_MORE = re.compile(r"[^가-힣]|$|(?:도|는|만|의|부터|까지|서|써|요|다|야)(?![가-힣])|입니다")
# These open endings that go on in many ways (라고, 라면, 였습니다, 로부터).
_GOES_ON = ("라고", "라는", "이라", "라", "이었", "였", "이에요", "예요", "이랑", "으로", "로")


def _ends_here(after: str, form: str) -> bool:
    return form in _GOES_ON or bool(_MORE.match(after, len(form)))
