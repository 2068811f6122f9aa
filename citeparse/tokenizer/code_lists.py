"""Lists of sections that parentheticals interrupt: ``UTAH CODE §§ 57-8-49(2) (awarding fees …), 57-8a-306(1) (…)``.

Indigo Book R5.2, R10.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._sections import read_sections
from citeparse.tokenizer.parenthetical import closing
from citeparse.tokens import RegulationToken, SectionToken, StatuteToken

__all__ = ["continue_lists"]

MOST = 40
"""So many members of one list are read."""
LONGEST = 600
"""A parenthetical between members is no longer than this."""

_OPENING = lazy(r"\s{1,3}\(")
_NEXT = lazy(r"[,;]\s{1,3}(?:and\s{1,3})?(?:§\s?)?(?=[0-9])")
_AFTER = lazy(r"\s{1,3}\(|[.,;]\s|\.?\s{0,3}\Z")
_MARKS = lazy(r"[.:/-]")


def continue_lists(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits with those sections of lists added that stand after a parenthetical."""
    starts = [hit.start for hit in hits]
    found: list[Hit] = []
    for hit in hits:
        found.append(hit)
        if _of_code(hit) and "§" in text[slice(*hit.parts["sign"])]:
            found.extend(_members(text, hit, starts))
    return found


def _of_code(hit: Hit) -> bool:
    """Whether a hit cites sections of a code after a sign."""
    return hit.form in (StatuteToken, RegulationToken, SectionToken) and "sign" in hit.parts and "sections" in hit.parts


def _members(text: str, hit: Hit, starts: Sequence[int]) -> Iterator[Hit]:
    """Yield the members that follow, each shaped like the one before it."""
    if text[slice(*hit.parts["sign"])].count("§") < 2:
        return
    end, last = hit.end, hit.parts["section"]
    for _ in range(MOST):
        opening = _OPENING.match(text, end)
        after = closing(text, opening.end() - 1) if opening else end
        join = _NEXT.match(text, after)
        listed = read_sections(text, join.end(), plural=False) if join and after - end < LONGEST else None
        if join is None or listed is None or opening is None:
            return
        if not _alike(text, last, listed.first) or not _AFTER.match(text, listed.end):
            return
        if _taken(starts, join.end(), listed.end):
            return
        end, last = listed.end, listed.first
        parts = {name: place for name, place in hit.parts.items() if name in ("title", "chapter")}
        parts.update(sections=(join.end(), end), section=last)
        yield Hit(SectionToken, join.end(), end, parts, hit.series)


def _alike(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two numbers have the same marks: ``57-8-49`` and ``57-8a-306``; plain numbers tell nothing."""
    marks = _MARKS.findall(text[slice(*one)])
    return bool(marks) and marks == _MARKS.findall(text[slice(*other)])


def _taken(starts: Sequence[int], start: int, end: int) -> bool:
    """Whether another core stands there."""
    at = bisect_right(starts, end - 1)
    return at > 0 and starts[at - 1] >= start
