"""Testimonies by the thousand, always the same ones: invented, in four languages, about 8 kB each, facets skewed.

A narrative is put together from a stock of sentences per language (frequent words frequent, rare words rare), a
sentence that nobody else says (names and numbers), and for some of them sentences that tell of a practice. Because
sentences recur, the benchmark may remember what each of them gives and measure the index instead of the analysis.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from intake.language import mentions, tokens
from intake.models.testimony import Consent, Leg, Permission, PlaceLink, Setting, Tagging, TestimonyContent
from intake.readmodel.project import Filed

LANGUAGES = ("ko", "en", "zh", "ru")
_SHARES = (50, 20, 15, 15)
_STOCK = 4000
_FIRST_DAY = date(2012, 1, 2)
_DAYS = 4000

_FREQUENT = {
    "ko": """우리 로동자 공장 숙소 아침 저녁 지배인 작업반 조장 로임 돈 집 가족 조국 평양 중국 사람 말 일 시간 날 밤
        문 길 차 밥 옷 손 눈 비 겨울 여름 검사 세관 려권 도장 서류 회사 건설장 식당 바느질 기계 물 전기 방 침대 전화
        편지 소식 총화 보위원 담당자 통역""",
    "en": """the a and we in to of was it for with on at they he our one not from by when manager worker factory room
        day night work money month shift gate guard bus paper company site kitchen family home phone meeting letter bed
        water power machine sleep winter summer boss team leader doctor train street office table window friend""",
    "zh": """我们 工人 工厂 宿舍 早上 晚上 经理 班长 工资 家里 祖国 平壤 时间 日子 门口 汽车 吃饭 衣服 冬天 夏天
        检查 海关 护照 公司 工地 食堂 机器 房间 电话 消息 会议 翻译 医生 老板 组长 厨房 火车""",
    "ru": """мы и в на не что было нас рабочий завод комната день ночь работа деньги месяц смена ворота охранник автобус
        бумага фирма стройка кухня семья дом телефон собрание письмо кровать вода свет машина зима лето начальник
        бригада старший врач поезд улица стол окно друг брат""",
}
_ENDINGS = {
    "ko": ("", "", "에", "에서", "을", "는", "이", "의", "도", "하고"),
    "en": ("", "", "s"),
    "zh": ("",),
    "ru": ("", "", "а", "у", "ом", "ы"),
}
_ONSETS, _VOWELS, _CODAS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 17, 18), (0, 4, 8, 13, 18, 20), (0, 0, 4, 21)
_SYLLABLES = {
    "ko": [chr(0xAC00 + (o * 21 + v) * 28 + c) for o in _ONSETS for v in _VOWELS for c in _CODAS],
    "en": ["ba", "den", "fi", "gor", "hal", "ken", "lo", "mar", "ni", "pel", "ro", "sta", "tur", "vin", "wes", "yor"],
    "zh": [chr(0x4E00 + 37 * step) for step in range(300)],
    "ru": ["ба", "ден", "фи", "гор", "ка", "ло", "мар", "ни", "пел", "ро", "ста", "тур", "вин", "зов", "щик", "на"],
}
_JOINT = {"ko": " ", "en": " ", "zh": "", "ru": " "}

# What some testimonies say: share of that language's testimonies, and the sentence.
_SAID: dict[str, tuple[tuple[float, str], ...]] = {
    "ko": (
        (0.80, "기숙사에서 여럿이 함께 지냈습니다."),
        (0.60, "바느질은 새벽까지 이어졌습니다."),
        (0.10, "개발구 둘레에 철조망이 쳐 있었습니다."),
        (0.20, "우리 로동자들에게는 외출 금지 명령이 내려졌습니다."),
        (0.15, "우리는 한 달에 한 번씩 국경을 넘어 도장을 받고 돌아와 공장에서 다시 일했습니다."),
        (0.12, "로동자들은 류학생 비자로 나와서 학교에는 가지 않고 공장에서 일했습니다."),
        (0.10, "우리는 관광비자로 들어와 봉제공장에서 일했습니다."),
        (0.05, "우리는 정식 취업비자를 받고 나왔습니다."),
    ),
    "en": (
        (0.80, "We all lived in the dormitory behind the plant."),
        (0.30, "The workers could not leave the compound without permission."),
        (0.15, "Every month the whole shift crossed the border and came back with a new stamp to work in the factory."),
        (0.12, "The workers came on student visas but never saw a classroom and worked in the factory."),
    ),
    "zh": (
        (0.70, "我们都住在宿舍里。"),
        (0.20, "我们朝鲜工人不许出厂门。"),
        (0.15, "我们拿的是旅游签证，实际在工厂里干活。"),
    ),
    "ru": (
        (0.70, "Мы все жили в общежитии при заводе."),
        (0.20, "Нас, рабочих, не выпускали за забор стройки."),
        (0.15, "Рабочие числились студентами, а работали на стройке."),
    ),
}  # fmt: skip
_MECHANISMS = (
    "one-month-visa-free-rotation", "short-term-visitor-visa", "dormitory-confinement",
    "trainee-or-student-visa.student", "short-term-visitor-visa.tourist-group", "dormitory-confinement.outing-ban",
    "trainee-or-student-visa.trainee", "passport-retained", "visa-circumvention.unspecified",
    "dormitory-confinement.compound-or-zone-fenced", "one-month-visa-free-rotation.border-pass",
)  # fmt: skip
_PLACES = (
    "CN-JL.hunchun", "CN-LN", "RU", "CN-JL.tumen", "CN-JL.yanji", "CN-JL.longjing", "CN-JL.changchun", "CN-JL", "CN",
    "KW", "QA", "AE", "MN", "VN", "PL", "CN-JL.helong", "CN-JL.tonghua", "CN-JL.baishan", "CN-SD", "CN-ZJ",
)  # fmt: skip
_SECTORS = (
    "garments", "seafood-processing", "construction", "restaurant", "forestry", "IT", "agriculture", "electronics",
    "medical", "fishing", "mining",
)  # fmt: skip
_DOCUMENTS = (
    "ordinary-passport-no-visa", "work-visa", "tourist-visa", "student-visa", "trainee-visa", "border-pass",
    "official-passport", "visit-visa", "other-document",
)  # fmt: skip
_INDICATORS = (
    "restriction-of-movement", "withholding-of-wages", "retention-of-identity-documents", "excessive-overtime",
    "isolation", "deception", "intimidation-and-threats", "abusive-working-and-living-conditions",
)  # fmt: skip
_FOCUS = ("overseas-north-koreans", "un-recommendations-implementation", "military", "detention-facilities")
_AUDIENCES = ("A0", "A1", "A3", "A2", "A8", "A7")


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a sentence gives: its tokens, and its mentions with offsets inside the sentence."""

    tokens: tuple[str, ...]
    mentions: tuple[mentions.Mention, ...]


def filings(size: int, *, start: int = 0, of: int = 0) -> Iterator[Filed]:
    """Numbers `start` to `start + size` of a corpus of `of` (default: of that size)."""
    for number in range(start, start + size):
        yield filing(number, max(of or start + size, 1000))


def filing(number: int, size: int = 1000) -> Filed:
    """One testimony. `size`: how large the corpus is, so that days, witnesses and cases recur as often in each."""
    chance = random.Random(number * 2_654_435_761 % 2**32)
    language = chance.choices(LANGUAGES, _SHARES)[0]
    # Filed in the order of the interviews, more or less, as testimonies are.
    order = number / size if number < size else 1.0
    day = _FIRST_DAY + timedelta(days=int(_DAYS * order) + int(chance.expovariate(1 / 40)))
    entry = day - timedelta(days=int(2500 * chance.random()) + 100)
    leaving = entry + timedelta(days=int(1200 * chance.random()) + 30)
    plant = _skewed(chance, max(size // 250, 20))
    where = _PLACES[_skewed(chance, len(_PLACES))]
    leg = Leg(
        country=where[:2],
        place=where,
        workplace=f"공장 {plant}",
        sector=_SECTORS[_skewed(chance, len(_SECTORS))],
        document=_DOCUMENTS[_skewed(chance, len(_DOCUMENTS))],
        entry=entry.isoformat()[: chance.choice((4, 7, 10))],
        exit=leaving.isoformat()[:7],
    )
    tags = {_MECHANISMS[_skewed(chance, len(_MECHANISMS))] for _ in range(chance.choice((0, 0, 0, 1, 1, 2)))}
    audiences = _AUDIENCES[: chance.randint(1, len(_AUDIENCES))]
    content = TestimonyContent(
        language=language,
        narrative="\n".join(sentences(chance, language, number)),
        witness_code=f"W{number if chance.random() < 0.9 else chance.randrange(size)}",
        setting=Setting(date=day.isoformat() if chance.random() < 0.97 else ""),
        consent=Consent(permissions=tuple(Permission(purpose="p", audience=one, identity="i") for one in audiences)),
        origin="KP",
        legs=(leg,),
        mechanisms=tuple(Tagging(concept=one) for one in sorted(tags)),
        places=(PlaceLink(place=where, role="workplace"), PlaceLink(place="KP-01", role="origin")),
        focus_areas=_FOCUS[: chance.randint(1, 2)],
        indicators=tuple(sorted({_INDICATORS[_skewed(chance, len(_INDICATORS))] for _ in range(3)})),
        case_id=UUID(int=chance.randrange(max(size // 6, 10)) + 1) if chance.random() < 0.4 else None,
    )
    state = chance.choices(("filed", "in-review", "released"), (60, 15, 25))[0]
    filed_on = day + timedelta(days=20)
    return Filed(UUID(int=number + 1), f"T-{number}", state, filed_on, number + 1, UUID(int=0xA1), content)


def sentences(chance: random.Random, language: str, number: int) -> list[str]:
    """The narrative, sentence by sentence, about 8 kB in all."""
    stock = _stock(language)
    said = [text for share, text in _SAID[language] if chance.random() < share]
    body = chance.choices(stock, k=_sentence_count(language) + chance.randrange(-15, 16) - len(said))
    for text in said:
        body.insert(chance.randrange(len(body)), text)
    name = _JOINT[language].join((_word(chance, language), _word(chance, language)))
    body.append(f"{name} {number % 9973} {chance.randrange(10**7)}.")
    return body


def _cut(sentence: str) -> _Cut:
    return _Cut(tuple(tokens.terms(sentence)), tuple(mentions.find_all(sentence)))


def remembered_terms(narrative: str) -> list[str]:
    """As `tokens.terms`, sentence by sentence from memory."""
    return [token for line in narrative.split("\n") for token in _terms(line)]


def remembered_mentions(narrative: str) -> Iterator[mentions.Mention]:
    """As `mentions.find_all` of each sentence by itself, from memory."""
    start = 0
    for line in narrative.split("\n"):
        for found in _practices(line):
            yield replace(found, start=found.start + start, end=found.end + start)
        start += len(line) + 1


@cache
def _memory() -> dict[str, _Cut]:
    lines = {line for language in LANGUAGES for line in _stock(language)}
    lines |= {text for said in _SAID.values() for _, text in said}
    return {line: _cut(line) for line in sorted(lines)}


def _terms(line: str) -> Sequence[str]:
    known = _memory().get(line)
    return tokens.terms(line) if known is None else known.tokens


def _practices(line: str) -> Sequence[mentions.Mention]:
    known = _memory().get(line)
    return () if known is None else known.mentions


def _skewed(chance: random.Random, size: int) -> int:
    """A number below `size`, small ones far more often."""
    return min(int(size * chance.random() ** 2.5), size - 1)


@cache
def _words(language: str) -> tuple[list[str], list[float]]:
    chance = random.Random(language)
    frequent = _FREQUENT[language].split()
    words = [*frequent, *(_word(chance, language) for _ in range(12_000))]
    return words, [1 / (rank + 4) for rank in range(len(words))]


def _word(chance: random.Random, language: str) -> str:
    return "".join(chance.choices(_SYLLABLES[language], k=chance.choice((2, 2, 3, 3, 4))))


@cache
def _stock(language: str) -> list[str]:
    chance = random.Random(f"stock {language}")
    words, weights = _words(language)
    made = []
    for _ in range(_STOCK):
        chosen = chance.choices(words, weights, k=chance.randint(6, 14))
        endings = chance.choices(_ENDINGS[language], k=len(chosen))
        made.append(_JOINT[language].join(map(str.__add__, chosen, endings)) + ("。" if language == "zh" else "."))
    return made


@cache
def _sentence_count(language: str) -> int:
    lengths = [len(line.encode()) + 1 for line in _stock(language)]
    return 8000 * len(lengths) // sum(lengths)
