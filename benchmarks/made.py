"""Citations of every kind made from the tables: one function a kind, which draws from a source of random numbers.

What they make is what a careful writer prints: standard abbreviations, plausible numbers, names, pins, courts, dates.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable, Mapping, Sequence

from citeparse.data import _editions, books, codes, constitutions, court_rules, journals, legislative, others
from citeparse.data.court_names import _names as court_names
from citeparse.data.courts import court_id

__all__ = ["KINDS", "Random", "spelled"]

Random = random.Random

PARTIES = (
    "Holz",
    "Rockefeller & Co.",
    "Smith",
    "Anderson",
    "United States",
    "State",
    "Commonwealth",
    "Acme Corp.",
    "Int'l Bus. Machs. Corp.",
    "City of Los Angeles",
    "Bd. of Educ.",
    "Doe",
    "McDonnell Douglas Corp.",
    "O'Connor",
    "Bell Atl. Corp.",
    "Twombly",
    "Sec'y of Labor",
    "Nat'l Ass'n of Mfrs.",
    "Dep't of Transp.",
    "Garcia-Lopez",
    "First Nat'l Bank of Boston",
    "Kitchen",
)
SMALL = "abcdefgh"
ROMAN = ("i", "ii", "iii", "iv")
MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def _number(r: Random, top: int = 999) -> int:
    return r.randint(1, r.choice((9, 99, top)))


def _name(r: Random) -> str:
    first = r.choice(PARTIES)
    form = r.randint(0, 9)
    if form == 0:
        return f"In re {first}"
    if form == 1:
        return f"Ex parte {r.choice(('Doe', 'Smith', 'Anderson'))}"
    return f"{first} v. {r.choice([p for p in PARTIES if p != first])}"


def _page_pins(r: Random, first: int = 1, joint: str = ", ") -> str:
    """No pin, a page, a range with dropped digits, a footnote, several."""
    form = r.randint(0, 5)
    page = first + r.randint(1, 40)
    if form == 0:
        return ""
    if form == 1:
        return f"{joint}{page}-{_dropped(page, page + r.randint(1, 9))}"
    if form == 2:
        return f"{joint}{page} n.{r.randint(1, 40)}"
    if form == 3:
        return f"{joint}{page}, {page + 5}"
    if form == 4:
        return f"{joint}{page} nn.{r.randint(1, 4)}-{r.randint(5, 9)}"
    return f"{joint}{page}"


def _dropped(start: int, end: int) -> str:
    """Write the end of a range with its last two digits where it can be (Indigo Book R5.1.2)."""
    low, high = str(start), str(end)
    return high[-2:] if len(low) == len(high) > 2 and low[:-2] == high[:-2] else high


def _subsections(r: Random) -> str:
    steps = (f"({r.choice(SMALL)})", f"({r.randint(1, 9)})", f"({r.choice('ABC')})", f"({r.choice(ROMAN)})")
    return "".join(steps[: r.choice((0, 0, 1, 1, 2, 3, 4))])


@functools.cache
def _reporters() -> tuple[_editions.Edition, ...]:
    """Editions that print volume and page, whose standard abbreviation means them first."""
    table = _editions.reporters()
    return tuple(
        e
        for e in table.slugs.values()
        if e.kind == "case"
        and not e.unnumbered
        and not e.standard.endswith(",")  # a word of English: ``5 Reporter, 23``
        and not e.paragraphs
        and table.exact.get(re.sub(r"\s", "", e.standard), (None,))[0] is e
    )


@functools.cache
def _courts() -> tuple[tuple[str, str], ...]:
    return tuple((key, name) for key, name in sorted(court_names().items()) if court_id(name, year=1995) == key)


PARALLEL = (
    ("U.S.", "S. Ct.", "L. Ed. 2d"),
    ("U.S.", "S. Ct."),
    ("Cal. 3d", "P.2d", "Cal. Rptr."),
    ("N.Y.2d", "N.E.2d", "N.Y.S.2d"),
    ("Ill. 2d", "N.E.2d"),
    ("Mass.", "N.E.2d"),
    ("Wash. 2d", "P.2d"),
    ("N.J.", "A.2d"),
    ("Va.", "S.E.2d"),
)
"""Reporters in which one decision is found."""


def _parallel(r: Random) -> str:
    """``Holz v. Doe, 410 U.S. 113, 115, 93 S. Ct. 705, 707 (1973)``."""
    cites = []
    for series in r.choice(PARALLEL):
        page = _number(r, 1500)
        cites.append(f"{_number(r)} {series} {page}{r.choice(('', f', {page + 2}', f', {page + 1} n.4'))}")
    return f"{_name(r)}, {', '.join(cites)} ({r.randint(1970, 1988)})"


def _nominative(r: Random) -> str:
    """``Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803)`` or ``1 Cranch 137``."""
    slug, (official, ranges) = r.choice(sorted(_editions.nominative().items()))
    first, last, start = r.choice(ranges)
    volume, page, edition = r.randint(first, last), _number(r, 900), _editions.reporters().slugs[slug]
    year = r.randint(max(edition.start or 1790, 1790), edition.end or 1870)
    printed = f"{volume} {edition.standard} {page}"
    if r.random() < 0.6:
        printed = f"{start + volume - first} {official} ({volume} {edition.standard}) {page}"
    return f"{_name(r)}, {printed}{_page_pins(r, page)} ({year})"


def case(r: Random) -> str:
    """Make a citation of one decision, one in five with parallel citations or to a reporter called by its author."""
    return r.choice((_reported, _reported, _reported, _reported, _parallel, _nominative))(r)


def _reported(r: Random) -> str:
    """``Holz v. Rockefeller & Co., 258 F.3d 62, 72-73 (2d Cir. 2001)``."""
    edition = r.choice(_reporters())
    last = min(2024, edition.end or 2024)
    year = r.randint(min(last, edition.start or 1950), last)
    name = f"{_name(r)}, " if r.random() < 0.8 else ""
    if edition.standard == "WL" or "LEXIS" in edition.standard:
        day = f"{r.choice(MONTHS)} {r.randint(1, 28)}, {year}"
        pin = f", at *{_number(r, 40)}" if r.random() < 0.5 else ""
        number = f"{r.randint(1, 29)}-{r.choice(('cv', 'cr'))}-{_number(r)}"
        cite = f"{year} {edition.standard} {_number(r, 99999)}{pin}"
        return f"{name}No. {number}, {cite} ({r.choice(_courts())[1]} {day})"
    if edition.cite_type == "neutral":
        pin = r.choice(("", f", ¶ {_number(r, 99)}", f", ¶¶ {_number(r, 9)}-{r.randint(10, 30)}"))
        joined = "-" if edition.standard in ("Ohio", "NMSC", "NMCA", "NMCERT", "NCSC", "NCCOA") else " "
        return f"{name}{max(year, 1998)}{joined}{edition.standard}{joined}{_number(r)}{pin}"
    page = _number(r, 1500)
    court = "" if edition.court else f"{r.choice(_courts())[1]} "
    return f"{name}{_number(r)} {edition.standard} {page}{_page_pins(r, page)} ({court}{year})"


def docket(r: Random) -> str:
    """``Smith v. Doe, No. 12-cv-604 (S.D.N.Y. Dec. 4, 2014)``."""
    number = f"{r.randint(1, 29):02}-cv-{_number(r, 9999)}"
    return f"{_name(r)}, No. {number} (S.D.N.Y. {r.choice(MONTHS)} {r.randint(1, 28)}, {r.randint(1995, 2023)})"


_SHAPES = (
    "{a}", "{a}.{b}", "{a}-{b}", "{a}-{b}-{c}", "{a}:{b}", "{a}.{b}.{c}", "{s}/{a}-{b}", "{d}", "{e}.{e}",
    "{f}.{f}.{b}", "{f}-{f}-{b}", "{f}-{f}-{f}-{f}",
)
"""Numbers of sections in the codes of the States."""
_LAST = re.compile(r"[0-9]+$")


def _section(r: Random, code: codes.Code) -> str:
    """A section of the shape that the code has."""
    for _ in range(400):
        ranges = {"b": (100, 999), "c": (1, 999), "d": (100, 9999), "e": (1000, 9999), "f": (10, 40), "s": (5, 5)}
        digits = {name: r.randint(*ends) for name, ends in ranges.items()}
        number = r.choice(_SHAPES).format(a=_number(r), **digits)
        if code.like is None and (code.flat or "{title}" in code.form) and not number.isdigit():
            continue
        if code.like is None and ("/" in number or ":" in number):
            continue
        if code.like is None or code.like.match(number):
            return number
    raise LookupError(code.form)


def _further(r: Random, section: str) -> str:
    """A later section after the first one, or the end of a range."""
    later = _LAST.sub(lambda digits: str(int(digits.group()) + 7), section)
    form = r.randint(0, 2)
    if form == 0:
        return f" to {later}"
    if form == 1 and section.isdigit() and len(section) > 2:
        return f"-{later}"
    return f", {later}{_subsections(r)}"


@functools.cache
def _codes(kind: str) -> tuple[codes.Code, ...]:
    return tuple(c for c in codes.codes() if c.kind == kind and not c.path.startswith("us/act/"))


def _coded(r: Random, kind: str) -> str:
    federal = [c for c in _codes(kind) if c.path in ("us/usc", "us/cfr")]
    code = r.choice(_codes(kind) if r.random() < 0.8 else federal)
    section = _section(r, code) + _subsections(r)
    words = code.form.replace("{title}", str(_number(r, 50))).replace("{chapter}", str(_number(r)))
    words = words.replace("{section}", section)
    if code.agency:
        words = words.replace(code.standard, f"{code.standard} {r.choice(('NR', 'DHS', 'ATCP'))}")
    if r.random() < 0.2 and "§ " in words and section[-1].isdigit() and words.endswith(section):
        words = words.replace("§ ", "§§ ") + _further(r, section)
    return words + r.choice(("", "", f" ({r.randint(1970, 2023)})"))


def statute(r: Random) -> str:
    """``42 U.S.C. § 1983(a) (2012)``, ``Pub. L. No. 111-148``, ``124 Stat. 119, 121``."""
    form = r.randint(0, 5)
    if form == 0:
        return f"Pub. L. No. {r.randint(57, 118)}-{_number(r)}{r.choice(('', f', § {_number(r)}'))}"
    if form == 1:
        page = _number(r, 4000)
        pin = r.choice(("", f", {page + 2}", f", {page + 1}-{page + 9}"))
        return f"{r.randint(1, 137)} Stat. {page}{pin} ({r.randint(1800, 2020)})"
    return _coded(r, "statute")


def regulation(r: Random) -> str:
    """``17 C.F.R. § 240.10b-5(a)``, ``21 C.F.R. pt. 133``, ``85 Fed. Reg. 67,450``."""
    form = r.randint(0, 5)
    if form == 0:
        return f"{_number(r, 50)} C.F.R. pt. {_number(r)}"
    if form == 1:
        page = r.randint(1000, 80000)
        words = f"{page:,}" if page > 9999 else str(page)
        return f"{r.randint(1, 89)} Fed. Reg. {words}{r.choice(('', f' ({r.randint(1936, 2023)})'))}"
    if form == 2:
        return f"{_number(r, 50)} C.F.R. § {_number(r)}.{_number(r)}{_subsections(r)}"
    return _coded(r, "regulation")


def constitution(r: Random) -> str:
    """``U.S. Const. amend. XIV, § 1``, ``Cal. Const. art. I, § 19``."""
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
    if r.random() < 0.4:
        return f"U.S. Const. amend. {r.choice(numerals)}{r.choice(('', f', § {r.randint(1, 5)}'))}"
    charters = [c.series for _, c in constitutions.charter_names() if c.jurisdiction and c.series.endswith("Const.")]
    series = r.choice(charters)
    clause = f", cl. {r.randint(1, 18)}" if series == "U.S. Const." and r.random() < 0.5 else ""
    return f"{series} art. {r.choice(numerals)}, § {r.randint(1, 30)}{clause}"


@functools.cache
def _rules() -> tuple[court_rules.RuleSet, ...]:
    sets = {rules.series: rules for _, rules in court_rules.rule_names()}
    return tuple(s for s in sets.values() if not s.generic and not s.number and s.series != "Rule")


def rule(r: Random) -> str:
    """``Fed. R. Civ. P. 12(b)(6)``."""
    rules = r.choice(_rules())
    court = ""
    if rules.court == "district":
        court = r.choice(("S.D.N.Y. ", "D. Mass. ", "E.D. Pa. "))
    elif rules.court == "circuit":
        court = r.choice(("2d ", "9th ", "5th "))
    sign = f"{rules.sign} " if rules.sign else ""
    return f"{court}{rules.series} {sign}{r.randint(3, 99)}{_subsections(r)}"


@functools.cache
def _journals() -> tuple[str, ...]:
    return tuple(sorted({row.standard for _, row in journals.journal_names()}))


def journal(r: Random) -> str:
    """``103 Harv. L. Rev. 1105, 1110 (1990)``."""
    page = _number(r, 1500)
    return f"{_number(r, 120)} {r.choice(_journals())} {page}{_page_pins(r, page)} ({r.randint(1900, 2023)})"


def book(r: Random) -> str:
    """``Restatement (Second) of Torts § 402A cmt. e``, ``17 Am. Jur. 2d Contracts § 74``."""
    title, row = r.choice(_titles())
    if row.by == "subject":
        return f"{r.randint(1, 90)} {title} {r.choice(('Contracts', 'Torts', 'Evidence'))} § {_number(r)}"
    if row.by == "section":
        return f"{title} § {_number(r)}{r.choice(('', '', ' cmt. b') if title.startswith('Restatement') else ('',))}"
    if row.by == "page":
        return f"{title} {_number(r)} ({r.randint(3, 12)}th ed. {r.randint(1950, 2020)})"
    return f"{title} No. {_number(r, 85)}"


@functools.cache
def _titles() -> tuple[tuple[str, books.Book], ...]:
    return tuple({row.title: (row.title, row) for _, row in books.book_titles() if not row.short}.values())


def legislative_document(r: Random) -> str:
    """``S. Rep. No. 98-225, at 12 (1983)``, ``H.R. 647, 113th Cong.``, ``158 Cong. Rec. S234``."""
    form = r.randint(0, 2)
    if form == 0:
        pin = r.choice(("", f", at {_number(r)}"))
        series = r.choice(_standards(legislative.report_names()))
        return f"{series} No. {r.randint(91, 118)}-{_number(r)}{pin} ({r.randint(1970, 2023)})"
    if form == 1:
        series = r.choice(_standards(legislative.bill_names()))
        return f"{series} {_number(r, 9000)}, {r.randint(104, 113)}th Cong. ({r.randint(1995, 2014)})"
    return f"{r.randint(80, 170)} Cong. Rec. {r.choice('SHE')}{_number(r, 9000)}"


def _standards(names: Sequence[tuple[str, object]]) -> list[str]:
    return sorted({row.standard for _, row in names if getattr(row, "alone", True)})


def agency(r: Random) -> str:
    """``Rev. Proc. 2021-18``, ``U.S.S.G. § 4B1.2(a)``, ``Exec. Order No. 14,023``."""
    return r.choice(
        (
            lambda: f"Rev. Rul. {r.randint(54, 99)}-{_number(r)}",
            lambda: f"Rev. Proc. {r.randint(2000, 2023)}-{_number(r, 99)}",
            lambda: f"Exec. Order No. {r.randint(10, 14)},{r.randint(100, 999)}",
            lambda: (
                f"U.S.S.G. § {r.randint(1, 8)}{r.choice('ABCD')}{r.randint(1, 9)}.{r.randint(1, 9)}{_subsections(r)}"
            ),
            lambda: f"{_number(r)} {r.choice(('Op. O.L.C.', 'O.I.C.', 'IBIA'))} {_number(r)}",
            lambda: f"{r.randint(1980, 2015)}-{r.randint(1, 2)} C.B. {_number(r)}",
        )
    )()


def other(r: Random) -> str:
    """``450 U.N.T.S. 82``, ``T.I.A.S. No. 11670``, ``U.S. Patent No. 8,112,504``."""
    return r.choice(
        (
            lambda: f"{_number(r)} {r.choice(_standards(others.treaty_names()))} {_number(r)}",
            lambda: f"{r.choice(('T.I.A.S.', 'T.S.'))} No. {r.randint(100, 12000)}",
            lambda: f"U.S. Patent No. {r.randint(4, 11)},{r.randint(100, 999)},{r.randint(100, 999)}",
        )
    )()


def record(r: Random) -> str:
    """``ECF No. 118-1 at 5``, ``Knowles Decl. ¶ 9``, ``Smith Dep. 28:7-30:13``."""
    number = _number(r)
    return r.choice(
        (
            lambda: (
                f"ECF No. {number}{r.choice(('', '-3', '-11'))}{r.choice(('', f' at {number}', f' ¶ {number}'))}"
            ),
            lambda: f"{r.choice(('Knowles', 'Smith'))} Decl. ¶ {number}{r.choice(('', f'-{number + 3}'))}",
            lambda: (
                f"{r.choice(('Knowles', 'Smith'))} Dep. {number}:{r.randint(1, 25)}-{number + 2}:{r.randint(1, 25)}"
            ),
            lambda: f"Compl. ¶¶ {number}-{number + 4}",
            lambda: f"Trial Tr. at {number}",
        )
    )()


KINDS: Mapping[str, Callable[[Random], str]] = {
    "case": case,
    "docket": docket,
    "statute": statute,
    "regulation": regulation,
    "constitution": constitution,
    "rule": rule,
    "journal": journal,
    "book": book,
    "legislative": legislative_document,
    "agency": agency,
    "other": other,
    "record": record,
}
"""How a citation of each kind is made."""

_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda words: words.replace("§ ", "§"),
    lambda words: words.replace("U.S.C.", "U. S. C.").replace("C.F.R.", "C. F. R."),
    lambda words: words.replace("U.S.C.", "USC").replace("C.F.R.", "CFR"),
    lambda words: words.replace(" ", "\n", 1) if " v. " not in words else words.replace(" v. ", "\nv. "),
    lambda words: words if "C.B." in words else words.replace("-", "–"),
    lambda words: words.replace("'", "’"),
    lambda words: words.replace(" ", "\u00a0") if "§" in words else words,
    lambda words: words.replace(". ", ".  "),
)


def spelled(r: Random, words: str) -> str:
    """Return the same citation in another spelling."""
    return r.choice(_SPELLINGS)(words)
