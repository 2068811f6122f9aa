"""What a rule hands back: a core found in the text, before the structure around it is read."""

from __future__ import annotations

from typing import NamedTuple

from citeparse.tokens import ParentheticalWords, Token

__all__ = ["FoundName", "Hit"]


class FoundName(NamedTuple):
    """Offsets of a name and of its parties."""

    start: int
    end: int
    plaintiff: tuple[int, int] | None
    defendant: tuple[int, int] | None


class Hit:
    """A core: its form, place, pieces and the standard name of its series. Mutable, and never leaves the tokenizer.

    >>> from citeparse.tokens import OtherToken
    >>> Hit(OtherToken, 4, 13, {"number": (11, 13)}, series="Matter").parts
    {'number': (11, 13)}
    """

    __slots__ = (
        "court", "date", "docket", "end", "form", "full_end", "full_start", "history", "inside", "name",
        "nicknames", "parallel",
        "parentheticals", "parts", "pins", "relation", "series", "signal", "start", "string", "tail",
    )

    def __init__(
        self, form: type[Token], start: int, end: int, parts: dict[str, tuple[int, int]], series: str = "",
    ) -> None:
        """Note a core from ``start`` to ``end``; ``parts`` are offsets of its named pieces."""
        self.form = form
        self.start = start
        self.end = end
        self.parts = parts
        self.series = series
        self.full_start = start
        self.full_end = end
        self.tail = end  # where pins, parentheticals and parallels are read from
        self.pins: list[tuple[int, int]] = []
        self.signal: tuple[int, int] | None = None
        self.name: FoundName | None = None
        self.docket: tuple[int, int] | None = None
        self.court: tuple[int, int] | None = None
        self.date: tuple[int, int] | None = None
        self.nicknames: list[ParentheticalWords] = []
        self.parentheticals: list[ParentheticalWords] = []
        self.parallel: Hit | None = None
        self.inside: Hit | None = None
        self.relation: str | None = None
        self.history = False
        self.string: Hit | None = None
