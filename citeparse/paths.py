"""Keys as paths: what lies in what, and in which order numbers stand."""

from __future__ import annotations

import re

__all__ = ["natural", "within"]

_NUMBERS = re.compile(r"([0-9]+)")
_RANGE = "..."


def natural(words: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key in which 9 stands before 10, and letters after the number that they follow.

    >>> sorted(["s10", "s9", "s9a"], key=natural)
    ['s9', 's9a', 's10']
    """
    parts = _NUMBERS.split(words.casefold())
    return (
        *((1, len(p.lstrip("0")), p.lstrip("0")) if i % 2 else (0, 0, p) for i, p in enumerate(parts) if p),
        (-1, 0, words),
    )


def within(part: str, whole: str) -> bool:
    """Return whether the key ``part`` is ``whole`` or names a place in it.

    A path contains what begins with it; a part of regulations, the sections that begin with its number (1 C.F.R.
    § 21.11); a range, the sections between its ends.

    >>> within("/us/usc/t42/s1983/a", "/us/usc/t42/s1983"), within("/us/usc/t42/s19830", "/us/usc/t42/s1983")
    (True, False)
    >>> within("/us/cfr/t17/s240.10b-5", "/us/cfr/t17/pt240"), within("/us/usc/t21/s841/a", "/us/usc/t21/s801...904")
    (True, True)
    """
    if part == whole or (part.startswith(whole) and part[len(whole)] == "/"):
        return True
    parent, _, last = whole.rpartition("/")
    if not part.startswith(parent + "/"):
        return False
    step = part[len(parent) + 1 :].partition("/")[0]
    if _RANGE in last:
        return _in_range(step, last)
    return last.startswith("pt") and "/cfr/" in whole and step.startswith(f"s{last[2:]}.") and _ends_in(step, last)


def _ends_in(step: str, last: str) -> bool:
    """Whether a range of sections ends in the part in which it begins."""
    return _RANGE not in step or step.partition(_RANGE)[2].startswith(f"{last[2:]}.")


def _in_range(step: str, span: str) -> bool:
    prefix, first, end = _ends(span)
    own, low, high = _ends(step)
    points = [natural(word) for word in (first, low, high, end)]
    return own == prefix and points == sorted(points)


def _ends(step: str) -> tuple[str, str, str]:
    """Split ``s801...904`` into ``s``, ``801`` and ``904``; a section is a range of one."""
    digit = next((i for i, c in enumerate(step) if c.isdigit()), len(step))
    first, _, end = step[digit:].partition(_RANGE)
    return step[:digit], first, end or first
