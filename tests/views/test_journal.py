"""The journal says in words what was done."""

from __future__ import annotations

import re
from collections.abc import Callable

from people import House

from intake.access import POLICY
from intake.views.deeds import DEEDS


def test_every_deed_is_a_verb_and_each_has_words_of_its_own() -> None:
    assert set(DEEDS) <= set(POLICY)
    assert len(set(DEEDS.values())) == len(DEEDS)


def test_an_entry_says_what_was_done(browser: Callable[..., object], house: House) -> None:
    anna = browser("anna")
    anna.client.set_cookie("intake-language", "en")
    page = anna.get("/journal/").get_data(as_text=True)
    assert re.search(r"<td>signed in <code[^>]*>account\.sign_in</code></td>", page)
    assert '<option value="account.sign_in">signed in (account.sign_in)</option>' in page
