"""Asking: every case that mentions a thing, with reasons. The answer comes from the read model, caught up first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.arranging import Part, clause_of, tree_of
from intake.actions.catchup import opened, ready_model
from intake.actions.refining import refine as refined
from intake.actions.scope import restricted_names, scope_of
from intake.actions.vocabulary import current
from intake.errors import N_, Invalid
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.judgement import Judgement, JudgementContent, Verdict
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.readmodel.evaluate import asked_texts
from intake.readmodel.facts import DENIED
from intake.readmodel.filters import resolve
from intake.readmodel.grammar import parse
from intake.readmodel.model import Counts, FacetCount, ReadModel, Reason, Recall
from intake.readmodel.passages import Placed
from intake.readmodel.query import Clause, Filter, Group, Query, all_of, to_text
from intake.readmodel.sentence import sentence
from intake.work import Work, action

FACETS = (
    "concept", "place", "sector", "year", "entry", "period", "document", "focus", "indicator", "audience", "language",
    "state",
)  # fmt: skip
CONTEXT = 48
MOST_PASSAGES, MOST_WORDS_SHOWN = 4, 20


@dataclass(frozen=True)
class Why:
    """One reason of a row: the words themselves, with a little before and after. `kind`: tag, field, mention, text."""

    kind: str
    concept: str
    quote: str
    before: str = ""
    after: str = ""
    field: str = ""
    strength: float = 1.0
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    """Counted from one, over the lines of the narrative that say something."""
    by: str = ""
    """Who tagged or confirmed it."""


@dataclass(frozen=True)
class Row:
    """A testimony that answers, and why. `readers`: the name of the restricted compartment it lies in, or empty."""

    id: UUID
    external_id: str
    reference: str
    state: TestimonyState
    interviewed: str
    language: str
    basis: tuple[str, ...]
    why: tuple[Why, ...]
    content: TestimonyContent
    readers: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What was asked, how many answer it, and the words it was asked in. `behind`: changes not read yet. `narrower`:
    the actor is in restricted compartments, whose testimonies were not asked, because it is for everybody."""

    query: Query
    counts: Counts
    behind: int
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    narrower: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything that was filed has been read."""
        return self.behind == 0


@dataclass(frozen=True, kw_only=True)
class Answer(Question):
    """A page of an answer."""

    rows: tuple[Row, ...]
    tabs: Mapping[str, int]
    facets: Mapping[str, Sequence[FacetCount]]
    next: str | None
    recall: Recall | None = None
    empty_because: tuple[Clause, ...] = ()


@action(reading=True)
def run(
    work: Work,
    text: str,
    *,
    tab: str = "all",
    after: str | None = None,
    limit: int = 25,
    facets: Sequence[str] = FACETS,
    patience: float = 20.0,
) -> Answer:
    """Answer a query written in the search grammar. Spends at most `patience` seconds on catching up.

    `Invalid` names what cannot be understood: an unknown key or value, an unbalanced quote.
    """
    asked, model = ask(work, text, patience)
    found = model.search(asked.query, limit=limit, after=after, tab=tab)
    reasons = model.why(asked.query, found.ids, denials=tab == DENIED)
    return Answer(
        query=asked.query,
        counts=found.counts,
        behind=asked.behind,
        vocabulary=asked.vocabulary,
        gazetteer=asked.gazetteer,
        rows=_rows(work, asked.query, found.ids, found.basis, reasons),
        tabs=found.tabs,
        facets=model.facets(asked.query, facets) if facets else {},
        next=found.next,
        recall=model.recall(asked.query),
        empty_because=found.empty_because,
    )


def ask(work: Work, text: str, patience: float, *, shared: bool = False) -> tuple[Question, ReadModel]:
    """Read a query and count what answers it; with the read model, to ask it more. `shared`: only what everybody may
    read who is in `casework`."""
    _, vocabulary, gazetteer = current(work)
    query = parse(text, vocabulary=vocabulary, gazetteer=gazetteer)
    model, behind = ready_model(work, patience, shared=shared)
    asked = Question(
        query=query,
        counts=model.search(query, limit=1).counts,
        behind=behind,
        vocabulary=vocabulary,
        gazetteer=gazetteer,
        narrower=shared and scope_of(work).narrowed,
    )
    return asked, model


@action(reading=True)
def refine(work: Work, text: str, shown: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> str:
    """The text of a query after boxes of its facets were ticked or taken off; `shown`: what was ticked, by key."""
    _, vocabulary, gazetteer = current(work)
    query = parse(text, vocabulary=vocabulary, gazetteer=gazetteer)
    for key, values in now.items():
        parse_all(key, values, vocabulary, gazetteer)
    return to_text(refined(query, shown, now, vocabulary, gazetteer))


@action(reading=True)
def build(work: Work, text: str, every: str, some: str, none: str) -> str:
    """The text of a query with more put to it: all of these, at least one of these, none of these."""
    _, vocabulary, gazetteer = current(work)

    def parts(said: str) -> tuple[Clause, ...]:
        return parse(said, vocabulary=vocabulary, gazetteer=gazetteer).root.parts

    added: list[Clause] = [*parts(text), *parts(every)]
    if some_parts := parts(some):
        added.append(Group("any", some_parts))
    if none_parts := parts(none):
        added.append(Group("not", (Group("any", none_parts),)))
    return to_text(all_of(added))


@dataclass(frozen=True)
class Arranged:
    """A question that is being built: as a tree, and as text and query, unless a condition in it makes no sense yet."""

    tree: Part
    text: str
    query: Query | None
    problem: Invalid | None
    vocabulary: Vocabulary
    gazetteer: Gazetteer


@action(reading=True)
def arrange(work: Work, text: str, tree: Part | None = None) -> Arranged:
    """Build a question: begin with the tree of `text`, or go on with one."""
    _, vocabulary, gazetteer = current(work)

    def parts(said: str) -> tuple[Clause, ...]:
        return parse(said, vocabulary=vocabulary, gazetteer=gazetteer).root.parts

    if tree is None:
        query = all_of(parts(text))
        return Arranged(tree_of(query), to_text(query), query, None, vocabulary, gazetteer)
    try:
        clause = clause_of(tree, parts)
        query = all_of(() if clause is None else (clause,))
        return Arranged(tree, to_text(query), query, None, vocabulary, gazetteer)
    except Invalid as problem:
        return Arranged(tree, text, None, problem, vocabulary, gazetteer)


def parse_all(key: str, values: Sequence[str], vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
    """`Invalid` unless every value is one of the key's."""
    resolve(all_of(Filter(key, value) for value in values), vocabulary, gazetteer)


def say_query(
    query: Query, vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str, translate: Callable[[str], str]
) -> str:
    """A query as a sentence, in the language of `translate`."""
    return sentence(query, vocabulary=vocabulary, gazetteer=gazetteer, lang=lang, translate=translate)


def say(answer: Question, lang: str, translate: Callable[[str], str]) -> str:
    """The query as a sentence, in the language of `translate`."""
    return say_query(answer.query, answer.vocabulary, answer.gazetteer, lang, translate)


# -- rows


def _rows(
    work: Work,
    query: Query,
    ids: Sequence[UUID],
    basis: Mapping[UUID, tuple[str, ...]],
    reasons: Mapping[UUID, tuple[Reason, ...]],
) -> tuple[Row, ...]:
    held = {record.id: (record, content) for record, content in opened(work, ids) if content is not None}
    restricted = restricted_names(work)
    words = [all_of((one,)) for one in dict.fromkeys(asked_texts(query))][:MOST_WORDS_SHOWN]
    judges = {reason.by for found in reasons.values() for reason in found}
    people = work.names({*judges, *(record.author_id for record, _ in held.values())})
    rows = []
    for testimony_id in ids:
        if testimony_id not in held:
            continue
        record, content = held[testimony_id]
        why = tuple(
            replace(one, by=people.get(reason.by or record.author_id, "") if reason.kind == "tag" else "")
            for reason in reasons.get(testimony_id, ())
            for one in _why(reason, content, words)
        )
        rows.append(
            Row(
                record.id,
                content.external_id,
                record.reference,
                record.state,
                content.setting.date,
                content.language,
                basis.get(testimony_id, ()),
                why,
                content,
                restricted.get(record.compartment_id, ""),
            )
        )
    return tuple(rows)


def _standing(words: Sequence[Query], narrative: str) -> list[tuple[int, int]]:
    """Where the words stand, a few places: each word is shown once before any is shown twice."""
    placed = Placed(narrative)
    found = [placed.passages(word, most=MOST_PASSAGES) for word in words]
    turns = [places[turn] for turn in range(MOST_PASSAGES) for places in found if turn < len(places)]
    return sorted(dict.fromkeys(turns[:MOST_PASSAGES]))


def _why(reason: Reason, content: TestimonyContent, words: Sequence[Query]) -> Iterable[Why]:
    if reason.kind == "text":
        for start, end in _standing(words, content.narrative):
            yield _passage(reason, content.narrative, start, end)
    elif reason.start is None or reason.end is None:
        quote = _without_place(reason, content)
        yield Why(reason.kind, reason.concept, quote, field=reason.field, strength=reason.strength)
    else:
        yield _passage(reason, content.narrative, reason.start, reason.end)


def _passage(reason: Reason, text: str, start: int, end: int) -> Why:
    """The words with what stands around them, within their own paragraph."""
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    return Why(
        reason.kind,
        reason.concept,
        text[start:end],
        _edge(text[max(opening, start - CONTEXT) : start], cut=start - CONTEXT > opening, left=True),
        _edge(
            text[end : min(len(text) if closing < 0 else closing, end + CONTEXT)],
            cut=end + CONTEXT < (len(text) if closing < 0 else closing),
            left=False,
        ),
        reason.field,
        reason.strength,
        start,
        end,
        sum(1 for line in text[:opening].split("\n") if line.strip()) + 1,
    )


def _edge(text: str, *, cut: bool, left: bool) -> str:
    """Words around a quote, begun or broken off between words where there is a space to do it at."""
    if not cut:
        return text
    if left:
        _, space, rest = text.partition(" ")
        return "…" + (rest if space and len(rest) > CONTEXT // 2 else text)
    rest, space, _ = text.rpartition(" ")
    return (rest if space and len(rest) > CONTEXT // 2 else text) + "…"


def _without_place(reason: Reason, content: TestimonyContent) -> str:
    """What to show for a reason that rests on no passage: the tag's own quote, or the field's words."""
    if reason.kind == "tag":
        return next((t.quote for t in content.mechanisms if t.concept == reason.concept and t.quote), "")
    path = reason.field.split(".")
    if len(path) == 3 and path[0] == "legs" and path[1].isdigit() and int(path[1]) < len(content.legs):
        leg = content.legs[int(path[1])]
        return leg.document_as_said.value or leg.document
    return ""


@action
def judge(
    work: Work, testimony_id: UUID, concept: str, verdict: Verdict, *, start: int | None = None, end: int | None = None
) -> None:
    """Say whether a testimony really speaks of a concept: candidates become answers, or stop being asked about."""
    _, vocabulary, _ = current(work)
    term = vocabulary.find(concept)
    if term is None or term.scheme != "mechanism":
        raise Invalid(fields={"concept": [N_("This term does not exist.")]})
    testimony = work.get(Testimony, testimony_id)
    said = work.open(TestimonyContent, testimony)
    if start is not None and not (end is not None and start < end <= len(said.narrative)):
        raise Invalid(N_("This request makes no sense."))
    content = JudgementContent(concept=concept, verdict=verdict, start=start, end=end)
    work.seal_new(Judgement, content, to=testimony.compartment_id, testimony_id=testimony_id)
