"""What a rule of court means: its set, from the words or from the citation it leans on, and its number."""

from __future__ import annotations

import re

from citeparse.authorities import Rule
from citeparse.data._lazy import lazy
from citeparse.data.court_rules import NAMELESS, rule_set, rules_key, shape
from citeparse.data.phrases import SQUEEZED
from citeparse.tokens import Token

__all__ = ["authority", "canonical", "listed"]

_DASH = lazy(r"[‐‑‒–—−]")
_AND = lazy(r",? (?:and|or|&) |, ")
_THROUGH = lazy(r" ?(?:-| through | to ) ?")
_NUMBER = lazy(r"[0-9A-Z][^\s(]*")
_BODY = lazy(r"^([A-Z]{3,5}) R\.$")
_CAPITAL = lazy(r"[^(]*\([A-Z]\)")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``Fed. R. Civ. P. 12(b)(1), 12(b)(6)``; ``base`` is the citation whose set a bare rule means."""
    return f"{_printed(_series(token, base))} {_sections(token)}"


def _printed(series: str) -> str:
    """``FTC Rule``: of a body known by its capitals the word is written out."""
    return _BODY.sub(r"\1 Rule", series) if rule_set(series) is None else series


def authority(token: Token, base: Token | None) -> Rule:
    """Return the rule cited: the first number of a list, without subsections."""
    return _rule(_squeeze(_part(token, "section")), token, base)


def _rule(number: str, token: Token, base: Token | None) -> Rule:
    series = _series(token, base)
    whole = base.series if base is not None and base.series.endswith(series) else series
    rules = rule_set(series)
    sign = f"{rules.sign} " if rules is not None and rules.sign else ""
    cite = f"{_printed(series)} {sign}{number}"
    return Rule(key=f"{rules_key(whole)}/r{number}", cite=cite, rules=series, number=number)


def listed(token: Token, base: Token | None) -> tuple[Rule, ...]:
    """Return all rules of a list: ``Rules 12(b)(6) and 56``."""
    items = _mark(_squeeze(_part(token, "sections"))).replace("\0", "").split(", ")
    numbers = dict.fromkeys(found.group() for item in items[1:] if (found := _NUMBER.match(item)) is not None)
    return tuple([_rule(number, token, base) for number in numbers])


def _part(token: Token, name: str) -> str:
    piece = token.parts.get(name)
    return piece.text if piece is not None else ""


def _squeeze(words: str) -> str:
    return _DASH.sub("-", SQUEEZED.sub(" ", words)).strip()


def _sections(token: Token) -> str:
    """Print a list of numbers alike: ``8.4(b) and (h)`` → ``8.4(b), (h)``; ``16 (l)`` → ``16(l)``."""
    round_ = re.sub(r"\[([A-Za-z0-9]{1,2})\]", r"(\1)", _squeeze(_part(token, "sections")))
    listed = re.sub(r"(?<=[0-9A-Za-z)]) \((?=[A-Za-z0-9]{1,5}\))", "(", _mark(round_))
    sign = rule_set(token.series)
    return (f"{sign.sign} " if sign and sign.sign else "") + listed.replace("\0", "")


def _mark(words: str) -> str:
    """Turn conjunctions into commas; a mark keeps ``, (b)`` from being drawn to the number before it."""
    return _THROUGH.sub("-", _AND.sub(", \0", words))


def _series(token: Token, base: Token | None) -> str:
    """Return the set of a rule: as printed, as of the citation it leans on, or as its number suggests."""
    printed = token.series
    guess = shape(_squeeze(_part(token, "sections")))
    if guess == NAMELESS:
        return guess
    rules = rule_set(printed) if printed else None
    lent = _lent(base)
    if printed and rules is not None and rules.generic:
        kin = rule_set(lent) if lent else None
        if kin is not None and (not rules.type or kin.type == rules.type):
            return lent
        capital = rules.upper and _CAPITAL.match(_part(token, "sections"))
        return rules.upper if capital else rules.default or guess or NAMELESS
    if not printed:
        return lent or guess or NAMELESS
    if printed == "Local R." and lent.startswith("Local "):
        return lent
    return printed


def _lent(base: Token | None) -> str:
    """The set that another citation names, without the court printed there."""
    if base is None:
        return ""
    series = _series(base, None)
    rules = rule_set(series)
    return rules.series if rules is not None and rules.court == "district" else series
