"""``§ 1983``, ``Section 853(a)``: a section whose code stands elsewhere (Indigo Book R16.2, R19.1)."""

from __future__ import annotations

from citeparse.links import DEFINED, Link, Unresolved
from citeparse.resolver._entry import Row
from citeparse.resolver._identity import code_key, rule_number, subsections
from citeparse.resolver._shape import natural
from citeparse.resolver._slip import swapped
from citeparse.resolver._state import State
from citeparse.tokens import Token

__all__ = ["decide", "defined", "nearest"]

NO_CODE = "no code to which the section could belong"


def decide(state: State, i: int) -> Link | None:
    """``§ 1983`` for ``42 U.S.C. § 1983`` (Indigo Book R16.2): the nearest code cited with this very section.

    Else the section whose last part is printed alone (``7.4`` for ``115-7.4``), or one with two digits swapped
    whose subsection agrees.
    """
    token = state.tokens[i]
    section = rule_number(token)
    rows = [row for row in state.sections.exact(section) if row.key]
    if rows:
        flags = ("several_candidates",) if len(rows) > 1 else ()
        return _link(state, i, rows[0], candidates=tuple([row.code for row in rows]), flags=flags)
    whole = state.sections.ending(section)
    if whole is not None:
        return _link(state, i, whole, candidates=(whole.code,), flags=("short_section",))
    meant = _mistyped(state, token, section)
    if meant is not None:
        return _link(state, i, meant, candidates=(meant.code,), flags=("typing_fault",))
    return None


def defined(state: State, i: int) -> Link | None:
    """``Section 10(b)`` after ``15 U.S.C. § 78j(b) (“Section 10(b)”)``: what the text has given that number."""
    entry = state.sections.defined.get(rule_number(state.tokens[i]))
    if entry is None:
        return None
    state.entries[i] = entry
    return Link(entry.root, DEFINED, candidates=(entry.root,))


def nearest(state: State, i: int) -> Link | Unresolved | None:
    """``§ 1985`` after ``42 U.S.C. § 1983``: a section of the code whose sections look alike.

    For the sign §, also of the nearest code at all. A section without any code groups with its like.
    """
    token = state.tokens[i]
    section = rule_number(token)
    rows = state.sections.exact(section)
    if rows:
        return _link(state, i, rows[0], candidates=(rows[0].code,), flags=("no_full_citation",))
    if token.series:
        _begin(state, i, section)
        return None
    base = state.sections.alike(section)
    if base is None and "§" in token.text:
        base = state.sections.nearest(section)
    if base is not None:
        return _borrow(state, i, section, base)
    entry = state.begin(i, full=False)
    state.sections.add(Row((), section, i, direct=True, entry=entry))
    return Unresolved(NO_CODE)


def _begin(state: State, i: int, section: str) -> None:
    """A section whose code the text declares once for all is a citation in full."""
    entry = state.begin(i, full=True)
    entry.usual = natural(state.tokens[i])
    entry.row = Row(code_key(state.tokens[i]), section, i, direct=True, entry=entry)
    state.sections.add(entry.row, subsections(state.tokens[i]))


def _link(state: State, i: int, row: Row, candidates: tuple[int, ...], flags: tuple[str, ...]) -> Link:
    state.entries[i] = row.entry
    state.sections.touch(row, subsections(state.tokens[i]))
    return Link(row.code, "section", candidates=candidates, flags=flags, same=row.direct)


def _borrow(state: State, i: int, section: str, base: Row) -> Link:
    entry = state.begin(i, full=True)
    entry.usual = natural(state.tokens[base.code])
    row = Row(base.key, section, base.code, direct=False, entry=entry)
    entry.row = row
    state.sections.add(row, subsections(state.tokens[i]))
    return Link(base.code, "section", candidates=(base.code,), flags=("nearest_code",), same=False)


def _mistyped(state: State, token: Token, section: str) -> Row | None:
    """``§ 835(d)`` for ``§ 853(d)``: two digits swapped, and the section has been cited with that subsection."""
    cited = state.sections.cited_with(subsections(token))
    return next((row for row in cited if swapped(row.number, section)), None)
