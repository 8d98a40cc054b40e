"""Korean text: names that stand in a list with a name, two-syllable full names, names from other languages, bynames of helpers.

These lean on evidence further away than the word beside: a neighbour in a list that is a name, the same form coming again, syllables
that Korean names do not have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from intake.language import commonwords, koreannames, names, surnames, titles, towns
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.identifiers_korean import helper
from intake.language.skeletons import letters_of
from intake.language.variants import PEOPLE

_ANIMATE = r"(?:이가|이는|이를|이도|이한테|이하고|이네|이랑|이와|이의|한테서?|에게서?|하고|더러|보고|께서|이라는|이라고|라는|라고)"
_PARTICLE = rf"(?:{_ANIMATE}|은|는|이|가|을|를|도|과|와|의|네|씨|입니다|이였|이었|였|인데|이고|이요|이오)"
# 리만수하고 곽철이, 금단이, 오복실이, 허은경이가; 은희와 순영
_JOIN = r"(?:이?하고|이?랑|이?와|과|이?,|,|·|및)\s?(?:또\s|그리고\s|저하고\s|막내\s|제일\s)?"
_ITEM = r"[가-힣]{2,4}"
_NEXT = re.compile(
    rf"{_JOIN}(?P<n>{_ITEM}?)(?=이?하고|이?랑|이?와|과|이?,|·|이?{_PARTICLE}(?![가-힣])|\s(?:{'|'.join(sorted(titles.KOREAN_TITLES, key=len, reverse=True))})|\s(?:세|네|두|셋|넷|둘|다섯|여섯)\s?(?:사람|명|이서)?|\s등|[.!?\s])"
)
_BEFORE = re.compile(rf"(?<![가-힣])(?P<n>{_ITEM}?)(?:이?하고|이?랑|이?와|과|이?,|·|및)\s?$")
_TWO = re.compile(rf"(?<![가-힣])(?P<n>[가-힣]{{2}})(?={_PARTICLE}(?![가-힣])|[,.]|\s(?:이름|등))")
# Syllables with which names from other languages are written and Korean names are not.
_ALIEN = frozenset(
    "갸걔겐곤괴구굴그글까께꼬꾸끄끼나냐너네노누뉴느니닉다더데도두듀드들디따떼또뚜뜨띠라랄람랍래러레렉렌로롤루룩룸르를리릭린림마막만맛머메멘모무므미바반발버베벨보본볼부뷔브블비빅빠뻬뽀뿌쁘삐사살"
    "샤샨샬세센셰소쇼수쉬슈슨스슬시싸쎄쏘쑤쓰씨아안알압야얀어얼에엘옐예옐오올와우울위윌유율이일자잔저제젠조존죠쥬즈지짜쩨쪼쯔찌차챠처첸초추츄츠치카칼캄커케켄켈코콘쿠쿨크클키킨타탄터테텐토톤톰투트틀티"
    "파팍팔패퍼페펜펠포폴푸풀프플피하한할함핫허헤헨호후훈흐히힌"
)
_TELLTALE = re.compile(
    r"[그끄느드뜨르므브쁘스쓰즈쯔츠크트프흐뱌뺘쟈샤쉬슈챠츄캬켄켈텐톤톰퍼페펠폴플블클글슬릭닉빅벨렌첸옐냐랴먀까께꼬꾸끼따떼또뚜띠뻬뽀뿌삐쎄쏘쑤쩨쪼찌케코쿠키테토투티파포푸피]"
)
_PEOPLE = (
    r"(?:로씨야|러시아|쏘련|우즈베[크끼]|우즈벡|따지[크끄]|타지크|키르기즈|키르기스|까자흐|카자흐|우크라이나|뽈스까|폴란드|몽골|인도|방글라데슈|방글라데시|파키스탄|네팔|베트남|윁남|필리핀|아랍|꾸웨이트|쿠웨이트|"
    r"에짚트|이집트|수단|케냐|세네갈|앙골라|나미비아|에티오피아|아프리카|미국|영국|독일|터키|튀르키예|이란|캄보쟈|캄보디아|태국|타이|라오스|말레이시아|현지|외국|백인|흑인|고려인|백로씨야)"
)
_JOB = (
    r"(?:사람|사장|주인|감독|반장|십장|기사|운전수|운전사|경찰|공안|의사|간호사|녀자|여자|남자|로인|할머니|할아버지|아주머니|아저씨|친구|동료|로동자|노동자|청년|처녀|총각|관리인|경비원|경비|료리사|통역|변호사|감독관|감독원|작업반장|"
    r"브로커|안내원|목사|신부|원장|부원장|의사|간호원|기자|교수|선생|소장|지배인|책임자|담당자|상인|가이드|부부|이웃|동네\s사람|산림감독원|현장감독|현장소장|매니저|엔지니어|기술자|직원|손님)"
)
_FOREIGN = r"[가-힣]{2,6}(?:[\s·][가-힣]{2,6})?"
_FOREIGN_RULES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PEOPLE}(?:계|인|족)?\s?(?:[가-힣]{{1,5}}\s)?{_JOB}(?:은|는|이|가|인|도)?,?\s(?P<n>{_FOREIGN})(?=이?라고|이?라는|이?란|라는|씨|{_PARTICLE}(?![가-힣])|[,.])",
        rf"(?<![가-힣])(?P<n>{_FOREIGN})(?:이?라고|이?라는|이?란|이?라던)\s(?:하는\s)?(?:[가-힣]{{1,6}}\s){{0,2}}?(?:{_PEOPLE}|{_JOB})",
        rf"(?<![가-힣])(?P<n>{_FOREIGN})\s?(?:씨|패|네\s?패|일행|신부|신부님|수녀|목사|전도사|선교사|사장|감독|할머니|할아버지|아주머니|아저씨|아줌마|선생|의사|반장|주인)(?=[가-힣]{{0,4}}(?![가-힣]))",
        rf"(?:이름은|이름이|본명은|별명은)\s[‘“'\"]?(?P<n>{_FOREIGN})(?=[’”'\"]?(?:이?라고|이?라는|입니다|이?였|이?었|[,.]))",
        rf"[‘“'\"](?P<n>{_FOREIGN})[’”'\"](?=이?라고|이?라는|이?였|이?었|입니다|로\s|으로\s)",
    )
)
_LOAN = frozenset(
    "텔레비죤 텔레비전 트럭 버스 뻐스 택시 콤퓨터 컴퓨터 아파트 아빠트 호텔 카드 비자 커피 맥주 라디오 인터네트 인터넷 스마트폰 프로그램 뜨락또르 미싱 도크 크레인 비루스 바이러스 코로나 마스크 달러 딸라 루블 "
    "유로 킬로 메터 미터 센치 그람 톤 페지 페이지 세멘트 시멘트 콘크리트 레미콘 타일 파이프 스위치 노트 노트북 모니터 서버 사이트 게임 앱 프리랜서 프로젝트 코드 아이디 이메일 메일 레스토랑 바 나이트 커피숍 "
    "슈퍼마켓 마트 시장 파티 테이블 소파 침대 샤워 비닐 플라스틱 고무 모자 스키 스케트 축구 뽈 카메라 사진 필름 테레비 냉동기 냉동 랭동 오징어 조개 게 새우 로씨야 러시아 모스크바 하바롭스크 블라지보스또크 "
    "우즈베크 카자흐 케냐 나이로비 아프리카 유럽 아시아 프랑스 이딸리아 스페인 도이췰란드 뽈스까 브로커 코리아 크리스마스 그리스도 예수 하느님 하나님 마르크스 레닌 스탈린 김치 라면 소시지 빵 보드카 워드카 "
    "그리고 그러나 그러니까 그래서 그런데 그때 그날 그다음 그동안 스스로 스무 스물 드디여 드디어 따로 또다시 또한 크게 트랙 프로 플러스 마이너스 모르 오르 다르 흐르 부르 따르 그냥 그저 그대로 그만 그놈 그년 "
    "그분 그들 그쪽 쓰레기 뜨개 뜨거 크림 초코파이 초콜레트 스트레스 스트라이크 파업 포기 포장 포로 포도 포병 토대 토끼 토론 토요일 투쟁 투표 티켓 키로 코 코피 카자흐스탄 타지크 따지크 우크라이나 페인트 미장 "
    "케이블 케이스 티셔츠 바지 셔츠 치마 팬티 구두 슬리퍼 장화 장갑 꾸러미 꼬리 꼬마 까마귀 까치 끼니 또래 띠 따님 떼 뚜껑 쪼각 찌개 짜증 쓰임 씨앗".split()
)


def find(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Further names, given those found so far."""
    yield from _foreign(text)
    sure = sorted(
        (f for f in found if f.kind in PEOPLE and f.weight >= PATTERN and "가" <= text[f.start] <= "힣"),
        key=lambda f: f.start,
    )
    yield from _listed(text, sure)
    yield from _told(text)
    yield from _again(text)
    yield from _titled(text, sure)
    yield from _short(text)


# 같이 무대에 선 애들이 강별, 한송이, 리수정이었다: who somebody is, said of two or more
_TOLD = re.compile(
    r"(?:애들|사람들|동무들|동료들|친구들|조원들?|성원들?|아이들|처녀들|녀자들|남자들|어른들|간부들|로동자들|대원들|언니들|오빠들|이름들|넷|셋|둘|다섯|여섯|명|사람|분)(?:은|는|이|가|인데|으로는|로는|이라면|으론|이었는데|이였는데|은요|:)?,?\s"
    r"(?P<list>[가-힣]{2,4}(?:(?:이?하고|이?랑|이?와|과|이?,|·)\s?[가-힣]{2,4}){1,9})"
)
_WORD = re.compile(r"[가-힣]{2,4}")


def _told(text: str) -> Iterator[Finding]:
    """A list of people announced as such: there a name may be an everyday word too (송이, 수정)."""
    for match in _TOLD.finditer(text):
        items = []
        for piece in re.finditer(
            r"(?P<n>[가-힣]{2,4}?)(?:이?하고|이?랑|이?와|과|이?,|·|$|이(?:였|었|라|고)[가-힣]*$|(?:은|는|이|가|을|를|도)$)\s?",
            match["list"],
        ):
            start = match.start("list") + piece.start("n")
            items.append(_cut(text, start, start + len(piece["n"])))
        named = [span for span in items if _could(text[span[0] : span[1]])]
        if len(named) >= 2 and len(named) * 2 > len(items) and any(koreannames.likely(text[a:b], 3) for a, b in named):
            yield from (_made(text, *span, "name.told", PATTERN) for span in named)


def _could(name: str) -> bool:
    """Whether the syllables allow a full or given name, everyday word or not."""
    if name in titles.KOREAN_TITLES or towns.is_wide(name) or name in _NOT:
        return False
    return koreannames.given_score(name) >= 2 or (
        len(name) <= 4 and name[0] in surnames.HANGUL and koreannames.score(name) >= 2
    )


_GIVEN = re.compile(rf"(?<![가-힣])(?P<n>[가-힣]{{2}})(?=(?:이)?{_PARTICLE}(?![가-힣])|[,.]|\s)")


def _again(text: str) -> Iterator[Finding]:
    """Given names without any sign beside them that come at least twice, once with a particle for living beings."""
    seen = [match for match in _GIVEN.finditer(text) if koreannames.given_score(match["n"]) >= 3]
    counts = Counter(match["n"] for match in seen)
    living = {match["n"] for match in seen if _LIVING.match(text, match.end())}
    for match in seen:
        name = match["n"]
        if (
            counts[name] > 1
            and name in living
            and not koreannames.is_word(name)
            and not towns.is_wide(name)
            and name not in _NOT
        ):
            yield _made(text, *match.span("n"), "given.again", GUESS)


_LIVING = re.compile(
    rf"{_ANIMATE}(?![가-힣])|(?:는|가|은|이)\s(?:[가-힣]{{1,5}}\s){{0,2}}[가-힣]{{0,4}}(?:했|갔|왔|였|울|웃|말|죽|맞|잡|도망|있었|없었|살|앉|자|먹|나갔|불)|\s(?:손|얼굴|언니|누나|형|오빠|동무|어머니|아버지|집|눈|목소리)"
)


_TITLE = "|".join(sorted(titles.KOREAN_TITLES, key=len, reverse=True))
_SURNAME_TITLE = re.compile(
    rf"(?<![가-힣])(?P<n>(?P<s>[가-힣])\s(?:{_TITLE})(?:님)?)(?=(?:{_PARTICLE}){{0,2}}(?![가-힣])|[,.])"
)


def _titled(text: str, sure: Iterable[Finding]) -> Iterator[Finding]:
    """A surname before a title, where somebody of that surname is named in full (고창수 … 고 지배인)."""
    parsed = (names.parse(text[each.start : each.end]) for each in sure if each.end - each.start > 2)
    owners = {form for name in parsed if name and name.surname for form in names.surname_forms(name.surname)}
    for match in _SURNAME_TITLE.finditer(text):
        if match["s"] in owners and match["s"] not in "이그저한전":
            yield _made(text, *match.span("n"), "surname.titled", PATTERN)


def _listed(text: str, sure: Iterable[Finding]) -> Iterator[Finding]:
    """What stands in a list directly after or before a name, from one neighbour to the next."""
    for each in sure:
        at = each.end
        for _ in range(12):
            match = _NEXT.match(text, at)
            span = _cut(text, *match.span("n")) if match else None
            if span is None or not (_nameable(name := text[span[0] : span[1]]) or (len(name) == 3 and _could(name))):
                break
            yield _made(
                text, *span, "name.listed", PATTERN if koreannames.likely(text[span[0] : span[1]], 3) else GUESS
            )
            at = span[1]
        before = _BEFORE.search(text, max(0, each.start - 9), each.start)
        if before:
            span = _cut(text, *before.span("n"))
            if _nameable(text[span[0] : span[1]]):
                yield _made(text, *span, "name.listed", GUESS)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the name-forming 이 (금단이, 오복실이)."""
    name = text[start:end]
    if (
        len(name) > 2
        and name.endswith("이")
        and koreannames.closed(name[:-1])
        and (len(name) > 3 or name[0] not in surnames.FREQUENT)
    ):
        return start, end - 1
    return start, end


def _nameable(name: str) -> bool:
    if len(name) < 2 or koreannames.is_word(name) or towns.is_wide(name) or name in _NOT:
        return False
    if len(name) == 2:
        return koreannames.given_score(name) >= 2 or (
            name[0] in surnames.HANGUL and name[1] in surnames.GIVEN_SECOND and name[0] in surnames.FREQUENT
        )
    return len(name) <= 4 and koreannames.score(name) >= 3 and koreannames.plain(name)


_NOT = frozenset(
    "저희 우리 그것 이것 저것 거기 여기 자기 누구 아무 모두 다들 서로 그쪽 이쪽 저쪽 지금 나중 처음 다음 이후 이전 하나 둘째 첫째 조국 고향 가족 부모 형제 자매 여러 다른 어느 어떤 무슨 그런 이런 저런 "
    "남자 녀자 여자 사람 아이 애들 처녀 총각 로인 학생 병사 군인 간부 로동 일군 주인 손님 친구 동무 동지 아주 매우 너무 정말 진짜 바로 항상 늘 가끔 자주 다시 또한 역시 그냥 그저 오직 단지 이름 생일 나이 "
    "명절 설날 추석 아침 점심 저녁 새벽 밤낮 오전 오후 월급 로임 임금 식량 강냉 옥수 감자 무우 배추 김치 고기 생선 물고 명태 조개 새우 낙지 문어 대게".split()
)


def _short(text: str) -> Iterator[Finding]:
    """Two-syllable full names (곽철, 허선): a surname hardly used otherwise, and the same form at least twice, or a sure sign."""
    seen = [
        match
        for match in _TWO.finditer(text)
        if match["n"][0] in _SURE_SURNAMES and match["n"][1] in surnames.GIVEN_SECOND
    ]
    counts = Counter(match["n"] for match in seen)
    for match in seen:
        name = match["n"]
        if koreannames.is_word(name) or towns.is_wide(name) or name in _NOT or name in commonwords.KOREAN:
            continue
        if counts[name] > 1 or re.match(rf"{_ANIMATE}(?![가-힣])", text[match.end() : match.end() + 4]):
            yield _made(text, *match.span("n"), "name.short", GUESS)


_SURE_SURNAMES = frozenset("김박최정강윤장임림한오서신권황송류홍고문량손백허심곽변렴염추석설마표맹탁옥육채봉엄전남")


def _foreign(text: str) -> Iterator[Finding]:
    for pattern in _FOREIGN_RULES:
        for match in pattern.finditer(text):
            start, end = match.span("n")
            head, _, tail = text[start:end].partition(" ")
            if tail and not (set(head) <= _ALIEN and _TELLTALE.search(head)):
                start += len(head) + 1
            for word in re.finditer(r"[가-힣]+", text[start:end]):
                if (
                    word[0] in _LOAN
                    or towns.is_wide(word[0])
                    or word[0] in titles.KOREAN_TITLES
                    or not set(word[0]) <= _ALIEN
                ):
                    break
            else:
                cleric = re.match(r"\s?(?:신부|수녀|목사|전도사|선교사)", text[end : end + 5])
                if (cleric or _TELLTALE.search(text, start, end)) and text[start:end] not in commonwords.KOREAN:
                    yield _made(text, start, end, "name.foreign", STRONG)


def _made(text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return Finding(helper(text, start, end), start, end, rule, f"name.{letters_of(text[start:end])}", weight)
