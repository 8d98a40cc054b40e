"""Building SVG and HTML as a tree, so that no text can become markup and nothing can carry a style or a script.

An `Element` writes itself, and templates that escape by themselves take it as it is (`__html__`); nowhere is a string
declared safe by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
# A link stays in this application: a path of ours, a query on this page, or a place in it.
_OURS = re.compile(r"(?:/(?![/\\])|\?|#)[^\s\\\x00-\x20]*")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

Value = str | int | float | None


@dataclass(frozen=True)
class Element:
    """One element with its attributes and children; text children are escaped when it is written."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Element | str, ...]

    def __str__(self) -> str:
        return "".join(self._written())

    def __html__(self) -> str:
        return str(self)

    def _written(self) -> Iterator[str]:
        yield f"<{self.name}"
        for key, value in self.attributes:
            yield f' {key}="{escape(value)}"'
        if not self.children:
            yield "/>"
            return
        yield ">"
        for child in self.children:
            if isinstance(child, Element):
                yield from child._written()
            else:
                yield str(escape(child))
        yield f"</{self.name}>"


def element(name: str, /, *children: Element | str | None, **attributes: Value) -> Element:
    """An element. `class_` is `class`, other underscores become hyphens; None leaves an attribute or child out.

    ValueError for a name that is none, an inline style or handler, a link that leaves the application, a script.
    """
    if not _NAME.fullmatch(name) or name.casefold() in ("script", "style", "foreignobject", "iframe", "object"):
        raise ValueError(name)
    said = []
    for key, value in attributes.items():
        if value is None:
            continue
        attribute = key.removesuffix("_").replace("_", "-")
        text = _number(value) if isinstance(value, (int, float)) else _fit(value)
        _permit(attribute, text)
        said.append((attribute, text))
    return Element(
        name,
        tuple(said),
        tuple(_fit(child) if isinstance(child, str) else child for child in children if child is not None),
    )


def figure(name: str, title: str, description: str, width: float, height: float, *children: Element | None) -> Element:
    """An SVG drawing with its title and description read out; `name` makes its ids unique on the page.

    It is one image to a screen reader unless it holds links: those must stay reachable.
    """
    shown = [child for child in children if child is not None]
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *shown,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        role="group" if any(map(_linked, shown)) else "img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def link(href: str | None, *children: Element | str | None, label: str | None = None) -> Element:
    """The children as a link, or as a plain group where there is nowhere to go."""
    if href is None:
        return element("g", *children)
    return element("a", *children, href=href, aria_label=label)


def wide(text: str) -> float:
    """About how wide a text is, in units of its font size: Hangul and Han fill a square, Latin about half of it."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.56 for char in text)


def shortened(text: str, room: float) -> str:
    """The text, cut with an ellipsis where it would be wider than `room` (in units of the font size)."""
    if wide(text) <= room:
        return text
    while text and wide(text) + 1 > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _linked(child: Element | str) -> bool:
    return isinstance(child, Element) and (child.name == "a" or any(map(_linked, child.children)))


def _permit(attribute: str, text: str) -> None:
    if not _NAME.fullmatch(attribute) or attribute.casefold() == "style" or attribute.casefold().startswith("on"):
        raise ValueError(attribute)
    if attribute in ("href", "src") and not _OURS.fullmatch(text):
        raise ValueError(attribute)


def _number(value: float) -> str:
    return f"{round(value, 2):g}" if abs(value) < 100_000 else str(round(value))


def _fit(text: str) -> str:
    return _UNFIT.sub("", text)
