"""`cite`: one citation, or an error that shows the place."""

import re

import pytest

import citeparse
from citeparse import CitationSyntaxError, cite

STANDARD = [
    # printed, standard form
    (
        "Holz v Rockefeller & Co., 258 F. 3d 62, 72–73 (2d Cir. 2001)",
        "Holz v. Rockefeller & Co., 258 F.3d 62, 72-73 (2d Cir. 2001)",
    ),
    (
        "See Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001) (per curiam).",
        "Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)",
    ),
    ("258 F.3d 62", "258 F.3d 62"),
    (
        "Roe v. Wade, 410 U.S. 113, 153, 93 S.Ct. 705, 727, 35 L.Ed.2d 147 (1973)",
        "Roe v. Wade, 410 U.S. 113, 153, 93 S. Ct. 705, 727, 35 L. Ed. 2d 147 (1973)",
    ),
    ("Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803)", "Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803)"),
    ("2015-Ohio-123, ¶ 5", "2015-Ohio-123, ¶ 5"),
    (
        "Kitchen v. State, No. 00 Civ. 12, 2003 WL 22244673, at *3 (S.D.N.Y. Sept. 30, 2003)",
        "Kitchen v. State, No. 00 Civ. 12, 2003 WL 22244673, at *3 (S.D.N.Y. Sept. 30, 2003)",
    ),
    ("2003 WL 22244673", "2003 WL 22244673"),
    ("section 1983 of title 42", "42 U.S.C. § 1983"),
    ("42 U. S. C. §1983 (2012)", "42 U.S.C. § 1983 (2012)"),
    ("28 U.S.C. §§ 1331 and 1343", "28 U.S.C. §§ 1331, 1343"),
    ("17 CFR § 240.10b-5(b)", "17 C.F.R. § 240.10b-5(b)"),
    ("Pub. L. No. 111-148, § 1101", "Pub. L. No. 111-148, § 1101"),
    ("Fed. R. Civ. P. 12 (b)(6)", "Fed. R. Civ. P. 12(b)(6)"),
    ("U.S. Const. amend. XIV, § 1", "U.S. Const. amend. XIV, § 1"),
    ("103 Harv. L. Rev. 1105, 1110–11 (1990)", "103 Harv. L. Rev. 1105, 1110-1111 (1990)"),
    ("Restatement (Second) of Torts § 402A cmt. e", "Restatement (Second) of Torts § 402A cmt. e"),
    ("S. Rep. No. 98-225, at 12 (1983)", "S. Rep. No. 98-225, at 12 (1983)"),
]

ERRORS = [
    # text, the words that the carets mark, words of the message
    ("", "", "a citation was expected, and the text is empty"),
    ("hello", "hello", "a citation was expected"),
    ("258 F.3d", "", "a page was expected after 'F.3d'"),
    ("F.3d 62", "F.3d", "a volume was expected before 'F.3d'"),
    ("258 Foo. 62", "Foo.", "'Foo.' is no reporter, code or journal that is known"),
    ("Holz v. Doe", "", "volume, reporter and page after the name"),
    ("Holz v. Doe, 258 F.3d 62 (2d Cir. 2001", "(2d Cir. 2001", "a closing parenthesis was expected"),
    ("258 F.3d 62 (2d Cir. 2001) 999 F.2d", "", "a page was expected after 'F.2d'"),
    ("No. 12-cv-5", "No. 12-cv-5", "a docket number needs the name of its case"),
    ("2015 WL", "", "a page was expected after 'WL'"),
    ("42 U.S.C.", "", "a section was expected after 'U.S.C.'"),
    ("U.S.C. § 1983", "U.S.C. § 1983", "a title was expected before 'U.S.C.'"),
    ("42 U.S.C. § 1983(a", "(a", "a closing parenthesis was expected"),
    ("Cal. Penal Code", "", "a section was expected after 'Cal. Penal Code'"),
    ("Penal Code § 187", "Penal Code § 187", "the code of which state was expected: Cal. Penal Code, Tex. Penal Code"),
    ("Code § 5", "Code § 5", "the code of which state was expected"),
    ("Fed. R. Civ. P.", "", "the number of a rule was expected"),
    ("Rule 12(b)(6)", "Rule 12(b)(6)", "the set of this rule was expected"),
    ("Civil Rule 56", "Civil Rule 56", "the court of these rules was expected"),
    ("U.S. Const.", "", "an article or amendment was expected"),
    ("art. I, § 8", "art. I, § 8", "the constitution of this provision was expected"),
    ("Exec. Order No.", "", "a number was expected after"),
    ("Restatement (Second) of Torts", "", "a section, page or edition was expected"),
    ("103 Harv. L. Rev.", "", "a page was expected after 'Harv. L. Rev.'"),
    ("42 U.S.C. § 1983 and more", "and more", "not part of the citation"),
    ("hello 42 U.S.C. § 1983", "hello", "not part of the citation"),
    ("42 U.S.C. § 1983; 5 U.S.C. § 552", "5 U.S.C. § 552", "a second one begins"),
    ("Id. at 5", "Id.", "a full citation was expected"),
    ("Holz, 258 F.3d at 72", "258 F.3d at 72", "volume, reporter and first page"),
    ("Holz, supra, at 72", "supra", "a full citation was expected"),
    ("§ 1983(a)", "§ 1983(a)", "the code of this section"),
    ("post, at 5", "post", "point to the document itself"),
]


@pytest.mark.parametrize(("printed", "standard"), STANDARD, ids=[row[0] for row in STANDARD])
def test_standard_forms(printed, standard):
    """A citation prints its standard form, which is read as an equal one."""
    one = cite(printed)
    assert str(one) == standard
    two = cite(standard)
    assert (two.key, two.authority, two.pins, two.court, two.year) == (
        one.key,
        one.authority,
        one.pins,
        one.court,
        one.year,
    )


@pytest.mark.parametrize(("text", "marked", "message"), ERRORS, ids=[row[0] for row in ERRORS])
def test_errors_show_the_place(text, marked, message):
    """The message says what was expected or left over, the span and the carets where."""
    with pytest.raises(CitationSyntaxError, match=re.escape(message)) as caught:
        cite(text)
    assert text[slice(*caught.value.span)] == marked
    lines = str(caught.value).splitlines()
    assert lines[2].count("^") == max(1, len(marked))


def test_error_of_a_long_text_shows_its_neighbourhood():
    """Of a long or many-lined text only the line at fault is shown, cut to what a screen holds."""
    with pytest.raises(CitationSyntaxError) as caught:
        cite("first line\n" + "x" * 500 + " 42 U.S.C. § 1983")
    message, line, carets = str(caught.value).split("\n")
    assert message == "these words are not part of the citation"
    assert len(line) < 120
    assert len(carets) < 120


AROUND = ["({})", "“{}”", " {}.\n", "*{}*"]


@pytest.mark.parametrize("text", [around.format("410 U.S. 113") for around in AROUND])
def test_what_may_stand_around(text):
    """Brackets, quotation marks and stops around all of it."""
    assert cite(text).key == "/us/case/us/410/113"


@pytest.mark.parametrize("wrong", [None, b"42 U.S.C. 1983", 42])
def test_error_wrong_type(wrong):
    """What is no text is refused with a word of what to pass."""
    with pytest.raises(TypeError, match=r"cite\(\) takes a str"):
        cite(wrong)


def test_lists_and_ranges():
    """A list names several authorities; a range its first section and itself."""
    assert [a.key for a in cite("28 U.S.C. §§ 1331 and 1343(a)").authorities] == [
        "/us/usc/t28/s1331",
        "/us/usc/t28/s1343",
    ]
    assert [a.key for a in cite("21 U.S.C. §§ 801–904").authorities] == ["/us/usc/t21/s801", "/us/usc/t21/s801...904"]
    assert [a.key for a in cite("Fed. R. Civ. P. 12(b)(6) and 56").authorities] == [
        "/us/rule/frcp/r12",
        "/us/rule/frcp/r56",
    ]


def test_subsections_belong_to_the_key_of_the_citation():
    """A citation's key has the subsections, its authority's has not; a bare ``Id.`` takes them over."""
    doc = citeparse.parse("42 U.S.C. § 1983(a)(1). Id. Id. § 1983(b). Id. § 1988.")
    assert [c.key for c in doc.citations] == [
        "/us/usc/t42/s1983/a/1",
        "/us/usc/t42/s1983/a/1",
        "/us/usc/t42/s1983/b",
        "/us/usc/t42/s1988",
    ]
    assert [a.key for a in doc.authorities] == ["/us/usc/t42/s1983", "/us/usc/t42/s1988"]
