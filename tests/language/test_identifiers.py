"""Suggestions: what the record knows is always found, false friends are not, and time stays linear."""

from __future__ import annotations

import itertools
import json
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from benchmarks.identifiers_quality import measure

from intake.language.identifiers import KINDS, Suggestion, suggest

HERE = Path(__file__).parent
RECORD: dict[str, Any] = {
    "witness": {
        "name": "림설경",
        "name_latin": "Rim Sol Gyong",
        "aliases": ["설경", "the Professor"],
        "birth_date": "1995-04-17",
        "hometown": "함경북도 청진시 수남구역",
        "phone": "010-0417-2283",
        "messenger": "KakaoTalk rsg_95",
        "family": [{"relation": "mother", "name": "한금숙"}, {"relation": "brother", "name": "림철수"}],
    },
    "interview": {"date": "2021-06-10", "interviewer": "정하윤", "interpreter": None},
    "dispatch": {
        "workplace": "홍펑수산",
        "employer": None,
        "dispatching_unit": "송림무역회사",
        "from": "2018-09-12",
        "to": "2019-11",
    },
    "places": [
        {"name": "수남구역", "role": "origin"},
        {"name": "원정리", "role": "crossing"},
        {"name": "훈춘", "role": "workplace"},
    ],
}


def found(text: str, record: dict[str, Any] | None = None) -> list[Suggestion]:
    return suggest({**(RECORD if record is None else record), "narrative": text})


def pairs(text: str, record: dict[str, Any] | None = None) -> set[tuple[str, str]]:
    return {(each.kind, each.quote) for each in found(text, record)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("저는 림설경입니다", ("PERSON", "림설경")),
        ("임설경이라고 합니다", ("PERSON", "임설경")),
        ('"설경아, 가자"', ("PERSON", "설경")),
        ("반장이 설경이를 불렀다", ("PERSON", "설경")),
        ("설 경이 아니라 림 설 경이다", ("PERSON", "림 설 경")),
        ("림 동무는 왔다", ("PERSON", "림 동무")),
        ("my name is Rim Sol-gyong", ("PERSON", "Rim Sol-gyong")),
        ("they said Im Seol Gyeong came", ("PERSON", "Im Seol Gyeong")),
        ("they called me the Professor there", ("PERSON", "the Professor")),
        ("Римсольгён пришла", ("PERSON", "Римсольгён")),
        ("어머니 한금숙은 아프다", ("FAMILY", "한금숙")),
        ("금숙이가 왔다", ("FAMILY", "금숙")),
        ("동생 철수는 군대에 갔다", ("FAMILY", "철수")),
        ("정하윤 선생님께", ("PERSON", "정하윤")),
        ("번호는 010 0417-2283이다", ("PHONE", "010 0417-2283")),
        ("공일공에 공사일칠에 이이팔삼", ("PHONE", "공일공에 공사일칠에 이이팔삼")),
        ("카톡 rsg_95로", ("MESSENGER", "rsg_95")),
        ("홍펑수산에서", ("WORKPLACE", "홍펑수산")),
        ("홍펑에서 준다", ("WORKPLACE", "홍펑")),
        ("송림무역회사 사람", ("UNIT", "송림무역회사")),
        ("2018년 9월 12일에", ("EXACT_DATE", "2018년 9월 12일")),
        ("주체107년 9월 12일에", ("EXACT_DATE", "주체107년 9월 12일")),
        ("1995년생입니다", ("BIRTH_DATE", "1995년생")),
        ("생일은 4월 17일", ("BIRTH_DATE", "4월 17일")),
        ("청진 수남구역에", ("SMALL_PLACE", "수남구역")),
    ],
)
def test_what_the_record_knows(text: str, pair: tuple[str, str]) -> None:
    assert pair in pairs(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("지배인 고창수한테 불려 갔다", ("PERSON", "고창수")),
        ("박 지배인이 왔다", ("PERSON", "박 지배인")),
        ("영팔이가 소환됐다", ("PERSON", "영팔")),
        ("려명옥이라는 동무가 있었다", ("PERSON", "려명옥")),
        ("분희 아지미가 죽었다", ("PERSON", "분희")),
        ("염가가 절반을 뗐다", ("PERSON", "염가")),
        ("별명이 불곰이었다", ("PERSON", "불곰")),
        ("아들 진혁이가 있다", ("FAMILY", "진혁")),
        ("최 선생이라는 브로커", ("BROKER", "최 선생")),
        ("My friend Pok Hui wept.", ("PERSON", "Pok Hui")),
        ("The chief was Hong Song Nam.", ("PERSON", "Hong Song Nam")),
        ("Madame Diouf brought a paper.", ("PERSON", "Diouf")),
        ("the watchman, Old Jin, stood there", ("PERSON", "Old Jin")),
        ("有个叫顺姬的姑娘", ("PERSON", "顺姬")),
        ("朴代表不让去", ("PERSON", "朴代表")),
        ("老板姓王，老王来了", ("PERSON", "老王")),
        ("приехал Пак, их старший", ("PERSON", "Пак")),
        ("сказали Рябинину", ("PERSON", "Рябинину")),
        ("Нина Васильевна помогла", ("PERSON", "Нина Васильевна")),
        ("전화 8 914 000-27-61", ("PHONE", "8 914 000-27-61")),
        ("call +86 138 0400 7719 now", ("PHONE", "+86 138 0400 7719")),
        ("write to a.b@mail.example", ("MESSENGER", "a.b@mail.example")),
        ("텔레그람 @artem_dev", ("MESSENGER", "@artem_dev")),
        ("려권번호 927410356을", ("ID_NUMBER", "927410356")),
        ("번호가 1174번입니다", ("ID_NUMBER", "1174")),
        ("주민번호 680101-1234567", ("ID_NUMBER", "680101-1234567")),
        ("삼월 십사일에", ("EXACT_DATE", "삼월 십사일")),
        ("스무사흗날에", ("EXACT_DATE", "스무사흗날")),
        ("on the 9th of June", ("EXACT_DATE", "the 9th of June")),
        ("二〇二〇年三月六号", ("EXACT_DATE", "二〇二〇年三月六号")),
        ("Семнадцатого декабря пришли", ("EXACT_DATE", "Семнадцатого декабря")),
        ("네르친스카야 거리 41번지 26호에", ("ADDRESS", "네르친스카야 거리 41번지 26호")),
        ("at 31 Maple Road, flat 2", ("ADDRESS", "31 Maple Road, flat 2")),
        ("光明街道12号楼3单元402室", ("ADDRESS", "光明街道12号楼3单元402室")),
        ("улица Гагарина, дом 22, кв. 5", ("ADDRESS", "улица Гагарина, дом 22, кв. 5")),
        ("고향이 태천군인데", ("SMALL_PLACE", "태천군")),
        ("she is from Unsan County", ("SMALL_PLACE", "Unsan County")),
        ("在敬信镇", ("SMALL_PLACE", "敬信镇")),
        ("в посёлке Врангель", ("SMALL_PLACE", "Врангель")),
        ("제4187군부대 공병", ("UNIT", "제4187군부대")),
        ("at Golden Reed Garments", ("WORKPLACE", "Golden Reed Garments")),
        ("фирма «Примстройград»", ("WORKPLACE", "«Примстройград»")),
    ],
)
def test_what_no_record_knows(text: str, pair: tuple[str, str]) -> None:
    assert pair in pairs(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "공장 철수 명령이 내려왔다",
        "철수했다고 한다",
        "산업연수생으로 들어갔다",
        "우리 조가 제일 늦었다",
        "이 지배인은 나쁘지 않았다",
        "그 대표가 말했다",
        "로씨야에 갔다",
        "건설경기가 나빴다",
        "2019년 12월 22일까지 나가라 했다",
        "매달 15일에 로임을 받았다",
        "2019년 봄에 나갔다",
        "3월에 나갔다",
        "한 달에 두 번 쉬었다",
        "결의 2397호가 나왔다",
        "훈춘에서 연길로 갔다",
        "관리하는 사람이 다리를 건넜다",
        "In March 2019 we went home because of the United Nations.",
        "Christians in South Korea helped.",
        "we had 2,300 yuan and 600 dollars",
        "2017年以前是正规的",
        "老板说她们可以回家，时间不长",
        "В декабре 2019 года всех вывезли в Пхеньян.",
        "12月22日那阵子",
    ],
)
def test_false_friends_are_left_alone(text: str) -> None:
    assert pairs(text, {}) == set()


def test_one_person_is_one_group() -> None:
    made = found('조장 염동수가 왔다. "동수야, 가자." 염가가 절반을 뗐다. 림설경은 설경이라고 불렸다.')
    groups = {each.quote: each.group for each in made}
    assert groups["염동수"] == groups["동수"] == groups["염가"]
    assert groups["림설경"] == groups["설경"]
    assert groups["염동수"] != groups["림설경"]


def test_spans_are_code_points_of_the_composed_text() -> None:
    plain = "😀😀 림설경은 𠮷 ᄒᆞᆫ 한금숙이다"
    made = found(unicodedata.normalize("NFD", plain))
    composed = unicodedata.normalize("NFC", plain)
    assert {"림설경", "한금숙"} <= {each.quote for each in made}
    assert all(composed[each.start : each.end] == each.quote for each in made)


def test_order_kinds_and_no_overlap() -> None:
    made = found("2018년 9월 12일에 림설경이 홍펑수산에 갔다. 전화 010-0417-2283, 왼쪽 손목에 흉터가 있다.")
    assert [each.start for each in made] == sorted(each.start for each in made)
    assert {each.kind for each in made} <= set(KINDS)
    plain = [each for each in made if each.kind != "OTHER_IDENTIFIER"]
    assert all(one.end <= other.start for one, other in itertools.pairwise(plain))
    assert all(each.rule for each in made)
    assert any(each.kind == "OTHER_IDENTIFIER" for each in made)


def test_deterministic() -> None:
    text = "지배인 고창수와 조장 염동수, 림설경. " * 20
    assert found(text) == found(text)


@pytest.mark.parametrize(
    "record", [{}, {"witness": None}, {"witness": {"name": None, "family": None}, "places": None, "dispatch": None}]
)
def test_half_a_record_will_do(record: dict[str, Any]) -> None:
    assert ("PERSON", "고창수") in pairs("지배인 고창수한테", record)
    assert suggest({**record, "narrative": None}) == []


def test_mail_keeps_the_name_inside_it() -> None:
    assert ("MESSENGER", "rimsolgyong@mail.example") in pairs("write to rimsolgyong@mail.example")


def test_twenty_thousand_characters_at_once() -> None:
    text = ("2018년 9월 12일에 지배인 고창수가 설경이를 데리고 홍펑수산에 갔다. 우리는 밤까지 일했다. " * 400)[:20_000]
    found(text[:500])
    before = time.process_time()
    found(text)
    assert time.process_time() - before < 6  # a pattern that runs away, not a slow machine


@pytest.mark.parametrize(
    "piece", ["김", "a", "1 ", "한 ", "А", "国", "é😀", "1-", "@", "일", "«", "Kim Chol Su ", "\n", "ᄀ"]
)
def test_hostile_length(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    before = time.process_time()
    found(text)
    assert time.process_time() - before < 30


@pytest.mark.parametrize("name", ["held_out", "second", "third", "fourth", "fifth", "sixth", "english_russian"])
def test_quality_on_marked_records(name: str) -> None:
    result = measure(json.loads((HERE / f"{name}_identifiers.json").read_text(encoding="utf-8")))
    recall = result["recall"]
    # In the fourth a name of the record is one syllable that is in the text a part of another word.
    assert recall["name in the record"] >= (0.98 if name == "fourth" else 1)
    assert recall["contact in the record"] == 1
    assert recall["name elsewhere"] >= 0.85
    least = 0.85 if name in ("fourth", "fifth", "sixth", "english_russian") else 0.9
    assert all(recall.get(kind, 1) >= least for kind in ("EXACT_DATE", "ADDRESS", "WORKPLACE", "UNIT"))
    assert result["precision"] >= 0.6


def test_people_of_the_record_are_found_in_their_spellings() -> None:
    record = {
        "people": [{"name": "차영애", "spellings": ["Cha Yong Ae", "안경쟁이"]}, {"name": "왕총", "spellings": []}]
    }
    text = (
        "차영애가 왔다. 영애는 웃었다. 안경쟁이라고도 했다. They wrote Cha Young-ae. 王总이라고 쓴 종이. 왕총이 봤다."
    )
    made = found(text, record)
    groups = {each.quote: each.group for each in made if each.rule.startswith("record.person")}
    assert {"차영애", "영애", "안경쟁이", "Cha Young-ae", "왕총"} <= set(groups)
    assert groups["차영애"] == groups["영애"] == groups["안경쟁이"] == groups["Cha Young-ae"] != groups["왕총"]


def test_a_relative_among_the_people_stays_a_relative() -> None:
    record = {**RECORD, "people": [{"name": "한금숙", "spellings": []}]}
    assert ("FAMILY", "한금숙") in pairs("어머니 한금숙은 아프다", record)


def test_the_witness_is_never_grouped_with_a_relative_of_the_same_surname() -> None:
    text = "그들은 림가가 또 왔다고 했다. 동생 림철수가 왔다. 설경이는 울었다. 철수도 울었다."
    groups: dict[str, set[str]] = {}
    for each in found(text):
        groups.setdefault(each.group, set()).add(each.kind + each.quote)
    witness = next(group for group, names in groups.items() if "PERSON설경" in names)
    assert not any(name.startswith("FAMILY") for name in groups[witness])
    relative = next(group for group, names in groups.items() if "FAMILY림철수" in names)
    assert not any(name.startswith("PERSON") for name in groups[relative])


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # surnames beyond the frequent ones, lists, titles, names from other languages
        ("带班的叫鄢哲铉，话少", ("PERSON", "鄢哲铉")),
        ("同屋的有卢英姬、桂顺玉和全香。", ("PERSON", "桂顺玉")),
        ("她姓晏，是护士", ("PERSON", "晏")),
        ("工头叫艾尔肯，会说汉语", ("PERSON", "艾尔肯")),
        ("老板伊戈尔·彼得罗维奇来了", ("PERSON", "伊戈尔·彼得罗维奇")),
        ("같이 간 사람은 문경희, 송이, 박설이었다", ("PERSON", "송이")),
        ("우리끼리는 독사라고 불렀다", ("PERSON", "독사")),
        ("로씨야 감독 빅또르가 소리쳤다", ("PERSON", "빅또르")),
        ("표씨가 돈을 걷었다", ("PERSON", "표씨")),
        ("Then Dmitri Volkov shut the gate", ("PERSON", "Dmitri Volkov")),
        ("Позвали Ри Гым Сун к начальнику", ("PERSON", "Ри Гым Сун")),
        ("цемент возил Джамшед, хороший парень", ("PERSON", "Джамшед")),
        ("нас кормила тётя Клава на кухне", ("PERSON", "тётя Клава")),
        # helpers
        ("장 목사가 도왔다", ("BROKER", "장 목사")),
        ("钱给了洪牧师", ("BROKER", "洪牧师")),
        ("меня спрятал Ефим в бане", ("BROKER", "Ефим")),
        # papers, plates, handles
        ("차번호는 辽F·22B81이다", ("ID_NUMBER", "辽F·22B81")),
        ("его госномер М 407 ТУ 27", ("ID_NUMBER", "М 407 ТУ 27")),
        ("my residence card number was RC-5530912", ("ID_NUMBER", "RC-5530912")),
        ("СНИЛС 112-233-445 95", ("ID_NUMBER", "112-233-445 95")),
        ("卡号尾号是7741，别写", ("ID_NUMBER", "7741")),
        ("큐큐 2099117345로 련락했다", ("MESSENGER", "2099117345")),
        ("my Discord was grey.fox#4411 then", ("MESSENGER", "grey.fox#4411")),
        # days
        ("2018년 추석날에 떠났다", ("EXACT_DATE", "2018년 추석날")),
        ("태양절 이튿날이였다", ("EXACT_DATE", "태양절 이튿날")),
        ("she left the day after Christmas 2016.", ("EXACT_DATE", "the day after Christmas 2016")),
        ("on the first Monday of May 2017", ("EXACT_DATE", "the first Monday of May 2017")),
        ("2017年腊月初八走的", ("EXACT_DATE", "2017年腊月初八")),
        ("国庆节前一天来了人", ("EXACT_DATE", "国庆节前一天")),
        ("накануне Пасхи 2014 года", ("EXACT_DATE", "накануне Пасхи 2014 года")),
        ("увезли 5 мая 2011-го, ночью", ("EXACT_DATE", "5 мая 2011-го")),
        # addresses, places, units, firms
        ("합숙은 5층 512호였다", ("ADDRESS", "5층 512호")),
        ("인천 남동구 소래로 88, 2동 301호에 산다", ("ADDRESS", "남동구 소래로 88, 2동 301호")),
        ("we were at ul. Morska 40, second floor", ("ADDRESS", "ul. Morska 40, second floor")),
        ("住在幸福路紫荆小区8号楼3单元201", ("ADDRESS", "幸福路紫荆小区8号楼3单元201")),
        ("Весенняя, дом 9, кв. 3 — туда", ("ADDRESS", "Весенняя, дом 9, кв. 3")),
        ("是平安郡石湖里的人", ("SMALL_PLACE", "石湖里")),
        ("412건설돌격대 2대대에 있었다", ("UNIT", "412건설돌격대 2대대")),
        ("the 91st Engineer Brigade", ("UNIT", "the 91st Engineer Brigade")),
        ("第三建设大队的人", ("UNIT", "第三建设大队")),
        ("hired by Delta Marine Sp. z o.o. in spring", ("WORKPLACE", "Delta Marine Sp. z o.o.")),
    ],
)
def test_what_further_forms_give_away(text: str, pair: tuple[str, str]) -> None:
    assert pair in pairs(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "그는 왼손 새끼손가락이 없었다",
        "아버지는 군에서 유일한 수의사였다",
        "she is the only woman welder on the site",
        "my grandfather was an ambassador",
        "他右手少了一根手指",
        "我爷爷是抗美援朝的功臣",
        "он один такой на весь район",
        "у неё не хватает двух пальцев",
    ],
)
def test_what_singles_somebody_out(text: str) -> None:
    assert any(each.kind == "OTHER_IDENTIFIER" for each in found(text, {}))


@pytest.mark.parametrize("text", ["김정일 생일 전날", "Kim Il Sung built it", "习近平来过", "при Путине стало хуже"])
def test_leaders_are_no_private_persons(text: str) -> None:
    assert not any(each.kind == "PERSON" for each in found(text, {}))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We slept at 14 Taebong Road, Block 61, in winter.", "14 Taebong Road"),
        ("숙소는 태봉리 17호 창고 61호였다.", "태봉리"),
        ("Жили на улице Лесной, дом 61, квартира 4.", "улица Лесная"),
    ],
)
def test_what_is_left_of_an_address_begins_and_ends_with_a_sign(text: str, place: str) -> None:
    """A span that begins with a space could never be decided: decisions are freed of them."""
    found = suggest({"narrative": text, "places": [{"name": place, "role": "dormitory"}]})
    assert found
    assert [s.quote for s in found if s.quote != s.quote.strip(" ,.")] == []
