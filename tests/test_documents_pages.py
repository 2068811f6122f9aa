"""Text of paged documents: running heads, page numbers, line numbers and star pages are passed over."""

from __future__ import annotations

import random
import re
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse
from citeparse.documents import furniture, parse_pages, read_pages

GOLD = Path(__file__).parent / "gold"
WORDS = (
    "court",
    "held",
    "plaintiff",
    "claim",
    "dismissed",
    "with",
    "costs",
    "under",
    "rule",
    "which",
    "before",
    "panel",
    "law",
)
MOMENT = 3


def prose(page: int, lines: int = 12) -> str:
    """Return lines of which no two are the same."""
    choice = random.Random(page)  # noqa: S311
    return "".join(f"The {' '.join(choice.choices(WORDS, k=10))}.\n" for _ in range(lines))


def paged(form: str, *, opening: str = "The", ending: str = "", lines: int = 12) -> str:
    """Return seven pages of prose between page breaks.

    ``{n}`` is the number of the page from 4, ``{side}`` the head of left and right pages.
    """
    out = []
    for n in range(4, 11):
        out += [form.format(n=n - 1, side=("ROE v. DOE", "Cite as: 5 U.S. 4")[n % 2]) if n > 4 else "", opening]
        out += [prose(n, lines).removeprefix("The").removesuffix("\n"), ending]
    return "".join(out)


PASSED = {
    "number, then heads": (
        "\n{n}\n\nSTATE v. ROE\nOpinion of the Court\n",
        {"{n}", "STATE v. ROE", "Opinion of the Court"},
    ),
    "dashes": ("\n\n        -{n}-\n\n", {"-{n}-"}),
    "dashes and blanks": ("\n\n   - {n} -\n\n", {"- {n} -"}),
    "page of pages": ("\nPage {n} of 20\n\f", {"Page {n} of 20"}),
    "form feeds": ("\n{n}\n\f", {"{n}"}),
    "form feed and head": ("\f{side}\n", {"ROE v. DOE", "Cite as: 5 U.S. 4"}),
    "number in the head": ("\n\n{n} ROE v. DOE\n\n", {"{n} ROE v. DOE"}),
    "number ends the head": ("\n\nNo. 23-2304  {n}\n", {"No. 23-2304  {n}"}),
    "stamp": (
        "\fCase 1:26-mj-36 Doc. 5 Filed 04/07/26 Page {n} of 14\n",
        {"Case 1:26-mj-36 Doc. 5 Filed 04/07/26 Page {n} of 14"},
    ),
    "star pages": (" *{n} ", {"*{n}"}),
}

KEPT = {
    "footnotes": "\n{n} See Roe v. Doe, 1 U.S. 2 (1800).\n",
    "footnote numbers": "\n\n      {n}\n      In general terms the statutes differ.\n",
    "pins": "See Roe, 2019 WL 12, at *{n}; Roe, 2019 WL 12, *{n}. ",
    "one and the same number": "\n7\n",
    "years": "\n(199{n})\nTrue\n",
}


@pytest.mark.parametrize(("form", "found"), PASSED.values(), ids=PASSED)
def test_furniture_is_found(form, found):
    text = paged(form)
    expected = {each.format(n=n) for each in found for n in range(4, 10)}
    assert {text[slice(*span)].strip() for span in furniture(text)} == expected
    assert read_pages(text).text.split() == paged("\n").split()


@pytest.mark.parametrize("form", KEPT.values(), ids=KEPT)
def test_text_is_no_furniture(form):
    """Lines that look like it and do not stand where pages end."""
    text = paged(form, lines=3)
    assert furniture(text) == ()
    assert read_pages(text).text == text


def test_line_numbers_are_furniture():
    """Pleading paper numbers its lines from 1 on each page; one numbered list is no paper."""
    page, other = ("".join(f"{i:3}   {line}\n" for i, line in enumerate(prose(n, 28).splitlines(), 1)) for n in (1, 2))
    assert len(furniture(page + other)) == 56
    assert read_pages(page + other).text.split() == (prose(1, 28) + prose(2, 28)).split()
    assert furniture(page) == ()


@pytest.mark.parametrize(
    "form", ["\n\n        -{n}-\n\n", "\n{n}\n\f", "\n{n}\n\nSTATE v. ROE\nOpinion of the Court\n"]
)
def test_citations_reach_across_pages(form):
    """A citation that a page break cuts is read whole; its span encloses what was passed over."""
    text = paged(form, opening="357, 364 (1979). The", ending=" See Duren v. Missouri, 439 U.S.")
    doc = parse_pages(text)
    assert [(c.case_name, c.text, c.year) for c in doc.citations] == [("Duren v. Missouri", "439 U.S.\n357", 1979)] * 6
    for number, c in enumerate(doc.citations, 4):
        raw = text[slice(*c.span)]
        assert (raw[:9], raw[-3:]) == ("439 U.S.\n", "357")
        assert str(number) in raw


def test_names_do_not_take_in_page_numbers():
    opening, ending = "Gonzales, 486 F.3d 737, 739 (1st Cir. 2007). The", " It is in Mewengkang v."
    text = paged("\n\n     -{n}-\n\n", opening=opening, ending=ending)
    names = {c.case_name for c in parse_pages(text).citations[1:]}
    assert names == {"Mewengkang v. Gonzales"}


def test_sentences_end_with_the_page():
    """A form feed is read where a sentence ends before the break, so that brackets left open do not go on."""

    def breaks(opening: str, ending: str) -> set[str]:
        text = read_pages(paged("\n\n -{n}-\n\n", opening=opening, ending=ending)).text
        return set(re.findall(r"\S*\n\f?(?:Then|then|Roe)\b", text))

    assert breaks("Then the", " It ends.") == {"ends.\n\fThen"}
    assert breaks("Then the", " It “ends.”4") == {"“ends.”4\n\fThen"}
    assert breaks("then the", " It goes on.") == {"on.\nthen"}
    assert breaks("Then the", " It goes") == {"goes\nThen"}
    assert breaks("Roe, the", " Doe v.") == {"v.\nRoe"}


def test_star_pages_are_kept_beside_the_text():
    reading = read_pages(paged(" *{n} "))
    assert [page.label for page in reading.pages] == ["4", "5", "6", "7", "8", "9"]
    assert all(reading.source[page.start] == "*" for page in reading.pages)


@pytest.mark.parametrize("path", sorted(GOLD.glob("**/*.txt")), ids=lambda path: path.stem)
def test_opinions_lose_nothing(path):
    """As many citations are found in an annotated opinion as without; those that stood in heads excepted."""
    text = path.read_text(encoding="utf-8")
    with_heads, without = citeparse.parse(text), parse_pages(text)
    lost = {c.canonical for c in with_heads.citations} - {c.canonical for c in without.citations}
    passed = "".join(text[slice(*span)] for span in furniture(text))
    assert len([words for words in lost if words.split()[0] not in passed]) <= 1
    assert without.text == text


pieces = st.lists(
    st.sampled_from(
        ["\n", "\f", "1", "2", "3", " ", "-", "Head", "*4 ", "Id. at 5", "1 U.S. 2", "\r\n", "a", "\ud800"],
    ),
    max_size=60,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_any_text_can_be_read(text):
    """Spans lie in the text, in order and apart; what is read is the text without them."""
    last = 0
    for start, end in furniture(text):
        assert last <= start < end <= len(text)
        last = end
    reading = read_pages(text)
    assert len(reading.text) <= len(text) + len(furniture(text))


@pytest.mark.parametrize(
    "piece", ["1\n", "\n 12", "\f", "\f1\n", " ", "\n", "a 5 ", "Head of page 7\n", "1 x\n2 y\n", "*1 ", "\n    "]
)
def test_hurtful_texts_are_read_in_a_moment(piece):
    begin = time.process_time()
    read_pages(piece * (100_000 // len(piece)))
    assert time.process_time() - begin < MOMENT


STAMP = "Case 1:06-cv-06331-ABC   Document 118   Filed 09/30/08   Page {n} of {pages}"
LAYOUTS = {
    "pleading paper with stamps": {"stamp": STAMP, "foot": "- {n} -", "numbered": True},
    "pleading paper": {"numbered": True},
    "pleading paper without form feeds": {"numbered": True, "feed": ""},
    "pleading paper with a title below": {"numbered": True, "foot": "MEMORANDUM OF LAW - {n}"},
    "stamps": {"stamp": STAMP},
    "numbers below": {"foot": "{n}"},
    "numbers below without form feeds": {"foot": "{n}", "feed": ""},
    "numbered heads without form feeds": {"stamp": "ALI v. ANNUCCI  {n}", "feed": ""},
}


def laid_out(text: str, *, stamp: str = "", foot: str = "", numbered: bool = False, feed: str = "\f") -> str:
    """Return a text as pages of 28 lines of 64 characters; the last one is shorter."""
    lines = textwrap.wrap(text, 64, break_on_hyphens=False)
    pages = [lines[i : i + 28] for i in range(0, len(lines), 28)]
    out = []
    for n, page in enumerate(pages, 1):
        body = [f"{i:>2}  {line}" for i, line in enumerate(page, 1)] if numbered else page
        edges = [words.format(n=n, pages=len(pages)) for words in (stamp, foot.center(64).rstrip())]
        out.append("\n".join(line for line in (edges[0], *body, edges[1]) if line) + "\n")
    return feed.join(out)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_real_opinion_on_pages(example, layout):
    """An opinion cites the same on any paper."""
    text = " ".join(example.split())
    pages = laid_out(text, **LAYOUTS[layout])
    assert said(parse_pages(pages)) == said(citeparse.parse(text))


def said(doc) -> list[tuple[object, ...]]:
    """Return what the citations of a document say, wherever they stand."""
    return [(c.kind, c.key, c.pins, c.year, c.court, c.case_name) for c in doc.citations]
