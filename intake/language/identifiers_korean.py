"""People named in Korean text who stand nowhere in the record, by the words around their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, contexts, surnames, titles, towns
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.skeletons import letters_of


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SUR = "".join(sorted(s for s in surnames.HANGUL if len(s) == 1))
_SUR2 = _any(sorted(surnames.TWO_SYLLABLES))
_FIRST = "".join(sorted(surnames.GIVEN_FIRST))
_SECOND = "".join(sorted(surnames.GIVEN_SECOND))
_GIVEN = f"[{_FIRST}][{_SECOND}]"
_FULL = f"(?:(?:{_SUR2}|[{_SUR}])[{_FIRST}][{_SECOND}]|(?:{_SUR2})[{_FIRST}])"
_TITLE = _any(titles.KOREAN_TITLES)
_KIN = _any(titles.KOREAN_KIN)
_P = contexts.PARTICLE
_END = rf"(?=(?:{_P}){{0,3}}(?![가-힣]))"

# 박 지배인, 한 과장 / 박지배인
_SURNAME_TITLE = re.compile(rf"(?<![가-힣])(?P<s>{_SUR2}|[{_SUR}])\s?(?P<t>{_TITLE})(?:님)?{_END}")
# 주성철 지도원, 명진 조장, 연수 언니, 은정 동무
_NAME_TITLE = re.compile(rf"(?<![가-힣])(?P<n>{_FULL}|{_GIVEN})\s(?P<t>{_TITLE})(?:님|네)?{_END}")
_NAME_TITLE_GLUED = re.compile(
    rf"(?<![가-힣])(?P<n>{_FULL})(?P<t>동무|동지|씨|님|지도원|지배인|선생|반장|조장|과장|사장|대표)(?:님)?{_END}"
)
# 지배인 고창수한테, 조장 염동수가, 어머니 오춘녀는, 아들 진혁이가
_TITLE_NAME = re.compile(
    rf"(?<![가-힣])(?:[가-힣]{{0,4}}\s?)??(?P<t>{_TITLE})(?:인|라는|이라는)?\s(?P<n>{_FULL})(?=이?(?:{_P}){{0,3}}(?![가-힣]))"
)
_KIN_NAME = re.compile(
    rf"(?<![가-힣])(?:[우저내]리?\s)?(?P<t>{_KIN})(?:인|의 이름은|이름은|\s이름이)?,?\s(?P<n>{_FULL}|{_GIVEN})(?=이?(?:{_P}){{0,3}}(?![가-힣]))"
)
_ROLE = r"(?:사람|친구|동무|동료|분|남자|녀자|여자|처녀|총각|아이|애|녀성|여성|녀석|놈|언니|오빠|형|동생|아주머니|아저씨|로인|노인|청년|소녀|소년|학생|간부|지도원|지배인|대표|브로커|딸|아들|딸애|아들애|조장|반장|통역)"
# 려명옥이라고, 은별이라고, 정애라고 제 아래 침대에서 자던 동무가
_CALLED = re.compile(
    rf"(?<![가-힣])(?P<n>{_FULL}|{_GIVEN}|[{_SUR}][가-힣]{{1,2}})(?P<c>이라고|이라는|라고|라는|이란|란)(?=[\s,.])"
)
# "설경아, …"  "은숙 동무"  두식이, 두식이
_VOCATIVE = re.compile(rf"(?P<q>[\"“'‘(,.!?…\s]|^)(?P<n>{_FULL}|{_GIVEN})(?P<v>[아야])(?=[,!?.…~])")
# 광진이가, 영팔이는: the name-forming 이 stands only after names
_NAME_I = re.compile(
    rf"(?<![가-힣])(?P<n>(?:[{_SUR}])?[{_FIRST}][{_SECOND}])이(?=(?:가|는|를|네|도|한테|하고|와|의|랑|에게|만|더러|보고)(?![가-힣]{{2}}))"
)
_NAME_I_TWICE = re.compile(rf"(?<![가-힣])(?P<n>{_GIVEN})이,\s(?P=n)이")
# 염가가 절반을, "곽가 이 새끼"
_GA = re.compile(
    rf"(?<![가-힣])(?P<n>[{_SUR}]가)(?=(?:가|는|를|놈|네|한테|하고|도|의)(?![가-힣])|\s이\s(?:새끼|놈|자식)|\s?(?:새끼|놈)|라는|라고)"
)
# a plain full name with a particle, when nothing else in Korean reads like it
_BARE = re.compile(
    rf"(?<![가-힣])(?P<n>[{_SUR}][{_FIRST}][{_SECOND}])(?=(?:이가|이는|한테|에게|이라는|씨|하고|이와|이도|은|는|이|가|과|와|의)(?![가-힣])|[,.]|\s(?:이름|앞|부부|일가))"
)
_NICK = re.compile(
    r"(?:별명[은이]?|별호[는가]?|우리는|다들|모두가?|사람들[은이])\s?(?:그[를을]?\s)?[\"“'‘](?P<q>[가-힣]{2,6}(?:\s[가-힣]{1,4})?)[\"”'’]"
    r"|별명[은이]\s(?P<n>[가-힣]{2,6})(?=이?[라었였]|입니다)"
    r"|(?P<h>[가-힣]{2,5}\s(?:아저씨|아주머니|아지미|할머니|할아버지|형님|누님|아바이|언니|이모|삼촌|영감))(?=이?라[고는])"
)
_NOT_SURE = re.compile(
    r".*(?:하고|이고|라고|이나|에서|하는|하게|하지|하며|해서|한데|다고|라는|어서|으로|부터|까지|[은는]데|세요|니다)$"
)
_WORDS = re.compile(
    r"^(?:조선|지배|지도|안전|신의|한국|한마|하루|오전|오후|이전|이후|방문|전화|공민|공장|나라|국가|국제|국경|주인|주민|주석|조국|조장|조직|정문|정부|정치|정식|정도|정보|"
    r"정말|임시|임금|우리|여기|여자|여권|여행|연길|연수|연락|유엔|유학|남자|남조|남편|남포|노동|노임|문제|문화|변방|석달|선생|선양|성원|소식|소학|송환|손님|신문|신분|"
    r"심양|안내|안해|양식|원래|원산|위생|위원|이름|이번|이튿|인민|인차|장사|전기|전부|제재|주소|지금|지난|차례|천만|추방|평양|표를|하나|하노|함께|허가|현장|현금|현지|"
    r"호실|홍수|고향|고기|고려|공사|공안|권고|기간|기계|기관|기차|길림|김치|단동|당시|대표|도문|도장|동무|동생|두만|로동|류학|마당|마을|명절|모두|무산|문건|미국|민족|"
    r"반장|방법|배급|백두|보위|복장|봉사|부모|부업|사람|사장|상점|상품|서류|서울|설날|세관|수산|시장|시내|어머|언니|연변|영사|예심|오빠|온성|왕복|용정|원수|인원|일본|"
    r"장군|장마|전에|제대|주말|중국|지방|직장|진짜|창고|채소|체류|총화|최고|출국|친구|태국|통역|편지|학교|학습|한달|함흥|해외|현재|혜산|황해|회사|회령|후방|훈춘).?"
)


def find(text: str) -> Iterator[Finding]:
    """Names of people in Korean, each with the sort of evidence there is."""
    for match in _SURNAME_TITLE.finditer(text):
        yield from _surname_title(text, match)
    yield from _around(text)
    for match in _VOCATIVE.finditer(text):
        if (
            _given(match["n"])
            and match["n"] not in commonwords.KOREAN | {match["n"]} - commonwords.KOREAN
            or match["q"] in "\"“'‘"
        ):
            if _fits_vocative(match["n"], match["v"]):
                yield _at(text, match, "name.vocative", STRONG)
    for pattern, rule in ((_NAME_I, "name.i"), (_NAME_I_TWICE, "name.twice")):
        for match in pattern.finditer(text):
            if _closed(match["n"]) and _given(match["n"]) and match["n"] not in commonwords.KOREAN:
                yield _at(text, match, rule, PATTERN)
    for match in _GA.finditer(text):
        yield _at(text, match, "name.ga", PATTERN)
    for match in _NICK.finditer(text):
        group = next(name for name in ("q", "n", "h") if match[name])
        yield _made(text, match.start(group), match.end(group), "nickname", PATTERN)
    for match in _BARE.finditer(text):
        if _full(match["n"]) and not _WORDS.match(match["n"]) and _telling(match["n"]):
            yield _at(text, match, "name.form", GUESS)


def _around(text: str) -> Iterator[Finding]:
    for match in _NAME_TITLE.finditer(text):
        if _given(match["n"]) and not _role_word(match["n"]):
            weak = (
                len(match["n"]) == 2
                and match["n"] in commonwords.KOREAN
                and match["t"] not in titles.KOREAN_ADDRESS | {"동무", "씨", "양", "군"}
            )
            if not weak:
                yield _at(text, match, "name.title", STRONG)
    for pattern, rule in ((_NAME_TITLE_GLUED, "name.title"), (_TITLE_NAME, "title.name")):
        for match in pattern.finditer(text):
            if _full(match["n"]) and not _WORDS.match(match["n"]):
                yield _at(text, match, rule, STRONG)
    for match in _KIN_NAME.finditer(text):
        name = match["n"]
        if _given(name) and name not in commonwords.KOREAN and not _WORDS.match(name) and not _role_word(name):
            kind = "PERSON" if match["t"] in ("나그네",) else "FAMILY"
            yield _made(text, *match.span("n"), "kin.name", STRONG if len(name) > 2 else PATTERN, kind)
    for match in _CALLED.finditer(text):
        yield from _called(text, match)


def _surname_title(text: str, match: re.Match[str]) -> Iterator[Finding]:
    surname, title = match["s"], match["t"]
    spaced = match.end("s") < match.start("t")
    if (
        title
        in (
            "님",
            "형",
            "양",
            "군",
            "누이",
            "기사",
            "의사",
            "검사",
            "참사",
            "대사",
            "공사",
            "이사",
            "리사",
            "상사",
            "서기",
            "대리",
            "부장",
            "반장",
            "조장",
            "과장",
            "소장",
            "사장",
        )
        and not spaced
    ):
        # 조장, 반장, 사장 …: title alone, or a word of its own
        if surname in surnames.DETERMINERS | surnames.NOUN_SURNAMES or title in ("님", "형", "양", "군"):
            return
    called = bool(re.match(r"(?:님)?(?:이라[는고]|라[는고]|이란)", text[match.end() : match.end() + 4]))
    if surname in surnames.DETERMINERS and not called:
        if surname in ("이", "그", "저", "각", "매", "본", "총", "부", "두", "네", "구", "제", "고") or not spaced:
            return
    if title in ("형", "님", "양", "군", "옹") and surname in surnames.NOUN_SURNAMES | surnames.DETERMINERS:
        return
    weight = STRONG if surname not in surnames.DETERMINERS | surnames.NOUN_SURNAMES or called else PATTERN
    yield _made(text, match.start(), match.end(), "surname.title", weight)


def _called(text: str, match: re.Match[str]) -> Iterator[Finding]:
    name, ending = match["n"], match["c"]
    if _closed(name) != ending.startswith("이") or _NOT_SURE.match(name) or _WORDS.match(name) or towns.is_wide(name):
        return
    after = text[match.end() : match.end() + 40]
    before = text[max(0, match.start() - 14) : match.start()]
    person = bool(re.search(_ROLE, re.split(r"[.!?]", after)[0])) or bool(
        re.search(rf"(?:{_KIN}|{_ROLE}|이름)[가-힣]{{0,2}}\s$", before)
    )
    if len(name) >= 3 and _full(name) and re.search(r"(?:공장|식당|회사|마을|농장|아파트|데입니다|곳)", after[:14]):
        return
    if len(name) >= 3 and _full(name):
        yield _at(text, match, "name.called", STRONG if person else PATTERN)
    elif len(name) == 2 and _given(name) and person and name not in commonwords.KOREAN:
        kin = bool(re.search(rf"(?:{_KIN})[가이]?\s$", before))
        yield _made(text, *match.span("n"), "name.called", PATTERN, "FAMILY" if kin else None)


def _full(name: str) -> bool:
    return (
        len(name) in (3, 4)
        and name not in commonwords.KOREAN
        and name[-2:] not in ("에서", "하고", "이나", "으로", "에게", "까지")
    )


def _given(name: str) -> bool:
    return len(name) >= 2 and not (len(name) == 3 and _WORDS.match(name))


def _role_word(name: str) -> bool:
    """A word that itself is a title or a relative (지도 동무, 소대 반장)."""
    return name in titles.KOREAN_TITLES or name in titles.KOREAN_KIN or bool(_WORDS.match(name))


def _closed(name: str) -> bool:
    return (ord(name[-1]) - 0xAC00) % 28 != 0


def _fits_vocative(name: str, particle: str) -> bool:
    return _closed(name) == (particle == "아")


# Words of everyday use that happen to be built like a full name have common middle syllables; names rarely do.
def _telling(name: str) -> bool:
    return (
        name[1:] not in commonwords.KOREAN
        and name[:2] not in commonwords.KOREAN
        and name[1] in _TELLING
        and name[2] in _TELLING
    )


_TELLING = frozenset(
    "숙 순 옥 희 철 혁 경 영 명 성 춘 금 은 정 미 향 련 화 란 봉 룡 용 학 길 만 복 광 일 남 호 창 석 진 선 설 별 국 혜 윤 현 민 훈 준 범 녀 분 월 매 실 덕 태 재 형 홍 승 충 필 팔 칠 해 송 솔 은 림".split()
)


def _at(text: str, match: re.Match[str], rule: str, weight: int) -> Finding:
    return _made(text, *match.span("n"), rule, weight)


def _made(text: str, start: int, end: int, rule: str, weight: int, kind: str | None = None) -> Finding:
    return Finding(kind or helper(text, start, end), start, end, rule, f"name.{letters_of(text[start:end])}", weight)


_HELPER = re.compile(
    _any(list(titles.KOREAN_HELPERS))
    + r"|초청장을\s?파는|돈을\s?받고\s?(?:건네|넘)|강을\s?건네|숨겨\s?[주준]|데려다\s?[주준]|도와\s?[주준]|연결해"
)


def helper(text: str, start: int, end: int) -> str:
    """BROKER when the sentence speaks of brokers or of help on the way, else PERSON."""
    left = max(text.rfind(mark, max(0, start - 40), start) for mark in ".!?\n")
    right = min((at for mark in ".!?\n" if (at := text.find(mark, end, end + 40)) >= 0), default=end + 40)
    near = text[max(left + 1, start - 40) : right]
    return "BROKER" if _HELPER.search(near) else "PERSON"
