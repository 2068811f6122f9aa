"""``Holz, 258 F.3d at 73``, ``477 U.S., at 255``, ``91 Stat. at 142`` (Indigo Book R15.2).

Volume and series must agree with a full citation or one of its parallels, the name too when one is printed, and the
page must be possible. Without a full citation the mentions belong together by volume, series and name.
"""

from __future__ import annotations

from typing import TypeAlias

from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Entry
from citeparse.resolver._identity import is_short, volume_key
from citeparse.resolver._names import rank
from citeparse.resolver._shape import LONGEST_OPINION, number, shape
from citeparse.resolver._slip import one_slip
from citeparse.resolver._state import State
from citeparse.resolver._words import Name
from citeparse.tokens import ShortCaseToken, Token

__all__ = ["alone", "decide", "pin_page", "possible"]

Near: TypeAlias = tuple[int, int, Entry]
"""Distance from the first page, recency, and the authority."""

NO_FULL_CITATION = "no full citation"
AS_NEAR = 50
"""A first page so far before the pin is about as near as any."""


def decide(state: State, i: int) -> Link | None:
    """``Holz, 258 F.3d at 73`` for ``Holz v. Rockefeller & Co., 258 F.3d 62`` (Indigo Book R15.2.1)."""
    token = state.tokens[i]
    leans = isinstance(token, ShortCaseToken) or is_short(token)
    if not leans and not state.grouped(i):
        return None
    rule = "short_case" if isinstance(token, ShortCaseToken) else "short_page"
    name = state.name(i) if leans else None
    for member in state.group(i):
        found = _choose(state, member, name, rule) if is_short(state.tokens[member]) else None
        if found is not None:
            return found
    return None


def alone(state: State, i: int) -> Unresolved | None:
    """``Lynch, 567 F. Supp. 2d at 468``, never cited in full: the mentions that follow will group with it."""
    if not isinstance(state.tokens[i], ShortCaseToken) and not is_short(state.tokens[i]):
        return None
    state.begin(i, full=False)
    refused = [entry.root for member in state.group(i) for entry in state.in_volume(member)]
    return Unresolved(NO_FULL_CITATION, candidates=tuple(refused))


def _choose(state: State, i: int, name: Name | None, rule: str) -> Link | None:
    """Choose among the authorities of one volume: by page, by name, by the nearest first page, by recency."""
    near = possible(state, i)
    if name is None:
        return _link(near, rule)
    agreeing = [item for item in near if not item[2].names or rank(name, item[2])]
    if agreeing:
        return _link(agreeing, rule)
    return _other_volume(state, state.tokens[i], name, rule) or _other_name(state, near, name, rule)


def possible(state: State, i: int) -> list[Near]:
    """Return the authorities of the volume that can have the page: cited in full, in the text, the nearest page."""
    page = pin_page(state.tokens[i])
    near: list[Near] = []
    for entry in state.in_volume(i):
        distance = entry.distance(page) if page is not None else 0
        if distance is not None:
            near.append((distance, -entry.last, entry))
    return sorted(near, key=lambda item: (not item[2].full, item[2].known, *item[:2]))


def _link(near: list[Near], rule: str) -> Link | None:
    """Link to the nearest; say so when another was about as near."""
    if not near:
        return None
    full, known = near[0][2].full, near[0][2].known
    near = [item for item in near if (item[2].full, item[2].known) == (full, known)]
    candidates = tuple([entry.root for _, _, entry in near])
    flags: tuple[str, ...] = () if full else ("no_full_citation",)
    if len(near) > 1 and near[1][0] <= AS_NEAR:
        flags = (*flags, "several_candidates")
    return Link(candidates[0], rule, candidates=candidates, flags=flags)


def _other_volume(state: State, token: Token, name: Name, rule: str) -> Link | None:
    """``Usavage, 923 F. Supp. 2d at 594`` for volume 932: the name is known in this series, one digit is wrong."""
    key, page = volume_key(token), pin_page(token)
    if key is None or page is None:
        return None
    for entry in state.names.find(name):
        for volume, first in entry.pages.items():
            fits = first is not None and 0 <= page - first <= LONGEST_OPINION
            if fits and volume[0] == key[0] and one_slip(volume[1], key[1]):
                return Link(entry.root, rule, candidates=(entry.root,), flags=("typing_fault",))
    return None


def _other_name(state: State, near: list[Near], name: Name, rule: str) -> Link | None:
    """``The Benzene Case, 448 U.S. at 640``: a nickname that no text defined, where volume and page leave no doubt."""
    close = [item for item in near if item[0] <= LONGEST_OPINION and item[2].full]
    if len(close) == 1 and not state.names.find(name):
        root = close[0][2].root
        return Link(root, rule, candidates=(root,), flags=("name_mismatch",))
    return None


def pin_page(token: Token) -> int | None:
    """Return the page that the pin names; database pages and paragraphs say nothing about the first page."""
    words = token.pins[0].text if token.pins else ""
    if not words and "page" in token.parts:
        words = token.parts["page"].text
    return number(words) if shape(words) == "page" else None
