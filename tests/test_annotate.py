"""Markup out: balanced, escaped, and nothing lost of the source."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse
from citeparse.authorities import Authority
from citeparse.documents import annotate, parse_html, parse_markdown, parse_pages
from citeparse.documents.annotate import FIELDS, escape_html, escape_markdown

PAGES = Path(__file__).parent / "pages"
CASE = "Roe v. Doe, 1 U.S. 2, 3 (1800). Id. at 4."
VOID = {"br", "hr", "img", "wbr", "meta", "link", "input"}


class Balance(HTMLParser):
    """Keeps the elements that are open, and notes what closes none of them."""

    def __init__(self):  # noqa: D107
        super().__init__()
        self.open: list[str] = []
        self.stray: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.nested = False

    def handle_starttag(self, tag, attrs):  # noqa: D102
        self.tags.append((tag, dict(attrs)))
        self.nested = self.nested or (tag == "a" and "a" in self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):  # noqa: D102
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.stray.append(tag)


def balance(page: str) -> Balance:
    parser = Balance()
    parser.feed(page)
    parser.close()
    return parser


@pytest.fixture
def linked(monkeypatch):
    """Every authority has an address, one that would do harm if it were not escaped."""
    monkeypatch.setattr(Authority, "url", property(lambda a: f"https://example.org{a.key}?a=1&b=(2)\"'%3C"))


WRAPPED = {
    "plain": ("258 F.3d 62", "[258 F.3d 62]"),
    "balanced inside": ("258 <b>F.3d</b> 62", "[258 <b>F.3d</b> 62]"),
    "whole inside": ("<i>258 F.3d 62</i>", "<i>[258 F.3d 62]</i>"),
    "ends inside": ("<i>Roe, 258</i> F.3d 62", "<i>Roe, [258]</i> [F.3d 62]"),
    "begins inside": ("258 <i>F.3d 62 too</i>", "[258] <i>[F.3d 62] too</i>"),
    "misnested": ("258 <b>F<i>.3d</b></i> 62", "[258] <b>[F]<i>[.3d]</b></i> [62]"),
    "never closed": ("258 <b>F.3d 62", "[258] <b>[F.3d 62]"),
    "never opened": ("258</b> F.3d 62", "[258]</b> [F.3d 62]"),
    "two of one name": ("<i>a</i> 258 <i>F</i>.<i>3d</i> 62", "<i>a</i> [258 <i>F</i>.<i>3d</i> 62]"),
    "block": ("<p>258<p>F.3d 62", "<p>[258]<p>[F.3d 62]"),
    "inline around block": ("258 <b>F.<p>3d</b> 62", "[258] <b>[F.]<p>[3d]</b> [62]"),
    "line": ("258<br>F.3d 62", "[258<br>F.3d 62]"),
    "comment": ("258 <!-- <b> -->F.3d 62", "[258 <!-- <b> -->F.3d 62]"),
    "script": ("258 <script>1</script>F.3d 62", "[258] <script>1</script>[F.3d 62]"),
    "page number": ("258 F.3d <span class=page>*5</span> 62", "[258 F.3d] <span class=page>*5</span> [62]"),
    "entities": ("42 U.S.C. &sect;&nbsp;1983", "[42 U.S.C. &sect;&nbsp;1983]"),
}


@pytest.mark.parametrize(("source", "result"), WRAPPED.values(), ids=WRAPPED)
def test_wrappers_end_at_tags(source, result):
    assert annotate(parse_html(source), "[{text}]") == result


LINKED = {
    "in a link": ("<a href='x'>258 F.3d 62</a>", "<a href='x'>258 F.3d 62</a>"),
    "half in a link": ("<a href='x'>258</a> F.3d 62", "<a href='x'>258</a> <a>F.3d 62</a>"),
    "around a link": ("258 <a href='x'>F.3d</a> 62", "<a>258</a> <a href='x'>F.3d</a> <a>62</a>"),
    "after an anchor never closed": ("<a name='x'> 258 F.3d 62", "<a name='x'> <a>258 F.3d 62</a>"),
    "after a link": ("<a>x</a> 258 F.3d 62", "<a>x</a> <a>258 F.3d 62</a>"),
}


@pytest.mark.parametrize(("source", "result"), LINKED.values(), ids=LINKED)
def test_links_hold_no_links(source, result):
    assert annotate(parse_html(source), "<a>{text}</a>") == result


def test_a_citation_inside_a_link_is_still_marked(linked):
    """By default what cannot be linked is marked with its title."""
    page = balance(annotate(parse_html("<a href='x'>1 U.S. 2</a>, 1 U.S. 2")))
    assert [tag for tag, _ in page.tags] == ["a", "span", "a"]
    assert not page.nested


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
@pytest.mark.parametrize("whole", [False, True])
def test_pages_lose_nothing(path, whole, linked):
    """Without the wrappers the result is the source; what is balanced stays so."""
    source = path.read_text(encoding="utf-8")
    doc = parse_html(source)
    marked = annotate(doc, "\x01{text}\x02", whole=whole)
    assert marked.replace("\x01", "").replace("\x02", "") == source
    assert marked.count("\x01") == marked.count("\x02") >= len(doc.citations)
    before, after = balance(source), balance(annotate(doc, whole=whole))
    assert (after.open, after.stray, after.nested) == (before.open, before.stray, before.nested)


MARKDOWN = {
    "plain": ("258 F.3d 62", "[258 F.3d 62](U)"),
    "emphasis inside": ("258 *F.3d* 62", "[258 *F.3d* 62](U)"),
    "emphasis crossed": ("*Roe, 258* F.3d 62", "*Roe, [258](U)* [F.3d 62](U)"),
    "link": ("[258 F.3d 62](x)", "[258 F.3d 62](x)"),
    "half a link": ("[258](x) F.3d 62", "[258](x) [F.3d 62](U)"),
    "code": ("`258 F.3d 62`", "`258 F.3d 62`"),
    "half code": ("`258` F.3d 62", "`258` [F.3d 62](U)"),
    "quotation": ("> 258 F.3d\n> 62", "> [258 F.3d\n> 62](U)"),
    "cells": ("|a|\n|-|\n|258 F.3d 62|", "|a|\n|-|\n|[258 F.3d 62](U)|"),
}


@pytest.mark.parametrize(("source", "result"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(source, result):
    assert annotate(parse_markdown(source), "[{text}](U)") == result


def test_markdown_by_default(linked):
    doc = parse_markdown("See *Roe*, 1 U.S. 2.")
    link = re.escape("[1 U.S. 2](https://example.org/us/case/us/1/2?a=1&b=%282%29%22%27%3C ")
    assert re.search(rf"\*, {link}\"[^\"]*\"\)\.$", annotate(doc))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "</a></span></p>",
    "<!--",
    "]]>",
    "{text}{title}",
    "\x00",
    "\ud800",
    "\u2028",
    "](javascript:alert(1))",
    "`",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_script_is_smuggled_from_text(payload, linked):
    """A text that holds markup shows it; the only tags are ours."""
    text = (
        f"{payload} Roe {payload} v. Doe {payload}, 1 U.S. 2 (1800) ({payload}). Id. at 4 {payload}; supra {payload}."
    )
    for doc in (citeparse.parse(text), parse_pages(text)):
        page = annotate(doc, to="html")
        parsed = balance(page)
        assert {tag for tag, _ in parsed.tags} <= {"a", "span"}
        assert all(set(found) <= {"class", "data-kind", "href", "title"} for _, found in parsed.tags)
        assert all(found["href"].startswith("https://example.org/") for tag, found in parsed.tags if tag == "a")
        assert (parsed.open, parsed.stray) == ([], [])
        assert html.unescape(re.sub(r"</?(?:a|span)\b[^>]*>", "", page)) == html.unescape(escape_html(text))


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_script_is_smuggled_into_attributes(payload, linked):
    """The name of a case goes into the title; in a page it is text already, in an attribute it must stay text."""
    source = f"<p>{escape_html(payload)} Roe {escape_html(payload)} v. Doe, 1 U.S. 2 (1800). Id. at 4.</p>"
    template = '<a href="{url}" title="{title}" data-x=\'{key} {canonical}\'>{text}</a>'
    parsed = balance(annotate(parse_html(source), template))
    assert {tag for tag, _ in parsed.tags} == {"p", "a"}
    assert all(set(found) <= {"href", "title", "data-x"} for _, found in parsed.tags)


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_markup_is_smuggled_into_markdown(payload, linked):
    """Plain text made Markdown holds no tag and no link but ours."""
    result = annotate(citeparse.parse(f"Roe {payload} v. Doe, 1 U.S. 2 (1800). {payload}"), to="markdown")
    assert "<" not in result
    links = re.findall(r"(?<!\\)\](?=\()\(([^)\s]*)", result)
    assert links
    assert all(link.startswith("https://example.org/") for link in links)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://x", "https://x y", "//x", "https://x\n", None]
)
def test_only_addresses_of_the_web_are_linked(url, monkeypatch):
    monkeypatch.setattr(Authority, "url", property(lambda _: url))
    assert 'href=""' in annotate(citeparse.parse(CASE), '<a href="{url}">{text}</a>', to="html")


def test_plain_text_by_default():
    assert (
        annotate(citeparse.parse(CASE))
        == "Roe v. Doe, 1 U.S. 2 [/us/case/us/1/2], 3 (1800). Id. [/us/case/us/1/2] at 4."
    )


def test_short_forms_say_what_they_resolve_to(monkeypatch):
    monkeypatch.setattr(Authority, "url", None)
    page = annotate(citeparse.parse("Roe v. Doe, 1 U.S. 2. Id. at 4. Moe, 9 U.S. at 5."), to="html")
    titles = [found["title"] for _, found in balance(page).tags]
    assert titles[0] == titles[1]
    assert titles[0].startswith("Roe v. Doe, 1 U.S. 2")
    assert titles[2].startswith("unresolved: ")


def test_a_function_chooses():
    """It gives a template, words as they shall stand, or None for no mark."""
    choice = {"case": "[{text}|{kind} {index}]", "id": ("<<", ">>")}
    marked = annotate(citeparse.parse(f"{CASE} 42 U.S.C. § 1983."), lambda c: choice.get(c.kind))
    assert marked == "Roe v. Doe, [1 U.S. 2|case 0], 3 (1800). <<Id.>> at 4. 42 U.S.C. § 1983."


def test_whole_citations():
    """From name to parenthetical; what stands inside another citation is marked inside it."""
    text = "See Roe v. Doe, 1 U.S. 2, 3 (1800) (quoting 3 U.S. 4 (1799)). End."
    marked = annotate(citeparse.parse(text), "[{text}]", whole=True)
    assert marked == "[See Roe v. Doe, 1 U.S. 2, 3 (1800) (quoting] [3 U.S. 4 (1799)][)]. End."


def test_braces():
    assert annotate(citeparse.parse("1 U.S. 2"), "{{{text}}} {{title}}") == "{1 U.S. 2} {title}"


def test_error_template():
    doc = citeparse.parse("1 U.S. 2")
    for template in ("x", "{text}{text}", "{{text}}"):
        with pytest.raises(ValueError, match=r"names \{text\} once"):
            annotate(doc, template)
    for template in ("{text}{nothing}", "{text}{kind.__class__}", "{text}{", "}{text}", "{text}{0}"):
        with pytest.raises(ValueError, match=", ".join(FIELDS)):
            annotate(doc, template)


def test_error_other_format():
    with pytest.raises(ValueError, match="read from html is annotated as html, not markdown"):
        annotate(parse_html("x"), to="markdown")


def test_paged_texts_are_plain():
    doc = parse_pages("Roe & Co. v. Doe, 1 U.S. 2")
    assert annotate(doc, "<b>{text}</b>", to="html") == "Roe &amp; Co. v. Doe, <b>1 U.S. 2</b>"
    assert annotate(doc, "[{text}]") == "Roe & Co. v. Doe, [1 U.S. 2]"


def test_markdown_shows_plain_text_as_it_is():
    assert escape_markdown("# a\n    b\n1. c\n- d *e* _f_ <g> &amp; `h` [i](j) | ~") == (
        "\\# a\n   b\n1\\. c\n\\- d \\*e\\* \\_f\\_ &lt;g&gt; &amp;amp; \\`h\\` \\[i\\](j) \\| \\~"
    )


tags = st.lists(
    st.sampled_from(
        [
            "<i>",
            "</i>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "</a>",
            "<p>",
            "</p>",
            "<br>",
            "258 ",
            "F.3d",
            " 62",
            ", 72",
            " Id.",
            " at 5 ",
            "&amp;",
            "Roe v. Doe, ",
            "<sup>1</sup>",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(tags, st.booleans())
def test_any_markup_stays_as_balanced_as_it_was(source, whole):
    doc = parse_html(source)
    marked = annotate(doc, "<q>{text}</q>", whole=whole)
    assert re.sub("</?q>", "", marked) == source
    for inside in re.findall("<q>(.*?)</q>", marked, re.DOTALL):
        assert inside.count("<i>") == inside.count("</i>")
        assert inside.count("<b>") == inside.count("</b>")
    linked = annotate(doc, "<a rel=x>{text}</a>", whole=whole)
    assert not any("<a" in inside for inside in re.findall("<a rel=x>(.*?)</a>", linked, re.DOTALL))
