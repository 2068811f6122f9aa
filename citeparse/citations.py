"""③ Citations: one mention each, finished."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from citeparse.authorities import Authority
from citeparse.data.phrases import printed_signal, squeeze, treatment
from citeparse.data.plain import name_line
from citeparse.links import Answer, Link
from citeparse.pins import Pin, read_pins
from citeparse.span import Piece, Span
from citeparse.ties import reason
from citeparse.tokens import NameWords, ParentheticalWords, Token

if TYPE_CHECKING:
    from citeparse.document import Document

__all__ = ["Citation", "Document", "Inside"]


def __getattr__(name: str) -> Any:
    """Return the class of documents, which stands in a module of its own above this one."""
    if name == "Document":
        from citeparse.document import Document

        return Document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Inside(NamedTuple):
    """Where a nested citation stands."""

    host: Citation
    """The citation in whose parenthetical or history it is."""
    relation: str | None
    """``quoting``, ``citing``, ``cert. denied`` … as printed, in lower case; None when no word says it."""


@attrs.frozen(eq=False, repr=False)
class Citation:
    """One mention of an authority. Offsets index the text that was parsed, 0-based, end exclusive.

    >>> from citeparse import parse
    >>> text = "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73."
    >>> holz, again = parse(text).citations
    >>> holz.case_name, holz.court, holz.year, holz.signal, text[slice(*holz.span)]
    ('Holz v. Rockefeller & Co.', 'ca2', 2001, 'see', '258 F.3d 62')
    >>> again.kind, again.key, again.antecedent is holz, again.link.rule
    ('id', '/us/case/f3d/258/62', True, 'id')
    """

    document: Document
    """The document it stands in."""
    index: int
    """Its place among all mentions, `Document.every`."""

    @property
    def token(self) -> Token:
        """The words it is made of."""
        return self.document.tokens[self.index]

    @property
    def text(self) -> str:
        """The core as printed: ``258 F.3d 62``."""
        return self.token.text

    @property
    def span(self) -> Span:
        """Place of the core."""
        return self.token.span

    @property
    def full_span(self) -> Span:
        """From the signal or name to the closing parenthesis."""
        return self.token.full_span

    @property
    def kind(self) -> str:
        """``case``, ``case_short``, ``id``, ``supra``, ``statute`` … (see the reference for the list)."""
        return self.token.kind

    @property
    def components(self) -> dict[str, Span]:
        """Place of each named part that is printed here; what ``of the Code`` or ``id. 601`` borrows is not."""
        low, high = self.full_span
        pieces = self.token.parts.items()
        return {name: piece.span for name, piece in pieces if low <= piece.start and piece.end <= high}

    @property
    def canonical(self) -> str:
        """The core in standard form: ``477 U.S. at 255``, ``28 U.S.C. §§ 1331, 1343``."""
        return self.document.canonical(self.index)

    @property
    def authority(self) -> Authority | None:
        """What is cited; None when the mention could not be resolved."""
        return self.document.authority(self.index)

    @property
    def key(self) -> str | None:
        """Key of the authority with the subsections cited: ``/us/usc/t42/s1983/a/1``; None when unresolved."""
        return self.document.key(self.index)

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """All that is cited: ``§§ 1331 and 1343`` are two; after the first section of a range stands the range."""
        return self.document.listed(self.index)

    @property
    def urls(self) -> tuple[str, ...]:
        """Public addresses of what is cited, at the subsection where a site has anchors."""
        from citeparse.data.links import urls

        key = self.key
        return urls(key) if key is not None else ()

    @property
    def url(self) -> str | None:
        """The first of `urls`, or None when no address is known."""
        return next(iter(self.urls), None)

    @property
    def link(self) -> Answer:
        """How this mention was resolved, or why not; None for a first full citation."""
        return self.document.links[self.index]

    @property
    def antecedent(self) -> Citation | None:
        """The earlier citation that it leans on; None when that is no citation of this text (`KnownLink`)."""
        link = self.link
        return self.document.every[link.antecedent] if isinstance(link, Link) else None

    @property
    def reason(self) -> str | None:
        """Why no authority can be named, as said of the first mention that it leans on; None where there is one.

        >>> from citeparse import parse
        >>> [c.reason for c in parse("See Lynch, 567 F. Supp. 2d at 468. Id. at 469. 42 U.S.C. § 1983.").citations]
        ['no full citation', 'no full citation', None]
        """
        return None if self.authority is not None else reason(self.index, self.document.links)

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Pin cites printed here."""
        return read_pins(self.document.text, self.token.pins)

    @property
    def effective_pins(self) -> tuple[Pin, ...]:
        """Pin cites printed here, or those that a bare ``Id.`` takes over (Indigo Book R15.3.1)."""
        seen = self
        while seen.kind == "id" and not seen.token.pins:
            antecedent = seen.antecedent
            if antecedent is None or antecedent.index >= seen.index:
                break
            seen = antecedent
        return seen.pins

    @property
    def signal(self) -> str | None:
        """Signal that introduces it, in lower case: ``see, e.g.``"""
        return None if self.token.signal is None else printed_signal(self.token.signal.text)

    @property
    def governing_signal(self) -> str | None:
        """Signal that governs it, in lower case: its own, else the last one before it in the string citation."""
        governing = self.document.governing[self.index]
        return None if governing is None else self.document.every[governing].signal

    @property
    def case_name(self) -> str | None:
        """Case name or short name as printed here or in its parallel group."""
        name = self.token.name
        return None if name is None else name.text

    @property
    def plaintiff(self) -> str | None:
        """Party before the ``v.`` as printed."""
        return _party(self.token.name, "plaintiff")

    @property
    def defendant(self) -> str | None:
        """Party after the ``v.`` as printed."""
        return _party(self.token.name, "defendant")

    @property
    def court(self) -> str | None:
        """courts-db id, from the parenthetical or implied by a reporter of the group."""
        return self.document.court(self.index)

    @property
    def year(self) -> int | None:
        """Year printed with this citation or its parallel group."""
        return self.document.dated(self.index)[0]

    @property
    def date(self) -> datetime.date | None:
        """Day of decision when printed."""
        return self.document.dated(self.index)[1]

    @property
    def court_from(self) -> str | None:
        """Where the court is known from: ``printed``, its own ``reporter``, or the reporter of a ``parallel``."""
        if self.court is None or any(token.court is not None for token in self._group):
            return None if self.court is None else "printed"
        return "reporter" if self.document.normal.court([self.token], self.year) == self.court else "parallel"

    @property
    def year_from(self) -> str | None:
        """Where the year is known from: ``printed``, its own ``volume``, or the volume of a ``parallel``."""
        if self.year is None or any(token.date is not None for token in self._group):
            return None if self.year is None else "printed"
        return "volume" if self.document.normal.date([self.token])[0] == self.year else "parallel"

    @property
    def _group(self) -> list[Token]:
        return [self.document.tokens[i] for i in self.document.group(self.index)]

    @property
    def docket(self) -> str | None:
        """Docket number as printed, without ``No.``"""
        piece = self.token.docket or (self.token.parts.get("docket") if self.kind == "docket" else None)
        return None if piece is None else " ".join(piece.text.split())

    @property
    def parentheticals(self) -> tuple[ParentheticalWords, ...]:
        """Parentheticals in order."""
        return self.token.parentheticals

    @property
    def parallels(self) -> tuple[Citation, ...]:
        """The other citations of its parallel group."""
        return tuple([self.document.every[i] for i in self.document.group(self.index) if i != self.index])

    @property
    def footnote(self) -> str | None:
        """Number of the footnote in which it stands, where the text shows footnotes; None in the body of the text."""
        return None if self.token.note is None else self.token.note.number.text

    @property
    def inside(self) -> Inside | None:
        """The citation in whose parenthetical or history it stands, and the relation."""
        token = self.token
        if token.inside is None:
            return None
        relation = None if token.relation is None else " ".join(token.relation.lower().split())
        return Inside(self.document.every[token.inside], relation)

    @property
    def treatment(self) -> str | None:
        """What its history phrase means for the citation whose history it is; None when it is no history.

        ``affirmed``, ``reversed``, ``vacated``, ``overruled``, ``superseded``, ``review denied``, ``review granted``,
        ``pending``, ``modified``, ``remanded``, ``enforced`` or ``explained`` (Indigo Book R14).
        """
        token = self.token
        return treatment(squeeze(token.relation)) if token.history and token.relation else None

    @property
    def same_case(self) -> bool:
        """Whether it is a decision in the history of a case, and in that same case; one that overrules it is not."""
        return self.treatment is not None and self.treatment not in ("overruled", "superseded", "explained")

    @property
    def history(self) -> tuple[Citation, ...]:
        """Citations of its prior and subsequent history."""
        return tuple([self.document.every[i] for i in self.document.history(self.index)])

    @property
    def sentence(self) -> Span | None:
        """The sentence that it supports: the one before a citation sentence, else the one it stands in."""
        return self.document.normal.sentence(self.document.text, self.document.tokens, self.index)

    @property
    def quotation(self) -> Span | None:
        """The quotation that it is the source of, marks included; None when none ends right before it."""
        return self.document.normal.quotation(self.document.text, self.document.tokens, self.index)

    @property
    def cluster(self) -> str:
        """Value shared by all mentions of one authority in the document, resolved or not."""
        return self.document.cluster(self.index)

    def __str__(self) -> str:
        return self.document.normal.printed(self)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r} {self.span.start}:{self.span.end} → {self.key}>"


def _party(name: NameWords | None, which: str) -> str | None:
    piece: Piece | None = getattr(name, which) if name is not None else None
    return None if piece is None else name_line(piece.text)
