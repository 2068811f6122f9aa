"""① Tokens: one place where the text cites something, as printed, with nothing inferred from elsewhere.

One class per kind of form. A token's words are `Piece` values: strings with their offsets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from citeparse.span import Piece, Span

__all__ = [
    "AgencyToken",
    "BookToken",
    "ConstitutionToken",
    "DocketToken",
    "FullCaseToken",
    "IdToken",
    "JournalToken",
    "LegislativeToken",
    "NameWords",
    "NoteWords",
    "OtherToken",
    "ParentheticalWords",
    "RecordToken",
    "ReferenceToken",
    "RegulationToken",
    "RuleToken",
    "SectionToken",
    "ShortCaseToken",
    "StatuteToken",
    "SupraToken",
    "Token",
    "forms",
]

_BLANKS = frozenset("_-—")


@attrs.frozen
class NameWords:
    """The name printed before a citation: ``Holz v. Rockefeller & Co.``."""

    text: str
    """The whole name as printed, white space collapsed, without signal and docket number."""
    span: Span
    """Its place."""
    plaintiff: Piece | None = None
    """Words before the ``v.``; None when there is none."""
    defendant: Piece | None = None
    """Words after the ``v.``, or the party of ``In re Party``."""


@attrs.frozen
class ParentheticalWords:
    """One parenthetical after a citation, as printed."""

    text: str
    """Words inside the brackets."""
    span: Span
    """Place with its brackets."""
    type: str
    """``court_date``, ``weight``, ``alteration``, ``explanatory``, ``quoting``, ``citing``, ``defines`` …"""


@attrs.frozen
class NoteWords:
    """The footnote in which a citation stands."""

    number: Piece
    """Its number as printed before its words."""
    call: Span
    """Where the text calls it."""


@attrs.frozen(kw_only=True)
class Token:
    """One citation as the text prints it. Offsets index the text that was tokenized.

    >>> from citeparse.tokenizer import tokenize
    >>> (token,) = tokenize("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001).")
    >>> token.kind, token.text, token.series, token.name.text, token.parts["volume"]
    ('case', '258 F.3d 62', 'F.3d', 'Holz v. Rockefeller & Co.', Piece(text='258', start=31, end=34))
    """

    kind: ClassVar[str] = "other"
    """Kind of the citation made of it."""

    span: Span
    """The core: volume, reporter and page; title, code and section; ``Id.``"""
    text: str
    """The core as printed."""
    full_span: Span
    """From the signal or name to the closing parenthesis, history left out."""
    parts: Mapping[str, Piece] = attrs.field(factory=dict)
    """Named pieces of the core: ``volume``, ``reporter``, ``page``, ``title``, ``section`` …"""
    series: str = ""
    """Standard abbreviation of the reporter, code or rules that are named: ``F. Supp. 2d``, ``Cal. Penal Code``."""
    pins: tuple[Piece, ...] = ()
    """Pin cites as printed, one piece each, without ``at``: ``72``, ``*3``, ``¶ 9``, ``28:7–30:13``, ``595 n.4``."""
    signal: Piece | None = None
    """The signal that introduces this citation, itself only: ``See, e.g.``"""
    name: NameWords | None = None
    """Case name, short name, or author and title printed before the core."""
    docket: Piece | None = None
    """Docket number without ``No.``"""
    court: Piece | None = None
    """Words of the court/date parenthetical that name the court: ``2d Cir.``"""
    date: Piece | None = None
    """Words of it that give the date or year: ``Sept. 30, 2003``, ``2001``."""
    parentheticals: tuple[ParentheticalWords, ...] = ()
    """All parentheticals in order, the court/date one too."""
    parallel: int | None = None
    """Index of the first token of the parallel group that this one continues."""
    inside: int | None = None
    """Index of the token in whose parenthetical or history this one stands."""
    relation: str | None = None
    """How: ``quoting``, ``citing``, ``aff'd`` …"""
    history: bool = False
    """True when ``inside`` is a history relation, not a parenthetical."""
    string: int | None = None
    """Index of the first token of the string citation that this one continues."""
    note: NoteWords | None = None
    """The footnote in which it stands, where the text shows footnotes."""

    @property
    def blank(self) -> bool:
        """Whether volume or page is a placeholder: ``___ U.S. ___``."""
        return any(name in self.parts and self.parts[name].text[:1] in _BLANKS for name in ("volume", "page"))


class FullCaseToken(Token):
    """``258 F.3d 62``, ``2003 WL 22244673``, ``2015-Ohio-123``: parts ``volume``, ``reporter``, ``page``."""

    __slots__ = ()
    kind = "case"


class ShortCaseToken(Token):
    """``477 U.S. at 255``: parts ``volume``, ``reporter``; the page is the first pin."""

    __slots__ = ()
    kind = "case_short"


class DocketToken(Token):
    """A case cited by docket number alone: ``No. 06 Civ. 6331``; part ``docket``."""

    __slots__ = ()
    kind = "docket"


class IdToken(Token):
    """``Id.``, ``Ibid.``; parts ``volume``, ``page`` in ``5 id. 482`` after a reporter that is not known."""

    __slots__ = ()
    kind = "id"


class SupraToken(Token):
    """``supra``; the short name is ``name``; part ``note`` when a note is named."""

    __slots__ = ()
    kind = "supra"


class ReferenceToken(Token):
    """A short name with a pin and no reporter: ``Lynch at 468``."""

    __slots__ = ()
    kind = "reference"


class StatuteToken(Token):
    """``42 U.S.C. § 1983``, ``Pub. L. No. 111-148``: parts ``title``, ``code``, ``section``, ``volume``, ``page``."""

    __slots__ = ()
    kind = "statute"


class SectionToken(Token):
    """A bare section of a code cited elsewhere: ``§ 853(a)``; part ``section``."""

    __slots__ = ()
    kind = "section"


class RegulationToken(Token):
    """``29 C.F.R. § 1630.2(h)``, ``57 Fed. Reg. 11,568``: parts as of statutes."""

    __slots__ = ()
    kind = "regulation"


class ConstitutionToken(Token):
    """``U.S. Const. amend. XIV, § 1``: parts ``article``, ``amendment``, ``section``, ``clause``."""

    __slots__ = ()
    kind = "constitution"


class RuleToken(Token):
    """``Fed. R. Civ. P. 56(c)``, ``Local Rule 56.1``: parts ``set``, ``number``."""

    __slots__ = ()
    kind = "rule"


class RecordToken(Token):
    """``ECF No. 118-1``, ``Knowles Decl.``, ``Pl. Tr.``: parts ``party``, ``document``, ``number``."""

    __slots__ = ()
    kind = "record"


class JournalToken(Token):
    """``103 Harv. L. Rev. 1105``: parts ``volume``, ``reporter``, ``page``."""

    __slots__ = ()
    kind = "journal"


class BookToken(Token):
    """``Restatement (Second) of Torts § 402A``: parts ``title``, ``section``, ``page``."""

    __slots__ = ()
    kind = "book"


class LegislativeToken(Token):
    """``S. Rep. No. 98-225``, ``H.R. 647, 113th Cong.``"""

    __slots__ = ()
    kind = "legislative"


class AgencyToken(Token):
    """``U.S.S.G. § 4B1.1``, ``Rev. Proc. 2021-18``, ``63 O.I.C. 14``."""

    __slots__ = ()
    kind = "agency"


class OtherToken(Token):
    """Treaties, patents, web pages, cross-references into the document itself."""

    __slots__ = ()
    kind = "other"


def forms(base: type[Token] = Token) -> dict[str, type[Token]]:
    """Return the class of tokens of each kind, those that are derived from ours too.

    >>> forms()["id"].__name__, len(forms()) >= 17
    ('IdToken', True)
    """
    found = {base.kind: base}
    for form in base.__subclasses__():
        found |= forms(form)
    return found
