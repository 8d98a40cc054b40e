"""People named in Korean text who stand nowhere in the record, by the words around their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.language import commonwords, contexts, koreannames, surnames, titles, towns
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.koreannames import ROLE, closed, likely
from intake.language.skeletons import letters_of


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SUR = "".join(sorted(s for s in surnames.HANGUL if len(s) == 1))
_SUR2 = _any(sorted(surnames.TWO_SYLLABLES))
_GIVEN = f"[{''.join(sorted(surnames.GIVEN_FIRST))}][{''.join(sorted(surnames.GIVEN_SECOND))}]"
_FULL = f"(?:(?:{_SUR2}|[{_SUR}])[가-힣]{{2}}|(?:{_SUR2})[가-힣])"
_TITLE = _any(titles.KOREAN_TITLES)
_RANK = _any([t for t in titles.KOREAN_TITLES if t not in titles.KOREAN_ADDRESS and len(t) > 1])
_KIN = _any(titles.KOREAN_KIN)
_P = contexts.PARTICLE
_END = rf"(?=(?:{_P}){{0,3}}(?![가-힣])|이?(?:었|였|입니|에요|예요|거든|니까|시고|셨))"
_PERSONAL = (
    r"(?=이?(?:가|는|은|이|를|을|도|하고|한테|에게|랑|와|과|의|네|만|더러|보고|께서|야|아|라고|이라고)?(?![가-힣]))"
)
_IS = r"(?=입니다|이었|였|이고|이라|라고|인데|이에|예요|이요|이며|이란|고요|인\s(?:건|것|줄|걸|게|데)|,|\.)"

# 박 지배인, 한 과장, 박지배인
_SURNAME_TITLE = re.compile(rf"(?<![가-힣])(?P<s>{_SUR2}|[{_SUR}])(?P<gap>\s?)(?P<t>{_TITLE})(?:님)?{_END}")
# 주성철 지도원, 명진 조장, 연수 언니, 은정 동무; 주성철지도원
_NAME_TITLE = re.compile(rf"(?<![가-힣])(?P<n>{_FULL}|[가-힣]{{2}})이?\s(?P<t>{_TITLE})(?:님|네)?{_END}")
_GLUED = re.compile(
    rf"(?<![가-힣])(?P<n>{_FULL})(?:동무|동지|씨|님|지도원|지배인|선생|반장|조장|과장|사장|대표)(?:님)?{_END}"
)
# 지배인 고창수한테, 부소대장 탁성일이; 인솔자는 봉춘삼이었습니다
_TITLE_NAME = re.compile(
    rf"(?:{_TITLE}|인솔자|책임자|담당자|주인|운전수|당번)(?:인|라는|이라는|이던|였던)?\s(?P<n>{_FULL}){_PERSONAL}"
)
_TITLE_IS = re.compile(
    rf"(?:{_RANK}|{ROLE}|인솔자|책임자|담당자|주인|운전수|이름|본명|실명|성함|총책|책임비서|우두머리)(?:은|는|이|가)\s(?P<n>{_FULL}|{_GIVEN}){_IS}"
)
# 어머니 오춘녀는, 아들 진혁이가, 남편 이름은 리철호
_KIN_NAME = re.compile(
    rf"(?<![가-힣])(?:[우저내]리?\s)?(?:막내|큰|작은|맏|둘째|셋째|첫째|외|친|이종|고종|사촌|육촌|시|처)?(?P<t>{_KIN})(?:인|의)?(?:\s?이름[은이])?\s(?P<n>{_FULL}|{_GIVEN}){_PERSONAL}"
)
# 신애 어머니가, 은철이 아버지는
_NAME_KIN = re.compile(
    rf"(?<![가-힣])(?P<n>{_FULL}|{_GIVEN})이?(?:의|네)?\s(?:어머니|아버지|엄마|아빠|부모|남편|안해|아내|동생|오빠|누나|언니|형|집에서|가족|고향[이은]){_END}"
)
# 려명옥이라고, 은별이라고; 정애라고, 제 아래 침대에서 자던 동무가
_CALLED = re.compile(
    rf"(?<![가-힣])(?P<n>{_FULL}|[가-힣]{{2}})(?P<c>이라고|이라는|이라던|라고|라는|라던|이란|란)(?=[\s,.])"
)
# 같은 분대 철수는, 옆자리 분희가, 친구 만호를
_GROUP = re.compile(
    r"(?:(?:같은|우리|옆|한|제|내)\s(?:분대|소대|중대|대대|조|반|호실|방|작업반|동네|학급|학교|마을)(?:에\s?(?:있던|살던|다니던))?|옆자리|앞자리|뒤자리|"
    rf"옆침대|윗침대|아래침대|짝패|단짝|동창|고향친구|친구|동료|후배|선배|룸메이트)\s(?P<n>{_FULL}|{_GIVEN}){_PERSONAL}"
)
# "설경아, 입김이라도 불어라"
_VOCATIVE = re.compile(rf"(?P<q>[\"“'‘(,.!?…\s]|^)(?P<n>{_FULL}|{_GIVEN})(?P<v>[아야])(?=[,!?.…~])")
_QUOTED_CALL = re.compile(rf"[\"“'‘](?:야,?\s)?(?P<n>{_FULL}|{_GIVEN})(?=[,!])")
# 광진이가, 영팔이는: the name-forming 이 stands only after names
_NAME_I = re.compile(
    rf"(?<![가-힣])(?P<n>[{_SUR}]?{_GIVEN})이(?=(?:가|는|를|네|도|한테|하고|와|의|랑|에게|만|더러|보고)(?![가-힣]{{2}}))"
)
_TWICE = re.compile(rf"(?<![가-힣])(?P<n>{_GIVEN})이,\s(?P=n)이")
# 염가가 절반을, "곽가 이 새끼"
_GA = re.compile(
    rf"(?P<q>[\"“'‘]?)(?<![가-힣])(?P<n>[{_SUR}]가)(?=(?:가|는|를|놈|네|한테|하고|도|의|라는|라고|란)(?![가-힣])|\s이\s(?:새끼|놈|자식)|\s?(?:새끼|놈))"
)
# a full name, or a given name, with nothing beside it but a particle
_BARE = re.compile(
    rf"(?<![가-힣])(?P<n>[{_SUR}]{_GIVEN})(?=(?:이가|이는|한테|에게|하고|이와|이도|은|는|이|가|과|와|의|을|를|도)(?![가-힣])|입니다|임다|이었|이였|이요|이오|이지|인\s(?:건|것|줄|걸|게|데)|인가|"
    rf"였|[,.]|\s(?:이름|앞|부부|두 사람|세 사람|셋이|둘이|등))"
)
_BARE_GIVEN = re.compile(rf"(?<![가-힣])(?P<n>{_GIVEN})(?=(?:는|가|한테|에게|하고|와|도|를)(?![가-힣]))")
_NICK = re.compile(
    r"(?:별명[은이]?|별호[는가]?|우리는|다들|모두가?|사람들[은이])\s?(?:그[를을]?\s)?[\"“'‘](?P<q>[가-힣]{2,6}(?:\s[가-힣]{1,4})?)[\"”'’]"
    r"|별명[은이]\s(?P<n>[가-힣]{2,6}?)(?=이?[라었였]|입니다)"
    r"|(?<![가-힣])(?P<h>[가-힣]{2,5}\s(?:아저씨|아주머니|아지미|할머니|할아버지|형님|누님|아바이|언니|이모|삼촌|영감))(?=이?라[고는])"
)
# Surnames that with 가 make no other word (왕가는 알았다).
_ALONE_SURNAMES = frozenset("김박최윤임림황권허곽변렴염탁맹왕엄추")
# 최씨 아매, 박가 영감
_SSI_KIN = re.compile(
    rf"(?<![가-힣])(?P<n>(?:{_SUR2}|[{_SUR}])(?:씨|가)(?:네)?\s(?:아매|아바이|아주머니|아저씨|아줌마|아지미|할머니|할아버지|영감|로인|노인|아줌|집|성|부부|형|언니|누나|로파|할매|할배|총각|처녀))"
)
# 리씨가 받았다; 전 아바이, 주물공 한 영감
_SSI = re.compile(
    rf"(?<![가-힣])(?P<n>(?:{_SUR2}|[{_SUR}])씨|(?![권장소기엽])[{_SUR}]총)(?=(?:가|는|를|네|도|의|한테|하고|와|라는|라고|에게|랑|더러)(?![가-힣]))"
)
_OLD = re.compile(
    rf"(?<![가-힣])(?P<n>(?![이그저우내네제두한온새])(?:{_SUR2}|[{_SUR}])\s(?:아바이|아매|아버이|영감|로인|노인|아지미|아즈바이|할매|할배|아즈마이|로파))(?=(?:{_P}){{0,2}}(?![가-힣])|[,.])"
)
_LOOSE_SURNAMES = surnames.DETERMINERS | surnames.NOUN_SURNAMES
_SHORT_TITLES = frozenset(
    "님 형 양 군 씨 옹 누이 기사 의사 검사 참사 대사 공사 이사 리사 상사 서기 대리 부장 반장 조장 과장 소장 사장 선배 후배 막내".split()
)


def find(text: str, places: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Names of people in Korean, each with the sort of evidence there is. `places`: words known to be places."""
    for each in _all(text):
        word = text[each.start : each.end]
        if word not in places and not towns.is_wide(word) and word.removesuffix("이") not in places:
            yield each


def _all(text: str) -> Iterator[Finding]:
    for match in _SURNAME_TITLE.finditer(text):
        yield from _surname_title(text, match)
    for pattern in (_SSI_KIN, _SSI, _OLD):
        for match in pattern.finditer(text):
            yield _at(text, match, "surname.kin", STRONG if pattern is _SSI_KIN else PATTERN)
    yield from _titled(text)
    yield from _related(text)
    for match in _CALLED.finditer(text):
        yield from _called(text, match)
    for match in _VOCATIVE.finditer(text):
        quoted = match["q"] in "\"“'‘" and match["q"]
        if closed(match["n"]) == (match["v"] == "아") and (quoted or likely(match["n"], 4)):
            yield _at(text, match, "name.vocative", STRONG)
    yield from _formed(text)
    for match in _NICK.finditer(text):
        group = next(name for name in ("q", "n", "h") if match[name])
        yield _made(text, match.start(group), match.end(group), "nickname", PATTERN)
    yield from _bare(text)


def _surname_title(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """A surname before a title; a surname that is also a determiner or a noun (이, 한, 조) needs an introduction."""
    surname, title, spaced = match["s"], match["t"], bool(match["gap"])
    called = bool(re.match(r"(?:님)?이?라[는고구]|이란|인데|이였|이었|입니다", text[match.end() : match.end() + 4]))
    loose = surname in _LOOSE_SURNAMES
    if not spaced and (title in _SHORT_TITLES or loose or (surname + title) in titles.KOREAN_TITLES):
        return
    if title in ("님", "형", "양", "군", "옹", "씨") and loose and title != "씨":
        return
    if surname in surnames.DETERMINERS and not called and (surname in "이그저각매본총부두네제온전한당" or not spaced):
        return
    yield _made(text, match.start(), match.end(), "surname.title", PATTERN if loose and not called else STRONG)


def _titled(text: str) -> Iterator[Finding]:
    for match in _NAME_TITLE.finditer(text):
        name, address = match["n"], match["t"] in _ADDRESS
        if name in titles.KOREAN_TITLES or name in titles.KOREAN_KIN or name in _NOT_BEFORE_TITLE:
            continue
        introduced = (
            len(name) > 2 and address and koreannames.score(name) >= 3 and not koreannames.is_word(name, openings=False)
        )
        if (
            likely(name, 3)
            or introduced
            or (len(name) == 3 and address and _unlikely(name))
            or (
                len(name) == 2
                and address
                and name in commonwords.KOREAN
                and koreannames.given_score(name) >= 2
                and match["t"] in _SURE_ADDRESS
            )
        ):
            yield _at(text, match, "name.title", STRONG if len(name) > 2 or address else PATTERN)
    for pattern, rule in ((_GLUED, "name.title"), (_TITLE_NAME, "title.name")):
        for match in pattern.finditer(text):
            start, end = _without_i(text, *match.span("n"))
            name = text[start:end]
            if likely(name, 3) and _whole(name):
                yield _made(text, start, end, rule, STRONG if len(name) > 2 else PATTERN)
    for match in _TITLE_IS.finditer(text):
        ranked = bool(_RANK_IS.match(match[0]))
        start, end = _without_i(text, *match.span("n"))
        name = text[start:end]
        titled = (
            ranked
            and len(name) > 2
            and koreannames.score(name) >= 3
            and name not in commonwords.KOREAN
            and name[1:] not in _NOT_BEFORE_TITLE
        )
        called = match[0].startswith(("이름", "본명", "실명", "성함"))
        titled |= called and len(name) > 2 and koreannames.score(name) >= 4 and name not in commonwords.KOREAN
        if titled or (likely(name, 2 if ranked and len(name) > 2 else 4) and koreannames.plain(name)):
            yield _made(text, start, end, "title.is", STRONG if len(name) > 2 else PATTERN)


def _unlikely(name: str) -> bool:
    """A surname and two syllables rarely seen in names (조백산 동무), which are no word with an ending either."""
    return (
        name[0] in surnames.FREQUENT
        and koreannames.score(name) >= 2
        and not koreannames.is_word(name)
        and koreannames.plain(name)
        and name[-1] not in "의집든던한는은을운긴린른쪽방반적족음울인된간온난로에서도만지고"
    )


_RANK_IS = re.compile(rf"(?:{_RANK}|인솔자|책임자|담당자)[은는이가]")
_ADDRESS = titles.KOREAN_ADDRESS | {"동무", "동지", "씨", "아가씨", "누나", "선생", "선생님"}
_SURE_ADDRESS = frozenset(
    "언니 오빠 누나 동무 씨 아가씨 아지미 아바이 형 형님 누님 아주머니 아저씨 할머니 아매".split()
)
_NOT_BEFORE_TITLE = frozenset(
    "우리 저희 다른 모든 같은 옆집 옆방 아랫 윗집 이웃 동네 시골 고향 도시 중국 한국 조선 로씨야 러시아 북한 남한 미국 일본 그런 이런 저런 어떤 무슨 새로 먼저 담당 "
    "책임 해당 상급 하급 젊은 늙은 나이 착한 나쁜 큰집 작은 사촌 친한 아는 모르 있던 하던 가던 오던 되는 하는 있는 없는 맏이 막내 둘째 셋째 첫째 청소 경비 식당 주방 "
    "농장 공장 회사 호텔 가게 상점 창고 현장 본사 안전 보위 지도 로동 노동 기술 생산 작업 건설 무역 인민 국가 중앙 지방 군당 시당 도당 세포 정치 조직 선전 재정 회계 "
    "여자 녀자 남자 총각 처녀 동갑 띠동 한족 조선족 고려인 한국인 중국인 몽골인 교포 화교 고려 야간 주간 당직 교대 통역 운전 경찰 공안 세관 변방 국경 이번 지난 다음 예전 옛날 원래 진짜 바로 결국 혼자 "
    "때문 정도 사이 하나 마흔 서른 스무 열두 열세 예순 쉰이 일흔".split()
)


def _without_i(text: str, start: int, end: int) -> tuple[int, int]:
    """A given name with the name-forming 이 looks like a full name (진혁이가): leave the 이 to the particle."""
    name = text[start:end]
    formed = (
        len(name) == 3
        and name[2] == "이"
        and closed(name[1])
        and re.match(r"[가는를네도의하한랑와만에라였었입임고구지란두]", text[end : end + 1])
    )
    if formed and name[1:] not in commonwords.KOREAN and koreannames.given_score(name[:2]) >= 3:
        return start, end - 1
    return start, end


def _whole(name: str) -> bool:
    """Whether the name is not a shorter name with a particle (고창이 + 가 is cut by the pattern; 김철은 is not)."""
    return not (len(name) == 3 and name[-1] in "은는을를" and closed(name) is not False and name[1:] not in _REAL_ENDS)


_REAL_ENDS = frozenset(
    "경은 정은 성은 지은 가은 하은 예은 주은 영은 명은 옥은 다은 나은 채은 시은 고은 세은 소은 효은 미은 혜은 은은 춘은 금은 철은".split()
)


_FORMED = re.compile(r"이(?:가|는|를|한테|하고|에게|더러|보고|네)(?![가-힣]{2})")


def _related(text: str) -> Iterator[Finding]:
    for match in _NAME_KIN.finditer(text):
        name = match["n"]
        if likely(name, 3) and name not in _NOT_BEFORE_TITLE and not name.endswith(("네", "집", "쪽")):
            yield _at(text, match, "name.kin", PATTERN)
    for match in _KIN_NAME.finditer(text):
        start, end = _without_i(text, *match.span("n"))
        name = text[start:end]
        # 아들애 금성이한테: an everyday word too, where the name-forming 이 stands after it
        formed = len(name) == 2 and koreannames.given_score(name) >= 2 and _FORMED.match(text, end)
        if (likely(name, 3) and _whole(name)) or formed:
            yield _made(text, start, end, "kin.name", STRONG if len(name) > 2 else PATTERN, "FAMILY")
    for match in _GROUP.finditer(text):
        start, end = _without_i(text, *match.span("n"))
        name = text[start:end]
        everyday = (
            name in commonwords.KOREAN
            and koreannames.given_score(name) >= 2
            and re.match(r"[는가]", text[end : end + 1])
        )
        if likely(name, 3) or (everyday and text[match.start() : match.start() + 2] == "같은"):
            yield _made(text, start, end, "group.name", PATTERN)


# 전화자라는 할머니, 주앙이라는 운전수: what stands before is hardly ever anything but a name
_SOMEBODY = re.compile(
    r"\s(?:하는\s)?(?:(?:젊은|늙은|나이|중국|한국|조선|조선족|로씨야|러시아|한족|키\s?큰|착한|나쁜|어린|같은|고향)\s){0,2}(?:사람|남자|녀자|여자|처녀|총각|녀석|놈|아이(?!가\s아니)|애|언니|오빠|동무|친구|할머니|할아버지|아주머니|아저씨|운전수|운전사|"
    r"원장|사장|의사|간호사|목사|신부|통역|로인|노인|청년|소년|소녀|분(?!위|명|야))(?![가-힣]{3})"
)


def _called(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Somebody introduced by name: 려명옥이라고, 정애라고. What follows or precedes must speak of a person."""
    name, ending = match["n"], match["c"]
    end = match.end("n")
    if not ending.startswith("이") and name.endswith("이") and closed(name[:-1]):
        name, end, ending = name[:-1], end - 1, "이" + ending
    if len(name) < 2 or closed(name) != ending.startswith("이") or koreannames.is_word(name, openings=len(name) < 3):
        return
    after = re.split(r"[.!?]", text[match.end() : match.end() + 40])[0]
    before = text[max(0, match.start() - 14) : match.start()]
    if re.search(r"공장|식당|회사|마을|농장|아파트|데입니다|곳이|상점|도시|업체|호텔", after[:16]):
        return
    kin = bool(re.search(rf"(?:{_KIN})[가이은는]?\s$", before))
    person = (
        kin or bool(re.search(ROLE, after)) or bool(re.search(rf"(?:{_TITLE}|{ROLE}|이름)[가-힣]{{0,2}}\s$", before))
    )
    told = bool(_SOMEBODY.match(text, match.end()))
    if told and (koreannames.score(name) >= 3 or len(name) < 4) and not towns.is_wide(name):
        yield _made(
            text, match.start("n"), end, "name.called", STRONG if len(name) > 2 else PATTERN, "FAMILY" if kin else None
        )
    elif len(name) > 2 and likely(name, 3 if person else 4):
        yield _made(
            text, match.start("n"), end, "name.called", STRONG if person else PATTERN, "FAMILY" if kin else None
        )
    elif len(name) == 2 and person and likely(name, 4):
        yield _made(text, match.start("n"), end, "name.called", PATTERN, "FAMILY" if kin else None)


def _formed(text: str) -> Iterator[Finding]:
    for pattern, rule in ((_NAME_I, "name.i"), (_TWICE, "name.twice")):
        for match in pattern.finditer(text):
            if closed(match["n"]) and likely(match["n"], 4):
                yield _at(text, match, rule, PATTERN)
    for match in _QUOTED_CALL.finditer(text):
        if likely(match["n"], 4) and koreannames.plain(match["n"]):
            yield _at(text, match, "name.vocative", PATTERN)
    for match in _GA.finditer(text):
        doubled = text[match.end("n") : match.end("n") + 1] == "가"
        if (
            doubled
            or match["q"]
            or match["n"][0] in _ALONE_SURNAMES
            or (match["n"][0] not in _LOOSE_SURNAMES and "놈" in text[match.end() : match.end() + 6])
        ):
            yield _at(text, match, "name.ga", PATTERN)


_LIVING = re.compile(r"(?:한테|에게|하고)(?![가-힣])")


def _bare(text: str) -> Iterator[Finding]:
    for match in _BARE.finditer(text):
        formed = _without_i(text, *match.span("n")) != match.span("n")
        if not formed and likely(match["n"], 4) and koreannames.plain(match["n"]):
            yield _at(text, match, "name.form", GUESS)
    for match in _BARE_GIVEN.finditer(text):
        name = match["n"]
        least = 3 if _LIVING.match(text, match.end()) else 4
        if koreannames.given_score(name) >= least and not koreannames.is_word(name):
            yield _at(text, match, "given.form", GUESS)


def _at(text: str, match: re.Match[str], rule: str, weight: int) -> Finding:
    return _made(text, *match.span("n"), rule, weight)


def _made(text: str, start: int, end: int, rule: str, weight: int, kind: str | None = None) -> Finding:
    return Finding(kind or helper(text, start, end), start, end, rule, f"name.{letters_of(text[start:end])}", weight)


_GIVEN_AWAY = r"(?:주|줬|준[다\s]|줄|줍|드렸)"
_HELPER = re.compile(
    _any(titles.KOREAN_HELPERS)
    + r"|초청장을\s?파는|강을\s?건[네너]|숨겨|숨어|은신|차를\s?[대댔]|마중|데리러|넘겨|넘어갔|빼돌|재워|안내해|건네\s?주|길을\s?(?:안내|가르|대)|산길|별장에|숨었|나오는\s건|돈은?\s[^.!?\n]{0,10}받았|도왔|도운|데려왔|차로\s|업어\s|데려다|데려간|데려갔|맞은\s사람|맞아\s?주|편지를\s날라|기다리던\s사람|차에\s태웠|같이\s가\s?[준줬주]|수고비|표를?\s끊어|붙여\s?[준줬]|꾸며\s?[준줬]|원을\s달라|도와\s?[주준줬]|연결해|련결해|빠져나|따라\s?(?:나섰|갔|왔)|길을\s(?:[가-힣]+\s)?(?:알려|가르쳐)|나를\s[^.!?\n]{0,8}넘긴|우리를\s[^.!?\n]{0,12}넘긴|번호를\s?(?:보여|알려|적어|받|줬|주)"
    r"|만나(?:서)?\s[^.!?\n]{0,12}(?:갔|나왔|넘)"
    rf"|(?:태워|실어(?:다)?|실어\s?날라|바래다|감춰|빼내|빼|구해|꺼내|소개해|이어|몰아|달려와|따돌려|맡아)\s?{_GIVEN_AWAY}"
    rf"|(?:돈|차비|려비|여비|로비)(?:을|를|도)?\s(?:[가-힣]+\s)?(?:보내|대|꿔|쥐여|부쳐)\s?{_GIVEN_AWAY}|(?:전화|련락|연락)(?:를|을|도)?\s(?:[가-힣]+\s)?(?:걸어|해|넣어)\s?{_GIVEN_AWAY}|약을\s(?:가져|구해|사다)"
    rf"|(?:려권|여권|신분증|서류|증명서|사증|비자|거류증|초청장|호구|호적)(?:을|를|도)?\s(?:[가-힣]+\s){{0,3}}?(?:만들어|내|꾸며|구해|뽑아|해|떼|받아)\s?{_GIVEN_AWAY}|출석한\s것으로|소개비|수수료|중간에서|다리를\s놓|줄을\s(?:대|서)|자리를\s(?:알아|구해|주선)|주선"
)


_CLERGY = re.compile(r"(?:목사|전도사|집사|권사|장로|선교사|신부|수녀|사모)(?:님)?$")


def helper(text: str, start: int, end: int) -> str:
    """BROKER for clergy, and when the words around speak of brokers or of help on the way, else PERSON."""
    if _CLERGY.search(text, max(start, end - 5), end) or _CLERGY.search(
        text.rstrip(), max(0, end), min(len(text), end + 6)
    ):
        return "BROKER"
    left = max(text.rfind(mark, max(0, start - 40), start) for mark in ".!?\n")
    # Somebody who is introduced (편 선생이라는 사람) is told about in the sentence that follows too.
    introduced = bool(
        re.match(r"이?라[는고구던]|이?입니|이?였|이었|이?예요|이에요|이?고요|이?란|이?인데|임다", text[end : end + 3])
    )
    reach = 84 if introduced else 48
    if introduced:
        left = max(text.rfind(mark, max(0, left - 50), max(0, left)) for mark in ".!?\n")
        first = max(left + 1, start - 70)
    else:
        first = max(left + 1, start - 40)
    right = min(
        (at for mark in ("\n" if introduced else ".!?\n") if (at := text.find(mark, end, end + reach)) >= 0),
        default=end + reach,
    )
    return "BROKER" if _HELPER.search(text, first, min(len(text), right)) else "PERSON"
