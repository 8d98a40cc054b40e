"""Type-setting in a process of its own, which ends with each document and gives its memory back.

Run by `pdf.as_pdf` as a script, never imported by it: it holds no keys, reads the document from standard input, writes
the PDF to standard output and nothing anywhere else. What goes wrong is told by the exit status: a diagnostic quotes.
"""

from __future__ import annotations

import json
import resource
import sys

import typst

_SECONDS = 240


def main() -> int:
    """0 with a PDF on standard output, 1 without."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    wanted = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[wanted["fonts"]])
    try:
        made = typst.compile(
            wanted["template"],
            root=wanted["root"],
            font_paths=fonts,
            format="pdf",
            sys_inputs={"document": wanted["document"]},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError:
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
