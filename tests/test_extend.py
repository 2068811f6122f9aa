"""Rules of an embedding tool: the examples of the guide run, and a table of rules changes nothing for other callers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citeparse import parse, tokenize
from citeparse.data import _files, codes, court_rules, record_words, reporters
from citeparse.tokenizer import RULES, Anchor, Hit, Rule, scanner
from citeparse.tokens import OtherToken

GUIDE = Path(__file__).parent.parent / "docs" / "guide" / "extend.md"
BLOCKS = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
ROWS = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
assert BLOCKS, "the guide shows code"


def read(anchor: Anchor) -> Hit | None:
    """``Matter 12``."""
    number = re.compile(r"\s([0-9]{1,4})(?![0-9])").match(anchor.text, anchor.end)
    return Hit(OtherToken, anchor.start, number.end(), {"number": number.span(1)}, "Matter") if number else None


MATTER = Rule(name="matter", read=read, words=("Matter",))
TEXT = "See Matter 12, at 3; Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)."


def test_guide() -> None:
    """The code blocks of the guide run one after another."""
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, str(GUIDE), "exec"), names)  # the guide is ours


@pytest.mark.parametrize("row", ROWS, ids=[row.strip().splitlines()[0] for row in ROWS])
def test_rows_of_the_guide(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows that the guide shows are rows that the tables' readers take."""
    import tomllib

    shown = tomllib.loads(row)
    assert list(shown)
    assert set(shown) <= {"us-nh", "set", "word", "edition"}
    assert shown.get("us-nh", {"codes": [{}]})["codes"][0].keys() <= {"form", "slug", "names", "bare"}
    for kind, keys in (("set", {"series", "key", "names"}), ("word", {"id", "form", "names", "plain"}), ("edition", {"standard", "name", "cite_type"})):
        for one in shown.get(kind, ()):
            assert one.keys() <= keys


def test_new_rows_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row added to each table is a citation: a code, a set of court rules, a document of the record, a reporter."""
    table = _files.table.__wrapped__ if hasattr(_files.table, "__wrapped__") else _files.table
    added = {
        "codes.toml": lambda raw: raw["us-nh"]["codes"].append({"form": "Zembla Code § {section}"}),
        "court_rules.toml": lambda raw: raw["set"].append(
            {"series": "Zembla R. Civ. P.", "key": "/zz/rule/civ-p", "names": ["Zembla Civil Rule"]},
        ),
        "record_words.toml": lambda raw: raw["word"].append({"id": "bodycam", "form": "document", "names": ["Bodycam"]}),
        "reporters.toml": lambda raw: raw["edition"].append(
            {"standard": "Zembla R.", "name": "Zembla Reports", "cite_type": "specialty"},
        ),
    }
    found = {}
    for name, add in added.items():
        raw = table(name)
        add(raw)
        found[name] = raw
    names = [*_names_with(monkeypatch, codes, found["codes.toml"], "first_names")]
    assert "Zembla Code" in names
    assert "Zembla Civil Rule" in _names_with(monkeypatch, court_rules, found["court_rules.toml"], "rule_names")
    assert "Bodycam" in _names_with(monkeypatch, record_words, found["record_words.toml"], "record_names")
    from citeparse.data import _editions

    assert "zemblar" in _names_with(monkeypatch, _editions, found["reporters.toml"], "reporters")


def _names_with(patch: pytest.MonkeyPatch, module: object, raw: dict[str, object], function: str) -> set[str]:
    """Return the names that a module reads from a changed table; its caches are filled afresh before and after."""
    own = next(iter(k for k in raw if k in ("us-nh", "set", "word", "edition")))
    original = vars(module)["table"]
    caches = [value for value in vars(module).values() if hasattr(value, "cache_clear")]
    patch.setitem(vars(module), "table", lambda name: raw if own in original(name) else original(name))
    for cache in caches:
        cache.cache_clear()
    try:
        result = vars(module)[function]()
        pairs = result.folded if hasattr(result, "folded") else dict(result)
        return set(pairs)
    finally:
        patch.undo()
        for cache in caches:
            cache.cache_clear()


def test_own_rule() -> None:
    """A rule of one's own is read with the structure around it: signal and pin."""
    mine, holz = parse(TEXT, rules=(*RULES, MATTER)).citations
    assert (mine.text, mine.signal, [pin.printed for pin in mine.pins]) == ("Matter 12", "see", ["3"])
    assert holz.key == "/us/case/f3d/258/62"


def test_other_callers_are_untouched() -> None:
    """Without the table the text is read as before, whatever was read in between."""
    before = tokenize(TEXT)
    assert len(tokenize(TEXT, (*RULES, MATTER))) == len(before) + 1
    assert tokenize(TEXT) == before


def test_scan_is_built_once() -> None:
    """One tuple of rules has one scan."""
    mine = (*RULES, MATTER)
    assert scanner(mine) is scanner(mine)


def test_reporters_know_our_names() -> None:
    """The names that the guide's rules use are in none of our tables."""
    assert reporters.edition("Zembla R.") is None
