"""Where a citation stands: in the history of another, in its parenthetical, after ``, quoting``, in a string citation.

Source: Indigo Book R14 and T14 (history), R8.2.5 and R10 (parentheticals), R4.3 (strings).
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.phrases import SQUEEZED, history_leads, squeeze, treatment
from citeparse.tokenizer._hit import Hit
from citeparse.tokens import (
    AgencyToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    LegislativeToken,
    ShortCaseToken,
    SupraToken,
)

__all__ = ["Nest", "rejoined", "relate", "relation_of"]

_CASES = (FullCaseToken, ShortCaseToken)
_LEAD = lazy(
    r"[\s\])]{0,3}[,;(]?\s{0,3}[*_(\[]{0,2}([A-Za-z][A-Za-z’'`.&]*(?:,?\s{1,3}[A-Za-z’'`.&]+){0,11}?)"
    r"[*_]{0,2}\s?,?\s{0,3}[*_]{0,2}$",
)
LONGEST_GAP = 90
"""A history phrase with its punctuation is no longer."""
LONGEST_RAW = 400
"""Nor, with the blanks of a padded page, than this."""
_FIRST_WORD = lazy(r"[\s\])]{0,3}[,;(]?\s{0,3}[*_(\[]{0,2}([A-Za-z][A-Za-z’'`.]*)")
_SUB_NOM = lazy(r"sub\s?nom\.?,?\s", re.IGNORECASE)
_COMMENT = lazy(r",\s(?:without|on)\s.{1,40}$", re.DOTALL)
_RELATIONS = (
    r"quoting|citing\sto|citing|quoted\sin|cited\sin|cites|discussing|explaining|interpreting|applying|following|overruling"
    r"|distinguishing|as\sreprinted\sin|reprinted\sin|as\s(?:interpreted|amended|quoted|appearing)\s(?:by|in|through)"
)
_INLINE = lazy(
    r",?\s{0,3}[*_]{0,2}(quoting|citing|quoted\sin|cited\sin|as\squoted\sin)[*_]{0,2},?\s", re.IGNORECASE,
)
_OPENS = lazy(rf"[\s\[*_“\"]{{0,3}}(?:\w{{1,15}}ly\s)?({_RELATIONS})\b", re.IGNORECASE)
_JUST_BEFORE = lazy(rf"\b({_RELATIONS})[\s*_,]{{1,5}}$", re.IGNORECASE)
_BROKEN = lazy(r"(?<=[a-z])-[ \t]{0,4}\r?\n\s{0,24}(?=[a-z])")
_FIRST_WORDS = 40
_DECISIONS = (FullCaseToken, ShortCaseToken, DocketToken, AgencyToken, IdToken)
_OF_TEXTS = frozenset(
    [
        "reprinted in", "as reprinted in", "as appearing in", "as amended through", "as amended by", "amended by",
        "superseded by", "as amended",
    ]
)
"""History of statutes, rules and reports; the other phrases are said of decisions."""
_REPRINTS = frozenset({"reprinted in", "as reprinted in"})
_PAGE_FOOT = lazy(r"\s-\s?[0-9]{1,3}\s?-\s")
_AND_GAP = lazy(r"[\s,;]{0,3}and\s{1,3}$")
_STRING_GAP = lazy(r"\s{0,3};\s{0,4}(?:and\s)?$")
_COMMA_GAP = lazy(r"[\s,*_(]{1,6}$")


class Nest:
    """An open parenthetical: until where, of which citation, with what relation."""

    __slots__ = ("end", "group", "host", "relation")

    def __init__(self, end: int, group: list[Hit], relation: str | None) -> None:
        """Note where it ends, whose it is (parallel citations together), and the word with which it begins."""
        self.end = end
        self.group = group
        self.host = group[0]
        self.relation = relation


def relation_of(words: str) -> str | None:
    """Return the word with which a parenthetical takes up another citation: ``quoting``.

    >>> relation_of("quoting Holz, 258 F.3d at 73"), relation_of("holding that")
    ('quoting', None)
    """
    found = _OPENS.match(rejoined(words))
    return found.group(1).lower() if found else None


def rejoined(words: str) -> str:
    """Return the first words of a parenthetical with a word that the end of a line broke whole: ``quot-ing``."""
    opening = words[:_FIRST_WORDS]
    return _BROKEN.sub("", opening) + words[_FIRST_WORDS:] if "-" in opening else words


def relate(text: str, hit: Hit, kept: list[Hit], nests: list[Nest], closed: Nest | None) -> None:
    """Set the host of a citation and the relation to it; note the string citation that it continues.

    ``closed`` is the outermost parenthetical that ended since the citation before: what follows it goes on with its
    host (``Smith, 1 F.4th 2 (quoting Jones, 3 F.3d 4), cert. denied, …``).
    """
    gap = ""
    if kept:
        last = kept[-1]
        before = last.parallel or last
        end = last.full_end
        if closed is not None:
            before, end = closed.host.parallel or closed.host, max(closed.end, closed.host.full_end)
        size = hit.full_start - end
        gap = text[end : hit.full_start] if 0 <= size < LONGEST_RAW else ""
        if size > 2 and ("  " in gap or "\n\n" in gap):
            gap = SQUEEZED.sub(" ", _PAGE_FOOT.sub(" ", gap))
        if before.form is SupraToken:
            _after_supra(text, hit, before)
        if 2 <= len(gap) <= LONGEST_GAP and _history(hit, before, gap):
            return
        if len(gap) < 40 and (not nests or before.inside is nests[-1].host) and _INLINE.match(gap):
            hit.inside = before
            hit.relation = squeeze(gap)
            return
        if _STRING_GAP.match(gap):
            hit.string = before.string or before
    elif hit.full_start <= LONGEST_GAP:
        _at_start(text, hit)
    _nested(text, hit, kept, nests, gap)


def _at_start(text: str, hit: Hit) -> None:
    """A text that begins with the history of another, ``aff’d, 210 F.3d 88``, says the relation without the host."""
    lead = _SUB_NOM.sub("", text[: hit.full_start].strip(" ,;*_()[]\n\t") + " ").strip(" ,")
    if treatment(squeeze(lead)) is not None:
        hit.relation = lead


def _after_supra(text: str, hit: Hit, before: Hit) -> None:
    """``Rosales, supra, 68 Cal.2d 299``: the name before ``supra`` is the case's."""
    if hit.name is None and hit.form in _CASES and _COMMA_GAP.match(text, before.tail, hit.start):
        hit.name = before.name


def _history(hit: Hit, before: Hit, gap: str) -> bool:
    """``, cert. denied, 484 U.S. 890``: a known phrase fills the gap; a chain hangs on its first case."""
    first = _FIRST_WORD.match(gap)
    if first is None or squeeze(first.group(1)) not in history_leads() or _LEAD.match(gap) is None:
        return False
    words = _SUB_NOM.sub("", gap.strip(" ,;*_()[]\n\t") + " ").strip(" ,")
    words = _COMMENT.sub("", words)
    phrase = squeeze(words)
    if treatment(phrase) is None or (before.form not in _DECISIONS and not before.history and phrase not in _OF_TEXTS):
        return False
    if before.history and before.inside is not None:
        before = before.inside
    hit.inside = before
    hit.history = True
    hit.relation = words
    if phrase in _REPRINTS and hit.form in (AgencyToken, LegislativeToken):
        hit.form, hit.parallel = before.form, before
    shared = before.court is not None or (not before.parentheticals and treatment(phrase) == "review denied")
    if before.date is None and hit.date is not None and shared and before.form is FullCaseToken:
        before.date = hit.date  # only the last of equal years is printed: ``(2d Cir.), cert. denied, … (1987)``
    return True


def _nested(text: str, hit: Hit, kept: list[Hit], nests: list[Nest], gap: str) -> None:
    """The innermost open parenthetical is the host's; ``citing A and B`` holds for both."""
    open_nests = [n for n in nests if n.host is not hit]
    if open_nests and hit.start < open_nests[-1].end:
        nest = open_nests[-1]
        hit.inside = nest.host
        said = _JUST_BEFORE.search(text, max(0, hit.full_start - 30), hit.full_start)
        hit.relation = said.group(1) if said else nest.relation
    elif kept and kept[-1].inside is not None and not kept[-1].history and kept[-1].relation and _AND_GAP.match(gap):
        hit.inside = kept[-1].inside
        hit.relation = kept[-1].relation
