"""Footnotes: where a text shows them, and where each of them ends."""

from __future__ import annotations

import pytest

from citeparse import parse
from citeparse.convert import from_dict, to_dict
from citeparse.documents import parse_pages
from citeparse.tokenizer.footnote import read_footnotes

BRACKETS = (
    "They are unlike.[1] We said so.[2]\n\n[1] See Smith v. Jones, 1 F.3d 1 (1st Cir. 1993).\n\n[2] Id. at 5.\n\n"
    "A second paragraph."
)
PAGE = (
    "absconding from parole,1 and then served\nhis time.2 He says that it violates\n"
    "1 AS 11.41.500(a)(1).\n2 See id.\n– 2 – 2823\n\n"
    "the Ex Post Facto Clause.3\n3 U.S. Const. art. I, § 9.\n– 3 – 2823\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAGE, ["1 AS 11.41.500(a)(1).", "2 See id.", "3 U.S. Const. art. I, § 9."]),
        (
            BRACKETS,
            ["1] See Smith v. Jones, 1 F.3d 1 (1st Cir. 1993).", "2] Id. at 5.\n\nA second paragraph."],
        ),
        (
            "They agreed.7 The rest\n7. See Smith v. Jones, 1 F.3d 1 (1st Cir.\n1993).\n\nis history.",
            ["7. See Smith v. Jones, 1 F.3d 1 (1st Cir.\n1993)."],
        ),
        ("They agreed.FN1 No.1\nFN1. See Smith v. Jones.\f", []),
        ("They agreed,1 he says.\nFN1. See Smith v. Jones.\fMore.", ["1. See Smith v. Jones."]),
        ("They agreed.”1\nn.1 See Smith v. Jones.\fMore.", ["1 See Smith v. Jones."]),
        ("See id. at 608.5 The text\n5 See Smith v. Jones.\n\ngoes on.", ["5 See Smith v. Jones."]),
        (
            "One.1 Two.2\n1 See Smith.\n- 2 -\n\nThree.3\n3 See Jones.\n- 3 -\n",
            ["1 See Smith.", "3 See Jones."],
        ),
        (
            "They agreed.1\n1 Where the words of this line end is not shown\nby the text,2 which goes on.\n2 It is.\n",
            ["2 It is."],
        ),
    ],
)
def test_footnotes(text: str, expected: list[str]) -> None:
    """From the number to the end of the page, a blank line or the next footnote."""
    assert [text[note.start : note.end].rstrip("[ \n") for note in read_footnotes(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Background\n\nThe facts are these. See Smith v. Jones, 7 F.3d 1, 5 n.1.\n",
        "1. The plaintiff is a citizen.\n2. The defendant is a citizen.\n3. Venue is proper here.\n",
        "See Smith v. Jones,\n1 Cranch 137, and Rule 3.1,\n2 Wheat. 100, in No.1, at 40%1.\n",
        "The court agreed.1 It went on,2 and on.\nThe end.",
        "  1\n  2 UNITED STATES\n  3 DISTRICT COURT\n  4 In the matter.\n",
        "",
    ],
)
def test_no_footnotes(text: str) -> None:
    """Headings, paragraphs with numbers, broken citations, calls without words."""
    assert read_footnotes(text) == []


def test_each_opinion_has_its_own() -> None:
    """A dissent begins with number 1 again."""
    text = f"{PAGE}\nDissent.1 No.\n1 See Marks v. United States, 430 U.S. 188 (1977).\f"
    assert [note.number for note in read_footnotes(text)] == ["1", "2", "3", "1"]


def test_a_citation_tells_its_footnote() -> None:
    """The number as printed, its place and that of its call; None in the body of the text."""
    doc = parse(PAGE)
    cited = [("AS 11.41.500(a)(1)", "1"), ("id.", "2"), ("U.S. Const. art. I, § 9", "3")]
    assert [(c.text, c.footnote) for c in doc.citations] == cited
    note = doc.citations[1].token.note
    assert note is not None
    assert (PAGE[slice(*note.number.span)], PAGE[slice(*note.call)]) == ("2", "2")
    assert PAGE[: note.call.start].endswith("his time.")
    assert from_dict(to_dict(doc)).tokens == doc.tokens


def test_footnotes_of_paged_texts() -> None:
    """The readers of `citeparse.documents` leave the marks where they are."""
    pages = [f"Smith v. Jones\nWe agree.{n} The rest of page {n}\n{n} See {n} F.3d 1. Id.\n\f" for n in (1, 2, 3)]
    assert [c.footnote for c in parse_pages("".join(pages)).citations] == ["1", "1", "2", "2", "3", "3"]
