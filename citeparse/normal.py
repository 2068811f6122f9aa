"""What the normalizer lends a document: how each kind of token is read and printed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from citeparse.authorities import Authority
from citeparse.span import Span
from citeparse.tokens import Token

if TYPE_CHECKING:
    from citeparse.citations import Citation

__all__ = ["Form", "Normal"]


class Form(NamedTuple):
    """How one kind of token is normalized."""

    canonical: Callable[[Token, Token | None], str]
    """Standard form of the core; the second argument is the token whose code or title it borrows."""
    authority: Callable[[Token, Token | None], Authority]
    """What it cites."""
    places: Callable[[Token, Token | None], Sequence[str]] | None = None
    """The subsections that it names, steps of the key below that of the authority."""
    listed: Callable[[Token, Token | None], tuple[Authority, ...]] | None = None
    """All that it cites, where it may list several sections."""
    merged: Callable[[Token, Token | None, Sequence[Token]], Authority] | None = None
    """What it cites with all that the tokens of its mentions tell, where they tell more."""


class Normal(NamedTuple):
    """What the normalizer lends a document."""

    forms: Mapping[type[Token], Form]
    court: Callable[[Sequence[Token], int | None], str | None]
    """courts-db id of a parallel group."""
    date: Callable[[Sequence[Token]], tuple[int | None, datetime.date | None]]
    """Year and day of a parallel group."""
    sentence: Callable[[str, Sequence[Token], int], Span | None]
    """The sentence that a citation supports."""
    quotation: Callable[[str, Sequence[Token], int], Span | None]
    """The quotation that it is the source of."""
    printed: Callable[[Citation], str]
    """A citation in standard form, with name, pins, court and date."""
