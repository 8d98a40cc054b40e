"""Keep the translations complete.

    python scripts/translations.py update    bring every catalog up to date with the sources (`make messages`)
    python scripts/translations.py check     name what is missing, stale or broken (`make check`)

Message ids are English, so only other languages need words. A catalog is wrong when a message of the
sources has no translation there, is marked as a guess (fuzzy), uses other placeholders than the source, or
is no longer used.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCES = ("intake", "templates")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "N_": None,
    "_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "_n": (1, 2),
}
CATALOGS = Path("intake/translations")
SOURCE_LANGUAGE = "en"
REQUIRED = ("ko",)
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[#0\- +]*\d*(?:\.\d+)?[sdrfi]")
WRAP_AT = 110


def every_folder(_folder: str | PathLike[str]) -> bool:
    """Unasked, Babel passes by folders whose name begins with an underscore, `templates/_macros` for one."""
    return True


def extract() -> Catalog:
    """Every message id of the sources, with the places it stands in."""
    with Path("pyproject.toml").open("rb") as file:
        mappings = tomllib.load(file)["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {mapping["pattern"]: mapping.get("options", {}) for mapping in mappings}
    catalog = Catalog(project="intake", charset="utf-8")
    for folder in SOURCES:
        found = extract_from_dir(
            folder,
            methods,
            options,
            KEYWORDS,
            comment_tags=("Translators:",),
            directory_filter=every_folder,
        )
        for file_name, line, message, comments, context in found:
            place = (f"{folder}/{file_name}", line)
            catalog.add(message, None, [place], auto_comments=comments, context=context)
    return catalog


def catalog_path(language: str) -> Path:
    """Where the catalog of a language is kept."""
    return CATALOGS / language / "LC_MESSAGES" / "messages.po"


def catalogs() -> Iterator[tuple[str, Path]]:
    """Language and file of every catalog."""
    for path in sorted(CATALOGS.glob("*/LC_MESSAGES/messages.po")):
        yield path.parent.parent.name, path


def read(language: str, path: Path) -> Catalog:
    """One catalog; a syntax error in it is an error here."""
    with path.open("rb") as lines:
        return read_po(lines, locale=language, abort_invalid=True)


def words(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Singular and plural forms alike as a tuple."""
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def complaint(message: Message, translated: Message | None) -> str | None:
    """What is wrong with one translation, or None."""
    if translated is None or not all(words(translated.string)) or not translated.string:
        return "has no translation"
    if translated.fuzzy:
        return "is marked fuzzy"
    if not message.python_format:
        return None
    allowed = {name for text in words(message.id) for name in PLACEHOLDER.findall(text)}
    used = {name for text in words(translated.string) for name in PLACEHOLDER.findall(text)}
    if not used <= allowed or (len(words(translated.string)) == 1 and used != allowed):
        return "has other placeholders than its source"
    return None


def complaints(language: str, catalog: Catalog, sources: Catalog) -> Iterator[str]:
    """Everything wrong with one catalog."""
    for message in sources:
        if message.id:
            wrong = complaint(message, catalog.get(message.id, message.context))
            if wrong:
                yield f"{language}: {words(message.id)[0]!r} {wrong} ({message.locations[0][0]})"
    for message in catalog:
        if message.id and sources.get(message.id, message.context) is None:
            yield f"{language}: {words(message.id)[0]!r} is no longer used"


def check() -> int:
    """Name everything wrong in every catalog; 1 when there is something."""
    sources = extract()
    wrong = [f"{language}: has no catalog" for language in REQUIRED if not catalog_path(language).exists()]
    wrong += [
        line
        for language, path in catalogs()
        if language != SOURCE_LANGUAGE
        for line in complaints(language, read(language, path), sources)
    ]
    for line in wrong:
        print(line)
    known = ", ".join(language for language, _ in catalogs())
    print(f"{len([m for m in sources if m.id])} messages; {known}; {len(wrong)} wrong")
    return 1 if wrong else 0


def update() -> int:
    """Add new message ids to every catalog and drop those no longer used; never guess a translation."""
    sources = extract()
    for language in REQUIRED:
        path = catalog_path(language)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                write_po(out, Catalog(locale=language, project="intake"))
    for language, path in catalogs():
        catalog = read(language, path)
        catalog.update(sources, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.revision_date = datetime.now(UTC)
        with path.open("wb") as out:
            write_po(out, catalog, width=WRAP_AT, omit_header=False, sort_by_file=True, include_lineno=False)
    return check()


if __name__ == "__main__":
    sys.exit({"check": check, "update": update}[sys.argv[1]]())
