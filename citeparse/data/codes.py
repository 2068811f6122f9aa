"""Codes of statutes and regulations: the names under which texts cite them, and how each is written.

The table is ``codes.toml``. A row gives the standard form as a template (``Del. Code Ann. tit. {title}, § {section}``)
and the other names that stand for the code; spellings with and without ``Ann.`` come by themselves.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from citeparse.data._files import table
from citeparse.data._lazy import lazy
from citeparse.data._names import NameIndex, fold

__all__ = ["Code", "Named", "after_names", "code_of", "codes", "codes_of", "first_names", "numbered_names"]


@attrs.frozen(kw_only=True)
class Code:
    """One code: ``Ohio Rev. Code Ann.``"""

    standard: str
    """Standard abbreviation, without title, chapter and section."""
    form: str
    """Template of a citation: ``{title} U.S.C. § {section}``."""
    jurisdiction: str
    """``us``, ``us-oh`` …"""
    path: str
    """Its place in keys: ``us-ny/code/penal-law``."""
    kind: str = "statute"
    """``statute`` or ``regulation``."""
    bare: bool = False
    """Whether a number may follow without § (``MCL 600.2912b``)."""
    like: re.Pattern[str] | None = None
    """What a section must look like where the name alone is a weak sign."""
    flat: bool = False
    """Whether sections never have a period (``U.S.C.``): a digit after one is a footnote mark."""

    agency: bool = False
    """Whether the abbreviation of an agency stands before the section (``Wis. Admin. Code NR § 1.2``)."""
    repeats: bool = False
    """Whether each section begins with its title (``9 R.I. Gen. Laws § 9-33-2``): other numbers are footnotes'."""
    acts: Mapping[str, str] = attrs.field(factory=dict)
    """Local names of its acts, with title and number: ``735/5``."""
    codified: Mapping[str, str] | None = None
    """Of an act: where the United States Code has each section, ``8/1229``; ``*`` for all that have the same number."""

    @property
    def sign(self) -> str:
        """What stands before a section: ``§``, ``art.``, ``r.`` or nothing."""
        before = self.form.partition("{section}")[0].split()
        return before[-1] if before[-1] in ("§", "art.", "r.", "¶") else ""


class Named(NamedTuple):
    """What a name stands for."""

    series: str
    """Standard abbreviation, with ``Ann.`` where printed; of a name that several codes share, that name."""
    codes: tuple[Code, ...]
    """The codes that it may mean."""
    local: bool = False
    """Whether it leaves the state to the document: ``Penal Code``."""
    capitals: bool = False
    """Whether it is an abbreviation in capitals: ``RCW``, ``R.C.``; small letters make another word of it."""

    def printed_as(self, words: str) -> bool:
        """Return whether these words can be this name."""
        return words[:1].isupper() and not (self.capitals and any(c.islower() or c == "&" for c in words))


LONGEST_ACRONYM = 6
"""An abbreviation in capitals has so many letters."""

_SPACES = lazy(r"\s+")
_PLACES = lazy(r"\{title\}|\{chapter\}|\{section\}|(?<![\w.])(?:tit\.|ch\.|art\.|r\.|§|¶|,)(?=[ ,]|$)")
_ANNOTATED = lazy(r",? Ann\.")


class Tables(NamedTuple):
    """The table, indexed."""

    codes: tuple[Code, ...]
    first: Mapping[str, Named]
    numbered: Mapping[str, Named]
    series: Mapping[str, tuple[Code, ...]]


def _standard(form: str) -> str:
    """Cut a template down to the name of the code."""
    return _SPACES.sub(" ", _PLACES.sub("", form)).strip(" ,")


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().replace("’", "").replace("'", "")))


def _expand(rows: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of one jurisdiction, those of its codes by subject written out."""
    yield from rows.get("codes", ())
    for subject, other in rows.get("subjects", {}).items():
        spelled = [subject, *other]
        yield {
            "form": rows["subject_form"].replace("{subject}", subject),
            "slug": _slug(other[0] if other else subject) + rows.get("subject_slug", ""),
            "names": [name.replace("{subject}", s) for name in rows.get("subject_names", ()) for s in spelled],
            "local": [name.replace("{subject}", s) for name in rows.get("subject_local", ()) for s in spelled],
            "kind": rows.get("subject_kind", "statute"),
            "bare": rows.get("subject_bare", False),
        }


class _Names:
    """Names as the rows give them, before names that several states share are brought together."""

    def __init__(self) -> None:
        self.codes: list[Code] = []
        self.first: dict[str, Named] = {}
        self.numbered: dict[str, Named] = {}
        self.local: dict[str, tuple[str, tuple[Code, ...]]] = {}

    def add(self, jurisdiction: str, row: Mapping[str, Any]) -> None:
        """Take the names of one row."""
        code = _code(jurisdiction, row)
        self.codes.append(code)
        target = self.numbered if row["form"].startswith("{title}") else self.first
        for name, series in _spellings(code, row.get("names", ())):
            target.setdefault(name, _named(name, series, code))
        plain = _ANNOTATED.sub("", code.standard)
        for name in row.get("numbered", ()):
            self.numbered.setdefault(name, _named(name, plain if fold(name) == fold(plain) else code.standard, code))
        for name in row.get("first", ()):
            self.first.setdefault(name, _named(name, code.standard, code))
        for name in (*row.get("local", ()), *row.get("acts", ())):
            known = self.local.get(fold(name), (name, ()))
            self.local[fold(name)] = (known[0], (*known[1], code))

    def add_act(self, code: Code, names: Iterable[str]) -> None:
        """Take the names of an act."""
        self.codes.append(code)
        for name in names:
            self.first.setdefault(name, _named(name, code.standard, code))

    def tables(self) -> Tables:
        """Bring the names together; one that means a single code wins over one that is shared."""
        taken = {fold(name) for name in self.first}
        shared = {name: _local(name, found) for key, (name, found) in self.local.items() if key not in taken}
        first = {**self.first, **shared}
        series: dict[str, tuple[Code, ...]] = {}
        printed: set[str] = set()
        for named in (*first.values(), *self.numbered.values()):
            if named.series not in printed:
                printed.add(named.series)
                series.setdefault(fold(named.series), named.codes)
        return Tables(tuple(self.codes), first, self.numbered, series)


@functools.cache
def _tables() -> Tables:
    names = _Names()
    for jurisdiction, rows in table("codes.toml").items():
        for row in _expand(rows):
            names.add(jurisdiction, row)
    for code, spellings in _acts():
        names.add_act(code, spellings)
    return names.tables()


def _acts() -> Iterator[tuple[Code, tuple[str, ...]]]:
    """Yield the acts that are cited by their own sections."""
    for row in table("acts.toml")["acts"]:
        pairs = dict(pair.split("=") for pair in row.get("sections", "").split())
        places = {own: there if "/" in there else f"{row['title']}/{there}" for own, there in pairs.items()}
        if row.get("same"):
            places["*"] = str(row["title"])
        name = row["name"]
        form, path = f"{name} § {{section}}", f"us/act/{_slug(name)}"
        code = Code(standard=name, form=form, jurisdiction="us", path=path, codified=places)
        yield code, (name, *row.get("names", ()))


def _named(name: str, series: str, code: Code) -> Named:
    return Named(series, (code,), capitals=_capitals(name))


def _local(name: str, found: tuple[Code, ...]) -> Named:
    """A name without its state; where only one state has it, it means that one's code."""
    alone = len({code.standard for code in found}) == 1 and name != "Code" and not found[0].acts
    series = found[0].standard if alone else name
    return Named(series, found, local=True, capitals=_capitals(name))


def _capitals(name: str) -> bool:
    if len(name) > 2 * LONGEST_ACRONYM:
        return False
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= LONGEST_ACRONYM and all(c.isupper() for c in letters)


def _code(jurisdiction: str, row: Mapping[str, Any]) -> Code:
    standard = _standard(row["form"])
    kind = row.get("kind", "statute")
    slug = row.get("slug") or _slug(standard)
    return Code(
        standard=standard,
        form=row["form"],
        jurisdiction=jurisdiction,
        path=row.get("path") or f"{jurisdiction}/{'reg' if kind == 'regulation' else 'code'}/{slug}",
        kind=kind,
        bare=row.get("bare", False),
        like=lazy(row["like"]) if "like" in row else None,
        flat=row.get("flat", False),
        agency=row.get("agency", False),
        repeats=row.get("repeats", False),
        acts=row.get("acts", {}),
    )


def _spellings(code: Code, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names with the series they print: a name without ``Ann.`` is cited without it."""
    plain = _ANNOTATED.sub("", code.standard)
    yield code.standard, code.standard
    yield plain, plain
    head, comma, tail = plain.partition(",")
    if code.jurisdiction != "us":
        annotated = f"{head} Ann.{comma}{tail}"
        yield annotated, annotated
    for name in names:
        yield name, code.standard


def codes() -> tuple[Code, ...]:
    """Return all codes."""
    return _tables().codes


def first_names() -> Iterable[tuple[str, Named]]:
    """Return the names that stand before a section (``Cal. Penal Code``), and what they mean."""
    return _tables().first.items()


def numbered_names() -> Iterable[tuple[str, Named]]:
    """Return the names that follow a title number (``U.S.C.``), and what they mean."""
    return _tables().numbered.items()


@functools.cache
def after_names() -> NameIndex[Named]:
    """Return all names, to be looked up after a section: ``section 844 of the Penal Code``."""
    return NameIndex([*first_names(), *numbered_names()])


_DECLARED = lazy(
    r"eferences(?:,[^.,;]{3,60},)?\s+(?:[a-z]+\s+){0,4}?(?:are|shall\s+be|will\s+be)\s+to\s+(?:sections\s+of\s+)?(?:the\s+)?",
)
_OF_SECTIONS = lazy(r"\b(?:statutory|sections?|code|undesignated)\s+r\Z", re.IGNORECASE)


def declared(text: str) -> Named | None:
    """Return the code to which a text says that its bare sections belong, or None.

    Opinions say so in a footnote: ``All further statutory references are to the Penal Code`` (California Style Manual
    § 2:6), ``section references are to the Internal Revenue Code`` (Tax Court).

    >>> declared("Unless otherwise indicated, all section references are to the Internal Revenue Code of 1986.").series
    'I.R.C.'
    """
    for found in _DECLARED.finditer(text):
        if _OF_SECTIONS.search(text, max(0, found.start() - 20), found.start()):
            named = after_names().longest(text, found.end())
            if named is not None:
                return named[0]
    return None


def code_of(series: str) -> Code | None:
    """Return the code that a series names, when it names one."""
    found = codes_of(series)
    return found[0] if len(found) == 1 else None


def codes_of(series: str) -> tuple[Code, ...]:
    """Return the codes that a series may mean."""
    return _tables().series.get(fold(series), ())
