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
    """What the scan found, given to a rule.

    >>> Anchor("See Matter 12.", start=4, name=4, end=10, floor=0, row=None).end
    10
    """

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

    >>> Rule(name="matter", read=lambda anchor: None, words=("Matter",)).words
    ('Matter',)
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

SIGN, CAPITALISED, NUMBER, BLANK = 1, 2, 3, 4
"""Groups of the scan's pattern; those of patterns and of words in small letters follow."""

OPENING = 240
"""An anchor at the very beginning of a text stands in so many characters."""

_GAP = (
    r"(?=((?:-[0-9]{1,4}|[A-D](?= ))? ?[-‐‑–]?"
    r"[ \t\u00a0\u2000-\u200a\u202f]{0,4}(?:\r?\n[ \t\f]*){0,3}(?:\*[0-9]{1,5}\s*)?\[?)[A-Z(])"
)
"""A capital letter follows a number on the same line or the next; the group is what stands between, the letter of
``17A`` too."""
_BLANKS = rf"[_—-](?<![_-].)(?:(?<=_)_{{1,5}}|(?<=-)-{{1,5}}|(?<=—))(?=\s){_GAP}"
"""A volume that is not known yet: ``___ U.S. ___``."""


_NO_RULES: tuple[tuple[Rule, ...], frozenset[str]] = (), frozenset()


class Scanner:
    """The compiled anchors of an ordered table of rules."""

    __slots__ = ("_anchor", "_named", "_numbered", "_patterns", "_words")

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Build the indexes from the rules' tables; earlier rules win ties."""
        table = tuple(rules)
        self._numbered = _merge((rule, rule.numbered()) for rule in table if rule.numbered)
        named = [(rule, list(rule.named())) for rule in table if rule.named]
        self._named = _merge(named)
        first = _first_words([name for _, rows in named for name, _ in rows])
        self._words: dict[str, tuple[tuple[Rule, ...], frozenset[str]]] = {
            word: ((), follow) for word, follow in first.items()
        }
        for rule in table:
            for word in rule.words:
                others, follow = self._words.get(word, ((), frozenset()))
                self._words[word] = (*others, rule), follow
        self._patterns = tuple(rule for rule in table if rule.pattern)
        self._anchor = re.compile(self._grammar())

    def _grammar(self) -> str:
        """What follows a character that is no letter or digit: one alternative, and one group, a sort of anchor.

        The groups of words are empty and stand at the end: an alternative that begins with a plain character or class
        is refused by it alone.
        """
        signs = "".join(re.escape(w) for w in self._words if not w[0].isalnum())
        signs = signs or r"^\s\S"  # rules without signs: a class of no character at all
        return "|".join([
            rf"[^A-Za-z0-9](?:(?<=[{signs}])()",
            r"[A-Z][A-Za-z]*()",
            rf"[0-9]{{1,4}}{_GAP}",
            _BLANKS,
            *(rf"(?:{rule.pattern})()" for rule in self._patterns),
            *(rf"{branch}(?![a-z])()" for branch in _trie(w for w in self._words if w[0].isalpha() and w[0].islower())),
        ]) + ")"

    def scan(self, text: str) -> Iterator[Hit]:
        """Yield the cores of the text from left to right, none overlapping another."""
        floor = 0
        opening = self._anchor.match(" " + text[:OPENING])
        if opening is not None:
            best = _best(self._asked(text, opening, -1, 0), 0)
            if best is not None:
                floor = max(best.end, best.tail)
                yield best
        words = self._words
        for match in self._anchor.finditer(text):
            if match.lastindex == CAPITALISED and match.group()[1:] not in words:
                continue
            if match.start() + 1 < floor:
                continue
            best = _best(self._asked(text, match, 0, floor), floor)
            if best is not None:
                floor = max(best.end, best.tail)
                yield best

    def _asked(self, text: str, match: re.Match[str], shift: int, floor: int) -> list[Asked]:
        """Return the rules to which an anchor belongs, and what they are asked; ``shift``: from match to text."""
        kind = match.lastindex or 0
        start, end = match.start() + 1 + shift, match.end() + shift
        if kind in (NUMBER, BLANK):
            name = match.end(kind) + shift
            found = self._numbered.longest(text, name)
            if found is None:
                return []
            return [(rule, Anchor(text, start, name, found[1], floor, row)) for rule, row in found[0]]
        if BLANK < kind <= BLANK + len(self._patterns):
            return [(self._patterns[kind - BLANK - 1], Anchor(text, start, start, end, floor, None))]
        if kind == SIGN:
            start -= 1
        rules, follow = self._words.get(text[start:end], _NO_RULES)
        anchor = Anchor(text, start, start, end, floor, None)
        asked: list[Asked] = [(rule, anchor) for rule in rules]
        if follow and _goes_on(text, end, follow) and (found := self._named.longest(text, start)) is not None:
            asked += [(rule, Anchor(text, start, start, found[1], floor, row)) for rule, row in found[0]]
        return asked


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


def _trie(words: Iterable[str]) -> list[str]:
    """Compile words into patterns that read each character once, one for each first letter."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return [re.escape(char) + _branch(rest) for char, rest in sorted(tree.items())]


def _branch(node: Mapping[str, Any]) -> str:
    options = [re.escape(char) + _branch(rest) for char, rest in sorted(node.items()) if char]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return body + ("?" if "" in node else "")
