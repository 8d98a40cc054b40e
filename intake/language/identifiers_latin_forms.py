"""Addresses, small places, firms and units in English text, by further words: terraces and towers, boards and stamps, senders.

`identifiers_places`, `identifiers_firms` and `identifiers_addresses` hold the plain forms. What a board says or what stands
after “a hotel, the” is a firm only when it is no person's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, firstnames, names, titles, towns
from intake.language.findings import PATTERN, PLAIN, STRONG, Finding
from intake.language.skeletons import letters_of

_CAP = r"[A-ZÀ-Ž][\w'’À-ž-]*"
_WAY = (
    r"(?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Terrace|Crescent|Court|Place|Row|Gardens?|Mews|Walk|Grove|Hill|Parade|Quay|Embankment|Close|Rise|View|Vale|Green|Gate|Wharf|Circus|Heights|Drive|Way|Boulevard|Square|"
    r"Alley|Estate|Villas|Mansions|Towers|Apartments|Park|Mansion|Residence|Residences|Village|Lu|Jie|Dajie|Dadao|Xiang|Hutong|ulitsa|Ulitsa|prospekt|Prospekt|pereulok|gasse|Straße|Strasse)"
)
_PART = r"(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Rr]oom|[Hh]ouse|[Tt]ower|[Bb]lock|[Bb]uilding|[Uu]nit|[Ff]loor|[Ee]ntrance|[Dd]ormitory|[Hh]ostel|[Vv]illa|[Ss]uite|[Gg]ate|[Dd]oor|[Cc]ontainer|[Bb]arracks?|[Ww]ing|[Ss]taircase|[Ss]tairwell|[Cc]ourt)"
_CODE = r"(?:[A-Z]{1,2}[- ]?\d{1,4}(?:-\d{1,4})?)"
_NO = r"(?:(?:[Nn]o\.? ?|[Nn]umber )?(?:\d{1,5}[A-Za-z]?(?:-\d{1,4})?|[A-Z](?!\w)))"
_FLOOR = (
    r"(?:(?:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|\d{1,2}(?:st|nd|rd|th)) floor)"
)
_NAMED_WAY = rf"(?:(?:\d{{1,4}} )?(?:{_CAP} ){{1,3}}{_WAY}(?: \d{{1,4}})?)"
_DIGIT = r"(?:one|two|three|four|five|six|seven|eight|nine|oh|zero)"
_NUMBER = rf"(?:{_DIGIT}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]{_DIGIT})?)"
_BESIDE = r"(?: (?:by|near|behind|opposite|next to|beside|across from|after|past|above|below) (?:the|our|a) [a-z]+(?: [a-z]+)?)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|last|end|corner|only|white|blue|yellow|green|red|grey|brick)"
)
_ADDRESSES = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # 14 Alderbrook Terrace, 22b Harrow Crescent, 88 Xinhua Lu
        (
            rf"(?<![\w.,])(?:[Nn]o\.? ?)?(?<!\d)(?!(?:19|20)\d\d )\d{{1,4}}[A-Za-z]?,? (?:{_CAP} ){{1,3}}{_WAY}(?![\w-])",
            PLAIN,
        ),
        # Flat 12, Tower 3, Yulin Gardens, Renmin Street; Apartment 705, Block C, Sunrise Court
        (rf"(?<!\w){_PART} {_NO}(?:,? (?:{_PART} {_NO}|{_NAMED_WAY}|{_FLOOR}))+(?!\w)", PLAIN),
        (rf"(?<!\w)(?:{_CAP} ){{1,2}}{_WAY}(?:,? (?:{_PART} {_NO}|{_NAMED_WAY}))+(?!\w)", PLAIN),
        (rf"(?<!\w){_PART} (?:number |no\. ?)?{_CODE}(?![\w-])", PLAIN),
        # house number seven by the water tower, room four-one-two
        (
            rf"(?<!\w){_PART} (?:number |no\. ?)(?:{_NUMBER}|\d{{1,4}})(?:[- ]{_DIGIT})*{_BESIDE}?|(?<!\w){_PART} (?:{_DIGIT}(?:[- ]{_DIGIT}){{1,3}}|{_NUMBER}{_BESIDE})(?!\w)",
            PLAIN,
        ),
        (
            rf"(?<!\w)[Tt]he {_ORDINAL} (?:house|hut|cottage|gate|yard|cabin|block|barrack)(?: on the (?:left|right))? (?:from|after|behind|past|before|opposite|beside|next to|across from) the [a-z]+(?: [a-z]+)?(?!\w)",
            PATTERN,
        ),
    )
)
_NOT_OPENING = r"(?!(?:In|At|From|Near|To|The|Our|My|Her|His|Their|That|This|And|But|When|Then|Into|Of|For|Every|North|South|East|West)\s)"
_PLACES = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (
            rf"(?<![\w-]){_NOT_OPENING}(?P<n>[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+)? (?:County|District|Township|Ward|Parish|Aimag|Raion|Rayon|Village|county|district|township))(?!\w)",
            PLAIN,
        ),
        (
            rf"\b(?:hamlet|village|settlement|township|suburb)\b,\s(?:called |named )?(?P<n>{_CAP}(?: {_CAP})?)(?=[,.;])",
            PATTERN,
        ),
        (
            r"(?:^|[.!?\"“]\s|\n)(?:From|Near|Outside|Around) (?P<n>[A-Z][a-z]{3,})(?=,|\s(?:they|we|I|he|she|the|it|you)\b)",
            PATTERN,
        ),
    )
)
_NAME = rf"{_CAP}(?: (?:{_CAP}|&)){{0,3}}"
_FIRM = (
    r"(?:hotel|restaurant|clinic|caf[eé]|canteen|bakery|brickworks|brickyard|works|shipyard|yard|cannery|sawmill|guesthouse|inn|college|school|institute|agency|firm|company|factory|mill|plant|workshop|shop|farm|laundry|quarry|mine|"
    r"combine|foundry|tannery|bar|club|casino|studio|hospital|nursery|greenhouses|contractor|subcontractor|employer|cooperative|co-operative|supermarket|warehouse|slaughterhouse|brewery|trawler company)"
)
_FIRMS = tuple(
    re.compile(pattern)
    for pattern in (
        # a board which said Hongyun; over the gate stood the name: Velmar; a stamp, Jinlu, in green
        rf"\b(?:board|sign|signboard|plate|banner|labels?|stamp|seal|letterhead|certificate|diploma|papers?|box(?:es)?|cartons?|crates?|gate|door|wall|overalls|roof|chimney|invoice|contract|card|sacks?|lorry|trucks?|vans?)\b[^.!?\n]{{0,36}}?\b(?:said|says|read|reads|saying|reading|stood|showed|bore|named|had|written|painted|printed)(?: only| just| on it)?(?: the)?(?: names?| words?| letters)?[:,]?\s[\"“']?(?P<n>{_NAME})",
        rf"\b(?:the|with the) (?:words?|letters|inscription|name)[:,]?\s[\"“']?(?P<n>{_NAME})(?=[\"”'.,;])",
        rf"\b(?:it was|was|got|they) (?:later |then |now )?(?:renamed|rechristened|re-registered as|now called|later called)(?: it)? [\"“']?(?P<n>{_NAME})",
        rf"\b(?:school|college|institute|firm|company|hotel|employer|factory|agency) (?:on paper|in the papers|by name)(?: only)?,\s(?:the\s)?[\"“']?(?P<n>{_NAME})",
        rf"\b(?:stamp|label|brand|trademark|logo|mark),\s[\"“']?(?P<n>{_NAME})(?=[\"”',])",
        # a hotel, the Barguzin Dvor; to a brickworks, Stara Cegielnia
        rf"\b{_FIRM},\s(?:the\s)?[\"“']?(?P<n>{_NAME})(?=[,.;!?\"”']|\s(?:by|in|on|near|and|which|where)\b)",
        rf"\b(?:{_FIRM}|site|ship|boats?|fields?|land) (?:belonged|belongs|was rented|was let|was leased|was sold|answered) to (?:the )?(?P<n>{_NAME})",
        (
            rf"(?<![\w-]){_NOT_OPENING}(?P<n>(?:{_CAP} ){{1,3}}(?:Polytechnic|Pavilion|Technikum|Lyceum|Gymnasium|Clinic|Hospital|Sanatorium|Studio|Bakery|Brewery|Cannery|Sawmill|Foundry|Quarry|Hosiery|Outdoor|Dvor|Podvorye|Kombinat|Zavod|Invest|Laundry|Crewing|Shipping|Marine|"
            r"Service|Motors|Plastics|Furniture|Ceramics|Bricks?|Cement|Steel|Packaging|Printing|Toys|Shoes|Footwear|Sportswear|Workwear|Uniforms|Embroidery|Lumber|Greenhouses|Nursery|Casino|Sauna|Bistro|Kitchen|Canteen|Brickworks|Cooperative|Vineyards?|Orchards?|Poultry|Meat|Dairy|Cold Store|Centre|Center|Products|Aquatic|Processing)(?: No\. ?\d{1,3})?)(?!\w)"
        ),
    )
)
_UNIT = re.compile(
    r"(?<![\w-])(?P<n>(?P<h>[A-Z][a-z]{3,}(?:-[a-z]+)?)(?: (?:[A-Z][\w'’-]+|and|of|&)){0,5} (?:Company|Corporation|Bureau|Trust|Association|Complex|Society|Trading|Enterprise|Combine))(?!\w)"
)
_SENDS = re.compile(
    r"(?:\b(?:sent|send|sending|sender|dispatched|belong(?:s|ed)?|assigned|recruit\w*|put down|selected|enlisted|delegation|unit|organi[sz]ation|Korean side|Korean firm|Korean company|at home|Pyongyang|from the|from|of the|members? of|under the|joined)\b)[^.!\n]{0,40}$"
)
_ARMY = re.compile(
    r"(?<!\w)(?:[Tt]he )?(?!(?:The|In|At|And|But|Our|My|His|Her|Their|North|South|Korean|Soviet|Russian|Chinese|People)\b)(?:[A-Z][a-z'’]+ ){1,3}(?:Command|Corps|Brigade|Regiment|Battalion|Shock Brigade|Youth Brigade)(?!\w)|(?<!\w)(?:[A-Z][a-z]+ ){1,3}(?:Branch|Office|Camp|Station|Bureau|Farm|Mine) (?:[Nn]o\.? ?)\d{1,4}(?!\w)"
)
_NO_FIRM = frozenset("Korean Korea Chinese Russian Wechat WeChat God Okay Welcome Danger Friendship Christmas Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split())  # fmt: skip


def find(text: str, places: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Addresses, small places, firms and units. `places`: casefolded names of places of the record."""
    for pattern, weight in _ADDRESSES:
        for match in pattern.finditer(text):
            yield _at("ADDRESS", *match.span(), "address.parts", weight, text)
    yield from _small(text, places)
    yield from _firms(text, places)


def _small(text: str, places: frozenset[str]) -> Iterator[Finding]:
    for pattern, weight in _PLACES:
        for match in pattern.finditer(text):
            first = match["n"].split()[0].casefold()
            known = first in places or first in commonwords.ENGLISH_NOT_NAMES
            if not known and not towns.is_wide(first) and not towns.is_wide(match["n"]):
                yield _at("SMALL_PLACE", *match.span("n"), "place.form", weight, text)


def _firms(text: str, places: frozenset[str]) -> Iterator[Finding]:
    for pattern in _FIRMS:
        for match in pattern.finditer(text):
            if not _somebody(match["n"]) and match["n"].casefold() not in places:
                yield _at("WORKPLACE", *match.span("n"), "firm.shown", STRONG, text)
    for match in _ARMY.finditer(text):
        yield _at("UNIT", *match.span(), "unit.army", PLAIN, text)
    for match in _UNIT.finditer(text):
        # Who sends workers has a Korean name, two syllables at least; some Chinese firms can be read so too (Hongda).
        korean = any(len(way) >= 2 for way in names.syllables(match["h"].replace("-", "").casefold()))
        if korean and _SENDS.search(text, max(0, match.start() - 60), match.start()):
            yield _at("UNIT", *match.span("n"), "unit.sender", PLAIN, text)


def _somebody(name: str) -> bool:
    """Whether this is rather a person, a country, a day, or a word that opens a sentence."""
    words = re.sub(r"['’]s$", "", name).split()
    first = words[0].casefold()
    return (
        first in commonwords.ENGLISH_NOT_NAMES
        or words[0] in _NO_FIRM
        or words[0] in titles.ENGLISH_TITLES
        or words[0] in titles.ENGLISH_NICKS
        or any(word.casefold() in firstnames.LATIN for word in words)
        or bool(names.latin_surnames(words[0]) and (len(words) == 1 or names.is_syllable(words[1])))
        or (len(words) > 1 and all(names.is_syllable(word) for word in words))
        or towns.is_wide(name)
        or bool(re.search(r"(?:vich|vna|ovich|evna)$", name))
    )


def _at(kind: str, start: int, end: int, rule: str, weight: int, text: str) -> Finding:
    head = "firm" if kind in ("UNIT", "WORKPLACE") else "place"
    return Finding(kind, start, end, rule, f"{head}.{letters_of(text[start:end])}", weight)
