"""Reading the reporter tables: reporters-db's JSON and our additions become editions and their spellings."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import attrs

from citeparse.data._files import package_json, table
from citeparse.data._names import fold, fold_all

__all__ = ["LETTERS", "UNSPACED", "Edition", "Editions", "Spellings", "journals", "nominative", "reporters"]

UNKNOWN_START = 1750
"""The year that reporters-db gives when it does not know the first."""

UNSPACED = {ord(c): None for c in " \t\n\r\f\v\u00a0\u2009\u202f\u2002\u2003"} | {ord("’"): "'", ord("‘"): "'"}
"""Deletes blanks from a spelling."""
LETTERS = {**UNSPACED, **{ord(c): None for c in ".,'&-‐‑‒–—’‘`´·•*_[]\u00ad"}}
"""Deletes blanks and signs, and keeps capitals."""

_ORDINALS = (("2d", ("2nd", "(2d)")), ("3d", ("3rd", "(3d)")), ("4th", ("(4th)",)))
"""Other spellings of the number of a series: ``A. (2d)``."""

_UNNUMBERED = (
    "$reporter",
    "$volume_nominative",
    "$full_cite_single_volume",
    "$full_cite_year_page",
    "$full_cite_paragraph",
    "$full_cite_cch",
)
"""Patterns of reporters-db in which the volume may be absent or stand after the name."""

_SINGLE = ("$volume_nominative", "$reporter $page", "$reporter,", "$reporter \\(", "$full_cite_single_volume")
"""Patterns in which a page follows the name."""

_JOURNAL_WORDS = frozenset(("human", "idea", "risk", "nexus", "digest", "taxes", "litig"))
"""Folded names of journals that are words, and count only as the journal prints itself: ``IDEA``."""


def unspaced(spelling: str) -> str:
    """Return a spelling without its blanks."""
    return spelling.translate(UNSPACED) if " " in spelling or not spelling.isascii() else spelling


@attrs.frozen(kw_only=True)
class Edition:
    """One series of a reporter or journal: ``F. Supp. 2d`` (Indigo Book tables T1, T3).

    >>> reporters().slugs["fsupp2d"].standard
    'F. Supp. 2d'
    """

    standard: str
    """Standard abbreviation: ``F. Supp. 2d``."""
    slug: str
    """Its name in keys, unique among reporters and among journals: ``fsupp2d``."""
    name: str
    """Name in full: ``Federal Supplement``."""
    cite_type: str
    """reporters-db's class: ``federal``, ``state``, ``state_regional``, ``neutral``, ``specialty``, ``journal`` …"""
    kind: str = "case"
    """Kind of a citation to it: ``case``, ``agency``, ``journal``."""
    start: int | None = None
    """First year, if known."""
    end: int | None = None
    """Last year; None when it still appears or is not known."""
    court: str | None = None
    """courts-db id of the one court that it reports, else None."""
    state: str | None = None
    """Postal code of the one jurisdiction that it reports, ``US`` for the federal one, else None."""
    paragraphs: bool = False
    """True when its numbers may be paragraphs: ``141 FERC ¶ 61,049``."""
    unnumbered: bool = False
    """True when it may be cited without a volume: ``T.C. Memo. 2019-123``, ``Crabbe, 138``."""
    single: bool = False
    """True when its name may stand directly before the page: ``Crabbe, 138``."""


Editions = tuple[Edition, ...]


class Spellings(NamedTuple):
    """All spellings of one table, ready for look-up; own spellings of an edition stand before variations."""

    folded: Mapping[str, Editions]
    exact: Mapping[str, Editions]
    """By spelling without blanks."""
    shapes: Mapping[str, Editions]
    """By spelling without blanks and periods, capitals kept."""
    exact_only: frozenset[str]
    slugs: Mapping[str, Edition]
    standards: Mapping[str, Editions]
    """By standard abbreviation."""
    homonyms: Mapping[str, Editions]
    """By spelling without blanks: other series for which the standard abbreviation of one is printed, too."""


@functools.cache
def nominative() -> Mapping[str, tuple[str, list[list[int]]]]:
    """Slug of a nominative reporter → official reporter and ranges of volumes."""
    rows = table("nominative.toml")["nominative"]
    return {slug: (official, ranges) for slug, (official, ranges) in rows.items()}


@functools.cache
def reporters() -> Spellings:
    """Read reporters-db's reporters and our additions."""
    own = table("reporters.toml")
    builder = _Builder(own)
    for entries in package_json("reporters_db", "reporters.json").values():
        for entry in entries:
            builder.add(entry)
    lexis = {f"{series} LEXIS": f"LexisNexis {series}" for series in own["lexis"]["series"]}
    rows = [*own["edition"]]
    for cite_type, series in (("specialty_lexis", lexis), ("specialty", own["english"])):
        rows.extend({"standard": standard, "name": name, "cite_type": cite_type} for standard, name in series.items())
    for row in rows:
        dates = {"start": str(row.get("start", "")), "end": None}
        builder.add({**row, "editions": {row["standard"]: dates}, "variations": {}})
    for spelling, standard in (*own["names"].items(), *own["in_full"].items(), *own["ocr"].items()):
        builder.spell(spelling, builder.standards[standard][0])
    return builder.finish(frozenset(own["exact_only"].split()))


@functools.cache
def journals() -> Spellings:
    """Read reporters-db's journals; the full name of a journal is a spelling of it."""
    builder = _Builder(None)
    for standard, entries in package_json("reporters_db", "journals.json").items():
        for entry in entries:
            spellings = [*entry["variations"], *([entry["name"]] if " " in entry["name"] else [])]
            dates = {"start": entry["start"], "end": entry["end"]}
            builder.add({**entry, "editions": {standard: dates}, "variations": dict.fromkeys(spellings, standard)})
    return builder.finish(_JOURNAL_WORDS)


class _Builder:
    """Collects editions and their spellings."""

    def __init__(self, own: Mapping[str, Any] | None) -> None:
        self.standards: dict[str, list[Edition]] = {}
        self._slugs: dict[str, Edition] = {}
        self._own: dict[str, list[Edition]] = {}
        self._other: dict[str, list[Edition]] = {}
        self._dropped = frozenset(own["dropped"]) if own else frozenset()
        self._agency = frozenset(own["agency"]) if own else frozenset()
        self._types = {name: t for t in ("neutral", "specialty") for name in own[t]} if own else {}
        self._official = frozenset(unspaced(row[0]) for row in nominative().values()) if own else frozenset()
        self._standards: Mapping[str, str] = own["standards"] if own else {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        for row in own["slug"] if own else ():
            self._rows.setdefault(row["standard"], []).append(row)
        self._courts = _courts() if own else {}

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an entry of reporters-db: its editions, and the variations of each."""
        made = {}
        for listed, dates in entry["editions"].items():
            if listed in self._dropped:
                continue
            standard = self._standards.get(listed, listed)
            made[listed] = series = self._edition(standard, entry, dates)
            self._own.setdefault(unspaced(standard), []).append(series)
            for old, spellings in _ORDINALS:
                if standard.endswith(old):
                    for new in spellings:
                        self.spell(standard[: -len(old)] + new, series)
            if series.cite_type == "state" and standard.endswith("."):
                self.spell(standard + " Rep.", series)
        for spelling, standard in entry["variations"].items():
            if standard in made and spelling not in self._dropped:
                self.spell(spelling, made[standard])

    def spell(self, spelling: str, series: Edition) -> None:
        """Note a spelling that is not the standard one, unless it names two: ``Ky. (Bush)``."""
        if unspaced(spelling.partition("(")[0]) in self._official:
            return
        self._other.setdefault(unspaced(spelling), []).append(series)

    def _edition(self, standard: str, entry: Mapping[str, Any], dates: Mapping[str, Any]) -> Edition:
        slug, same = self._slug(standard, entry)
        if same:
            return self._slugs[slug]
        state, court = self._courts.get(slug) or self._courts.get(_court_name(standard)) or (None, None)
        start, end = (int(date[:4]) if date else None for date in (dates["start"], dates["end"]))
        patterns: tuple[str, ...] = tuple(dates.get("regexes", ()))
        series = Edition(
            standard=standard,
            slug=slug,
            name=entry["name"],
            cite_type=self._types.get(standard) or entry["cite_type"],
            kind="agency" if standard in self._agency else "journal" if entry["cite_type"] == "journal" else "case",
            start=None if start == UNKNOWN_START else start,
            end=end,
            court=court,
            state=state,
            paragraphs=any("paragraph" in pattern or pattern == "$full_cite_cch" for pattern in patterns),
            unnumbered=any(pattern.startswith(_UNNUMBERED) for pattern in patterns),
            single=any(pattern.startswith(_SINGLE) for pattern in patterns),
        )
        self._slugs[slug] = series
        self.standards.setdefault(standard, []).append(series)
        return series

    def _slug(self, standard: str, entry: Mapping[str, Any]) -> tuple[str, bool]:
        """Return the slug of an entry, and whether another entry has made that series already."""
        for row in self._rows.get(standard, ()):
            if all(entry[field] == row[field] for field in ("name", "cite_type") if field in row):
                return row["slug"], row.get("same", False)
        bare = slug = "".join(filter(str.isalnum, fold(standard)))
        number = 1
        while slug in self._slugs:
            number += 1
            slug = f"{bare}-{number}"
        return slug, False

    def finish(self, exact_only: frozenset[str]) -> Spellings:
        """Group the spellings; a neutral citation may be printed as the reporter of its state is: ``2010 Me. 5``."""
        exact = dict(self._own)
        homonyms: dict[str, Editions] = {}
        for spelling, found in self._other.items():
            known = exact.get(spelling)
            if known is not None:
                others = tuple([e for e in found if e.cite_type != "neutral" and e not in known])
                if others:
                    homonyms[spelling] = others
            exact[spelling] = found if known is None else [*known, *(e for e in found if e.cite_type == "neutral")]
        folded: dict[str, list[Edition]] = {}
        shapes: dict[str, list[Edition]] = {}
        shape_of = dict(zip(exact, "\0".join(exact).translate(LETTERS).split("\0"), strict=True))
        for (spelling, found), key in zip(exact.items(), fold_all(list(exact)), strict=True):
            folded.setdefault(key, []).extend(found)
            shapes.setdefault(shape_of[spelling], []).extend(found)
        by_shape, by_spelling = _unique(shapes), _unique(exact)
        for spelling, named in by_spelling.items():
            if all(e.cite_type == "neutral" for e in named):
                others = by_shape[shape_of[spelling]]
                by_spelling[spelling] = (*named, *(e for e in others if e not in named))
        standards = _unique(self.standards)
        return Spellings(_unique(folded), by_spelling, by_shape, exact_only, self._slugs, standards, homonyms)


def _unique(groups: Mapping[str, list[Edition]]) -> dict[str, Editions]:
    """Drop repetitions; a series whose slug is the bare name comes first."""
    merged: dict[str, Editions] = {}
    for name, found in groups.items():
        if len(found) == 1:
            merged[name] = (found[0],)
            continue
        once = {e.slug: e for e in found}
        merged[name] = tuple(once.values()) if len(once) == 1 else tuple(sorted(once.values(), key=_qualified))
    return merged


def _qualified(series: Edition) -> bool:
    return "-" in series.slug


def _court_name(standard: str) -> str:
    """Fold a name of `reporter_courts.toml`; decisions on LEXIS are filed under the court's reporter."""
    return fold(standard.removesuffix(" LEXIS").removesuffix(" Unpub."))


@functools.cache
def _courts() -> dict[str, tuple[str, str | None]]:
    """Slug or folded name → state and court."""
    found: dict[str, tuple[str, str | None]] = {}
    for state, rows in table("reporter_courts.toml").items():
        for court, listed in rows.items():
            for name in listed:
                key = name if name.islower() and "-" in name else fold(name)
                found[key] = (state, None if court == "shared" else court)
    return found
