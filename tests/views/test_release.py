"""The second reviewer's pages, the register, and what leaves over the wire."""

from __future__ import annotations

import io
import json
import re
import zipfile
from uuid import uuid4

import pytest
from pypdf import PdfReader
from redacting import gate_of, released, send
from sayings import WHO

from intake.actions import release

HIDDEN = ("표범섭", "까치수산", WHO.name, "설화", WHO.family[0].name)


def text(answer) -> str:
    return str(answer.get_data(as_text=True))


@pytest.fixture
def second(house, browser):
    """Bora's browser at what Mina sent on."""
    _, redaction_id = send(house)
    bora = browser("bora", stepped_up=True)
    bora.at = f"/review/{redaction_id}"
    return bora


def test_the_cold_page_shows_the_released_text_and_nothing_else(second):
    page = text(second.get(second.at))
    assert "훈춘" in page
    assert not [word for word in HIDDEN if word in page]
    assert 'name="digest"' not in page
    assert second.post(f"{second.at}/guess", {"text": " "}).status_code == 422


def test_then_the_decisions_an_objection_and_the_approval(second, browser):
    assert second.post(f"{second.at}/guess", {"text": "훈춘의 공장"}).status_code == 303
    page = text(second.get(second.at))
    assert "표범섭" in page
    assert "훈춘의 공장" in page
    digest = re.search(r'name="digest" value="([0-9a-f]{64})"', page)[1]
    about = re.search(r'/object"[^>]*>.*?name="about" value="([^"]+)"', page, re.DOTALL)[1]
    assert second.post(f"{second.at}/object", {"text": "넓혀야 한다", "about": about}).status_code == 303
    page = text(second.get(second.at))
    assert "넓혀야 한다" in page
    assert second.post(f"{second.at}/approve", {"digest": digest}).status_code == 409
    remark = re.search(r'name="remark" value="([^"]+)"', page)[1]
    settle = second.at.replace("review", "redaction") + "/settle"
    assert second.post(settle, {"remark": remark, "back": "review"}).status_code == 303
    for wrong in ("", "0" * 64, "표", digest[:-1]):
        assert second.post(f"{second.at}/approve", {"digest": wrong}).status_code == 409
    answer = second.post(f"{second.at}/approve", {"digest": digest})
    assert answer.location.startswith("/release/")
    assert second.get(answer.location).status_code == 200
    assert second.get(second.at).status_code == 409


def test_decisions_are_agreed_to_one_by_one_and_the_count_is_kept(second):
    second.post(f"{second.at}/guess", {"text": "없다"})
    page = text(second.get(second.at))
    rows = re.findall(r'<tr id="d-([0-9a-f]{16})"', page)
    assert len(rows) > 1
    answer = second.post(f"{second.at}/agree", {"about": rows[0], "next": rows[1], "yes": "1"})
    assert answer.location == f"{second.at}#d-{rows[1]}"
    page = text(second.get(second.at))
    assert re.search(rf'<tr id="d-{rows[0]}" data-row class="seen"', page)
    assert page.count('aria-pressed="true"') == 1
    assert second.post(f"{second.at}/agree", {"about": "x"}).status_code == 422


def test_approving_without_confirming_goes_to_the_confirmation_and_back(second, browser):
    second.post(f"{second.at}/guess", {"text": "없다"})
    bora = browser("bora")
    answer = bora.post(f"{second.at}/approve", {"digest": "x"})
    assert answer.location == f"/account/confirm?next={second.at}"


def test_returning_needs_a_word(second, browser):
    second.post(f"{second.at}/guess", {"text": "없다"})
    assert second.post(f"{second.at}/return", {"text": ""}).status_code == 422
    assert second.post(f"{second.at}/return", {"text": "더 넓히십시오"}).status_code == 303
    page = text(browser("mina").get(second.at.replace("review", "redaction")))
    assert "더 넓히십시오" in page


def test_the_redactor_sees_no_review_of_their_own(second, browser):
    mina = browser("mina", stepped_up=True)
    assert mina.get(second.at).status_code == 403
    for deed in ("guess", "object", "return", "approve"):
        assert mina.post(f"{second.at}/{deed}", {"text": "x", "digest": "x"}).status_code == 403


def test_a_proposed_file_is_downloaded_for_looking(second):
    answer = second.get(f"{second.at}/preview/pdf")
    assert answer.data.startswith(b"%PDF")
    assert second.get(f"{second.at}/preview/exe").status_code == 404


# -- what leaves


@pytest.fixture
def out(house, browser):
    """Bora's browser at a release."""
    made = released(house)
    bora = browser("bora", stepped_up=True)
    bora.id, bora.at = made, f"/release/{made}"
    return bora


def _words(name: str, data: bytes) -> str:
    if name.endswith("pdf"):
        reader = PdfReader(io.BytesIO(data))
        return "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if name.endswith(("docx", "xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(part).decode("utf-8", "ignore") for part in archive.namelist())
    return data.decode()


def test_every_file_leaves_as_a_download_and_says_nothing_that_was_taken_out(out):
    for extension in ("pdf", "docx", "html", "json", "csv", "xlsx", "proof"):
        answer = out.get(f"{out.at}/download/{extension}")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=release-")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        said = _words(extension, answer.data)
        assert not [word for word in HIDDEN if word in said]
        assert extension == "proof" or "훈춘" in said.replace("\n", "")
    assert out.get(f"{out.at}/download/exe").status_code == 404
    assert out.get(f"/release/{uuid4()}/download/pdf").status_code == 404


def test_the_register_shows_release_hashes_and_recipients(out, browser, house):
    fields = {"recipient": "유엔 서울사무소", "purpose": "public-report", "extension": "pdf", "note": "직접 전달"}
    assert out.post(f"{out.at}/hand-out", fields).status_code == 303
    page = text(out.get(out.at))
    assert "유엔 서울사무소" in page
    manifest = release.read(gate_of(house, out), out.id)
    assert manifest.listed.digest in page
    for file in manifest.content.files:
        assert file.sha256.hex() in page
    refused = out.post(f"{out.at}/hand-out", {**fields, "recipient": "", "purpose": "press"})
    assert refused.status_code == 422
    refused = out.post(f"{out.at}/hand-out", {**fields, "purpose": "press"})
    assert refused.status_code == 422
    assert "유엔 서울사무소" in text(refused)
    assert out.at in text(browser("dain").get("/release/"))
    assert browser("hana").get("/release/").status_code == 403


def test_a_recall_stops_the_files_and_lists_who_has_to_be_told(out, browser):
    out.post(f"{out.at}/hand-out", {"recipient": "연구소", "purpose": "public-report", "extension": "json"})
    assert out.post(f"{out.at}/recall", {"reason": " "}).status_code == 422
    assert browser("dain").post(f"{out.at}/recall", {"reason": "x"}).status_code == 403
    assert out.post(f"{out.at}/recall", {"reason": "새 위험"}).status_code == 303
    assert out.get(f"{out.at}/download/pdf").status_code == 409
    page = text(out.get(out.at))
    assert f'href="{out.at}/download/pdf"' not in page
    told = re.search(r'action="(/release/told/[^"]+)"', page)[1]
    assert out.post(told).status_code == 303
    assert "/release/told/" not in text(out.get(out.at))


def test_two_versions_are_compared_on_a_page(house, browser):
    one, other = released(house), released(house)
    bora = browser("bora")
    assert bora.get(f"/release/{one}/compare/{other}").status_code == 404
    assert bora.get(f"/release/{one}/compare/{one}").status_code == 200


def test_the_proof_is_one_json_object_without_names(out, house):
    told = json.loads(out.get(f"{out.at}/download/proof").data)
    assert told["format"] == "intake-proof/1"
    assert not [name for name in house.people if f'"{name}"' in json.dumps(told)]
