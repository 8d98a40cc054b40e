"""Addresses and places smaller than a city, by their form, in four languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, names, scripts, towns
from intake.language.findings import GUESS, PATTERN, PLAIN, Finding
from intake.language.skeletons import letters_of

_KO_END = r"(?:에서|에는|에도|에|으로|로|까지|부터|의|이|가|은|는|을|를|과|와|도|이고|이라|라고|라는|인데|입니다|출신|사람|태생|쪽|집|땅)"
# A name by its administrative suffix. 리, 동, 면 and 군 also end common words, so these need more beside them.
_KO_SURE = re.compile(rf"(?<![가-힣])(?P<n>[가-힣]{{2,4}}(?:구역|로동자구|노동자구))(?=[^가-힣]|$|{_KO_END})")
_KO_COUNTY = re.compile(rf"(?<![가-힣])(?P<n>[가-힣]{{2,3}}(?:군|읍))(?=\s|{_KO_END}(?![가-힣]{{2}})|[^가-힣]|$)")
_KO_LOW = re.compile(
    rf"(?<![가-힣])(?P<n>[가-힣]{{2,3}}(?:리|동|마을))(?=(?:{_KO_END})(?![가-힣]{{2}})|[\s,.](?=출신|사람|태생|집|\d)|,|$)"
)
_KO_NOT = frozenset(
    "국군 미군 적군 육군 해군 공군 장군 아군 우군 인민군 조선군 한국군 미국군 독립군 유엔군 일본군 쏘련군 국방군 괴뢰군 후군 행군 남군 우리군 "
    "예비군 의용군 지원군 팔로군 붉은군 기러기군 한국군 진군 종군 직군 어군 총사령군".split()
)
_KO_LOW_NOT = re.compile(
    r".*(?:꾸러리|도리|다리|거리|소리|머리|자리|우리|처리|관리|정리|승리|권리|요리|료리|수리|마무리|빨리|멀리|널리|리리|올리|물리|부리|무리|유리|고리|"
    r"오리|너리|꼬리|뿌리|허리|서리|보따리|항아리|울타리|모서리|테두리|줄거리|먹거리|일거리|이야기거리|걱정거리|개나리|봉우리|사다리|잠자리|메아리|"
    r"짜리|병아리|독수리|대가리|아가리|주둥아리|종아리|귀걸이|비리|심리|논리|의리|원리|윤리|분리|격리|대리|총리|진리|지리|생리|합리|불리|유리|경리|공리|"
    r"로동|노동|운동|활동|행동|이동|자동|수동|감동|공동|아동|단동|소동|충동|작동|출동|진동|변동|반동|협동|합동|율동|동동|선동|연동|냉동|랭동|부동|"
    r"유동|기동|전동|가동|파동|격동|난동|고동|박동|시동|발동|구동|녀동|여동|남동|해동|원동|극동|중동|모동|동항|역동|총동|강제로동|언니동|대동|동원동|"
    r"두리|차리|아리|가리|나리|구리|누리|그리|이리|저리|미리|느리|흐리|버리|돌리|열리|몰리|걸리|달리|살리|말리|팔리|갈리|풀리|밀리|빌리|질리|찔리|"
    r"들리|틀리|알리|놀리|흘리|뚤리|뚫리|내리|때리|드리|부리|뿌리|기리|사리|서리|하리|조리|소리|보리|초리|주리|추리|후리)$"
)
# Counties of the DPRK without their suffix, where somebody is from there or lives there.
_COUNTIES = (
    "강남 강동 강서 고산 고성 고원 고풍 곡산 과일 곽산 관평 광천 구장 금강 금야 금천 길주 김정숙 김형권 김형직 녕변 녕원 은덕 대관 대동 대흥 대홍단 덕성 동림 동신 "
    "동창 락랑 락원 랑림 련탄 렴주 룡강 룡림 룡연 룡천 린산 리원 만포 맹산 명간 명천 무산 문덕 박천 배천 백암 백천 법동 벽동 벽성 보천 봉산 봉천 부령 부전 북창 북청 "
    "북천 삭주 산음 삼수 삼지연 삼천 상원 새별 서흥 선천 성간 성천 세포 송원 송화 수동 수안 숙천 순안 시중 신계 신도 신양 신원 신천 신평 신흥 안악 안변 양덕 어랑 연사 "
    "연산 연안 연탄 염주 영광 영변 영원 옹진 온성 온천 요덕 우시 운산 운률 운전 운흥 위원 은률 은산 은천 은파 의주 이천 인산 인제 자강 자성 장강 장연 장풍 장진 "
    "재령 전천 정평 중강 중화 증산 창도 창성 천내 천마 철산 철원 청단 청산 초산 태천 태탄 토산 통천 판교 판문 평강 평산 평원 풍산 풍서 피현 함주 향산 허천 혜산 홍원 "
    "화대 화성 화평 황주 황해 회양 회창 희천"
).split()
_KO_COUNTIES = re.compile(
    rf"(?<![가-힣])(?P<n>{'|'.join(sorted(_COUNTIES, key=len, reverse=True))})(?=\s(?:사람|출신|태생|녀자|여자|처녀|총각|"
    rf"내기)|에서\s(?:나서|태어|태여|자라|자랐|살았|살다가|살던|[가-힣]{{1,3}}을? 배웠)|에\s(?:집이|살|부모|가족|안해|남편|있는 집)|이 고향|가 고향)"
)
_EN_SUFFIX = re.compile(
    r"(?<![\w-])(?P<n>(?:[A-Z][\w'’]+[ -]){1,2}?(?:County|District|Township|Village|Town|Ward)|"
    r"[A-Z][a-z'’]+-(?:ri|dong|gun|up|guyok|myon|rodongjagu))(?!\w)"
)
_EN_PREFIX = re.compile(
    r"(?<!\w)(?:the )?(?:village|town|township|hamlet|settlement|county|district) (?:of|called|named) "
    r"(?P<n>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_EN_IN = re.compile(
    r"(?<!\w)(?:in|at|near|from|outside|to|around|of) (?P<n>(?:Ban |Nong |Khao |Wadi |Al |El |Bani )"
    r"?[A-Z][a-zà-ÿ'’]{3,}(?:-[A-Z]?[a-z]+)?)(?=[,.;:!?)]|\s[a-z(]|$)"
)
_ZH = re.compile(
    r"(?P<n>(?:(?!在|去|到|的|从|是|我|住|和|就)[\u3400-\u9fff]){2,4}(?:县|縣|镇|鎮|屯|村|乡|鄉|街道|自治县))(?!长|長|里|民|上|子|庄|下|亲)"
)
_ZH_NOT = re.compile(
    r"(?:农村|乡村|城镇|山村|全村|本村|同村|老乡|家乡|故乡|同乡|外县|各县|全县|小镇|那个镇|这个村|那个村|一个村|两个村|隔壁村|小村|他乡|回乡|下乡|思乡)$"
)
_RU = re.compile(
    r"(?<!\w)(?:[Сс]ел[оеау]м?|[Пп]ос[её]л(?:ок|ке|ка|ку)|[Дд]еревн[яеиюей]+|[Рр]айон[еау]?|"
    r"[Уу]езд[еау]?|[Мм]икрорайон[еау]?|[Сс]таниц[аеуы]|пос\.|дер\.|с\.)"
    r"\s(?P<n>[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё]+)?)"
    r"|(?P<m>[А-ЯЁ][а-яё]+(?:ский|ского|ском|скому)\s(?:район[еау]?|уезд[еау]?))"
)

_ADDRESSES = tuple(
    re.compile(pattern)
    for pattern in (
        # 네르친스카야 거리 41번지 26호, 춘류가 58호, 남민동 12반 3호
        (
            r"(?<![가-힣\d])(?:[가-힣]{2,8}(?:구역|구|동|리)\s)?[가-힣A-Za-z]{2,8}\s?(?:거리|대로|골목|아파트|아빠트)\s?\d{1,4}(?:-\d{1,4})?"
            r"(?:\s?(?:번지|호|동|반|층))?(?:\s?\d{1,4}\s?(?:호실|호|층|반|현관|세대))*(?!\d)"
        ),
        (
            r"(?<![가-힣\d])(?:[가-힣]{2,8}(?:구역|구|동|리)\s)?[가-힣]{2,8}(?:로|가|길|동|리|마을)\s?\d{1,4}(?:-\d{1,4})"
            r"?\s?(?:번지|호|반|동(?=\s\d))"
            r"(?:\s?\d{1,4}\s?(?:호실|호|층|반|현관|세대))*(?![가-힣\d]?\d)"
        ),
        r"(?<![\d가-힣.])(?<!결의 )(?<!결의제)(?<!제)\d{1,4}\s?(?:호실|호(?!기|봉|선|차|점|결의))(?=[^가-힣\d]|에|의|가|는|로|이|$)",
        r"(?<![\d가-힣])\d{1,3}\s?동\s?\d{1,4}\s?호|(?<![\d가-힣])\d{1,3}\s?현관\s?\d+층(?:\s?\d+호)?",
        r"(?<![가-힣\d])(?:제\s?)?\d{1,3}\s?인민반(?:\s?\d{1,4}호)?",
        # 58 Chunliu Street, Okeansky Prospekt 214, room 9; house 88, unit 6; people's unit 14, the end house
        (
            r"(?<![\w])\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|"
            r"Lane|Alley|Boulevard|Drive|Close|Square|Prospekt|Prospect)\b(?:,? (?:room|flat|apartment|"
            r"apt\.?|unit|floor|building) [\w-]+)*"
        ),
        (
            r"(?<![\w])(?:[A-Z][\w'’-]+ ){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Lane|Alley|Boulevard|Prospekt|"
            r"Ulitsa|ulitsa) \d{1,5}[A-Za-z]?(?:[-/,]? ?\d{1,4})?(?:,? (?:room|flat|apartment|apt\.?|unit|"
            r"floor|building|kv\.?|office) [\w-]+)*"
        ),
        (
            r"(?<![\w])(?:(?:[Hh]ouse|[Ff]lat|[Aa]partment|[Aa]pt\.?|[Bb]uilding|[Bb]lock|[Rr]oom|"
            r"[Dd]ormitory|[Dd]orm)(?: no\.?| number)? \d{1,5}[A-Za-z]?(?:-\d{1,4})?)(?:,? "
            r"(?:(?:people['’]?s |neighbou?rhood )?unit|room|flat|floor|apartment|block|building|entrance) "
            r"[\w-]+)*"
        ),
        (
            r"(?<![\w])(?:[Pp]eople['’]?s['’]? (?:unit|neighbou?rhood unit)|[Nn]eighbou?rhood unit|"
            r"[Ii]nminban|[Uu]nit)(?: no\.?| number)? \d{1,4}(?:,? (?:the )?(?:end|last|first|corner) house|"
            r",? (?:house|room) \d+|, [A-Z][a-z]+(?:-[a-z]+)?)*"
        ),
        # 西塔街花园里7号, 3栋2单元501室
        (
            r"(?:(?!在|住|去|到|的|是|我|从|就)[\u3400-\u9fff]){1,12}(?:街|路|巷|弄|道|里|胡同|小区|村|庄|苑|园)\s?\d{1,5}\s?(?:号|號|"
            r"弄|栋|棟|幢)(?:楼|院)?(?:\s?\d{1,4}\s?(?:号楼|单元|單元|室|层|層|楼|户|门))*"
        ),
        r"\d{1,4}\s?(?:号楼|栋|棟|幢)\s?\d{1,3}\s?(?:单元|單元)?\s?\d{1,4}\s?(?:室|号|户)?",
        r"(?<!\d)\d{3,4}\s?室",
        # ул. Некрасова, д. 118, кв. 3; на Некрасова, 118; улица Ленина 5
        (
            r"(?<!\w)(?:ул\.|улиц[аеуы]|просп\.|пр-т|проспект[еау]?|пер\.|переул(?:ок|ке|ка)|шоссе|"
            r"бульвар[еау]?)\s(?:[А-ЯЁ0-9][\w-]*\s?){1,3},?\s?(?:д\.\s?|дом[еау]?\s)"
            r"?\d{1,4}[А-Яа-я]?(?:[/-]\d+)?(?:,?\s?(?:кв\.|квартир[аеуы]|корп\.|корпус|комн\.|комнат[аеуы])"
            r"\s?\d{1,4})*"
        ),
        r"(?<=\sна\s)[А-ЯЁ][а-яё-]+(?:ой|ского|ская|ской|ова|ева|ина|а|я|и)?,?\s\d{1,4}(?:-\d{1,4})?(?=[,.;]|\s|$)",
        (
            r"(?<!\w)(?:[Дд]ом[еау]?|д\.)\s(?:№\s?)?\d{1,4}[А-Яа-я]?,?\s?(?:кв\.|квартир[аеуы]|комн\.|"
            r"комнат[аеуы])\s?\d{1,4}"
        ),
        r"(?<!\w)(?:в\s)?(?:комнат[аеуы]|квартир[аеуы])\s(?:№\s?)?\d{1,4}",
    )
)


def _script(pattern: str) -> str:
    """The language whose words an address pattern cannot match without."""
    signs = (("ko", "가나다라마바사아호동층관반실"), ("zh", "号室栋街路"), ("ru", "улицдомкварт"))
    return next((code for code, letters in signs if any(sign in pattern for sign in letters)), "en")


_BY_SCRIPT = tuple((_script(pattern.pattern), pattern) for pattern in _ADDRESSES)


def find(text: str, wide: frozenset[str] = frozenset(), recorded: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Addresses and small places. `wide`: further names (casefolded) that are cities or larger; `recorded`: places the
    record speaks of, about which it knows better than a guess."""
    written = scripts.present(text)
    for pattern in (each for script, each in _BY_SCRIPT if script in written):
        for match in pattern.finditer(text):
            end = match.end() - len(match[0]) + len(match[0].rstrip(" ,"))
            yield _at("ADDRESS", text, match.start(), end, "address", PLAIN)
    if "ko" in written:
        yield from _korean(text, wide)
    if "en" in written:
        yield from _english(text, wide, recorded)
    for match in _ZH.finditer(text):
        if not _ZH_NOT.search(match["n"]):
            start = match.start("n")
            # The end of a city's name before it is not part of the town's (丹东九连城镇).
            start += next(
                (
                    cut
                    for cut in (2, 1)
                    if towns.is_wide(text[start + cut - 2 : start + cut]) and match.end("n") - start - cut > 1
                ),
                0,
            )
            yield _at("SMALL_PLACE", text, start, match.end("n"), "place.suffix", PATTERN)
    for match in _RU.finditer(text):
        group = "n" if match["n"] else "m"
        if not towns.is_wide(match[group], wide):
            yield _at("SMALL_PLACE", text, match.start(group), match.end(group), "place.suffix", PLAIN)


def _english(text: str, wide: frozenset[str], recorded: frozenset[str]) -> Iterator[Finding]:
    for pattern, weight in ((_EN_SUFFIX, PLAIN), (_EN_PREFIX, PLAIN), (_EN_IN, GUESS)):
        for match in pattern.finditer(text):
            name = match["n"]
            first = name.split()[0].split("'")[0].split("’")[0].casefold()
            if towns.is_wide(name, wide) or first in commonwords.ENGLISH_NOT_NAMES or towns.is_wide(first, wide):
                continue
            # Of Paek's notebook: whose something is, is somebody.
            somebody = name.endswith(("'s", "’s")) or names.latin_surnames(name)
            if weight == GUESS and (name.casefold() in recorded or somebody):
                continue
            yield _at("SMALL_PLACE", text, match.start("n"), match.end("n"), "place.form", weight)


def _korean(text: str, wide: frozenset[str]) -> Iterator[Finding]:
    for match in _KO_COUNTIES.finditer(text):
        yield _at("SMALL_PLACE", text, match.start("n"), match.end("n"), "place.county", PATTERN)
    for match in _KO_SURE.finditer(text):
        yield _at("SMALL_PLACE", text, match.start("n"), match.end("n"), "place.suffix", PLAIN)
    for match in _KO_COUNTY.finditer(text):
        if match["n"] not in _KO_NOT and not match["n"].endswith(("대군", "부군", "무군")):
            yield _at("SMALL_PLACE", text, match.start("n"), match.end("n"), "place.suffix", PATTERN)
    for match in _KO_LOW.finditer(text):
        name = match["n"]
        if _KO_LOW_NOT.match(name) or name in commonwords.KOREAN:
            continue
        if towns.is_wide(name, wide) or not (len(name) >= 3 or _after_town(text, match.start(), wide)):
            continue
        yield _at("SMALL_PLACE", text, match.start("n"), match.end("n"), "place.suffix", PATTERN)


def _after_town(text: str, start: int, wide: frozenset[str]) -> bool:
    before = re.search(r"([가-힣]{2,5})\s$", text[max(0, start - 7) : start])
    return bool(before and (towns.is_wide(before[1], wide) or before[1].endswith(("군", "구역"))))


def _at(kind: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return Finding(kind, start, end, rule, f"place.{letters_of(text[start:end])}", weight)
