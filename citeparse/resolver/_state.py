"""All that the resolver remembers while it walks once through the tokens.

Everything is found by a dictionary: identity, volume, word of a name, number of a section. Every list has a fixed
length, so that a token costs the same wherever in the document it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from citeparse.data._lazy import lazy
from citeparse.data.court_rules import rule_set
from citeparse.links import Link, Unresolved
from citeparse.resolver._codes import Codes
from citeparse.resolver._entry import Entry, Row
from citeparse.resolver._identity import (
    Key,
    by_number,
    code_key,
    code_numbers,
    cross_reference,
    identity,
    is_short,
    of_note,
    subsections,
    volume_key,
)
from citeparse.resolver._names import Names
from citeparse.resolver._notes import Notes, level_of
from citeparse.resolver._shape import is_code, natural, page_of, shape
from citeparse.resolver._words import Name
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    IdToken,
    JournalToken,
    OtherToken,
    RecordToken,
    ReferenceToken,
    RegulationToken,
    RuleToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
    Token,
)

__all__ = ["OUTSIDE", "State"]

OUTSIDE = -1
"""The level of citations that stand in no footnote, and in no other's parenthetical or history."""
MOST_BACK = 12
"""An Id. looks back at most this many citations."""
MOST_AHEAD = 12
"""So many citations are looked at for one that explains a short form before it."""
MOST_IN_VOLUME = 32
"""So many authorities of one volume are told apart: the last ones cited."""

_WORDS_ALONE = (IdToken, SupraToken, ReferenceToken)
"""Tokens that print nothing of the authority but a name."""
_AUTHORED = (BookToken, JournalToken)
_CODED = (StatuteToken, RegulationToken, RuleToken, ConstitutionToken, AgencyToken, BookToken)
_DOUBTED = "pin_mismatch"
_BORROWING = ("rule", "named_later")
"""Links of tokens that leave the name of their set to another token."""
_DEFINED = lazy(
    r"""
    [\s\[("“'‘,]* (?:hereinafter|hereafter)? [,:\s]* (?:the\s)? ["“'‘]?   # [hereinafter, “
    (?P<name>(?:[^"”’\[\]()]|’(?=\w)){2,60}?)                             # Twombly, Gov’t Resp.
    [,.]? [\s"”'’\])]* $                                                 # ”]
    """,
    re.VERBOSE | re.IGNORECASE,
)


class State:
    """What the tokens before the one at hand have shown. Indexes count the tokens known beforehand, too."""

    def __init__(self, known: Sequence[Token], tokens: Sequence[Token]) -> None:
        """Begin before the first token; ``known`` tokens come before the text's own."""
        self.tokens: tuple[Token, ...] = (*known, *tokens)
        self.first = len(known)
        self.entries: list[Entry | None] = [None] * len(self.tokens)
        self.sections = Codes()
        self.rules = Codes()
        self.names = Names()
        self.notes = Notes()
        self._keys: list[Key | bool | None] = [False] * len(self.tokens)
        self._called: list[Name | None] = [None] * len(self.tokens)
        self._identities: dict[Key, Entry] = {}
        self._volumes: dict[Key, list[Entry]] = {}
        self._levels: dict[int, list[int]] = {}
        self._groups: dict[int, list[int]] = {}
        self._later: dict[Key, list[int]] | None = None
        for i, token in enumerate(self.tokens):
            if token.parallel is not None:
                self._groups.setdefault(self.shifted(i, token.parallel), []).append(i)

    def shifted(self, at: int, index: int) -> int:
        """Turn an index that token ``at`` carries into an index of this state."""
        return index + self.first if at >= self.first else index

    def group(self, i: int) -> list[int]:
        """Return the parallel citations that begin with token ``i``, itself first."""
        return [i, *self._groups.get(i, ())]

    def grouped(self, i: int) -> bool:
        """Whether parallel citations continue token ``i``."""
        return i in self._groups

    def level(self, i: int) -> int:
        """Return in whose parenthetical or history, or in which footnote, token ``i`` stands."""
        token = self.tokens[i]
        if token.inside is not None:
            return self.shifted(i, token.inside)
        return OUTSIDE if token.note is None else level_of(token.note)

    def before(self, level: int) -> list[int]:
        """Return the last citations of a level, the nearest first."""
        return self._levels.get(level, [])[::-1]

    def later(self, key: Key, i: int) -> list[int]:
        """Return the first full citations after token ``i`` under a key: a section, or a rule's number."""
        if self._later is None:
            self._later = by_number(self.tokens)
        places = self._later.get(key, [])
        after = bisect_right(places, i)
        return places[after : after + MOST_AHEAD]

    def known(self, i: int) -> Entry | None:
        """Return the authority that a full citation, or a parallel citation of its group, has cited before."""
        entry = self.known_alone(i)
        if (entry is not None and entry.root < i) or i not in self._groups:
            return entry if entry is not None and entry.root < i else None
        members = [self.known_alone(member) for member in self._groups[i]]
        return next((entry for entry in members if entry is not None and entry.root < i), None)

    def known_alone(self, i: int) -> Entry | None:
        """Return the authority that this very core has cited before."""
        key = self._key(i)
        return self._identities.get(key) if key is not None else None

    def _key(self, i: int) -> Key | None:
        key = self._keys[i]
        if isinstance(key, bool):
            key = self._keys[i] = identity(self.tokens[i])
        return key

    def name(self, i: int) -> Name | None:
        """Return the name that token ``i`` prints."""
        token, name = self.tokens[i], self._called[i]
        if name is None and token.name is not None:
            name = self._called[i] = Name.of(token.name)
        elif name is None and isinstance(token, ReferenceToken):
            name = self._called[i] = Name.read(token.text)
        return name

    def in_volume(self, i: int) -> list[Entry]:
        """Return the authorities that are reported in the volume that token ``i`` names, the last one cited first."""
        key = volume_key(self.tokens[i])
        return self._volumes.get(key, [])[::-1] if key is not None else []

    def begin(self, i: int, *, full: bool) -> Entry:
        """Let token ``i`` be the first of an authority."""
        entry = self.entries[i] = self._entry(i, full=full)
        return entry

    def _entry(self, i: int, *, full: bool) -> Entry:
        return Entry(i, full=full, known=i < self.first)

    def promise(self, j: int) -> Entry:
        """Return the authority that a later token ``j`` will cite in full."""
        entry = self.known_alone(j)
        if entry is None:
            entry = Entry(j, full=True)
            key = self._key(j)
            if key is not None:
                self._identities[key] = entry
        return entry

    def note(self, i: int, answer: Link | Unresolved | None) -> None:
        """Remember token ``i`` and what was decided about it."""
        token = self.tokens[i]
        entry = self.entries[i]
        if entry is None:
            entry = self._cited(i, answer)
        if entry is not None:
            self.entries[i] = entry
            entry.last = max(entry.last, i) if entry.root <= i else i
            self._describe(i, token, entry, answer)
        if i < self.first:  # a list is nothing that an Id. could follow
            return
        if token.note is not None:
            self.notes.add(token.note, entry)
        if token.parallel is None and not token.history and not self._transparent(token, entry):
            last = self._levels.setdefault(self.level(i), [])
            last.append(i)
            if len(last) > MOST_BACK:
                del last[0]

    def _cited(self, i: int, answer: Link | Unresolved | None) -> Entry | None:
        if answer is None:
            key = self._key(i)
            entry = self._identities.get(key) if key is not None else None  # there when it was named later
            return entry if entry is not None and entry.root == i else self._entry(i, full=True)
        if isinstance(answer, Link):
            return self.entries[answer.antecedent] if answer.same else None
        return None

    @staticmethod
    def _transparent(token: Token, entry: Entry | None) -> bool:
        """Whether an Id. looks through it: places in the document itself (Indigo Book R6.2.2)."""
        if isinstance(token, SupraToken):
            return token.name is None and entry is None
        return isinstance(token, OtherToken) and cross_reference(token)

    def _describe(self, i: int, token: Token, entry: Entry, answer: Link | Unresolved | None) -> None:
        """Keep what short forms are compared with: pins, names, pages, numbers."""
        link = answer if isinstance(answer, Link) else None
        if token.pins and not (link is not None and _DOUBTED in link.flags):
            pin = token.pins[0].text
            pin_shape = shape(pin)
            if pin_shape and pin_shape not in entry.shapes:
                entry.shapes |= {pin_shape}
            if pin_shape == "page":
                entry.near = pin
        if isinstance(token, _WORDS_ALONE):
            return
        self._locate(i, token, entry)
        if token.parallel is None:
            self._name(i, token, entry)
        borrowed = link is not None and link.rule in _BORROWING
        if token.series and not borrowed and isinstance(token, _CODED) and is_code(token):
            self._number(i, token, entry)

    def _locate(self, i: int, token: Token, entry: Entry) -> None:
        """Let an authority be found by a core of its own."""
        key = self._key(i)
        if key is not None:
            if entry.known and i >= self.first and not isinstance(token, ShortCaseToken):
                entry.adopt(i)
            if self._identities.get(key) is entry and entry.usual:
                return
            self._identities[key] = entry
        entry.usual |= natural(token)
        volume = volume_key(token)
        if key is not None and "page" not in token.parts and not isinstance(token, RecordToken):
            entry.pages[(token.series,)] = 0
        elif volume is not None and volume not in entry.pages:
            entries = self._volumes.setdefault(volume, [])
            entries.append(entry)
            del entries[:-MOST_IN_VOLUME]
            entry.pages[volume] = None if is_short(token) else page_of(token)
        elif volume is not None and entry.pages[volume] is None and not is_short(token):
            entry.pages[volume] = page_of(token)

    def _name(self, i: int, token: Token, entry: Entry) -> None:
        """Let it be found by its name, and by the short names that a parenthetical defines."""
        if token.name is not None and token.name.text not in entry.printed:
            entry.printed = (*entry.printed[-3:], token.name.text)
            name = self.name(i)
            if name is not None:
                self.names.add(entry, name)
        if isinstance(token, _AUTHORED):
            for part in ("author", "title"):
                if part in token.parts:
                    self.names.add(entry, Name.read(token.parts[part].text))
        if "nickname" in token.parts:
            self.names.add(entry, Name.read(token.parts["nickname"].text))
        for words in token.parentheticals:
            if words.type == "defines":
                defined = _DEFINED.match(words.text)
                if defined is not None:
                    self.names.add(entry, Name.read(defined.group("name")))

    def _number(self, i: int, token: Token, entry: Entry) -> None:
        """Remember the sections or the rule that a full citation of a code names."""
        ruled = rule_set(token.series) if isinstance(token, RuleToken) else None
        kind = ruled.type if ruled is not None else ""
        codes = self.rules if isinstance(token, RuleToken) else self.sections
        codes.define(token, entry)
        key, whole = code_key(token), not of_note(token)
        for position, section in enumerate(code_numbers(token)):
            if not section:
                continue
            direct = position == 0 and whole
            below = subsections(token) if direct else ""
            row = codes.of_code(section, key)
            if row is None or (direct and not row.direct):
                row = Row(key, section, i, direct=direct, entry=entry if direct else self._entry(i, full=True))
                codes.add(row, below, kind)
            else:
                row.entry.last = i
                codes.touch(row, below)
            for cited in (row.entry, entry)[: 2 if position == 0 else 1]:
                cited.row = cited.row or row
