"""Korean text: numbers of people and papers, years of birth, spoken days, places, addresses, firms and units in further wordings.

Where `identifiers_numbers`, `identifiers_places` and `identifiers_firms` go by the shape of the thing itself, here the words around it
tell what it is: a number somebody wore or was called by, the name a signboard bore, the village somebody names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, titles, towns
from intake.language.findings import PATTERN, PLAIN, STRONG, Finding
from intake.language.identifiers_korean_called import foreign
from intake.language.skeletons import letters_of

_DIGIT = "[영공일이삼사오육륙칠팔구]"
# 삼백칠, 이십구, 천이백: a number in Sino-Korean words
_SINO = r"(?:(?:[일이삼사오육륙칠팔구]?[천백십]){1,4}[일이삼사오육륙칠팔구]?)"
_NOT_COUNTED = r"(?!\s?(?:원|달러|달라|딸라|위안|루블|명|사람|시간|분(?!증)|살|세(?![가-힣])|개|마리|년|월|일(?![가-힣])|톤|키로|킬로|메터|미터|리터|프로|%|째|번이나|점|층|도(?![가-힣])|배))"
_NUMBERED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!전화)(?<!전화 )(?<!련락 )(?<!그 집 )(?:번호|끝자리|뒷자리|뒤자리|네\s자리?|명찰|패쪽|번호표|수번)(?:가|는|은|이|도|만|를)?\s(?:[가-힣]{{1,4}}\s){{0,2}}?(?P<n>\d{{1,4}}-\d{{1,6}}|\d{{2,12}})(?![\d,.-]?\d){_NOT_COUNTED}",
        r"(?:내가|제가|나는|저는|그는|걔는|그\s사람은)\s(?:[가-힣]{1,5}\s){0,2}?(?P<n>\d{1,4}번)(?=이[라였었고](?!나)|으로\s불|입니)",
        rf"(?<![가-힣])(?P<n>{_SINO}\s?번)(?=이라|이였|이었|입니|으로\s불|이\s(?:제|내)\s)",
        rf"(?<!전화)(?<!전화 )(?:번호|수번|군번|사번)(?:가|는|은|이|도|만|를)?\s(?P<n>{_DIGIT}(?:(?:에|의|에서)?[\s,.-]?{_DIGIT}){{2,}})(?=[^가-힣]|[을를이입라로였])(?!{_DIGIT}?[십백천만년월])",
        r"(?<![\d.,-])(?P<n>\d{1,5}번?)(?=이?라고\s(?:쓴|씌|썼|적힌|적은|적혀|박은|박힌|새긴|새겨|써|부르|불))",
        rf"(?:나를|저를|나보고|저보고|우리를|동무를|사람을|서로|이름\s대신|이름은\s없고)[^.!?\n]{{0,18}}?(?P<n>(?:{_SINO}|\d{{1,4}})\s?번)(?![째이]?나)",
        rf"(?:수감자|죄수|수인|로동자|작업자|로력자)\s번호(?:는|가)?\s(?P<n>{_SINO}(?:\s?번)?)(?=[,.이로으])",
        r"(?<!\d)(?P<n>\d{1,2}호실\s\d{1,3}번)(?=이|으로|입)",
        r"(?:명단|순서|번호|수번|차례)[^.!?\n]{0,14}?(?P<n>(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?\s번)(?=이였|이었|이라|입니|으로\s불)",
        rf"(?:번호|수번)[^.!?\n]{{0,10}}\d{{1,5}},?\s(?:나는|내가|제가|저는|내\s것은|제\s것은)\s(?P<n>\d{{1,5}})(?!\d){_NOT_COUNTED}",
    )
)

_ZODIAC = "쥐|소|범|호랑이|토끼|룡|용|뱀|말|양|원숭이|잔나비|잔내비|납|닭|개|돼지"
_YEAR = rf"(?:(?:19|20)?\d\d|{_DIGIT}{{2,4}}|주체\s?\d{{2,3}}|[칠팔구육륙오]?십[일이삼사오육륙칠팔구]?|{_SINO})"
_BIRTHS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![가-힣\d])(?:{_YEAR}\s?년(?:도|생)?[,의]?\s|[갑을병정무기경신임계][자축인묘진사오미신유술해]년\s)?(?:{_ZODIAC})\s?띠(?:생)?(?:\s?해)?",
        rf"(?<![가-힣\d]){_YEAR}\s?년(?:도)?\s?(?:\d{{1,2}}\s?월\s?)?생(?![가-힣]*[활산일존기])",
        r"(?<![가-힣])[갑을병정무기경신임계][자축인묘진사오미신유술해]년?\s?생(?![가-힣]*[활산일])",
        rf"(?<![가-힣\d]){_YEAR}\s?년도?(?:\s(?:(?:\d{{1,2}}|[일이삼사오육칠팔구십유시]{{1,2}})\s?월|정월|동[지짓]달|섣달))?(?=에\s?(?:났|태[여어]났|출생|나서))",
    )
)
_DAYS = re.compile(
    r"(?<![\d월]\s)(?<![\d월])\d{1,2}일\s(?:밤|새벽|아침|저녁)(?=에)|"
    r"(?<![가-힣])(?:초|열|스무)(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레)(?=에(?!\s(?:한|두))|[,]?\s(?:새벽|아침|저녁|오후|오전|밤(?!을)|낮))"
)

_HOUSE = "빌라|아파트|아빠트|주택|맨션|오피스텔|연립|하이츠|타운|빌딩|원룸|고시원|쉼터|합숙|기숙사|살림집"
_NUM = rf"(?:\d{{1,4}}(?:-\d{{1,4}})?(?:의\s?\d{{1,3}})?|{_SINO}|[일이삼사오육칠팔구](?=\s?(?:동|층|호)))"
_ADDRESSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![가-힣\d])(?:[가-힣]{{1,6}}(?:구|동|리|읍|면|로|길)\s)?[가-힣A-Za-z0-9]{{1,8}}(?:{_HOUSE})\s?(?:{_NUM}\s?동\s?)?{_NUM}\s?호(?:실)?",
        rf"(?<![가-힣\d])[가-힣]{{2,9}}\s?(?:거리|대로|골목|(?<!번호)로|길|가)\s?{_NUM}\s?(?:번지|호|동)(?:\s?{_NUM}\s?(?:호실|호|동|층|반|현관))*",
        r"(?<![가-힣\d])[가-힣]{2,6}(?:로|가|거리|동)\s?(?:\d{1,3}\s?(?:단지|호루|루|단원|호동|층|호실|호)\s?){2,}(?:\d{1,4}호?)?",
        r"(?<!\d)\d{1,3}동\s\d{1,2}층\s(?:왼쪽|오른쪽|끝|첫|맞은편)\s?(?:집|방)",
        r"(?<=방 번호는 )\d{2,4}호?|(?<=방 번호가 )\d{2,4}호?|(?<=호실은 )\d{2,4}호?",
        rf"(?<![가-힣\d])[가-힣]{{1,6}}(?:동|리|구역)\s?\d{{1,3}}\s?인민반(?:\s?{_NUM}\s?(?:층|호|현관)){{1,3}}",
    )
)

_PARTICLE = r"(?:에서|에는|에도|에|으로|로|까지|부터|의|이|가|은|는|을|를|쪽|출신|사람|태생|끝|변두리|라는|라고)"
_NO_WARD = re.compile(
    r"(?:입구|출구|친구|식구|도구|기구|연구|요구|가구|항구|야구|축구|농구|배구|탁구|지구|인구|호구|창구|욕구|수구|복구|촉구|전구|비상구|매표구|배기구|환기구|통풍구|배수구|승강구|보호구|공구|안구|영구|문구|누구|"
    r"추구|탐구|그리구|하구|라구|이구|가지구|먹구|보구|놓구|갔구|었구|았구|했구|였구|없구|있구|많구|않구|치구|되구|타구|다구|고구|어구|지구|들구|오구|쓰구|나구|개찰구|대용구|밀구|풀구|싸구|매구|차구|메구|신구|입구|벗구|닦구)$"
)
_PLACES = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (rf"(?<![가-힣])(?P<n>[가-힣]{{2,4}}(?:군|구역)\s[가-힣]{{2,5}}(?:리|동|읍|면|로동자구|노동자구|마을|포))(?={_PARTICLE}|[\s,.]|$)", PLAIN),
        (r"(?<![가-힣])(?P<n>[가-힣]{2,4}(?:군|구역|시)\s[가-힣]{2,4})(?=(?:이|가)\s고향)", PLAIN),
        (rf"(?<![가-힣])(?P<n>[가-힣]{{2,3}}(?:현|진|향)\s[가-힣]{{1,5}}(?:도구|촌|툰|향|골|구|리))(?={_PARTICLE}|[\s,.]|$)", PLAIN),
        (r"(?<![가-힣])(?P<n>(?!고향|우리|저희|그|이|저|옆|같은|시골|작은|큰|농촌|산골|조선족|한족|바닷가|강변|국경|이웃|건너|아래|윗|웃|온|한|어느|다른|첫|두|세|여러|근처|주변|외딴|낯선|본|산|낮은)[가-힣]{2,6}(?<![은는을를의에던한로도고서며쪽앞뒤면게히이])) (?=마을|부락(?!에서만))", PATTERN),
        (rf"(?<![가-힣])(?P<n>[가-힣]{{2,8}}구)(?={_PARTICLE}(?![가-힣]{{3}})|\s(?:끝|변두리|쪽|안|어느|사는|출신))", PATTERN),
        (r"(?<![가-힣])(?P<n>[가-힣]{2,7}?)(?:이라는|라는|이란|이라고\s하는|라고\s하는|라구\s하는)\s(?:[가-힣]{1,4}\s){0,2}?(?:마을|동네|부락|고장|섬|골짜기|촌|작은\s역|시골|읍)(?!까지만)", PATTERN),
    )
)  # fmt: skip

_FIRM = "회사|공장|식당|업체|기업|농장|호텔|상점|여행사|려행사|대리점|건설장|가게|파견회사|음식점|료리집|술집|목장|양식장|선박회사|건설회사|건설사|학교|학원|대학|중개소|소개소|인력회사|무역상|가공소|작업장|현장|사우나|찻집|간판|탄광|제재소|조선소|도장|병원|려관|여관|마트|백화점|시장|클럽|부업지"
_SAID = r"(?:이라고|라고|이라구|라구|이라는|라는|이라던|라던|이란|란)"
_WORD = r"[가-힣A-Za-z]{2,12}?"
_FIRM_AFTER = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<n>(?:[가-힣A-Za-z]{{1,8}}\s){{0,2}}?{_WORD}){_SAID}\s(?:하는\s|쓴\s|불리는\s)?(?:(?!사람|녀자|친구)[가-힣]{{1,6}}\s){{0,2}}?(?:{_FIRM}|데(?=가|는|도|에|였|이|서|를|로|[\s,.])|곳)"
)
_FIRM_BEFORE = re.compile(
    rf"(?:{_FIRM}|대방(?:은|이)?|상대\s?회사|(?:일한|일하던|일하는|나간|간|있던|다닌)\s(?:데|곳|집))(?:은|는|이|가|\s?이름은|\s?이름이|에|을|를)\s(?P<n>(?:[가-힣A-Za-z]{{1,8}}\s){{0,2}}?{_WORD})(?:{_SAID}(?![가-힣]{{0,2}}\s?(?:대답|말했|불평|욕|시켰|시키|하라))|입니다(?=[.,])|이였|이었|였(?=[습고는던])|이에요|예요)"
)
_SIGN = re.compile(r"간판[^.!?\n]{0,12}[‘“'\"](?P<n>[^’”'\"\n]{2,20})[’”'\"]")
_SCHOOL = re.compile(
    r"(?<![가-힣])(?P<n>(?:제\s?\d{1,3}호?\s?)[가-힣]{2,10}(?:학교|대학|학원|연수원|양성소))"
    r"|(?<![가-힣])(?P<m>(?!무슨|어느|어떤|우리|같은|다른|작은|좋은|유명|진짜|가짜|이름)[가-힣]{2,7}(?<![의는은을를던에서로도이가])\s[가-힣]{0,6}(?:전문학교|직업학교|기술학교|전문대학|직업대학))(?=이?라[고구는])"
)
_BODY = "사업소|총국|지도국|관리국|무역회사|건설회사|총회사|회사|교류사|려단|여단|련대|연대|돌격대|작업소|봉사국|상사|기업소|무역상사|림산사업소"
_UNITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![가-힣])(?P<n>[가-힣]{2,12}(?:지도국|총국|관리국|돌격대|총회사)\s(?:제?\s?\d{1,2}\s?(?:려단|여단|련대|대대|사업소|중대)|[가-힣]{2,6}(?:사업소|지사|대표부)))",
        r"(?<![가-힣])(?P<n>[가-힣]{2,6}\s\d{1,2}호\s작업반)",
        rf"(?<![가-힣\d])(?P<n>(?:제\s?)?\d{{1,3}}\s?(?:총국|지도국|관리국|국|처|부)\s[가-힣]{{2,10}}(?:{_BODY}))",
        r"(?<![가-힣\d])(?P<n>\d{1,2}\s?(?:대대|중대)\s\d{1,2}\s?(?:중대|소대|분대))(?!장)",
        rf"(?<![가-힣])(?P<n>(?:[가-힣]{{2,6}}\s)?[가-힣]{{2,12}}(?:{_BODY})\s(?:제\s?)?(?:\d{{1,3}}|[가-힣]{{2,4}}(?=지사|출장소|대표부|분사|지점|지부))\s?(?:중대|소대|대대|직장|작업반|사업소|지사|출장소|대표부|분국|분사|지점|지부|작업소|분조|조))(?![가-힣]*장(?:이|은|을|한))",
        rf"(?<![가-힣\d])(?P<n>[가-힣]{{2,6}}\d{{1,4}}(?:[가-힣]{{0,4}})?(?:{_BODY}|무역))",
        r"(?<![가-힣\d])(?P<n>\d{1,2}\s?직장\s\d{1,2}\s?작업반)",
    )
)
_SITE = re.compile(
    r"(?<![가-힣])(?P<n>[가-힣]{3,9})\s(?:현장|공사장|건설장|공장|회사|농장|호텔|식당)(?=에서|이였|이었|에\s|으로|은|이\s|[,.])"
)
_NO_FIRM = frozenset(
    "사람 친구 무슨 그런 이런 저런 어떤 큰 작은 우리 중국 조선 한국 로씨야 러시아 몽골 이름 간판 것 말 일 데 곳 지옥 천국 감옥 고향 조국 수용소 보통 거짓 가짜 진짜 하나 전부 다음 처음 외국 해외 현지 국가 나라 단체 개인 비밀 불법 "
    "관광객 관광 방문 연수 실습 류학 유학 학생 로동 노동 로력 돈 벌이 무역 건설 수산 피복 복장 식품 가공 봉사 봉제 림업 임업 농업 아는 모르는 좋은 나쁜 있는 없는 위험 안전 금지 출입금지".split()
)


_PLAIN = (
    ("ID_NUMBER", "number", "number.worn", PATTERN, _NUMBERED),
    ("BIRTH_DATE", "birth", "birth", PLAIN, _BIRTHS),
    ("EXACT_DATE", "day", "date", PATTERN, (_DAYS,)),
    ("ADDRESS", "place", "address.parts", PLAIN, _ADDRESSES),
)


def find(text: str) -> Iterator[Finding]:
    """Everything the wordings of this room give away, people apart."""
    for kind, head, rule, weight, patterns in _PLAIN:
        for pattern in patterns:
            group = "n" if "n" in pattern.groupindex else 0
            for match in pattern.finditer(text):
                yield _made(kind, head, text, *match.span(group), rule, weight)
    for match in _SITE.finditer(text):
        ended = re.search(r"(?:데|는|은|던|한|고|며|서|면|의|에|로|도|지|까지|부터)$", match["n"])
        if foreign(match["n"]) and not ended and not towns.is_wide(match["n"]) and not _general(match["n"]):
            yield _made("WORKPLACE", "firm", text, *match.span("n"), "firm.told", PATTERN)
    yield from _places(text)
    yield from _firms(text)
    for pattern in _UNITS:
        for match in pattern.finditer(text):
            head, _, tail = match["n"].partition(" ")
            own = (
                towns.is_wide(head)
                or re.search(rf"(?:{_BODY})$", head)
                or (tail.count(" ") == 0 and not re.search(rf"(?:{_BODY})", tail))
            )
            start = match.start("n") + (0 if own or not tail else len(head) + 1)
            yield _made("UNIT", "firm", text, start, match.end("n"), "unit.numbered", PLAIN)


def _places(text: str) -> Iterator[Finding]:
    for pattern, weight in _PLACES:
        for match in pattern.finditer(text):
            name = match["n"]
            plain = (
                name in commonwords.KOREAN
                or name in titles.KOREAN_TITLES
                or name in titles.KOREAN_KIN
                or name in _NO_FIRM
            )
            if not (plain or towns.is_wide(name) or _NO_WARD.search(name)):
                yield _made("SMALL_PLACE", "place", text, *match.span("n"), "place.told", weight)


def _firms(text: str) -> Iterator[Finding]:
    for pattern in (_FIRM_AFTER, _FIRM_BEFORE, _SIGN, _SCHOOL):
        for match in pattern.finditer(text):
            group = next(each for each, value in match.groupdict().items() if value)
            start = match.start(group) if pattern in (_SIGN, _SCHOOL) else _opening(text, *match.span(group))
            name = text[start : match.end(group)]
            if start < match.end(group) and not _general(name):
                yield _made(
                    "WORKPLACE",
                    "firm",
                    text,
                    start,
                    match.end(group),
                    "firm.told",
                    STRONG if foreign(name.replace(" ", "")) else PATTERN,
                )


def _opening(text: str, start: int, end: int) -> int:
    """Where a name of several words begins: from its last word back over words that are from another language, or a town."""
    words = list(re.finditer(r"\S+", text[start:end]))
    at = words[-1].start()
    for word in reversed(words[:-1]):
        own = (
            foreign(word[0])
            or towns.is_wide(word[0])
            or (foreign(words[-1][0]) and not re.search(r"[은는이가을를에의로도던한고서며]$", word[0]))
        )
        if not own:
            break
        at = word.start()
    return start + at


def _general(name: str) -> bool:
    """Whether this is a kind of thing, a person, or a sentence, and no name of a firm."""
    last = name.rsplit(maxsplit=1)[-1]
    return (
        last in commonwords.KOREAN
        or last in titles.KOREAN_TITLES
        or last in titles.KOREAN_KIN
        or last in _NO_FIRM
        or towns.is_wide(last)
        or bool(re.fullmatch(rf"(?:[가-힣]{{0,3}})?(?:{_FIRM})", last))
        or bool(re.search(r"(?:[은는던]|다|냐|까|요|자|라|지|게|서|면|고|[0-9])$", last) and not foreign(last))
        or bool(re.search(r"(?:사람|남자|녀자|여자|처녀|총각|명|분|달|날|해|원)$", last))
    )


def _made(kind: str, head: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return Finding(kind, start, end, rule, f"{head}.{letters_of(text[start:end])}", weight)
