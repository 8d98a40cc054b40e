"""The tree that SVG is built of: text stays text, and no style, script or foreign link can be put in."""

import pytest
from jinja2 import Environment

from intake.rendering.markup import element, figure, link, shortened, wide


def test_text_and_attributes_are_escaped() -> None:
    assert str(element("text", "<b>&", id='"x')) == '<text id="&#34;x">&lt;b&gt;&amp;</text>'


def test_templates_take_an_element_as_it_is_and_escape_the_rest() -> None:
    template = Environment(autoescape=True).from_string("{{ a }}{{ b }}")
    assert template.render(a=element("g", "<"), b="<g>") == "<g>&lt;</g>&lt;g&gt;"


@pytest.mark.parametrize(
    "attributes",
    [
        {"style": "x"}, {"STYLE": "x"}, {"onclick": "x"}, {"ONload": "x"}, {"a b": "x"}, {"x>": "1"},
        {"href": "javascript:alert(1)"}, {"href": "//evil.example"}, {"href": "/\\evil.example"},
        {"href": "https://evil.example"}, {"href": "data:text/html,x"}, {"href": " /x"}, {"href": "\tjavascript:x"},
        {"href": ""},
    ],
)  # fmt: skip
def test_styles_handlers_and_foreign_links_are_refused(attributes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        element("a", **attributes)


@pytest.mark.parametrize("name", ["script", "style", "foreignObject", "a b", "g><script", ""])
def test_only_drawing_elements(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        element(name)


@pytest.mark.parametrize("href", ["/search?q=1", "?place=CN-JL.hunchun", "#row-3", "/"])
def test_links_of_our_own_pass(href: str) -> None:
    assert element("a", href=href).attributes == (("href", href),)


def test_a_figure_with_links_is_no_single_image() -> None:
    plain = str(figure("m", "제목", "설명", 720, 300.5, element("g", link(None, element("rect")))))
    linked = str(figure("m", "제목", "설명", 720, 300.5, element("g", link("?a=1", element("rect"), label="훈춘"))))
    assert 'role="img"' in plain
    assert 'role="group"' in linked
    assert 'aria-label="훈춘"' in linked
    for drawn in (plain, linked):
        assert '<title id="m-title">제목</title><desc id="m-desc">설명</desc>' in drawn
        assert 'aria-labelledby="m-title m-desc"' in drawn
        assert 'viewBox="0 0 720 300.5"' in drawn


def test_control_characters_and_halves_are_dropped() -> None:
    assert str(element("text", "a\x00b", "c\x0bd", "\ud800")) == "<text>abcd</text>"


def test_hangul_is_wider_than_latin_and_cut_with_an_ellipsis() -> None:
    assert wide("훈춘") == 2
    assert wide("ab") < 1.5
    assert shortened("훈춘시 수산물 공장", 5) == "훈춘시…"
    assert shortened("훈춘", 5) == "훈춘"
