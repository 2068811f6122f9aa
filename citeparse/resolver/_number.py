"""How section numbers look: by that a bare number is told to belong to one code and not to another."""

from __future__ import annotations

from citeparse.data._lazy import lazy

__all__ = ["ends", "outline", "size", "stem_of"]

SHORTEST_END = 3
"""``7.4`` and ``110`` may stand for ``115-7.4`` and ``78B-25-110``; shorter ends are no evidence."""

_STEM = lazy(r"(.+)[.:/-][^.:/-]*$")
_DIGITS = lazy(r"[0-9]+")
_LETTERS = lazy(r"[a-z]+")


def outline(number: str) -> str:
    """Return the shape of a section number; letters at its end do not count.

    >>> outline("1003.32"), outline("65.2-710"), outline("2000e-5"), outline("16a")
    ('9.9', '9.9-9', '9a-9', '9')
    """
    if number.isdigit():
        return "9"
    return _LETTERS.sub("a", _DIGITS.sub("9", number.casefold())).removesuffix("a")


def stem_of(number: str) -> str:
    """Return a number without its last part: the part of a regulation, the chapter of a section.

    >>> stem_of("1003.32"), stem_of("78B-25-110"), stem_of("1983")
    ('1003', '78B-25', '')
    """
    if number.isdigit():
        return ""
    found = _STEM.match(number)
    return found.group(1) if found is not None else ""


def ends(number: str) -> tuple[str, ...]:
    """Return by what last part a number may be called alone.

    >>> ends("5/115-7.4"), ends("78B-25-110"), ends("2000e-5")
    (('115-7.4', '7.4'), ('110',), ())
    """
    found = (number.rpartition("/")[2], number.rpartition("-")[2])
    return tuple([end for end in found if SHORTEST_END <= len(end) < len(number)])


def size(number: str) -> int:
    """Return how many digits a section number begins with."""
    found = _DIGITS.match(number)
    return len(found.group()) if found is not None else 0
