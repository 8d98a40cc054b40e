"""Contrast of the colours in tokens.css: text 4.5:1, parts and the focus ring 3:1, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[3] / "intake" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
PAIRS = re.findall(r"--([a-z-]+):\s*light-dark\((#[0-9a-fA-F]{6}),\s*(#[0-9a-fA-F]{6})\)", TOKENS)
COLOURS = {name: (light, dark) for name, light, dark in PAIRS}

GROUNDS = ("paper", "surface", "sunken", "raised")
TEXT = (
    [
        (ink, ground)
        for ground in GROUNDS
        for ink in ("ink", "muted", "link", "accent", "accent-strong", "bad", "good", "warn", "seal")
    ]
    + [("ink", ground) for ground in ("accent-soft", "good-soft", "warn-soft", "bad-soft", "found")]
    + [("ink", method) for method in ("pseudonym", "generalise", "mask", "delete", "keep")]
    + [("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-bad", "bad")]
    + [("accent-strong", "accent-soft"), ("link", "accent-soft"), ("muted", "accent-soft")]
    + [("good", "good-soft"), ("warn", "warn-soft"), ("bad", "bad-soft")]
)
PARTS = (
    [(part, ground) for ground in GROUNDS for part in ("edge", "focus")]
    + [(f"{method}-line", method) for method in ("pseudonym", "generalise", "mask", "delete", "keep")]
    + [("suggested-line", "surface"), ("suggested-line", "paper")]
)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_colour_is_written_for_both_themes() -> None:
    assert len(COLOURS) == TOKENS.count("light-dark(#")
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(ink: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[ink][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_parts_can_be_seen(part: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[part][theme], COLOURS[ground][theme]) >= 3


def test_no_sheet_writes_a_colour_of_its_own() -> None:
    """Colours stand in tokens.css; elsewhere only black shadows and the paper of a hidden page or a QR code."""
    for sheet in (Path(__file__).resolve().parents[3] / "intake" / "static" / "css").glob("*.css"):
        if sheet.name != "tokens.css":
            found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s)])", sheet.read_text(encoding="utf-8")))
            assert found <= {"#fff", "#000"}, sheet.name
