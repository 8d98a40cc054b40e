"""What leaves the desk, and the register of it. Single records stay in the house; outside go totals (and releases).

Every file is made for somebody, for a purpose. Rows carry only those testimonies whose witness agreed to exactly this,
and of each no more than they agreed to; totals are protected before they leave. The register keeps what a file was and
its digest, so that a copy found later can be told from what was handed out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.briefing import Finding, Sentence, findings, read, written
from intake.actions.figure import MAP_LEVELS, crossable, stays_of, unit_of
from intake.actions.rowing import Told, told_rows
from intake.actions.search import Question, ask, say
from intake.actions.tallying import GAPS, OPEN, SAID, Tally, bands, people, tally
from intake.errors import N_, Invalid
from intake.models.compartment import CASEWORK
from intake.models.export import Export, ExportContent
from intake.readmodel.model import ReadModel
from intake.readmodel.query import Filter, Query, all_of
from intake.readmodel.suppress import Protected, protect
from intake.readmodel.tabulate import TOTAL, Axis, Place, Table, Unit
from intake.sealing.age import lock_to
from intake.work import Work, action

FORMATS = {"rows": ("csv", "xlsx"), "table": ("csv", "xlsx"), "map": ("geojson", "csv"), "workplaces": ("ftm", "csv"),
           "facts": ("csv", "xlsx"), "brief": ("docx", "pdf")}  # fmt: skip
SINGLE = frozenset(("rows", "workplaces", "brief"))
"""What tells of single testimonies."""
INSIDE = frozenset(("A0", "A1"))
"""Audiences within the house: the only ones to whom anything about a single testimony goes from here."""
MOST_ROWS = 5_000
LONGEST = 500
PATIENCE = 10.0
Say = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What should leave, and why. `sides`: the axes of a table; `level`: of a map; `encrypted_to`: the recipient's age
    key, or empty."""

    text: str
    kind: str
    format: str
    audience: str
    purpose: str
    recipient: str
    note: str = ""
    sides: tuple[str, ...] = ()
    unit: str = "testimonies"
    level: str = "province"
    encrypted_to: str = ""
    title: str = ""
    sentences: str = ""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What would leave: everything a file is made of, without the file. `left_out`: testimonies whose consent does not
    reach that far. Rows have their columns; a table or map its protected numbers; facts a table of one side each."""

    wish: Wish
    asked: Question
    testimonies: int
    left_out: int
    rows: tuple[Told, ...] = ()
    table: Protected | None = None
    facts: tuple[tuple[str, Protected], ...] = ()
    findings: tuple[Finding, ...] = ()
    written: tuple[Sentence, ...] = ()
    year: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class ExportListed:
    """A line of the register."""

    id: UUID
    on: str
    by: str
    content: ExportContent


@action(reading=True)
def check(work: Work, wish: Wish) -> Prepared:
    """What would leave, to be looked at before it does."""
    return _prepared(work, wish)


@action
def take(work: Work, wish: Wish, make: Callable[[Prepared], bytes]) -> tuple[Prepared, bytes]:
    """Make the file, enter it in the register, and hand it out. `make` turns what was prepared into bytes."""
    prepared = _prepared(work, wish)
    data = make(prepared)
    if wish.encrypted_to:
        data = lock_to(wish.encrypted_to, data)
    content = ExportContent(
        kind=wish.kind,
        format=wish.format,
        text=wish.text,
        sides=wish.sides if wish.kind == "table" else (),
        unit=wish.unit,
        audience=wish.audience,
        purpose=wish.purpose,
        recipient=wish.recipient.strip(),
        note=wish.note.strip(),
        testimonies=prepared.testimonies,
        left_out=prepared.left_out,
        size=len(data),
        sha256=hashlib.sha256(data).digest(),
        encrypted=bool(wish.encrypted_to),
    )
    work.about = None
    work.seal_new(Export, content, to=CASEWORK)
    return prepared, data


@action(reading=True)
def list_(work: Work) -> Sequence[ExportListed]:
    """The register, the newest first."""
    records = work.all(Export)
    names = work.names(one.author_id for one in records)
    work.about = None
    return [
        ExportListed(one.id, one.created_on.isoformat(), names.get(one.author_id, ""), work.open(ExportContent, one))
        for one in records
    ]


def _prepared(work: Work, wish: Wish) -> Prepared:
    # For whoever reads the register later: restricted testimonies leave by release alone, and are not counted here.
    asked, model = ask(work, wish.text, PATIENCE, shared=True)
    _check(wish, asked)
    if wish.encrypted_to:
        lock_to(wish.encrypted_to, b"")
    if asked.behind:
        raise Invalid(N_("Not everything that was filed has been read yet. Ask again in a moment, then export."))
    if wish.kind == "brief":
        return _brief(work, wish, asked, model)
    if wish.kind in ("rows", "workplaces"):
        return _single(work, wish, asked, model)
    if wish.kind == "facts":
        return _facts(work, wish, asked, model)
    return _totals(work, wish, asked, model)


def _check(wish: Wish, asked: Question) -> None:
    """Everything that is wrong with a wish, each at its field."""
    unit_of(wish.unit)
    wrong = {**_wrong_terms(wish, asked), **_wrong_words(wish)}
    if wish.format not in FORMATS.get(wish.kind, ()):
        wrong["what"] = N_("There is no such format.")
    if wish.kind == "table" and not crossable(wish.sides):
        wrong["columns"] = N_("Choose two different sides for the table.")
    if wish.kind == "facts" and wish.unit not in ("testimonies", "witnesses"):
        wrong["unit"] = N_("What is said can be counted in testimonies or witnesses only.")
    if wish.kind == "map" and wish.level not in MAP_LEVELS[: 3 if wish.audience in INSIDE else 2]:
        wrong["level"] = N_("Outside the house a map is no finer than a province.")
    if wrong:
        raise Invalid(fields={name: [message] for name, message in wrong.items()})


def _wrong_terms(wish: Wish, asked: Question) -> dict[str, str]:
    wrong = {}
    for name in ("audience", "purpose"):
        term = asked.vocabulary.find(getattr(wish, name))
        if term is None or term.scheme != name or term.retired:
            wrong[name] = N_("Choose one from the list.")
    if wish.kind in SINGLE and "audience" not in wrong and wish.audience not in INSIDE:
        wrong["audience"] = N_("Only totals leave the house from here. What a witness said leaves as a release.")
    return wrong


def _wrong_words(wish: Wish) -> dict[str, str]:
    wrong = {
        name: N_("This is too long.") for name in ("recipient", "note", "title") if len(getattr(wish, name)) > LONGEST
    }
    if not wish.recipient.strip():
        wrong["recipient"] = N_("Say who receives it.")
    return wrong


# -- single testimonies


def _single(work: Work, wish: Wish, asked: Question, model: ReadModel) -> Prepared:
    ids = model.ids(asked.query, most=MOST_ROWS + 1)
    if len(ids) > MOST_ROWS:
        raise Invalid(N_("At most %(most)d testimonies at once. Narrow the question down."), most=MOST_ROWS)
    rows = told_rows(work, ids, wish.audience, wish.purpose)
    return Prepared(wish=wish, asked=asked, testimonies=len(rows), left_out=len(ids) - len(rows), rows=tuple(rows))


def _brief(work: Work, wish: Wish, asked: Question, model: ReadModel) -> Prepared:
    """The sentences of a brief over those testimonies whose witness agreed; a sentence somebody wrote comes first."""
    prepared = _single(work, wish, asked, model)
    held = read(work, [one.id for one in prepared.rows])
    return replace(
        prepared,
        findings=findings(model, asked.query, held),
        written=written(wish.sentences, held),
        year=work.now.strftime("%Y"),
        organisation=work.instance.settings.title,
    )


# -- totals


def _totals(work: Work, wish: Wish, asked: Question, model: ReadModel) -> Prepared:
    """Totals over those who agreed that anything goes to this audience; small numbers are held back."""
    within = _agreed(asked, wish)
    counted = model.search(within, limit=1).counts.testimonies
    sides = wish.sides if wish.kind == "table" else (f"place@{wish.level}", "language")
    table = model.tabulate(
        within, sides[0], sides[1], sides[2] if len(sides) > 2 else None, unit=unit_of(wish.unit), people=True
    )
    one_side = wish.kind == "map"
    return Prepared(
        wish=wish,
        asked=replace(asked, query=within),
        testimonies=counted,
        left_out=asked.counts.testimonies - counted,
        table=protect(
            _one_sided(table) if one_side else table, work.instance.settings.small_cell, totals_known=one_side
        ),
    )


def _agreed(asked: Question, wish: Wish) -> Query:
    return all_of((*asked.query.root.parts, Filter("audience", wish.audience)))


def _facts(work: Work, wish: Wish, asked: Question, model: ReadModel) -> Prepared:
    """How many say what of each fact, in bands. Words are only counted as such, and what two facts say together is
    left to the cross-table: two lists with a margin in common could be solved for each other."""
    within = _agreed(asked, wish)
    ids = model.ids(within, most=MOST_ROWS + 1)
    if len(ids) > MOST_ROWS:
        raise Invalid(N_("At most %(most)d testimonies at once. Narrow the question down."), most=MOST_ROWS)
    k = work.instance.settings.small_cell
    stays = tuple(stays_of(work, ids))
    if people(voice for voice, _ in stays) < k:
        raise Invalid(N_("Fewer than %(k)d people answer: nothing of what they say may leave."), k=k)
    said = [one for one in tally(stays) if one.fact.kind != "pair" and one.told]
    return Prepared(
        wish=wish,
        asked=replace(asked, query=within),
        testimonies=len(ids),
        left_out=asked.counts.testimonies - len(ids),
        facts=tuple((one.fact.name, protect(_side_of(one, unit_of(wish.unit)), k, totals_known=True)) for one in said),
    )


def _side_of(one: Tally, unit: Unit) -> Table:
    """One fact as a table of one side: who says a thing of each band, who gives no answer and why, and all of them."""
    voices = bands(one)
    everybody = tuple(dict.fromkeys(voice for group in voices.values() for voice in group))
    groups = {**voices, TOTAL: everybody}
    witnesses: dict[Place, int] = {(name,): people(group) for name, group in groups.items()}
    testimonies: dict[Place, int] = {(name,): len(group) for name, group in groups.items()}
    axis = Axis(one.fact.name, "", tuple(sorted(voices, key=_in_order)))
    return Table((axis,), unit, witnesses if unit == "witnesses" else testimonies, witnesses)


def _in_order(name: str) -> tuple[int, str, float, str]:
    """Bands by unit and size, then terms, then words, then what is no answer."""
    if name in (SAID, *GAPS, OPEN):
        return (2, "", (SAID, *GAPS, OPEN).index(name), "")
    unit, _, size = name.rpartition(" ")
    low, dots, _ = size.partition("..")
    return (0, unit, float(low), "") if dots else (1, "", 0, name)


def _one_sided(table: Table) -> Table:
    """Only the margin of the first side."""
    places = (*table.axes[0].values, TOTAL)
    people_there = table.witnesses or {}
    return Table(
        table.axes[:1],
        table.unit,
        {(place,): table.value(place, TOTAL) for place in places},
        {(place,): people_there.get((place, TOTAL), 0) for place in places},
    )


def sentence_of(prepared: Prepared, lang: str, translate: Say) -> str:
    """The question of what was prepared, in words."""
    return say(prepared.asked, lang, translate)
