"""Reporters: spellings, editions of one spelling, implied courts, nominative volumes."""

from __future__ import annotations

import re

import pytest

from citeparse.data import courts, reporters
from citeparse.data._editions import nominative
from citeparse.data._editions import reporters as tables
from citeparse.data._files import package_json
from citeparse.data._names import NameIndex, fold
from citeparse.data.reporters import Edition

NAMES = dict(reporters.names())


def mean(printed: str) -> list[str]:
    """Return the slugs that the printed words may mean."""
    folded = NAMES.get(fold(printed))
    return [e.slug for e in reporters.plausible(printed, folded)] if folded else []


SPELLINGS = [
    # printed, slugs likeliest first; source of the form
    ("F.3d", ["f3d"]),  # Indigo Book T1
    ("F.\n3d", ["f3d"]),  # line break in Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)
    ("F. Supp.2d", ["fsupp2d"]),  # S.D.N.Y. style
    ("F. SUPP. 2D", ["fsupp2d"]),  # small capitals
    ("U. S.", ["us"]),  # United States Reports
    ("US", ["us"]),  # Michigan official style
    ("S. Ct", ["sct"]),  # dropped period
    ("F. App’x", ["fappx"]),  # curly apostrophe
    ("NE2d", ["ne2d"]),  # New York Official Reports Style Manual
    ("AD3d", ["ad3d"]),  # New York Official Reports Style Manual
    ("Mich App", ["michapp"]),  # Michigan Appellate Opinion Manual
    ("N. J.", ["nj"]),  # spaced initials
    ("Hawai‘i", ["haw"]),  # Hawai‘i Reports
    ("Wn. App. 2d", ["washapp2d"]),  # Washington style sheet
    ("I&N Dec.", ["indec"]),  # Board of Immigration Appeals
    ("Pac. (2d)", ["p2d"]),  # Pacific Reporter as cited about 1935
    ("A. (2d)", ["a2d"]),  # Atlantic Reporter as cited about 1940
    ("So. 3rd", ["so3d"]),  # ordinal of ordinary English
    ("USPQ2d", ["uspq2dbna"]),  # T.T.A.B. Manual of Procedure 101.03
    ("A.L.R.2d", ["alr2d"]),  # Indigo Book R11.6
    ("Me.", ["me", "me-neutral"]),  # 63 Me. 110; the neutral citation is told by its volume
    ("ME", ["me-neutral"]),  # 2003 ME 45
    ("Ohio", ["ohio", "ohio-neutral"]),  # 17 Ohio 5; 2002-Ohio-2220
    ("CIT", ["cit", "ctintltrade"]),  # 25 CIT 118 is the official reports
    ("Day", ["day"]),  # Connecticut Reports, Day
    ("Bush.", ["bush"]),  # Bush (Ky.) with a period
    ("Wash.", ["wash", "wash-va"]),  # Washington Reports; Washington's Virginia reports
    ("Hill", ["hill-ny", "hill-sc"]),  # New York and South Carolina
    ("Micli.", ["mich"]),  # misread Mich.
    ("N. II.", ["nh"]),  # misread N. H.
    ("Q. B. D.", ["qbd"]),  # Law Reports, Queen's Bench Division
    ("Mass. Rep.", ["mass"]),  # older spelling of a state's reports
]

FALSE_FRIENDS = [
    ("me", "the pronoun"),
    ("Me", "the pronoun at the head of a line"),
    ("or", "the conjunction"),
    ("OR", "the conjunction in capitals"),
    ("day", "the word"),
    ("How", "the word, not How."),
    ("Wise", "the word, not a misread Wis."),
    ("In", "the preposition"),
    ("wl", "not WL"),
    ("Us", "the pronoun"),
    ("a 2d", "a list letter"),
    ("J.", "an initial; reporters-db gives it for Johns."),
    ("App.", "the appendix; reporters-db gives it for Ohio App."),
    ("Mar.", "the month; reporters-db gives it for A.K. Marsh."),
    ("MD", "the postal code"),
    ("Div.", "Alabama docket numbers"),
]


@pytest.mark.parametrize(("printed", "slugs"), SPELLINGS)
def test_spelling(printed: str, slugs: list[str]) -> None:
    """Spelling, spacing and periods find the reporter."""
    assert mean(printed) == slugs


@pytest.mark.parametrize(("printed", "why"), FALSE_FRIENDS)
def test_false_friend(printed: str, why: str) -> None:
    """Words and ordinary abbreviations are no reporters."""
    assert mean(printed) == [], why


CHOICES = [
    # spelling, volume, year, court, slugs left
    ("Wash.", "1", 1795, None, ["wash-va"]),  # 1 Wash. 5 (1795), Court of Appeals of Virginia
    ("Wash.", "59", 1961, None, ["wash"]),
    ("Wash.", "1", None, None, ["wash", "wash-va"]),  # not decided
    ("Wash.", "1", None, "va", ["wash-va"]),
    ("Ohio", "2002", None, None, ["ohio-neutral"]),
    ("Ohio", "17", None, None, ["ohio"]),
    ("Ark.", "2010", 2010, None, ["ark-neutral"]),  # 2010 Ark. 5 (Ark. Sup. Ct. R. 5-2)
    ("Ark.", "341", 2000, None, ["ark"]),
    ("N.H.", "2024", None, None, ["nh-neutral"]),
    ("N.H.", "133", 1990, None, ["nh"]),
    ("CIT", "25", None, None, ["ctintltrade"]),
    ("Guam", "2015", None, None, ["guam-neutral"]),  # Enriquez v. Smith, 2015 Guam 29
    ("NY Slip Op", "2011", None, None, ["nyslipop"]),
    ("MT", "108", None, None, []),  # a neutral citation needs a year
    ("Cranch", "5", 1809, "scotus", ["cranch"]),
    ("Hayw.", "3", 1817, None, ["hayw-tn"]),
    ("Sneed", "2", 1854, None, ["sneed-tn"]),
    ("Met.", "4", 1842, None, ["met-ma"]),  # Brown v. Kendall would be 6 Cush.; 4 Met. 564 (Mass. 1842)
    ("Met.", "4", 1862, None, ["met"]),
]


@pytest.mark.parametrize(("printed", "volume", "year", "court", "slugs"), CHOICES)
def test_choose(printed: str, volume: str, year: int | None, court: str | None, slugs: list[str]) -> None:
    """Volume, date and court narrow editions spelled alike, and several remain where nothing decides."""
    found = reporters.choose(reporters.plausible(printed, NAMES[fold(printed)]), year, court, volume)
    assert [e.slug for e in found] == slugs


COURTS = [
    # standard abbreviation, state, court that the reporter alone tells (Indigo Book T3)
    ("U.S.", "US", "scotus"),
    ("S. Ct.", "US", "scotus"),
    ("L. Ed. 2d", "US", "scotus"),
    ("U.S. LEXIS", "US", "scotus"),
    ("U.S. App. D.C.", "US", "cadc"),
    ("I. & N. Dec.", "US", "bia"),
    ("T.C.", "US", "tax"),
    ("T.C. Memo.", "US", "tax"),
    ("Fed. Cl.", "US", "uscfc"),
    ("Ct. Cl.", "US", "cc"),
    ("Vet. App.", "US", "cavc"),
    ("Cal. 4th", "CA", "cal"),
    ("Cal. App. 5th", "CA", "calctapp"),
    ("Cal. App. LEXIS", "CA", "calctapp"),
    ("Cal. Rptr. 3d", "CA", None),
    ("N.Y.3d", "NY", "ny"),
    ("A.D.2d", "NY", "nyappdiv"),
    ("Misc. 3d", "NY", None),
    ("N.Y.S.2d", "NY", None),
    ("Ohio St. 3d", "OH", "ohio"),
    ("Ill. 2d", "IL", "ill"),
    ("Ill. App. 3d", "IL", "illappct"),
    ("IL App (1st)", "IL", "illappct"),
    ("IL", "IL", "ill"),
    ("Mass.", "MA", "mass"),
    ("Mass. App. Ct.", "MA", "massappct"),
    ("Wis. 2d", "WI", None),
    ("WI", "WI", "wis"),
    ("WI App", "WI", "wisctapp"),
    ("UT", "UT", "utah"),
    ("UT App", "UT", "utahctapp"),
    ("ND", "ND", "nd"),
    ("SD", "SD", "sd"),
    ("OK", "OK", "okla"),
    ("OK CIV APP", "OK", "oklacivapp"),
    ("OK CR", "OK", "oklacrimapp"),
    ("MT", "MT", "mont"),
    ("WY", "WY", "wyo"),
    ("ME", "ME", "me"),
    ("VT", "VT", "vt"),
    ("NMSC", "NM", "nm"),
    ("NMCA", "NM", "nmctapp"),
    ("N.M.", "NM", None),
    ("CO", "CO", "colo"),
    ("COA", "CO", "coloctapp"),
    ("Pa. Super.", "PA", "pasuperct"),
    ("Guam", "GU", "guam"),
    ("Mich.", "MI", "mich"),
    ("Va. App.", "VA", "vactapp"),
    ("N.J. Super.", "NJ", None),
    ("Tex. App. LEXIS", "TX", "texapp"),
    ("F.3d", None, None),
    ("N.E.2d", None, None),
    ("B.R.", None, None),
    ("WL", None, None),
    ("U.S. Dist. LEXIS", None, None),
]


@pytest.mark.parametrize(("standard", "state", "court"), COURTS)
def test_implied_court(standard: str, state: str | None, court: str | None) -> None:
    """A reporter that belongs to one court implies it; a reporter of one state tells the state."""
    found = reporters.edition(standard)
    assert found is not None
    assert (found.state, found.court) == (state, court)


def test_implied_courts_exist() -> None:
    """Every implied court is a court of courts-db."""
    known = {court["id"] for court in package_json("courts_db", "courts.json")}
    assert {e.court for e in tables().slugs.values()} - {None} <= known


def test_slugs() -> None:
    """A slug is unique, plain, and finds its edition."""
    slugs = tables().slugs
    assert len(slugs) > 1300
    for slug, edition in slugs.items():
        assert re.fullmatch(r"[a-z0-9-]+", slug)
        assert edition.slug == slug
        assert not re.search(r"-[0-9]$", slug), f"{edition.standard} needs a slug of its own"


def test_every_spelling_of_reporters_db() -> None:
    """Every edition and all but a few variations of reporters-db are spellings; ``Ky.(Bush)`` is two names."""
    official = {row[0].replace(" ", "") for row in nominative().values()}
    total = lost = 0
    for entries in package_json("reporters_db", "reporters.json").values():
        for entry in entries:
            for spelling in (*entry["editions"], *entry["variations"]):
                if spelling.partition("(")[0].replace(" ", "") not in official:
                    total += 1
                    lost += not mean(spelling)
    assert total > 3500
    assert lost < total * 0.02


def test_examples_of_reporters_db() -> None:
    """At least 95 in 100 examples that begin with a volume name a reporter of their own entry."""
    index = NameIndex(reporters.names())
    total = right = 0
    for entries in package_json("reporters_db", "reporters.json").values():
        for entry in entries:
            for example in entry.get("examples", ()):
                volume = re.match(r"([0-9]+)(?:-[0-9]+)?[A-Z]?[\s-]+", example)
                if volume is None:
                    continue
                total += 1
                found = index.longest(example, volume.end())
                editions: tuple[Edition, ...] = ()
                if found is not None:
                    editions = reporters.plausible(example[volume.end() : found[1]], found[0])
                    editions = reporters.choose(editions, volume=volume.group(1)) if editions else ()
                right += any(e.name == entry["name"] for e in editions)
    assert total > 350
    assert right > total * 0.95


def test_official_with_nominative() -> None:
    """``1 Ill. (Breese) 456`` is cited by its official reporter; the nominative one stands in brackets."""
    index = NameIndex(reporters.names())
    cited = (("1 Ill. (Breese) 456", "Ill."), ("66 Ky. (3 Bush) 1", "Ky."), ("24 S.C.L. (Rice) 4", "S.C.L."))
    for text, standard in cited:
        start = text.index(" ") + 1
        found = index.longest(text, start)
        assert found is not None
        assert found[0][0].standard == standard


NOMINATIVE = [
    ("cranch", 1, ("U.S.", 5)),  # Marbury v. Madison, 5 U.S. (1 Cranch) 137 (1803)
    ("black", 2, ("U.S.", 67)),  # The Prize Cases, 67 U.S. (2 Black) 635 (1863)
    ("wall", 16, ("U.S.", 83)),  # Slaughter-House Cases, 83 U.S. (16 Wall.) 36 (1873)
    ("otto", 9, ("U.S.", 99)),
    ("cush", 6, ("Mass.", 60)),  # Brown v. Kendall, 60 Mass. (6 Cush.) 292 (1850)
    ("gratt", 33, ("Va.", 74)),
    ("bibb", 3, ("Ky.", 6)),
    ("richeq", 3, ("S.C. Eq.", 24)),
    ("hayw-tn", 3, ("Tenn.", 4)),
    ("f3d", 1, None),
    ("cranch", 10, None),
]


@pytest.mark.parametrize(("slug", "volume", "official"), NOMINATIVE)
def test_nominative(slug: str, volume: int, official: tuple[str, int] | None) -> None:
    """A volume of a nominative reporter is a volume of the official reports."""
    series = reporters.edition(slug)
    assert series is not None
    assert reporters.official(series, volume) == official


def test_nominative_volumes_do_not_overlap() -> None:
    """Each official volume is one nominative volume, save where two reporters share a volume of N.C. or S.C."""
    taken: dict[tuple[str, int], str] = {}
    for slug, (official, ranges) in nominative().items():
        assert slug in tables().slugs
        for first, last, start in ranges:
            for volume in range(start, start + last - first + 1):
                other = taken.setdefault((official, volume), slug)
                assert other == slug or official in {"N.C.", "S.C. Eq.", "Del."}, (official, volume, slug, other)


def test_journals() -> None:
    """Journals are found by abbreviation and by full name, and words are not journals."""
    named = dict(reporters.journal_names())
    for printed, slug in (("Harv. L. Rev.", "harvlrev"), ("Harvard Law Review", "harvlrev"), ("Yale L.J.", "yalelj")):
        assert [e.slug for e in reporters.plausible(printed, named[fold(printed)])] == [slug]
    assert reporters.plausible("Idea", named["idea"]) == ()
    assert reporters.plausible("IDEA", named["idea"])[0].kind == "journal"


def test_unnumbered() -> None:
    """Reporters cited without a volume are known."""
    names = {fold(name) for name, _ in reporters.unnumbered_names()}
    assert {"tcmemo", "crabbe", "scdb"} <= names
    assert "f3d" not in names


def test_highest_court_of_every_state_with_reports() -> None:
    """Where the reporter tells only the state, the state has a highest court to presume."""
    states = {e.state for e in tables().slugs.values() if e.state and e.state != "US"}
    assert [state for state in states if courts.highest_court(state) is None] == []


@pytest.mark.parametrize("printed", ["", "\ud800", "\x00", "١٢", "F" * 500, "\u202eF.3d"])
def test_error_free_on_any_text(printed: str) -> None:
    """No words whatever raise."""
    assert isinstance(reporters.plausible(printed, NAMES["f3d"]), tuple)
    assert isinstance(reporters.choose(NAMES["ohio"], volume=printed), tuple)
