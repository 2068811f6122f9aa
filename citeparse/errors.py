"""What citeparse raises."""

from __future__ import annotations

from citeparse.span import Span

__all__ = ["CitationSyntaxError"]


class CitationSyntaxError(ValueError):
    """The text given to `citeparse.cite` is not exactly one citation.

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
        width = max(1, self.span.end - self.span.start)
        return f"{self.message}\n    {self.text}\n    {' ' * self.span.start}{'^' * width}"
