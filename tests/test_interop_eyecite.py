"""A tool that uses eyecite changes one import: same objects where both read alike, and its own functions take ours."""

import bisect
import inspect
import logging
from collections import defaultdict

import eyecite
import pytest
from eyecite.find import find_reference_citations_from_markup
from eyecite.helpers import match_on_tokens
from eyecite.models import CitationBase, FullCaseCitation, FullCitation, Resource, UnknownCitation
from eyecite.utils import dump_citations
from hypothesis import given, settings
from hypothesis import strategies as st
from property.strategies import pieces, texts

import citeparse
from citeparse.documents import parse_html, parse_pages
from citeparse.interop import eyecite as ours

SAME = (
    "Bush v. Gore, 531 U.S. 98, 99-100 (2000)",
    "See Bush v. Gore, 531 U.S. 98, 99-100 (2000) (per curiam).",
    "Roe v. Wade, 410 U.S. 113 (1973).",
    "Lissner v. Test, 1 F.2d 1, 3-4 (4th Cir. 1982) (en banc).",
    "Foo v. Bar, 2003 WL 22244673, at *3 (S.D.N.Y. Sept. 30, 2003).",
    "State v. Doe, 1 A.2d 2, 5 (Pa. 1950).",
    "Holz v. Rockefeller & Co., 258 F. 3d 62 (2d Cir. 2001).",
    "Foo v. Bar, 1 U.S. 2 (1750) (quoting Roe v. Doe, 3 U.S. 4, 5 (1749)).",
    "60 F. Supp. 3d 10",
    "516 U.S. at 231.",
    "Foo v. Bar, 515 U.S. 200, 240 (1995). Id. at 241.",
    "Foo v. Bar, 515 U.S. 200, 240 (1995). Ibid.",
    "Foo v. Bar, 515 U.S. 200, 240 (1995). Bar at 245.",
    "Foo v. Bar, 515 U.S. 200, 240 (1995). See Foo, 515 U.S., at 241.",
    "42 U.S.C. § 1983(a)(1) (2006).",
    "Mass. Gen. Laws ch. 1, § 2 (West 1999).",
    "29 C.F.R. § 1630.2(h).",
    "124 Stat. 119 (2010).",
    "57 Fed. Reg. 11,568 (1992).",
    "Or. Rev. Stat. § 163.115.",
    "Ill. Admin. Code tit. 2, § 832.",
    "Pub. L. No. 111-148",
    "1 Minn. L. Rev. 1, 5 (2007).",
    "126 Harv. L. Rev. 1, 5 (2012).",
)
"""Simple citations, most of them of the forms that eyecite's documentation shows, which both read right."""

FUNCTIONS = ("get_citations", "resolve_citations", "annotate_citations")

PAGE = """<p>See <i>Adarand Constructors, Inc.</i> v. <em>Peña</em>, 515 <b>U.S.</b> 200, 240 (1995).
In <i>Peña</i>, the court said so. <em>Id.</em> at 241. <i>Peña</i> v. <i>Other</i> differs; so <em>Peña,</em> not
<i>Other</i>. <i>Peña, supra</i>, at 5.</p>"""
STEPS = ["html", "all_whitespace"]


def told(citation: CitationBase) -> dict[str, object]:
    """Return all that an object says, the place of its pin aside."""
    meta = {name: value for name, value in vars(citation.metadata).items() if "_span_" not in name}
    names = ("groups", "year", "edition_guess", "exact_editions", "variation_editions", "all_editions")
    return {
        "class": type(citation), "text": citation.matched_text(), "span": citation.span(), "metadata": meta,
        "full_span": citation.full_span(), "corrected": citation.corrected_citation(),
        "in full": citation.corrected_citation_full(), **{name: getattr(citation, name, None) for name in names},
    }  # fmt: skip


@pytest.fixture(scope="module")
def found(example):
    """Return the objects for the example opinion."""
    return ours.get_citations(example)


@pytest.mark.parametrize("text", SAME)
def test_same_objects(text):
    """Class, spans, groups, metadata and editions are those that eyecite gives, and the end of a pin if it has one."""
    theirs, mine = eyecite.get_citations(text), ours.get_citations(text)
    assert theirs
    assert list(map(told, mine)) == list(map(told, theirs))
    ends = [[citation.metadata.pin_cite_span_end for citation in found] for found in (theirs, mine)]
    assert all(one in (None, other) for one, other in zip(*ends, strict=True))


@pytest.mark.parametrize("text", SAME)
def test_equal_objects(text):
    """Full citations of both are equal, hash alike and are one resource, so that stored ones go on to be found."""
    pairs = zip(eyecite.get_citations(text), ours.get_citations(text), strict=True)
    full = [(one, other) for one, other in pairs if isinstance(one, FullCitation)]
    assert all(one == other and hash(one) == hash(other) and Resource(one) == Resource(other) for one, other in full)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signatures(name):
    """The parameters of eyecite come first, by the same names in the same order."""
    theirs, mine = (list(inspect.signature(getattr(module, name)).parameters) for module in (eyecite, ours))
    assert mine[: len(theirs)] == theirs


def test_spans_say_what_was_read(found, example):
    """Offsets index the text: of the words, of the pin, and of the token among the words of the document."""
    assert len(found) > 50
    for citation in found:
        start, end = citation.span()
        low, high = citation.full_span()
        assert low <= start < end <= max(high, end)
        assert example[start:].startswith(citation.matched_text())
        meta = citation.metadata
        if meta.pin_cite is not None:
            assert example[meta.pin_cite_span_start : meta.pin_cite_span_end] == meta.pin_cite == meta.pin_cite.strip()
        assert citation.document.words[citation.index] is citation.token
    assert "".join(map(str, found[0].document.words)) == example


def test_eyecites_own_functions_take_them(found, example, caplog):
    """What eyecite offers for its objects works on ours."""
    assert "FullCaseCitation" in dump_citations(found, example)
    assert {str(citation) for citation in found}
    assert all(citation.corrected_citation() and citation.corrected_citation_full() for citation in found)
    first = next(citation for citation in found if isinstance(citation, FullCaseCitation))
    assert match_on_tokens(first.document.words, first.index + 1, r"(?P<next>.*)")
    with caplog.at_level(logging.WARNING):
        groups = eyecite.resolve_citations(found)
    assert len(groups) > 10
    spans = [(citation.span(), "<b>", "</b>") for citation in found]
    marked = eyecite.annotate_citations(example, spans)
    assert marked.replace("<b>", "").replace("</b>", "") == example
    assert not caplog.records


def test_groups_are_the_clusters(found):
    """Resolving gives for each authority with a full citation all of its mentions, and no other group."""
    clusters = defaultdict(list)
    for citation in found:
        clusters[citation.cluster].append(citation)
    expected = [group for group in clusters.values() if any(isinstance(c, FullCitation) for c in group)]
    groups = ours.resolve_citations(found)
    assert sorted(map(spans_of, groups.values())) == sorted(map(spans_of, expected))
    assert all(isinstance(resource, Resource) and resource.citation in group for resource, group in groups.items())


def spans_of(citations):
    """Return the places of citations."""
    return [citation.span() for citation in citations]


def test_resolving_with_functions_of_ones_own():
    """A tool's own functions are called as eyecite calls them; None leaves a citation out."""
    text = "Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973). Roe, 410 U.S. at 120. Id. at 121. Wade at 125. Roe, supra."
    citations = ours.get_citations(text)
    table = {"410 U.S. 113": "opinion 7", "93 S. Ct. 705": "opinion 7"}
    groups = ours.resolve_citations(citations, resolve_full_citation=lambda c: table[c.corrected_citation()])
    assert {resource: len(group) for resource, group in groups.items()} == {"opinion 7": len(citations)}
    seen = []
    groups = ours.resolve_citations(
        citations,
        resolve_shortcase_citation=lambda short, full: seen.append((short, full)),
        resolve_id_citation=lambda _, last, resolutions: seen.append((last, dict(resolutions))),
    )
    (short, full), (last, _) = seen
    assert short.matched_text() == "410 U.S. at 120"
    assert [citation.matched_text() for citation, _ in full] == ["410 U.S. 113", "93 S. Ct. 705"]
    assert last is None
    assert [len(group) for group in groups.values()] == [4]


def test_citations_of_eyecite_are_left_to_it():
    """A list that eyecite made is resolved by eyecite."""
    citations = eyecite.get_citations("Foo v. Bar, 1 U.S. 2 (1750). Id. at 3.")
    assert ours.resolve_citations(citations) == eyecite.resolve_citations(citations)
    assert ours.resolve_citations(citations, resolve_full_citation=lambda _: 7) == {7: citations}


def test_kinds_without_a_class():
    """They are unknown citations, which keep an ``Id.`` from going to the case before them, or are left out."""
    text = "Foo v. Bar, 1 U.S. 2 (1750). Fed. R. Civ. P. 56(c). Id.; ECF No. 5; U.S. Const. art. I; § 1983."
    citations = ours.get_citations(text)
    assert [type(c) for c in citations].count(UnknownCitation) == 4
    assert spans_of(*eyecite.resolve_citations(citations).values()) == [(12, 20)]
    assert spans_of(*ours.resolve_citations(citations).values()) == [(12, 20)]
    assert not [c for c in ours.get_citations(text, unknown=False) if isinstance(c, UnknownCitation)]


def test_ambiguous_reporters_are_left_out_on_demand():
    """What eyecite cannot tell apart by date goes, unless citeparse can tell."""
    text = "Smith v. Jones, 1 Cranch 137; State v. Doe, 2015-Ohio-123"
    assert len(ours.get_citations(text)) == 2
    (kept,) = ours.get_citations(text, remove_ambiguous=True)
    assert kept.edition_guess.reporter.name == "Ohio Neutral Citation"


def test_court_is_passed_on():
    """The court that wrote the text decides whose code is meant."""
    (citation,) = ours.get_citations("Penal Code § 187", court="cal")
    assert citation.citeparse.key == citeparse.parse("Penal Code § 187", court="cal").citations[0].key


def test_empty_texts():
    """No text has no citations; nothing is raised."""
    assert ours.get_citations() == ours.get_citations("") == ours.to_eyecite(citeparse.parse("")) == []
    assert ours.resolve_citations([]) == {}


def test_markup():
    """The same text and the same names in italics as eyecite, and annotations that lead into the page."""
    theirs, mine = (module.get_citations(markup_text=PAGE, clean_steps=list(STEPS)) for module in (eyecite, ours))
    assert mine[0].document.plain_text == theirs[0].document.plain_text == ours.clean_text(PAGE, STEPS)
    assert [(type(c), c.span()[0], c.matched_text().strip(",")) for c in mine] == [
        (type(c), c.span()[0], c.matched_text().strip(",")) for c in theirs
    ]
    assert [len(group) for group in ours.resolve_citations(mine).values()] == [5]
    document = mine[0].document
    marks = [(citation.span(), "<u>", "</u>") for citation in mine]
    page = ours.annotate_citations(
        document.plain_text, marks, PAGE, unbalanced_tags="skip", offset_updater=document.plain_to_markup
    )
    assert page.count("<u>") == 5
    assert "<u>515 <b>U.S.</b> 200</u>, 240" in page
    assert find_reference_citations_from_markup(document, mine)


def test_italics_that_name_no_case():
    """A party that two cases share is no reference, nor a name before its case is cited."""
    page = """<p><i>Doe</i> is early. <i>Roe v. Doe</i>, 1 U.S. 2 (1750). <i>Doe</i>.
    <i>Doe v. Poe</i>, 3 U.S. 4 (1751). <i>Doe</i></p>"""
    names = [c.matched_text() for c in ours.get_citations(markup_text=page) if "Reference" in type(c).__name__]
    assert names == ["Doe"]


def test_from_a_page_and_back():
    """`to_eyecite` of a page gives offsets of its text, and an updater that leads to the source exactly."""
    page = "<p>See Holz v. R&amp;D&nbsp;Co., 258 <b>F.3d</b>&#8201;62, 72 (2d Cir. 2001). <i>Id.</i></p>"
    doc = parse_html(page)
    citations = ours.to_eyecite(doc)
    document = citations[0].document
    assert document.plain_text == doc.plain
    assert document.source_text == page
    marks = [(citation.span(), "[", "]") for citation in citations]
    marked = ours.annotate_citations(doc.plain, marks, page, offset_updater=document.plain_to_markup)
    assert marked == page.replace("258 <b>F.3d</b>&#8201;62", "[258 <b>F.3d</b>&#8201;62]").replace("Id.", "[Id.]")
    assert [c.span for c in ours.from_eyecite(citations)] == [c.span for c in doc.inner.citations]
    assert document.markup_to_plain.update(page.index("258"), bisect.bisect_right) == doc.plain.index("258")
    assert [c.span() for c in ours.to_eyecite(parse_pages("See 42 U.S.C. § 1983."))] == [(4, 20)]


@pytest.mark.parametrize("text", SAME)
def test_from_eyecite(text):
    """Each of eyecite's citations finds ours of the same place, with or without its document."""
    theirs = eyecite.get_citations(text)
    found = ours.from_eyecite(theirs)
    assert [c.span.start for c in found] == [c.token.start for c in theirs]
    for citation in theirs:
        citation.document = None
    assert [c.span for c in ours.from_eyecite(theirs, text)] == [c.span for c in found]
    with pytest.raises(ValueError, match="pass the text"):
        ours.from_eyecite(theirs)


def test_from_eyecite_where_citeparse_reads_nothing():
    """What only eyecite takes for a citation is None."""
    theirs = eyecite.get_citations("A lone § sign. 42 U.S.C. § 1983.")
    assert [c and c.key for c in ours.from_eyecite(theirs)] == [None, "/us/usc/t42/s1983"]


def test_without_eyecite(run):
    """Who has not installed it is told what to install."""
    done = run("-c", "import sys; sys.modules['eyecite'] = None; import citeparse.interop.eyecite")
    assert done.returncode == 1
    assert b"ImportError: citeparse.interop.eyecite needs eyecite: pip install 'citeparse[eyecite]'" in done.stderr


@settings(max_examples=60)
@given(st.one_of(texts(), pieces()))
def test_any_text(text):
    """Any text gives objects that eyecite's methods work on, one for each citation of citeparse."""
    found = ours.get_citations(text)
    assert len(found) == len(citeparse.parse(text).tokens)
    for citation in found:
        assert text[citation.token.start : citation.token.end] == citation.matched_text()
        assert citation.corrected_citation_full() is not None
        assert hash(citation) == hash(citation)
    assert sum(map(len, ours.resolve_citations(found).values())) <= len(found)
