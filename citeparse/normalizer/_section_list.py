"""Section lists as printed → their standard spelling (Indigo Book R5.2, R16, R17)."""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy

__all__ = ["DASHES", "Member", "SectionList", "first_number", "members", "standard_sections", "steps_below"]

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
"""Makes hyphens of all dashes."""
_STEPS = tuple(
    (lazy(pattern), replacement)
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
        (r",? ?(?:\band/or|\band|\bor|&) ?(?=[\d( .])", ", "),
        (r"\s?; (?=\.[0-9])", ", "),
        (r"(?<=[\w)]) \(", "("),
        (r",\s?(?=\()", ", "),
        (r" ?, (?!et)", ", "),
        (r" (?:through|thru) ", " to "),
        (r",? et\.? seqq?\.?$", " et seq."),
        (r",? notes?$", " note"),
    )
)
_NUMBER = lazy(r"[0-9][0-9A-Za-z]*(?:[-.:/,](?=\S)\.?[0-9A-Za-z]+)*")
_NEXT = lazy(r"(?:^|, | to |(?<=[0-9A-Za-z)])-)-?[0-9]")
_RANGE = lazy(r"[0-9A-Za-z]-\.?[0-9]")
_DASH_RANGE = lazy(r"([0-9]{3,6})[A-Za-z]{0,2}-([0-9]{3,6})[A-Za-z]{0,2}")


_STEP = lazy(
    r"(?:,?\s{0,2}(?:[Ss]ub)?(?:div(?:ision)?|d|section|sec|par(?:a|agraph)?)s?\.?)?\s{0,2}[(\[]\s?([^()\[\]\s]{1,8})\s?[)\]]"
)
_SHARED = lazy(r"(?P<stem>[0-9]+[0-9A-Za-z:-]*)\.[^,.]*, (?=\.[0-9])")
_DIGITS = lazy(r"[0-9]{1,9}")


class Member(NamedTuple):
    """One section of a list, or a range."""

    first: str
    """``801``."""
    through: str
    """``904``, empty when it is no range."""


class SectionList(NamedTuple):
    """A list of sections in standard spelling."""

    text: str
    """``51(k)(2), 1396, 1397``."""
    several: bool
    """Whether it names more than one section."""


def standard_sections(printed: str, sign: str = "", *, dash: bool = True) -> SectionList:
    """Return the standard spelling of a printed list; ``sign`` is what was printed before it.

    ``dash`` tells whether a hyphen between two numbers may join two sections.

    >>> standard_sections("853(a)(1) and (2)").text, standard_sections("10 (m)").text, standard_sections("801–904")
    ('853(a)(1), (2)', '10(m)', SectionList(text='801-904', several=True))
    """
    words = printed.translate(DASHES).replace("\u00a0", " ")
    for pattern, replacement in _STEPS:
        words = pattern.sub(replacement, words)
    words = _completed(words.strip(" ,;"))
    return SectionList(words, _several(words, dash=dash) or (sign.count("§") > 1 and _RANGE.search(words) is not None))


def _completed(words: str) -> str:
    """Give every member of a list the part that it shares with the one before.

    >>> _completed("1614.103, .106(a), .107"), _completed("95-25.1-.25")
    ('1614.103, 1614.106(a), 1614.107', '95-25.1-.25')
    """
    while (shared := _SHARED.search(words)) is not None:
        words = f"{words[: shared.end()]}{shared.group('stem')}{words[shared.end() :]}"
    return words


def members(sections: SectionList, *, flat: bool = True) -> list[Member]:
    """Return the numbers of a list in order; a range gives its first section and then itself.

    >>> members(SectionList("924(c), 801-904", several=True))
    [Member(first='924', through=''), Member(first='801', through=''), Member(first='801', through='904')]
    """
    found: list[Member] = []
    for item in sections.text.removesuffix(" et seq.").removesuffix(" note").split(", "):
        whole = item.partition("(")[0]
        if not whole[:1].isdigit():
            continue
        first, last = _ends(item, flat=flat) if sections.several else (whole, "")
        found.append(Member(first, ""))
        if last:
            found.append(Member(first, last))
    return found or [Member(sections.text.partition("(")[0], "")]


def _ends(item: str, *, flat: bool) -> tuple[str, str]:
    """Return the ends of a range, or the one section that the words are and nothing."""
    first, to, last = item.partition(" to ")
    first = first.partition("(")[0]
    if to:
        last = last.partition("(")[0]
        return first, (first.rpartition("-")[0] + last) if last.startswith("-") else last
    low, _, high = first.rpartition("-")
    if high.startswith("."):
        return low, low.rpartition(".")[0] + high  # 95-25.1-.25
    low, _, high = first.partition("-")
    return (low, high) if _is_range(low, high, flat=flat) else (first, "")


def _is_range(low: str, high: str, *, flat: bool) -> bool:
    """Whether a hyphen joins two sections: ``801-904``, ``240.1-240.5``, ``2000e-2000e-5``; not ``13-21-9``."""
    if high.startswith(f"{low}-"):
        return True
    if "-" in high or not high:
        return False
    stem, point, rest = low.partition(".")
    if point:
        return high.startswith(f"{stem}.") and _leading(rest) < _leading(high[len(stem) + 1 :])
    one, other = _leading(low), _leading(high)
    return one < other and "." not in high and (flat or one >= 100)


def _leading(number: str) -> int:
    digits = _DIGITS.match(number)
    return int(digits.group()) if digits is not None else 0


def steps_below(printed: str, at: int) -> tuple[str, ...]:
    """Return the subsections printed from ``at`` on: ``("a", "1")`` in ``853(a)(1)``.

    >>> steps_below("853 (a)(1) and (2)", 3), steps_below("227, subd. (a)", 3), steps_below("1331 and 1343(b)", 4)
    (('a', '1'), ('a',), ())
    """
    found = []
    step = _STEP.match(printed, at)
    while step is not None:
        found.append(step.group(1))
        step = _STEP.match(printed, step.end())
    return tuple(found)


def _several(words: str, *, dash: bool) -> bool:
    if any(member[:1].isdigit() for member in words.split(", ")[1:]) or " to " in words:
        return True
    found = _DASH_RANGE.search(words) if dash else None
    return found is not None and int(found.group(2)) >= int(found.group(1))


def first_number(printed: str) -> str:
    """Return a section's number for keys: ``2000e-5``; dashes are hyphens, line breaks are gone.

    >>> first_number("13- 11a–6")
    '13-11a-6'
    """
    return re.sub(r"\s+", "", printed.translate(DASHES))
