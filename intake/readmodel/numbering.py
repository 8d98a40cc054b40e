"""Document numbers: by day of interview, so that “newest first” is the order the file already has.

number = day << 10 | serial, where day counts from 1 January of year 1. When a day has its 1,024 documents, the
surplus takes free numbers of the nearest earlier day with room (and of later ones, should there be none): it is then
listed next to its day instead of on it, and nothing else depends on the day inside the number.
"""

from __future__ import annotations

from datetime import date
from itertools import chain

from pyroaring import BitMap

SERIAL_BITS = 10
PER_DAY = 1 << SERIAL_BITS
_LAST_DAY = date.max.toordinal()


def number_for(day: date, taken: BitMap) -> int:
    """The lowest free number of `day`, or of the nearest day with room. `taken`: every number in use."""
    wanted = day.toordinal()
    for candidate in chain(range(wanted, 0, -1), range(wanted + 1, _LAST_DAY + 1)):
        free = _free(candidate, taken)
        if free is not None:
            return free
    raise OverflowError


def day_of(number: int) -> date:
    """The day a number stands for."""
    return date.fromordinal(number >> SERIAL_BITS)


def _free(day: int, taken: BitMap) -> int | None:
    first = day << SERIAL_BITS
    used = taken.range_cardinality(first, first + PER_DAY)
    if used == PER_DAY:
        return None
    if first + used not in taken:
        return first + int(used)
    return next(number for number in range(first, first + PER_DAY) if number not in taken)
