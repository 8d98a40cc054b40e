"""A document in its plain forms: canonical JSON and an HTML page that needs nothing and runs nothing."""

import json
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rendering.paper import HOSTILE, SAMPLE, saying

from intake.errors import Invalid
from intake.rendering.document import Fact, as_html, as_json, clean, paragraphs, words
from intake.rendering.wording import base_language


class Page(HTMLParser):
    """Every tag with its attributes, and all text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_paragraphs_are_the_lines_that_say_something() -> None:
    assert paragraphs("하나\n\n 둘\t셋 \r\n\u2028넷\x0b\n \n") == ("하나", "둘 셋", "넷")
    assert paragraphs("") == ()


def test_paragraphs_are_composed() -> None:
    assert paragraphs(unicodedata.normalize("NFD", "리명수")) == ("리명수",)


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u202e",
        "\u2066",
        "\U000e0041",
        "\ufe0f",
        "\U000e0100",
        "\x07",
    ],
)
def test_nothing_a_reader_cannot_see_goes_along(hidden: str) -> None:
    assert as_json(saying(f"리{hidden}명수")) == as_json(saying("리명수"))
    assert hidden.encode() not in as_html(replace(SAMPLE, title=f"a{hidden}b", number=f"1{hidden}2"))


def test_the_same_document_is_the_same_json() -> None:
    data = as_json(SAMPLE)
    assert data == as_json(SAMPLE)
    told = json.loads(data)
    assert list(told) == sorted(told)
    assert told["paragraphs"][1].startswith("답: 인물 K7이(가)")
    assert told["facts"][0] == {
        "key": "mechanisms",
        "label": "입국·체류 방식",
        "values": ["한 달 무비자 체류 반복", "단기 방문비자"],
    }
    assert "인물" in data.decode()


def test_json_holds_the_fields_of_the_document_and_no_others() -> None:
    assert set(json.loads(as_json(SAMPLE))) == {
        "schema", "number", "title", "language", "audience", "purpose", "identity", "facts", "paragraphs", "notice",
        "organisation", "issued",
    }  # fmt: skip


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Invalid):
        as_json(saying("a\ud83db"))


def test_html_shows_hostile_words_as_words() -> None:
    page = Page(as_html(SAMPLE))
    text = "".join(page.text)
    assert all(words in text for words in HOSTILE)
    assert "script" not in {tag for tag, _ in page.tags}


def test_html_refers_to_nothing_and_runs_nothing() -> None:
    data = as_html(replace(SAMPLE, title='"><img src=x onerror=1>', language='ko" onload="1'))
    page = Page(data)
    for tag, attributes in page.tags:
        assert tag not in {"script", "img", "link", "iframe", "object", "base", "form", "a"}
        assert not {"src", "href", "style"} & set(attributes)
        assert not any(key.startswith("on") for key in attributes)
    assert not re.search(rb"https?:|url\(|@import", data)


def test_html_is_in_the_language_of_the_document() -> None:
    assert Page(as_html(SAMPLE)).tags[0] == ("html", {"lang": "ko"})
    assert Page(as_html(replace(SAMPLE, language="zh-CN"))).tags[0] == ("html", {"lang": "zh-CN"})
    assert "<h2>证言</h2>" in as_html(replace(SAMPLE, language="zh-CN")).decode()
    assert "<h2>Свидетельство</h2>" in as_html(replace(SAMPLE, language="ru")).decode()


def test_html_leaves_out_a_fact_without_a_value() -> None:
    assert "업종" not in as_html(SAMPLE).decode()
    assert "입국·체류 방식" in as_html(SAMPLE).decode()


def test_words_fall_back_to_english_and_refuse_unknown_keys() -> None:
    assert words("narrative", "ko-KR") == "증언"
    assert words("narrative", "fr") == "Testimony"
    assert base_language("zh_Hans") == "zh"
    with pytest.raises(KeyError):
        words("nothing", "ko")


def test_cleaning_is_done_once() -> None:
    document = replace(SAMPLE, facts=(Fact(key="x\n", label=" a\u200b ", values=("b\r\nc",)),))
    assert clean(document).facts == (Fact(key="x", label="a", values=("b c",)),)
    assert clean(clean(document)) == clean(document)
