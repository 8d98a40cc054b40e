"""Testimonies for tests: short, invented, and full of words that can be looked for afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from intake.actions import draft, testimony
from intake.actions.testimony import Receipt
from intake.models.testimony import (
    Consent,
    FamilyMember,
    Leg,
    Permission,
    Setting,
    Tagging,
    TestimonyContent,
    WitnessContent,
)
from intake.work import Gate

PUBLIC = Consent(form="written", permissions=(Permission(purpose="public-report", audience="A8", identity="N2"),))

SAID = TestimonyContent(
    language="ko",
    narrative=(
        "저는 훈춘의 까치수산이라는 공장에서 일했습니다. 로동사증은 없었습니다.\n"
        "한 달이 차기 전에 다 같이 조국에 나갔다가 도장을 새로 받고 다시 들어왔습니다.\n"
        "공장과 숙소밖에 못 다녔고 밤이면 밖에서 문을 잠갔습니다. 표범섭 지도원이 려권을 걷어갔습니다."
    ),
    witness_code="",
    setting=Setting(date="2020-05-06", language="ko"),
    consent=PUBLIC,
    legs=(
        Leg(country="CN", place="CN-JL.hunchun", workplace="까치수산", sector="seafood-processing", entry="2018-09"),
    ),
    mechanisms=(Tagging(concept="one-month-visa-free-rotation", quote="한 달이 차기 전에 다 같이 조국에 나갔다가"),),
    focus_areas=("overseas-north-koreans",),
)

WHO = WitnessContent(
    code="",
    name="표설화",
    name_latin="Phyo Sol Hwa",
    aliases=("설화",),
    birth_date="1991-02-03",
    phone="010-5550-0137",
    family=(FamilyMember(relation="mother", name="곽봉녀"),),
)


def parse_as(said: TestimonyContent, who: WitnessContent):  # type: ignore[no-untyped-def]
    """A `parse` that always reads the same thing out of a draft."""

    def parse(answers: Mapping[str, Sequence[str]]) -> tuple[TestimonyContent, WitnessContent]:
        return said, who

    return parse


def for_all(_answers: Mapping[str, Sequence[str]]) -> None:
    """The readers of a draft that is for everybody in casework."""


def file_one(
    gate: Gate,
    said: TestimonyContent = SAID,
    who: WitnessContent = WHO,
    *,
    files: Sequence[bytes] = (),
    into: UUID | None = None,
) -> Receipt:
    """Write a draft, attach files, file it (`into` a restricted compartment)."""
    draft_id: UUID = draft.start(gate, {"narrative-text": (said.narrative,)})
    for at, data in enumerate(files):
        draft.attach(gate, draft_id, f"사진-{at}.bin", "application/octet-stream", [data])
    return testimony.file(gate, draft_id, version=None, parse=parse_as(said, who), into=lambda _: into)


def transcribe_one(gate: Gate, external_id: str, said: TestimonyContent = SAID, who: WitnessContent = WHO) -> Receipt:
    """File a whole testimony that comes from elsewhere."""
    return testimony.transcribe(gate, replace(said, external_id=external_id), who)
