"""The last look at what is about to leave: does anything that was taken out still stand in it, in any shape?

`check_text` looks at text, `check_json` at keys and values, `check_file` at the bytes of a produced file in all
its hidden parts, `mask_findings` and `partial` at the traces redaction leaves, `rare_combination` at facts that
together fit too few people. A finding says where and by which rule; it never carries the string itself, nor do
errors. The check fails closed: what cannot be read is a finding that blocks.
"""

from __future__ import annotations

from intake.rendering.leaks_file import check_file
from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch, Watched, check_json, check_text
from intake.rendering.leaks_traces import Rare, mask_findings, partial, rare_combination

__all__ = [
    "BLOCK",
    "LOOK",
    "Leak",
    "Rare",
    "Watch",
    "Watched",
    "check_file",
    "check_json",
    "check_text",
    "mask_findings",
    "partial",
    "rare_combination",
]
