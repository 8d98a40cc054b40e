"""Drafts: one's own only, saved field by field, never overwritten unseen."""

from __future__ import annotations

import pytest
from people import House
from sqlalchemy import select

from intake.actions import draft
from intake.errors import Invalid, NotFound
from intake.models.testimony import StoredObject


def test_saving_merges_fields_and_counts_revisions(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {"a": ("1",), "b": ("2",)})
    saved = draft.save(gate, draft_id, {"b": ("3",), "c": ("4", "5")}, version=1, cleared=["a"])
    opened = draft.read(gate, draft_id)
    assert opened.answers == {"b": ("3",), "c": ("4", "5")}
    assert (saved.version, saved.checksum) == (2, opened.saved.checksum)


def test_saving_the_same_again_changes_nothing(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {"a": ("1",)})
    assert draft.save(gate, draft_id, {"a": ("1",)}, version=1).version == 1
    assert draft.save(gate, draft_id, {"a": ("1",)}, version=99).version == 1


def test_two_windows_conflict_and_both_texts_survive(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {"text": ("처음",)})
    draft.save(gate, draft_id, {"text": ("이 창",)}, version=1)
    with pytest.raises(draft.Edited) as caught:
        draft.save(gate, draft_id, {"text": ("저 창",)}, version=1)
    assert caught.value.draft.answers["text"] == ("이 창",)
    assert draft.read(gate, draft_id).answers["text"] == ("이 창",)
    assert "창" not in str(caught.value)


def test_drafts_are_their_authors_alone(house: House) -> None:
    draft_id = draft.start(house.gate("hana"), {})
    for verb in (draft.read, draft.discard):
        with pytest.raises(NotFound):
            verb(house.gate("iseul"), draft_id)
    assert draft.list_(house.gate("iseul")).drafts == ()


def test_170_000_syllables(house: House) -> None:
    gate = house.gate("hana")
    text = "증언" * 85_000
    draft_id = draft.start(gate, {"narrative-text": (text,)})
    assert draft.read(gate, draft_id).answers["narrative-text"] == (text,)


def test_attachments_are_sealed_counted_and_collected(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    kept = draft.attach(gate, draft_id, "사진.jpg", "image/jpeg", [b"x" * 1000, b"MARKER" * 100])
    gone = draft.attach(gate, draft_id, "사진.jpg", "image/jpeg", [b"y"])
    storage = house.instance.storage
    assert storage.ids() == {kept.id, gone.id}
    assert b"MARKER" not in b"".join(storage.parts(kept.id))
    draft.detach(gate, draft_id, gone.id)
    assert storage.ids() == {kept.id}
    with pytest.raises(NotFound):
        draft.detach(gate, draft_id, gone.id)
    draft.discard(gate, draft_id)
    assert storage.ids() == set()
    with house.instance.database.reading() as session:
        assert session.scalars(select(StoredObject)).all() == []


def test_too_large_or_empty_leaves_nothing_behind(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    limit = house.instance.settings.attachment_mib << 20
    for parts in ([b""], [b"z" * (1 << 20)] * (limit // (1 << 20)) + [b"!"]):
        with pytest.raises(Invalid) as caught:
            draft.attach(gate, draft_id, "a", "text/plain", parts)
        assert list(caught.value.fields) == ["file"]
    assert house.instance.storage.ids() == set()
    assert draft.read(gate, draft_id).attachments == ()


def test_hints_offer_and_insert_nothing(house: House) -> None:
    gate = house.gate("hana")
    text = "우리는 비자 없이 한 달만 있다가 다 같이 조선에 나갔다가 다시 도장을 받고 들어왔습니다."
    found = draft.hint(gate, text)
    assert "one-month-visa-free-rotation" in {h.concept for h in found}
    assert all(text[h.start : h.end] == h.quote for h in found)
