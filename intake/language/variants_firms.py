"""A firm's name without the words that say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import towns

FIRM_WORDS = (
    "유한책임회사 유한공사 주식회사 무역회사 수출입회사 건설회사 대외건설 림업회사 합작회사 총회사 회사 수산물가공 수산 복장 피복 의류 식품 전자 건설 "
    "방직 가공 무역 식당 음식점 호텔 공장 기업소 상사 교류사 봉사소 물산 개발 려행사 여행사 농장 탄광 광산 제련소 조선소 섬유 산업 실업 목재 "
    "공업 기계 신발 완구 가구 제약 과학기술 기술교류사 기술 콘트랙팅 그룹 센터 총국 관리국 지도국 사업소 작업소 사업부"
).split()
FIRM_WORDS_HAN = (
    "有限责任公司 有限公司 股份公司 水产品 水产 海产 服装厂 服装 服饰 食品 电子 餐厅 饭店 酒店 宾馆 餐馆 冷面馆 纺织 针织 制衣 加工厂 加工 工厂 公司 集团 建筑 "
    "建设 贸易 商贸 科技 木业 农场 渔业 会社 厂"
).split()
FIRM_WORDS_LATIN = frozenset(
    "co ltd llc inc corp company corporation contracting contractors construction constructions services "
    "service trading trade group "
    "knitwear garment garments clothing apparel textile textiles seafood seafoods fishery fisheries "
    "foods food electronics factory mill "
    "plant restaurant hotel travel tours tour agency exchange enterprise enterprises industries "
    "industrial builders building works shipping "
    "shipyard logistics farm mining timber logging college school institute university academy "
    "technology technologies software plus gmbh "
    "sarl ооо оао зао ип".split()
)
# What a name begins with and is no name by itself: the Far East is not the Far Eastern Shore school.
COMMON_LATIN = frozenset(
    "far new old great golden eastern western northern southern north south east west central first second united general national green blue red white black "
    "big little happy lucky royal grand international asia asian global sun sea ocean river the good young silver bright".split()
)


def short_firms(text: str) -> Iterator[str]:
    """A firm's name without the words that say what it is (홍펑수산 -> 홍펑), and the parts of a name of several words."""
    if re.search(r"[가-힣]", text):
        yield from _short_hangul(text)
    elif re.search(r"[\u3400-\u9fff]", text):
        for word in FIRM_WORDS_HAN:
            if text.endswith(word) and len(text) - len(word) >= 2:
                yield text[: -len(word)]
    else:
        words = [w.strip("«»\"'.,") for w in text.split()]
        own = [w for w in words if w.casefold() not in FIRM_WORDS_LATIN]
        if own and len(own) < len(words) and len("".join(own)) >= 4:
            yield " ".join(own)
            if own[0].casefold() not in COMMON_LATIN:
                yield own[0]


def _short_hangul(text: str) -> Iterator[str]:
    words = text.split()
    for word in words if len(words) < 4 else words[:1]:
        if len(words) > 1 and len(word) >= 2 and word not in FIRM_WORDS and not towns.is_wide(word):
            yield word
        for generic in FIRM_WORDS:
            if word.endswith(generic) and len(word) - len(generic) >= 2:
                yield word[: -len(generic)]
                break
