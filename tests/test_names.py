"""Case names: abbreviated, written out, compared (Indigo Book R11, T11, T12)."""

import pytest

from citeparse.normalizer.party import abbreviated, written_out
from citeparse.normalizer.same_name import same_name

BOTH_WAYS = [
    # in full, abbreviated
    ("Association of Manufacturers v. Board of Education", "Ass'n of Mfrs. v. Bd. of Educ."),
    ("New York Times Company v. Sullivan", "N.Y. Times Co. v. Sullivan"),
    ("Southern Pacific Company v. Jensen", "S. Pac. Co. v. Jensen"),
    ("California v. Texas", "California v. Texas"),
    ("United States v. Jones", "United States v. Jones"),
    ("California Department of Corrections v. Morales", "Cal. Dep't of Corr. v. Morales"),
    ("McDonald v. City of Chicago", "McDonald v. City of Chi."),
    ("International Business Machines Corporation v. Doe", "Int'l Bus. Machs. Corp. v. Doe"),
    ("Doe v. United States Department of Education", "Doe v. U.S. Dep't of Educ."),
    ("Hospitals of America v. North Carolina State Board", "Hosps. of Am. v. N.C. State Bd."),
    ("Communications Workers of America v. Beck", "Commc'ns Workers of Am. v. Beck"),
    ("Erie Railroad Company v. Tompkins", "Erie R.R. Co. v. Tompkins"),
    ("In re Holz", "In re Holz"),
    ("West v. Gibson", "West v. Gibson"),
    ("J. Smith v. Doe", "J. Smith v. Doe"),
]

EQUAL = [
    ("U.S. v. Nat'l Bank, Inc.", "United States of America v. National Bank"),
    ("Dep't of Educ. v. Holz", "Department of Education v. Holz"),
    ("In re Smith", "In the Matter of Smith"),
    ("Ex parte Young", "Young"),
    ("State of New York v. Doe", "New York v. Doe"),
    ("People of the State of California v. Doe", "California v. Doe"),
    ("Smith, et al. v. Jones", "Jones v. Smith"),
    ("Am. Tel. & Tel. Co. v. FCC", "American Telephone and Telegraph Company v. Federal Communications Commission"),
    ("N.Y. Times Co. v. Sullivan", "New York Times Company v. Sullivan"),
    ("Sec. & Exch. Comm'n v. Doe", "Securities and Exchange Commission v. Doe"),
    ("SEC v. Doe", "Securities & Exchange Commission v. Doe"),
    ("Env't Def. Fund v. EPA", "Environmental Defense Fund v. EPA"),
    ("Envtl. Def. Fund v. E.P.A.", "Environmental Defense Fund v. EPA"),
    ("Nat'l Ass'n of Mfrs. v. Doe", "National Association of Manufacturers v. Doe"),
    ("O’Connor vs Doe", "O'Connor v. Doe"),
    ("Doe ex rel. Roe v. Poe", "Doe on behalf of Roe v. Poe"),
    ("Acme, Inc. v. Doe", "Acme v. Doe"),
]

DIFFERENT = [
    ("Holz v. Doe", "Holz v. Roe"),
    ("Robert v. Doe", "Roberts v. Doe"),
    ("Holz", "Holz v. Doe"),
    ("Smith v. Jones", "Smith v. Johnson"),
    ("Secretary of State v. Doe", "Security of State v. Doe"),
    ("North Dakota v. Doe", "South Dakota v. Doe"),
]


@pytest.mark.parametrize(("full", "short"), BOTH_WAYS)
def test_words_are_abbreviated_and_written_out(full, short):
    """Each way gives the other form; parties of one word and places alone stay."""
    assert abbreviated(full) == short
    assert written_out(short) == full
    assert abbreviated(short) == short
    assert written_out(full) == full


def test_what_is_lost():
    """Of several words with one abbreviation one is written out: Telegraph and Telephone are both Tel."""
    assert written_out(abbreviated("American Telephone and Telegraph")) == "American Telephone & Telephone"


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_same_name(one, other):
    """Spelling, abbreviation, initials of agencies, procedural words and order do not matter."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_name(one, other):
    """Other parties do."""
    assert not same_name(one, other)
    assert not same_name(other, one)
