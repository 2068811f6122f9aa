"""Rules of an embedding tool: the examples of the guide run, and a table of rules changes nothing for other callers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from citeparse import Link, Unresolved, parse, resolver, tokenize
from citeparse.data import _editions, codes, court_rules, record_words
from citeparse.data._files import table
from citeparse.data._names import fold
from citeparse.resolver import Decision, State
from citeparse.tokenizer import RULES, Anchor, Hit, Rule, scanner
from citeparse.tokens import AgencyToken, IdToken, StatuteToken

GUIDE = Path(__file__).parent.parent / "docs" / "guide" / "extend.md"
BLOCKS = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
ROWS = [tomllib.loads(row) for row in re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)]
assert BLOCKS, "the guide shows code"

READERS: dict[str, tuple[ModuleType, str, Callable[[], Iterable[str]]]] = {
    "us-nh": (codes, "codes.toml", lambda: dict(codes.first_names())),
    "set": (court_rules, "court_rules.toml", lambda: dict(court_rules.rule_names())),
    "word": (record_words, "record_words.toml", lambda: dict(record_words.record_names())),
    "edition": (_editions, "reporters.toml", lambda: _editions.reporters().folded),
}
"""Where a row of the guide belongs: its module, its file, and the names that are read from it."""


def read(anchor: Anchor) -> Hit | None:
    """``Matter 12``."""
    number = re.compile(r"\s([0-9]{1,4})(?![0-9])").match(anchor.text, anchor.end)
    return Hit(AgencyToken, anchor.start, number.end(), {"number": number.span(1)}, "Matter") if number else None


MATTER = Rule(name="matter", read=read, words=("Matter",))
TEXT = "See Matter 12, 3; Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)."


def test_guide() -> None:
    """The code blocks of the guide run one after another."""
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, str(GUIDE), "exec"), names)  # noqa: S102 - the guide is ours


@pytest.mark.parametrize("row", ROWS, ids=[next(iter(row)) for row in ROWS])
def test_rows_of_the_guide(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row that the guide shows, put into its table under other names, is read."""
    kind, value = next(iter(row.items()))
    module, file, names = READERS[kind]
    added = _renamed(value["codes"][0] if isinstance(value, dict) else value[0])
    tables = table(file)
    (tables[kind]["codes"] if isinstance(value, dict) else tables[kind]).append(added)
    caches = [member for member in vars(module).values() if hasattr(member, "cache_clear")]
    monkeypatch.setattr(module, "table", lambda name: tables if name == file else table(name))
    try:
        for cache in caches:
            cache.cache_clear()
        known = {fold(name) for name in names()}
    finally:
        monkeypatch.undo()
        for cache in caches:
            cache.cache_clear()
    assert {fold(name) for name in added.get("names", [added.get("standard")])} <= known


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    """Give a row names that no table has."""
    changed = dict(row)
    for key in ("form", "series", "standard"):
        if key in row and (key != "form" or "{section}" in row[key]):
            changed[key] = f"Zembla {row[key]}"
    for key in ("names", "plain"):
        if key in row:
            changed[key] = [f"Zembla {name}" for name in row[key]]
    return changed


def test_own_rule() -> None:
    """A rule of one's own is read with the structure around it: signal and pin."""
    mine, holz = parse(TEXT, rules=(*RULES, MATTER)).citations
    assert (mine.text, mine.signal, [pin.printed for pin in mine.pins]) == ("Matter 12", "see", ["3"])
    assert holz.key == "/us/case/f3d/258/62"


def test_own_resolution_rule() -> None:
    """A resolution rule of one's own is asked before ours, says what it says, and nobody else is asked it."""

    def never_id(state: State, i: int) -> Decision:
        """A house style in which Id. stands for nothing but cases."""
        before = state.before(state.level(i))
        statute = before and isinstance(state.tokens[before[0]], StatuteToken)
        return Unresolved("Id. after a statute", candidates=tuple(before[:1])) if statute else None

    text = "1 U.S. 1. Id. at 2. 42 U.S.C. § 1983. Id."
    table = (resolver.Rule("never_id", (IdToken,), never_id), *resolver.RULES)
    mine = [c.link for c in parse(text, resolution=table).citations]
    assert mine == [None, Link(0, "id", (0,)), None, Unresolved("Id. after a statute", (2,))]
    assert parse(text).citations[3].link == Link(2, "id", (2,))


def test_other_callers_are_untouched() -> None:
    """Without the table the text is read as before, whatever was read in between."""
    before = tokenize(TEXT)
    assert len(tokenize(TEXT, (*RULES, MATTER))) == len(before) + 1
    assert tokenize(TEXT) == before


def test_scan_is_built_once() -> None:
    """One tuple of rules has one scan."""
    mine = (*RULES, MATTER)
    assert scanner(mine) is scanner(mine)
