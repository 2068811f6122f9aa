"""Documents: what only the whole text tells."""

from __future__ import annotations

import pytest

from citeparse import parse


def test_a_short_form_before_its_full_citation_has_its_authority():
    """A mention that nothing before it explains is that of the case which is cited in full later."""
    doc = parse(
        "The court agreed. Talley, 2024 NCBC 81, ¶ 3. We cited Talley v. Earth Fare 2020, Inc., 2024 NCBC 81, ¶ 58 "
        "(N.C. Super. Ct. Dec. 1, 2024). Id. ¶ 60."
    )
    assert [c.kind for c in doc.citations] == ["case_short", "case", "id"]
    assert {c.key for c in doc.citations} == {"/us-nc/case/ncbc/2024/81"}
    assert not doc.unresolved


def test_history_says_what_it_means():
    """A history phrase has one of a small set of meanings."""
    doc = parse(
        "Foo v. Bar, 100 F.3d 1 (2d Cir. 1996), aff'd in part, 520 U.S. 1 (1997), cert. denied, 521 U.S. 2 (1997)."
    )
    assert [(c.inside.relation if c.inside else None, c.treatment) for c in doc.citations] == [
        (None, None), ("aff'd in part", "affirmed"), ("cert. denied", "review denied"),
    ]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("See Lynch, 567 F. Supp. 2d at 468. Id. at 469. Id.", ["no full citation"] * 3),  # what all lean on
        ("Id. at 5. Roe v. Wade, 410 U.S. 113 (1973). Id.", ["no earlier citation", None, None]),
        ("Talley, 2024 NCBC 81, ¶ 3. Talley v. Earth Fare 2020, Inc., 2024 NCBC 81.", [None] * 2),
        ("See § 1985.", ["no code to which the section could belong"]),
    ],
)
def test_what_has_no_authority_has_a_reason(text, reasons):
    """The reason is that of the first mention that one leans on, and none where there is an authority."""
    citations = parse(text).citations
    assert [c.reason for c in citations] == reasons
    assert all((c.reason is None) is (c.authority is not None) for c in citations)


@pytest.mark.parametrize("text", ["", "§", "\r\n", "🏛\ud800", "42 U.S.C. § 1983"])
def test_offsets_at_the_ends(text):
    """The first and last offset convert in any text, and outside of it there is no citation."""
    doc = parse(text)
    last = len(text)
    assert doc.offsets.from_utf16(doc.offsets.utf16(last)) == doc.offsets.from_utf8(doc.offsets.utf8(last)) == last
    assert doc.offsets.position(0) == (0, 0)
    assert doc.at(-1) is doc.at(last) is doc.at(last + 1) is None


def test_every_character_finds_its_citation(example):
    """`Document.at` gives for each offset the citation whose core covers it."""
    doc = parse(example)
    covered = {offset: citation.index for citation in doc.citations for offset in range(*citation.span)}
    found = {offset: citation.index for offset in range(len(example)) if (citation := doc.at(offset)) is not None}
    assert found == covered
