"""Authorities: keys, equality, what they contain, short forms, addresses."""

import datetime

import pytest

import citeparse
from citeparse import cite

EQUAL = [
    # spellings of one authority
    ["42 U.S.C. § 1983", "42 USC 1983", "42 U. S. C. §1983", "section 1983 of title 42", "42 U.S.C.A. § 1983"],
    ["17 C.F.R. § 240.10b-5", "17 CFR 240.10b-5", "17 C. F. R. § 240.10b–5"],
    ["258 F.3d 62", "258 F. 3d 62", "258 F.3D 62"],
    ["5 U.S. (1 Cranch) 137", "1 Cranch 137", "5 U.S. 137"],
    ["2015-Ohio-123", "2015 Ohio 123"],
    ["Fed. R. Civ. P. 56", "F.R.C.P. 56", "Federal Rule of Civil Procedure 56"],
    ["I.R.C. § 61", "26 U.S.C. § 61"],
    ["U.S. Const. amend. XIV, § 1", "U. S. Const., Amdt. 14, § 1"],
]

KEYS = [
    ("Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)", "/us/case/f3d/258/62"),
    ("2003 WL 22244673", "/us/case/wl/2003/22244673"),
    ("2015-Ohio-123", "/us-oh/case/2015/123"),
    ("2015 IL App (1st) 132345-U", "/us-il/case/ilapp1st/2015/132345"),
    ("Smith v. Jones, 1 Wash. 5 (1795)", "/us/case/va/1/5"),
    ("42 U.S.C. § 1983(a)(1)", "/us/usc/t42/s1983/a/1"),
    ("Pub. L. No. 111-148", "/us/pl/111/148"),
    ("124 Stat. 119", "/us/stat/124/119"),
    ("29 C.F.R. § 1630.2(h)", "/us/cfr/t29/s1630.2/h"),
    ("21 C.F.R. pt. 133", "/us/cfr/t21/pt133"),
    ("85 Fed. Reg. 67,450", "/us/fr/85/67450"),
    ("N.Y. Penal Law § 70.00(1)", "/us-ny/code/penal-law/s70.00/1"),
    ("U.S. Const. art. I, § 8, cl. 3", "/us/const/art1/s8/cl3"),
    ("Fed. R. Civ. P. 56(c)", "/us/rule/frcp/r56/c"),
    ("S.D.N.Y. Local Civ. R. 56.1", "/us-nysd/rule/local-civ/r56.1"),
    ("U.S.S.G. § 4B1.2(a)", "/us/ussg/s4B1.2/a"),
    ("103 Harv. L. Rev. 1105", "/us/journal/harvlrev/103/1105"),
    ("IRM 4.10.3.2", "/us/irm/4.10.3.2"),  # periods tell it from IRM 41.0.3.2
    ("POMS DI 25501.001(E)(1)", "/us/poms/di-25501.001/E/1"),
    ("U.S.S.G. app. C, amend. 706", "/us/ussg/app-c-amend-706"),
    ("M21-1, Part III, para. 5.14d", "/us/m21-1/part-iii-para-5.14d"),
    ("SEC Rule 10b-5", "/us/rule/r10b-5"),
    ("R.I. Gen. Laws § 36-14-7", "/us-ri/code/gl/s36-14-7"),
    ("36 R.I. Gen. Laws § 36-14-7", "/us-ri/code/gl/s36-14-7"),  # the section repeats its title
]

CONTAINS = [
    # whole, part
    ("17 C.F.R. pt. 240", "17 C.F.R. § 240.10b-5"),
    ("42 U.S.C. § 1983", "42 U.S.C. § 1983(a)"),
    ("U.S. Const. art. I", "U.S. Const. art. I, § 8"),
]

APART = [
    ("17 C.F.R. pt. 24", "17 C.F.R. § 240.10b-5"),
    ("42 U.S.C. § 198", "42 U.S.C. § 1983"),
    ("42 U.S.C. § 1983", "42 U.S.C. § 1988"),
]

ADDRESSES = [
    ("42 U.S.C. § 1983(a)(1)", "https://www.law.cornell.edu/uscode/text/42/1983#a_1"),
    ("17 C.F.R. § 240.10b-5(b)", "https://www.ecfr.gov/current/title-17/section-240.10b-5#p-240.10b-5(b)"),
    ("10 F. Supp. 2d 5", "https://www.courtlistener.com/c/F.%20Supp.%202d/10/5/"),
    ("410 U.S. 113", "https://www.courtlistener.com/c/U.S./410/113/"),
    ("Pub. L. No. 111-148", "https://www.govinfo.gov/link/plaw/111/public/148"),
    (
        "Cal. Penal Code § 187",
        "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PEN&sectionNum=187.",
    ),
    ("Fed. R. Evid. 404(b)", "https://www.law.cornell.edu/rules/fre/rule_404#rule_404_b"),
    ("200 F. App'x 5", "https://www.courtlistener.com/c/F.%20App%27x/200/5/"),
    ("https://perma.cc/8LX8-TU38", "https://perma.cc/8LX8-TU38"),
    ("2003 WL 22244673", None),
]

SHORT = [
    ("Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)", "73", "Holz, 258 F.3d at 73"),  # Indigo Book R15.2
    ("United States v. Anderson, 258 F.3d 62 (2d Cir. 2001)", "73", "Anderson, 258 F.3d at 73"),
    ("In re Fried, 258 F.3d 62 (2d Cir. 2001)", None, "Fried, 258 F.3d 62"),
    (
        "Kitchen v. Doe, No. 12-cv-5, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003)",
        "*3",
        "Kitchen, 2003 WL 22244673, at *3",
    ),
    ("42 U.S.C. § 1983(a)", None, "§ 1983"),  # R16.2.1
    ("Fed. R. Civ. P. 12(b)(6)", None, "Rule 12"),
]


@pytest.mark.parametrize("spellings", EQUAL, ids=[row[0] for row in EQUAL])
def test_spelling_does_not_matter(spellings):
    """All spellings have one key, are equal and hash alike."""
    found = [cite(words).authority for words in spellings]
    assert {a.key for a in found} == {found[0].key}
    assert len(set(found)) == 1


@pytest.mark.parametrize(("printed", "key"), KEYS, ids=[row[0] for row in KEYS])
def test_keys(printed, key):
    """Keys are as `docs/normal_forms.md` says, and lead back to what they are keys of."""
    one = cite(printed)
    assert one.key == key
    assert citeparse.from_key(key).key == one.authority.key


@pytest.mark.parametrize(("whole", "part"), CONTAINS)
def test_contains(whole, part):
    """A whole contains its parts, and not the other way about."""
    assert cite(whole).authority.contains(cite(part))
    assert not cite(part).authority.contains(cite(whole)) or cite(part).authority == cite(whole).authority


@pytest.mark.parametrize(("one", "other"), APART)
def test_does_not_contain(one, other):
    """Likeness of numbers is no containment."""
    assert not cite(one).authority.contains(cite(other))


def test_a_range_contains_its_sections():
    """Ranges are compared by number."""
    controlled = cite("21 U.S.C. §§ 801-904").authorities[1]
    assert controlled.contains(cite("21 U.S.C. § 841(a)(1)"))
    assert not controlled.contains(cite("21 U.S.C. § 951"))


@pytest.mark.parametrize(("printed", "address"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_addresses(printed, address):
    """Addresses come from the key, with anchors for subsections; None where no pattern is known."""
    assert cite(printed).url == address
    authority = cite(printed).authority
    assert authority.url == (address.partition("#")[0] if address else None)


@pytest.mark.parametrize(("printed", "pin", "short"), SHORT, ids=[row[2] for row in SHORT])
def test_short_forms(printed, pin, short):
    """Later mentions name the party that is no government, and the section or rule alone."""
    assert cite(printed).authority.short(pin) == short


def test_a_case_gathers_what_its_mentions_tell():
    """Name, parallel citations, court, date and docket come from all mentions of the document."""
    doc = citeparse.parse(
        "Compare 93 S. Ct. 705 with Doe. See Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973). Roe, 410 U.S. at 120."
    )
    (roe,) = doc.authorities
    assert (roe.key, roe.name, roe.year, roe.court) == ("/us/case/us/410/113", "Roe v. Wade", 1973, "scotus")
    assert roe.aliases == ("/us/case/sct/93/705", "/us/case/us/410/113")
    assert roe.same_as(cite("93 S. Ct. 705").authority)
    assert roe != cite("93 S. Ct. 705").authority
    assert (roe.court_from, roe.year_from) == ("reporter", "printed")
    assert str(roe) == "Roe v. Wade, 93 S. Ct. 705, 410 U.S. 113 (1973)"


def test_the_order_of_parallel_citations_does_not_matter():
    """The key is that of the official reporter, wherever it stands."""
    assert cite("93 S. Ct. 705, 410 U.S. 113").key == cite("410 U.S. 113, 93 S. Ct. 705").key


def test_a_case_of_a_database():
    """Court, day and docket number are those printed."""
    case = cite("Kitchen v. Doe, No. 12-cv-5, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003)").authority
    assert (case.court, case.court_name, case.date, case.docket) == (
        "nysd",
        "S.D.N.Y.",
        datetime.date(2003, 9, 30),
        "12-cv-5",
    )
    assert str(case) == "Kitchen v. Doe, No. 12-cv-5, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003)"


def test_ambiguous_reporters_keep_their_candidates():
    """Where the words name several reporters and the text does not decide, all are told; where it does, one."""
    assert len(cite("1 Wash. 5").authority.candidates) > 1
    assert cite("1 Wash. 5").key == cite("1 Wash. 5").authority.candidates[0]
    assert cite("Smith v. Jones, 1 Wash. 5 (1795)").authority.candidates == ()


def test_sorted_as_in_a_table_of_authorities():
    """Cases by name, statutes by number, cases first."""
    texts = [
        "42 U.S.C. § 1983",
        "9 U.S.C. § 2",
        "Zed v. Doe, 1 F.3d 1 (2d Cir. 1990)",
        "Abel v. Doe, 2 F.3d 1 (2d Cir. 1990)",
        "42 U.S.C. § 198",
    ]
    assert [str(a) for a in sorted(cite(text).authority for text in texts)] == [
        "Abel v. Doe, 2 F.3d 1 (2d Cir. 1990)",
        "Zed v. Doe, 1 F.3d 1 (2d Cir. 1990)",
        "9 U.S.C. § 2",
        "42 U.S.C. § 198",
        "42 U.S.C. § 1983",
    ]


SOURCES = [
    # text, court, its source, year, its source, for each citation
    ("258 F.3d 62 (2d Cir. 2001)", [("ca2", "printed", 2001, "printed")]),
    (
        "Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973)",
        [("scotus", "reporter", 1973, "printed"), ("scotus", "reporter", 1973, "printed")],
    ),
    ("10 N.Y.2d 5, 200 N.E.2d 3 (1961)", [("ny", "reporter", 1961, "printed"), ("ny", "parallel", 1961, "printed")]),
    ("2015-Ohio-5, 30 N.E.3d 4", [("ohio", "reporter", 2015, "volume"), ("ohio", "parallel", 2015, "parallel")]),
    ("258 F.3d 62", [(None, None, None, None)]),
]


@pytest.mark.parametrize(("text", "told"), SOURCES, ids=[row[0] for row in SOURCES])
def test_where_court_and_year_are_known_from(text, told):
    """Printed, implied by the citation itself, or inherited from a parallel one."""
    assert [(c.court, c.court_from, c.year, c.year_from) for c in citeparse.parse(text).citations] == told
