"""The vocabulary is everybody's to read."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest


@pytest.mark.parametrize("name", ["hana", "mina", "dain", "anna"])
def test_terms_are_a_tree_in_four_languages(browser: Callable, name: str) -> None:
    shown = unescape(browser(name).get("/vocabulary/").get_data(as_text=True))
    broad, narrow = shown.index('id="visa-circumvention"'), shown.index('id="short-term-visitor-visa.tourist-group"')
    assert broad < narrow
    assert "depth-2" in shown[narrow - 60 : narrow]
    assert 'lang="ru"' in shown
    assert 'lang="zh"' in shown
    assert ("/search?q=concept:visa-circumvention" in shown) == (name == "dain")


def test_each_kind_of_term_has_a_page_and_others_have_none(browser: Callable) -> None:
    dain = browser("dain")
    assert 'id="seafood-processing"' in dain.get("/vocabulary/?scheme=sector").get_data(as_text=True)
    assert 'id="visa-circumvention"' in dain.get("/vocabulary/?scheme=nonsense").get_data(as_text=True)
