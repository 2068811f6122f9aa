"""Slips of the typist in numbers: one digit wrong, two digits swapped, a digit too many."""

from __future__ import annotations

__all__ = ["one_slip", "swapped", "two_slips"]

SHORTEST = 3
"""Numbers of one or two digits differ by a slip from too many others."""


def swapped(a: str, b: str) -> bool:
    """Whether two neighbouring characters have changed places: ``853`` and ``835``.

    >>> swapped("853", "835"), swapped("853", "854")
    (True, False)
    """
    if len(a) != len(b):
        return False
    at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]


def one_slip(a: str, b: str) -> bool:
    """Whether one character is wrong, or two are swapped.

    >>> one_slip("371", "317"), one_slip("371", "372"), one_slip("62", "63")
    (True, True, False)
    """
    if len(a) != len(b) or len(a) < SHORTEST:
        return False
    return swapped(a, b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


def two_slips(a: str, b: str) -> bool:
    """Whether long numbers differ by at most two characters: wrong, missing or too many.

    >>> two_slips("2717691", "271717691"), two_slips("2717691", "3917999")
    (True, False)
    """
    if abs(len(a) - len(b)) > 2 or a == b:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(above + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1] <= 2
