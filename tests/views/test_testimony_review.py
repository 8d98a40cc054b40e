"""The reviewer's pages of a testimony: the queue, reading, the witness, questions, attachments, withdrawing."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import uuid4

from redacting import begin, released, send
from sayings import SAID, WHO, file_one

from intake.actions import testimony
from intake.models.testimony import NamedPerson, TestimonyState


def text(answer) -> str:
    return str(answer.get_data(as_text=True))


def test_the_queue_counts_by_tab_and_links_to_what_waits(house, browser):
    receipt = file_one(house.gate("hana"))
    _, redaction_id = begin(house)
    mina = browser("mina")
    page = text(mina.get("/testimony/"))
    assert f'href="/testimony/{receipt.testimony_id}"' in page
    page = text(mina.get("/testimony/?tab=mine"))
    assert f'href="/redaction/{redaction_id}"' in page
    assert receipt.reference not in page  # it is offered as what waits longest, and not listed here
    _, sent_id = send(house)
    assert f'href="/review/{sent_id}"' in text(browser("bora").get("/testimony/?tab=second"))
    assert str(sent_id) not in text(browser("mina").get("/testimony/?tab=second"))


def test_an_empty_tab_says_so_and_wrong_addresses_are_clean(house, browser):
    mina = browser("mina")
    assert "empty" in text(mina.get("/testimony/?tab=mine"))
    assert mina.get("/testimony/?tab=nonsense").status_code == 422
    for page in ("0", "-4", "99999", "x", "1.5", "９", "9" * 50):
        assert mina.get("/testimony/", query_string={"page": page}).status_code == 200


def test_a_testimony_is_read_in_sections_with_numbers_and_the_ceiling(house, browser):
    said = replace(
        SAID,
        narrative=SAID.narrative + "\n그는 총살당했다.",
        people=(NamedPerson(name="표범섭", role="지도원", at_risk=True),),
        private_note="<script>alert(1)</script>",
    )
    receipt = file_one(house.gate("hana"), said, files=[b"abc"])
    page = text(browser("mina").get(f"/testimony/{receipt.testimony_id}"))
    assert 'data-number="3"' in page
    assert re.search(r'<details class="graphic"><summary>[^<]*</summary><p class="para" id="text-p4"', page)
    assert 'class="ceiling public"' in page
    assert "까치수산" in page
    assert "<script>alert" not in page
    assert WHO.name not in page


def test_a_coordinator_reads_without_a_reviewers_buttons(house, browser):
    receipt = file_one(house.gate("hana"))
    page = text(browser("dain").get(f"/testimony/{receipt.testimony_id}"))
    assert "/redaction/start/" not in page
    assert "/witness" not in page
    assert browser("hana").get(f"/testimony/{receipt.testimony_id}").status_code == 403


def test_the_witness_opens_only_after_confirming(house, browser):
    receipt = file_one(house.gate("hana"))
    path = f"/testimony/{receipt.testimony_id}/witness"
    answer = browser("mina").get(path)
    assert (answer.status_code, answer.location) == (303, f"/account/confirm?next={path}")
    page = text(browser("mina", stepped_up=True).get(path))
    for said in (WHO.name, WHO.name_latin, WHO.phone, WHO.family[0].name):
        assert said in page
    assert browser("dain").get(path).status_code == 403


def test_attachments_are_opaque_bytes_with_a_harmless_name(house, browser):
    receipt = file_one(house.gate("hana"), files=[b"<html><script>alert(1)</script>"])
    mina = browser("mina")
    page = text(mina.get(f"/testimony/{receipt.testimony_id}"))
    path = re.search(r'href="(/testimony/[^"]+/attachment/[^"]+)"', page)[1]
    answer = mina.get(path)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.data == b"<html><script>alert(1)</script>"
    assert mina.get(f"/testimony/{receipt.testimony_id}/attachment/{uuid4()}").status_code == 404


def test_a_question_goes_to_the_interviewer(house, browser):
    receipt = file_one(house.gate("hana"))
    mina = browser("mina")
    path = f"/testimony/{receipt.testimony_id}/ask"
    refused = mina.post(path, {"text": " "})
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in text(refused)
    assert mina.post(path, {"text": "몇 번 건너갔는지 다시 물어 주십시오."}).status_code == 303
    assert len(testimony.read(house.gate("mina"), receipt.testimony_id).questions) == 1


def test_withdrawing_needs_the_reference_typed(house, browser):
    release_id = released(house)
    gate = house.gate("bora")
    (line,) = testimony.list_(gate).lines
    path = f"/testimony/{line.id}/withdraw"
    assert "/account/confirm" in text(browser("bora").get(path))
    bora = browser("bora", stepped_up=True)
    assert 'name="reference"' in text(bora.get(path))
    for typed in ("", "T-0000-0000"):
        assert bora.post(path, {"reference": typed}).status_code == 422
    assert testimony.list_(gate).lines[0].state is TestimonyState.RELEASED
    page = text(bora.post(path, {"reference": line.reference.lower()}))
    assert f"{line.reference}/1" in page
    assert testimony.list_(gate).lines[0].state is TestimonyState.WITHDRAWN
    assert bora.get(f"/testimony/{line.id}").status_code == 404
    assert bora.get(f"/release/{release_id}").status_code == 200
    assert bora.get("/release/").status_code == 200
