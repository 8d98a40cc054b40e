"""Building what leaves: a new document from redacted text and the allow-list, and what must not be in its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from intake.actions.vocabulary import current
from intake.language.places import Gazetteer, Level
from intake.language.vocabulary import Vocabulary
from intake.models.redaction import Decision, Method, Redaction, RedactionContent, ReleasedFile
from intake.models.testimony import TestimonyContent, WitnessContent
from intake.rendering.document import Document, Fact, as_html, as_json, paragraphs, words
from intake.rendering.leaks import Watched
from intake.rendering.manifest import manifest
from intake.work import Work

PRODUCERS = (("html", "text/html", as_html), ("json", "application/json", as_json))


def produce(
    work: Work, source: TestimonyContent, audience: str, content: RedactionContent, redacted: str
) -> tuple[ReleasedFile, ...]:
    """Every file of a release, from the redacted text and the allowed fields alone."""
    document = build(work, source, audience, content, redacted)
    made = []
    for extension, media_type, render in PRODUCERS:
        data = render(document)
        made.append(
            ReleasedFile(media_type=media_type, extension=extension, data=data, sha256=hashlib.sha256(data).digest())
        )
    return tuple(made)


def build(work: Work, source: TestimonyContent, audience: str, content: RedactionContent, redacted: str) -> Document:
    """The document of a release. Its number is random and says nothing of the testimony's."""
    _, vocabulary, gazetteer = current(work)
    lang = "en" if source.language == "en" else "ko"
    return Document(
        number=release_number(content),
        title=words("title", lang),
        language=source.language,
        audience=vocabulary.label(audience, lang),
        purpose=vocabulary.label(content.purpose, lang),
        identity=vocabulary.label(content.identity, lang),
        facts=_facts(source, content.fields, vocabulary, gazetteer, lang),
        paragraphs=paragraphs(redacted),
        notice=(words("notice", lang),),
        organisation=work.instance.settings.title,
        issued=work.now.strftime("%Y"),
    )


def release_number(content: RedactionContent) -> str:
    """A release's public number, from its random seed: two releases of one testimony cannot be joined by it."""
    return "R-" + hashlib.sha256(b"number" + content.pseudonym_seed).hexdigest()[:8].upper()


def _facts(
    source: TestimonyContent, fields: Sequence[str], vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str
) -> tuple[Fact, ...]:
    legs = source.legs

    def terms(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(vocabulary.label(i, lang) for i in ids if i))

    def places(level: Level) -> tuple[str, ...]:
        known = [gazetteer.at_most(i, level) for leg in legs for i in [leg.place or leg.country] if i]
        return tuple(dict.fromkeys(gazetteer.label(p.id, lang) for p in known))

    values: dict[str, tuple[str, ...]] = {
        "mechanisms": terms(t.concept for t in source.mechanisms),
        "country": places("country"),
        "province": places("province"),
        "year": tuple(dict.fromkeys(leg.entry[:4] for leg in legs if leg.entry)),
        "sector": terms(leg.sector for leg in legs),
        "indicators": terms(source.indicators),
        "focus_areas": terms(source.focus_areas),
        "sex": (words(f"sex-{source.sex}", lang),) if source.sex else (),
    }
    return tuple(Fact(key=key, label=words(key, lang), values=values[key]) for key in fields if values.get(key))


def watched_of(
    source: TestimonyContent, witness: WitnessContent | None, decisions: Sequence[Decision]
) -> list[Watched]:
    """Everything that must not be in a released file: what was redacted, and who is in the identity record."""
    watched = [Watched(d.quote, d.kind, d.group or d.id, None) for d in decisions if d.method is not Method.KEEP]
    kept = {d.quote for d in decisions if d.method is Method.KEEP}
    if witness is not None:
        names = [witness.name, witness.name_latin, *witness.aliases]
        watched += [Watched(n, "PERSON", "witness", "witness") for n in names if n]
        watched += [Watched(f.name, "FAMILY", f"family-{i}", None) for i, f in enumerate(witness.family) if f.name]
        for text, kind in (
            (witness.phone, "PHONE"),
            (witness.messenger, "MESSENGER"),
            (witness.birth_date, "BIRTH_DATE"),
        ):
            if text:
                watched.append(Watched(text, kind, kind.lower(), None))
    for leg in source.legs:
        for text in (leg.workplace, leg.employer):
            if text:
                watched.append(Watched(text, "WORKPLACE", "workplace", None))
        if leg.dispatching_unit:
            watched.append(Watched(leg.dispatching_unit, "UNIT", "unit", None))
    return [w for w in watched if w.text not in kept]


def signed_manifest(
    work: Work, redaction: Redaction, content: RedactionContent, files: Sequence[ReleasedFile]
) -> bytes:
    """The bytes both reviewers sign: hashes of the files, and for whom they are."""
    return manifest(
        release_number(content),
        [(f.extension, f.media_type, f.sha256) for f in files],
        audience=redaction.audience,
        purpose=content.purpose,
        identity=content.identity,
        instance=str(work.instance.settings.instance_id),
        organisation_key=work.instance.settings.organisation_key,
    )
