"""How much a Korean word looks like a person's name, by its syllables and against the words that look alike."""

from __future__ import annotations

import re

from intake.language import commonwords, surnames, titles

# Openings of everyday words that could be taken for a surname and the first syllable of a name.
_OPENINGS = frozenset(
    "조선 지배 지도 안전 신의 한국 한마 하루 오전 오후 이전 이후 방문 전화 공민 공장 나라 국가 국제 국경 주인 주민 주석 조국 조장 조직 정문 정부 정치 정식 정도 정보 "
    "정말 임시 임금 우리 여기 여자 여권 여행 연길 연락 유엔 유학 남자 남조 남편 남포 노동 노임 문제 문화 변방 석달 선생 선양 성원 소식 소학 송환 손님 손전 신문 신분 "
    "심양 안내 안해 양식 원래 원산 위생 위원 이름 이번 이튿 인민 인차 장사 전기 전부 제재 주소 지금 지난 차례 천만 추방 평양 표를 하나 하노 함께 허가 현장 현금 현지 "
    "호실 홍수 고향 고기 고려 공사 공안 권고 기간 기계 기관 기차 길림 김치 단동 당시 대표 도문 도장 동무 동생 두만 로동 류학 마당 마을 명절 모두 무산 문건 미국 민족 "
    "반장 방법 배급 백두 보위 복장 봉사 부모 부업 사람 사무 사장 상점 상품 서류 서울 설날 세관 수산 시장 시내 어머 언니 연변 영사 예심 오빠 온성 왕복 용정 원수 인원 "
    "일본 장군 장마 전에 제대 주말 중국 지방 직장 진짜 창고 채소 체류 총화 최고 출국 친구 태국 통역 편지 학교 학습 한달 함흥 해외 현재 혜산 황해 회사 회령 후방 훈춘 "
    "기숙 문서 문을 방송 방에 상무 상급 소대 소장 시간 시작 식당 연구 영업 예술 외국 용접 육지 음식 인사 인천 자동 작업 전문 전선 전체 정리 제일 조금 조용 종업 주방 "
    "주변 중대 지하 진단 차량 창문 책임 처음 천막 철조 초청 추운 출입 택시 판자 하급 한창 한참 한쪽 함경 해변 행사 현관 화물 로임 로력 려권 려관 료리 녀자 녀성 계획 "
    "계산 계속 계약 경비 경찰 경제 강제 강냉 강연 간부 가공 가족 가방 감독 감시 감옥 개발 건설 건물 검사 결혼 관리 관광 광산 교육 교회 구역 군대 군관 군인 귀국 규정 "
    "근무 금지 기술 기억 남한 내일 농장 다음 단속 담당 담보 당비 대사 대학 도로 도망 독립 동굴 목사 목숨 무역 문턱 물건 미싱 바깥 바다 반년 발전 배치 버스 벌금 변소 "
    "병원 보고 보증 보험 부대 부상 부탁 북한 분조 불법 비자 비행 사건 사고 사상 사증 상납 생활 석탄 선박 선전 설명 성분 세대 소개 소련 수용 수첩 숙소 순간 승인 신청 "
    "심사 아침 안개 압록 야간 약속 양말 여름 연수 영수 영하 오늘 외화 운전 월급 위험 유리 음악 이발 이불 인력 일감 일군 입국 자금 자유 잔업 장갑 저녁 전쟁 점심 정신 "
    "제품 조사 조치 종이 주머 죽음 준비 중간 중앙 증명 지시 지역 진료 질문 참사 천연 체포 촬영 추위 출근 치료 탈북 탈출 통제 통행 트럭 판매 평균 폭행 품질 하늘 한밤 "
    "길잡 인솔 강의 동복 명태 낙지 안내 브로 항공 항의 해관 행동 허락 현실 협박 형편 호텔 화장 화학 확인 환경 환자 회계 회의 휴식 휴일 흑룡".split()
)
_ENDS = (
    "에서",
    "하고",
    "이나",
    "으로",
    "에게",
    "까지",
    "부터",
    "이라",
    "한테",
    "처럼",
    "보다",
    "마다",
    "들이",
    "들은",
    "가서",
    "와서",
    "나서",
    "아서",
    "어서",
    "라서",
    "해서",
    "려서",
    "워서",
    "면서",
    "져서",
    "여서",
    "느라",
    "들을",
)
ROLE = (
    "(?:사람|친구|동무|동료|분|남자|녀자|여자|처녀|총각|아이|애|녀성|여성|녀석|놈|언니|오빠|형|동생|아주머니|아저씨|로인|노인|청년|소녀|소년|학생|"
    "간부|지도원|지배인|대표|브로커|딸|아들|딸애|아들애|조장|반장|통역|안내원|길잡이|목사|선교사|경비원|운전수|감독)"
)


def closed(name: str) -> bool:
    """Whether it ends in a consonant."""
    return (ord(name[-1]) - 0xAC00) % 28 != 0


def is_word(name: str, *, openings: bool = True) -> bool:
    """An everyday word, a title or a word of kinship, or (with `openings`) one that opens like an everyday word."""
    return (
        name in commonwords.KOREAN
        or name in titles.KOREAN_TITLES
        or name in titles.KOREAN_KIN
        or (openings and len(name) > 2 and (name[:2] in _OPENINGS or name[-2:] in _ENDS))
        or (len(name) == 2 and name in _OPENINGS)
    )


def split(name: str) -> tuple[str, str]:
    """Surname and given name of a full name of three or four syllables."""
    width = 2 if name[:2] in surnames.TWO_SYLLABLES and len(name) > 2 else 1
    return name[:width], name[width:]


def score(name: str) -> int:
    """From 0 (no name) to 6, for a full name: two points each for a frequent surname and for telling syllables."""
    surname, given = split(name)
    if surname not in surnames.HANGUL or not given:
        return 0
    points = 2 if surname in surnames.FREQUENT or len(surname) == 2 else 0
    if len(given) == 1:
        return points + 2 * (given in surnames.TELLING)
    first, second = _syllable(given[0], surnames.GIVEN_FIRST), _syllable(given[1], surnames.GIVEN_SECOND)
    return points + first + second - (first == 0) - (second == 0)


def given_score(name: str) -> int:
    """From 0 to 4, for a given name of two syllables."""
    if len(name) != 2:
        return 0
    first, second = _syllable(name[0], surnames.GIVEN_FIRST), _syllable(name[1], surnames.GIVEN_SECOND)
    return first + second if first and second else 0


def _syllable(syllable: str, known: frozenset[str]) -> int:
    return 2 if syllable in surnames.TELLING else 1 if syllable in known else 0


def likely(name: str, least: int) -> bool:
    """Whether a full or given name scores at least so much and is no everyday word. `least` is meant for full names."""
    if is_word(name):
        return False
    if len(name) == 2:
        return given_score(name) >= max(2, least - 2)
    return score(name) >= least


# Everyday words hidden in the given name (전화번호 → 화번) are caught by the pair being a word.
def plain(name: str) -> bool:
    """Whether no two neighbouring syllables make a common word."""
    return not re.search(r"[^가-힣]", name) and not any(
        name[i : i + 2] in commonwords.KOREAN for i in range(len(name) - 1)
    )
