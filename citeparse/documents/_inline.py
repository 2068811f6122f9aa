"""The inside of a Markdown paragraph: emphasis, links, code, footnote references, entities, tags (CommonMark 0.31)."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import attrs

from citeparse.documents._source import Mark, Weaver
from citeparse.documents.html import BLOCKS, INVISIBLE, REFERENCE, VOID
from citeparse.span import Span

__all__ = ["label_of", "weave"]

_EVENT = re.compile(
    rf"""
      (?P<escape>\\[!-/:-@\[-`{{-~])                                  # \*
    | (?P<tick>`+)                                                    # `code`
    | (?P<run>\*+|_+)                                                 # emphasis
    | (?P<note>\[\^[^\]\s]{{1,60}}\])                                 # [^1]
    | (?P<open>!?\[)
    | (?P<close>\])
    | (?P<address><[a-zA-Z][a-zA-Z0-9+.-]{{1,31}}:[^\s<>]{{0,2000}}>)  # <https://example.org>
    | (?P<comment><!--(?:-?>|.*?(?:-->|\Z)))
    | (?P<tag><(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]{{0,40}})(?:[\s/][^<>]{{0,500}})?>)
    | (?P<reference>{REFERENCE})                                      # &sect;
    | (?P<cell>\|)                                                    # between the cells of a table
    | (?P<invisible>{INVISIBLE})
    """,
    re.VERBOSE | re.DOTALL,
)
_NEXT = re.compile("[\\\\`*_!\\[\\]<&|\\u00ad\\u200b-\\u200d\\u2060\\ufeff]")
_INVISIBLE = re.compile(INVISIBLE)
_TAIL = re.compile(
    r"""
      \([ \t]*+ (?:<[^<>\n]{0,500}+>|(?:[^()\s\\<]|\\.|\((?:[^()\s\\]|\\.){0,200}+\)){0,500}+)  # (address
      (?:[ \t]++ (?:"(?:[^"\\]|\\.){0,300}+"|'(?:[^'\\]|\\.){0,300}+'|\((?:[^()\\]|\\.){0,300}+\)))?  # "title"
      [ \t]*+ \)
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_LONGEST_LABEL = 200
_NAMES = {1: "em", 2: "strong"}


def label_of(words: str) -> str:
    """Return the label of a link reference as references are compared: case and white space do not matter."""
    return " ".join(words.split()).casefold()


@attrs.define
class _Node:
    """A stretch of a paragraph: read as it is, as other words, or not at all."""

    start: int
    end: int
    words: str | None = None
    """What is read; None for the slice itself."""
    marks: list[Mark] = attrs.field(factory=list)
    gap: bool = False
    hidden: bool = False
    sign: str = ""
    """``*`` or ``_`` of a run of emphasis marks."""
    opens: bool = False
    closes: bool = False
    low: int = 0
    high: int = 0
    """What is left of the run."""


def weave(weaver: Weaver, lines: Sequence[Span], labels: AbstractSet[str], *, table: bool = False) -> None:
    """Read the lines of a paragraph; ``labels`` are those of the link references that the document defines."""
    paragraph = _Paragraph(weaver.source, labels, table=table)
    for number, (start, end) in enumerate(lines):
        if number:
            paragraph.nodes.append(_Node(lines[number - 1].end, start, "\n", gap=True))
        paragraph.line(start, end)
    _pair(paragraph.runs)
    for node in paragraph.nodes:
        _emit(weaver, node)


def _emit(weaver: Weaver, node: _Node) -> None:
    weaver.marks.extend(sorted(node.marks))
    if node.gap:
        weaver.gap(node.words or " ", node.start, node.end)
    elif node.hidden:
        weaver.hide(node.start, node.end)
    elif node.words is not None:
        weaver.put(node.words, node.start, node.end)
    elif node.sign:
        weaver.keep(node.low, node.high)
    else:
        weaver.keep(node.start, node.end)


class _Paragraph:
    """The nodes of a paragraph in order."""

    __slots__ = ("brackets", "labels", "nodes", "runs", "source", "table", "unclosed")

    def __init__(self, source: str, labels: AbstractSet[str], *, table: bool) -> None:
        self.source, self.labels, self.table = source, labels, table
        self.nodes: list[_Node] = []
        self.runs: list[_Node] = []
        self.brackets: list[_Node] = []
        self.unclosed: dict[int, int] = {}

    def line(self, start: int, end: int) -> None:
        """Add the nodes of one line."""
        begin = at = start
        while (found := _NEXT.search(self.source, at, end)) is not None:
            at = found.start()
            event = _EVENT.match(self.source, at, end)
            if event is None or (event.lastgroup == "cell" and not self.table):
                at += 1
                continue
            if begin < at:
                self.nodes.append(_Node(begin, at))
            begin = at = self.meet(event, start, end)
        if begin < end:
            self.nodes.append(_Node(begin, end))

    def meet(self, event: re.Match[str], low: int, high: int) -> int:
        """Add the nodes of one event of a line and return the offset at which to go on."""
        start, end = event.span()
        match event.lastgroup:
            case "escape":
                self.nodes.append(_Node(start, end, event.group()[1]))
            case "tick":
                return self.code(start, end, high)
            case "run":
                self.run(start, end, low, high)
            case "note":
                self.nodes.append(_Node(start, end, hidden=True, marks=[Mark(start, end, "void", "note", wall=True)]))
            case "open":
                self.brackets.append(_Node(start, end))
                self.nodes.append(self.brackets[-1])
            case "close":
                return self.close(start, high)
            case "tag":
                self.tag(event)
            case "reference":
                words = html.unescape(event.group())
                self.nodes.append(_Node(start, end, "" if _INVISIBLE.fullmatch(words) else words))
            case "cell":
                self.nodes.append(_Node(start, end, "\t", [Mark(start, end, "void", "td", wall=True)], gap=True))
            case _:
                self.nodes.append(_Node(start, end, "", [Mark(start, end, "void", "raw", wall=True)]))
        return end

    def code(self, start: int, end: int, high: int) -> int:
        """Read what stands between two equal runs of backticks as it is, or the run itself (6.1)."""
        size = end - start
        ticks = _ticks(size)
        found = None if self.unclosed.get(size, -1) == high else ticks.search(self.source, end, high)
        if found is None:
            self.unclosed[size] = high
            self.nodes.append(_Node(start, end))
            return end
        low, last = found.span()
        self.nodes += [
            _Node(start, end, "", [Mark(start, end, "open", "code")]),
            _Node(end, low),
            _Node(low, last, "", [Mark(low, last, "close", "code")]),
        ]
        return last

    def run(self, start: int, end: int, low: int, high: int) -> None:
        """Add a run of emphasis marks; what stands beside it tells whether it may open or close (6.2)."""
        before = self.source[start - 1] if start > low else " "
        after = self.source[end] if end < high else " "
        left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
        node = _Node(start, end, sign=self.source[start], low=start, high=end, opens=left, closes=right)
        if node.sign == "_":
            node.opens = left and (not right or not before.isalnum())
            node.closes = right and (not left or not after.isalnum())
        self.nodes.append(node)
        self.runs.append(node)

    def tag(self, event: re.Match[str]) -> None:
        start, end = event.span()
        name = event.group("name").lower()
        role = "void" if name in VOID else "close" if event.group("slash") else "open"
        mark = Mark(start, end, role, name, name in BLOCKS and name != "br")  # type: ignore[arg-type]
        self.nodes.append(_Node(start, end, BLOCKS.get(name, ""), [mark], gap=name in BLOCKS))

    def close(self, start: int, high: int) -> int:
        """Read ``]``: the end of a link when an address or a label that is defined belongs to it, else itself."""
        end = start + 1
        if not self.brackets:
            self.nodes.append(_Node(start, end))
            return end
        opener = self.brackets.pop()
        tail = _TAIL.match(self.source, end, high)
        if tail is None:
            tail = _REFERENCE.match(self.source, end, high)
            label = (tail.group(1) if tail else "") or self.source[opener.end : min(start, opener.end + _LONGEST_LABEL)]
            if label_of(label) not in self.labels:
                self.nodes.append(_Node(start, end))
                return end
        end = tail.end() if tail else end
        image = opener.end - opener.start == 2
        if image:
            self.drop_after(opener)
        else:
            self.brackets.clear()  # a link holds no link
        opener.words = ""
        if image:
            opener.marks = [Mark(opener.start, end, "void", "img", wall=True)]
            self.nodes.append(_Node(start, end, ""))
        else:
            opener.marks = [Mark(opener.start, opener.end, "open", "a")]
            self.nodes.append(_Node(start, end, "", [Mark(start, end, "close", "a")]))
        return end

    def drop_after(self, opener: _Node) -> None:
        """Read nothing of the words of an image."""
        while self.nodes[-1] is not opener:
            node = self.nodes.pop()
            if self.runs and self.runs[-1] is node:
                self.runs.pop()


@lru_cache(maxsize=64)
def _ticks(size: int) -> re.Pattern[str]:
    return re.compile(f"(?<!`)`{{{size}}}(?!`)")


def _pair(runs: Sequence[_Node]) -> None:
    """Find the marks that emphasize, by the delimiter stack of CommonMark; no search goes over what failed before."""
    stack: list[tuple[int, _Node]] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        length = run.end - run.start
        while run.closes and run.low < run.high:
            key = (run.sign, run.opens, length % 3)
            i = len(stack) - 1
            while i >= bottoms.get(key, 0) and not _fits(stack[i], (length, run)):
                i -= 1
            if i < bottoms.get(key, 0):
                bottoms[key] = len(stack)
                break
            opener = stack[i][1]
            _emphasize(opener, run)
            del stack[i + (opener.low < opener.high) :]
            bottoms = {name: min(low, len(stack)) for name, low in bottoms.items()}
        if run.opens and run.low < run.high:
            stack.append((length, run))


def _fits(opener: tuple[int, _Node], closer: tuple[int, _Node]) -> bool:
    """Whether two runs pair: equal signs, and the rule of three for runs that both open and close."""
    if opener[1].sign != closer[1].sign:
        return False
    both = opener[1].closes or closer[1].opens
    return not both or (opener[0] + closer[0]) % 3 != 0 or (opener[0] % 3 == 0 and closer[0] % 3 == 0)


def _emphasize(opener: _Node, closer: _Node) -> None:
    """Take one or two marks from the inner ends of two runs."""
    size = 2 if min(opener.high - opener.low, closer.high - closer.low) >= 2 else 1
    opener.marks.append(Mark(opener.high - size, opener.high, "open", _NAMES[size]))
    opener.high -= size
    closer.marks.append(Mark(closer.low, closer.low + size, "close", _NAMES[size]))
    closer.low += size
