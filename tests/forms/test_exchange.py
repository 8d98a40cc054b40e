"""The exchange format: every published testimony goes in whole, and every mistake is named where it stands."""

import copy
import json
import unicodedata

import pytest

from intake.errors import Invalid
from intake.forms.exchange import parse_exchange
from intake.resources import folder

FILES = sorted((folder("config") / "demo" / "testimonies").glob("*.json"))
SMALL = {
    "id": "X-1",
    "language": "ko",
    "narrative": "사증은 없었습니다. 한 달마다 나갔다가 들어왔습니다.",
    "consent": {"form": "written", "audience": "internal"},
}


@pytest.fixture
def read(vocabulary, gazetteer):
    return lambda document: parse_exchange(document, vocabulary, gazetteer)


@pytest.fixture
def wrong(read):
    def of(**changed):
        document = copy.deepcopy(SMALL) | changed
        with pytest.raises(Invalid) as caught:
            read(document)
        return caught.value.fields

    return of


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_of_a_published_testimony_is_lost(file, read):
    document = json.loads(file.read_text("utf-8"))
    said, witness = read(document)
    assert (said.external_id, said.language, said.narrative) == (
        document["id"],
        document["language"],
        unicodedata.normalize("NFC", document["narrative"]),
    )
    assert {tag.concept for tag in said.mechanisms} == set(document["mechanisms"])
    expected = [m["quote"] for m in document["mentions"] if m["mechanism"] in document["mechanisms"]]
    assert sorted(t.quote for t in said.mechanisms if t.quote) == sorted(expected)
    assert all(said.narrative[t.start : t.end] == t.quote for t in said.mechanisms if t.quote)
    assert said.mechanisms_denied == tuple(document["mechanisms_denied"])
    assert witness.name == document["witness"]["name"]
    assert [f.name for f in witness.family] == [f["name"] or "" for f in document["witness"]["family"]]
    assert [p.name for p in said.places] == [p["name"] for p in document["places"]]
    dispatch = document["dispatch"] or {}
    if dispatch.get("city"):
        assert said.legs[0].country
        assert said.legs[0].place
        assert said.legs[0].document_as_said.value == (dispatch["entry_document"] or "")


def test_who_said_it_is_not_in_what_was_said(read):
    for file in FILES:
        document = json.loads(file.read_text("utf-8"))
        said, _ = read(document)
        outside = repr(said).replace(repr(said.narrative), "")
        for known in (
            document["witness"]["phone"],
            document["witness"]["name_latin"],
            document["witness"]["birth_date"],
        ):
            assert known is None or known not in outside


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"dispatch": {"from": "2019-02-30"}}, "dispatch.from"),
        ({"dispatch": {"to": "2019-13"}}, "dispatch.to"),
        ({"dispatch": {"from": "2019-05", "to": "2018"}}, "dispatch.to"),
        ({"dispatch": {"headcount": -1}}, "dispatch.headcount"),
        ({"dispatch": {"headcount": True}}, "dispatch.headcount"),
        ({"dispatch": {"headcount": 10**400}}, "dispatch.headcount"),
        ({"dispatch": {"wage": float("inf")}}, "dispatch.wage"),
        ({"dispatch": {"wage": float("nan")}}, "dispatch.wage"),
        ({"dispatch": {"hours_per_day": 25}}, "dispatch.hours_per_day"),
        ({"dispatch": {"hours_per_day": "٣"}}, "dispatch.hours_per_day"),
        ({"dispatch": {"sector": "어" * 301}}, "dispatch.sector"),
        ({"dispatch": {"sector": ["IT"]}}, "dispatch.sector"),
        ({"dispatch": {"wage_currency": "won"}}, "dispatch.wage_currency"),
        ({"dispatch": {"wages": 3}}, "dispatch.wages"),
        ({"witness": {"birth_date": "1990-02-31"}}, "witness.birth_date"),
        ({"interview": {"date": "yesterday"}}, "interview.date"),
        ({"mechanisms": ["no-such-mechanism"]}, "mechanisms.0"),
        ({"mechanisms": ["garments"]}, "mechanisms.0"),
        ({"mechanisms": "visa-circumvention"}, "mechanisms"),
        ({"focus_areas": ["overseas-north-koreans", "nothing"]}, "focus_areas.1"),
        ({"indicators": ["nothing"]}, "indicators.0"),
        ({"places": [{"name": "훈춘", "role": "palace"}]}, "places.0.role"),
        ({"places": [{"role": "origin"}]}, "places.0.name"),
        ({"consent": {"form": "written"}}, "consent.audience"),
        ({"consent": {"form": "nod", "audience": "internal"}}, "consent.form"),
        ({"consent": None}, "consent"),
        ({"narrative": " \n "}, "narrative"),
        ({"narrative": "ㄱ\x00ㄴ"}, "narrative"),
        ({"narrative": "ㄱ\ud800ㄴ"}, "narrative"),
        ({"witness": {"family": [{"name": "\udfff"}]}}, "witness.family.0.name"),
        ({"id": ""}, "id"),
        ({"id": "a b"}, "id"),
        ({"colour": "red"}, "colour"),
        (
            {
                "mechanisms": ["dormitory-confinement"],
                "mentions": [{"mechanism": "dormitory-confinement", "quote": "철망"}],
            },
            "mentions.0.quote",
        ),
        ({"mentions": [{"mechanism": "nothing", "quote": "사증"}]}, "mentions.0.mechanism"),
    ],
)
def test_a_mistake_is_named_where_it_stands(changed, path, wrong):
    assert path in wrong(**changed)


@pytest.mark.parametrize(
    ("said", "sector", "work"),
    [
        ("seafood-processing", "seafood-processing", ""),
        ("fish-processing", "seafood-processing", "fish-processing"),
        ("수산가공", "seafood-processing", "수산가공"),
        ("Logging", "forestry", "Logging"),
        ("garments and laundry", "garments", "garments and laundry"),
        ("customs (witness); construction (crew)", "construction", "customs (witness); construction (crew)"),
        ("rope-walking", "", "rope-walking"),
        ("visa-circumvention", "", "visa-circumvention"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_sector_in_any_words_is_understood_or_kept(said, sector, work, read):
    document = {**json.loads(FILES[0].read_text("utf-8")), "dispatch": {"country": "China", "sector": said}}
    (leg,) = read(document)[0].legs
    assert (leg.sector, leg.actual_work.value) == (sector, work)


@pytest.mark.parametrize("document", [None, [], "text", 3, {}])
def test_what_is_no_testimony_is_refused(document, read):
    with pytest.raises(Invalid):
        read(document)


def test_bottomless_nesting_is_refused_before_it_hurts(read):
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(Invalid):
        read(SMALL | {"witness": {"family": deep}})


def test_no_message_repeats_what_somebody_said(wrong):
    fields = wrong(dispatch={"from": "비밀"}, language="비밀", mechanisms=["비밀"])
    assert "비밀" not in repr(list(fields.values()))


def test_marks_are_taken_off_and_passages_still_found(read):
    said, _ = read(
        SMALL
        | {
            "narrative": "⟦PERSON|림설경⟧은 ⟦SMALL_PLACE|수남구역⟧에서 왔다. 문은 밖에서 잠갔다.",
            "mechanisms": ["dormitory-confinement"],
            "mentions": [
                {"mechanism": "dormitory-confinement", "quote": "⟦SMALL_PLACE|수남구역⟧에서 왔다. 문은 밖에서"}
            ],
        }
    )
    assert said.narrative == "림설경은 수남구역에서 왔다. 문은 밖에서 잠갔다."
    assert said.mechanisms[0].quote == "수남구역에서 왔다. 문은 밖에서"


def test_decomposed_text_is_composed_everywhere(read):
    nfd = unicodedata.normalize("NFD", "훈춘 수산공장")
    said, witness = read(SMALL | {"narrative": nfd, "witness": {"name": nfd}, "dispatch": {"workplace": nfd}})
    assert {said.narrative, witness.name, said.legs[0].workplace} == {"훈춘 수산공장"}


def test_a_passage_told_twice_is_anchored_twice(read):
    quote = {"mechanism": "dormitory-confinement", "quote": "문을 잠갔다"}
    said, _ = read(
        SMALL
        | {
            "narrative": "문을 잠갔다. 또 문을 잠갔다.",
            "mechanisms": ["dormitory-confinement"],
            "mentions": [quote] * 2,
        }
    )
    assert [tag.start for tag in said.mechanisms] == [0, 10]


def test_a_very_long_narrative_is_taken(read):
    said, _ = read(SMALL | {"narrative": "가" * 170_000})
    assert len(said.narrative) == 170_000


@pytest.mark.parametrize(
    ("audience", "most"),
    [
        ("internal", {"A1": "N1"}),
        ("un_mechanisms", {"A1": "N1", "A3": "N2"}),
        ("partners", {"A1": "N1", "A2": "N2"}),
        ("researchers", {"A1": "N1", "A6": "N2"}),
        ("media", {"A1": "N1", "A7": "N2"}),
        ("public_anonymised", {"A1": "N1", "A2": "N2", "A3": "N2", "A6": "N2", "A7": "N2", "A8": "N2"}),
        ("public_named", {"A1": "N1", "A2": "N0", "A3": "N0", "A6": "N0", "A7": "N0", "A8": "N0"}),
    ],
)
def test_the_word_for_the_widest_audience_is_read_narrowly(audience, most, read):
    said, _ = read(SMALL | {"consent": {"form": "written", "audience": audience}})
    found: dict[str, str] = {}
    for cell in said.consent.permissions:
        found[cell.audience] = min(found.get(cell.audience, "N3"), cell.identity)
    assert found == most


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("group tour list (30-day tourist visa)", "tourist-visa"),
        ("студенческая виза", "student-visa"),
        ("учебная виза", "student-visa"),
        ("산업연수생 비자", "trainee-visa"),
        ("도강증", "border-pass"),
        ("려권만, 무사증", "ordinary-passport-no-visa"),
        ("로동사증", "work-visa"),
        ("研修签证", "trainee-visa"),
        ("work permit until 2017, afterwards no visa", ""),
        ("a letter", ""),
        ("internal travel paper", ""),
    ],
)
def test_a_document_is_recognised_only_when_one_kind_is_meant(said, kind, read):
    found, _ = read(SMALL | {"dispatch": {"entry_document": said}})
    assert (found.legs[0].document, found.legs[0].document_as_said.value) == (kind, said)


def test_zero_is_an_answer_and_null_is_none(read):
    said, _ = read(SMALL | {"dispatch": {"wage": 0, "headcount": None, "hours_per_day": 14.5}})
    leg = said.legs[0]
    assert (leg.pay_received.value, leg.headcount.value, leg.hours_per_day.value) == ("0", "", "14.5")
