"""Numbers a person has or is called by instead of a name: of a passport, a badge, a helmet, a list; in figures and in words.

English and Russian. Which number it is the words before it say; counts, money, houses and buses are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts, spoken
from intake.language.findings import PLAIN, RECORD, Finding

_EN_DIGIT = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)"
_EN_WORD = rf"(?:{_EN_DIGIT}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
_EN_WORDS = rf"(?:(?i:{_EN_WORD})(?:(?:[\s-]|\sand\s)(?:{_EN_WORD})(?!\w))*(?!\w))"
_RU_WORD = "|".join(sorted(spoken.RUSSIAN_NUMBERS, key=len, reverse=True))
_RU_WORDS = rf"(?:(?:{_RU_WORD})(?:[\s-](?:{_RU_WORD}))*(?![а-яё]))"
_RU_ORDINAL = r"(?:(?:двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто)\s)*(?:[а-яё]{3,12}(?:ый|ой|ий|ым|им|ом))"
_CODE = r"(?:[A-ZА-ЯЁ]{1,3}[- ]?\d{1,6}|\d{1,3}-\d{1,4}|\d{2,6})"
_END = r"(?![\w%]|[.,/]\d|[\s-]\d)(?!\s(?:yuan|dollars?|roubles?|rubles?|won|euros?|percent|of\b|men|women|people|workers|names|hours|days|years|months|metres|kilos?|pairs?|times|юан|доллар|рубл|человек|час|дней|дня|лет|год|раз|коек|рабоч)\w*)"
_STOPS = r"(?=[.,;:!?\"”»)]|$|\n|\s(?:and|on|in|but|sewn|painted|stitched|so|which|that|until|for|to|и|а|на|но|так|до)(?!\w))"
_EN_THING = r"(?:helmet|cap|tag|badge|sleeve|jacket|vest|uniform|overalls|locker|bunk|bed|bracelet|wristband|hard hat|name ?plate|apron|back|chest|pass|list|register|roster|card|hat|boots|smock|coat)"
_RU_THING = r"(?:каск|роб|бирк|спин|рукав|шапк|груд|карман|бушлат|куртк|тумбочк|койк|бейдж|жетон|фартук|халат|сапог|ватник|телогрейк|кепк|пропуск|нашивк)"
_NO_NAME_BEFORE = r"(?<!bus )(?<!house )(?<!room )(?<!flat )(?<!phone )(?<!mobile )(?<!school )(?<!cell )(?<!site )(?<!shop )(?<!block )(?<!camp )(?<!line )"
_CALLED = tuple(
    (script, re.compile(pattern), weight)
    for script, pattern, weight in (
        # I was (dormitory) number 5-17; she was number forty-six
        ("en", rf"\b(?:I|[Hh]e|[Ss]he) (?:was|am|is|became) (?:only |just |always |called |now )?(?:[a-z]+ ){{0,2}}number (?P<n>{_CODE}{_END}|(?!(?:one|two|three)(?! hundred))(?:{_EN_WORDS}))", RECORD),
        # my worker number was 2208, her number ended in 5519, a number that ended 7734
        ("en", rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]he|[Oo]ur|[Aa]|[Oo]n it) (?:[a-z]+ ){{0,3}}{_NO_NAME_BEFORE}number (?:(?:in|on|at|for|there) (?:that |the |my |this )?[a-z]+ ){{0,2}}(?:that |which )?(?:there )?(?:was|is|read|said|ended|ends|began|begins|of mine was)(?: always| only)?(?: in| with)? (?:the figures )?(?P<n>{_CODE}{_END}|{_EN_WORDS})", RECORD),
        ("en", rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]he) (?:passport|badge|card|pass|permit|certificate|account|visa|booklet|{_EN_THING})(?:['’]s number)? (?:ended|ends|began|finished) (?:in|with|on) (?:the figures )?(?P<n>{_CODE}{_END}|{_EN_WORDS})", RECORD),
        ("en", rf"\b(?:worker|prisoner|inmate|badge|employee|tag|cap|helmet|detainee|convict|patient|dormitory|list|locker|team) (?:number|no\.) (?P<n>{_CODE}{_END}|{_EN_WORDS})", RECORD),
        ("en", rf"\b{_EN_THING}\b[^.!?\n\d]{{0,36}}?(?:\b(?:said|was|were|had|read|bore|with|number|in|stood)\b|,|:)\s(?:it said |was |number |no\. ?|the number |the figures? )?(?P<n>[A-Z]{{1,3}}-?\d{{1,5}}|\d{{1,3}}-\d{{1,4}}|\d{{3,6}}){_END}{_STOPS}", PLAIN),
        # the card had the number seven seven four oh two
        ("en", rf"\bnumber,? (?:was |is |of )?(?P<n>{_EN_DIGIT}(?:[ -]{_EN_DIGIT}){{2,5}})(?![\s,-]{{1,2}}{_EN_DIGIT})(?!\w)", RECORD),
        # “One-one-seven, come here!”; they called me Thirty-One
        ("en", rf"[\"“'](?P<n>(?i:{_EN_DIGIT})(?:[- ]{_EN_DIGIT}){{1,5}})(?=[,!?.])", PLAIN),
        ("en", rf"\b(?:called|knew|shouted at|addressed|wrote down|entered) (?:me|him|her)(?: only| just| simply)?(?: by (?:my|his|her) number)?,? (?:as )?(?:[Nn]umber )?(?P<n>{_CODE}{_END}{_STOPS}|(?=[A-Z]){_EN_WORDS}{_STOPS})", PLAIN),
        # номер у меня был сто сорок два; под номером 37; табельный 0481
        ("ru", rf"(?<![а-яё]\s)(?<!\w)(?:[Нн]омер(?:ом)?|[Тт]абельный)(?:\s(?!автобус|дом|телефон|комнат|квартир)[а-яё]+){{0,3}}(?:\s(?:был|была|у\sменя|мой|есть)|,|:|\s[—–-])\s(?P<n>{_CODE}{_END}|{_RU_WORDS})", RECORD),
        ("ru", rf"(?<!\w)(?:[Нн]омер|[Тт]абельный)\s(?:[а-яё]+\s)?(?:у\s(?:меня|него|неё)|мой|его|её)(?:\s(?:был|есть|такой))?[,:]?\s(?:—\s)?(?P<n>{_CODE}{_END}|{_RU_WORDS})", RECORD),
        ("ru", rf"(?:\b[Яя]\s(?:был|числил\w+|значил\w+|шёл|шла|проходил\w?|стоял\w?)\w*|\b[Мм]еня\s(?:звали|записали|вписали)|(?:числил|значил|записал|вызывал)\w+)\s(?:[а-яё]+\s)?(?:под\s)?номер(?:ом)?\s(?P<n>{_CODE}{_END}|{_RU_WORDS}|{_RU_ORDINAL}(?=[.,;]))", RECORD),
        ("ru", rf"(?<!\w)[Пп]од\sномером\s(?P<n>{_CODE}{_END}|{_RU_WORDS})", PLAIN),
        ("ru", rf"(?<!\w)(?:[Нн]а|[Сс])\s(?:мо\w+\s|е[её]\s|его\s|кажд\w+\s)?{_RU_THING}\w*[^.!?\n\d]{{0,30}}?(?P<n>[А-ЯЁA-Z]{{1,3}}-?\d{{1,5}}|\d{{1,3}}-\d{{1,4}}|\d{{2,6}}){_END}{_STOPS}", PLAIN),
        ("ru", rf"(?:[Уу]достоверени|[Пп]аспорт|[Кк]арт|[Пп]ропуск|[Нн]омер|[Сс]право?к|[Бб]илет|[Сс]ч[её]т)\w*[^.!?\n\d]{{0,24}}?(?:кончал|заканчивал|оканчивал|начинал)\w+\s(?:на|с)\s(?P<n>{_CODE}{_END}|{_RU_WORDS})", RECORD),
    )
)  # fmt: skip
# A passport of the DPRK is told in threes; so are some telephones, which the words before them say.
_THREES = re.compile(r"(?<![\w.,+()-])(?<!\d\s)(?:[A-Z]{1,2}\s)?\d{3}[\s-]\d{3}[\s-]\d{3}(?![\w%]|[.,/]\d|[\s-]\d)")
_TELEPHONE = re.compile(
    r"(?i)(?:\b(?:call|called|phone|telephone|mobile|cell|tel|ring|rang|whatsapp|viber|telegram)\b|тел\.|телефон|звон|набра|мобильн|вотсап|вайбер)[^.!?\n]{0,30}$"
)
_MONEY_AFTER = re.compile(r"\s?(?:yuan|dollars?|roubles?|rubles?|won|euros?|юан|доллар|рубл|вон|тысяч|человек|people)")
_ROUND = re.compile(r"\d{3}[\s-]000[\s-]000|\d{3}[\s-]\d{3}[\s-]000")


def find(text: str) -> Iterator[Finding]:
    """Numbers of people and of their papers, as ID_NUMBER."""
    written = scripts.prose(text)
    for match in _THREES.finditer(text):
        money = _ROUND.fullmatch(match[0]) or _MONEY_AFTER.match(text, match.end())
        if not money and not _TELEPHONE.search(text, max(0, match.start() - 44), match.start()):
            yield _made(text, *match.span(), "number.threes", RECORD)
    for pattern, weight in ((p, w) for script, p, w in _CALLED if script in written):
        for match in pattern.finditer(text):
            yield _made(text, *match.span("n"), "number.called", weight)


def _made(text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    core = re.sub(r"\W", "", text[start:end]).casefold()
    return Finding("ID_NUMBER", start, end, rule, f"number.{core}", weight)
