"""The forms a document can take when it leaves, and two documents made of others: a row in a table, a cited brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from intake.errors import N_, Invalid
from intake.rendering.document import Document, Fact, about, as_html, as_json, clean, words
from intake.rendering.docx import as_docx
from intake.rendering.pdf import as_pdf
from intake.rendering.rows import as_csv, as_xlsx


@dataclass(frozen=True)
class Form:
    """One form: the ending of its file's name, its media type, and what makes it."""

    extension: str
    media_type: str
    render: Callable[[Document], bytes]


def _row_as_csv(document: Document) -> bytes:
    return as_csv(*table([document]))


def _row_as_xlsx(document: Document) -> bytes:
    return as_xlsx(document.number, *table([document]))


FORMS: tuple[Form, ...] = (
    Form("pdf", "application/pdf", as_pdf),
    Form("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    Form("html", "text/html; charset=utf-8", as_html),
    Form("json", "application/json", as_json),
    Form("csv", "text/csv; charset=utf-8", _row_as_csv),
    Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _row_as_xlsx),
)

# Below Excel's 32,767 UTF-16 units even if every character takes two.
_LONGEST = 16_000


def form(extension: str) -> Form:
    """The form with this extension. Raises Invalid for one that does not exist."""
    for each in FORMS:
        if each.extension == extension:
            return each
    raise Invalid(N_("There is no such format."))


def table(documents: Sequence[Document]) -> tuple[list[str], list[list[str]]]:
    """Header and one row per document; the labels of the first one's language, a column per fact that occurs.

    A text too long for one spreadsheet cell goes on in the next column.
    """
    said = [clean(document) for document in documents]
    language = said[0].language if said else "en"
    facts: dict[str, str] = {}
    for document in said:
        for fact in document.facts:
            facts.setdefault(fact.key, fact.label)
    texts = [_chunks("\n".join(document.paragraphs)) for document in said]
    width = max(map(len, texts), default=1)
    text = words("text", language)
    fixed = ("title", "number", "audience", "purpose", "identity", "organisation", "issued")
    header = [words("title-label" if key == "title" else key, language) for key in fixed]
    header += [*facts.values(), text, *(f"{text} {place}" for place in range(2, width + 1))]
    rows = []
    for document, chunks in zip(said, texts, strict=True):
        known = {fact.key: "; ".join(fact.values) for fact in document.facts}
        values = {key: value for key, _, value in about(document)} | {"title": document.title}
        row = [values.get(key, "") for key in fixed] + [known.get(key, "") for key in facts]
        rows.append([*row, *chunks, *[""] * (width - len(chunks))])
    return header, rows


def _chunks(text: str) -> list[str]:
    return [text[start : start + _LONGEST] for start in range(0, max(1, len(text)), _LONGEST)]


@dataclass(frozen=True, kw_only=True)
class Citation:
    """Where a claim stands: a released document's number and a paragraph of it, counted from one."""

    number: str
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A sentence of a brief and the passages it rests on, at least one."""

    text: str
    citations: tuple[Citation, ...]


def brief(
    title: str,
    claims: Iterable[Claim],
    *,
    number: str,
    language: str,
    audience: str,
    purpose: str,
    organisation: str,
    issued: str,
    identity: str = "",
    facts: tuple[Fact, ...] = (),
    notice: tuple[str, ...] = (),
) -> Document:
    """A document in which every claim names the paragraphs it rests on: `… [R-4F2A ¶14; R-9B01 ¶3]`.

    Raises Invalid for a claim that cites nothing.
    """
    lines = []
    for claim in claims:
        if not claim.citations or any(citation.paragraph < 1 for citation in claim.citations):
            raise Invalid(N_("Every sentence of a brief needs a passage it rests on."))
        passages = dict.fromkeys(f"{citation.number} ¶{citation.paragraph}" for citation in claim.citations)
        lines.append(f"{claim.text} [{'; '.join(passages)}]")
    return Document(
        number=number,
        title=title,
        language=language,
        audience=audience,
        purpose=purpose,
        identity=identity,
        facts=facts,
        paragraphs=tuple(lines),
        notice=notice,
        organisation=organisation,
        issued=issued,
    )
