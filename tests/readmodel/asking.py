"""Testimonies and queries made by chance (hypothesis), out of few words so that they meet."""

from __future__ import annotations

from uuid import UUID

from hypothesis import strategies as st
from readmodel.world import filed

from intake.models.testimony import Consent, Leg, Permission, PlaceLink, Setting, Tagging
from intake.readmodel.project import Filed, Grouping, Judgement
from intake.readmodel.query import Clause, Filter, Group, Phrase, Query, Word

WORDS = (
    "기숙사", "기숙사에서", "기숙사를", "비자", "비자금", "학생", "류학생", "유학생의", "로동자", "노동자들이",
    "집", "집에서", "밖에", "공장",
    "dormitory", "dormitories", "tourist", "tourists", "no", "fence", "fences", "student's", "locked", "2019", "visa",
    "签证", "護照", "护照", "宿舍", "工厂宿舍", "студент", "студентом", "общежитие", "штамп", "штампы", "ёлка", "елка",
)  # fmt: skip
CONCEPTS = (
    "visa-circumvention", "short-term-visitor-visa", "short-term-visitor-visa.tourist-group",
    "trainee-or-student-visa.student", "one-month-visa-free-rotation.border-pass", "movement-restriction",
    "dormitory-confinement", "dormitory-confinement.compound-or-zone-fenced",
)  # fmt: skip
PLACES = ("CN", "CN-NE", "CN-JL", "CN-JL.yanbian", "CN-JL.hunchun", "CN-LN", "RU", "KP")
DATES = (
    "",
    "2016",
    "2017-05",
    "2018-11-02",
    "2019",
    "2019-12-21",
    "2019-12-22",
    "2019-24",
    "2020~",
    "2018/2021",
    "201X",
)
CASES = tuple(UUID(int=0xCA5E + n) for n in range(4))
CHOICES: dict[str, tuple[str, ...]] = {
    "concept": CONCEPTS, "mechanism": CONCEPTS, "field": CONCEPTS, "mentioned": CONCEPTS, "judged": CONCEPTS,
    "denied": CONCEPTS, "place": PLACES,
    "focus": ("overseas-north-koreans", "military"),
    "indicator": ("isolation", "deception"),
    "audience": ("A1", "A8"),
    "document": ("work-visa", "tourist-visa", "student-visa", "border-pass", "ordinary-passport-no-visa"),
    "sector": ("manufacturing", "seafood-processing", "construction"),
    "year": ("2016", "2017..2019", "..2018", "2020..", "2019"),
    "entry": ("2016", "2017..2019", "..2018", "2020..", "2019"),
    "period": ("before", "after", "unknown"),
    "language": ("ko", "en", "zh"),
    "state": ("filed", "in-review", "released"),
    "basis": ("tagged", "field", "mentioned", "judged", "denied"),
    "case": tuple(map(str, CASES)),
    "witness": ("W1", "W2", "W3"),
    "workplace": ("홍펑수산", "Север"),
}  # fmt: skip
_NO_NONE = {"period", "state", "basis", "language"}

words = st.sampled_from(WORDS)
narratives = st.lists(words, max_size=14).map(" ".join)


@st.composite
def legs(draw: st.DrawFn) -> Leg:
    return Leg(
        country=draw(st.sampled_from(("", "CN", "RU", "not a place"))),
        place=draw(st.sampled_from(("", *PLACES))),
        workplace=draw(st.sampled_from(("", "홍펑수산", " 홍펑수산 ", "Север", "СЕВЕР"))).strip(),
        sector=draw(st.sampled_from(("", "no such sector", *CHOICES["sector"]))),
        document=draw(st.sampled_from(("", *CHOICES["document"]))),
        entry=draw(st.sampled_from(DATES)),
        exit=draw(st.sampled_from(DATES)),
    )


def some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


@st.composite
def testimonies(draw: st.DrawFn, numbers: st.SearchStrategy[int]) -> Filed:
    audiences = draw(some(CHOICES["audience"]))
    return filed(
        draw(numbers),
        draw(narratives),
        state=draw(st.sampled_from(CHOICES["state"])),
        changed=draw(st.integers(1, 5)),
        language=draw(st.sampled_from(("ko", "en", "zh-CN", "ru"))),
        witness_code=draw(st.sampled_from(("", "W1", "W2", "W3", "W4"))),
        setting=Setting(date=draw(st.sampled_from(DATES))),
        consent=Consent(permissions=tuple(Permission(purpose="p", audience=one, identity="i") for one in audiences)),
        origin=draw(st.sampled_from(("", "KP", "KP-01"))),
        legs=tuple(draw(st.lists(legs(), max_size=3))),
        mechanisms=tuple(Tagging(concept=one) for one in draw(some(CONCEPTS))),
        mechanisms_denied=draw(some(CONCEPTS, 1)),
        places=tuple(PlaceLink(place=one, name="x") for one in draw(some(("", *PLACES)))),
        focus_areas=draw(some(CHOICES["focus"])),
        indicators=draw(some(CHOICES["indicator"])),
        case_id=draw(st.sampled_from((None, None, *CASES))),
    )


@st.composite
def groupings(draw: st.DrawFn, ids: tuple[UUID, ...]) -> Grouping:
    chosen = st.frozensets(st.sampled_from(ids), max_size=5)
    inside = draw(chosen)
    return Grouping(draw(st.sampled_from(CASES)), inside, draw(chosen) - inside)


@st.composite
def judgements(draw: st.DrawFn, ids: tuple[UUID, ...]) -> Judgement:
    return Judgement(
        draw(st.sampled_from(ids)),
        draw(st.sampled_from(CONCEPTS)),
        draw(st.sampled_from(("confirmed", "refused"))),
        UUID(int=draw(st.integers(1, 3))),
    )


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    key = draw(st.sampled_from(tuple(CHOICES)))
    values = CHOICES[key]
    if key in ("concept", "mechanism", "mentioned", "place"):
        values = (*values, *("=" + value for value in values))
    return Filter(key, draw(st.sampled_from(values if key in _NO_NONE else (*values, "none"))))


def leaves() -> st.SearchStrategy[Clause]:
    phrases = st.lists(words, min_size=1, max_size=3).map(lambda some: Phrase(" ".join(some)))
    return st.one_of(words.map(Word), phrases, filters(), filters())


def clauses() -> st.SearchStrategy[Clause]:
    return st.recursive(
        leaves(),
        lambda inner: st.one_of(
            st.builds(Group, st.sampled_from(("all", "any")), st.lists(inner, min_size=1, max_size=4).map(tuple)),
            st.builds(Group, st.just("not"), inner.map(lambda one: (one,))),
        ),
        max_leaves=8,
    )


def queries() -> st.SearchStrategy[Query]:
    return st.lists(clauses(), max_size=4).map(lambda parts: Query(Group("all", tuple(parts))))
