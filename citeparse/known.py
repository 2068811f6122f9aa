"""Authorities known beforehand: the case at hand, a brief's table of authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from citeparse.authorities import Authority
from citeparse.tokens import Token

if TYPE_CHECKING:
    from citeparse.document import Document

__all__ = ["Known"]


@attrs.frozen(eq=False, repr=False)
class Known:
    """An authority that the caller knows, with its full citation: what short forms are compared with.

    >>> from citeparse import parse
    >>> doc = parse("Holz, supra, at 73.", known=["Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"])
    >>> doc.known[0].authority == doc.citations[0].authority
    True
    """

    authority: Authority
    """What mentions of it cite."""
    document: Document
    """Its full citation, with the parallel ones, as a document of its own."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The full citation and its parallel citations; offsets index the text of `document`."""
        return self.document.tokens

    @property
    def base(self) -> Token | None:
        """The token that names its code or rules, which a bare section can borrow."""
        return next((token for token in self.tokens if token.series), None)

    def __repr__(self) -> str:
        return f"<Known {self.authority}>"
