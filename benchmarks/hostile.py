"""Families of hostile texts: each can be made of any size. Most are generated from the trigger tables of the rules.

A rule that is added to the table brings its own families: each of its words repeated, its characters repeated, its
names repeated, and pairs of triggers taking turns.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator

import attrs

from citeparse.tokenizer import RULES

__all__ = ["FIXED", "Family", "generated", "pairs", "triggers"]

SEED = 20

_COMPANY = ("1 U.S. 1", "1 F.3d", "(", ")", ";", "Foo v. Bar,")
"""What triggers take turns with besides each other."""


@attrs.frozen
class Family:
    """Texts of one pattern, of any size."""

    name: str
    make: Callable[[int], str]

    def text(self, size: int) -> str:
        """Return the text of so many characters."""
        return self.make(size)


def _repeated(unit: str, name: str = "") -> Family:
    """Repeat one unit to the size."""
    return Family(name or f"{unit!r} repeated", lambda size: (unit * (size // len(unit) + 1))[:size])


def _counted(name: str, units: Callable[[int], str]) -> Family:
    """Chain units that differ by a counter."""

    def make(size: int) -> str:
        parts, length = [], 0
        for number in itertools.count():
            parts.append(units(number))
            length += len(parts[-1])
            if length >= size:
                break
        return "".join(parts)[:size]

    return Family(name, make)


def _nested(opening: str, closing: str) -> Family:
    """Open half-way through, then close again."""

    def make(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + closing * depth

    return Family(f"{opening!r} nested", make)


_UNITS = (
    "(", ")", "[", "]", "()", "((", '"', "“", "”", "'", "’", "§", "§ ", "¶", "_", "*", "-", "–", ".", ". ", ",", ", ",
    ";", ":", "&", " ", "\n", "\n\n", "\t", "\u00a0", "\r\n", "0", "1", "1 ", "1, ", "1-", "1(", "a", "A", "A ", "A. ",
    "Aa ", "Aa, ", "aa ", "I", "XIV ", "é", "\u202e", "\ud800", "\x00", "𝔸", "a\u0301", "¹", "٣", "1 é",
    "é\u0301\u202e中 ", "Id. ", "Id. at 1. ", "id.; ", "Id. § 1. ", "Id. ¶ 1. ", "supra ", "Foo, supra, at 1. ",
    "supra note 1, ", "infra ", "See ", "See, e.g., ", "Cf. ", "(citing ", "(quoting ", "(quoting (quoting (",
    "(quoting Id. at 1 ", "quoting 1 U.S. 1 (", "a v. b v. c ", "A v. B v. C ", "v. ", "Foo v. ", "Foo v. Bar ",
    "In re ", "ex rel. ", "Foo & Bar Co., ", "of the ", "1 U.S. ", "1 U. S. 1 ", "1 U.S. 1, ", "1 U.S. at 1, ",
    "1 F.3d 1 (", "1 F.3d 1 (2d Cir. ", "Foo v. Bar, 1 U.S. 1, 2 (1999); ", "Foo v. Bar, 1 U.S. 1, 2 (1999), aff'd, ",
    "1 U.S. 1, 1 S. Ct. 1, 1 L. Ed. 1, ", "1 U.S. 1 (1999) (1999) ", "aff'd, ", "cert. denied, ", "2003 WL 1, at *1 ",
    "No. 1 ", "No. 06 Civ. 1, ", "ECF No. ", "ECF No. 1 at 1; ", "Dkt. 1-", "Pl. Tr. 1:1-1:1, ", "Foo Decl. ¶ 1; ",
    "42 U.S.C. § ", "42 U.S.C. § 1(a)(1); ", "§ 1, ", "§§ 1, 2, and 3 ", "1 U.S.C. §§ 1-", "(a)", "Rule 1",
    "Fed. R. Civ. P. 1(a); ", "Cal. Penal Code § 1, ", "U.S. Const. amend. XIV, § 1; ", "1 Harv. L. Rev. 1, ",
    "Restatement (Second) of ", "S. Rep. No. 1-", "Pub. L. No. 1-", "; 1 id. 1", "v. B, id. 1; ",
    "with 1 U.S. 1, ", "Am. Jur. 2d Contracts § 1; ", "Oxford English Dictionary, ",
)

_CHAINS: dict[str, Callable[[int], str]] = {
    "distinct cases": lambda n: f"A{n} v. B{n}, {n} F.3d {n}, {n + 1} (2d Cir. 1999). ",
    "distinct cases, cited again": lambda n: f"A{n} v. B, {n} U.S. {n} (1999). A{n // 2}, {n // 2} U.S. at {n}. ",
    "distinct cases and supra": lambda n: f"Party{n} v. B, {n} U.S. 1 (1999). Party{n // 2}, supra, at 1. ",
    "one name, many cases": lambda n: f"Foo v. Bar, {n} U.S. 1 (1999). Foo, supra, at 1. ",
    "distinct sections": lambda n: f"42 U.S.C. § {n}. See § {n // 2}. ",
    "distinct documents": lambda n: f"ECF No. {n} at 1. Foo{n} Decl. ¶ 1. Id. at 2. ",
    "one long list of sections": lambda n: f", {n}" if n else "42 U.S.C. §§ 1",
    "one long list of pins": lambda n: f", {n}" if n else "Foo v. Bar, 1 U.S. 1",
    "one long parallel group": lambda n: f", {n} F.3d {n}" if n else "Foo v. Bar, 1 U.S. 1",
    "one long history": lambda n: f", aff'd, {n} F.3d {n} (1999)" if n else "Foo v. Bar, 1 U.S. 1 (1999)",
    "one long string citation": lambda n: f"A{n} v. B, {n} F.3d {n} (2d Cir. 1999); " if n else "See ",
    "footnotes": lambda n: f"It was said.{n % 999 + 1} More.\n{n % 999 + 1} Foo{n}, supra note {n}, at 1. Id.\n\n",
    "footnotes that nothing calls": lambda n: f"It was said.{n % 7} More.\n{n % 5 + 1} See 1 U.S. 1, at once. Id.\n",
    "long names": lambda n: "of the Foo Co. " if n % 500 else "v. Bar, 1 U.S. 1 (1999). ",
}
"""Texts whose parts differ by a counter."""

FIXED: tuple[Family, ...] = (
    *map(_repeated, _UNITS),
    _nested("(", ")"),
    _nested("(quoting 1 U.S. 1 (1999) ", ")"),
    _nested("[“", "”]"),
    *(_counted(name, units) for name, units in _CHAINS.items()),
    _repeated("The court held that the plaintiff had no claim and dismissed it with costs ", "prose on one line"),
    _repeated("The court held that the plaintiff\nhad no claim, and dismissed it. ", "prose"),
)
"""Patterns that have hurt readers of citations."""


def triggers() -> tuple[str, ...]:
    """Return every word and sign that the rules are triggered by."""
    return tuple(dict.fromkeys(word for rule in RULES for word in rule.words))


def generated(names_each: int, forms: int | None = None) -> Iterator[Family]:
    """Yield families for every trigger word and character, and for some names of every rule's table.

    ``forms`` restricts in how many ways each is repeated.
    """
    for word in triggers():
        yield from (_repeated(form.format(word)) for form in ("{} 1 ", "{}", "{} ")[:forms])
    for char in sorted({char for word in triggers() for char in word}):
        yield _repeated(char)
    for rule in RULES:
        numbered = [name for name, _ in rule.numbered()] if rule.numbered else []
        named = [name for name, _ in rule.named()] if rule.named else []
        for name in _sample(numbered, names_each):
            yield from (_repeated(form.format(name)) for form in ("1 {} 1, ", "1 {} ")[:forms])
        for name in _sample(named, names_each):
            yield from (_repeated(form.format(name)) for form in ("{} 1; ", "{} ")[:forms])


def pairs(count: int | None = None) -> Iterator[Family]:
    """Yield pairs of triggers taking turns: all of them, or so many."""
    every = [f"{a} {b} " for a, b in itertools.permutations((*triggers(), *_COMPANY), 2)]
    yield from map(_repeated, every if count is None else _sample(every, count))


def _sample(values: Iterable[str], count: int) -> list[str]:
    kept = list(dict.fromkeys(values))
    return random.Random(SEED).sample(kept, min(count, len(kept)))  # noqa: S311 - the same choice every time
