"""People named in English text who stand nowhere in the record: Korean names by their syllables, others by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, firstnames, names, titles, towns
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.skeletons import letters_of

_CAP = r"[A-ZÀ-ÞŎŬ][a-zà-ÿŏŭ'’]*[a-zà-ÿŏŭ](?:-[A-ZÀ-Þa-zà-ÿ][a-zà-ÿ'’]*)*"
_ONE = r"(?:[A-ZŎŬ][a-zŏŭ'’]{0,7}(?:-[A-Za-z][a-z'’]{0,7})?)"
_SEQUENCE = re.compile(rf"(?<![\w@.-])(?:{_CAP}|O|I|U)(?:[ ](?:{_CAP}|O|I|U))*(?![\w@])")
_TITLE = "|".join(sorted(map(re.escape, titles.ENGLISH_TITLES), key=len, reverse=True))
_NICK = "|".join(titles.ENGLISH_NICKS)
_KIN = "|".join(sorted(titles.ENGLISH_KIN, key=len, reverse=True))
_ROLE = "|".join(sorted(titles.ENGLISH_ROLES, key=len, reverse=True))
_TITLED = re.compile(rf"(?<!\w)(?:{_TITLE})\.?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}}|{_CAP})")
_NICKED = re.compile(rf"(?<!\w)(?P<n>(?:(?:{_NICK})\s){{1,2}}(?!(?:The|I|He|She)\b){_CAP})")
_KIN_NAMED = re.compile(
    rf"(?<!\w)(?:{_KIN}|(?:had|have|has|left) (?:a|an|one|two|his|her|little) (?:little |small |baby )?(?:boy|girl|child|baby|kid)s?)(?:'s name (?:is|was)|,| is| was|, called| called| named)?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})"
)
_NAME_KIN = re.compile(rf"(?P<n>{_CAP}(?:\s{_CAP}){{0,2}}), (?:my|his|her) (?:\w+ )?(?:{_KIN})\b")
_ROLE_NAMED = re.compile(
    rf"(?<!\w)(?:{_ROLE})s?(?: of [\w ]{{1,24}})?(?:,? (?:called|named|by the name of)|,| whom? (?:we|I|"
    rf"they) called| (?:we|they) called|'s name (?:is|was)| was| is)?,? (?P<n>(?:the |Madame |Mr )"
    rf"?{_CAP}(?:\s{_CAP}){{0,2}})"
)
_CALLED = re.compile(
    rf"(?:named|called (?:him|her|me|himself|herself)|name is|name was|real name|I am|known as|"
    rf"nickname(?:d)?(?: was| is)?|(?:a (?:man|woman|boy|girl|person)) (?:we|they|I) called|whom (?:we|"
    rf"they) called|card was)\s[\"“']?(?P<n>(?:the )?{_CAP}(?:\s{_CAP}){{0,2}})"
)
_THE = re.compile(r"\b(?:was|is|were|by|told|called) (?P<n>the [A-Z][a-z]{2,})(?=[.,;:!?\"”])")
_VERB = r"(?:said|says|told|asked|whispered|shouted|answered|replied|laughed|cried|fainted|fell|died|slept|lost|used|came|went|took|gave|brought|had|has|was|who|knew|kept|held|let|sat|stood|ran|did|does|signed|paid|hit|beat|helped|waited|disappeared|got|lived|worked|liked|wanted|called|telephoned|stayed)"
_ACTS = re.compile(rf"(?P<n>{_CAP}(?:\s{_CAP}){{0,2}}),? (?:{_VERB})\b")
_SAID = re.compile(rf"(?:said|asked|shouted|whispered|replied)\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})(?=[.,;])")
_VOCATIVE = re.compile(
    rf"(?:[\"“]|, )(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})(?:-ya|-ah|-a|-yah)?(?=[,?!.][\s\"”])(?=[^\n]{{0,80}}[\"”])"
)
_POSSESSIVE = re.compile(
    rf"(?P<n>{_CAP}(?:\s{_CAP}){{0,1}})['’]s (?:mother|father|wife|husband|son|daughter|brother|sister|"
    rf"name|hand|face|room|bed|list|voice|phone|family|house|place)\b"
)
_PREPOSED = re.compile(
    r"(?:\b(?:in|at|near|to|from|through|via|of|for|into|around|outside|over|on|by|with the|the|a|an|"
    r"this|that|every|our|their) )$"
)
_INTERPERSONAL = re.compile(
    r"(?:\b(?:to|by|with|from|telephone|call|called|for|and|tell|told|asked|ask|saw|met|found|beat|left|"
    r"helped|because|when|then|that|if|so|but|after|until|while) )$"
)
_HELPER = re.compile(
    r"\b(?:broker|smuggl\w+|traffick\w+|guide|missionary|invitation\w*|waited|helped (?:me|us)|hid (?:me|"
    r"us)|escap\w+|shelter\w*|safe house|had told me to|get (?:me|us) out|bought (?:the|my|our|me a|us) tickets?|walked out with|picked (?:me|us) up|drove (?:me|us)|took (?:me|us) (?:across|to the border|over|in)|carried (?:me|us)|led (?:me|us)|"
    r"met (?:me|us) (?:at|behind|outside)|church|consulate gate|baptis|put (?:me|us) (?:in|on|into)|convent|nun\b|brought (?:me|us) to|arranged (?:the|my|our)|fee\b|papers cost|across the river|"
    r"trainee papers)\b"
)
_NOT_PERSON_AFTER = re.compile(
    r"\s?(?:Company|Co\b|Factory|Street|Road|River|Bridge|Hotel|Restaurant|County|District|Province|"
    r"Station|School|College|University|Airport|Island|Mountain|Sea|Bay|Market|Square|Park|Trading|"
    r"Travel|Krai|Oblast|City|-ri\b|-dong\b|-gun\b)"
)


def find(text: str, places: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Names of people in English (or other Latin) text. `places`: casefolded words known to be places."""
    for each in _all(text):
        words = text[each.start : each.end].casefold().split()
        if (
            " ".join(words) not in places
            and not (len(words) == 1 and words[0] in places)
            and not all(w in places for w in words)
        ):
            yield each


def _all(text: str) -> Iterator[Finding]:
    lowered = frozenset(re.findall(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])", text))
    for match in _SEQUENCE.finditer(text):
        yield from _korean(text, match, lowered)
    for pattern, rule, weight in _RULES:
        for match in pattern.finditer(text):
            yield from _named(text, match, rule, weight, lowered)
    yield from _loose(text, lowered)


_RULES = (
    (_TITLED, "name.title", STRONG),
    (_NICKED, "nickname", STRONG),
    (_KIN_NAMED, "kin.name", STRONG),
    (_NAME_KIN, "kin.name", STRONG),
    (_CALLED, "name.called", STRONG),
    (_THE, "nickname", PATTERN),
    (_ROLE_NAMED, "role.name", PATTERN),
    (_SAID, "name.said", PATTERN),
    (_VOCATIVE, "name.vocative", PATTERN),
    (_POSSESSIVE, "name.possessive", PATTERN),
    (_ACTS, "name.acts", GUESS),
)


def _korean(text: str, match: re.Match[str], lowered: frozenset[str]) -> Iterator[Finding]:
    """Two or three capitalised words that are all Korean syllables (Pok Hui, Hwang Po Bae, Hyun-woo)."""
    words = [
        (w.group(), match.start() + w.start(), match.start() + w.end())
        for w in re.finditer(r"\S+?(?=['’]s?(?:\s|$)|\s|$)", match.group())
    ]
    at = 0
    while at < len(words):
        taken = _korean_words([w for w, _, _ in words[at : at + 3]])
        if not taken:
            at += 1
            continue
        start, end = words[at][1], words[at + taken - 1][2]
        plain = [w.casefold() for w, _, _ in words[at : at + taken]]
        if not any(w in commonwords.ENGLISH_NOT_NAMES for w in plain[:1] if _begins_sentence(text, start)) and not (
            taken == 2 and all(w in lowered or w in commonwords.ENGLISH_NOT_NAMES for w in plain)
        ):
            yield _made(text, start, end, "name.korean", STRONG if taken == 3 else PATTERN)
        at += taken


def _korean_words(words: list[str]) -> int:
    """How many of these words make one Korean name: surname and given name, or a given name of two syllables."""

    def syllable(word: str) -> bool:
        return names.is_syllable(word) and not towns.is_wide(word)

    if len(words) == 3 and names.latin_surnames(words[0]) and syllable(words[1]) and syllable(words[2]):
        return 3
    if len(words) >= 2 and names.latin_surnames(words[0]) and _joined(words[1]):
        return 2
    if len(words) >= 2 and _joined(words[0]) and "-" in words[0] and names.latin_surnames(words[1]):
        return 2
    if len(words) >= 2 and syllable(words[0]) and syllable(words[1]):
        return 2
    if words and "-" in words[0] and _joined(words[0]):
        return 1
    return 0


def _joined(word: str) -> bool:
    """One word that is two Korean syllables: Hyun-woo, Solgyong."""
    pieces = word.split("-")
    if len(pieces) == 2:
        return all(names.is_syllable(piece) for piece in pieces) and pieces[1].casefold() not in (
            "ri",
            "dong",
            "gun",
            "up",
            "ya",
            "do",
            "si",
        )
    return (
        len(pieces) == 1
        and len(word) >= 4
        and any(len(way) == 2 for way in names.syllables(word.casefold()))
        and not towns.is_wide(word)
    )


def _begins_sentence(text: str, start: int) -> bool:
    return bool(re.search(r"(?:^|[.!?…:]\s*[\"'“”’)]*\s*|\n\s*|[\"“(]\s*)$", text[max(0, start - 6) : start]))


_SURE_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mister|Madam|Madame|Comrade|Manager|Director|Captain|Dr)\b")


def _named(text: str, match: re.Match[str], rule: str, weight: int, lowered: frozenset[str]) -> Iterator[Finding]:
    titled = rule == "name.title" and names.latin_surnames(match["n"]) and _SURE_TITLE.match(match[0])
    start, end = (
        match.span("n")
        if titled
        else _trim(
            text,
            *match.span("n"),
            keep_the=rule in ("name.called", "role.name", "nickname"),
            keep_head=rule == "nickname",
        )
    )
    if start >= end or _NOT_PERSON_AFTER.match(text, end):
        return
    first = text[start:end].split(maxsplit=1)[0]
    if (
        towns.is_wide(text[start:end])
        or towns.is_wide(first)
        or (rule == "name.acts" and (_begins_sentence(text, start) and first.casefold() in lowered))
    ):
        return
    if rule == "name.acts" and re.search(r"\b(?:of|of the|and the) $", text[max(0, start - 9) : start]):
        return
    if rule == "name.vocative" and first.casefold() in lowered:
        return
    yield _made(text, start, end, rule, weight, "FAMILY" if rule == "kin.name" else None)


def _trim(text: str, start: int, end: int, *, keep_the: bool, keep_head: bool) -> tuple[int, int]:
    """Leave out words that are no names, at both ends (`the`, `Mr`, `When`); nothing may be left."""
    words = [(w.group(), start + w.start(), start + w.end()) for w in re.finditer(r"\S+", text[start:end])]
    bad = commonwords.ENGLISH_NOT_NAMES
    head = 0
    while head < len(words):
        word = words[head][0].split("'")[0].split("’")[0].casefold()
        is_the = keep_the and word == "the" and len(words) > head + 1
        if is_the or keep_head or (word not in bad and not re.fullmatch(_TITLE, words[head][0], re.IGNORECASE)):
            break
        head += 1
    tail = len(words)
    while tail > head and words[tail - 1][0].split("'")[0].casefold() in bad:
        tail -= 1
    if head >= tail or (tail - head == 1 and words[head][0].casefold() == "the"):
        return start, start
    last = re.sub(r"['’]s?$", "", words[tail - 1][0])
    return words[head][1], words[tail - 1][1] + len(last)


_AT_PLACE = re.compile(
    r"\b(?:in|at|near|into|around|outside|through|via|across|towards?|the|a|an|this|that|every|our|their|your|North|South|East|West|of the|and the)\s$"
)
_FROM_PLACE = re.compile(r"\b(?:from|to)\s$")


def _loose(text: str, lowered: frozenset[str]) -> Iterator[Finding]:
    """Capitalised words that are no known place and never written small: inside a sentence, or two together anywhere."""
    for match in re.finditer(rf"(?<![\w@.«-]){_CAP}(?:\s{_CAP}){{0,2}}(?![\w@])", text):
        start, end = _trim(text, *match.span(), keep_the=False, keep_head=False)
        if start >= end or _NOT_PERSON_AFTER.match(text, end):
            continue
        words = text[start:end].split()
        known = any(word.casefold() in firstnames.LATIN for word in words)
        if any(
            w.casefold() in lowered or towns.is_wide(w) or w.casefold() in commonwords.ENGLISH_NOT_NAMES for w in words
        ):
            continue
        opens = _begins_sentence(text, start) and not re.search(r":\s$", text[max(0, start - 2) : start])
        if (opens and len(words) < 2 and not known) or (
            not known and len(words) == 1 and len(words[0]) < 3 and not names.latin_surnames(words[0])
        ):
            continue
        before = text[max(0, start - 16) : start]
        if _AT_PLACE.search(before) or (_FROM_PLACE.search(before) and not known):
            continue
        if _DEMONYM.search(words[-1]) and not known:
            continue
        yield _made(text, start, end, "name.known" if known else "name.capital", PATTERN if known else GUESS)


_DEMONYM = re.compile(
    r"(?:ese|ians?|ish|eans?|ainian|istan|istani|pino|pinos|Uzbeks?|Tajiks?|Kyrgyz|Kazakhs?|Thais?|Laos?|Koreans?|Mongols?|Arabs?|Turks?|Poles?|Bank|Street|City|Day|Party|Bible|Sp|Co|Ltd)$"
)


def _made(text: str, start: int, end: int, rule: str, weight: int, kind: str | None = None) -> Finding:
    name = text[start:end]
    return Finding(kind or helper(text, start, end), start, end, rule, f"name.{letters_of(name)}", weight)


_CLERGY = re.compile(r"(?:Pastor|Reverend|Rev\.|Missionary)\s$")


def helper(text: str, start: int, end: int) -> str:
    """BROKER for clergy, and when the words around, or the question before, speak of brokers or of help on the way, else PERSON."""
    if _CLERGY.search(text, max(0, start - 18), start) or _CLERGY.match(
        text[start : start + 18].split(" ", maxsplit=1)[0] + " "
    ):
        return "BROKER"
    left = max(text.rfind("\n\n", 0, start), start - 140, 0)
    right = min((at for mark in ".!?\n" if (at := text.find(mark, end, end + 90)) >= 0), default=end + 90)
    return "BROKER" if _HELPER.search(text, left, min(right, len(text))) else "PERSON"
