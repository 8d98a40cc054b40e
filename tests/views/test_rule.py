"""The page of rules, by forms alone."""

from __future__ import annotations

import re

from sayings import file_one

NICK = "왕눈이"


def text(answer) -> str:
    return str(answer.get_data(as_text=True))


def test_written_tried_switched_without_a_script(browser):
    mina = browser("mina")
    said = {
        "kind": "PERSON",
        "words": f"{NICK}\r\nKK-####",
        "note": "별명",
        "sample": f"<b>{NICK}</b>가 KK-2041을 주었다.",
    }
    page = text(mina.post("/rule/try", said))
    assert re.findall(r"<mark [^>]*>([^<]*)</mark>", page) == [NICK, "KK-2041"]
    assert "<b>" + NICK not in page
    assert 'name="words"' in page
    assert re.search(rf">\s*{NICK}\s+KK-####</textarea>", page)
    assert NICK not in text(mina.get("/rule/"))
    assert mina.post("/rule/add", said).location == "/rule/?done=saved"
    page = text(mina.get("/rule/"))
    assert NICK in page
    (address,) = re.findall(r'action="(/rule/[0-9a-f-]+/switch)"', page)
    mina.post(address, {"on": "0"})
    assert 'name="on" value="1"' in text(mina.get("/rule/"))


def test_a_wrong_rule_is_shown_again_as_it_was_typed(browser):
    mina = browser("mina")
    answer = mina.post("/rule/add", {"kind": "PERSON", "words": "가", "note": "왜", "sample": ""})
    assert answer.status_code == 422
    page = text(answer)
    assert "field-error" in page
    assert re.search(r">\s*가</textarea>", page)


def test_the_queue_offers_the_one_that_waits_longest(house, browser):
    mina = browser("mina")
    first = file_one(house.gate("hana"))
    file_one(house.gate("hana"))
    assert f'href="/testimony/{first.testimony_id}" data-key-act="next"' in text(mina.get("/testimony/"))
