"""Sealed objects: what a testimony says, who wrote it, and where it belongs cannot be changed unnoticed."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import (
    ANA,
    BORA,
    CONTEXT,
    KEY,
    OTHER_KEY,
    OTHER_SEED,
    SEED,
    altered_contexts,
    flipped,
    refused,
    truncated,
)

from intake.errors import NotFound
from intake.sealing import objects
from intake.sealing.boxes import lock
from intake.sealing.context import RecordContext, WrapContext, encode
from intake.sealing.keys import SealingKey, Secret, SigningKey, VerifyKey
from intake.sealing.labels import Label
from intake.sealing.objects import (
    open_object,
    rewrap_data_key,
    seal_object,
    unwrap_data_key,
    wrap_data_key,
)
from intake.sealing.padding import pad

ANA_SIGNS = SigningKey(SEED)
BORA_SIGNS = SigningKey(OTHER_SEED)
DIRECTORY = {ANA: ANA_SIGNS.public, BORA: BORA_SIGNS.public}
SHRED = Secret(b"\7" * 32)


def sealed(content: bytes = b"what was said", shred_key: Secret | None = SHRED) -> bytes:
    return seal_object(content, author=ANA, signer=ANA_SIGNS, context=CONTEXT, data_key=KEY, shred_key=shred_key)


def opened(
    box: bytes,
    *,
    context: RecordContext = CONTEXT,
    data_key: Secret = KEY,
    shred_key: Secret | None = SHRED,
    directory: dict[UUID, VerifyKey] = DIRECTORY,
) -> tuple[UUID, bytes]:
    return open_object(box, context=context, data_key=data_key, shred_key=shred_key, verify=directory.__getitem__)


@given(st.binary(max_size=3000), st.sampled_from([SHRED, None]))
def test_what_was_sealed_comes_back_with_its_author(content: bytes, shred_key: Secret | None) -> None:
    assert opened(sealed(content, shred_key), shred_key=shred_key) == (ANA, content)


def test_a_small_change_of_size_does_not_show() -> None:
    assert len({len(sealed(b"a" * size)) for size in range(424)}) == 1


def test_every_single_bit_counts() -> None:
    for altered in flipped(sealed(b"")):
        refused(lambda box=altered: opened(box))


def test_every_truncation_is_refused() -> None:
    for altered in truncated(sealed(b"")):
        refused(lambda box=altered: opened(box))


def test_each_fact_of_the_context_counts() -> None:
    box = sealed()
    for name, context in altered_contexts():
        refused(lambda context=context: opened(box, context=context))
        # Bound twice: even with the box made for the other context, the signature is for this one.
        moved = forged(ANA, ANA_SIGNS, signed_context=CONTEXT, boxed_context=context)
        refused(lambda moved=moved, context=context: opened(moved, context=context))
        assert name


def test_both_keys_are_needed() -> None:
    refused(lambda: opened(sealed(), data_key=OTHER_KEY))
    refused(lambda: opened(sealed(), shred_key=None))
    refused(lambda: opened(sealed(), shred_key=OTHER_KEY))
    refused(lambda: opened(sealed(shred_key=None), shred_key=Secret(bytes(32))))


def content_key() -> Secret:
    return objects._content_key(KEY, SHRED)


def forged(
    author: UUID,
    signer: SigningKey,
    *,
    signed_context: RecordContext = CONTEXT,
    boxed_context: RecordContext = CONTEXT,
    signed_author: UUID | None = None,
    label: Label = Label.OBJECT_SIGNATURE,
    signed_content: bytes = b"invented",
) -> bytes:
    """What somebody who holds the content key, and can write to the database, could put there."""
    message = encode(signed_author or author, signed_context.encode(), signed_content)
    inner = author.bytes + signer.sign(label, message) + b"invented"
    return lock(content_key(), Label.OBJECT_BOX, boxed_context.encode(), pad(inner))


def test_the_forger_of_these_tests_can_make_a_true_object() -> None:
    assert opened(forged(BORA, BORA_SIGNS)) == (BORA, b"invented")


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(forged(ANA, BORA_SIGNS), id="in another's name"),
        pytest.param(forged(ANA, BORA_SIGNS, signed_author=BORA), id="another's signature"),
        pytest.param(forged(ANA, ANA_SIGNS, signed_author=BORA), id="signed for another author"),
        pytest.param(forged(ANA, ANA_SIGNS, signed_content=b"true"), id="signature of other content"),
        pytest.param(forged(ANA, ANA_SIGNS, label=Label.GRANT_SIGNATURE), id="signature of other purpose"),
        pytest.param(forged(UUID(int=9), ANA_SIGNS), id="by somebody unknown"),
    ],
)
def test_words_cannot_be_put_in_somebodys_mouth(box: bytes) -> None:
    refused(lambda: opened(box))


@pytest.mark.parametrize("inner", [b"", ANA.bytes, ANA.bytes + bytes(63), ANA.bytes + bytes(64)])
def test_an_object_without_a_signature_is_refused(inner: bytes) -> None:
    box = lock(content_key(), Label.OBJECT_BOX, CONTEXT.encode(), pad(inner))
    refused(lambda: opened(box))


def test_an_author_whose_certificate_fails_is_refused_in_the_same_words() -> None:
    def uncertified(_person: UUID) -> VerifyKey:
        raise NotFound

    refused(lambda: open_object(sealed(), context=CONTEXT, data_key=KEY, shred_key=SHRED, verify=uncertified))
    refused(lambda: opened(sealed(), directory={}))
    refused(lambda: opened(sealed(), directory={ANA: BORA_SIGNS.public}))


COMPARTMENT = SealingKey(SEED)
DEK = Secret(b"\3" * 32)


def wrap_context(epoch: int = 1, record: RecordContext = CONTEXT, fingerprint: bytes = b"") -> WrapContext:
    return WrapContext(record=record, epoch=epoch, fingerprint=fingerprint or COMPARTMENT.public.fingerprint)


def unwrapped(wrap: bytes, context: WrapContext | None = None) -> Secret:
    return unwrap_data_key(wrap, sealing_key=COMPARTMENT, dek=DEK, wrap_context=context or wrap_context())


WRAPS = {
    "sealed": wrap_data_key(KEY, COMPARTMENT.public, wrap_context()),
    "adopted": rewrap_data_key(KEY, DEK, wrap_context()),
}


def test_wraps_have_the_sizes_of_the_design() -> None:
    assert {name: len(wrap) for name, wrap in WRAPS.items()} == {"sealed": 1172, "adopted": 116}


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_either_wrap_gives_the_data_key(wrap: bytes) -> None:
    assert unwrapped(wrap) == KEY


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_a_wrap_belongs_to_its_record_and_epoch(wrap: bytes) -> None:
    refused(lambda: unwrapped(wrap, wrap_context(epoch=2)))
    refused(lambda: unwrapped(wrap, wrap_context(fingerprint=b"f" * 32)))
    for _name, record in altered_contexts():
        refused(lambda record=record: unwrapped(wrap, wrap_context(record=record)))


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_an_altered_wrap_is_refused(wrap: bytes) -> None:
    for altered in (*truncated(wrap), wrap + b"\0", *(a for n, a in enumerate(flipped(wrap)) if n % 7 == 0)):
        refused(lambda altered=altered: unwrapped(altered))


def test_the_header_says_which_wrap_it_is_and_no_key_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def tried(*args: object) -> bytes:
        raise AssertionError("a key was tried on something that is not for it")

    context = wrap_context()
    with monkeypatch.context() as patch:
        patch.setattr(objects, "unlock", tried)
        assert unwrapped(WRAPS["sealed"]) == KEY
        refused(lambda: unwrap_data_key(WRAPS["sealed"], sealing_key=None, dek=DEK, wrap_context=context))
    monkeypatch.setattr(objects, "unseal", tried)
    assert unwrapped(WRAPS["adopted"]) == KEY
    refused(lambda: unwrap_data_key(WRAPS["adopted"], sealing_key=COMPARTMENT, dek=None, wrap_context=context))
    monkeypatch.setattr(objects, "unlock", tried)
    for header in (b"", b"KK", b"KK\x03\x01", b"KK\x04\x01", b"KK\x01\x02", b"KK\x02\x02", b"PK\x01\x01"):
        refused(lambda header=header: unwrapped(header + WRAPS["adopted"][4:]))


def test_a_wrap_is_not_sealed_to_a_key_other_than_the_one_certified() -> None:
    swapped = SealingKey(OTHER_SEED).public
    refused(lambda: wrap_data_key(KEY, swapped, wrap_context()))
    refused(
        lambda: unwrap_data_key(
            WRAPS["sealed"], sealing_key=SealingKey(OTHER_SEED), dek=None, wrap_context=wrap_context()
        )
    )


def test_a_wrap_of_another_length_than_a_key_is_refused() -> None:
    short = lock(DEK, Label.DATA_KEY_BOX, wrap_context().encode(), b"k" * 31)
    refused(lambda: unwrapped(short))
