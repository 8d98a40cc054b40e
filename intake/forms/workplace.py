"""What a coordinator types about a workplace, one entry at a time or a whole table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, SelectField, StringField, TextAreaField

from intake.actions.entries import KINDS, observed
from intake.errors import N_, Invalid
from intake.models.workplace import Observation, WorkplaceContent

Answers = Mapping[str, Sequence[str]]
COLUMNS = ("names", "place", "place_as_said", "sector", "employer", "agency", "identifiers", "note",
           "headcount", "goods", "distribution", "party", "country", "source", "date")  # fmt: skip
"""The headings of a table to be taken in; several names or numbers in one cell are parted by semicolons."""
HEADINGS = {
    "names": "name workplace factory company 이름 명칭 상호 일터 공장 회사 업체 名称 企业名称 название предприятие",
    "place": "city town 장소 도시 지역 시 城市 地点 город место",
    "place_as_said": "address 주소 소재지 地址 адрес",
    "sector": "industry trade 업종 분야 行业 отрасль",
    "employer": "owner parent 고용주 모회사 소유자 母公司 работодатель владелец",
    "agency": "broker 중개 중개업체 대행사 中介 посредник",
    "identifiers": "identifier id uscc inn инн registration 등록번호 번호 统一社会信用代码",
    "note": "notes remark remarks 비고 메모 备注 примечание",
    "headcount": "workers people staff 인원 노동자수 人数 численность",
    "goods": "product products 생산품 제품 품목 产品 продукция",
    "distribution": "route sold 유통 판로 销售 сбыт",
    "party": "buyer customer 구매자 거래처 买方 покупатель",
    "country": "destination 수출국 나라 国家 страна",
    "source": "sources reference 출처 来源 источник",
    "date": "day asof 날짜 기준일 日期 дата",
}
"""What people write over such columns, in four languages, one word each."""
IGNORED = "-"


class WorkplaceForm(Form):
    names = TextAreaField(
        _("Names"), description=_("One per line, in any script; the usual one first. Testimonies are found by them.")
    )
    place = SelectField(_("Place"), validate_choice=False)
    place_as_said = StringField(_("Place, in words"), description=_("Where the list above is not fine enough."))
    sector = SelectField(_("Sector"), validate_choice=False)
    employer = StringField(_("Employer or parent company"))
    agency = StringField(_("Agency or labour broker"))
    identifiers = TextAreaField(
        _("Registration numbers"),
        description=_(
            "One per line. Check digits of Chinese credit codes and Russian ИНН and ОГРН are verified; a question mark "
            "before a number keeps it as its source has it."
        ),
    )
    note = TextAreaField(_("Note"), description=_("Interviewers can read it: nothing about a witness belongs here."))
    observations = HiddenField(_("What is known, and from where"))
    version = HiddenField()


class TableForm(Form):
    table = TextAreaField(_("Table"), description=_("CSV with a heading row, pasted from a spreadsheet or a file."))


def written(said: Answers) -> WorkplaceContent:
    """An entry as it was typed; the gate checks it."""
    return WorkplaceContent(
        names=_lines(said, "names"),
        place=_last(said, "place"),
        place_as_said=_last(said, "place_as_said"),
        sector=_last(said, "sector"),
        employer=_last(said, "employer"),
        agency=_last(said, "agency"),
        identifiers=_lines(said, "identifiers"),
        note=_last(said, "note"),
        observations=observations(said),
    )


def observations(said: Answers) -> tuple[Observation, ...]:
    """The rows of what is known, those without a value left out."""
    columns = [said.get(f"known-{name}", ()) for name in ("kind", "value", "source", "date", "party", "country")]
    rows = zip_longest(*columns, fillvalue="")
    return tuple(observed(*row) for row in rows if row[1].strip())


@dataclass(frozen=True)
class Table:
    """A table as it was pasted: its headings, for each the column it is taken for (empty: not known), and its rows."""

    headings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def contents(self) -> list[WorkplaceContent]:
        """The rows as entries. `Invalid` at the field when a heading is not known or there are no names."""
        if "" in self.columns:
            raise Invalid(fields={"table": [N_("Say for each heading which column it is, or leave it out.")]})
        taken = [name for name in self.columns if name != IGNORED]
        if "names" not in taken or len(taken) != len(set(taken)):
            raise Invalid(fields={"table": [N_("One column must be the names, and no two may be the same.")]})
        return [_row(dict(zip(self.columns, row, strict=False))) for row in self.rows]


def table(text: str, chosen: Sequence[str] = ()) -> Table:
    """A CSV table with a heading row; headings are known by the words of `HEADINGS`, or as `chosen` says, one by one.
    `Invalid` when it is no table."""
    heading, *rows = _lines_of(text)
    known = tuple(column_of(name) for name in heading)
    columns = tuple(
        given if given in (*COLUMNS, IGNORED) else found
        for found, given in zip_longest(known, chosen[: len(known)], fillvalue="")
    )
    return Table(tuple(heading), columns, tuple(tuple(row) for row in rows if any(cell.strip() for cell in row)))


def column_of(heading: str) -> str:
    """The column a heading means; empty when it is not known, and left out when there is nothing over it."""
    said = "".join(sign for sign in heading.casefold() if sign.isalnum())
    for name, words in HEADINGS.items():
        if said in (name.replace("_", ""), *words.split()):
            return name
    return "" if said else IGNORED


def _lines_of(text: str) -> list[list[str]]:
    lines = text.lstrip("\ufeff").splitlines()
    if not lines:
        raise Invalid(fields={"table": [N_("There is no row in this table.")]})
    try:
        mark = csv.Sniffer().sniff(lines[0], delimiters=",;\t|").delimiter
    except csv.Error:
        mark = ","
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=mark)
    try:
        return list(reader)
    except csv.Error:
        raise Invalid(fields={"table": [N_("This is no table with a heading row.")]}) from None


def _row(cells: Mapping[str, str]) -> WorkplaceContent:
    def cell(name: str) -> str:
        return cells.get(name, "").strip()

    known = tuple(
        observed(
            kind,
            cell(kind),
            cell("source"),
            cell("date"),
            *((cell("party"), cell("country")) if kind == "distribution" else ()),
        )
        for kind in ("headcount", "goods", "distribution")
        if cell(kind)
    )
    return WorkplaceContent(
        names=tuple(filter(None, (name.strip() for name in cell("names").split(";")))),
        place=cell("place"),
        place_as_said=cell("place_as_said"),
        sector=cell("sector"),
        employer=cell("employer"),
        agency=cell("agency"),
        identifiers=tuple(filter(None, (one.strip() for one in cell("identifiers").split(";")))),
        note=cell("note"),
        observations=known,
    )


def filled(content: WorkplaceContent, version: int | None) -> WorkplaceForm:
    """The form of an entry there is."""
    return WorkplaceForm(
        data={
            "names": "\n".join(content.names),
            "place": content.place,
            "place_as_said": content.place_as_said,
            "sector": content.sector,
            "employer": content.employer,
            "agency": content.agency,
            "identifiers": "\n".join(content.identifiers),
            "note": content.note,
            "version": version,
        }
    )


def _last(said: Answers, name: str) -> str:
    return said[name][-1].strip() if said.get(name) else ""


def _lines(said: Answers, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in _last(said, name).splitlines())))


KIND_NAMES = {
    "headcount": _("How many people"),
    "goods": _("Goods made"),
    "distribution": _("Where the goods go"),
    "document": _("Document"),
    "other": _("Other"),
}
COLUMN_NAMES = {
    "names": _("Names"),
    "place": _("Place"),
    "place_as_said": _("Place, in words"),
    "sector": _("Sector"),
    "employer": _("Employer or parent company"),
    "agency": _("Agency or labour broker"),
    "identifiers": _("Registration numbers"),
    "note": _("Note"),
    **{kind: KIND_NAMES[kind] for kind in ("headcount", "goods", "distribution")},
    "party": _("To whom"),
    "country": _("To which country"),
    "source": _("Source"),
    "date": _("Date"),
    "observations": _("What is known, and from where"),
}
"""What columns, and the fields a problem may stand at, are called."""
assert set(KIND_NAMES) == set(KINDS)  # noqa: S101 - every kind has its words
