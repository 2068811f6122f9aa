"""The table of mentions: what its columns say, and what becomes of what is no text."""

from __future__ import annotations

import datetime
import json
import re

import pytest

import citeparse
from citeparse import parse, rows
from citeparse.documents import parse_html
from citeparse.rows import COLUMNS, Origin, Source, bad_row, mention_rows, source_rows

NAMES = [column.name for column in COLUMNS]
TYPES = {"string": str, "int": int, "date": datetime.date, "strings": list}

TEXT = """See Holz v. Rockefeller & Co., 258 F.3d 62, 72 & n.4 (2d Cir. 2001), cert. denied, 534 U.S. 1 (2001).
Id. Cf. Celotex Corp. v. Catrett, 477 U.S. 317, 322-23, 106 S. Ct. 2548 (1986) (quoting 28 U.S.C. §§ 1331, 1343).
Smith, 5 F.3d at 7. Doe v. Roe, No. 01 Civ. 5, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003)."""


def table(text: str) -> list[dict[str, object]]:
    """Return the rows of a text by the names of their columns."""
    return [dict(zip(NAMES, row, strict=True)) for row in mention_rows(parse(text))]


def column(text: str, name: str) -> list[object]:
    return [row[name] for row in table(text)]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("kind", ["case", "case", "id", "case", "case", "statute", "case_short", "case"]),
        (
            "text",
            [
                "258 F.3d 62", "534 U.S. 1", "Id.", "477 U.S. 317", "106 S. Ct. 2548", "28 U.S.C. §§ 1331, 1343",
                "5 F.3d at 7", "2003 WL 22244673",
            ],
        ),
        ("line", [1, 1, 2, 2, 2, 2, 3, 3]),
        (
            "authority",
            [
                "/us/case/f3d/258/62", "/us/case/us/534/1", "/us/case/f3d/258/62", *["/us/case/us/477/317"] * 2,
                "/us/usc/t28/s1331", None, "/us/case/wl/2003/22244673",
            ],
        ),
        ("authority_kind", ["case", "case", "case", "case", "case", "statute", None, "case"]),
        ("signal", ["see", None, None, "cf.", None, None, None, None]),
        ("pins", [["72 n.4"], [], [], ["322-323"], [], [], ["7"], []]),
        ("effective_pins", [["72 n.4"], [], ["72 n.4"], ["322-323"], [], [], ["7"], []]),
        ("antecedent", [None, None, 0, None, 3, None, None, None]),
        ("rule", [None, None, "id", None, "parallel", None, None, None]),
        ("unresolved", [*[None] * 6, "no full citation", None]),
        ("parallel", [None, None, None, None, 3, None, None, None]),
        ("inside", [None, 0, None, None, None, 3, None, None]),
        ("relation", [None, "cert. denied", None, None, None, "quoting", None, None]),
        ("treatment", [None, "review denied", *[None] * 6]),
        ("court", ["ca2", "scotus", None, "scotus", "scotus", None, None, "nysd"]),
        ("date", [*[None] * 7, datetime.date(2003, 9, 30)]),
        ("docket", [*[None] * 7, "01 Civ. 5"]),
    ],
)
def test_columns(name, values):
    """A column says of each mention what its meaning promises."""
    assert column(TEXT, name) == values


def test_a_list_of_sections_has_all_its_authorities():
    """A mention of two sections has both keys."""
    assert column(TEXT, "authorities")[5:7] == [["/us/usc/t28/s1331", "/us/usc/t28/s1343"], []]


def test_columns_are_well_named():
    """Names are unique, and every column has a known type and a meaning."""
    assert len(set(NAMES)) == len(NAMES)
    assert {c.type for c in COLUMNS} == set(TYPES)
    assert all(c.meaning and "\n" not in c.meaning for c in COLUMNS)


def test_values_have_the_type_of_their_column(root):
    """Whatever an opinion cites, a value is missing or of its column's type, and the table can be numbered back."""
    seen = set()
    for path in sorted((root / "tests" / "gold").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for number, row in enumerate(table(text)):
            for c in COLUMNS:
                value = row[c.name]
                assert value is None or type(value) is TYPES[c.type], c.name
                assert value is not None or c.type != "strings"
                seen |= set() if value in (None, []) else {c.name}
            assert row["mention"] == number
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["full_start"] <= row["start"] < row["end"] <= row["full_end"]
            assert (row["authority"] is None) == (row["unresolved"] is not None)
    assert seen == set(NAMES) - {"source", "id", "error"}


def test_rows_say_what_the_document_says():
    """What the published JSON form and the table both tell is the same."""
    doc = parse(TEXT)
    told = json.loads(doc.to_json())["citations"]
    for row, said in zip(mention_rows(doc), told, strict=True):
        named = dict(zip(NAMES, row, strict=True))
        both = named.keys() & said.keys() - {"pins", "date", "plaintiff", "defendant", "relation"}
        assert len(both) > 10
        assert {name: named[name] for name in both} == {name: said[name] for name in both}


def test_offsets_of_a_source_with_markup_are_those_of_the_source():
    """The rows of a page index the page."""
    page = "<p>See 42 U.S.C. &sect;&nbsp;<b>1983</b>.</p>"
    (row,) = mention_rows(parse_html(page))
    named = dict(zip(NAMES, row, strict=True))
    assert page[named["start"] : named["end"]] == "42 U.S.C. &sect;&nbsp;<b>1983"


def test_a_mention_of_what_is_unresolved_has_its_reason():
    """An ``Id.`` says why that on which it leans is not known."""
    assert column("See Lynch, 567 F. Supp. 2d at 468. Id. at 469.", "unresolved") == ["no full citation"] * 2


def test_origin_stands_first():
    """Every row begins with where its text comes from."""
    (row,) = mention_rows(parse("1 U.S. 1"), Origin("briefs.csv", 7, "B-7"))
    assert row[:4] == ("briefs.csv", 7, "B-7", 0)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (None, "missing"), (float("nan"), "missing"), (3.5, "not text but float"), (b"1 U.S. 1", "not text but bytes"),
        (["1 U.S. 1"], "not text but list"),
    ],
)
def test_error_what_is_no_text_is_one_row(value, error):
    """It keeps its place, says what is wrong, and has no mention."""
    (row,) = source_rows(Source(value, Origin("x.csv", 3, "id")))
    named = dict(zip(NAMES, row, strict=True))
    assert [name for name, held in named.items() if held] == ["source", "row", "id", "error"]
    assert named["error"] == error


def test_error_a_fault_in_one_text_spares_the_others(monkeypatch):
    """When reading a text fails its row says so; a missing package is no matter of the text."""

    def fails(text, court):
        raise {"deep": RecursionError, "lost": ModuleNotFoundError}[text]("too deep")

    monkeypatch.setattr(rows, "parse", fails)
    assert source_rows(Source("deep"))[0] == bad_row("RecursionError: too deep")
    with pytest.raises(ImportError):
        source_rows(Source("lost"))


def test_rows_can_be_written_in_utf8():
    """Halves of characters become U+FFFD, one for one, so that offsets hold."""
    for row in (*source_rows(Source("\ud800 Roe\udfff v. Doe, 1 U.S. 1", Origin(id="\ud800"))), bad_row("\udc80")):
        json.dumps(row, ensure_ascii=False).encode()
    (row,) = mention_rows(parse("\ud800\ud800 1 U.S. 1 (2d Cir. 1999)"))
    assert row[NAMES.index("start")] == 3


def test_court_is_passed_on():
    """The court that wrote the text tells which state's code is meant."""
    (row,) = source_rows(Source("Penal Code § 187.", court="cal"))
    assert row[NAMES.index("key")] == citeparse.parse("Penal Code § 187.", court="cal").citations[0].key
    assert row[NAMES.index("key")] != citeparse.parse("Penal Code § 187.").citations[0].key


def test_the_guide_lists_the_columns(root):
    """The guide has a table of the columns: name, type, meaning."""
    page = (root / "docs" / "guide" / "data.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", page, re.MULTILINE)
    assert listed == [(c.name, c.type, c.meaning) for c in COLUMNS]
