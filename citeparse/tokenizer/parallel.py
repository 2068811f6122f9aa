"""Parallel citations: cores with nothing but pins and a comma or bracket between them (Indigo Book R11.6)."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data._names import TYPESET
from citeparse.data.phrases import SQUEEZED
from citeparse.data.record_words import one_document
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer.pin import read_pins
from citeparse.tokens import (
    AgencyToken,
    FullCaseToken,
    IdToken,
    LegislativeToken,
    RecordToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
    Token,
)

__all__ = ["read_group", "share"]

_CASES = (FullCaseToken, ShortCaseToken)
_BACK = (IdToken, SupraToken)
_SHORT = (ShortCaseToken, *_BACK)
"""Forms that make short forms of what is parallel to them."""
_UNREAD = lazy(
    r"""
    [,\s\[(]{1,4}[0-9]{1,4}\s[A-Z][A-Za-z0-9.\ ]{1,16},?\s(?:\*[0-9]{1,5}\s)?[0-9]{1,4}
    (?:,\s[0-9]{1,4}(?:[-–][0-9]{1,4})?)?[,\s]{1,3}\[?$
    """,
    re.VERBOSE,
)
"""A reporter between the two that nobody knows, or that is misspelt: ``[56 Cal.Rtpr. 485, 423 P.2d 557]``."""
_GAP = lazy(
    r"""
    (?:,\s(?:_{2,6}(?:\s?[-–]?\s?_{2,6})?|-{2,6}|—|-(?=,)))?              # the pin of an opinion without pages
    \s{0,3}[,;]?\s{0,4}[*_]{0,2}(?:\[|\(also\s)?\s{0,2}(?:=\s?)?(?:\*[0-9]{1,4}\s)?\s{0,2}$
    """,
    re.VERBOSE,
)
_DAY = lazy(
    r",\s{1,3}(?P<day>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,2}[0-9]{1,2},\s{1,2}(?:19|20)[0-9]{2})"
    r"(?=[.,;)]|\s*$)",
)
_EDITION = lazy(r"\s?(?:2d|3d|[4-9]th)$")
"""What tells the series of one reporter apart."""
_LONGEST_GAP = 12
_LONGEST_UNREAD = 48
_GAP_BEGINS = frozenset(f" \t\r\n,;[({TYPESET}")
_LONGEST_RAW = 200
"""The same on a page padded with blanks."""
_SAME_KIND: tuple[type[Token], ...] = (StatuteToken, LegislativeToken, AgencyToken)
_LAWS = ("INA", "I.R.C.")
_ORDERS = ("Exec. Order No.", "Proclamation No.")
"""What the Federal Register prints (Indigo Book R19)."""
_BULLETINS = ("C.B.", "I.R.B.")
"""Series of the revenue service that reprint committee reports."""


def read_group(text: str, hits: list[Hit], i: int) -> list[Hit]:
    """Return the parallel citations that begin with hit ``i``, their pins read."""
    first = hits[i]
    group = [first]
    _read_pins(text, first, _start(text, hits, i + 1))
    while i + 1 < len(hits) and _continues(text, group[-1], hits[i + 1]) and not _again(group, hits[i + 1]):
        i += 1
        group.append(hits[i])
        _read_pins(text, hits[i], _start(text, hits, i + 1))
    for member in group[1:]:
        member.parallel = first
        if first.form in _SHORT and member.form is FullCaseToken:
            member.form = ShortCaseToken
    return group


def _again(group: list[Hit], following: Hit) -> bool:
    """Whether the group has a citation of that series: ``Pub. L. No. 1-1, 2 Stat. 3; Pub. L. No. 1-2`` is another.

    ``F.``, ``F.2d`` and ``F.3d`` count on from each other and print no case twice.
    """
    series = _EDITION.sub("", following.series)
    return series != "" and any(_EDITION.sub("", member.series) == series for member in group)


def _read_pins(text: str, hit: Hit, stop: int) -> None:
    """Read the pins, and the day of a document of the record: ``Pl.’s Br. 4–5, May 7, 2014`` (Indigo Book R20)."""
    read_pins(text, hit, stop)
    day = _DAY.match(text, hit.tail, min(stop, hit.tail + 40)) if hit.form is RecordToken else None
    if day is not None:
        hit.date = day.span("day")
        hit.tail = day.end()


def _start(text: str, hits: list[Hit], i: int) -> int:
    return hits[i].start if i < len(hits) else len(text)


def _continues(text: str, last: Hit, following: Hit) -> bool:
    """Whether two neighbours cite one thing; after ``Id.`` a semicolon begins another citation."""
    if last.form is RecordToken and following.form is RecordToken:
        return one_document(text, (last.start, last.end), (following.start, following.end))
    size = following.start - last.tail
    if size > _LONGEST_RAW or following.full_start < following.start:
        return False
    if last.form is IdToken and not _after_id(text, last, following):
        return False
    if size > _LONGEST_GAP:
        gap = text[last.tail : following.start]
        if gap[0] not in _GAP_BEGINS or (size > _LONGEST_UNREAD and "  " not in gap and "\n\n" not in gap):
            return False
        gap = SQUEEZED.sub(" ", gap)
        known = len(gap) <= _LONGEST_GAP and _GAP.match(gap) is not None
        unread = last.form in _CASES and len(gap) < _LONGEST_UNREAD and _UNREAD.match(gap) is not None
        return (known or unread) and _may_be_parallel(last, following)
    return _may_be_parallel(last, following) and _GAP.match(text, last.tail, following.start) is not None


def _after_id(text: str, last: Hit, following: Hit) -> bool:
    """Whether a reporter may say what ``Id.`` means: after its pin, else a short form after a comma (Hawaii)."""
    sign = text[last.tail]
    return sign != ";" if last.pins else following.form is ShortCaseToken and sign == ","


def _may_be_parallel(last: Hit, following: Hit) -> bool:
    """Two reporters of one case; ``Id.`` or ``supra at 5, 106 S. Ct. 2548``; an act and its page or section."""
    if last.form in _BACK:
        return following.form in _CASES and (last.form is IdToken or bool(last.pins))
    if last.form in _CASES:
        dated = last.date is not None and following.date is not None  # each in its own core: 126 S. Ct. (2006) 1910
        return following.form in _CASES and last.series != following.series and not dated
    if last.form is LegislativeToken and following.series in _BULLETINS:
        following.form = LegislativeToken
    if last.series in _ORDERS and following.series == "Fed. Reg.":
        return True
    if last.form is not following.form or last.form not in _SAME_KIND or last.series == following.series:
        return False
    if last.series == "Stat.":
        return following.series == "Pub. L. No."
    return last.form is not StatuteToken or following.series == "Stat." or last.series in _LAWS or " Act" in last.series


def share(group: list[Hit]) -> None:
    """Give every member of a parallel group what the group prints once."""
    first = group[0]
    first.docket = next((h.docket for h in group if h.docket is not None), None)
    for member in group[1:]:
        member.name = first.name
        member.court = first.court
        member.date = first.date
        member.docket = first.docket
        member.inside = first.inside
        member.relation = first.relation
        member.history = first.history
        member.string = first.string
        member.full_start = first.full_start
        member.full_end = max(member.full_end, first.full_end)
