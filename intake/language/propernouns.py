"""Names among the proper nouns that an analyser of Korean words saw: what is no place, people, language or everyday word.

Said with least weight: only where no other rule suggests anything.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from intake.language import koreannames, towns
from intake.language.identifiers import Suggestion

_NAME = re.compile(r"[가-힣]{2,6}")
_COUNTRIES = frozenset(
    "조선 북한 남한 한국 남조선 북조선 대한민국 미국 영국 독일 프랑스 일본 중국 대만 타이완 홍콩 마카오 몽골 몽고 러시아 로씨야 쏘련 소련 터키 튀르키예 뛰르끼예 이란 인도 네팔 베트남 "
    "윁남 라오스 태국 캄보디아 캄보쟈 필리핀 말레이시아 싱가포르 인도네시아 미얀마 방글라데시 파키스탄 카자흐 카자흐스탄 까자흐스딴 키르기스 키르기스스탄 우즈벡 우즈베크 우즈베키스탄 타지크 "
    "따지크 타지키스탄 투르크메니스탄 우크라이나 벨라루스 폴란드 뽈스까 체코 불가리아 루마니아 말타 몰타 카타르 까타르 쿠웨이트 꾸웨이트 오만 바레인 사우디 사우디아라비아 두바이 아랍 이집트 "
    "에짚트 알제리 리비아 앙골라 나미비아 세네갈 적도기니 콩고 모잠비크 탄자니아 우간다 에티오피아 짐바브웨 보츠와나 차드 말리 베냉 카나다 캐나다 호주 브라질 쿠바 꾸바 멕시코 유엔 유럽 "
    "아시아 아프리카 아메리카 시베리아 연변 만주 극동 원동 연해주 타이가 압록강 두만강 백두산 장백산 아무르강 자민우드 이련 하싼".split()
)
_ENDINGS = (
    "역 강 산 섬 호 만 말 어 인 족 국 시 군 구 읍 면 리 동 성 주 현 진 촌 향 도 반도 대 대학 대학교 공학 의학 학교 소 원 청 부 "
    "당 절 교 호텔 식당 공장 회사 무역 유한공사 그룹 전자 통신 은행 신문 방송 "
    "스탄 지구 지역 거리 시장 세관 다리"
).split()


def suggest(text: str, spans: Iterable[tuple[int, int]], wide: frozenset[str] = frozenset()) -> list[Suggestion]:
    """The proper nouns at `spans` (code points of an NFC text) that may be people's names, wherever the words stand.

    `wide`: casefolded names of cities and larger places. Kind PERSON, rule `analyser`, in the order of the text.
    """
    names = {text[start:end] for start, end in spans}
    names = {name for name in names if _NAME.fullmatch(name) and not _other(name, wide)}
    if not names:
        return []
    longest_first = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return [
        Suggestion("PERSON", match.start(), match.end(), match[0], "analyser", f"A{_same(match[0])}")
        for match in re.finditer(rf"(?<![가-힣])(?:{longest_first})", text)
    ]


def _other(name: str, wide: frozenset[str]) -> bool:
    """Whether it names something that is no person, as far as its form and the lists tell."""
    if name in _COUNTRIES or koreannames.is_word(name, openings=False) or towns.is_wide(name, wide):
        return True
    # 리길주 ends like a place and is a name all the same: a full name that is likely one stays.
    return name.endswith(tuple(_ENDINGS)) and not koreannames.likely(name, 4)


def _same(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
