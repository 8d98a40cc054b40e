"""What stands in the record is found in every shape a witness may say it in, and is of the kind the record says."""

from __future__ import annotations

from typing import Any

import pytest

from intake.language.identifiers import suggest

KOREAN: dict[str, Any] = {
    "witness": {
        "name": "방은하",
        "family": [
            {"relation": "아버지", "name": "방태걸"},
            {"relation": "동생", "name": "방철"},
            {"relation": "딸", "name": "리송"},
        ],
    }
}
RUSSIAN: dict[str, Any] = {
    "witness": {
        "name": "Гордиенко Павел Ильич",
        "aliases": ["Ильич"],
        "family": [{"relation": "brother", "name": "Гордиенко Степан"}, {"relation": "wife", "name": "Лида"}],
    }
}
ENGLISH: dict[str, Any] = {
    "witness": {
        "name": "맹선희",
        "name_latin": "Maeng Son Hui",
        "aliases": ["Son Hui"],
        "family": [{"relation": "son", "name": "Maeng Tae Jun"}],
    }
}
WIFE: dict[str, Any] = {
    "witness": {
        "name": "장금혁",
        "name_latin": "Chang Kum Hyok",
        "aliases": ["Dr Chang"],
        "family": [{"relation": "wife", "name": "Pak Sun Ok"}],
    }
}
CHINESE: dict[str, Any] = {
    "witness": {
        "name": "차명옥",
        "aliases": ["明玉"],
        "family": [{"relation": "son", "name": "佟磊"}, {"relation": "husband", "name": "买买提·艾山"}],
    }
}
MONGOL: dict[str, Any] = {"witness": {"name": "乌云其其格", "family": [{"relation": "brother", "name": "巴特尔"}]}}


@pytest.mark.parametrize(
    ("record", "text", "pair"),
    [
        (KOREAN, "제 이름은 은하임다, 그렇게 적으시오.", ("PERSON", "은하")),
        (KOREAN, "다들 은하라구 불렀슴다.", ("PERSON", "은하")),
        (KOREAN, "태걸이두 그때 같이 있었슴다.", ("FAMILY", "태걸")),
        (KOREAN, "태걸이더러 오라고 했습니다.", ("FAMILY", "태걸")),
        (KOREAN, "은하마저 없으면 어떻게 하겠니.", ("PERSON", "은하")),
        (KOREAN, "태걸이오, 내 이름은 적지 마시오 했답니다.", ("FAMILY", "태걸")),
        (KOREAN, "은하올시다 하고 대답했습니다.", ("PERSON", "은하")),
        (KOREAN, "은하보고 나가라고 했습니다.", ("PERSON", "은하")),
        (KOREAN, "철이가 그때 일곱 살이였습니다.", ("FAMILY", "철")),
        (KOREAN, "동생 철은 군대에 갔습니다.", ("FAMILY", "철")),
        (KOREAN, "철이한테 돈을 보냈습니다.", ("FAMILY", "철")),
        (KOREAN, "우리 송이는 학교에 다닙니다.", ("FAMILY", "송")),
        (KOREAN, '"송아, 엄마다" 하고 불렀습니다.', ("FAMILY", "송")),
        (RUSSIAN, "Фамилию, Гордиенко, писать не надо.", ("PERSON", "Гордиенко")),
        (RUSSIAN, "Все знают: брат Гордиенко служит на границе.", ("FAMILY", "Гордиенко")),
        (RUSSIAN, "Потом Гордиенко Степан был на смене.", ("FAMILY", "Гордиенко Степан")),
        (ENGLISH, "They shouted Comrade Maeng at the gate.", ("PERSON", "Maeng")),
        (ENGLISH, "My family name, Maeng, is rare.", ("PERSON", "Maeng")),
        (WIFE, "Manager Pak shouted at the gate.", ("PERSON", "Pak")),
        (WIFE, "My wife Pak Sun Ok was ill.", ("FAMILY", "Pak Sun Ok")),
        (WIFE, "Doctor Chang was called later.", ("PERSON", "Chang")),
        (KOREAN, "방 목사가 강을 건네 주고 숨겨 줬습니다.", ("BROKER", "방 목사")),
        (CHINESE, "护照上写的是车明玉。", ("PERSON", "车明玉")),
        (CHINESE, "我家小磊要上学。", ("FAMILY", "小磊")),
        (CHINESE, "磊磊还小。", ("FAMILY", "磊磊")),
        (CHINESE, "后来艾山回去了。", ("FAMILY", "艾山")),
        (MONGOL, "她们叫我其其格。", ("PERSON", "其其格")),
    ],
)
def test_every_shape_of_what_the_record_names(record: dict[str, Any], text: str, pair: tuple[str, str]) -> None:
    assert pair in {(each.kind, each.quote) for each in suggest({**record, "narrative": text})}


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (KOREAN, "철로 만든 문이라고 했습니다."),
        (KOREAN, "철이 지나서 채소가 없었습니다."),
        (KOREAN, "고철은 따로 모았습니다."),
        (KOREAN, "발송은 다른 사람이 했습니다."),
        (CHINESE, "他们光明磊落。"),
    ],
)
def test_a_word_is_no_name_for_sounding_like_one(record: dict[str, Any], text: str) -> None:
    assert not [each for each in suggest({**record, "narrative": text}) if each.rule.startswith("record.")]
