"""Courts: words of a parenthetical to courts-db ids."""

from __future__ import annotations

import pytest

from citeparse.data import courts
from citeparse.data._files import package_json

KNOWN = [
    # Federal courts of appeals (Indigo Book T1, T9; older and slip-opinion forms)
    ("2d Cir.", "ca2"),
    ("2d. Cir", "ca2"),
    ("B.A.P. 9th Cir.", "bap9"),
    ("9th Cir. BAP", "bap9"),
    ("9th Cir. B.A.P.", "bap9"),
    ("10th Cir. BAP", "bap10"),
    ("D.C. Cir.", "cadc"),
    ("Fed. Cir.", "cafc"),
    ("U.S.", "scotus"),
    ("C.A.2", "ca2"),
    ("2 Cir.", "ca2"),
    ("9 Cir.", "ca9"),
    ("CA9", "ca9"),
    ("CA 9", "ca9"),
    ("CADC", "cadc"),
    ("C.C.A. 2", "ca2"),
    ("2d Cir", "ca2"),
    ("2nd Cir.", "ca2"),
    ("lst Cir.", "ca1"),
    ("D. C. Cir.", "cadc"),
    ("U.S. Court of Appeals for the Ninth Circuit", "ca9"),
    ("Ninth Circuit", "ca9"),
    # District and bankruptcy courts
    ("S.D.N.Y.", "nysd"),
    ("C.D. Cal.", "cacd"),
    ("E. D. Pa.", "paed"),
    ("M.D. Pa.", "pamd"),
    ("Bankr. S.D.N.Y.", "nysb"),
    ("Bankr.S.D.N.Y.", "nysb"),
    ("Bkrtcy.D.Mass.", "mab"),
    ("T.T.A.B.", "ttab"),
    ("TTAB", "ttab"),
    ("D.Conn.", "ctd"),
    ("D.C.N.J.", "njd"),  # United States v. Tuzzo, D.C.N.J., 9 F.R.D. 466 (1949)
    ("D.C.S.D.N.Y.", "nysd"),
    ("C.C.S.D.N.Y.", "circtsdny"),
    ("C.C.D. Mass.", "circtdma"),
    ("C.C.N.D. Cal.", "circtndca"),
    ("N.D. W. Va.", "wvnd"),
    ("S.D. W.Va.", "wvsd"),
    ("D.P.R.", "prd"),
    ("D.V.I.", "vid"),
    ("D. Md.", "mdd"),
    ("D. Minn.", "mnd"),
    ("D.N.J.", "njd"),
    ("N.D. Okla.", "oknd"),
    ("N.D. Okl.", "oknd"),
    ("E.D.Wis.", "wied"),
    ("D. Haw.", "hid"),
    ("D. Hawai‘i", "hid"),
    ("D.R.I.", "rid"),
    ("United States District Court for the Southern District of New York", "nysd"),
    ("Southern District of New York", "nysd"),
    ("N. D. Ill.", "ilnd"),
    ("ND Ill", "ilnd"),
    ("C.D. Ill.", "ilcd"),
    ("D.D.C.", "dcd"),
    ("W.D.N.Y.", "nywd"),
    ("SDNY", "nysd"),
    ("D. S.C.", "scd"),
    ("E.D.S.C.", "southcarolinaed"),
    ("D. Neb.", "ned"),
    ("D. Or.", "ord"),
    ("D. Ore.", "ord"),
    ("M.D. Tenn.", "tnmd"),
    # Courts of special jurisdiction
    ("Fed. Cl.", "uscfc"),
    ("Cl. Ct.", "uscfc"),
    ("Ct. Cl.", "cc"),
    ("Ct. Int'l Trade", "cit"),
    ("Ct. Int’l Trade", "cit"),
    ("CIT", "cit"),
    ("C.C.P.A.", "ccpa"),
    ("CCPA", "ccpa"),
    ("BIA", "bia"),
    ("J.P.M.L.", "jpml"),
    ("T.C.", "tax"),
    ("Tax Ct.", "tax"),
    ("Vet. App.", "cavc"),
    ("C.A.A.F.", "armfor"),
    ("A. Ct. Crim. App.", "acca"),
    ("N-M. Ct. Crim. App.", "nmcca"),
    ("Temp. Emer. Ct. App.", "tecoa"),
    # State courts (Indigo Book T3; local forms)
    ("Tex. App.—Houston [1st Dist.]", "texapp"),
    ("Tex. App.—Corpus Christi–Edinburg", "texapp"),
    ("Tex.App.-Dallas", "texapp"),
    ("Cal. Ct. App.", "calctapp"),
    ("Cal. Ct. App. 2d Dist.", "calctapp"),
    ("Fla. 1st DCA", "fladistctapp"),
    ("Fla. 3d DCA", "fladistctapp"),
    ("1st DCA", "fladistctapp"),
    ("Fla. Dist. Ct. App.", "fladistctapp"),
    ("Fla. 4th Dist. Ct. App.", "fladistctapp"),
    ("Pa.", "pa"),
    ("Pa. Super. Ct.", "pasuperct"),
    ("Wis. Ct. App.", "wisctapp"),
    ("N.Y. App. Div.", "nyappdiv"),
    ("1st Dept", "nyappdiv"),
    ("2d Dep't", "nyappdiv"),
    ("2d Dept", "nyappdiv"),
    ("N.Y. App. Div. 1st Dept.", "nyappdiv"),
    ("D.C.", "dc"),
    ("Del. Ch.", "delch"),
    ("Ill. App. Ct.", "illappct"),
    ("Ill. App. Ct. 1st Dist.", "illappct"),
    ("Ill. 2d Dist.", "illappct"),
    ("Mass. App. Ct.", "massappct"),
    ("Ind. Ct. App.", "indctapp"),
    ("Ohio App.", "ohioctapp"),
    ("8th Dist. Cuyahoga", "ohioctapp"),
    ("10th Dist. Franklin", "ohioctapp"),
    ("Ohio App. 8th Dist.", "ohioctapp"),
    ("Ohio Ct. App.", "ohioctapp"),
    ("Ohio 8th Dist.", "ohioctapp"),
    ("Vt.", "vt"),
    ("Utah", "utah"),
    ("Ohio", "ohio"),
    ("Iowa", "iowa"),
    ("Mo. App. E.D.", "moctapp"),
    ("Mo. App. W.D.", "moctapp"),
    ("Mo. banc", "mo"),
    ("Mo. en banc", "mo"),
    ("Ala. Crim. App.", "alacrimapp"),
    ("Hawai‘i", "haw"),
    ("Haw. Ct. App.", "hawapp"),
    ("Okla. Crim. App.", "oklacrimapp"),
    ("Okl.Cr.", "oklacrimapp"),
    ("Tex. Crim. App.", "texcrimapp"),
    ("Tex.Crim.App.", "texcrimapp"),
    ("Tex. Cr. App.", "texcrimapp"),
    ("Tex. Civ. App.", "texapp"),
    ("Tex. Comm'n App.", "texcommnapp"),
    ("Md. Ct. Spec. App.", "mdctspecapp"),
    ("Md. App. Ct.", "mdctspecapp"),
    ("Md.", "md"),
    ("N.J. Super. Ct. App. Div.", "njsuperctappdiv"),
    ("N.J. App. Div.", "njsuperctappdiv"),
    ("N.J. Super. Ct. Law Div.", "njsuper"),
    ("Pa. Commw. Ct.", "pacommwct"),
    ("Pa. Cmwlth.", "pacommwct"),
    ("Pa.Cmwlth.Ct.", "pacommwct"),
    ("La. Ct. App. 1st Cir.", "lactapp"),
    ("La. App. 1 Cir.", "lactapp"),
    ("La.App. 4 Cir.", "lactapp"),
    ("La.", "la"),
    ("Ky. Ct. App.", "kyctapp"),
    ("Ky. App.", "kyctapp"),
    ("Alaska App.", "alaskactapp"),
    ("Del. Super. Ct.", "delsuperct"),
    ("Del.Super.", "delsuperct"),
    ("Mass.Super.", "masssuperct"),
    ("Mass. Super. Ct.", "masssuperct"),
    ("Conn. Super. Ct.", "connsuperct"),
    ("Conn. App. Ct.", "connappct"),
    ("R.I.", "ri"),
    ("R.I. Super. Ct.", "risuperct"),
    ("N.H.", "nh"),
    ("Me.", "me"),
    ("Guam", "guam"),
    ("N. Mar. I.", "nmi"),
    ("P.R.", "prsupreme"),
    ("Navajo", "navajo"),
    ("Va. Cir. Ct.", "vacc"),
    ("Va. Ct. App.", "vactapp"),
    ("W. Va.", "wva"),
    ("N.Y. Sup. Ct.", "nysupct"),
    ("N.Y. Sup. Ct. Kings Cnty.", "nysupct"),
    ("N.Y. App. Term", "nyappterm"),
    ("N.Y. Fam. Ct.", "nyfamct"),
    ("N.Y. Surr. Ct.", "nysurct"),
    ("Kan. Ct. App.", "kanctapp"),
    ("Wash. Ct. App.", "washctapp"),
    ("Tenn. Crim. App.", "tenncrimapp"),
    ("Tenn. Ct. App.", "tennctapp"),
    ("S.C. Ct. App.", "scctapp"),
    ("N.C. App.", "ncctapp"),
    ("N.C. Ct. App.", "ncctapp"),
    ("N.M. Ct. App.", "nmctapp"),
    ("Nev. Ct. App.", "nevapp"),
    ("Nev. App.", "nevapp"),
    ("Supreme Court of Ohio", "ohio"),
    ("Or. Ct. App.", "orctapp"),
]

UNKNOWN = [
    "West",
    "3d ed.",
    "Supp.",
    "A.G.",
    "Twombly",
    "MCAD",
    "en banc",
    "per curiam",
    "LexisNexis",
    "Thursday",
    "Mem.",
    "Reporter",
    "A.L.J.",
    "2d Dist.",  # of which state?
    "Ct. App.",
    "App. Div.",
    "Sup. Ct.",
]

IN_STATE = [
    # words, state that the reporter shows, court (Indigo Book R12.3.1)
    ("Ct. App.", "WI", "wisctapp"),  # State v. Rogers, 148 Wis. 2d 243 (Ct. App. 1988)
    ("Ct. App.", "Wis.", "wisctapp"),
    ("Ct. App.", "NY", "ny"),
    ("Ct. App.", "CA", "calctapp"),
    ("Ct. App.", "ID", "idahoctapp"),
    ("App. Div.", "NY", "nyappdiv"),
    ("App. Div.", "NJ", "njsuperctappdiv"),
    ("Law Div.", "NJ", "njsuper"),
    ("Tax Ct.", "NJ", "njtaxct"),
    ("App Div, 2d Dept", "NY", "nyappdiv"),  # New York Official Reports Style Manual 2.2
    ("2d Dept", "NY", "nyappdiv"),
    ("App Term, 2d Dept", "NY", "nyappterm"),
    ("Sup Ct, Kings County", "NY", "nysupct"),
    ("Civ Ct, Bronx County", "NY", "nycivct"),
    ("Fam Ct, Kings County", "NY", "nyfamct"),
    ("Ct. Cl.", "NY", "nyclaimsct"),
    ("2d Dist.", "IL", "illappct"),
    ("App. Ct.", "IL", "illappct"),
    ("1st Dist.", "CA", "calctapp"),
    ("8th Dist.", "OH", "ohioctapp"),
    ("Crim. App.", "TX", "texcrimapp"),
    ("Ch.", "DE", "delch"),
    ("Super. Ct.", "DE", "delsuperct"),
    ("App.", "CT", "connappct"),
    ("3d DCA", "FL", "fladistctapp"),
    ("2d Dist. Ct. App.", "FL", "fladistctapp"),
    ("9th Cir.", "CA", "ca9"),  # the words themselves come first where they are complete
    ("Cal.", "CA", "cal"),
    ("Ct. App.", "US", None),
]

DATED = [
    # words, year, court: courts of one name are told apart by their dates
    ("Ct. Cl.", 1960, "cc"),
    ("D.S.C.", 1800, "scd"),
    ("C.C.E.D. Pa.", 1850, "circtedpa"),
]


@pytest.mark.parametrize(("words", "court"), KNOWN)
def test_known(words: str, court: str) -> None:
    """The words of a parenthetical name their court."""
    assert courts.court_id(words) == court


@pytest.mark.parametrize("words", UNKNOWN)
def test_unknown(words: str) -> None:
    """What is not exactly known is not guessed."""
    assert courts.court_id(words) is None


@pytest.mark.parametrize(("words", "state", "court"), IN_STATE)
def test_state_of_the_reporter(words: str, state: str, court: str | None) -> None:
    """Words that need the reporter's state get it."""
    assert courts.court_id(words, state=state) == court


@pytest.mark.parametrize(("words", "year", "court"), DATED)
def test_date(words: str, year: int, court: str) -> None:
    """The year of decision is taken into account."""
    assert courts.court_id(words, year=year) == court


def test_every_citation_string() -> None:
    """Every citation string of courts-db names its court, or the court of which that one is a district."""
    wrong = {}
    for court in package_json("courts_db", "courts.json"):
        words = court["citation_string"].strip()
        if words:
            found = courts.court_id(words)
            if found not in {court["id"], court.get("parent"), "ohioctapp"}:
                wrong[words] = (court["id"], found)
    assert set(wrong) <= {"D.C.", "N. Mar. I.", "N.M.C.C.A.", "Mass. Dist. Ct."}


def test_every_district() -> None:
    """All federal districts and bankruptcy courts are known, spaced or not."""
    for court in package_json("courts_db", "courts.json"):
        words = court["citation_string"]
        if court["system"] != "federal" or not words or court["id"] == "nmid":
            continue
        if court["type"] in {"trial", "bankruptcy"}:
            assert courts.court_id(words.replace(" ", "")) == court["id"]
            assert courts.court_id(words.replace(".", ". ")) == court["id"]


NAMES = [
    ("United States Court of Appeals for the Federal Circuit", "cafc"),
    ("U.S. District Court for the Northern District of California", "cand"),
    ("United States District Court for the District of Columbia", "dcd"),
    ("Court of Appeals of Wisconsin", "wisctapp"),
    ("Superior Court of Pennsylvania", "pasuperct"),
    ("Supreme Court of New Mexico", "nm"),
    ("Supreme Court of West Virginia", "wva"),
    ("New York Court of Appeals", "ny"),
]


@pytest.mark.parametrize(("words", "court"), NAMES)
def test_full_names(words: str, court: str) -> None:
    """Names in full are known, the state before or after."""
    assert courts.court_id(words) == court


def test_highest_court() -> None:
    """The highest court of a state is found by postal code and by abbreviation."""
    assert courts.highest_court("NY") == "ny"
    assert courts.highest_court("Tex.") == "tex"
    assert courts.highest_court("XX") is None


def test_state_code() -> None:
    """States are known by their abbreviations and names."""
    spelled = [("N. Mex.", "NM"), ("West Virginia", "WV"), ("Calif.", "CA"), ("D.C.", "DC"), ("Ct. App.", None)]
    for words, code in spelled:
        assert courts.state_code(words) == code


@pytest.mark.parametrize("words", ["", " ", ".", "—", "\ud800", "\x00", "٣d Cir.", "x" * 5000, "[", "(", "-1-", "İ"])
def test_error_free_on_any_text(words: str) -> None:
    """No words whatever raise."""
    assert courts.court_id(words) is None
    assert courts.court_id(words, year=2000, state=words) is None
