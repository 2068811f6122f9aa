"""Markdown: what is read, and where it is in the source."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeparse.documents import parse_markdown, read_markdown
from citeparse.span import Span

OPINION = (Path(__file__).parent / "pages" / "opinion.md").read_text(encoding="utf-8")
MOMENT = 3

READ = {
    "emphasis": ("*Id.* **at** ***5*** _a_ __b__", "Id. at 5 a b"),
    "emphasis over lines": ("*Holz v.\nRockefeller*, 1", "Holz v.\nRockefeller, 1"),
    "emphasis nested": ("**a *b* c** *d **e** f*", "a b c d e f"),
    "emphasis half open": ("**a* b", "*a b"),
    "emphasis unpaired": ("at *9; Foo, at *10 _x", "at *9; Foo, at *10 _x"),
    "stars of pages": ("at \\*9 and 2*3*4", "at *9 and 234"),
    "blanks": ("___ U.S. ___, 145 S. Ct. 5; a_b_c __init", "___ U.S. ___, 145 S. Ct. 5; a_b_c __init"),
    "escapes": (r"\*a\* \_ \[b\] \\ 1\. \q", r"*a* _ [b] \ 1. \q"),
    "links": ('[a](http://x/(y) "z") [b](<u v>) [c]() [d](e f)', "a b c [d](e f)"),
    "links by reference": ("[a][R] [r] [r][] [b][q]\n\n[r]: /u 'T'", "a r r [b][q]"),
    "brackets": ("[A]ll [64 Cal.Rptr. 58] [ x ] ]", "[A]ll [64 Cal.Rptr. 58] [ x ] ]"),
    "images": ("a ![1 U.S. *2*](p.png) b", "a  b"),
    "addresses": ("a <https://x.y/?1+U.S.+2> b", "a  b"),
    "code": ("`42 U.S.C. § 1` ``a ` b`` `c", "42 U.S.C. § 1 a ` b `c"),
    "entities": ("&sect;&nbsp;1 &amp; &x; &#167;", "§\u00a01 & &x; §"),
    "tags": ("<i>Id</i>. a<br>b <x y='z'>c < d <e", "Id. a\nb c < d <e"),
    "headings": ("# One #\nTwo\n===\nThree\n---\nFour\n## Five", "One\n\nTwo\n\nThree\n\nFour\n\nFive"),
    "rules": ("a\n\n***\n\nb\n- - -\nc", "a\n\nb\n\nc"),
    "items": ("- a\n* b\n+ c\n1. d\n2) e", "a\n\nb\n\nc\n1. d\n2) e"),
    "quotations": ("> a\n> b\n>\n> > c\nd", "a\nb\n\nc\nd"),
    "tables": ("|a|b|\n|-|:-:|\n|c|*d*|\n\n|e|", "a\tb\nc\td\n\n|e|"),
    "fences": ("a\n```py\nb\n```\nc\n~~~~\nd\n~~~\n~~~~\ne", "a\n\nc\n\ne"),
    "fence never closed": ("a\n```\nb", "a"),
    "comments": ("a\n<!-- b\n\nc --> d <!-- e --> f", "a\n\nd  f"),
    "scripts": ("a\n<script>\n\nb\n</script>\nc", "a\n\nc"),
    "footnotes": ("a[^1], b.[^x] C\n\n[^1]: d\n    e\n[^x]: f", "a, b. C\n\n1 d\ne\n\nx f"),
    "front matter": ("---\na: 1 U.S. 1\n---\nb", "b"),
    "no front matter": ("---\nb\n---\nc", "b\n\nc"),
    "hard breaks": ("a  \nb\\\nc", "a\nb\nc"),
    "windows": ("a\r\n\r\nb\r\n", "a\n\nb"),
}

FOUND = [
    ("42 U.S.C. § 1983", "42 U.S.C. § 1983"),
    ("258 F.3d 62", "258 **F.3d** 62"),
    ("___ U.S. ___", "___ U.S. ___"),
    ("145 S. Ct. 12", "145 S. Ct. 12"),
    ("Id.", "Id."),
    ("2020 WL 1033792", "2020 WL 1033792"),
    ("2019 WL 3", "2019 WL 3"),
    ("5 U.S.\n137", "5 U.S.\n> 137"),
    ("5 U.S.C. § 552", "5 U.S.C. § 552"),
    ("18 U.S.C. § 1001", "18 U.S.C. § 1001"),
    ("95 F. Supp. 756", "95 F. Supp. 756"),
    ("28 U.S.C.\u00a0§ 1331", "28 U.S.C.&nbsp;&sect; 1331"),
    ("327 U.S. 678", "327 U.S. 678"),
    ("28 U.S.C. § 1343", "28 U.S.C. § 1343"),
]


@pytest.mark.parametrize(("source", "text"), READ.values(), ids=READ)
def test_what_a_text_says(source, text):
    assert read_markdown(source).text.strip() == text


def test_what_an_opinion_cites():
    """Links, quotations, tables, notes and code in line are read; blocks of code, comments and settings are not."""
    doc = parse_markdown(OPINION)
    assert [(c.text, doc.text[slice(*c.span)]) for c in doc.citations] == FOUND
    names = {c.text: c.case_name for c in doc.citations}
    assert names["258 F.3d 62"] == "Holz v. Rockefeller & Co."
    assert names["5 U.S.\n137"] == "Smith v. Jones"
    pins = {c.text: [p.printed for p in c.pins] for c in doc.citations}
    assert (pins["258 F.3d 62"], pins["2020 WL 1033792"], pins["2019 WL 3"]) == (["72"], ["*9"], ["*4"])


pieces = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "]",
            "](",
            "(",
            ")",
            "![",
            "[^1]",
            "[^1]: ",
            "[r]: /u",
            "\n",
            "\n\n",
            "> ",
            "# ",
            "- ",
            "|",
            "|-|-|",
            "```",
            "---",
            "<!--",
            "-->",
            "<b>",
            "<",
            "&sect;",
            "\\",
            '"',
            "258 F.3d 62",
            "Id.",
            " at *5",
            " ",
            "x",
            "1. ",
            "42 U.S.C. § 1983",
            "\t",
            "\x00",
            "\ud800",
            "\r\n",
            "\u00ad",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(pieces, st.text(max_size=100)))
def test_text_is_woven_from_the_source(source):
    """Every stretch of the text has its place in the source, in order; the way back leads to the same stretch."""
    doc = parse_markdown(source)
    places = doc.reading.map
    last = 0
    for i, char in enumerate(doc.plain):
        place = places.to_source(Span(i, i + 1))
        assert last <= place.start <= place.end <= len(source)
        last = place.start
        words = source[slice(*place)]
        assert words == char or char in " \n\t" or "&" in words or words == f"\\{char}"
    for c, inner in zip(doc.citations, doc.inner.citations, strict=True):
        assert places.to_plain(c.span) == inner.span
        assert places.to_plain(c.full_span) == inner.full_span


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[]",
        "*a ",
        "*a* _",
        "a_b*",
        "``` `` ",
        '<a b="',
        '[a](x "',
        "> ",
        "```\n",
        "|a\n|-|\n",
        "*[`<&",
        "[a](",
        "![",
        "\\",
        "<!--",
    ],
)
def test_hurtful_texts_are_read_in_a_moment(piece):
    """100 KB of what never ends, closes or fits takes no longer than ordinary texts."""
    begin = time.process_time()
    read_markdown(piece * (100_000 // len(piece)))
    assert time.process_time() - begin < MOMENT


def test_many_runs_of_backticks_are_read_in_a_moment():
    begin = time.process_time()
    read_markdown(" ".join("`" * size for size in range(1, 450)))
    assert time.process_time() - begin < MOMENT
