"""The text of a document as paragraphs of HTML, its citations wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from citeparse.display._html import Html, element, escape
from citeparse.display._mentions import Mention
from citeparse.span import Span

__all__ = ["Wrap", "paragraphs"]

Wrap = Callable[[Mention, str], Html]
"""Gives the element of a mention with its words."""

_BLANK = re.compile(r"(?:\n[^\S\n]*(?=\n)|\x0c)(?:[^\S\n]*\n)*")
_COLUMN = re.compile(r"\S(?: {3}|\t)\s*\S")

_FULL_LINE = 0.75
"""Share of the measure from which a line was broken only because it was full."""
_WIDEST_MEASURE = 160
"""Longer lines are whole paragraphs: such a text was not broken at all."""


def paragraphs(text: str, mentions: Sequence[Mention], wrap: Wrap) -> Html:
    r"""Return the paragraphs of a text, which blank lines and form feeds divide outside of mentions.

    >>> paragraphs("One <1>.\n\n\nTwo.", (), lambda mention, words: element("b", words))
    '<p>One &lt;1&gt;.</p>\n<p>Two.</p>'
    """
    text = _flowing(text)
    found, at = [], 0
    for span in _divided(text, mentions):
        end = at
        while end < len(mentions) and mentions[end].span.start < span.end:
            end += 1
        columns = sum(_COLUMN.search(line) is not None for line in text[slice(*span)].split("\n")) > 1
        found.append(element("p", *_marked(text, span, mentions[at:end], wrap), class_="columns" if columns else None))
        at = end
    return Html("\n".join(found))


def _flowing(text: str) -> str:
    """Return the text, as long as before, with a space where a line ends only because it is full."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    lines = text.split("\n")
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    measure = lengths[len(lengths) * 19 // 20] if lengths else 0
    if not 0 < measure <= _WIDEST_MEASURE:
        return text
    return "".join(
        line + (" " if len(line.strip()) >= measure * _FULL_LINE and following[:1].strip() else "\n")
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )[:-1]


def _divided(text: str, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Yield the places of the paragraphs."""
    begin, at = 0, 0
    for blank in _BLANK.finditer(text):
        while at < len(mentions) and mentions[at].span.end <= blank.start():
            at += 1
        if at < len(mentions) and mentions[at].span.start < blank.start():
            continue
        if text[begin : blank.start()].strip():
            yield Span(begin, blank.start())
        begin = blank.end()
    if text[begin:].strip():
        yield Span(begin, len(text))


def _marked(text: str, span: Span, mentions: Sequence[Mention], wrap: Wrap) -> Iterator[Html]:
    at = span.start
    for mention in mentions:
        yield escape(text[at : mention.span.start])
        yield wrap(mention, " ".join(text[slice(*mention.span)].split()))
        at = mention.span.end
    yield escape(text[at : span.end].rstrip())
