"""Dates, and court and date in the words of a parenthetical."""

from __future__ import annotations

import datetime

import pytest

from citeparse.data import dates

DATES = [
    # words, year, month, day
    ("2001", 2001, None, None),
    ("Sept. 30,\n\n2003", 2003, 9, 30),  # broken over a page
    ("March 3, 2020", 2020, 3, 3),
    ("Dec.16, 2003", 2003, 12, 16),
    ("30 Sept. 2003", 2003, 9, 30),
    ("5/7/97", 1997, 5, 7),  # Louisiana (La. Sup. Ct. Gen. Admin. R. pt. G, § 8)
    ("1/15/25", 2025, 1, 15),
    ("05/10/2010", 2010, 5, 10),
    ("Nov. 1998", 1998, None, None),
    ("May 2007", 2007, None, None),
    ("1998-99", 1998, None, None),
    ("Winter 2001", 2001, None, None),
    ("Sept. Term, 2018", 2018, None, None),  # Maryland dockets
    ("Sept. 9-10, 2004", 2004, 9, 9),
    ("Feb. 30, 2001", 2001, None, None),  # no such day
    ("13/40/97", 1997, None, None),
    ("1603", 1603, None, None),  # Semayne's Case, 77 Eng. Rep. 194 (K.B. 1603)
    ("12345", None, None, None),
    ("9th Cir.", None, None, None),
    ("", None, None, None),
    ("٢٠٠١", None, None, None),
]

SPLITS = [
    # words, court, date, note; source
    ("1986", None, "1986", None),
    ("2d Cir. 2001", "2d Cir.", "2001", None),  # Holz v. Rockefeller & Co.
    ("2d. Cir.2005", "2d. Cir.", "2005", None),
    ("Mass.\n\nApp. Ct. 2000", "Mass.\n\nApp. Ct.", "2000", None),  # Commonwealth v. McCaffery, broken over a page
    ("1st\nCir.\n1998", "1st\nCir.", "1998", None),
    ("S.D.N.Y. Nov. 2, 2006", "S.D.N.Y.", "Nov. 2, 2006", None),
    ("S.D.N.Y. filed Apr. 12, 2005", "S.D.N.Y.", "Apr. 12, 2005", None),
    ("C.A.2, 1956", "C.A.2", "1956", None),
    ("Cal. 1969", "Cal.", "1969", None),
    ("U.S. Feb. 20, 2020", "U.S.", "Feb. 20, 2020", None),
    ("N. Mar. I. 2010", "N. Mar. I.", "2010", None),
    ("2d Dept 1983", "2d Dept", "1983", None),  # New York Official Reports Style Manual
    ("Sup Ct, Kings County 2004", "Sup Ct, Kings County", "2004", None),
    ("BIA 2020", "BIA", "2020", None),
    ("A.G. 1986", "A.G.", "1986", None),
    ("Mo. banc 1982", "Mo. banc", "1982", None),
    ("La. App. 1 Cir. 5/7/97", "La. App. 1 Cir.", "5/7/97", None),
    (
        "Tex. App.—Houston [1st Dist.] 2009, pet. denied",
        "Tex. App.—Houston [1st Dist.]",
        "2009",
        "pet. denied",
    ),  # Texas Rules of Form (the Greenbook) 4.4
    ("N.D.Cal., Jan. 3, 2010, No. C 09-1234", "N.D.Cal.", "Jan. 3, 2010", "No. C 09-1234"),  # California Style Manual
    ("9th Cir. 1998 (en banc)", "9th Cir.", "1998", "(en banc)"),
    ("1975, en banc", None, "1975", "en banc"),
    ("1978, Clark, J., dissenting", None, "1978", "Clark, J., dissenting"),
    ("Mem. 1947", None, "1947", "Mem."),
    ("10th Cir.", "10th Cir.", None, None),  # Indigo Book R14: the later history carries the year
    ("Iowa", "Iowa", None, None),
    ("West 2010", None, "2010", "West"),  # Indigo Book R16: an edition of a code
    ("West Supp. 2004", None, "2004", "West Supp."),
    ("3d ed. 2003", None, "2003", "3d ed."),
    ("rev. ed. 1990", None, "1990", "rev. ed."),
    ("1982 ed., Supp. V", None, "1982", "ed., Supp. V"),
    ("2004 & Supp. 2010", None, "2004", "& Supp. 2010"),
    ("eff. Jan. 1, 2011", None, "Jan. 1, 2011", "eff."),  # Ill. R. Evid. 404(a) (eff. Jan. 1, 2011)
    ("Nov. 1998", None, "Nov. 1998", None),
    ("Nov.\n1998", None, "Nov.\n1998", None),
]

NEITHER = [
    "quoting United States v. Smith, 123 F.3d 1 (2d Cir. 2001)",
    "citing 2001 cases",
    "Conf. Rep.",
    "en banc",
    "per curiam",
    "Scalia, J., dissenting",
    "7-2 decision",
    "No. 3591",
    "Pet. filed July 28, 2010",
    "last visited March 17, 2020",
    "Thursday, July 3, 1990",
    "the 1984 plan",
    "Board's 1996 Approval",
    "1933 Act",
    "D.C. Act 19-310, February 22, 2012, 59 DCR 1688",
    "Twombly",
    "“Knowles Decl.”",
    "2009 WL 123",
    "",
    "  ",
]


@pytest.mark.parametrize(("words", "year", "month", "day"), DATES)
def test_read_date(words: str, year: int | None, month: int | None, day: int | None) -> None:
    """A date gives its year, and its day when it is printed and exists."""
    date = datetime.date(year, month, day) if year and month and day else None
    assert dates.read_date(words) == (year, date)


@pytest.mark.parametrize(("words", "court", "date", "note"), SPLITS)
def test_split(words: str, court: str | None, date: str | None, note: str | None) -> None:
    """Court, date and note are told apart by their places."""
    split = dates.split_court_date(words)
    assert split is not None
    assert tuple(None if span is None else words[slice(*span)] for span in split) == (court, date, note)


@pytest.mark.parametrize("words", NEITHER)
def test_neither(words: str) -> None:
    """Other parentheticals tell no court and no date."""
    assert dates.split_court_date(words) is None


HOSTILE = [
    "\ud800",
    "\x00",
    "(" * 400,
    "A. " * 5000 + "2001",
    "1" * 5000,
    "Nov. " * 60,
    "２００１",
    "[" * 290 + "2001",
    "-" * 299,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_error_free_on_any_text(words: str) -> None:
    """No words whatever raise."""
    dates.split_court_date(words)
    dates.read_date(words)
