"""Section lists as printed → their standard spelling (Indigo Book R5.2, R16, R17)."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["SectionList", "first_number", "standard_sections"]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_STEPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\s+", " "),
        (r"[\]\[](?=§)|(?<=§)\]|§\s?", ""),  # signs repeated inside a list
        (r"(?<=[\w)\]])-\s(?=[\w.])", "-"),  # a number broken at the end of a line
        (r"(?<=[\w)\]])(?<! to)(?<!ough)\s?-{1,2}\s?(?=[\w(])", "-"),
        (r"\[([0-9A-Za-z]{1,5})\]", r"(\1)"),
        (r"\(\s?([^()\s]+)\s?\)", r"(\1)"),
        (r",? (?:[Ss]ub)?(?:div(?:ision)?|d|s|section|sec)s?\.? (?=\()", ""),  # subd. (e)
        (r",? [Pp]ar(?:a|agraph)?s?\.? (?=\()", ""),
        (r",? [Ss]ub(?:division|section|d)s\.? (?=[0-9a-z])", ", subds. "),
        (r",? [Ss]ub(?:division|section|d)\.? (?=[0-9a-z])", ", subd. "),
        (r",? ?(?:\band/or|\band|\bor|&) ?(?=[\d( ])", ", "),
        (r"(?<=[\w)]) \(", "("),
        (r",\s?(?=\()", ", "),
        (r" ?, (?!et)", ", "),
        (r" (?:through|thru) ", " to "),
        (r",? et\.? seqq?\.?$", " et seq."),
        (r",? notes?$", " note"),
    )
)
_NUMBER = re.compile(r"[0-9][0-9A-Za-z]*(?:[-.:/,](?=\S)\.?[0-9A-Za-z]+)*")
_NEXT = re.compile(r"(?:^|, | to |(?<=[0-9A-Za-z)])-)-?[0-9]")
_RANGE = re.compile(r"[0-9A-Za-z]-\.?[0-9]")
_DASH_RANGE = re.compile(r"([0-9]{3,6})[A-Za-z]{0,2}-([0-9]{3,6})[A-Za-z]{0,2}")


class SectionList(NamedTuple):
    """A list of sections in standard spelling."""

    text: str
    """``51(k)(2), 1396, 1397``."""
    several: bool
    """Whether it names more than one section."""


def standard_sections(printed: str, sign: str = "") -> SectionList:
    """Return the standard spelling of a printed list; ``sign`` is what was printed before it.

    >>> standard_sections("853(a)(1) and (2)").text, standard_sections("10 (m)").text, standard_sections("801–904")
    ('853(a)(1), (2)', '10(m)', SectionList(text='801-904', several=True))
    """
    words = printed.translate(_DASHES).replace("\u00a0", " ")
    for pattern, replacement in _STEPS:
        words = pattern.sub(replacement, words)
    words = words.strip(" ,;")
    return SectionList(words, _several(words) or (sign.count("§") > 1 and _RANGE.search(words) is not None))


def _several(words: str) -> bool:
    if any(member[:1].isdigit() for member in words.split(", ")[1:]) or " to " in words:
        return True
    found = _DASH_RANGE.search(words)
    return found is not None and int(found.group(2)) >= int(found.group(1))


def first_number(printed: str) -> str:
    """Return a section's number for keys: ``2000e-5``; dashes are hyphens, line breaks are gone.

    >>> first_number("13- 11a–6")
    '13-11a-6'
    """
    return re.sub(r"\s+", "", printed.translate(_DASHES))
