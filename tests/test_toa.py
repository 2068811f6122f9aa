"""Tables of authorities: categories, order, pages, and the forms in which they are printed."""

from __future__ import annotations

import builtins
import io
import re

import pytest

import citeparse
from citeparse.documents import parse_html, parse_pages, table_of_authorities
from citeparse.documents.toa import CATEGORIES

TEXT = (
    "The Zebra Co. v. Yak, 1 U.S. 2, 3 (1800); 42 U.S.C. § 1983. Id. § 1985. U.S. Const. art. III, § 2.\f"
    "Zebra, 1 U.S. at 4. Fed. R. Civ. P. 56(c); Fed. R. Civ. P. 5. 29 C.F.R. § 1630.2(h). "
    "In re Apple, 5 F.3d 6 (1st Cir. 1999).\f"
    "Abel v. Cain, 7 F.3d 8 (1st Cir. 1999). 42 U.S.C. § 1983(a). ECF No. 12, at 3. Zebra, 1 U.S. at 9. "
    "8 U.S.C. § 1101. Black's Law Dictionary 712 (5th ed. 1979). 42 U.S.C. § 300a.\f"
    "Id. Zebra, 1 U.S. at 10; Zebra, 1 U.S. at 11."
)


@pytest.fixture
def doc():
    return citeparse.parse(TEXT)


def rows(table) -> dict[str, list[tuple[str, str]]]:
    return {section.title: [(e.authority.cite, e.reference) for e in section.entries] for section in table.sections}


def test_categories_and_order(doc):
    """Sup. Ct. R. 24.1(c): cases alphabetically, then constitutions, statutes and the rest; the record is none."""
    table = table_of_authorities(doc)
    assert rows(table) == {
        "Cases": [("7 F.3d 8", "3"), ("5 F.3d 6", "2"), ("1 U.S. 2", "1, 2, 3, 4")],
        "Constitutional Provisions": [("U.S. Const. art. III, § 2", "1")],
        "Statutes": [
            ("8 U.S.C. § 1101", "3"),
            ("42 U.S.C. § 300a", "3, 4"),
            ("42 U.S.C. § 1983", "1, 3"),
            ("42 U.S.C. § 1985", "1"),
        ],
        "Rules": [("Fed. R. Civ. P. 5", "2"), ("Fed. R. Civ. P. 56", "2")],
        "Regulations": [("29 C.F.R. § 1630.2", "2")],
        "Other Authorities": [("Black's Law Dictionary", "3")],
    }
    assert len(table) == 12
    assert [entry.authority.kind for entry in table][:3] == ["case"] * 3


def test_all_kinds_have_a_place():
    """Every kind of authority but the record is in one category."""
    kinds = [kind for _, kinds in CATEGORIES for kind in kinds]
    classes = [getattr(citeparse, name) for name in citeparse.__all__]
    known = {cls.kind for cls in classes if isinstance(cls, type) and issubclass(cls, citeparse.Authority)}
    assert sorted(kinds) == sorted(known - {"record"})


def test_short_forms_count(doc):
    """Short forms and ``Id.`` are mentions of their authority."""
    zebra = next(entry for entry in table_of_authorities(doc) if entry.authority.cite == "1 U.S. 2")
    assert [c.kind for c in zebra.mentions] == ["case", *["case_short"] * 4]


def test_what_is_not_resolved_has_no_entry():
    """A mention whose authority is not known stands in no table, and the others do."""
    doc = citeparse.parse("Saucier, 533 U.S. at 201; 42 U.S.C. § 1983.")
    assert [entry.authority.cite for entry in table_of_authorities(doc)] == ["42 U.S.C. § 1983"]


def test_several_in_one_mention():
    """Each section of a list is listed, a range as such, and a bare ``Id.`` mentions them all."""
    text = (
        "28 U.S.C. §§ 1331, 1343(a). 5 U.S.C. §§ 701-706. Id.; Fed. R. Civ. P. 12(b)(6), 56.\f"
        "28 U.S.C. §§ 1331, 1343. Id. Id. § 1367. 5 U.S.C. § 701."
    )
    assert rows(table_of_authorities(citeparse.parse(text))) == {
        "Statutes": [
            ("5 U.S.C. § 701", "2"),
            ("5 U.S.C. §§ 701-706", "1"),
            ("28 U.S.C. § 1331", "1, 2"),
            ("28 U.S.C. § 1343", "1, 2"),
            ("28 U.S.C. § 1367", "2"),
        ],
        "Rules": [("Fed. R. Civ. P. 12", "1"), ("Fed. R. Civ. P. 56", "1")],
    }


NOTED = """<p><span class="star-pagination">*10</span> One.<sup>1</sup> <span class="star-pagination">*11</span>
Two.{two} <span class="star-pagination">*12</span> Three: 3 U.S. 4 (1803).</p>
{notes}
<h2>Dissent</h2><p>Four: 7 U.S. 8 (1807).</p>"""
NOTE_FORMS = {
    "brackets": ("<sup>[2]</sup>", "<p>[1] 1 U.S. 2 (1800).</p>\n<p>[2] 5 U.S. 6 (1805).</p><p>Id.</p>"),
    "links back": (
        '<a class="footnotemark" href="#n2">2</a>',
        """<aside><a href="#ref_footnote_1">1.</a><p>1 U.S. 2 (1800).</p></aside>
        <aside><a href="#ref_footnote_2">2.</a><p>5 U.S. 6 (1805).</p><p>Id.</p></aside>""",
    ),
    "one label": ("<sup>1</sup>", "<div><p><sup>1</sup> 1 U.S. 2 (1800).</p><p><sup>1</sup> 5 U.S. 6.</p></div>"),
}


@pytest.mark.parametrize("form", NOTE_FORMS)
def test_footnotes_are_on_the_page_of_their_marks(form):
    """Notes stand at the end of a web page; what follows them is on the last page again."""
    two, notes = NOTE_FORMS[form]
    table = table_of_authorities(parse_html(NOTED.format(two=two, notes=notes)))
    pages = {entry.authority.cite: entry.reference for entry in table}
    assert pages == {"1 U.S. 2": "10", "3 U.S. 4": "12", "5 U.S. 6": "11", "7 U.S. 8": "12"}


def test_passim(doc):
    """What is on more pages than the threshold prints the word."""
    assert dict(rows(table_of_authorities(doc, passim=3))["Cases"])["1 U.S. 2"] == "passim"
    assert dict(rows(table_of_authorities(doc, passim=4))["Cases"])["1 U.S. 2"] == "1, 2, 3, 4"


def test_pages_by_offsets(doc):
    starts = [0, *(i + 1 for i, char in enumerate(TEXT) if char == "\f")]
    expected = rows(table_of_authorities(doc))
    assert rows(table_of_authorities(doc, starts)) == expected
    assert rows(table_of_authorities(doc, starts[1:])) == expected, "text before the first offset is the first page"
    assert rows(table_of_authorities(doc, lambda offset: TEXT.count("\f", 0, offset) + 1)) == expected
    assert rows(table_of_authorities(doc, "form_feeds")) == expected
    labelled = table_of_authorities(doc, list(zip(starts, ("i", "ii", "1", "2"), strict=True)))
    assert dict(rows(labelled)["Cases"])["1 U.S. 2"] == "i, ii, 1, 2"
    assert dict(rows(table_of_authorities(doc, first=11))["Cases"])["1 U.S. 2"] == "11, 12, 13, 14"


def test_pages_of_a_reporter():
    """Star pages of a source, or of a text; of two reporters the one with more pages is taken."""
    filling = "More of it follows here. " * 30
    marks = "".join(
        f"<p>{filling}<span class='star-pagination'>*{n}</span> Roe v. Doe, 1 U.S. 2 (1800). "
        + (f"<span class='star-pagination'>*{n // 2}</span>" if n % 2 else "")
        for n in range(394, 399)
    )
    html = table_of_authorities(parse_html(marks))
    assert [entry.reference for entry in html] == ["394, 395, 396, 397, 398"]
    text = re.sub("<[^>]*>", " ", marks)
    for found in (table_of_authorities(citeparse.parse(text), "stars"), table_of_authorities(parse_pages(text))):
        assert [entry.reference for entry in found] == ["394, 395, 396, 397, 398"]


def test_text_before_the_first_star_page():
    source = "1 U.S. 2. " + "".join(f"<span class='page-number'>*{n}</span> 3 U.S. 4. " for n in (5, 6))
    assert [entry.reference for entry in table_of_authorities(parse_html(source))] == ["4", "5, 6"]


def test_no_pages():
    table = table_of_authorities(citeparse.parse("42 U.S.C. § 1983."))
    assert not table.paged
    assert table.text() == "TABLE OF AUTHORITIES\n\nStatutes\n\n42 U.S.C. § 1983"
    assert table.markdown() == "## Table of Authorities\n\n### Statutes\n\n| Authority |\n|:--|\n| 42 U.S.C. § 1983 |\n"
    assert "Pages" not in table.html()
    assert table_of_authorities(citeparse.parse("42 U.S.C. § 1983."), "stars").paged is False


def test_nothing_cited():
    table = table_of_authorities(citeparse.parse("Nothing."))
    assert (len(table), table.text(), str(table)) == (0, "TABLE OF AUTHORITIES", "TABLE OF AUTHORITIES")


def test_error_pages():
    with pytest.raises(ValueError, match="not 'pages'"):
        table_of_authorities(citeparse.parse("1 U.S. 2"), "pages")


@pytest.mark.parametrize("width", [30, 50, 72, 100])
def test_text_has_leaders(doc, width):
    """Entries hang, leaders reach the pages at the right margin."""
    lines = table_of_authorities(doc).text(width).splitlines()
    assert all(len(line) <= width for line in lines)
    led = [line for line in lines if "...." in line]
    assert len(led) == 12
    assert {len(line) for line in led} == {width}


def test_long_lists_of_pages_wrap():
    text = "\f".join(["42 U.S.C. § 1983."] * 60)
    lines = table_of_authorities(citeparse.parse(text)).text(60).splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert " ".join(lines[6:]).split()[0].rstrip(",").isdigit()
    assert "59, 60" in lines[-1]


HOSTILE = "Roe <script>alert(1)</script> & *Sons* | v. Doe, 1 U.S. 2 (1800)."


def test_markdown_and_html_are_escaped():
    table = table_of_authorities(citeparse.parse(HOSTILE), [0])
    assert "<script" not in table.html()
    assert table._repr_html_() == table.html()
    assert "<script" not in table.markdown()
    assert all(line.count("|") - line.count("\\|") in (0, 3) for line in table.markdown().splitlines())


def test_names_of_cases_are_emphasized(doc):
    table = table_of_authorities(doc)
    assert "| *Abel v. Cain*, 7 F.3d 8" in table.markdown()
    assert "<tr><td><em>Abel v. Cain</em>, 7 F.3d 8" in table.html()
    assert "<caption>Constitutional Provisions</caption>" in table.html()


def test_word_document(doc, tmp_path):
    """Headings, entries with a leader of dots, names in italics; whatever the text holds."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    path = tmp_path / "toa.docx"
    table_of_authorities(doc).docx(path)
    paragraphs = docx.Document(str(path)).paragraphs
    first = next(iter(table_of_authorities(doc)))
    assert [p.text for p in paragraphs][:3] == ["Table of Authorities", "Cases", f"{first.text}\t3"]
    entry = paragraphs[2]
    assert (entry.runs[0].text, entry.runs[0].italic) == ("Abel v. Cain", True)
    assert entry.paragraph_format.tab_stops[0].leader == docx.enum.text.WD_TAB_LEADER.DOTS
    buffer = io.BytesIO()
    table_of_authorities(citeparse.parse("Roe \x00\ud800\x01 v. Doe, 1 U.S. 2 (1800).")).docx(buffer)
    assert buffer.getvalue()


def test_error_without_python_docx(doc, monkeypatch, tmp_path):
    """The message says what to install."""
    original = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] == "docx":
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=r"pip install 'citeparse\[docx\]'"):
        table_of_authorities(doc).docx(tmp_path / "x.docx")


def test_categories_can_be_chosen(doc):
    table = table_of_authorities(doc, categories=[("Federal Law", ("statute", "rule")), ("Record", ("record",))])
    assert list(rows(table)) == ["Federal Law", "Record"]
