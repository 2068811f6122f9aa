"""``Id.``, ``Ibid.``: the citation before (Indigo Book R6.2.2, R15.3).

Citations in the parentheticals and in the history of another do not count outside them, nor do those of footnotes in
the text; the first Id. of a footnote refers to the footnote before. The pin's shape is evidence: where the citation
before cannot have such a pin, the writer meant one further back, and the link says so.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Entry, Row
from citeparse.resolver._identity import is_short
from citeparse.resolver._shape import LONGEST_OPINION, natural, number, section_of, shape
from citeparse.resolver._state import OUTSIDE, State
from citeparse.resolver.short_case import possible
from citeparse.tokens import ConstitutionToken, IdToken, RecordToken, RuleToken, SectionToken, StatuteToken, Token

__all__ = ["decide", "volume"]

NOTHING_BEFORE = "no earlier citation"
NO_REPORTER = "the reporter that it stands for is not known"
UNRESOLVED_BEFORE = "the citation before is unresolved"
FAR = 250
"""A page so far behind a first page is doubted, where another authority is nearer than `LONGEST_OPINION`."""
CONSTITUTIONAL = 3
"""Sections of constitutions have no more digits."""
BESIDE = 3
"""So few characters between a document and its exhibit."""

_EXHIBIT = lazy(r"exh?(?:s?\.|ibits?\b)", re.IGNORECASE)
_TEXTUAL = lazy(r"(?:sub)?sections?\b|paragraphs?\b|(?:[\w.’']+\s+){0,6}rules?\b", re.IGNORECASE)
_HOLDERS = (RecordToken, IdToken)
_PROVISIONS = (SectionToken, RuleToken, StatuteToken)
_ANY = frozenset({"page", "line", "paragraph", "section", "star", "subsection"})
_ALSO = {"line": "page", "page": "line"}


def decide(state: State, i: int) -> Link | Unresolved:
    """``Id. at 73`` (Indigo Book R15.3.1): the citation before at the same level."""
    printed = _parallel(state, i) if state.grouped(i) else None
    before = state.before(state.level(i)) or _before_host(state, i) or _before_note(state, i)
    if printed is not None and (not before or state.entries[before[0]] is not printed):
        return Link(printed.root, "id", candidates=(printed.root, *before[:1]), flags=("rule_broken",))
    if not before:
        return Unresolved(NOTHING_BEFORE)
    if state.entries[before[0]] is None:
        return Unresolved(UNRESOLVED_BEFORE, candidates=(before[0],))
    holder = _exhibited(state, i, before)
    if holder is not None:
        return Link(holder, "id", candidates=_distinct(holder, before[0]))
    token = state.tokens[i]
    pin = token.pins[0].text if token.pins else ""
    pin_shape = shape(pin)
    if pin_shape == "section":
        return _section(state, i, before, pin)
    chosen, doubts = _choose(state, before, pin, pin_shape)
    candidates = _distinct(chosen, before[0])
    return Link(chosen, "id", candidates=candidates, flags=(*doubts, *_misused(state, i, before, chosen)))


def volume(state: State, i: int) -> Unresolved | None:
    """``5 id. 482`` after a reporter that could not be read: the citation before is another one."""
    return Unresolved(NO_REPORTER) if "volume" in state.tokens[i].parts else None


def _distinct(*indexes: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(indexes))


def _parallel(state: State, i: int) -> Entry | None:
    """``Id. at 1053, 709 N.W.2d 567``: the parallel citation says what is meant."""
    for member in state.group(i)[1:]:
        known = state.known_alone(member)
        near = possible(state, member) if known is None and is_short(state.tokens[member]) else []
        if known is not None or near:
            return known if known is not None else near[0][2]
    return None


def _exhibited(state: State, i: int, before: list[int]) -> int | None:
    """``id. Ex. D`` after ``Goodman Aff. Ex. B``: the document whose exhibits are cited (Indigo Book R26)."""
    if not _has_exhibit(state, i):
        return None
    return next((at for at in before if state.entries[at] is not None and _has_exhibit(state, at)), None)


def _has_exhibit(state: State, at: int) -> bool:
    """Whether an exhibit is printed directly after token ``at``."""
    if at + 1 >= len(state.tokens) or not isinstance(state.tokens[at], _HOLDERS):
        return False
    after = state.tokens[at + 1]
    beside = 0 <= after.span.start - state.tokens[at].span.end <= BESIDE
    return beside and isinstance(after, RecordToken) and _EXHIBIT.match(after.text) is not None


def _before_host(state: State, i: int) -> list[int]:
    """Inside a parenthetical that cites nothing yet, the citation before its host (``X (quoting id. at 5)``)."""
    host = state.level(i)
    if host < 0:
        return []
    return [at for at in state.before(state.level(host)) if at < host]


def _before_note(state: State, i: int) -> list[int]:
    """In a footnote that cites nothing yet, the footnote before, else the text before the call (R6.2.2)."""
    note = state.tokens[i].note
    if note is None:
        return []
    level = state.notes.preceding(note)
    if level is not None:
        return state.before(level)
    return [at for at in state.before(OUTSIDE) if state.tokens[at].span.start < note.call.start]


def _choose(state: State, before: list[int], pin: str, pin_shape: str) -> tuple[int, tuple[str, ...]]:
    """Return the nearest citation that can have the pin, with the doubts about it."""
    first = before[0]
    if not pin_shape:
        textual = _textual(state.tokens[first])
        other = next((at for at in before if not _textual(state.tokens[at])), None) if textual else None
        if other is None or state.entries[other] is None or state.entries[other] is state.entries[first]:
            return first, ()
        return other, ("intervening_mention",)
    page = number(pin) if pin_shape == "page" else None
    entry = state.entries[first]
    if entry is not None and _can_have(entry, pin_shape) and _near(entry, page, FAR):
        return first, ()
    for at in before[1:]:
        other_entry = state.entries[at]
        if other_entry is None:
            break
        if other_entry is not entry and _has_had(other_entry, pin_shape) and _near(other_entry, page, LONGEST_OPINION):
            skipped = before[: before.index(at)]
            textual = all(_textual(state.tokens[k]) for k in skipped)
            return at, ("intervening_mention",) if textual else ("pin_mismatch",)
    doubtful = entry is not None and not (_can_have(entry, pin_shape) and _near(entry, page, None))
    return first, ("pin_mismatch",) if doubtful else ()


def _can_have(entry: Entry, pin_shape: str) -> bool:
    """Whether an authority is cited with such pins: always, or in this document."""
    usual = entry.usual or (_ANY if not entry.shapes else frozenset())
    return bool({pin_shape, _ALSO.get(pin_shape, pin_shape)} & (usual | entry.shapes))


def _has_had(entry: Entry, pin_shape: str) -> bool:
    return pin_shape in entry.shapes or pin_shape in entry.usual


def _near(entry: Entry, page: int | None, most: int | None) -> bool:
    if page is None:
        return True
    distance = entry.distance(page)
    return distance is not None and (most is None or distance <= most)


def _textual(token: Token) -> bool:
    """Whether a sentence speaks of the provision instead of citing it: ``section 101.055``, ``Rule 405``, no signal."""
    if not isinstance(token, _PROVISIONS) or token.signal is not None:
        return False
    return not token.parentheticals and not token.pins and _TEXTUAL.match(token.text) is not None


def _misused(state: State, i: int, before: list[int], chosen: int) -> tuple[str, ...]:
    """Id. is not to follow a string citation, nor a footnote that cites several things (Indigo Book R6.2.2, R15.3.3).

    The last one cited there is the best guess.
    """
    token, string = state.tokens[i], state.tokens[chosen].string
    if string is not None and string != token.string:
        return ("string_cite", "rule_broken")
    note = state.tokens[chosen].note
    if token.note is None or note == token.note:
        return ()
    alone = note is not None and len({state.entries[at] for at in before}) == 1
    return () if alone else ("rule_broken",)


def _section(state: State, i: int, before: list[int], pin: str) -> Link:
    """``Id. § 7102`` after ``7 U.S.C. § 7101`` (Indigo Book R22.2): title and code of the one, the new section."""
    section = section_of(pin)
    chosen = next((at for at in before if _takes(state, at, section)), before[0])
    entry = state.entries[chosen]
    if entry is None:  # unresolved: the walk stops there
        chosen, entry = before[0], state.entries[before[0]]
    fits = chosen == before[0] and _takes(state, chosen, section)
    flags = (*(() if fits else ("pin_mismatch",)), *_misused(state, i, before, chosen))
    if entry is None or entry.row is None:
        return Link(chosen, "id", candidates=(chosen,), flags=flags)
    row = _section_row(state, i, entry.row, section)
    return Link(row.code, "id_section", candidates=_distinct(row.code, chosen), flags=flags, same=row.direct)


def _takes(state: State, at: int, section: str) -> bool:
    """Whether the section can follow; so can it after what is unresolved. Constitutions have no § 16912."""
    entry = state.entries[at]
    if entry is None:
        return True
    if len(section) > CONSTITUTIONAL and isinstance(state.tokens[at], ConstitutionToken):
        return False
    return entry.row is not None or _can_have(entry, "section")


def _section_row(state: State, i: int, base: Row, section: str) -> Row:
    """Return the section of the code that ``base`` is a section of, a new one when it has not been cited."""
    codes = state.rules if isinstance(state.tokens[base.code], RuleToken) else state.sections
    row = codes.of_code(section, base.key) or codes.ending(section, base.key)
    if row is None:
        entry = state.begin(i, full=True)
        entry.usual = natural(state.tokens[base.code])
        row = entry.row = Row(base.key, section, base.code, direct=False, entry=entry)
        codes.add(row)
    else:
        state.entries[i] = row.entry
        codes.touch(row)
    return row
