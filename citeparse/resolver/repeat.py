"""A full citation of what has been cited before: one authority, however often it is cited in full."""

from __future__ import annotations

from citeparse.data._lazy import lazy
from citeparse.links import Link
from citeparse.resolver._entry import Entry
from citeparse.resolver._identity import is_short, volume_key
from citeparse.resolver._names import rank
from citeparse.resolver._shape import LONGEST_OPINION, number
from citeparse.resolver._slip import one_slip, two_slips
from citeparse.resolver._state import State
from citeparse.resolver._words import Name, telling
from citeparse.tokens import FullCaseToken, ShortCaseToken, SupraToken, Token

__all__ = ["decide"]

_CASES = (FullCaseToken, ShortCaseToken)
_YEAR = lazy(r"(?:1[6-9]|20)[0-9]{2}$")

BESIDE = 16
"""A core that begins so soon after ``supra`` belongs to it."""
LONGEST_PAGE = 5
"""Numbers of databases have more digits."""


def decide(state: State, i: int) -> Link | None:
    """``389 U.S. 347, 361`` after ``Katz v. United States, 389 U.S. 347``: the same core (Indigo Book R15.1)."""
    token = state.tokens[i]
    entry = state.known(i)
    if entry is not None:
        flags = () if entry.full else ("no_full_citation",)
        rule = "short_case" if isinstance(token, ShortCaseToken) else "repeat"
        return Link(entry.root, rule, candidates=(entry.root,), flags=flags)
    if isinstance(token, _CASES) and not is_short(token):
        name = state.name(i)
        after = _after_supra(state, i)
        if after is not None or name is None:
            return after
        return _without_at(state, i, token, name) or _mistyped(state, token, name)
    return None


def _after_supra(state: State, i: int) -> Link | None:
    """``Airey v. Feliciano, supra, 350 Conn. 168``: the page is the pin (Connecticut, Massachusetts)."""
    before = state.tokens[i - 1] if i else None
    if not isinstance(before, SupraToken) or state.tokens[i].span.start - before.span.end > BESIDE:
        return None
    entry, page = state.entries[i - 1], _page(state.tokens[i])
    if entry is None or page is None or not entry.full or entry not in state.in_volume(i):
        return None
    return Link(entry.root, "short_case", candidates=(entry.root,)) if entry.distance(page) is not None else None


def _without_at(state: State, i: int, token: Token, name: Name) -> Link | None:
    """``Lynch, 104 Ill. 2d 199`` after ``People v. Lynch, 104 Ill. 2d 194``: a short form that lacks its ``at``."""
    if token.date is not None or token.court is not None or (token.name and token.name.defendant is not None):
        return None
    page = _page(token)
    if page is None or _numbered_by_year(token) or name.parties != (name.whole,):
        return None
    for entry in state.in_volume(i):
        distance = entry.distance(page)
        if entry.full and distance is not None and 0 < distance <= LONGEST_OPINION and rank(name, entry):
            return Link(entry.root, "short_case", candidates=(entry.root,), flags=("typing_fault",))
    return None


def _mistyped(state: State, token: Token, name: Name) -> Link | None:
    """``Campbell, 2019 WL 271717691`` for ``2019 WL 2717691``: the same name, and a number with a slip.

    Two decisions between the same parties are common; so the series must be one, the volume or the page must be
    equal, the other differ by one slip, and no other year be printed.
    """
    if not telling(name.whole):
        return None
    found = [entry for entry in state.names.called(name.whole) if _slipped(state, token, entry, name)]
    if len(found) != 1:
        return None
    return Link(found[0].root, "repeat", candidates=(found[0].root,), flags=("typing_fault",))


def _slipped(state: State, token: Token, entry: Entry, name: Name) -> bool:
    first = state.tokens[entry.root]
    mine, page, theirs = volume_key(token), token.parts.get("page"), first.parts.get("page")
    if mine is None or page is None or theirs is None or not isinstance(first, FullCaseToken):
        return False
    volume = volume_key(first)
    if volume is None or volume[0] != mine[0] or not _same_decision(token, first, whole=entry.called(name.whole)):
        return False
    if volume != mine:
        return not _numbered_by_year(token) and page.text == theirs.text and one_slip(volume[1], mine[1])
    return two_slips(page.text, theirs.text) if len(theirs.text) > LONGEST_PAGE else one_slip(page.text, theirs.text)


def _same_decision(token: Token, first: Token, *, whole: bool) -> bool:
    """Whether the dates allow it: none printed again, or the same year under the whole name."""
    if token.date is None:
        return True
    return whole and first.date is not None and _year(token) == _year(first)


def _numbered_by_year(token: Token) -> bool:
    """Whether the volume is a year, as in databases and neutral citations, whose numbers are no pages."""
    volume = token.parts.get("volume")
    return volume is None or _YEAR.match(volume.text) is not None


def _page(token: Token) -> int | None:
    piece = token.parts.get("page")
    return number(piece.text) if piece is not None else None


def _year(token: Token) -> str:
    return token.date.text.strip()[-4:] if token.date is not None else ""
