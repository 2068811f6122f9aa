"""Markdown: what a page says to its reader, with the place of each character (CommonMark 0.31, tables, footnotes)."""

from __future__ import annotations

import re

from citeparse.documents._inline import label_of, weave
from citeparse.documents._source import Mark, Reading, Weaver
from citeparse.span import Span

__all__ = ["read_markdown"]

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[\w-]{1,60}:)(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}+(?=[^`\n]*$)|~{3,}+)")
_RAW = re.compile(r"[ \t]{0,3}(?:<(script|style|textarea)(?=[\s>]|$)|<!--)", re.IGNORECASE)
_RULE = re.compile(r"[ \t]{0,3}(?:([-*_])(?:[ \t]*\1){2,}+|=+|-+)[ \t]*$")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?=[ \t]|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_DELIMITERS = re.compile(r"[ \t]*(?:\|[ \t]*:?-+:?[ \t]*\|?|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?)[ \t]*$")
_BULLET = re.compile(r"[ \t]*[-*+](?=[ \t])")
_NOTE = re.compile(r"[ \t]{0,3}\[\^([^\]\s]{1,60})\]:")
_DEFINITION = re.compile(r"[ \t]{0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?$")
_DEFINED = re.compile(r"^[ \t]{0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*\S", re.MULTILINE)


def read_markdown(source: str) -> Reading:
    r"""Return what a Markdown text says, without emphasis marks, addresses of links, footnote references and code.

    >>> read_markdown("See *Holz*,[^1] [258 F.3d 62](https://example.org) (2001).\n\n[^1]: 42 U.S.C. § 1983.").text
    'See Holz, 258 F.3d 62 (2001).\n\n1 42 U.S.C. § 1983.'
    """
    page = _Page(source)
    at = page.front_matter()
    while at < len(source):
        at = page.line(at)
    page.flush()
    return page.weaver.done("markdown")


class _Page:
    """The walk over the lines of one source."""

    __slots__ = ("labels", "lines", "source", "table", "weaver")

    def __init__(self, source: str) -> None:
        self.source = source
        self.weaver = Weaver(source)
        self.labels = frozenset(label_of(label) for label in _DEFINED.findall(source))
        self.lines: list[Span] = []
        self.table = False

    def front_matter(self) -> int:
        """Pass over the settings at the head of a page."""
        found = _FRONT_MATTER.match(self.source)
        return self.skip(0, found.end()) if found else 0

    def line(self, start: int) -> int:
        """Read the line at ``start`` and return the offset of the next one to be read."""
        after = self.source.find("\n", start) + 1 or len(self.source)
        begin, end = self.inside(start, after)
        if begin == end:
            self.flush()
            self.table = False
            return self.skip(start, after)
        fence = _FENCE.match(self.source, begin, end)
        if fence:
            return self.skip(start, self.fence_end(fence.group(1), after))
        raw = _RAW.match(self.source, begin, end)
        if raw:
            return self.skip(start, self.raw_end(raw))
        if self.lines and _DELIMITERS.match(self.source, begin, end):
            header = self.lines.pop()
            self.flush()
            self.table = True
            self.words(*header)
            return self.skip(start, after, "\n")
        if _DEFINITION.match(self.source, begin, end) or _RULE.match(self.source, begin, end):
            return self.skip(start, after)
        self.words(*self.opened(begin, end))
        return after

    def inside(self, start: int, after: int) -> tuple[int, int]:
        """Return the part of a line between the marks of quotations and the white space at its end."""
        end = after
        while end > start and self.source[end - 1].isspace():
            end -= 1
        quote = _QUOTE.match(self.source, start, end)
        return self.trimmed(quote.end() if quote else start, end), end

    def trimmed(self, begin: int, end: int) -> int:
        """Return where the words begin."""
        while begin < end and self.source[begin].isspace():
            begin += 1
        return begin

    def opened(self, begin: int, end: int) -> tuple[int, int]:
        """Return the words of a line without the mark of a heading, item or footnote that opens it."""
        heading = _HEADING.match(self.source, begin, end)
        opening = heading or _BULLET.match(self.source, begin, end) or _NOTE.match(self.source, begin, end)
        if opening is None:
            return begin, end
        self.skip(begin, opening.end())
        if opening.re is _NOTE:
            self.weaver.keep(*opening.span(1))
            self.weaver.gap(" ", opening.end(1), opening.end())
        begin = self.trimmed(opening.end(), end)
        if heading:
            closing = _CLOSING.search(self.source, begin, end)
            self.lines.append(Span(begin, closing.start() if closing else end))
            self.flush()
            begin = end
        return begin, end

    def words(self, begin: int, end: int) -> None:
        """Gather a line of a paragraph, or read a row of a table."""
        if begin < end and self.source[end - 1] == "\\":
            end -= 1
        if self.table:
            weave(self.weaver, [Span(begin, end)], self.labels, table=True)
            self.weaver.gap("\n", end, end)
        elif begin < end:
            self.lines.append(Span(begin, end))

    def flush(self) -> None:
        """Read the lines gathered so far; the paragraph ends here."""
        if self.lines:
            weave(self.weaver, self.lines, self.labels)
            self.weaver.gap("\n\n", self.lines[-1].end, self.lines[-1].end)
            self.lines = []

    def skip(self, start: int, end: int, white: str = "\n\n") -> int:
        """Read white space where the source has something else, and return the offset after it."""
        self.flush()
        self.weaver.gap(white, start, end)
        self.weaver.marks.append(Mark(start, end, "void", "p", wall=True))
        return end

    def fence_end(self, fence: str, at: int) -> int:
        """Return the offset after the fence that closes a block of code."""
        closing = re.compile(rf"^[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$\n?", re.MULTILINE)
        found = closing.search(self.source, at)
        return found.end() if found else len(self.source)

    def raw_end(self, raw: re.Match[str]) -> int:
        """Return the offset after a comment, script or style."""
        closing = re.escape(f"</{raw.group(1)}>") if raw.group(1) else "-->"
        found = re.compile(closing, re.IGNORECASE).search(self.source, raw.end())
        return found.end() if found else len(self.source)
