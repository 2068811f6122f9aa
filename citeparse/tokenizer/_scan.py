"""One pass over the text: find anchors, ask the rules that belong to them, keep cores that do not overlap.

An anchor is where a citation can be recognised by little: a number before a capital letter (``258 F.3d``),
the first word of a known name (``Fed. R. Civ. P.``), or a word of its own (``Id.``, ``§``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from citeparse.data._names import SPACING, NameIndex, fold_all
from citeparse.tokenizer._hit import Hit

__all__ = ["Anchor", "Rule", "Scanner"]


class Anchor(NamedTuple):
    """What the scan found, given to a rule."""

    text: str
    start: int
    """Where the anchor begins: the number, the name or the word."""
    name: int
    """Where the name begins: after the number if there is one."""
    end: int
    """After the name or word."""
    floor: int
    """End of the previous core: a rule that looks left stops there."""
    row: Any
    """The row of the rule's own table that the name belongs to; None for a word."""


@attrs.frozen(eq=False)
class Rule:
    """One family of citations: how its anchors look and how it reads there.

    A rule has any of the three kinds of anchor; ``read`` gets every one of them. Each rule is itself only: two that
    are alike are two rules.
    """

    name: str
    read: Callable[[Anchor], Hit | None]
    numbered: Callable[[], Iterable[tuple[str, Any]]] | None = None
    """Names that follow a number (reporters, ``U.S.C.``), with their rows."""
    named: Callable[[], Iterable[tuple[str, Any]]] | None = None
    """Names that stand first (``Fed. R. Civ. P.``, ``Cal. Penal Code``), with their rows."""
    words: tuple[str, ...] = ()
    """Words and signs that are anchors by themselves, spelled exactly: ``Id.``, ``§``."""
    pattern: str = ""
    """A pattern without groups, for an anchor that no list of words can say. It begins where a word does."""


BEGINNING = 24
"""The first word of a name and a letter more stand in so many characters."""
_BEGINNING = re.compile(rf"([^\W\d_]+)[{re.escape(''.join(sorted(SPACING)))}]*(.?)", re.DOTALL)
Found = tuple[Rule, Any]
Asked = tuple[Rule, Anchor]

NUMBER, CAPITALISED, OTHER_WORD = 2, 3, 4
"""Groups of the scan's pattern."""

_NUMBER = (
    r"((?:[0-9]{1,4}|(?<![_-])(?:_{2,6}|-{2,6}|—)(?=\s)))"
    r"(?=((?:-[0-9]{1,4}|[A-D](?= ))? ?-?[ \t\u00a0]{0,4}(?:\r?\n[ \t]*){0,3}(?:\*[0-9]{1,5}\s*)?\[?)[A-Z(])"
)
"""A volume, title or year: digits before a capital letter, on the same line or the next; the second group is what
stands between, the letter of ``17A`` too."""


class Scanner:
    """The compiled anchors of an ordered table of rules."""

    __slots__ = ("_anchor", "_first", "_named", "_numbered", "_patterns", "_words")

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Build the indexes from the rules' tables; earlier rules win ties."""
        table = tuple(rules)
        self._numbered = _merge((rule, rule.numbered()) for rule in table if rule.numbered)
        named = [(rule, list(rule.named())) for rule in table if rule.named]
        self._named = _merge(named)
        words: dict[str, tuple[Rule, ...]] = {}
        for rule in table:
            for word in rule.words:
                words[word] = (*words.get(word, ()), rule)
        self._words = words
        self._first = _first_words([name for _, rows in named for name, _ in rows])
        self._patterns = tuple(rule for rule in table if rule.pattern)
        self._anchor = re.compile(self._grammar())

    def _grammar(self) -> str:
        """One group a sort of anchor: number, capitalised word, other word, then the patterns of rules, then signs."""
        low = _trie(w for w in (*self._words, *self._first) if w[0].isalpha() and not w[0].isupper())
        patterns = "".join(f"|({rule.pattern})" for rule in self._patterns)
        signs = "".join(re.escape(w) for w in self._words if not w[0].isalnum())
        words = rf"(?<![A-Za-z0-9])(?:{_NUMBER}|([A-Z][A-Za-z]*)|({low})(?![a-z]){patterns})"
        return words + (f"|([{signs}])" if signs else "")

    def scan(self, text: str) -> Iterator[Hit]:
        """Yield the cores of the text from left to right, none overlapping another."""
        floor = 0
        words, first, patterns = self._words, self._first, self._patterns
        numbered, named = self._numbered.longest, self._named.longest
        for match in self._anchor.finditer(text):
            start, end = match.span()
            if start < floor:
                continue
            kind = match.lastindex
            asked: list[Asked] = []
            if kind == NUMBER:
                name = match.end(NUMBER)
                found = numbered(text, name)
                if found is None:
                    continue
                asked = [(rule, Anchor(text, start, name, found[1], floor, row)) for rule, row in found[0]]
            elif kind is not None and OTHER_WORD < kind <= OTHER_WORD + len(patterns):
                asked = [(patterns[kind - OTHER_WORD - 1], Anchor(text, start, start, end, floor, None))]
            else:
                word = match.group()
                if word in words:
                    anchor = Anchor(text, start, start, end, floor, None)
                    asked = [(rule, anchor) for rule in words[word]]
                follow = first.get(word)
                if follow is not None and _goes_on(text, end, follow) and (found := named(text, start)) is not None:
                    asked += [(rule, Anchor(text, start, start, found[1], floor, row)) for rule, row in found[0]]
                if not asked:
                    continue
            best = _best(asked, floor)
            if best is not None:
                floor = max(best.end, best.tail)
                yield best


def _best(asked: list[Asked], floor: int) -> Hit | None:
    """The leftmost, then longest, then first core of those that the rules of one anchor read."""
    if len(asked) == 1:
        rule, anchor = asked[0]
        hit = rule.read(anchor)
        return None if hit is None or hit.start < floor else hit
    best: Hit | None = None
    for rule, anchor in asked:
        hit = rule.read(anchor)
        if hit is None or hit.start < floor:
            continue
        if best is None or (hit.start, -hit.end) < (best.start, -best.end):
            best = hit
    return best


def _merge(tables: Iterable[tuple[Rule, Iterable[tuple[str, Any]]]]) -> NameIndex[tuple[Found, ...]]:
    """Index the names of all rules together; a name that several rules know keeps them in order."""
    merged: dict[str, tuple[Found, ...]] = {}
    for rule, rows in tables:
        table = list(rows)
        alone: dict[int, tuple[Found, ...]] = {}  # one value for all names of a row
        for key, (_, row) in zip(fold_all([name for name, _ in table]), table, strict=True):
            found = alone.get(id(row)) or alone.setdefault(id(row), ((rule, row),))
            before = merged.get(key)
            if before is None:
                merged[key] = found
            elif found[0] not in before:
                merged[key] = before + found
    return NameIndex(merged.items(), folded=True)


def _first_words(names: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return the letters with which names begin (as given, capitalised, in capitals), and what may come after them.

    An empty string among the latter says that a name is the word alone.
    """
    found: dict[str, set[str]] = {}
    matches = map(_BEGINNING.match, {name[:BEGINNING] for name in names})
    for word, after in {(m.group(1), m.group(2).lower()) for m in matches if m}:
        for spelling in {word, word.capitalize(), word.upper()}:
            found.setdefault(spelling, set()).update((after, after.upper()))
    return {word: frozenset(after) for word, after in found.items()}


def _goes_on(text: str, end: int, follow: frozenset[str]) -> bool:
    """Whether a name may go on after its first word: a look at the next letter or digit, no more."""
    if "" in follow:
        return True
    for char in text[end : end + 5]:
        if char not in SPACING:
            return char in follow
    return True


def _trie(words: Iterable[str]) -> str:
    """Compile words into one pattern that reads each character once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree) or r"(?!)"


def _branch(node: Mapping[str, Any]) -> str:
    options = [re.escape(char) + _branch(rest) for char, rest in sorted(node.items()) if char]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return body + ("?" if "" in node else "")
