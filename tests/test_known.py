"""Authorities known beforehand: what leans on no citation of the text leans on them, and says so."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import attrs
import jsonschema
import pytest

import citeparse
from citeparse import Case, Citation, CitationSyntaxError, Document, Known, KnownLink, Link, Unresolved, cite, parse
from citeparse.convert import SCHEMA_VERSION
from citeparse.documents import parse_html

HOLZ = "Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"
ROE = "Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973)"
LYNCH = "People v. Lynch, 104 Ill. 2d 194 (1984)"
GREEN = "State v. Green, No. 2012AP1475-CR, 2013 WL 5811261 (Wis. Ct. App. Oct. 30, 2013)"
LEVAL = "Pierre N. Leval, Toward a Fair Use Standard, 103 Harv. L. Rev. 1105 (1990)"
BENZENE = "Indus. Union Dep't v. Am. Petroleum Inst., 448 U.S. 607 (1980) (“The Benzene Case”)"

READINGS = {
    "Holz, 258 F.3d at 73": (HOLZ, "short_case"),
    "Holz, supra, at 73": (HOLZ, "supra"),
    "Holz at 73": (HOLZ, "reference"),
    "Roe, 93 S. Ct. at 710": (ROE, "short_case"),
    "Roe v. Wade, 410 U.S. 113 (1973)": (ROE, "repeat"),
    "Lynch at p. 199": (LYNCH, "reference"),
    "Green, 2013 WL 5811261, at *7": (GREEN, "short_case"),
    "Leval, supra note 5, at 1111": (LEVAL, "supra"),
    "The Benzene Case, 448 U.S. at 640": (BENZENE, "short_case"),
    "The Benzene Case, supra": (BENZENE, "supra"),
    "Section 1983": ("42 U.S.C. § 1983", "section"),
    "§ 1003.32(a)": ("8 C.F.R. § 1003.32", "section"),
    "Rule 12(b)(6)": ("Fed. R. Civ. P. 12", "rule"),
    "Local Rule 56.1": ("S.D.N.Y. Local Civ. R. 56.1", "rule"),
    "Penal Code § 844": ("Cal. Penal Code § 844", "repeat"),
    "ECF No. 60 at 3": ("TAC, ECF No. 60", "record"),
    "(Knowles Declaration ¶ 5)": ("Knowles Decl.", "record"),
}
"""What is printed in a text that cites nothing in full, what is known, and the rule that finds it."""


@pytest.mark.parametrize("printed", READINGS)
def test_known_authorities_are_found(printed: str) -> None:
    """A short form that has no antecedent in the text cites the known authority; no citation of the text is named."""
    known, rule = READINGS[printed]
    doc = parse(f"{printed}.", known=["Unrelated v. Other, 1 F.3d 1 (1st Cir. 1993)", known])
    found = doc.citations[0]
    assert isinstance(found.link, KnownLink), found.link
    assert (found.link.known, found.link.known_candidates, found.link.rule) == (1, (1,), rule)
    assert found.authority == doc.known[1].authority
    assert found.antecedent is None


@pytest.mark.parametrize("printed", READINGS)
def test_the_text_comes_first(printed: str) -> None:
    """Where the text itself has cited it, the link leads into the text; the authority stays the known one."""
    known, _ = READINGS[printed]
    before = f"({known})" if known.endswith("Decl.") else known
    doc = parse(f"{before}. The court agreed. {printed}.", known=[known])
    found = doc.citations[-1]
    assert isinstance(found.link, Link), found.link
    assert found.antecedent is doc.citations[0]
    assert found.authority == doc.known[0].authority
    assert len(doc.authorities) == 1


def test_an_antecedent_of_the_text_beats_a_known_one_that_fits_better() -> None:
    """What a reader of the text would take for meant is meant."""
    doc = parse(
        "Lynch Corp. v. Bell, 5 F.3d 1 (1st Cir. 1990). 15 U.S.C. § 1125. Lynch, supra. She relies on § 1125.",
        known=["Lynch v. State, 9 F.3d 1 (1st Cir. 1991)", "42 U.S.C. § 1125"],
    )
    assert [c.key for c in doc.citations[2:]] == ["/us/case/f3d/5/1", "/us/usc/t15/s1125"]


def test_a_known_section_beats_a_guess() -> None:
    """A section that is known by its number is not taken for one of the code that the text happens to cite."""
    doc = parse("28 U.S.C. § 1331. She sues under § 1983.", known=["42 U.S.C. § 1983"])
    assert doc.citations[1].key == "/us/usc/t42/s1983"


def test_a_section_of_a_known_code() -> None:
    """``§ 1985`` borrows the title of a known section."""
    found = parse("He also relies on § 1985.", known=["42 U.S.C. § 1983"]).citations[0]
    assert found.key == "/us/usc/t42/s1985"
    assert found.link == KnownLink(0, "section", (), (0,), ("nearest_code",), same=False)


def test_id_leans_on_the_text_alone() -> None:
    """A list is nothing that an Id. could follow; after a short form Id. follows that."""
    assert parse("Id. at 5.", known=[HOLZ]).citations[0].link == Unresolved("no earlier citation")
    doc = parse("Holz, 258 F.3d at 73. Id.", known=[HOLZ])
    assert doc.citations[1].antecedent is doc.citations[0]
    assert doc.citations[1].authority == doc.known[0].authority
    assert [pin.printed for pin in doc.citations[1].effective_pins] == ["73"]


def test_mentions_are_grouped() -> None:
    """Short forms before and after the first full citation are mentions of one authority."""
    doc = parse(
        f"Roe, 93 S. Ct. at 710. Roe, supra. {ROE}. Roe, 410 U.S. at 120. 93 S. Ct. at 711.", known=[ROE, HOLZ]
    )
    assert len({c.cluster for c in doc.citations}) == 1
    assert doc.mentions(doc.known[0].authority) == doc.citations
    assert doc.mentions(doc.known[1].authority) == ()


def test_a_known_authority_that_has_no_such_page_is_refused() -> None:
    """What was weighed and refused is told by its place in the list."""
    found = parse("Smith, 100 F.3d at 45.", known=["Smith v. Jones, 100 F.3d 500 (1st Cir. 1996)"]).citations[0]
    assert found.link == Unresolved("no full citation", known_candidates=(0,))


@pytest.mark.parametrize("known", [HOLZ, ROE, GREEN, LEVAL, "42 U.S.C. § 1983", "Knowles Decl."])
def test_the_forms_of_what_is_known(known: str) -> None:
    """Words, the citation, its authority and what was read before are the same."""
    as_read = parse("", known=[known]).known[0]
    citation = as_read.document.citations[0]
    for item in (citation, as_read.authority, as_read):
        again = parse("", known=[item]).known[0]
        assert again.authority == as_read.authority
        assert [token.text for token in again.tokens] == [token.text for token in as_read.tokens]
        assert repr(again) == f"<Known {as_read.authority}>"


def test_the_caller_s_own_object_is_cited() -> None:
    """An authority with facts that no text prints keeps them."""
    given = cite(HOLZ).authority
    assert isinstance(given, Case)
    richer = attrs.evolve(given, docket="00-7545")
    assert parse("Holz, supra.", known=[richer]).citations[0].authority is richer


def test_a_docket_number_with_its_court() -> None:
    """A docket number counts beside a court, which its standard form prints."""
    text = "Chambers v. Time Warner, Inc., No. 00 Civ. 2839 (S.D.N.Y. filed Dec. 13, 2000)."
    first = parse(text).citations[0]
    assert parse(text, known=[first]).citations[0].link == KnownLink(0, "repeat", (), (0,))
    assert parse(text, known=[first.authority]).citations[0].link == KnownLink(0, "repeat", (), (0,))


def test_the_real_name_of_a_case_that_the_text_misspells() -> None:
    """Names with a pin are found by the name that the caller knows (freelawproject/eyecite 199)."""
    text = "State v. W1ngler, 135 A.2d 468, 470 (N.J. 1957). The court said so in State v. Wingler at 475."
    found = parse(text, known=["State v. Wingler, 135 A.2d 468 (N.J. 1957)"]).citations
    assert [(c.kind, c.key) for c in found] == [("case", "/us/case/a2d/135/468"), ("reference", "/us/case/a2d/135/468")]
    assert found[1].antecedent is found[0]


def test_short_names_of_cases_are_citations_when_they_are_known() -> None:
    """``Holz at 73`` is a citation only where a case of that name is cited, or known."""
    assert not parse("As Holz at 73 says.").citations
    assert [c.kind for c in parse("As Holz at 73 says.", known=[HOLZ]).citations] == ["reference"]


def test_plain_data_and_back(root: Path) -> None:
    """The list is part of the data, whose form is published."""
    schema = json.loads((root / f"docs/schema/citeparse-{SCHEMA_VERSION}.schema.json").read_text(encoding="utf-8"))
    doc = parse(
        f"Roe, 93 S. Ct. at 700. Holz, 258 F.3d at 73. § 1985. {ROE}. Id.", known=[HOLZ, ROE, "42 U.S.C. § 1983"]
    )
    data = json.loads(doc.to_json())
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []
    again = Document.from_dict(data)
    assert (again.links, again.to_dict()) == (doc.links, data)
    assert [c.authority for c in again.citations] == [c.authority for c in doc.citations]
    assert Document.from_dict({**parse("1 U.S. 1").to_dict(), "known": []}).known == ()


def test_documents_can_be_pickled() -> None:
    """The list travels with the document."""
    doc = parse("Holz, supra, at 73.", known=[HOLZ])
    back = pickle.loads(pickle.dumps(doc))  # noqa: S301 - our own
    assert (back.links, back.known[0].authority) == (doc.links, doc.known[0].authority)
    assert back.citations[0].authority == doc.citations[0].authority


def test_sources_with_markup() -> None:
    """HTML and the other formats take the list, too."""
    doc = parse_html("<i>Holz</i>, 258 F.3d at <b>73</b>.", known=[HOLZ])
    assert doc.citations[0].authority == doc.known[0].authority


def _told(doc: Document) -> list[str | None]:
    return [c.key for c in doc.citations]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_share_the_list(processes: int) -> None:
    """`parse_many` passes it on, to workers as well."""
    texts = ["Holz, supra, at 73.", "None.", "Roe, 410 U.S. at 120."]
    assert list(citeparse.parse_many(texts, processes=processes, known=(k for k in (HOLZ, ROE)), reduce=_told)) == [
        ["/us/case/f3d/258/62"], [], ["/us/case/us/410/113"],
    ]


UNRESOLVED: Citation = parse("Id. at 5.").citations[0]


@pytest.mark.parametrize(
    ("known", "error", "says"),
    [
        (HOLZ, TypeError, r"write known=\[\.\.\.\]"),
        (cite(HOLZ), TypeError, "not one Citation"),
        (None, TypeError, "not one NoneType"),
        ([HOLZ, 5], TypeError, r"known\[1\]: .* not int"),
        ([b"1 U.S. 1"], TypeError, r"known\[0\]: .* not bytes"),
        (["Holz"], CitationSyntaxError, r"known\[0\]: a citation was expected"),
        ([f"{HOLZ}; {ROE}"], CitationSyntaxError, "here a second one begins"),
        (["Holz, supra, at 5"], CitationSyntaxError, "lean on an earlier citation"),
        (["Rule 12"], CitationSyntaxError, "the set of this rule was expected"),
        ([UNRESOLVED], CitationSyntaxError, "not resolved: pass a citation in full"),
        ([attrs.evolve(cite(HOLZ).authority, key="/mine")], CitationSyntaxError, "another one's"),  # type: ignore[type-var]
    ],
)
def test_error_in_the_list(known: object, error: type[Exception], says: str) -> None:
    """What is wrong, where in the list, and what to pass instead."""
    with pytest.raises(error, match=says):
        parse("", known=known)  # type: ignore[arg-type]


def test_what_is_known_is_a_value() -> None:
    """What was read once can be used again, for instance for many texts."""
    known = parse("", known=[HOLZ]).known
    assert isinstance(known[0], Known)
    assert parse("Holz, supra.", known=known).known[0] is known[0]
