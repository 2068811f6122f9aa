"""What citeparse raises."""

from __future__ import annotations

from citeparse.span import Span

__all__ = ["CitationSyntaxError"]


class CitationSyntaxError(ValueError):
    """Words given to `citeparse.cite`, or as known to `citeparse.parse`, are not exactly one citation.

    >>> print(CitationSyntaxError("a citation was expected", "hello", Span(0, 5)))
    a citation was expected
        hello
        ^^^^^
    """

    def __init__(self, message: str, text: str, span: Span) -> None:
        """Keep the message, the text and the place in it that is at fault."""
        super().__init__(message, text, span)
        self.message = message
        self.text = text
        self.span = span

    def __str__(self) -> str:
        before = self.text.rfind("\n", 0, self.span.start) + 1
        after = self.text.find("\n", self.span.start)
        line = self.text[before : after if after >= 0 else len(self.text)]
        start = self.span.start - before
        cut = max(0, start - _MARGIN)
        shown = "".join(c if c.isprintable() else " " for c in line[cut : cut + _WIDTH])
        width = max(1, min(self.span.end - self.span.start, len(shown) - (start - cut)))
        return f"{self.message}\n    {shown}\n    {' ' * (start - cut)}{'^' * width}"


_WIDTH = 100
"""So many characters of the line at fault are shown,"""
_MARGIN = 40
"""and so many of them stand before the fault at most."""
