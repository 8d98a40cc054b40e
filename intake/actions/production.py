"""Building what leaves: a new document from redacted text and the allow-list, its files, and what both reviewers sign.

Facts are worked out anew from the *redacted* text: a place, a year or a practice that the text no longer tells is not
told beside it either (a tag "dormitory at Hunchun" would undo every redaction of Hunchun).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from intake.actions.decisions import replacements
from intake.actions.vocabulary import current
from intake.language import mentions
from intake.language.normalise import fold
from intake.language.places import Gazetteer, Level
from intake.language.vocabulary import Vocabulary
from intake.models.redaction import Decision, Method, Redaction, RedactionContent, ReleasedFile
from intake.models.testimony import Tagging, TestimonyContent
from intake.rendering import export
from intake.rendering.document import Document, Fact, paragraphs, words
from intake.rendering.manifest import manifest
from intake.rendering.redacted import Piece, redact, spans
from intake.work import Work

FIELDS = ("mechanisms", "country", "province", "year", "sector", "focus_areas", "indicators", "sex")
"""The allow-list: what besides redacted text a release may say. Everything else has no way into one."""
USUAL = ("mechanisms", "country", "province", "year", "sector", "focus_areas")
"""What goes along unless a reviewer decides otherwise; indicators and sex can single somebody out."""


_NO_VOWELS = str.maketrans("AE", "KX")


@dataclass(frozen=True)
class Built:
    """A document, the pieces of its text with the places they stand for, the ids of the facts it tells by field, and
    the facts that had to stay behind."""

    document: Document
    text: str
    pieces: tuple[Piece, ...]
    told: dict[str, tuple[str, ...]]
    withheld: tuple[Fact, ...]


def build(
    work: Work, source: TestimonyContent, audience: str, content: RedactionContent, decisions: Sequence[Decision]
) -> Built:
    """The document of a release. Its number is random and says nothing of the testimony's. Raises `Invalid` for
    decisions that contradict each other."""
    _, vocabulary, gazetteer = current(work)
    wanted = replacements(content, decisions, source.language)
    text, pieces = redact(source.narrative, wanted), tuple(spans(source.narrative, wanted))
    lang = "en" if source.language.startswith("en") else "ko"
    facts, told, withheld = _facts(source, text, decisions, content.allowed(), vocabulary, gazetteer)
    document = Document(
        number=release_number(content),
        title=words("title", source.language),
        language=source.language,
        audience=vocabulary.label(audience, lang),
        purpose=vocabulary.label(content.purpose, lang),
        identity=vocabulary.label(content.identity, lang),
        facts=facts,
        paragraphs=paragraphs(text),
        notice=(words("notice", source.language),),
        organisation=work.instance.settings.title,
        issued=work.now.strftime("%Y"),
    )
    return Built(document, text, pieces, told, withheld)


def produce(document: Document) -> tuple[ReleasedFile, ...]:
    """Every form of a document, from the document alone. Any form that cannot be made is an error: none leaves."""
    made = []
    for form in export.FORMS:
        data = form.render(document)
        digest = hashlib.sha256(data).digest()
        made.append(ReleasedFile(media_type=form.media_type, extension=form.extension, data=data, sha256=digest))
    return tuple(made)


def as_read(files: Iterable[ReleasedFile]) -> dict[str, Any]:
    """What a produced release says, read back from its JSON file: the very bytes, not what they were made from."""
    data = next(file.data for file in files if file.extension == "json")
    told: dict[str, Any] = json.loads(data)
    return told


def release_number(content: RedactionContent) -> str:
    """A release's public number, from its random seed: two releases of one testimony cannot be joined by it. It has no
    vowels: `R-7BAE41D0` would name somebody called Bae in every file."""
    digits = hashlib.sha256(b"number" + content.pseudonym_seed).hexdigest()[:8].upper()
    return "R-" + digits.translate(_NO_VOWELS)


# -- facts, from what the text still tells


def _facts(
    source: TestimonyContent,
    text: str,
    decisions: Sequence[Decision],
    fields: Sequence[str],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
) -> tuple[tuple[Fact, ...], dict[str, tuple[str, ...]], tuple[Fact, ...]]:
    """The facts that go along, their ids by field, and the facts that the redacted text does not bear out."""
    lang = source.language
    told = _Told(text, source.language, vocabulary, gazetteer)
    values = _values(source, vocabulary, gazetteer)
    kept: list[Fact] = []
    ids: dict[str, tuple[str, ...]] = {}
    withheld: list[Fact] = []
    for key in FIELDS:
        if key not in fields or not values[key]:
            continue
        said = [(value, told.says(key, value, source, decisions)) for value in values[key]]
        label = words(key, lang)
        ids[key] = tuple(value for value, ok in said if ok)
        for borne_out, into in ((True, kept), (False, withheld)):
            shown = tuple(dict.fromkeys(told.label(key, value) for value, ok in said if ok is borne_out))
            if shown:
                into.append(Fact(key=key, label=label, values=shown))
    return tuple(kept), ids, tuple(withheld)


def _values(source: TestimonyContent, vocabulary: Vocabulary, gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """What the record says, field by field, as ids."""
    legs = source.legs

    def places(level: Level) -> tuple[str, ...]:
        named = [leg.place or leg.country for leg in legs if leg.place or leg.country]
        known = [gazetteer.at_most(place, level) for place in named if place in gazetteer.places]
        return tuple(dict.fromkeys(place.id for place in known))

    return {
        "mechanisms": tuple(dict.fromkeys(t.concept for t in source.mechanisms if vocabulary.find(t.concept))),
        "country": places("country"),
        "province": tuple(p for p in places("province") if gazetteer.place(p).level == "province"),
        "year": tuple(dict.fromkeys(leg.entry[:4] for leg in legs if leg.entry[:4].isdigit())),
        "sector": tuple(dict.fromkeys(leg.sector for leg in legs if vocabulary.find(leg.sector))),
        "indicators": tuple(i for i in source.indicators if vocabulary.find(i)),
        "focus_areas": tuple(i for i in source.focus_areas if vocabulary.find(i)),
        "sex": (source.sex,) if source.sex else (),
    }


class _Told:
    """What a redacted text still tells."""

    def __init__(self, text: str, language: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._text = text
        self._folded = fold(text)
        self._language = "ko" if language.startswith("ko") else language
        self._vocabulary = vocabulary
        self._gazetteer = gazetteer
        self._mentioned = frozenset(mention.concept for mention in mentions.find(text))

    def says(self, key: str, value: str, source: TestimonyContent, decisions: Sequence[Decision]) -> bool:
        """Whether the text bears out one value of a field. Sector, focus areas, indicators and sex say no place, day or
        person; they are the reviewer's own choice."""
        if key in ("country", "province"):
            return any(self._stands(inner) for inner in self._gazetteer.within(value))
        if key == "year":
            return value in self._text
        if key == "mechanisms":
            narrower = self._vocabulary.narrower(value)
            if narrower & self._mentioned:
                return True
            return any(t.concept == value and _survives(t, decisions) for t in source.mechanisms)
        return True

    def label(self, key: str, value: str) -> str:
        if key in ("country", "province"):
            return self._gazetteer.label(value, self._language)
        if key == "year":
            return value
        if key == "sex":
            return words(f"sex-{value}", self._language) if value in ("F", "M", "X") else value
        return self._vocabulary.label(value, self._language)

    def _stands(self, place: str) -> bool:
        names = self._gazetteer.place(place).names
        return any(fold(name) in self._folded for group in names.values() for name in group)


def _survives(tagging: Tagging, decisions: Sequence[Decision]) -> bool:
    """Whether the passage a tag rests on is still there: nothing of it deleted, and more than half left as it was."""
    if tagging.start is None or tagging.end is None:
        return False
    gone = 0
    for decision in decisions:
        overlap = min(tagging.end, decision.end) - max(tagging.start, decision.start)
        if overlap <= 0 or decision.method is Method.KEEP:
            continue
        if decision.method is Method.DELETE:
            return False
        gone += overlap
    return gone * 2 < tagging.end - tagging.start


# -- what is signed


def signed_manifest(
    work: Work, redaction: Redaction, content: RedactionContent, files: Sequence[ReleasedFile]
) -> bytes:
    """The bytes both reviewers sign: hashes of the files, and for whom they are."""
    return manifest(
        release_number(content),
        [(f.extension, f.media_type, hashlib.sha256(f.data).digest()) for f in files],
        audience=redaction.audience,
        purpose=content.purpose,
        identity=content.identity,
        instance=str(work.instance.settings.instance_id),
        organisation_key=work.instance.settings.organisation_key,
    )
