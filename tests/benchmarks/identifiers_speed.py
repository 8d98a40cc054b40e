"""How long suggestions take: 20,000 characters in each language, 170,000 syllables, and texts made to be slow.

    python tests/benchmarks/identifiers_speed.py [RECORDS.json]

The texts are the narratives of the record file, repeated and cut. Exit code 1 when 20,000 characters take more than
200 ms, or 170,000 more than twelve times as long (linear would be eight and a half).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.identifiers_quality import load, strip_marks

from intake.language.identifiers import suggest

LIMIT, SHORT, LONG = 0.200, 20_000, 170_000
# Each once was, or could be, slow for a pattern with a long tail: runs of one sort of sign, near misses without end.
HOSTILE = {
    "syllable": "가",
    "digits": "1",
    "spaces": " ",
    "capitals": "A",
    "words": "Aa ",
    "names": "김철수 ",
    "han": "王",
    "han names": "王小明、",
    "cyrillic": "Аа ",
    "dashes": "1-",
    "dots": "1.",
    "quotes": '"가',
    "guillemets": "«А",
    "at": "a@",
    "rooms": "1동 1호 ",
    "titles": "리 동무 ",
    "roads": "路1号",
    "spoken": "공일",
    "ul": "ul. A ",
    "houses": "Room 1, ",
    "no end": "하고 가나",
    "slashes": "A-1/",
    "koreans": "корейцы ",
    "patronymics": "Иванович ",
}


def took(record: dict[str, Any], text: str) -> float:
    """Seconds of processor time for one text, the best of two."""
    best = 1e9
    for _ in range(2):
        start = time.process_time()
        suggest({**record, "narrative": text})
        best = min(best, time.process_time() - start)
    return best


def main(paths: list[str]) -> int:
    records = load(paths or [str(Path(__file__).parents[1] / "language" / "fourth_identifiers.json")])
    failed = False
    for language in sorted({record["language"] for record in records}):
        own = [record for record in records if record["language"] == language]
        text = "\n\n".join(strip_marks(record["narrative"])[0] for record in own)
        text = text * (LONG // len(text) + 1)
        short, long = took(own[0], text[:SHORT]), took(own[0], text[:LONG])
        bad = short > LIMIT or long > 12 * short
        failed |= bad
        mark = "  MISSED" if bad else ""
        print(f"{language:6s} {SHORT:7d} {short * 1000:7.0f} ms   {LONG} {long * 1000:7.0f} ms {mark}")
    for name, piece in HOSTILE.items():
        short, long = (took(records[0], (piece * size)[:size]) for size in (5_000, 40_000))
        bad = long > 20 * max(short, 0.01)
        failed |= bad
        print(f"{name:12s}   5000 {short * 1000:7.0f} ms    40000 {long * 1000:7.0f} ms {'  MISSED' if bad else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
