"""Names in four scripts find the same place; the ladder goes up and down; bad data is refused by name."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from intake.errors import Misconfigured, NotFound
from intake.language.places import LEVELS, Gazetteer

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.parse(tomllib.loads((CONFIG / "places.toml").read_text(encoding="utf-8")))


def entry(id_: str, level: str = "city", **keys: object) -> dict[str, object]:
    return {"id": id_, "level": level, "ko": ["곳"], "en": ["place"], **keys}


@pytest.mark.parametrize(
    ("names", "id_"),
    [
        ("훈춘 훈춘시 Hunchun 珲春 琿春 Хуньчунь CN-JL.hunchun", "CN-JL.hunchun"),
        ("단둥 단동 Dandong 丹东 丹東 Даньдун", "CN-LN.dandong"),
        ("료녕성 요녕 랴오닝 Liaoning 辽宁 遼寧省 Ляонин CN-LN", "CN-LN"),
        ("블라디보스토크 울라지보스또크 Vladivostok 海参崴 Владивосток", "RU-PRI.vladivostok"),
        ("로씨야 러시아 Russia 俄罗斯 俄羅斯 Россия RU", "RU"),
        ("연길 옌지 Yanji 延吉 Яньцзи", "CN-JL.yanji"),
        ("북경 베이징 Beijing Пекин", "CN-BJ"),
        ("윁남 베트남 Vietnam 越南 Вьетнам", "VN"),
    ],
)
def test_one_place_many_names(gazetteer: Gazetteer, names: str, id_: str) -> None:
    for name in names.split():
        assert [place.id for place in gazetteer.find(name)] == [id_], name


def test_two_places_of_one_name_are_both_found(gazetteer: Gazetteer) -> None:
    assert {place.id for place in gazetteer.find("Congo")} == {"CG", "CD"}
    assert {place.id for place in gazetteer.find("강원도")} == {"KP-07", "KR-42"}
    assert gazetteer.find("아무데") == ()


def test_the_ladder(gazetteer: Gazetteer) -> None:
    assert gazetteer.ancestors("CN-JL.hunchun") == ("CN-JL.hunchun", "CN-JL.yanbian", "CN-JL", "CN-NE", "CN")
    assert {"CN-JL.hunchun", "CN-JL.yanbian", "CN-LN.dandong"} <= gazetteer.within("CN-NE")
    assert "CN-SD.weihai" not in gazetteer.within("CN-NE")
    assert gazetteer.at_most("CN-JL.hunchun.zone", "city").id == "CN-JL.hunchun"
    assert gazetteer.at_most("CN-JL.hunchun.zone", "province").id == "CN-JL"
    assert gazetteer.at_most("CN-JL.hunchun.zone", "country").id == "CN"
    assert gazetteer.at_most("VN.hanoi", "province").id == "VN"
    assert gazetteer.at_most("CN", "city").id == "CN"


def test_within_and_ancestors_agree(gazetteer: Gazetteer) -> None:
    for id_ in gazetteer.places:
        assert all(id_ in gazetteer.within(above) for above in gazetteer.ancestors(id_))


def test_no_point_is_guessed(gazetteer: Gazetteer) -> None:
    assert gazetteer.place("CN-JL.hunchun.zone").point is None
    for place in gazetteer.places.values():
        assert (place.point is None) == (place.precision == ""), place.id
        assert place.level != "country" or place.point is None


def test_public_places_of_the_testimonies_are_there(gazetteer: Gazetteer) -> None:
    for path in (CONFIG / "demo" / "testimonies").glob("*.json"):
        testimony = json.loads(path.read_text(encoding="utf-8"))
        stays = [testimony["dispatch"][key] for key in ("country", "province", "city")]
        stays += [
            place["name"] for place in testimony["places"] if place["role"] in ("crossing", "workplace", "transit")
        ]
        for name in filter(None, stays):
            assert gazetteer.find(name), (path.name, name)


def test_levels_only_get_finer_downwards(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places.values():
        if place.parent is not None:
            assert LEVELS.index(gazetteer.place(place.parent).level) <= LEVELS.index(place.level)


def test_labels(gazetteer: Gazetteer) -> None:
    assert gazetteer.label("CN-JL", "ko") == "지린성"
    assert gazetteer.label("CN-JL", "zh-CN") == "吉林省"
    assert gazetteer.label("CN-JL", "fr") == "Jilin"


def test_round_trip(gazetteer: Gazetteer) -> None:
    assert Gazetteer.parse(json.loads(json.dumps(gazetteer.to_document()))) == gazetteer


@pytest.mark.parametrize(
    "places",
    [
        [entry("X", "country"), entry("X", "country")],
        [entry("X.y", parent="X")],
        [entry("X.y")],
        [entry("X", "planet")],
        [entry("X", "country", parent="X")],
        [entry("X", "country"), entry("X.s", "site", parent="X"), entry("X.c", "city", parent="X.s")],
        [entry("X", "country", point=[91.0, 0.0])],
        [entry("X", "country", point=[1.0])],
        [entry("X", "country", colour="red")],
        [{"id": "X", "level": "country", "en": ["x"]}],
        [{"level": "country"}],
    ],
)
def test_unsound_data_is_refused(places: list[dict[str, Any]]) -> None:
    with pytest.raises(Misconfigured):
        Gazetteer.parse({"place": places})


def test_unknown_ids_are_not_found(gazetteer: Gazetteer) -> None:
    for question in (gazetteer.place, gazetteer.within, gazetteer.ancestors, gazetteer.children):
        with pytest.raises(NotFound):
            question("XX")
