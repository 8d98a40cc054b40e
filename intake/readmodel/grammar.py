"""From what was typed to a query: words, "phrases", OR, -not, parentheses, key:value. Nothing is guessed or ignored.

    query  := either*               either := both (OR both)*        both := item+
    item   := - item | ( query ) | key:value | key:"value" | "phrase" | word

Words that stand side by side are all asked for; AND between them changes nothing, NOT is another way to write -. What
is an operator of some other search engine (NEAR, *) is a word like any other. Every refusal names the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from intake.errors import N_, Invalid
from intake.language.normalise import nfc, problem
from intake.language.places import Gazetteer
from intake.language.tokens import terms
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters
from intake.readmodel.query import (
    DEEPEST,
    MOST_CHARACTERS,
    MOST_CLAUSES,
    Clause,
    Filter,
    Group,
    Phrase,
    Query,
    Word,
    normal,
)

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<open>\() | (?P<close>\)) | (?P<or>\|) | (?P<minus>-(?=\S))
      | (?P<key>[^\W\d_][\w-]*)[:：](?:"(?P<quoted>[^"]*)"|(?P<value>[^\s()"]+))
      | "(?P<phrase>[^"]*)"
      | (?P<word>[^\s()"|-][^\s()"|]*|-)
      | (?P<stray>")""",
    re.VERBOSE,
)


def parse(text: str, *, vocabulary: Vocabulary | None = None, gazetteer: Gazetteer | None = None) -> Query:
    """Read a query. With the vocabulary and the gazetteer its values become ids; without, `filters.resolve` does that
    later.

    Raises `Invalid`, saying where and why: too long, too many parts, too deep, unbalanced quotes or parentheses, an
    unknown key, an unknown value, nothing to search for.
    """
    if len(text) > MOST_CHARACTERS:
        raise Invalid(N_("This search is too long: at most %(most)d characters."), most=MOST_CHARACTERS)
    if (bad := problem(text)) is not None:
        raise Invalid(bad)
    text = nfc(text)
    query = normal(_Reader(_tokens(text), end=len(text) + 1).query())
    if vocabulary is not None and gazetteer is not None:
        query = filters.resolve(query, vocabulary, gazetteer)
    return query


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    at: int
    text: str = ""
    key: str = ""


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found["stray"]:
            _refuse(N_("Character %(at)d: a quotation mark is not closed."), at + 1)
        at = found.end()
        place = found.start() + 1
        if found["key"]:
            value = found["quoted"] if found["quoted"] is not None else found["value"]
            tokens.append(_Token("filter", place, value, found["key"]))
        elif not found["space"]:
            kind = found.lastgroup or ""
            tokens.append(_Token(kind, place, found[kind]))
    return tokens


def _refuse(message: str, at: int) -> NoReturn:
    raise Invalid(message, at=at)


class _Reader:
    """Reads the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token], *, end: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._clauses = 0
        self._end = end

    def query(self) -> Query:
        parts: list[Clause] = []
        if self._tokens:
            parts.append(self._either(0))
        if (left := self._peek()) is not None:
            _refuse(N_("Character %(at)d: this parenthesis was never opened."), left.at)
        return Query(Group("all", tuple(parts)))

    def _either(self, depth: int) -> Clause:
        parts = [self._both(depth)]
        while self._is_operator("OR"):
            self._next += 1
            parts.append(self._both(depth))
        return Group("any", tuple(parts)) if len(parts) > 1 else parts[0]

    def _both(self, depth: int) -> Clause:
        parts: list[Clause] = []
        while (token := self._peek()) is not None and token.kind != "close" and not self._is_operator("OR"):
            if self._is_operator("AND") and parts:
                self._next += 1
                token = self._peek()
            parts.append(self._item(token, depth))
        if not parts:
            token = self._peek()
            at = self._end if token is None else token.at
            _refuse(N_("Character %(at)d: something to search for is missing here."), at)
        return Group("all", tuple(parts)) if len(parts) > 1 else parts[0]

    def _item(self, token: _Token | None, depth: int) -> Clause:
        if token is None or token.kind == "close":
            _refuse(
                N_("Character %(at)d: something to search for is missing here."),
                self._end if token is None else token.at,
            )
        if depth > DEEPEST:
            _refuse(N_("Character %(at)d: parentheses are nested too deeply."), token.at)
        self._next += 1
        if token.kind == "minus" or (token.kind == "word" and token.text == "NOT" and self._peek() is not None):
            return Group("not", (self._item(self._peek(), depth + 1),))
        if token.kind == "open":
            return self._parenthesis(token, depth)
        self._clauses += 1
        if self._clauses > MOST_CLAUSES:
            raise Invalid(N_("This search has too many parts: at most %(most)d."), most=MOST_CLAUSES)
        return _leaf(token)

    def _parenthesis(self, opening: _Token, depth: int) -> Clause:
        inner = self._either(depth + 1)
        closing = self._peek()
        if closing is None:
            _refuse(N_("Character %(at)d: this parenthesis is not closed."), opening.at)
        self._next += 1
        return inner

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _is_operator(self, word: str) -> bool:
        token = self._peek()
        if token is None:
            return False
        return (token.kind == "word" and token.text == word) or (token.kind == "or" and word == "OR")


def _leaf(token: _Token) -> Clause:
    if token.kind == "filter":
        return Filter(filters.key(token.key, at=token.at), _value(token))
    if not terms(token.text):
        _refuse(N_("Character %(at)d: there is no letter or digit to search for here."), token.at)
    return Phrase(token.text) if token.kind == "phrase" else Word(token.text)


def _value(token: _Token) -> str:
    if not token.text.strip():
        _refuse(N_("Character %(at)d: this filter has no value."), token.at)
    return token.text
