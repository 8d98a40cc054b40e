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
_FOREIGN_TITLE = r"(?:Pani?|Herr|Frau|Se[ñn]or(?:a|ita)?|Signor[ae]?|Gospod(?:in|a)|Tovarishch|Warrant Officer|Sheikh|Hajj?i|Ustad|Khun|Mas|Bang|Kak|Datuk|Effendi|Mama|Baas)"
_FOREIGN_TITLED = re.compile(rf"(?<!\w){_FOREIGN_TITLE}\s(?P<n>{_CAP}(?:\s{_CAP})?)")
# Kumsil the Spoon
_BYNAME = re.compile(
    rf"(?<!\w)(?P<n>{_CAP} the (?!Second|Third|Fourth|First|East|West|North|South)[A-Z][a-z]{{2,}})(?!\s[A-Z])(?!\w)"
)
# Q. Your name? A. Dulamsuren.
_ANSWER = re.compile(
    rf"(?:[Yy]our (?:full |real )?name|[Ww]ho are you|[Ii]ntroduce yourself|[Ss]tate your name|[Pp]lease say your name)[^\n]{{0,60}}\n?\s*(?:A|Answer|WITNESS|Witness)[:.]\s(?:[Mm]y name is |I am |I['’]m )?(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})(?=[.,;!]|\sand\b)|\b(?:everyone|everybody|people|they all|the others|the girls|the men|the boys) (?:says?|said|calls? me|called me) (?P<m>{_CAP})(?=[.,;])"
)
# two boys, Kwang Myong and Kwang Song
_KINS = r"(?:boys|girls|sons|daughters|children|brothers|sisters|twins|kids|nephews|nieces|grandchildren)"
_KIN_LIST = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]wo|[Tt]hree|[Ff]our|have|had|little|small) (?:\w+ )?{_KINS}(?:,|:| are| were| called| named)? (?P<n>{_CAP}(?:[ ]{_CAP}){{0,2}})(?=,| and )"
)
_KIN_LIST_AND = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]wo|[Tt]hree|[Ff]our|have|had|little|small) (?:\w+ )?{_KINS}(?:,|:| are| were| called| named)? {_CAP}(?:[ ]{_CAP}){{0,2}} and (?P<n>{_CAP}(?:[ ]{_CAP}){{0,2}})"
)
# one family, the Wens
_CLAN = re.compile(
    r"\b(?:family|families|clan|owners?|neighbou?rs|landlords?|couple|brothers|sisters)\b,?\s(?:called |named |by the name of )?the (?P<n>[A-Z][a-z]{2,}s)(?!\w)"
)
_HUMAN = r"(?:[A-Z][a-z]+(?:er|or|ist|man|woman|ess|smith|wright|girl|boy|lady)|Uncle|Aunt|Auntie|Widow|Monk|Nun|Cook|Boss|Chief|King|Queen|Bride|Priest|Crow|Fox|Wolf|Bear|Owl|Snake|Cousin|Grandmother|Grandfather|Old [A-Z][a-z]+|Blind [A-Z][a-z]+)"
_NICKED = re.compile(
    rf"(?<!\w)(?P<n>(?:First|Second|Third|Fourth|Fifth|Sixth|Eldest|Elder|Youngest) (?:Aunt|Uncle|Sister|Brother|Master|Granny)(?!\w)|(?:(?:{_NICK})\s){{1,2}}(?!(?:The|I|He|She)\b){_CAP})"
)
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
    rf"(?<!\w)(?:named|called (?:him|her|me|himself|herself)|name is|name was|real name|I am|known as|"
    rf"introduced \w+self as|went by(?: the name(?: of)?)?|goes by|answered to|alias|aka|in the name of|under the name(?: of)?|signed(?: \w+self)? as|registered as|written(?: down)? as|baptised|baptized|christened|dubbed|a certain|(?:everyone|everybody|people|[Tt]hey|[Ww]e|girls|men|women|children|others|Chinese|Russians) (?:all )?(?:called|nicknamed|named|dubbed|christened) (?:him|her|me|them|one another|each other|our \w+|the \w+(?: \w+)?)|"
    rf"(?:Chinese|Russian|English|Korean|Polish|false|new|real|other) name (?:was|is)|nickname(?:d)?(?: was| is)?|(?:a (?:man|woman|boy|girl|person)) (?:we|they|I) called|whom (?:we|"
    rf"they) called|card was)\s[\"“']?(?P<n>(?:the )?{_CAP}(?:\s{_CAP}){{0,2}})"
)
_THE_AFTER = r"(?=[.,;:!?\"”)]|\s(?:by|to|for|because|since|among|amongst|in|at|when|while|who|whom|on|from|as|but|or|after|behind|between)\b)"
_THE = re.compile(
    rf"\b(?:told|called(?: \w+){{0,2}}|nicknamed|named|as|just|only|simply) (?P<n>the [A-Z][a-z]{{2,}}){_THE_AFTER}|\b(?:was|is|were|by|and) (?P<m>the [A-Z][a-z]{{2,}})(?=[.,;:!?\"”)]|\s(?:by|to|for|among) (?:us|them|everyone|everybody|the|one another)\b)"
)
_THE_HUMAN = re.compile(
    rf"\b(?:through|from|with|to|paid|by|was|was called|and|met|found|asked|thanks to|of) (?P<n>the {_HUMAN}(?: [A-Z][a-z]+)?)(?!\w|\s[A-Z])"
)
_HANDLE_SAID = re.compile(
    r"\b(?:(?:his|her|the|their|a) (?:handle|nick|nickname|user ?name|screen name|login|alias|pseudonym)(?: there| in the chat| on the forum)? (?:was|is)|(?:wrote|signed|posted|appeared|went|answered|logged in)(?: \w+self)?(?: there)? (?:as|under(?: the name)?)|(?:known|called (?:him|her)self) (?:there |online |in the chat |on the forum )(?:as )?)\s[\"“']?(?P<n>[a-z][a-z0-9_.-]{4,30}[a-z0-9])(?=[,.;:!?\"”']|\s)"
)
_VERB = (
    r"(?:said|says|told|asked|whispered|shouted|answered|replied|laughed|cried|fainted|fell|died|slept|lost|used|came|went|took|gave|brought|had|has|was|who|knew|kept|held|let|sat|stood|ran|did|does|signed|paid|hit|beat|helped|waited|disappeared|got|lived|worked|liked|wanted|called|telephoned|stayed|wept|sang|wrote|bought|sold|drove|built|caught|chose|drew|drank|ate|flew|forgot|grew|heard|hid|knelt|led|lay|lent|meant|met|read|rode|rang|rose|sent|shook|shut|spoke|spent|stole|struck|"
    r"swore|swept|taught|tore|threw|understood|woke|wore|won|is|never|always|also|would|could|still|[a-z]{3,}ed)"
)
_ACTS = re.compile(rf"(?<!\w)(?P<n>{_CAP}(?:\s{_CAP}){{0,2}}),? (?:{_VERB})\b")
# Om and Hyon pulled the cart
_PAIR = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<n>{_CAP}(?:\s{_CAP})?) and (?:{_CAP})(?:\s{_CAP})? (?:{_VERB}|were|both)\b"
)
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
# To and from people, and not places: gave it to Liu Fang, heard it from Bolat.
_TO_SOMEBODY = re.compile(
    r"\b(?:gave|given?|giving|said|spoke|talked|wrote|written|sold|paid|handed|showed|told|sent|brought|lent|married|reported|belong(?:s|ed)|whispered|shouted|next|close|listened|complained|thanks|according|nice|kind|rude|sister|brother|wife|cousin|friend|"
    r"apprentice|assistant|word|news|letter|letters|owe|owed|bowed|prayed|lied|nodded|waved|turned|happened|promised|read|passed|life|speak|talk|write|give|say|tell|sell|pay|show|listen)\b[^.!?\n,;]{0,24}\bto\s$"
    r"|\b(?:letters?|message|call|orders?|news|money|heard|hear|got|learned|learnt|know|knew|bought|borrowed|took|received|note|envelope|present|gift|hid|hiding|stole|permission|advice|help|word|kept|separated|secret|answer|protection|visit|inherited|apart)\b[^.!?\n,;]{0,24}\bfrom\s$"
)
_HELPER = re.compile(
    r"\b(?:broker|smuggl\w+|traffick\w+|guide|missionary|waited for (?:me|us)|helped (?:me|us)|hid (?:me|us|him|her|them)|shelter\w*|safe house|had told me to|get (?:me|us) out|"
    r"bought (?:the|my|our|me a|us) tickets?|walked out with|picked (?:me|us) up|took (?:me|us) (?:across|to the border|over|in)|carried (?:me|us)|led (?:me|us) (?:across|over|through|out)|"
    r"met (?:me|us|him|her) (?:at|behind|outside)|consulate gate|baptis|put (?:me|us) (?:in|on|into) (?:a|the) (?:car|van|truck|mail|train|boat|taxi|bus)|convent|nun\b|arranged (?:the|my|our) (?:papers|crossing|letters?|visas?|invitations?|escape)|"
    r"(?:papers|letters?|invitations?|visas?|passports?|cards?) cost|across the (?:river|ice|border)|knew (?:him|her|them) only as|who knew a (?:driver|broker|guide|man|way)|"
    r"(?:sold|bought|made up|forged|wrote|got|procured) (?:me |us |them |the |those |these |such |our |all )*(?:false |forged |invitation )?(?:letters?|papers|invitations?|visas?|documents)(?: were bought)?|"
    r"(?:letters?|papers|invitations?|visas?) (?:were|was) (?:bought|sold|forged|made)(?: up)? (?:from|by))\b"
)
_TRADE = re.compile(r"\b(?:broker|smuggl\w+|traffick\w+|guide|missionary|hid me|nun)\b")
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
    yield from _handles(text)
    yield from _loose(text, lowered)


_RULES = (
    (_TITLED, "name.title", STRONG),
    (_NICKED, "nickname", STRONG),
    (_KIN_NAMED, "kin.name", STRONG),
    (_NAME_KIN, "kin.name", STRONG),
    (_CALLED, "name.called", STRONG),
    (_THE, "nickname", PATTERN),
    (_THE_HUMAN, "nickname", PATTERN),
    (_FOREIGN_TITLED, "name.title", STRONG),
    (_BYNAME, "name.byname", STRONG),
    (_ANSWER, "name.answer", STRONG),
    (_KIN_LIST, "kin.name", STRONG),
    (_KIN_LIST_AND, "kin.name", STRONG),
    (_CLAN, "name.clan", STRONG),
    (_ROLE_NAMED, "role.name", PATTERN),
    (_SAID, "name.said", PATTERN),
    (_VOCATIVE, "name.vocative", PATTERN),
    (_POSSESSIVE, "name.possessive", PATTERN),
    (_ACTS, "name.acts", GUESS),
    (_PAIR, "name.acts", GUESS),
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
        opens = taken < 3 and _begins_sentence(text, start)
        if not (opens and plain[0] in commonwords.ENGLISH_NOT_NAMES) and not (
            taken == 2 and all(w in lowered or w in commonwords.ENGLISH_NOT_NAMES for w in plain)
        ):
            yield _made(text, start, end, "name.korean", STRONG if taken == 3 else PATTERN)
        at += taken


def _korean_words(words: list[str]) -> int:
    """How many of these words make one Korean name: surname and given name, or a given name of two syllables."""

    def syllable(word: str) -> bool:
        return names.is_syllable(word) and (len(word) < 3 or not towns.is_wide(word))

    if len(words) == 3 and names.latin_surnames(words[0]) and syllable(words[1]) and syllable(words[2]):
        return 3
    if len(words) >= 2 and names.latin_surnames(words[0]) and _joined(words[1]):
        return 2
    if len(words) >= 2 and _joined(words[0]) and "-" in words[0] and names.latin_surnames(words[1]):
        return 2
    if len(words) >= 2 and (syllable(words[0]) or names.latin_surnames(words[0])) and syllable(words[1]):
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


_NO_HANDLE = frozenset(
    "planned agreed promised students tourists trainees visitors workers guests interns apprentices family follows before usual friends expected ordered always".split()
)


def _handles(text: str) -> Iterator[Finding]:
    """Written small and without a figure a handle looks like a word: only where it is said to be one."""
    for match in _HANDLE_SAID.finditer(text):
        if match["n"] not in _NO_HANDLE:
            yield Finding("MESSENGER", *match.span("n"), "handle.said", f"name.{letters_of(match['n'])}", STRONG)


def _named(text: str, match: re.Match[str], rule: str, weight: int, lowered: frozenset[str]) -> Iterator[Finding]:
    group = "n" if match["n"] else "m"
    titled = rule == "name.title" and names.latin_surnames(match[group]) and _SURE_TITLE.match(match[0])
    start, end = (
        match.span(group)
        if titled
        else _trim(
            text,
            *match.span(group),
            keep_the=rule in ("name.called", "role.name", "nickname", "name.byname"),
            keep_head=rule == "nickname" or bool(_NICKNAMED.match(match[0]) and _ODD_HEAD.match(match[group])),
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
    if (
        rule in ("name.acts", "name.called")
        and _DEMONYM.search(text[start:end])
        and first.casefold() not in firstnames.LATIN
    ):
        return
    if (
        rule == "name.acts"
        and " " not in text[start:end]
        and _begins_sentence(text, start)
        and _NOUN_OPENS.fullmatch(first)
    ):
        return
    if rule == "name.acts" and re.search(r"\b(?:of|of the|and the) $", text[max(0, start - 9) : start]):
        return
    if rule == "name.byname" and first.casefold() in commonwords.ENGLISH_NOT_NAMES:
        return
    if rule == "name.vocative" and first.casefold() in lowered:
        return
    # “The father was Wen Dehai” speaks of somebody else's house.
    own = rule == "kin.name" and not re.search(r"\b[Tt]he (?:old )?$", text[max(0, match.start() - 8) : match.start()])
    yield _made(text, start, end, rule, weight, "FAMILY" if own else None)


_NICKNAMED = re.compile(r"[^.!?\n]*(?:nicknam|named h|called|known as|dubbed|christened)")
_ODD_HEAD = re.compile(
    r"(?:Mother|Father|Half|One|Two|Three|Sister|Brother|Captain|Doctor|General|Professor|Red|White|Mr|Boss|Chief) [A-Z]"
)


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
# What opens a sentence without an article and is mostly nobody: plurals, and what cannot be counted.
_NOUN_OPENS = re.compile(
    r"[A-Z][a-z]{2,}[^s'’]s|Snow|Winter|Summer|Spring|Autumn|Money|Food|Work|Water|Rice|Time|Life|Dust|Rain|Smoke|Plan|Bread|Fish|Meat|Soup|Sleep|Death|Blood|Ice|Wind|Night|Morning|Evening|Payment|Wages|Silence|Fear|Hunger|Half|Security|Electricity|Tea|Soap|Coal|Cement|Oil|Production|Overtime|Permission|Training|"
    r"People|Women|Men|Children|Family|Mother|Father|Grandmother|Grandfather|Management|Home|Freedom|Visas?|Letters?|Lunch|Dinner|Supper|Breakfast|Pay|Salary"
)
_AT_SOMEBODY = re.compile(
    r"\b(?:shout\w*|yell\w*|look\w*|laugh\w*|swore|smil\w*|point\w*|spat|angry|cross|glanc\w*|scream\w*|wink\w*|star\w+) (?:back )?at\s$"
)
_NO_PERSON_BEFORE = re.compile(r"\b(?:Gospel|Book|Letter|Epistle|Saint|St\.?) (?:of |to )?(?:the )?$")
_WATERS = frozenset(("Lake", "Mount", "River", "Cape", "Gulf", "Bay", "Sea", "Lakes", "Hotel", "Port", "Fort"))
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
        if _NO_PERSON_BEFORE.search(before) or words[0] in _WATERS:
            continue
        if (_AT_PLACE.search(before) and not _AT_SOMEBODY.search(before)) or (
            _FROM_PLACE.search(before)
            and not known
            and len(words) < 2
            and not _TO_SOMEBODY.search(text, max(0, start - 48), start)
        ):
            continue
        if _DEMONYM.search(words[-1]) and not known:
            continue
        yield _made(text, start, end, "name.known" if known else "name.capital", PATTERN if known else GUESS)


_DEMONYM = re.compile(
    r"(?:ese|ians?|ish|eans?|ainian|istan|istani|pino|pinos|Uzbeks?|Tajiks?|Kyrgyz|Kazakhs?|Thais?|Laos?|Koreans?|Mongols?|Arabs?|Turks?|Poles?|Evenks?|Nanais?|Buryats?|Yakuts?|Tatars?|Chechens?|Muslims?|Hindus?|Buddhists?|Baptists?|Czechs?|Finns?|Danes?|Swedes?|Greeks?|Croats?|Serbs?|Slovaks?|Bank|Street|City|Day|Party|Bible|Sp|Co|Ltd)$"
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
    words = text[start:end].split()
    if len(words) > 1 and all(names.is_syllable(word) for word in words):
        return "PERSON"  # one of the workers
    block = max(text.rfind("\n\n", 0, start), start - 140, 0)
    left = max(block, *(text.rfind(mark, block, start) for mark in (". ", "! ", "? ", "\n")))
    right = min((at for mark in ".!?\n" if (at := text.find(mark, end, end + 90)) >= 0), default=end + 90)
    told = _HELPER.search(text, left, min(right, len(text))) or _TRADE.search(text, block, left)
    return "BROKER" if told else "PERSON"
