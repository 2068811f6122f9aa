"""Pages as courts and libraries publish them: what is read, and where it is in the source."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse
from citeparse.documents import parse_html, read_html
from citeparse.span import Span

PAGES = Path(__file__).parent / "pages"
TAG = re.compile(r"<[^>]*>")
MOMENT = 3

READ = {
    "entities": ("A &amp; B &lt;C&gt; &#167;&#xA7; &sect 5", "A & B <C> §§ § 5"),
    "no entities": ("AT&T R&D &nosuch; & &; &#; &#99999999999; &#x;", "AT&T R&D &nosuch; & &; &#; &#99999999999; &#x;"),
    "emphasis": ("<em>Id</em><i>.</i> <b>at</b> 5", "Id. at 5"),
    "white space": ("  <p>\n  One\n   two <b> three</b>\t</p>\n\n  ", "One two three"),
    "blocks": ("<p>One<p>Two<div>Three</div>Four", "One\n\nTwo\n\nThree\n\nFour"),
    "lines": ("One<br>two<BR/>three", "One\ntwo\nthree"),
    "lists": ("<ul><li>One<li>Two</ul>", "One\nTwo"),
    "tables": ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1\t2\n3"),
    "preformatted": ("<pre>a  b\n  c</pre>", "a  b\n  c"),
    "comments": ("a<!-- b -->c<!-->d<!--->e<!-- > -- > --!>f", "acdef"),
    "declarations": ("<!DOCTYPE html><?xml version='1'?></ x>a</>", "a"),
    "scripts": ("a<script>if (1 < 2) '</p>'</script >b<STYLE>x</sTyLe>c<title>d</title>", "abc"),
    "script never closed": ("a<script>b", "a"),
    "foreign": ("a<svg/>b<svg><text>c</text></svg>d<math><mi>x</mi></math>", "abd"),
    "attributes": ("<a href='a>b' title=\"c>d\" e=f>g</a>", "g"),
    "quotes in values": ("<a title=it's b\"c>d</a>", "d"),
    "less than": ("1 < 2 <3 a<b c", "1 < 2 <3 a"),
    "invisible": ("habeas cor\u00adpus&shy;&#8203;\ufeff 1<wbr>2", "habeas corpus 12"),
    "footnote with a period": ("a.<a href='#fn1'>1.</a> b<aside><a href='#ref_fn1'>1.</a> c", "a. b\n\n1. c"),
    "footnote mark": ("law.<sup>1</sup> Next", "law. Next"),
    "footnote mark between": ("law.<sup>[1]</sup><i>Id.</i> at 5<sup>2</sup>, 6<sup>*</sup>)", "law. Id. at 5, 6)"),
    "footnote link": ('U.S.<a href="#fn1">1</a> 5 <a href="/x">6</a>', "U.S. 5 6"),
    "nested footnote mark": ('a<sup id="r"><a class="x" href="#note-1">[1]</a></sup> b', "a b"),
    "footnote label": ('<p><sup>1</sup>See</p><p><a href="#ref_fn2">2</a> Id.</p>', "1 See\n\n2 Id."),
    "ordinals": ("2<sup>d</sup> Cir., 5<sup>th</sup> ed.", "2d Cir., 5th ed."),
    "star page": ("337 U.S. <span class='star-pagination'>*85</span> 541", "337 U.S. 541"),
    "page label": ('of <a class="page-label" id="p9">*9</a>Am. <page-number label="9">*9</page-number>x', "of Am. x"),
    "page without number": ('a <span class="page">the page</span>', "a the page"),
    "unknown": ("<foo>a</foo><x-y z>b", "ab"),
    "note in a note": ('a<sup class="x"><a href="#n2" role="doc-noteref">[n2]</a></sup>; b', "a; b"),
    "unclosed tag": ("a <b", "a"),
}

FOUND = {
    "courtlistener.html": [
        ("case", "258 F.3d 62", "Holz v. Rockefeller & Co.", ["72"]),
        ("case", "477 U.S. 317", "Celotex Corp. v. Catrett", ["322"]),
        ("case", "106 S.Ct. 2548", "Celotex Corp. v. Catrett", []),
        ("case", "91 L.Ed.2d 265", "Celotex Corp. v. Catrett", []),
        ("id", "Id.", None, ["73"]),
        ("statute", "28 U.S.C. §\u00a01331", None, []),
        ("case_short", "337 U.S. at 546", "Cohen", ["546"]),
        ("statute", "42 U.S.C. § 1983", None, []),
        ("rule", "Fed.R.Civ.P. 12(b)(6)", None, []),
        ("case_short", "258 F.3d at 71", "Holz", ["71"]),
    ],
    "caselaw.html": [
        ("statute", "OCGA § 51-2-5 (4)", None, []),
        ("case", "378 N.J. Super. 471", "Churchill v. State", ["478"]),
        ("case", "876 A.2d 311", "Churchill v. State", []),
        ("case", "142 N.J. 520", "Brill v. Guardian Life Ins. Co. of Am.", ["540"]),
        ("supra", "supra", "Churchill", []),
        ("case_short", "378 N.J. Super. at 479", "Churchill", ["479"]),
        ("statute", "42 U.S.C. § 1983", None, []),
        ("case", "95 F.Supp. 756", "Foley v. Roe", []),
    ],
}


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def pages() -> list[str]:
    return sorted(path.name for path in PAGES.glob("*.html"))


def test_there_are_pages():
    """The tests below look at something."""
    assert len(pages()) == 5


@pytest.mark.parametrize(("source", "text"), READ.values(), ids=READ)
def test_what_a_page_says(source, text):
    assert read_html(source).text.strip() == text


@pytest.mark.parametrize("name", FOUND)
def test_what_a_page_cites(name):
    """Emphasis, links, page numbers and footnote marks in a citation do not hide it."""
    found = [(c.kind, c.text, c.case_name, [p.printed for p in c.pins]) for c in parse_html(page(name)).citations]
    assert [row for row in found if row in FOUND[name]] == FOUND[name]
    assert len(found) <= len(FOUND[name]) + 1, "the caption's own citation at most"


def test_what_is_not_shown_is_not_cited():
    """Scripts, styles, comments, titles and what stands in for scripts are no part of the text."""
    text = parse_html(page("lii.html")).plain
    assert "U.S. Code §\u202f1983" in text
    for hidden in ("552", "1 U.S. 1", "1001", "3 U.S. 4", "LII"):
        assert hidden not in text
    keys = [c.key for c in parse_html(page("lii.html")).citations]
    assert "/us/usc/t28/s1343" in keys
    assert "/us/case/us/365/167" in keys
    assert keys[-1] == "/us/case/us/365/167"


def test_preformatted_pages_keep_their_lines():
    doc = parse_html(page("govinfo.html"))
    assert "\nSecurities Exchange Act of 1934 (15 U.S.C.\n78j(b))" in doc.plain
    chenery = next(c for c in doc.citations if c.text == "318 U.S. 80")
    assert (chenery.case_name, [p.printed for p in chenery.pins], chenery.year) == (
        "SEC v. Chenery Corp.",
        ["87"],
        1943,
    )
    assert '("Chenery")' in doc.plain


def test_broken_markup_is_read_as_browsers_do():
    doc = parse_html(page("broken.html"))
    assert doc.citations[0].case_name == "Holz v. Rockefeller & Co."
    assert doc.text[slice(*doc.citations[0].span)] == "258 <b>F.3d</i> 62"
    assert doc.citations[1].key == "/us/usc/t42/s1983"
    assert "1 U.S. 1" not in doc.plain


@pytest.mark.parametrize("name", pages())
def test_spans_lead_into_the_source(name):
    """The slice of the source says what was read, once its markup is taken out."""
    source = page(name)
    doc = parse_html(source)
    assert doc.citations
    assert doc.text == source
    for c in doc.citations:
        raw = source[slice(*c.span)]
        assert read_html(raw).text.split() == c.text.split()
        assert raw[0] not in "<> "
        assert raw[-1] != "<"
        assert doc.at(c.span.start) is c
        places = [c.full_span, *c.components.values(), *(p.span for p in c.pins), *(p.span for p in c.parentheticals)]
        assert all(0 <= start <= end <= len(source) for start, end in places)
        assert c.full_span.start <= c.span.start < c.span.end <= c.full_span.end


@pytest.mark.parametrize("name", pages())
def test_a_page_cites_what_its_text_cites(name):
    """Meaning is that of the text that was read; only the offsets are others."""
    doc = parse_html(page(name))
    plain = citeparse.parse(doc.plain)
    names = ("kind", "text", "canonical", "key", "court", "year", "signal", "cluster", "case_name", "docket")
    for one, other in zip(doc.citations, plain.citations, strict=True):
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
        assert str(one) == str(other)
    assert doc.authorities == plain.authorities


def test_pages_of_reporters_are_noted():
    """Page numbers in the text are no words of it, and are kept."""
    reading = read_html(page("courtlistener.html"))
    assert [p.label for p in reading.pages] == ["101", "102", "103"]
    assert all(reading.source[p.start :].startswith("<span") for p in reading.pages)
    assert reading.text[: reading.pages[0].plain].endswith("Holz v.")


def test_sentences_and_quotations_lie_in_the_source():
    source = "<p>It held. &ldquo;A <em>rule</em> is a rule.&rdquo; <i>Roe v. Doe</i>, 1 U.S. 2, 3 (1800).</p>"
    c = parse_html(source).citations[0]
    assert source[slice(*c.quotation)] == "&ldquo;A <em>rule</em> is a rule.&rdquo;"
    assert "rule is a rule" in TAG.sub("", source[slice(*c.sentence)])


markup = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<i>",
            "</i>",
            "<a href='#fn1'>",
            "</a>",
            "<sup>1</sup>",
            "<br>",
            "<",
            ">",
            "&amp;",
            "&sect;",
            "&",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<pre>",
            "</pre>",
            '"',
            "'",
            "<td>",
            "258 F.3d 62",
            "Id.",
            " at 5",
            " ",
            "\n",
            "42 U.S.C. § 1983",
            "<span class='page'>*5</span>",
            "\x00",
            "\ud800",
            "&#0;",
            "<b",
            "x",
            "1",
            ", ",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(markup, st.text(max_size=100)))
def test_text_is_woven_from_the_source(source):
    """Every stretch of the text has its place in the source, in order; the way back leads to the same stretch."""
    reading = read_html(source)
    places = reading.map
    last = 0
    for i, char in enumerate(reading.text):
        place = places.to_source(Span(i, i + 1))
        assert last <= place.start <= place.end <= len(source)
        last = place.start
        assert source[slice(*place)] == char or char in " \n\t" or "&" in source[slice(*place)]
    doc = parse_html(source)
    for c, inner in zip(doc.citations, doc.inner.citations, strict=True):
        assert places.to_plain(c.span) == inner.span
        assert places.to_plain(c.full_span) == inner.full_span


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a b='", "<!--", "<script>", "&", "<sup>1", "<p>", "<svg>", '<a class="page">', "</", "<b>x"]
)
def test_hurtful_pages_are_read_in_a_moment(piece):
    """200 KB of what never ends, closes or fits takes no longer than ordinary pages."""
    begin = time.process_time()
    read_html(piece * (200_000 // len(piece)))
    assert time.process_time() - begin < MOMENT


def test_footnotes():
    """A note is known with its mark; a label without a mark before it, or a mark without its note, is none."""
    page = "<p>One<sup>1</sup> two<sup>2</sup> three.</p><p>[7] no note</p><p>[1] The <i>first</i>.</p><p>More.</p><hr>"
    (note,) = read_html(page).notes
    assert page[note.start : note.end] == "[1] The <i>first</i>.</p><p>More.</p>"
    assert (note.label, page[note.mark :][:5]) == ("1", "<sup>")
