"""One chart, written by hand: the ratio of each row to its bar, on a logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _LEFT, _LINE, _TOP = 860, 330, 30, 46
_LOW, _HIGH = 1e-3, 10.0
_SHADES = ("#9ecae1", "#4292c6", "#084594")


def ratios(lines: Mapping[str, Sequence[tuple[int, float]]], bars: Mapping[str, float]) -> str:
    """An SVG: per row one mark per size, and the bar it must stay left of. Marks that missed are outlined in red."""
    height = _TOP + _LINE * len(lines) + 34
    sizes = sorted({size for points in lines.values() for size, _ in points})
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif"',
        ' font-size="12">',
        "<title>Time or size beside the plaintext baseline (ratio, logarithmic)</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for exponent in range(-3, 2):
        x = _x(10.0**exponent)
        out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{height - 30}" stroke="#ddd"/>')
        out.append(f'<text x="{x:.1f}" y="{height - 12}" text-anchor="middle" fill="#555">{10.0**exponent:g}</text>')
    for place, size in enumerate(sizes):
        x = _LEFT + 150 * place
        out.append(f'<circle cx="{x}" cy="18" r="6" fill="{_SHADES[place % 3]}"/>')
        out.append(f'<text x="{x + 12}" y="22">{size:,} testimonies</text>')
    for place, (work, points) in enumerate(lines.items()):
        y = _TOP + _LINE * place + 8
        out.append(f'<text x="{_LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(work)}</text>')
        edge = _x(bars[work])
        out.append(f'<rect x="{_LEFT}" y="{y - 9}" width="{edge - _LEFT:.1f}" height="18" fill="#edf5e9"/>')
        out.append(
            f'<line x1="{edge:.1f}" x2="{edge:.1f}" y1="{y - 11}" y2="{y + 11}" stroke="#31a354" stroke-width="2"/>'
        )
        for size, ratio in points:
            stroke = ' stroke="#d62728" stroke-width="3"' if ratio > bars[work] else ""
            shade = _SHADES[sizes.index(size) % 3]
            mark = f'<circle cx="{_x(ratio):.1f}" cy="{y}" r="6" fill="{shade}"{stroke}>'
            out.append(f"{mark}<title>{ratio:.4f}</title></circle>")
    out.append("</svg>")
    return "\n".join(out) + "\n"


def _x(ratio: float) -> float:
    bounded = min(max(ratio, _LOW), _HIGH)
    share = (math.log10(bounded) - math.log10(_LOW)) / (math.log10(_HIGH) - math.log10(_LOW))
    return _LEFT + share * (_WIDTH - _LEFT - 24)
