"""Volumes of a reporter that ``id.`` stands for: ``80 Ill. 423; Doe v. Roe, id. 601; Brown v. Green, 83 id. 154``.

So opinions and treatises cited until the early twentieth century (``10 Paige, 193. 9 Id. 255.``, G. Van Santvoord on
Pleadings, 1852): the reporter of the citation before in another volume, or at another page of the same volume.
"""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokens import FullCaseToken, IdToken, JournalToken, StatuteToken

__all__ = ["read_volumes"]

_VOLUME = lazy(
    r"(?:[;,.:—-]|\band|\b[Ss]ee|\balso|\bin)(?:[ ]{1,3}|[ ]?\r?(?P<broken>\n)[ ]{0,9})"
    r"(?P<volume>[1-9][0-9]{0,2}),?[ ]{1,3}$",
)
_NUMBERED = lazy(r"([A-Za-z]{1,20})[.,]{0,2}\s?[0-9]{1,4}(?![0-9]*\))")
_PIN_WORDS = frozenset(("at", "p", "pp", "n", "nn", "note", "and", "to", "no"))
_NAMED = lazy(r"\bvs?\.\s{1,3}[A-Z][^;()]{0,80},\s{1,3}$")
_PAGE = lazy(r",?(?:[ ]{0,3}|[ ]?\r?\n[ ]{0,9})(?P<page>[1-9][0-9]{0,3})(?![0-9:]|,?\s[Ii][db]\b)")
_PAGED = (FullCaseToken, JournalToken, StatuteToken)
_WHOLE = frozenset(("volume", "reporter", "page"))

FARTHEST = 200
"""The citation before ends at most so many characters before the word."""


def read_volumes(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, with each ``id.`` that stands for a reporter as a citation in full."""
    found: list[Hit] = []
    for hit in hits:
        page = _PAGE.match(text, hit.end) if hit.form is IdToken else None
        found.append(hit if page is None else _read(text, found[-1] if found else None, hit, page.span("page")))
    return found


def _read(text: str, before: Hit | None, hit: Hit, page: tuple[int, int]) -> Hit:
    """``83 id. 154``; ``Doe v. Roe, id. 601``, whose volume and reporter the citation before prints."""
    floor = before.end if before is not None else 0
    low = max(floor, hit.start - FARTHEST)
    volume = _VOLUME.search(text, low, hit.start)
    end = hit.start if volume is None else volume.start("volume")
    told = before if before is not None and low == floor and _tells(text, before, end) else None
    if volume is not None and not (volume.group("broken") and text[hit.start] == "I"):
        parts = {"volume": volume.span("volume"), "reporter": (hit.start, hit.end), "page": page}
        form, series = (IdToken, "") if told is None else (told.form, told.series)
        return Hit(form, volume.start("volume"), page[1], parts, series)
    if told is not None and told.form is FullCaseToken and _NAMED.search(text, low, hit.start):
        parts = {name: told.parts[name] for name in ("volume", "reporter")}
        return Hit(FullCaseToken, hit.start, page[1], {**parts, "page": page}, told.series)
    return hit


def _tells(text: str, before: Hit, end: int) -> bool:
    """Whether the hit before has volume, reporter and page, and no citation that was not read stands in between."""
    if before.form not in _PAGED or not before.parts.keys() >= _WHOLE:
        return False
    return all(word.lower() in _PIN_WORDS for word in _NUMBERED.findall(text, before.end, end))
