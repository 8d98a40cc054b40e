"""Korean text: people by what they are called (왕눈이라고들 불렀다), introduced as, or are by their names from other languages.

A word becomes somebody's name here through the wording around it, so that the word itself may be anything that is not a plain
thing: verbs of calling, bynames beside a surname, copulas after a word for a person, relatives told of by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from intake.language import commonwords, contexts, firstnames, koreannames, surnames, titles, towns
from intake.language.findings import PATTERN, STRONG, Finding
from intake.language.identifiers_korean import helper
from intake.language.koreannames import closed, likely
from intake.language.skeletons import letters_of


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SUR = "".join(sorted(s for s in surnames.HANGUL if len(s) == 1))
_KIN = _any([k for k in titles.KOREAN_KIN if k not in ("처", "형")])
_TITLE = _any([t for t in titles.KOREAN_TITLES if len(t) > 1])
_PERSON = (
    r"(?:사람|친구|동무|동료|분(?!위|명|야)|남자|녀자|여자|처녀|총각|아이(?!가\s아니)|애(?!를\s낳)|녀성|여성|녀석|놈|년|언니|오빠|형|동생|아주머니|아저씨|아지미|아줌마|로인|노인|청년|소녀|소년|학생|영감|"
    r"간부|지도원|지배인|대표|브로커|딸|아들|딸애|아들애|조장|반장|통역|안내원|길잡이|목사|선교사|경비원|운전수|운전사|기사|감독|할머니|할아버지|사장|의사|간호원|간호사|주인|손님|교포|고려인|조선족|한족|화교|"
    r"중국인|로씨야인|러시아인|몽골인|선생|집사|전도사|신부|수녀|기자|변호사|료리사|요리사|식모|점원|상인|장사군|장사꾼|거간|중개인)"
)
_PEOPLE_OF = r"(?:로씨야|러시아|중국|몽골|터키|까자흐|카자흐|우즈베크|우즈벡|뽈스까|폴란드|한국|남조선|미국|현지|조선|고려|따지크|키르기스|네팔|인도|베트남|윁남|캄보쟈|캄보디아|라오스|태국|아랍|카나다|영국|독일|일본)"
_BY_TRAIT = (
    "뚱보 꼬마 꺽다리 키다리 털보 곰보 애꾸 절뚝이 절뚝발이 절름발이 대머리 난쟁이 왕눈이 안경쟁이 말라깽이 뚱뚱이 점박이 째보 언청이 외팔이 코주부 주정뱅이 깍쟁이 영감쟁이 영감탱이 말더듬이 곱사등이 꼽추 땅딸보 "
    "떡보 먹보 짱구 검둥이 흰둥이 벙어리 귀머거리 바보 왕코 주먹코 매부리코 사팔뜨기 깜둥이 도깨비 막둥이 맏이 홀쭉이 배불뚝이 쌍둥이"
).split()
_TRAIT = _any(_BY_TRAIT)
# Titles said in Chinese and written by ear: 라오반 (boss), 쓰푸 (master), 따거 (elder brother).
_BY_EAR = "라오반 로반 노반 라오쓰 로사 사부 쓰푸 스푸 시푸 따거 다거 따꺼 따제 다제 따마 다마 다예 따예 아이 경리 징리 쭝 쭈런 주런 창장 반장 타이타이 셴성 센성 쟈오서우".split()
_P = contexts.PARTICLE
_AFTER = rf"(?=이?(?:{_P}){{1,2}}(?![가-힣])|이?(?:었|였|입니|에요|예요)|[,.!?\s\"”’'])"

# What follows a name when somebody is called by it, and the verb.
_CALL = r"(?:이?라(?:고|구)?(?:들|만|도|두|는|밖에)?)\s?(?:(?:다들|그냥|늘|서로|모두|몰래|흔히)\s)?"
_VERB_CALL = r"(?:불[렀러리렸]|부[르른릅]|놀[리렸려]|별명|통했|통하|칭했|칭하)"
_VERB_SAY = r"(?:했|하[였지던는고며]|합[니디]|해\s?[둡두])"
_VERB_KNOW = r"(?:압니|알[고았지]|해\s?[둡두]|기억|적[어고]|써|아는|모[르릅])"
_WORD = rf"(?:(?:{_TRAIT})\s[가-힣]{{1,3}}?|[가-힣]{{2,6}}\s(?:{_TITLE}|{_KIN}|[{_SUR}])|[{_SUR}]\s[가-힣]{{2,4}}?|[가-힣]{{2,6}}?)"
_CALLED = re.compile(rf"(?<![가-힣])[‘“'\"]?(?P<n>{_WORD})[’”'\"]?{_CALL}(?:(?P<v>{_VERB_CALL})|(?P<s>{_VERB_SAY}))")
_ONLY = re.compile(rf"(?<![가-힣])(?P<n>{_WORD})이?라(?:고|구)(?:만|밖에)\s?{_VERB_KNOW}")
_CALLERS = re.compile(
    r"(?:우리끼리|저희끼리|뒤에서|뒤로|속으로|밖에\s?대고|겉으로|다들|모두|사람들|아이들|애들|동무들|로동자들|조원들|처녀들|녀자들)(?:은|는|이|에서는|에선)?\s[^.!?\n]{0,14}$"
)
_OBJECT = re.compile(
    r"([가-힣]+?)(?:을|를)\s(?:[가-힣]{1,4}\s)?$|([가-힣]+)(?:보고|더러)\s(?:[가-힣]{1,4}\s)?$|(그걸|이걸|저걸|이거|그거)\s$"
)
_PRONOUN = re.compile(rf"(?:저|나|그|걔|쟤|얘|그이|우리|너|서로|{_PERSON}|{_TITLE}|{_KIN})$")
_BYNAMED = re.compile(
    rf"(?<![가-힣])(?:별명|별호|외호|애칭|아명|가명|본명|본이름|실명)(?:은|는|이|가|도)?\s[‘“'\"]?(?P<n>{_WORD})[’”'\"]?(?=이?(?:라[고구는]|였|었|입니|임다|고요|에요|예요|인데|고(?![가-힣]))|,|\.)"
    rf"|(?<![가-힣])(?P<m>{_WORD})(?:이?라는|이?란)\s(?:별명|별호|외호|이름|애칭|가명|본명)"
    rf"|(?<![가-힣])(?P<o>[가-힣]{{2,6}}?)이?라(?:고|구),?\s(?:본명|본이름|실명|진짜\s이름|원래\s이름)"
)
_TRAITED = re.compile(
    rf"(?<![가-힣])(?P<n>[{_SUR}]\s(?:{_any(_BY_TRAIT + _BY_EAR)})){_AFTER}|(?<![가-힣])(?P<m>(?:{_TRAIT})\s(?:[{_SUR}](?![가-힣])|[{_SUR}](?=(?:이|가|은|는|한테|하고|와|과|을|를)(?![가-힣]))|[가-힣]{{2,3}}?)){_AFTER}"
)
_OF_PLACE = re.compile(
    r"(?<![가-힣])(?P<n>(?!새|시|친정|외가|주인|선생|사모|본|큰|작은|어느|남의|우리|언니)[가-힣]{2,3}댁)(?=이|은|을|의|네|한테|에게|하고|[,.]|도|\s)"
)
_CHINESE = re.compile(
    rf"(?<![가-힣])(?P<n>(?:샤오(?!미(?![가-힣]))|쇼우|라오(?!스|반))[가-힣]{{1,2}}?){_AFTER}|(?<![가-힣])(?P<m>[가-힣]{{1,2}}(?:쓰푸|라오반|따거|따꺼|따제)){_AFTER}"
)
_ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<n>(?:미스터|미스|마담|미시즈)\s[가-힣]{{1,3}}?)(?=(?:{_P}){{1,2}}(?![가-힣])|[,.])"
    rf"|(?<![가-힣])(?P<m>[{_SUR}]?(?:요한|바울|베드로|사무엘|다니엘|모세|요셉|에스더|디모데|마르코|안드레|스데반))(?=\s(?:목사|선교사|전도사|집사|장로|형제|신부|권사)|(?:{_P}){{1,2}}(?![가-힣]))"
)
_SHOP = re.compile(r"(?<![가-힣])(?P<n>(?P<t>[가-힣]{2,4})집)(?=이\s|은\s|네|한테|에게|하고)")
# 푸른하늘이라고 뜨는 사람; 옥별 엄마라고 밥 해 주던 분이 있었다; 이름은 캄이라고 했다
_TOLD = re.compile(
    rf"(?<![가-힣])(?P<n>{_WORD})이?라(?:고|구),?\s(?:(?:뜨는|하는|부르는|불리는|자칭하는|소개한|적힌)\s{_PERSON}|(?:[가-힣]+\s){{1,4}}?{_PERSON}(?P<there>(?:이|가|도|은|는)\s(?:있|하나|한)))"
)
_PERSON_NAME = re.compile(
    r"(?:사람|녀자|남자|분|총각|처녀|아이|애)(?:의)?\s이름(?:은|이)\s(?P<n>[가-힣]{1,6}?)(?=이?(?:라고|라구|였|었|입니|임다|에요|예요))"
)
# 빅토르 김이라는 사람, 마 로사라는 녀자, 올가라는 고려인 아주머니
_INTRODUCED = re.compile(
    rf"(?<![가-힣])(?P<n>{_WORD})이?라(?:는|고\s?하는|구\s?하는|던)\s(?:(?!일|말|것|데|곳)[가-힣]{{1,6}}\s){{0,3}}?{_PERSON}(?:(?![가-힣]{{3}})|(?=입니다|이였|이었|인데))"
)
_SURNAMED = re.compile(
    rf"(?<![가-힣])성(?:은|이|씨는|만)\s(?P<n>[{_SUR}](?:가|씨)?)(?=이?(?:라[고는]|입니|고(?![가-힣])|였|었|인데|에요|예요))"
)
_IS_CALLED = re.compile(r"이름[을이은도만][^.!?\n]{0,14}[,:]\s(?P<n>[가-힣]{2,4})(?=[.!?])")
_RELATIVE = re.compile(
    rf"(?<![가-힣])(?:시|처|외|친|큰|작은)?(?:{_KIN})(?:"
    r"(?:의)?\s이름(?:은|이|도)\s(?P<n>[가-힣]{2,4}?)(?=이?(?:라[고구]|였|었|입니|임다|고(?![가-힣])|에요|예요|인데)|,|\.)"
    r"|(?:은|는|이|가)\s(?P<m>[가-힣]{2,4}?)(?=이?(?:입니|임다|라고\s?[합하해]|라고요|에요|예요|고요)|이?,)"
    rf"|\s(?P<k>[{_SUR}]\s(?:로인|노인|씨|영감|의사|선생|선생님))(?={_P}|[\s,.]))"
)
_AS_TOLD = re.compile(r"(?<![가-힣])(?P<n>[가-힣]{1,4}?)이?라(?:고|구)(?:요)?(?=[,.])")
_NAME_TOLD = re.compile(rf"(?:{_KIN})\s?(?:의\s)?이름[을은이도][^.!?\n]{{0,20}}[.,!?]\s?$")
_KIN_TOLD = re.compile(rf"(?<![가-힣])(?:{_KIN})(?:이|가|은|는|도|를|을|\s되는\s사람이)\s[^.!?\n]{{0,40}}$")
_OTHERS = re.compile(r"(?:사람|친구|동무|로동자|지도원|지배인|반장|녀자|남자)(?:이|가|은|는|을|를)\s[^.!?\n]{0,30}$")

# Syllables of names that are not Korean: strong and aspirated onsets, and some that Korean names do not have.
_FOREIGN_ONSETS = frozenset((1, 4, 8, 10, 13, 14, 15, 16, 17))
_FOREIGN_SURE = frozenset("벡렉멕섹젝넥를뷔옌샨랸")
_FOREIGN_MORE = frozenset(
    "랏슈훌옐옌스즈츠크트프흐르므브드그느뷔쥬류벨켈넬셀델텔첼샤야쟈랴냐뱌먀갸캬튜듀뮤뉴쉐줴레베메네데게에세제"
)
_JOB = r"(?:기사|운전수|운전사|사장|주인|감독|반장|십장|경비원|경비|통역|경찰|의사|간호원|료리사|요리사|안내원|관리인|이웃|친구|동료|목수|용접공|감독관|상인|기술자|매니저|가이드|선교사|목사|변호사|녀자|여자|남자|처녀|총각|청년|할머니|할아버지|아주머니|아저씨|로인|노인|로동자|손님|아이|교수|선생|딸|아들)"
_JOB_NAME = re.compile(
    rf"{_JOB}\s(?P<n>[가-힣]{{2,5}}?)(?=이?(?:가|는|한테|하고|도|를|네|라고|라는|더러|보고)(?![가-힣])|이\s|은\s|을\s|,)"
)
_JOB_IS = re.compile(
    rf"{_JOB}(?:은|는|이|가)\s(?:(?:늘|항상|매번|주로|보통|대개|바로|다)\s)?(?P<n>[가-힣]{{2,5}}?)(?=이?(?:었|였|입니|임다|라고|에요|예요|고요|고(?![가-힣])))"
)
_TITLED = re.compile(
    rf"(?<![가-힣])(?P<n>(?P<h>[가-힣]{{2,5}})\s(?:{_JOB}|아지미|언니|오빠|누나|이모|삼촌|사모님|신부님|목사님))(?=(?:네|님)?(?:{_P}){{0,2}}(?![가-힣])|이?라)"
)
_POST_ENDS = re.compile(r"(?:원|장|자|생|공|꾼|군|인|쟁이|관|객|부|국|반|조|들|댁|네)$")
_THING_ENDS = re.compile(
    r"(?:사|수|소|점|집|방|실|당|구|기|시|일|것|데|곳|말|때|날|달|년|돈|병|죄|법|품|권|증|금|회|식|표|적|질|짓|이야기|음악|비자|문제|핑계|소리|거짓말|농담|자랑|영웅|대회|규률|규율|규정|훈련|교육|방침|사업|계획|과제|물건|"
    r"사진|노래|행사|명절|휴일|생일|제사|놀이|구경|잔치|지|가|비)$"
)


def thing(word: str, *, ends: bool = True) -> bool:
    """Whether a word is first of all a thing, a place, a post or a relation, and so no name by itself.

    `ends`: also one that only ends like such words; said of a person (그를 독사라 불렀다) that proves nothing.
    """
    last = word.rsplit(maxsplit=1)[-1]
    whole = word if last in (*titles.KOREAN_TITLES, *titles.KOREAN_KIN) else last
    named = koreannames.score(word) >= 4 or koreannames.given_score(word) >= 3 or foreign(word)
    return (
        whole in commonwords.KOREAN
        or whole in titles.KOREAN_TITLES
        or whole in titles.KOREAN_KIN
        or towns.is_wide(word)
        or last in _THINGS
        or bool(re.fullmatch(rf"{_PERSON}|{_PEOPLE_OF}.*", word))
        or bool(_POST_ENDS.search(word) and not named and len(word) > 1 and " " not in word)
        or bool(ends and _THING_ENDS.search(word) and not named and " " not in word)
        or word.endswith(
            ("에서", "으로", "까지", "부터", "하는", "있는", "없는", "이라", "한테", "에게", "다고", "냐고")
        )
    )


_THINGS = frozenset(
    "총화 명절 도급 합숙 불법 관광객 견학 방문 연수 류학 유학 실습 로력 노력 봉사 지원 도장 국수 해볕 볕 나라 조국 고향 감옥 지옥 천국 무덤 개미 짐승 기계 노예 거지 거짓 가짜 진짜 우리 저희 자기 하나 둘 셋 이제 그때 거기 여기 "
    "어디 누구 무엇 뭐 아무 그렇 이렇 저렇 얼마 언제 어느 다음 처음 마지막 이것 그것 저것 이거 그거 저거 밤 낮 자유 평화 사랑 희망 정말 농사 장사 벌이 외화벌이 돈벌이 계획분 과제금 혁명 사상 학습 생활총화 호상비판 딱지 종이 문건 서류 사과 배 밥 죽 떡 술 담배 뇌물 고기 강냉이 인사 선물 "
    "보위부 안전부 검찰소 공안 변방대 대사관 영사관 세관 회사 공장 식당 학교 병원 교회 은행 시장 숙소 기숙사 작업장 현장 건설장 사람 녀자 남자 처녀 총각 아이 애 어른 로인 주인 손님 동포 교포 조선 한국 중국 로씨야 러시아 북한 남한 미국 일본 몽골".split()
)


def foreign(word: str) -> bool:
    """Whether the syllables are such as only names from other languages have, at least two of them or one that is plain."""
    if word in firstnames.HANGUL:
        return True
    signs = 0
    for char in word:
        code = ord(char) - 0xAC00
        if not 0 <= code < 11172:
            return False
        signs += 2 * (char in _FOREIGN_SURE or (code // 588 in _FOREIGN_ONSETS and char not in surnames.GIVEN_SECOND))
        signs += char in _FOREIGN_MORE
    return signs >= 2 and word not in commonwords.KOREAN and word not in titles.KOREAN_TITLES


def find(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """People by what they are called, and full names where the given name was seen."""
    yield from _called(text)
    for pattern, rule in (
        (_BYNAMED, "nickname"), (_TRAITED, "nickname"), (_OF_PLACE, "name.of-place"), (_CHINESE, "name.foreign"), (_ADDRESSED, "name.foreign"), (_SURNAMED, "surname.alone"),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            yield from _seen(text, match, rule)
    for pattern in (_TOLD, _PERSON_NAME):
        for match in pattern.finditer(text):
            if not thing(match["n"], ends=pattern is _TOLD and bool(match["there"])):
                yield from _cut(text, *match.span("n"), "name.called")
    for match in _SHOP.finditer(text):
        if towns.is_wide(match["t"]):
            yield _made(text, *match.span("n"), "name.of-place", STRONG)
    yield from _introduced(text)
    yield from _relatives(text)
    yield from _foreign(text)
    yield from _fulls(text, found)


def _called(text: str) -> Iterator[Finding]:
    for match in _CALLED.finditer(text):
        name, before = match["n"], text[max(0, match.start() - 34) : match.start("n")].rstrip("‘“'\"")
        before = re.split(r"[.!?\n]", before)[-1]
        what = _OBJECT.search(before)
        named = what and (what[1] or what[2])
        person = bool(named and (_PRONOUN.search(named) or likely(named, 3)))
        person = person or bool(not what and _CALLERS.search(before))
        if (what and not person) or thing(name, ends=not person):
            continue
        if match["v"] or person:
            yield from _cut(text, *match.span("n"), "nickname")
    for match in _ONLY.finditer(text):
        if not thing(match["n"], ends=False):
            yield from _cut(text, *match.span("n"), "nickname")


def _seen(text: str, match: re.Match[str], rule: str) -> Iterator[Finding]:
    group = next(each for each, value in match.groupdict().items() if value)
    if rule in ("surname.alone", "name.foreign", "name.of-place") or not thing(match[group], ends=False):
        yield from _cut(text, *match.span(group), rule)


def _introduced(text: str) -> Iterator[Finding]:
    for match in _INTRODUCED.finditer(text):
        if not thing(match["n"], ends=False):
            yield from _cut(text, *match.span("n"), "name.called")
    for match in _IS_CALLED.finditer(text):
        if likely(match["n"], 3):
            kin = re.search(
                rf"(?:{_KIN})(?:이|가|은|는)?\s[^.!?\n]{{0,40}}$", text[max(0, match.start() - 48) : match.start()]
            )
            yield _made(text, *match.span("n"), "name.told", STRONG, "FAMILY" if kin else None)


def _relatives(text: str) -> Iterator[Finding]:
    for match in _RELATIVE.finditer(text):
        group = match.lastgroup or "n"
        start, end = _without_i(text, *match.span(group))
        if group == "k" or likely(text[start:end], 3):
            yield _made(text, start, end, "kin.name", STRONG, "FAMILY")
    for match in _AS_TOLD.finditer(text):
        start, end = _without_i(text, *match.span("n"))
        name, before = text[start:end], text[max(0, start - 60) : start]
        if _NAME_TOLD.search(before) and not thing(name):
            yield _made(text, start, end, "kin.name", STRONG, "FAMILY")
            continue
        kin = _KIN_TOLD.search(before)
        if kin and len(name) > 1 and likely(name, 3) and not _OTHERS.search(kin[0].replace("되는 사람이", "")):
            yield _made(text, start, end, "kin.name", STRONG, "FAMILY")


def _foreign(text: str) -> Iterator[Finding]:
    for pattern in (_JOB_NAME, _JOB_IS):
        for match in pattern.finditer(text):
            if foreign(match["n"]) and not thing(match["n"]):
                yield from _cut(text, *match.span("n"), "name.foreign")
    for match in _TITLED.finditer(text):
        head = match["h"]
        if (
            foreign(head)
            and not re.match(_PEOPLE_OF, head)
            and not re.search(r"(?:[까터는은한고며도서]|취한)$", head)
            and (head in firstnames.HANGUL or not (_THING_ENDS.search(head) or _POST_ENDS.search(head)))
        ):
            yield _made(text, *match.span("n"), "name.foreign", STRONG)


def _fulls(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """전학범, where 학범이는 was seen as a name: the same syllables after a surname."""
    givens = {text[f.start : f.end] for f in found if f.kind in ("PERSON", "BROKER", "FAMILY") and f.weight >= PATTERN}
    givens = {name for name in givens if re.fullmatch(r"[가-힣]{2}", name)}
    if not givens:
        return
    pattern = re.compile(rf"(?<![가-힣])(?P<n>[{_SUR}](?:{_any(sorted(givens)[:80])})){_AFTER}")
    for match in pattern.finditer(text):
        yield _made(text, *match.span("n"), "name.full", STRONG)


def _without_i(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the name-forming 이 (철국이입니다)."""
    name = text[start:end]
    return (start, end - 1) if len(name) > 2 and name[-1] == "이" and closed(name[:-1]) else (start, end)


def _cut(text: str, start: int, end: int, rule: str) -> Iterator[Finding]:
    """The words that are the name: of two words both only when one of them belongs to the other."""
    name = text[start:end]
    head, _, tail = name.partition(" ")
    titled = tail in titles.KOREAN_TITLES or tail in titles.KOREAN_KIN
    belongs = (
        len(head) == 1
        or head in _BY_TRAIT
        or likely(head, 3)
        or foreign(head)
        or foreign(tail)
        or (titled and not thing(head) and not re.search(r"(?:[가-힣]{2}[한던]|운|는|은|의|린)$", head))
        or (len(tail) == 1 and not thing(head))
    )
    if tail and not belongs:
        start += len(head) + 1
    last = text[start:end].rsplit(maxsplit=1)[-1]
    if (
        rule in ("nickname", "name.foreign")
        and text.startswith("이라", end)
        and closed(last)
        and len(last) > 1
        and not likely(last, 3)
    ):
        # 왕눈이라고: whether the 이 belongs to the name is not to be seen.
        end += last not in titles.KOREAN_TITLES and last not in _BY_EAR
    elif text.startswith(("이라", "이였", "이었"), end) and not closed(last):
        end += 1
    if len(letters_of(text[start:end])) > 1 and text[start:end] not in titles.KOREAN_TITLES:
        yield _made(text, start, end, rule, STRONG if rule != "nickname" else PATTERN)


def _made(text: str, start: int, end: int, rule: str, weight: int, kind: str | None = None) -> Finding:
    return Finding(kind or helper(text, start, end), start, end, rule, f"name.{letters_of(text[start:end])}", weight)
