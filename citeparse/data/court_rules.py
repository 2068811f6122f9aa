"""Sets of court rules: their printed names, standard abbreviations and keys."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citeparse.data._files import table
from citeparse.data._lazy import lazy
from citeparse.data._names import NameIndex, fold

__all__ = [
    "NAMELESS", "RuleSet", "at_home", "declared", "district", "rule_names", "rule_set", "rules_key", "set_names",
    "shape",
]


NAMELESS = "Rule"
"""How rules are printed whose set has no abbreviation (Rule 10b-5) or is not known."""


class RuleSet(NamedTuple):
    """One set of rules: ``Fed. R. Civ. P.``"""

    series: str
    """Standard abbreviation, without a court in front."""
    key: str
    """Path of the set: ``/us/rule/frcp``."""
    type: str = ""
    """What kind of rules they are, alike in all jurisdictions: ``civ-p``, ``evid``, ``local``."""
    exact: frozenset[str] = frozenset()
    """Spellings that count, without the final period; empty when any spacing and case does."""
    number: str = ""
    """Pattern of the numbers that the set has; empty for the usual ones."""
    sign: str = ""
    """What is printed before the number: ``§`` of the Connecticut Practice Book."""
    court: str = ""
    """``district`` or ``circuit`` when the court that made them may stand in front."""
    years: bool = False
    """Whether the set has numbers that look like years: Fed. R. Bankr. P. 2004."""
    default: str = ""
    """Of a name that does not tell whose rules they are: the set that is meant when nothing else tells."""
    upper: str = ""
    """The same where the subsections are capitals: Civ.R. 12(B)(6) is Ohio's."""

    @property
    def generic(self) -> bool:
        """Whether the name leaves open whose rules they are: ``Civil Rule 56``."""
        return self.key == ""


@functools.cache
def _tables() -> dict[str, Any]:
    return table("court_rules.toml")


def _own() -> Iterator[tuple[str, RuleSet]]:
    """Sets that have a row of their own."""
    for row in _tables()["set"]:
        names = row["names"]
        exact = frozenset(name.rstrip(".") for name in (row["series"], *names)) if row.get("exact") else frozenset()
        rules = RuleSet(
            row["series"], row["key"], row.get("type", ""), exact, row.get("number", ""), row.get("sign", ""),
            row.get("court", ""), row.get("years", False),
        )
        for name in (row["series"], *names):
            yield name, rules


def _of_states() -> Iterator[tuple[str, RuleSet]]:
    """The sets that most states have, under the state's abbreviation and its name."""
    for path, (abbreviation, name, *others) in _tables()["states"].items():
        for kind in _tables()["type"]:
            key = f"/{path}/rule" if kind["id"] == "plain" else f"/{path}/rule/{kind['id']}"
            rules = RuleSet(f"{abbreviation} {kind['form']}", key, kind["id"])
            for spelled in (abbreviation, *others):
                yield from ((f"{spelled} {printed}", rules) for printed in kind["printed"])
            yield from ((f"{name} {printed}", rules) for printed in (*kind["long"], *kind["printed"][:2]))


def _generic() -> Iterator[tuple[str, RuleSet]]:
    """Names that do not tell whose rules they are."""
    for row in _tables()["generic"]:
        rules = RuleSet(row["series"], "", row["type"], default=row["default"], upper=row.get("upper", ""))
        yield from ((name, rules) for name in row["names"])


@functools.cache
def rule_names() -> tuple[tuple[str, RuleSet], ...]:
    """Every printed name with its set; a state's own sets stand before those that all states have."""
    return (*_own(), *_of_states(), *_generic())


@functools.cache
def set_names() -> NameIndex[RuleSet]:
    """The same as an index: to find the set that follows ``Rule 41(e) of the …``."""
    return NameIndex(rule_names())


@functools.cache
def _by_series() -> Mapping[str, RuleSet]:
    found: dict[str, RuleSet] = {}
    for _, rules in rule_names():
        found.setdefault(rules.series, rules)
    return found


def rule_set(series: str) -> RuleSet | None:
    """Return the set of a standard abbreviation; a court in front does not matter.

    >>> rule_set("S.D.N.Y. Local Civ. R.").key
    '/us/rule/local-civ'
    """
    return _by_series().get(series) or _by_series().get(_split(series)[1])


def _split(series: str) -> tuple[str, str]:
    """Divide ``S.D.N.Y. Local Civ. R.`` into the court and the set."""
    found = re.search(r"(?:^| )((?:Local|Cir\.) .*)", series)
    return (series[: found.start()], found.group(1)) if found else ("", series)


def rules_key(series: str) -> str:
    """Return the path of a set, with the court that made local rules.

    >>> rules_key("Fed. R. Evid."), rules_key("S.D.N.Y. Local Civ. R."), rules_key("9th Cir. R.")
    ('/us/rule/fre', '/us-nysd/rule/local-civ', '/us-ca9/rule/cir')
    """
    rules = rule_set(series)
    if series == NAMELESS:
        return "/us/rule"
    if rules is None or not rules.key:
        return "/us/rule/" + re.sub(r"[^a-z0-9]+", "-", series.lower()).strip("-")
    court, _ = _split(series)
    place = (district(court) or _circuit(court)) if court else ""
    return rules.key.replace("/us/", f"/us-{place}/", 1) if place else rules.key


_CIRCUITS = {"fed.": "cafc", "d.c.": "cadc"}


def _circuit(court: str) -> str:
    """Return the courts-db id of ``9th`` in ``9th Cir. R.``"""
    word = court.lower()
    digits = re.match(r"[0-9]{1,2}", word)
    return f"ca{digits.group()}" if digits else _CIRCUITS.get(word, "")


@functools.cache
def _districts() -> Mapping[str, str]:
    """``ny`` for every folded abbreviation of a state."""
    return {fold(row[0]): path[3:] for path, row in _tables()["states"].items()}


def district(court: str) -> str:
    """Return the courts-db id of a federal district as printed, empty when it is none.

    >>> district("S.D.N.Y."), district("D. Mass."), district("E.D. Pa."), district("S. Div.")
    ('nysd', 'mad', 'paed', '')
    """
    found = re.match(r"([CEMNSW]\.\s?)?D\.\s?(.+)", court)
    state = _districts().get(fold(found.group(2))) if found else None
    return f"{state}{(found.group(1) or '')[:1].lower()}d" if found and state else ""


@functools.cache
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = _tables()["shape"]
    return tuple(
        (lazy(f"(?:{row['number']})(?![0-9A-Za-z.:-]){row.get('subs', '')}"), row["series"]) for row in rows
    )


def shape(number: str) -> str:
    """Return the set that the number of a bare rule suggests, empty when none.

    ``Rule`` stands for the rules of the Securities and Exchange Commission, which have no other name.

    >>> shape("12(b)(6)"), shape("404(b)"), shape("56.1"), shape("10b-5")
    ('Fed. R. Civ. P.', 'Fed. R. Evid.', 'Local R.', 'Rule')
    """
    return next((series for pattern, series in _shapes() if pattern.match(number)), "")


@functools.cache
def _homes() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = _tables()["home"]
    return tuple((row["in"], lazy(f"(?:{row['number']})(?![0-9A-Za-z.:-])"), row["series"]) for row in rows)


def at_home(number: str, home: str) -> str:
    """Return the set that a bare rule means in the courts of a state by the look of its number, empty when none.

    >>> at_home("84.04(d)", "us-mo"), at_home("5A:18", "us-va"), at_home("56(c)", "us-mo")
    ('Mo. Sup. Ct. R.', 'Va. Sup. Ct. R.', '')
    """
    return next((series for state, look, series in _homes() if state == home and look.match(number)), "")


_DECLARED = lazy(r"ule\s+references\s+are\s+to\s+(?:the\s+)?")


def declared(text: str) -> str:
    """Return the set that a text says its bare rules belong to, or nothing.

    ``Rule references are to the Tax Court Rules of Practice and Procedure`` is a sentence that opinions of the
    Tax Court carry in a footnote.

    >>> declared("All Rule references are to the Tax Court Rules of Practice and Procedure.")
    'Tax Ct. R.'
    >>> declared("Schedule references are to the Tax Court Rules of Practice and Procedure.")
    ''
    """
    found = next((m for m in _DECLARED.finditer(text) if text[max(0, m.start() - 1)] in "Rr"), None)
    named = set_names().longest(text, found.end()) if found else None
    return named[0].series if named else ""
