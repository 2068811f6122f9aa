"""Dates as citations print them, and the words of a court parenthetical: ``2d Cir. 2006`` (Indigo Book R12.3)."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.data.courts import court_id

__all__ = ["CourtDate", "read_date", "split_court_date"]

LONGEST = 300
"""A parenthetical of more characters tells no court and date alone."""

CENTURY_PIVOT = 50
"""Two-digit years below this are of the twenty-first century (Louisiana: ``5/7/97``, ``1/15/25``)."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1,
    )
}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = lazy(
    rf"""
    (?<![0-9/])
    (?:
        (?P<month>{_MONTH})\b\.?,?\s{{0,4}}                                     # Nov.
        (?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?[0-9]{{1,2}})?,?\s{{0,4}}   # 2,
          |(?:Term|T\.),?\s{{1,4}})?                                            # Sept. Term, 2018
      | (?P<first>[0-9]{{1,2}})\s{{1,4}}(?P<later>{_MONTH})\b\.?,?\s{{1,4}}     # 2 Nov.
      | (?:Spring|Summer|Autumn|Fall|Winter)\s{{1,4}}
    )?
    (?P<year>1[5-9][0-9]{{2}}|20[0-9]{{2}})(?:\s?[-–/]\s?(?:[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])     # 2006, 1998-99
  |
    (?<![0-9/])(?P<m>[0-9]{{1,2}})/(?P<d>[0-9]{{1,2}})/(?P<y>[0-9]{{4}}|[0-9]{{2}})(?![0-9])      # 5/7/97
    """,
    re.VERBOSE,
)

_COMMON = lazy(
    r"""
    ( (?: [0-9]{1,2}(?:st|nd|rd|d|th)\.?\s{0,4}         # 2d
        | (?!Supp|Repl|Cum\b|Mem|Rev\b|Vol|Eds?\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s{0,4}[0-9])
          [A-Z][A-Za-z’']{0,7}\.\s{0,4}                # Cir.
      ){1,6} )
    ( (?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?[ ][0-9]{1,2},[ ])?     # Nov. 2,
      (?:1[6-9]|20)[0-9]{2} )                          # 2001
    """,
    re.VERBOSE,
)
"""Abbreviations and a date: most parentheticals."""

_COURT = lazy(r"[A-Z0-9\[](?:[A-Za-z0-9.,'’‘&:/;\[\]()\-–—]|\s){0,90}")
"""Words that may name a court; `_PROSE` and `_REFUSED` sort out the rest."""

_PROSE = lazy(
    r"(?:^|[\s(])(?!(?:of|for|the|and|in|at|on|banc|en|d|filed|decided|entered|argued|mem|per|curiam)\b)[a-z]",
)
"""A word in lower case that no court's name has."""

_VERB = lazy(r"\b(?:filed|decided|entered|argued|order(?:ed)?)\b")
_FILED = lazy(r"(?:filed|decided|entered|argued|issued)\s{1,3}(?=[A-Z0-9])")
"""``(filed Aug. 2, 2025)``: the day of a decision without its court."""
_EDITION = lazy(
    r"""
    \b(?:ed|eds|rev|unabr|abr|repl|supp|cum|vol|eff|effective|amended|West|LexisNexis|Lexis|Michie|Vernon|Deering|McKinney|Baldwin
        |Thomson|Bender|Bloomberg|Wolters|Consol|Purdon|BNA|CCH|RIA|Reprint|reprint|Cong|Sess|Pamphlet|daily|Law\ Co
        |Update|Press|Pub|Publ'g|ABA|Foundation|Grp)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words of publishers and editions (Indigo Book R16, R22): the year is one of edition, and there is no court."""

_WEIGHT = lazy(r"(?:en|in)\s(?:banc|bank)|per\scuriam|mem(?:orandum)?|table|unpublished", re.IGNORECASE)
_NOTE = lazy(
    r"\s*(?:[,;\[(]|ed\b|eds\b|Repl|Supp|Cum|rev\b|&|and\s|update\b|amend)|\s+(?:en|in|per|mem|unpublished)\b",
    re.IGNORECASE,
)
"""How what follows the date begins: ``, pet. denied``, ``ed.``, ``en banc``."""

_REFUSED = lazy(
    r"(?:Pet|Petition|Motion|Doc|Order|Tr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|.*?(?:\bAct\b|\bLaw\s[0-9]|\bNo\.|[0-9]{3})",
)
"""Documents of the record, days of the week, and what carries a number: none of these is a court."""


_DISTRICT = lazy(r"[0-9]{1,2}(?:st|nd|rd|d|th)\s{1,3}Dist\.")
"""``2017-Ohio-4452 (10th Dist.)``: the year is in the citation, and the reporter tells the state (Ohio Manual)."""


class CourtDate(NamedTuple):
    """Where court, date and note stand in the words of a parenthetical."""

    court: tuple[int, int] | None
    """``Tex. App.—Houston [1st Dist.]``"""
    date: tuple[int, int] | None
    """``Nov. 2, 2006``"""
    note: tuple[int, int] | None
    """What follows: ``pet. denied``; or what precedes a date without being a court: ``3d ed.``"""


def read_date(words: str) -> tuple[int | None, datetime.date | None]:
    """Return the year, and the day when one is printed and exists.

    >>> read_date("Sept. 30, 2003"), read_date("Nov. 1998"), read_date("5/7/97")[0]
    ((2003, datetime.date(2003, 9, 30)), (1998, None), 1997)
    """
    if len(words) == 4 and words.isascii() and words.isdecimal():
        return int(words), None
    match = _DATE.search(words)
    if match is None:
        return None, None
    if match["m"] is not None:
        year = _full_year(match["y"])
        return year, _day(year, int(match["m"]), int(match["d"]))
    year = int(match["year"])
    month, day = match["month"] or match["later"], match["day"] or match["first"]
    if month is None or day is None:
        return year, None
    return year, _day(year, _MONTHS[month[:3].lower()], int(day))


def split_court_date(words: str) -> CourtDate | None:
    """Return where court and date stand in the inside of a parenthetical, or None when it tells neither.

    >>> split_court_date("2d Cir. 2001")
    CourtDate(court=(0, 7), date=(8, 12), note=None)
    >>> split_court_date("10th Cir."), split_court_date("quoting Smith")
    (CourtDate(court=(0, 9), date=None, note=None), None)
    """
    if len(words) == 4 and words.isascii() and words.isdecimal():
        return CourtDate(None, (0, 4), None)
    common = _COMMON.fullmatch(words)
    if common is not None:
        return CourtDate((0, len(common.group(1).rstrip())), common.span(2), None)
    if len(words) > LONGEST or (words[:1].islower() and not _EDITION.search(words, 0, 12)):
        return _filed(words[:LONGEST])
    match = _DATE.search(words)
    if match is None:
        return _court_alone(words)
    start, end = match.span()
    note, before = _after(words, end), _before(words, start)
    if note is None or before is None:
        return None
    court, other = before
    return CourtDate(court, (start, end), other or note[0])


def _filed(words: str) -> CourtDate | None:
    """Return the date of ``filed Aug. 2, 2025``, and nothing for other words in small letters."""
    verb = _FILED.match(words)
    found = _DATE.match(words, verb.end()) if verb is not None else None
    if found is None or words[found.end() :].lstrip()[:1] not in ("", ";"):
        return None
    return CourtDate(None, found.span(), None)


def _before(words: str, start: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None] | None:
    """Return court and note before a date at ``start``, or None when the words are something else."""
    first = len(words) - len(words.lstrip())
    end = first + len(words[first:start].rstrip(" ,\t\r\n\u00a0"))
    if end <= first:
        return None, None
    told = words[first:end]
    verb = _VERB.search(told)
    if verb is not None and verb.end() == len(told):
        end = first + len(told[: verb.start()].rstrip(" ,"))
        told = words[first:end]
    if _WEIGHT.fullmatch(told.rstrip(".")) or _EDITION.search(told):
        return None, (first, end)
    if _REFUSED.match(told) or not _COURT.fullmatch(told) or _PROSE.search(told):
        return None
    return (first, end), None


def _after(words: str, end: int) -> tuple[tuple[int, int] | None] | None:
    """Return the note after a date in a tuple, or None when what follows makes it prose."""
    rest = words[end:]
    if not rest or rest.isspace() or rest == ".":
        return (None,)
    match = _NOTE.match(rest)
    if match is None:
        return None
    begin = end + len(rest) - len(rest.lstrip(" ,;\t\r\n"))
    return ((begin, end + len(rest.rstrip())),)


def _court_alone(words: str) -> CourtDate | None:
    """Return a court without a date, as before a later history: ``10th Cir.`` (Indigo Book R14)."""
    first = len(words) - len(words.lstrip())
    told = words.strip()
    if not told or len(told) > 60 or not _COURT.fullmatch(told) or _PROSE.search(told):
        return None
    if court_id(told) is None and _DISTRICT.fullmatch(told) is None:
        return None
    return CourtDate((first, first + len(told)), None, None)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < CENTURY_PIVOT else 1900)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
