"""Files out of what was prepared to leave: tables and points with their words, and a note that says the rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from flask_babel import gettext

from intake.actions.briefing import Finding
from intake.actions.export import Prepared, sentence_of
from intake.actions.figure import unit_of
from intake.actions.rowing import COLUMNS, Told
from intake.actions.tallying import FACTS
from intake.errors import N_, Invalid
from intake.language.normalise import fold
from intake.readmodel.suppress import Protected
from intake.readmodel.tabulate import TOTAL
from intake.rendering.document import Document, Fact
from intake.rendering.export import Citation, Claim, brief, form
from intake.rendering.rows import Cell, Entity, Feature, as_csv, as_ftm, as_geojson, as_xlsx
from intake.views.desk import Names
from intake.views.drawing import LEVEL_NAMES, UNIT_NAMES, cell_words, side_words
from intake.views.tallies import band_words, fact_name
from intake.web import locale

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "ftm": "application/x-ndjson",
    "docx": form("docx").media_type,
    "pdf": form("pdf").media_type,
}
ENDINGS = {"ftm": "ftm.json"}
HEADINGS = {
    "reference": N_("Reference"),
    "interviewed": N_("Interviewed"),
    "witness": N_("Witness"),
    "language": N_("Language"),
    "country": N_("Country"),
    "place": N_("Place"),
    "workplace": N_("Workplace"),
    "sector": N_("Sector"),
    "document": N_("Entered on"),
    "entry": N_("Entry"),
    "exit": N_("Exit"),
    "mechanisms": N_("Mechanisms, tagged"),
    "focus": N_("Focus areas"),
}
_FACT_RULE = N_(
    "One that says several things of a fact counts in each. Money is brought to a month: ÷ 12 for a year, × 52 ÷ 12 "
    "for a week, × the days worked for a day, × hours × days for an hour; the rest is under “something is said of it”."
)
Sheet = tuple[list[str], list[list[Cell]]]


def file_of(prepared: Prepared) -> bytes:
    """The file of what was prepared."""
    wish = prepared.wish
    if wish.format == "geojson":
        return as_geojson(_features(prepared))
    if wish.format == "ftm":
        return as_ftm(_entities(prepared))
    if wish.kind == "brief":
        return form(wish.format).render(_brief(prepared))
    header, rows = sheet(prepared)
    note = note_of(prepared)
    if wish.format == "xlsx":
        return as_xlsx(gettext("Export"), header, rows, "\n".join(note))
    blank: list[Cell] = [None] * len(header)
    return as_csv(header, [*rows, blank, *([line, *blank[1:]] for line in note)])


def file_name(prepared: Prepared) -> str:
    """A name that tells what kind of file it is and nothing of what is in it."""
    wish = prepared.wish
    return f"intake-{wish.kind}.{ENDINGS.get(wish.format, wish.format)}{'.age' if wish.encrypted_to else ''}"


def media_type(prepared: Prepared) -> str:
    """What kind of file it is; a locked one is only bytes."""
    return "application/octet-stream" if prepared.wish.encrypted_to else TYPES[prepared.wish.format]


def note_of(prepared: Prepared) -> list[str]:
    """What the reader of the file must know."""
    names = _names(prepared)
    wish = prepared.wish
    lines = [
        sentence_of(prepared, names.lang, gettext),
        gettext("For: %(audience)s. Purpose: %(purpose)s.",
                audience=names.concept(wish.audience), purpose=names.concept(wish.purpose)),
    ]  # fmt: skip
    if prepared.facts:
        lines.append(gettext("Counted: %(unit)s.", unit=gettext(UNIT_NAMES[unit_of(wish.unit)])))
        lines.append(gettext(_FACT_RULE))
        lines.append(rule(prepared.facts[0][1]))
    elif prepared.table is not None:
        lines.append(gettext("Counted: %(unit)s.", unit=gettext(UNIT_NAMES[prepared.table.unit])))
        lines.append(rule(prepared.table))
    elif wish.kind == "brief":
        lines.append(
            gettext(
                "Each sentence names the paragraphs it rests on: the reference of a testimony and the number "
                "of a paragraph of its account. What only a form says has no paragraph and is not here."
            )
        )
        lines.append(gettext("Only testimonies whose witness agreed to this; each as precise as its witness allowed."))
    else:
        lines.append(gettext("Only testimonies whose witness agreed to this; each as precise as its witness allowed."))
    return [str(line) for line in lines]


def rule(table: Protected) -> str:
    """How small numbers were protected."""
    return str(
        gettext(
            "Held back: every number under %(k)s, or with fewer than %(k)s people behind it, and as many others as are "
            "needed so that no margin gives it away. – is zero.",
            k=table.k,
        )
    )


def sheet(prepared: Prepared) -> Sheet:
    """Header and rows, for a file or for a look at it before."""
    if prepared.wish.kind == "rows":
        return [gettext(HEADINGS[name]) for name in COLUMNS], [_row(one, _names(prepared)) for one in prepared.rows]
    if prepared.wish.kind == "brief":
        return [gettext("Sentence"), gettext("Rests on")], [[one.text, _cited(one)] for one in _claims(prepared)]
    if prepared.wish.kind == "workplaces":
        return _workplace_sheet(prepared)
    if prepared.wish.kind == "facts":
        return _facts_sheet(prepared)
    return _table_sheet(prepared)


def _names(prepared: Prepared) -> Names:
    return Names(prepared.asked.vocabulary, prepared.asked.gazetteer, locale())


def _row(one: Told, names: Names) -> list[Cell]:
    return ["; ".join(_said(name, value, names) for value in one.values[name]) for name in COLUMNS]


def _said(column: str, value: str, names: Names) -> str:
    if column in ("country", "place"):
        return names.place(value)
    if column in ("sector", "document", "mechanisms", "focus"):
        return names.concept(value)
    return value


def _table_sheet(prepared: Prepared) -> Sheet:
    table = prepared.table
    if table is None:
        return [], []
    names = _names(prepared)
    if prepared.wish.kind == "map":
        (places,) = table.axes
        header = [gettext(LEVEL_NAMES[prepared.wish.level]), gettext(UNIT_NAMES[table.unit])]
        return header, [[side_words(places.key, value, names), _number(table, (value,))] for value in places.values]
    rows, columns, *layers = table.axes
    header = ["", *(side_words(columns.key, value, names) for value in (*columns.values, TOTAL))]
    said: list[list[Cell]] = []
    for layer in (*layers[0].values, TOTAL) if layers else ("",):
        beyond = (layer,) if layer else ()
        for value in (*rows.values, TOTAL):
            head = [side_words(layers[0].key, layer, names)] if layer else []
            head.append(side_words(rows.key, value, names))
            cells = (_number(table, (value, other, *beyond)) for other in (*columns.values, TOTAL))
            said.append([*head, *cells])
    return ["", *header] if layers else header, said


def _brief(prepared: Prepared) -> Document:
    names, wish = _names(prepared), prepared.wish
    claims = _claims(prepared)
    if not claims:
        raise Invalid(N_("Nothing of this rests on a passage: there is nothing a brief could cite."))
    counts = gettext("%(testimonies)s testimonies, %(left)s left out for lack of consent.",
                     testimonies=prepared.testimonies, left=prepared.left_out)  # fmt: skip
    return brief(
        wish.title.strip() or gettext("Brief"),
        claims,
        number="",
        language=names.lang,
        audience=names.concept(wish.audience),
        purpose=names.concept(wish.purpose),
        organisation=prepared.organisation,
        issued=prepared.year,
        facts=(Fact(key="question", label=gettext("Question"), values=(note_of(prepared)[0], counts)),),
        notice=tuple(note_of(prepared)[2:]),
    )


def _claims(prepared: Prepared) -> list[Claim]:
    names = _names(prepared)
    own = [(one.text, one.places) for one in prepared.written]
    found = [(_finding(one, names), one.places) for one in prepared.findings]
    return [
        Claim(text=text, citations=tuple(Citation(number=at.reference, paragraph=at.paragraph) for at in places))
        for text, places in (*own, *found)
    ]


def _finding(one: Finding, names: Names) -> str:
    told = {"testimonies": one.testimonies, "witnesses": one.witnesses, "term": names.concept(one.concept)}
    return str(gettext(_CERTAIN if one.certain else _MENTIONED, **told))


_CERTAIN = N_("%(term)s: tagged or confirmed in %(testimonies)s testimonies of %(witnesses)s witnesses.")
_MENTIONED = N_(
    "%(term)s: mentioned, but not tagged or confirmed, in %(testimonies)s testimonies of %(witnesses)s witnesses."
)


def _cited(claim: Claim) -> str:
    return "; ".join(f"{one.number} ¶{one.paragraph}" for one in claim.citations)


def _facts_sheet(prepared: Prepared) -> Sheet:
    names = _names(prepared)
    header = [gettext("Fact"), gettext("What is said"), gettext(UNIT_NAMES[unit_of(prepared.wish.unit)])]
    kinds = {fact.name: fact for fact in FACTS}
    rows: list[list[Cell]] = []
    for name, table in prepared.facts:
        for value in (*table.axes[0].values, TOTAL):
            words = band_words(value, kinds[name].kind, kinds[name].unit, names) if value != TOTAL else ""
            rows.append([fact_name(name), words or gettext("Together"), _number(table, (value,))])
    return header, rows


def _number(table: Protected, place: tuple[str, ...]) -> Cell:
    cell = table.cell(*place)
    return cell.value if cell.value is not None else cell_words(cell, table.k)


def _features(prepared: Prepared) -> Iterable[Feature]:
    """Points of the places whose number may be shown. The others are not on the map at all."""
    table, names = prepared.table, _names(prepared)
    for ident in table.axes[0].values if table else ():
        place = names.gazetteer.places.get(ident)
        value = table.cell(ident).value if table else None
        if place is not None and place.point is not None and value:
            told: dict[str, str | int | float | None] = {"name": names.place(ident), "level": prepared.wish.level}
            told[prepared.wish.unit] = value
            yield Feature(id=ident, lat=place.point[0], lon=place.point[1], properties=told)


def _by_workplace(prepared: Prepared) -> dict[str, tuple[str, list[Told]]]:
    found: dict[str, tuple[str, list[Told]]] = {}
    for one in prepared.rows:
        for name in one.values["workplace"]:
            found.setdefault(" ".join(fold(name).split()), (name, []))[1].append(one)
    return dict(sorted(found.items()))


def _workplace_sheet(prepared: Prepared) -> Sheet:
    names = _names(prepared)
    header = [gettext(one) for one in (N_("Workplace"), N_("Country"), N_("Place"), N_("Sector"), N_("Testimonies"))]
    rows: list[list[Cell]] = []
    for name, told in _by_workplace(prepared).values():
        places = (_joined(told, column, names) for column in ("country", "place", "sector"))
        rows.append([name, *places, len(told)])
    return header, rows


def _joined(told: Sequence[Told], column: str, names: Names) -> str:
    return "; ".join(dict.fromkeys(_said(column, value, names) for one in told for value in one.values[column]))


def _entities(prepared: Prepared) -> Iterable[Entity]:
    """Workplaces as companies with the country they are in, and how many testimonies speak of them."""
    names = _names(prepared)
    for key, (name, told) in _by_workplace(prepared).items():
        countries = tuple(dict.fromkeys(value for one in told for value in one.values["country"]))
        properties = {
            "name": (name,),
            "country": tuple(value.lower() for value in countries),
            "sector": tuple(dict.fromkeys(names.concept(v) for one in told for v in one.values["sector"])),
            "notes": (gettext("Spoken of in %(count)s testimonies.", count=len(told)),),
        }
        digest = hashlib.sha256(key.encode()).hexdigest()[:20]
        yield Entity(id=f"intake-workplace-{digest}", schema="Company", properties=properties)
