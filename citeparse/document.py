"""③ Documents: a text with its citations, and the authorities that they cite."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from citeparse.authorities import Authority
from citeparse.citations import Citation
from citeparse.forms import Forms
from citeparse.known import Known
from citeparse.links import Answer, KnownLink, Link, Unresolved
from citeparse.normal import Normal
from citeparse.ties import LEANING, governing, groups, histories, lender, roots
from citeparse.tokens import IdToken, Token

if TYPE_CHECKING:
    from citeparse.documents.offsets import Offsets

__all__ = ["Document"]


@attrs.frozen(eq=False, repr=False)
class Document(Forms):
    """A text with all that it cites.

    >>> from citeparse import parse
    >>> doc = parse("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")
    >>> [c.key for c in doc.citations]
    ['/us/case/f3d/258/62', '/us/case/f3d/258/62']
    """

    text: str
    """The text that was parsed."""
    tokens: tuple[Token, ...]
    """① What the text says."""
    links: tuple[Answer, ...]
    """② What refers to what, one entry a token."""
    normal: Normal = attrs.field(repr=False)
    """③ How tokens are normalized."""
    known: tuple[Known, ...] = attrs.field(default=(), kw_only=True)
    """What the caller knew beforehand, whether the text cites it or not."""
    kinds: frozenset[str] | None = attrs.field(default=None, kw_only=True)
    """Kinds of mentions that were asked for; None for all."""

    @cached_property
    def every(self) -> tuple[Citation, ...]:
        """All mentions in text order, those of kinds that were not asked for too: one for each token."""
        return tuple([Citation(self, i) for i in range(len(self.tokens))])

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The mentions in text order: all, or those of the `kinds` that were asked for."""
        return self.every if self.kinds is None else tuple([c for c in self.every if c.kind in self.kinds])

    @cached_property
    def _roots(self) -> tuple[int, ...]:
        """For each token the first token of the same authority."""
        return roots(self.links)

    def _base(self, index: int) -> Token | None:
        """The token whose code or title token ``index`` borrows."""
        return lender(index, self.tokens, self.links, self.known)

    @cached_property
    def _authorities(self) -> dict[int, Authority | None]:
        return {}

    def authority(self, index: int) -> Authority | None:
        """Return what citation ``index`` cites, or None."""
        root = self._roots[index]
        if root not in self._authorities:
            self._authorities[root] = self._named(root)
        return self._authorities[root]

    def _named(self, root: int) -> Authority | None:
        first: int | None = root
        link = self.links[root]
        if isinstance(link, KnownLink) and link.same:
            return self.known[link.known].authority
        if isinstance(link, Unresolved):  # a short form at first, cited in full later
            first = next((i for i in self._members[root] if not isinstance(self.tokens[i], LEANING)), None)
        if first is None:
            return None
        token = self.tokens[self._whole(first)]
        form = self.normal.forms.get(type(token))
        if form is None:
            return None
        if form.merged is None:
            return form.authority(token, self._base(root))
        merged = form.merged(token, self._base(root), [self.tokens[i] for i in self._members[root]])
        return merged if merged.name is not None else self._called_as_before(first, merged)

    def _called_as_before(self, first: int, authority: Authority) -> Authority:
        """Give a decision in the history of a case the name of that case, when none is printed (Indigo Book R14)."""
        host = self.tokens[first].inside
        if host is None or not self.every[first].same_case:
            return authority
        main = self.authority(host)
        return authority if main is None else attrs.evolve(authority, name=main.name)

    @cached_property
    def _members(self) -> dict[int, list[int]]:
        """The tokens of each authority by the first."""
        found: dict[int, list[int]] = {}
        for i, root in enumerate(self._roots):
            found.setdefault(root, []).append(i)
        return found

    def key(self, index: int) -> str | None:
        """Return the key of what citation ``index`` cites, subsections included."""
        authority = self.authority(index)
        if authority is None:
            return None
        places = self._places(index)
        return f"{authority.key}/{'/'.join(places)}" if places else authority.key

    def _places(self, index: int) -> Sequence[str]:
        """The subsections that citation ``index`` names; those of its antecedent when it is a bare ``Id.``"""
        seen = 0
        while seen <= len(self.tokens):
            token = self.tokens[index]
            form = self.normal.forms.get(type(token))
            if form is None or form.places is None:
                return ()
            if type(token) is not IdToken:
                return form.places(token, None)
            link = self.links[index]
            if token.pins or not isinstance(link, Link) or link.antecedent >= index:
                return form.places(token, self._base(index))
            index = link.antecedent
            seen += 1
        return ()

    def listed(self, index: int) -> tuple[Authority, ...]:
        """Return all authorities that citation ``index`` cites, that by which it is grouped first."""
        authority = self.authority(index)
        if authority is None:
            return ()
        token = self.tokens[index]
        form = self.normal.forms.get(type(token))
        others = form.listed(token, self._base(index)) if form is not None and form.listed is not None else ()
        return (authority, *(other for other in others if other.key != authority.key))

    def _whole(self, root: int) -> int:
        """The first member of a parallel group that prints volume and page (``___ Mich. ___, 693 N.W.2d 381``)."""
        group = self.group(root)
        return next((i for i in group if not self.tokens[i].blank), root)

    def canonical(self, index: int) -> str:
        """Return the core of citation ``index`` in standard form."""
        token = self.tokens[index]
        form = self.normal.forms.get(type(token))
        return " ".join(token.text.split()) if form is None else form.canonical(token, self._base(index))

    def cluster(self, index: int) -> str:
        """Return the value shared by all mentions of the authority of citation ``index``."""
        authority = self.authority(index)
        return authority.key if authority is not None else f"#unresolved/{self._roots[index]}"

    @cached_property
    def _groups(self) -> dict[int, tuple[int, ...]]:
        """Members of parallel groups by the first member."""
        return groups(self.tokens)

    @cached_property
    def governing(self) -> tuple[int | None, ...]:
        """For each citation the index of the one whose signal governs it."""
        return governing(self.tokens)

    @cached_property
    def _histories(self) -> dict[int, list[int]]:
        return histories(self.tokens)

    def history(self, index: int) -> Sequence[int]:
        """Return the indexes of the prior and subsequent history of citation ``index``."""
        return self._histories.get(index, ())

    def group(self, index: int) -> tuple[int, ...]:
        """Return the indexes of the parallel group of citation ``index``, itself included."""
        first = self.tokens[index].parallel
        return self._groups.get(index if first is None else first, (index,))

    @cached_property
    def _told(self) -> dict[int, tuple[int | None, datetime.date | None, str | None]]:
        return {}

    def _tells(self, index: int) -> tuple[int | None, datetime.date | None, str | None]:
        """Year, day and court that the parallel group of citation ``index`` tells."""
        token = self.tokens[index]
        if token.court is None and token.date is None and "reporter" not in token.parts and "year" not in token.parts:
            return (None, None, None)
        group = self.group(index)
        known = self._told
        if group[0] not in known:
            tokens = [self.tokens[i] for i in group]
            year, day = self.normal.date(tokens)
            known[group[0]] = (year, day, self.normal.court(tokens, year))
        return known[group[0]]

    def court(self, index: int) -> str | None:
        """Return the courts-db id that citation ``index`` tells."""
        return self._tells(index)[2]

    def dated(self, index: int) -> tuple[int | None, datetime.date | None]:
        """Return year and day that citation ``index`` prints."""
        return self._tells(index)[:2]

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """What is cited, each once, in order of first mention."""
        return tuple(dict.fromkeys([a for a in [self.authority(c.index) for c in self.citations] if a is not None]))

    @cached_property
    def _mentions(self) -> dict[Authority, tuple[Citation, ...]]:
        found: dict[Authority, list[Citation]] = {}
        for citation in self.citations:
            if (authority := citation.authority) is not None:
                found.setdefault(authority, []).append(citation)
        return {authority: tuple(mentions) for authority, mentions in found.items()}

    def mentions(self, authority: Authority) -> tuple[Citation, ...]:
        """Return all citations of an authority, in order."""
        return self._mentions.get(authority, ())

    @property
    def unresolved(self) -> tuple[Citation, ...]:
        """Mentions whose authority is not known; `Citation.reason` says why."""
        return tuple(c for c in self.citations if c.authority is None)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    def at(self, offset: int) -> Citation | None:
        """Return the citation whose core covers ``offset``, or None."""
        i = bisect.bisect_right(self._starts, offset) - 1
        found = self.every[i] if i >= 0 and offset < self.tokens[i].span.end else None
        return found if found is None or self.kinds is None or found.kind in self.kinds else None

    @cached_property
    def offsets(self) -> Offsets:
        """Offsets of its text as editors and files count them: UTF-16 units, bytes, lines.

        >>> from citeparse import parse
        >>> doc = parse("🏛 42 U.S.C. § 1983")
        >>> doc.offsets.utf16(doc.citations[0].span.start), doc.at(doc.offsets.from_utf16(3)).kind
        (3, 'statute')
        """
        from citeparse.documents.offsets import Offsets

        return Offsets(self.text)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """Read what `to_dict` wrote; raises `ValueError` when it is not that."""
        from citeparse.convert import from_dict

        return from_dict(data)

    @classmethod
    def from_json(cls, words: str) -> Document:
        """Read what `to_json` wrote; raises `ValueError` when it is not that."""
        from citeparse.convert import from_json

        return from_json(words)

    def __reduce__(self) -> tuple[Any, ...]:
        from citeparse.packed import pack, unpack

        return unpack, pack(self)

    def __repr__(self) -> str:
        found = f"{len(self.tokens)} citations, {len(self.authorities)} authorities"
        return f"<Document {len(self.text)} characters, {found}>"
