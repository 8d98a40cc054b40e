"""The thesaurus: concepts with stable ids, labels in four languages and any number of broader terms.

A vocabulary is plain data. It is parsed from documents (the TOML files under `config/vocabulary`, or what
`to_document` gave to the database), and it only ever grows: `merge` keeps a term that is no longer in the
files as retired, because sealed records refer to it by id. Ids are unique across schemes, so an id alone
names a concept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from intake.errors import N_, Misconfigured, NotFound
from intake.language.normalise import fold, nfc

LANGUAGES = ("ko", "en", "zh", "ru")
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_DOCUMENT_KEYS = frozenset(("scheme", "edition", "concept"))
_CONCEPT_KEYS = frozenset(
    (
        "id",
        "parents",
        "related",
        "label",
        "alias",
        "definition",
        "note",
        "source",
        "verified",
        "retired",
        "code",
    )
)


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One term. `codes` holds codes in other systems (`isic`, `ilo`) or the public code of a redaction
    reason."""

    id: str
    scheme: str
    parents: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    definition: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    notes: str = ""
    source: str = ""
    verified: bool = False
    retired: bool = False
    codes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    def names(self) -> Iterable[str]:
        """Every label and alias, in all languages, and the id."""
        yield self.id
        yield from self.labels.values()
        for aliases in self.aliases.values():
            yield from aliases


@dataclass(frozen=True)
class Vocabulary:
    """All schemes together. `editions` maps a scheme to the edition it follows."""

    concepts: Mapping[str, Concept]
    editions: Mapping[str, str]

    @cached_property
    def version(self) -> str:
        """SHA-256 of the canonical document: two vocabularies with the same version are the same."""
        canonical = json.dumps(self.to_document(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def concept(self, id: str) -> Concept:  # noqa: A002 - the word the rest of the house uses
        """Return the concept, retired or not; raise NotFound for an id that never existed."""
        try:
            return self.concepts[id]
        except KeyError:
            raise NotFound(N_("There is no term “%(id)s” in the vocabulary."), id=id) from None

    def find(self, id: str) -> Concept | None:  # noqa: A002
        """Return the concept, or None."""
        return self.concepts.get(id)

    def children(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Return the ids directly narrower, in the order of the files."""
        self.concept(id)
        return self._children.get(id, ())

    def narrower(self, id: str) -> frozenset[str]:  # noqa: A002
        """Return the id and everything narrower, at any depth."""
        self.concept(id)
        return _reach(id, self._children)

    def broader(self, id: str) -> frozenset[str]:  # noqa: A002
        """Return the id and everything broader, at any height."""
        self.concept(id)
        return _reach(id, {concept.id: concept.parents for concept in self.concepts.values()})

    def scheme(self, name: str) -> tuple[Concept, ...]:
        """Return the concepts of a scheme in the order of its file, retired ones included; raise NotFound."""
        if name not in self.editions:
            raise NotFound(N_("There is no vocabulary “%(scheme)s”."), scheme=name)
        return tuple(concept for concept in self.concepts.values() if concept.scheme == name)

    def tops(self, name: str) -> tuple[Concept, ...]:
        """Return the concepts of a scheme that have nothing broader."""
        return tuple(concept for concept in self.scheme(name) if not concept.parents)

    def label(self, id: str, lang: str) -> str:  # noqa: A002
        """Return the label in a language (`ko`, `zh-CN`), or the English one, or the id."""
        labels = self.concept(id).labels
        return labels.get(lang.split("-", maxsplit=1)[0].lower()) or labels.get("en") or id

    def find_by_name(self, scheme: str, text: str) -> tuple[Concept, ...]:
        """Return the concepts of a scheme with this id, label or alias in any language, spelling folded."""
        return self._names.get((scheme, _key(text)), ())

    def to_document(self) -> dict[str, Any]:
        """Return plain JSON-able data from which `parse([document])` gives this vocabulary again."""
        return {
            "scheme": "*",
            "edition": dict(self.editions),
            "concept": [_concept_document(concept) for concept in self.concepts.values()],
        }

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        children: dict[str, tuple[str, ...]] = {}
        for concept in self.concepts.values():
            for parent in concept.parents:
                children[parent] = (*children.get(parent, ()), concept.id)
        return children

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], tuple[Concept, ...]]:
        names: dict[tuple[str, str], dict[str, Concept]] = {}
        for concept in self.concepts.values():
            for name in concept.names():
                names.setdefault((concept.scheme, _key(name)), {})[concept.id] = concept
        return {key: tuple(found.values()) for key, found in names.items()}


def parse(documents: Iterable[Mapping[str, Any]]) -> Vocabulary:
    """Build a vocabulary from documents as read from TOML or as `to_document` wrote them.

    Raises Misconfigured, naming the term, for unknown keys, a term given twice, an unknown broader or
    related term, a broader term in another scheme, and a cycle.
    """
    concepts: dict[str, Concept] = {}
    editions: dict[str, str] = {}
    for document in documents:
        scheme, edition = document.get("scheme"), document.get("edition", "")
        unknown = set(document) - _DOCUMENT_KEYS
        if unknown or not isinstance(scheme, str):
            raise Misconfigured(
                N_("A vocabulary file needs `scheme` and knows no key “%(key)s”."),
                key=str(min(unknown, default="")),
            )
        editions.update(edition if isinstance(edition, Mapping) else {scheme: edition})
        for entry in document.get("concept", ()):
            concept = _concept(entry, scheme)
            if concept.id in concepts:
                raise Misconfigured(N_("The term “%(id)s” is in the vocabulary twice."), id=concept.id)
            concepts[concept.id] = concept
    _check(concepts)
    return Vocabulary(MappingProxyType(concepts), MappingProxyType(editions))


def merge(previous: Vocabulary, new: Vocabulary) -> Vocabulary:
    """Return `new` with every term that only `previous` has kept as retired. Nothing used ever disappears."""
    concepts = dict(new.concepts)
    for concept in previous.concepts.values():
        if concept.id not in concepts:
            concepts[concept.id] = replace(concept, retired=True)
    _check(concepts)
    return Vocabulary(MappingProxyType(concepts), MappingProxyType({**previous.editions, **new.editions}))


def _concept(entry: Mapping[str, Any], scheme: str) -> Concept:
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_:
        raise Misconfigured(N_("A term in the vocabulary “%(scheme)s” has no id."), scheme=scheme)
    unknown = set(entry) - _CONCEPT_KEYS - {"scheme"}
    if unknown:
        raise Misconfigured(N_("The term “%(id)s” has an unknown key “%(key)s”."), id=id_, key=min(unknown))
    labels = _texts(entry.get("label", {}))
    if not labels.get("en") or not labels.get("ko"):
        raise Misconfigured(N_("The term “%(id)s” needs a Korean and an English label."), id=id_)
    return Concept(
        id=id_,
        scheme=str(entry.get("scheme", scheme)),
        parents=tuple(entry.get("parents", ())),
        related=tuple(entry.get("related", ())),
        labels=labels,
        aliases=MappingProxyType({k: tuple(map(nfc, v)) for k, v in entry.get("alias", {}).items()}),
        definition=_texts(entry.get("definition", {})),
        notes=nfc(entry.get("note", "")),
        source=nfc(entry.get("source", "")),
        verified=bool(entry.get("verified", False)),
        retired=bool(entry.get("retired", False)),
        codes=_texts(entry.get("code", {})),
    )


def _concept_document(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "scheme": concept.scheme,
        "parents": list(concept.parents),
        "related": list(concept.related),
        "label": dict(concept.labels),
        "alias": {lang: list(names) for lang, names in concept.aliases.items()},
        "definition": dict(concept.definition),
        "note": concept.notes,
        "source": concept.source,
        "verified": concept.verified,
        "retired": concept.retired,
        "code": dict(concept.codes),
    }


def _check(concepts: Mapping[str, Concept]) -> None:
    parents = {concept.id: concept.parents for concept in concepts.values()}
    for concept in concepts.values():
        for other in (*concept.parents, *concept.related):
            if other not in concepts:
                raise Misconfigured(
                    N_("The term “%(id)s” refers to “%(other)s”, which is not there."),
                    id=concept.id,
                    other=other,
                )
        for parent in concept.parents:
            if concepts[parent].scheme != concept.scheme:
                raise Misconfigured(
                    N_("The term “%(id)s” has its broader term “%(other)s” in another vocabulary."),
                    id=concept.id,
                    other=parent,
                )
            if concept.id in _reach(parent, parents):
                raise Misconfigured(N_("The term “%(id)s” is broader than itself."), id=concept.id)


def _reach(start: str, edges: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    reached = {start}
    waiting = [start]
    while waiting:
        for following in edges.get(waiting.pop(), ()):
            if following not in reached:
                reached.add(following)
                waiting.append(following)
    return frozenset(reached)


def _texts(given: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({key: nfc(str(value)) for key, value in given.items()})


def _key(text: str) -> str:
    return " ".join(fold(text).replace("-", " ").replace("_", " ").split())
