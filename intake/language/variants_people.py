"""Shapes of a person's name: orthographies, given name alone, title, romanisations, initials, masks, declension, order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from intake.language import chinesenames, names, romanise, surnames, titles
from intake.language.shapes import Variant
from intake.language.skeletons import letters_of


def person(text: str, *, titled: bool = True) -> Iterator[Variant]:
    """The shapes of a name in any of the four languages; of a surname with title, only its spellings."""
    called = SURNAME_TITLED.fullmatch(text)
    if called:
        for owner in names.surname_forms(called[1]):
            yield Variant(f"{owner} {called[2]}", "name.spelling", "titled", True)
        return
    bare = strip_title(text)
    if bare != text and len(bare) >= 2:
        yield Variant(bare, "name.untitled", "given", False)
    if " " in bare and all(len(word) != 1 or word in surnames.HANGUL for word in bare.split()):
        yield from _by_ear(bare.split())
    korean = names.parse(bare)
    if korean:
        yield from _korean(korean, bare, titled=titled)
        return
    if names.han(text):
        yield from _chinese(text, titled=titled)
        return
    if titled and _HAN_LONG.fullmatch(text):
        yield from (Variant(piece, "name.part", "given", False) for piece in _pieces(text) if len(piece) > 1)
        return
    latin = names.parse_latin(bare)
    if latin:
        yield from _romanised(*latin)
    cyrillic = names.parse_cyrillic(bare)
    if cyrillic:
        surname, given = cyrillic
        yield Variant(given, "name.cyrillic", "given", False, (letters_of(surname),))
        yield Variant(given.removesuffix("ь"), "name.cyrillic", "given", False, (letters_of(surname),))
        yield Variant(surname.capitalize(), "name.surname", "surname", False)
        return
    yield from _alphabetic(bare, whole=bool(latin))


_HAN_LONG = re.compile(r"(?:[\u3400-\u9fff]{1,8}[·•・‧])+[\u3400-\u9fff]{1,8}|[\u3400-\u9fff]{5,8}")


def _pieces(text: str) -> list[str]:
    """The parts of a name from another language written in Chinese characters (买买提·艾山, 乌云其其格)."""
    return re.split("[·•・‧]", text) if re.search("[·•・‧]", text) else [text[:2], text[2:]]


def strip_title(text: str) -> str:
    """A Korean name without the title or kinship word after it (박 지배인 stays, since 박 alone is no name)."""
    match = _TITLED.fullmatch(text)
    # 김태양, 박꽃님: a syllable that could be a title is the end of the name.
    short = bool(match) and " " not in text and len(text) < 4
    return match[1] if match and len(match[1]) >= 2 and not short else text


_TITLED = re.compile(
    rf"([가-힣]{{2,4}})\s?(?:{'|'.join(sorted(titles.KOREAN_TITLES + titles.KOREAN_KIN, key=len, reverse=True))})"
)


SURNAME_TITLED = re.compile(
    rf"([가-힣])\s?({'|'.join(sorted(titles.KOREAN_TITLES + titles.KOREAN_KIN, key=len, reverse=True))})"
)


def _by_ear(words: list[str]) -> Iterator[Variant]:
    """A name from another language in Hangul (나탈리야 최): its parts, and the other order."""
    if len(words) == 2 and re.fullmatch(r"[가-힣]+", "".join(words)) and max(map(len, words)) > 2:
        yield Variant(f"{words[1]} {words[0]}", "name.order", "full", True)
        yield from (Variant(word, "name.part", "given", False) for word in words if len(word) > 1)


def _korean(name: names.Korean, text: str, *, titled: bool) -> Iterator[Variant]:
    owners = names.surname_forms(name.surname) if name.surname else ()
    long = len(name.given) > 1
    for given in names.given_forms(name.given):
        for owner in owners:
            yield Variant(owner + given, "name.spelling", "full", True)
        if long:
            yield Variant(given, "name.given", "given", False, tuple(map(letters_of, owners)))
        elif name.surname and titled and _closed(given):
            yield Variant(given, "name.given", "single", False)
    yield from _korean_latin(name, owners, initials=titled)
    if len(text) >= 3:
        yield Variant("".join(letters_of(c)[0] for c in text if "가" <= c <= "힣"), "name.initials", "initials", False)
    if titled:
        yield from _korean_titled(name, owners)


def _closed(syllable: str) -> bool:
    """Whether a syllable ends in a consonant, so that the name-forming 이 can stand after it."""
    return (ord(syllable) - 0xAC00) % 28 != 0


def _korean_titled(name: names.Korean, owners: tuple[str, ...]) -> Iterator[Variant]:
    """Shapes that say little: the surname with a title, masks, a single syllable that may be the given name."""
    if not name.surname and len(name.given) == 2 and name.given[0] in surnames.HANGUL and _closed(name.given[1]):
        # 리송, 원철: a surname and one syllable, or a given name of two.
        yield Variant(name.given[1], "name.given", "single", False)
    for owner in owners:
        yield from _titled(owner)
        if len(name.given) > 1:
            for mask in (f"{owner}*{name.given[1:]}", f"{owner}**", f"{owner}{name.given[0]}*", f"{owner}OO"):
                yield Variant(mask, "name.masked", "masked", False)
        for sign in surnames.HANJA.get(owner, ()):
            for title in titles.CHINESE_TITLES[:40]:
                yield Variant(sign + title, "name.hanja.titled", "titled", False)


def _titled(owner: str) -> Iterator[Variant]:
    for title in titles.KOREAN_TITLES:
        yield Variant(f"{owner} {title}", "name.surname.titled", "titled", False)
    yield Variant(f"{owner}가", "name.surname.ga", "surname", False)


def _korean_latin(name: names.Korean, owners: tuple[str, ...], *, initials: bool) -> Iterator[Variant]:
    latin = names.latin_surname_forms([surnames.SOUTHERN.get(o, o) for o in owners][:1])
    cyrillic = tuple(c for o in owners for c in surnames.CYRILLIC.get(surnames.SOUTHERN.get(o, o), ()))
    scripts = ((names.latin_givens, latin, "name.romanised"), (names.cyrillic_givens, cyrillic, "name.cyrillic"))
    for spell, beside, rule in scripts:
        if len(name.given) > 1:
            keys = tuple(map(letters_of, beside))
            yield from (Variant(form, rule, "given", False, keys) for form in spell(name.given))
        else:
            yield from (
                Variant(" ".join(order), rule, "full", True)
                for form in spell(name.given)
                for owner in beside
                for order in ((owner, form), (form, owner))
            )
    if initials and latin and len(name.given) > 1:
        yield from _initials(latin, [{form[:1] for form in romanise.latin(s)} for s in name.given])


def _initials(owners: Iterable[str], letters: list[set[str]]) -> Iterator[Variant]:
    for each in product(*map(sorted, letters)):
        dotted = ".".join(each).upper()
        for owner in owners:
            yield Variant(f"{owner.capitalize()} {dotted}.", "name.initials", "initials", False)
            yield Variant(f"{owner[0].upper()}.{dotted}.", "name.initials", "initials", False)
            yield Variant(f"{dotted}. {owner.capitalize()}", "name.initials", "initials", False)


def _romanised(owners: tuple[str, ...], given: str) -> Iterator[Variant]:
    latin = names.latin_surname_forms(owners)
    beside = tuple(map(letters_of, latin))
    for form in names.respell(given):
        yield Variant(form, "name.romanised", "given", False, beside)
    ways = names.syllables(given)
    if ways:
        yield from _initials(latin[:6], [{piece[0]} for piece in ways[-1]])


_HAN_SURNAMES = frozenset(sign for signs in surnames.HANJA.values() for sign in signs) | frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
)


_NOT_PREFIXED = frozenset(
    "大巴 大车 大方 大门 大石 大金 大江 大海 大连 小时 小车 小米 小费 小路 老金 老成 老相 小成 大成 大海 大白 小白 大黄 小黄 大水 小水".split()
)


def _halves(core: str) -> Iterator[Variant]:
    """A surname of two characters, and what follows the first two of a long name."""
    if core[:2] in chinesenames.DOUBLE and len(core) > 2:
        yield Variant(core[:2], "name.surname", "surname", False)
    if len(core) > 3:
        yield Variant(core[2:], "name.part", "given", False)


def _chinese(text: str, *, titled: bool) -> Iterator[Variant]:
    core = re.sub(rf"^[小老阿大]|(?:{'|'.join(titles.CHINESE_TITLES)})$", "", text) if len(text) > 2 else text
    core = core or text
    surname, given = core[0], core[1:]
    if text[0] in "小老阿" and len(core) == 2 and surname not in _HAN_SURNAMES:
        yield Variant(core, "name.given", "given", False)
        return
    if len(given) >= 2:
        yield Variant(given, "name.given", "given", False, (letters_of(surname),))
        yield Variant(f"小{given}", "name.given", "given", False)
    yield from _halves(core)
    if titled and given and core == text:
        last = given[-1]
        for pet in (f"小{last}", f"阿{last}", last * 2):
            yield Variant(pet, "name.pet", "pet", False)
    for prefix in "小老阿大":
        if prefix + surname in _NOT_PREFIXED:
            continue
        yield Variant(prefix + surname, "name.surname.titled", "titled", False)
    for title in titles.CHINESE_TITLES if titled else ():
        yield Variant(surname + title, "name.surname.titled", "titled", False)
    if len(given) >= 1:
        yield Variant(f"{surname}*{given[1:]}", "name.masked", "masked", False)
        yield Variant(f"{surname}某", "name.masked", "masked", False)


def _alphabetic(text: str, *, whole: bool) -> Iterator[Variant]:
    """Orders and parts of a name in an alphabet. `whole`: a Korean name, whose syllables mean nothing one by one."""
    words = [w for w in names.tokens(text) if len(w) > 1]
    if words and words[0].casefold() in _NICKS:
        return
    if len(words) < 2:
        yield from (Variant(stem, "name.declined", "given", False) for stem in stems(text))
        return
    for order in _orders(words)[:2] if whole else _orders(words):
        yield Variant(" ".join(order), "name.order", "full", True)
    if whole:
        surname = words[0] if names.latin_surnames(words[0]) else words[-1]
        yield Variant(surname, "name.surname", "surname", False)
        return
    for word in words:
        if word in _CYRILLIC_SURNAMES:
            yield Variant(word, "name.surname", "surname", False)
        elif words[0] in _CYRILLIC_SURNAMES and word != words[0]:
            yield Variant(word, "name.given", "given", False)
        elif len(word) >= (4 if "\u0400" <= word[0] <= "\u052f" else 3) and not names.is_syllable(word):
            yield Variant(word, "name.part", "given", False)
            yield from (Variant(stem, "name.declined", "given", False) for stem in stems(word))
    yield Variant(f"{words[0]} {words[-1][0]}.", "name.initials", "initials", False)
    yield Variant(f"{words[-1]} {words[0][0]}.", "name.initials", "initials", False)


_CYRILLIC_SURNAMES = frozenset(spelling for each in surnames.CYRILLIC.values() for spelling in each)
_NICKS = frozenset(w.casefold() for w in (*titles.ENGLISH_NICKS, *titles.ENGLISH_TITLES, "the"))


def stems(word: str) -> Iterator[str]:
    """What Russian endings are put on (Людмил-, Николаевич), and the short patronymic (Николаич)."""
    if not re.fullmatch(r"[А-Яа-яЁё]{4,}", word):
        return
    if word[-1] in "аяйьео":
        yield word[:-1]
    if match := re.fullmatch(r"(.+?)(?:ьевич|евич|ович)", word):
        yield f"{match[1]}ич"
        yield f"{match[1]}ыч"


def _orders(words: list[str]) -> list[list[str]]:
    orders = [[words[-1], *words[:-1]], [*words[1:], words[0]]]
    if len(words) == 3:
        orders += [words[:2], words[1:], [words[0], words[2]]]
    return orders
