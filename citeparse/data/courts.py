"""Courts by the words of a parenthetical: ``2d Cir.``, ``S.D.N.Y.``, ``Tex. App.—Houston [1st Dist.]`` → courts-db id.

Words are folded to a key in which spacing, periods and spelling do not matter (`courts.toml`), and keys are looked
up exactly: what is unknown stays unknown. A department of an intermediate court is not another court (Indigo Book
R12.3.1), so ``Cal. Ct. App. 2d Dist.`` is ``calctapp``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citeparse.data._files import package_json, table

__all__ = ["court_id", "highest_court", "state_code"]

LONGEST = 120
"""More characters name no court."""

_APOSTROPHES = {ord(c): None for c in "'’‘`´"}
_TOKEN = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th|d)?(?![a-z0-9])|[a-z0-9]+")
_CUT = re.compile(r"\s*(?:[—–]|--|-(?=[A-Z])|\[|,|\()")
"""Where a place or department begins: ``Tex. App.—Houston``, ``Sup Ct, Kings County``."""

_RULES = (
    (re.compile(r"(?:us)?(?:c?ca|ctapp|circtapp)([0-9]{1,2})(?:cir)?"), r"\1cir"),  # CA9, C.C.A.2, U.S. Court of Appeals, 2d Cir.
    (re.compile(r"(?:us)?ctapp((?:[0-9]{1,2}|fed|dc)cir)"), r"\1"),
    (re.compile(r"(?:bap|bankrapppanel)([0-9]{1,2})(?:cir)?"), r"\1cirbap"),  # B.A.P. 9th Cir.
    (re.compile(r"([0-9]{1,2})cirbankrapppanel"), r"\1cirbap"),
    (re.compile(r"(?:us)?bankr(?:ct)?([nsewmc]?d[a-z0-9]+)"), r"bankr\1"),  # U.S. Bankruptcy Court, D. Mass.
    (re.compile(r"([nsewmc]?d[a-z0-9]+?)bankr(?:ct)?"), r"bankr\1"),  # S.D.N.Y. Bankr.
    (re.compile(r"(?:us)?circt([nsewmc]?d[a-z0-9]+)"), r"cc\1"),  # Cir. Ct. D. Mass.
    (re.compile(r"(?:us)?dct([nsewmc]?d[a-z0-9]+)"), r"\1"),  # U.S. District Court, D. Mass.
    (re.compile(r"dc([nsewmc]?d[a-z0-9]+)"), r"\1"),  # D.C.D. Mass., D.C.S.D.N.Y.
)
"""General forms of federal courts, as patterns of the whole key."""

_CIRCUIT_COURT = re.compile(
    r"(?:U\.S\.|United States) Circuit Court for the (?:(\w)\w+ern )?District of (?:(?:(\w)\w+ern|(M)iddle) )?(.+)",
)
"""Names of the circuit courts abolished in 1911, cited ``C.C.S.D.N.Y.``."""


class _Words(NamedTuple):
    """Our table, folded."""

    words: Mapping[str, str]
    departments: frozenset[str]
    sittings: frozenset[str]
    places: frozenset[str]
    states: Mapping[str, str]
    """Postal code → key of the state."""
    phrase: re.Pattern[str]
    """Names of states of more than one word, in keys."""
    phrases: Mapping[str, str]


class _Index(NamedTuple):
    """Keys of courts."""

    ids: dict[str, tuple[str, ...]]
    loose: dict[str, tuple[str, ...]]
    """The same without the word court: ``Mo. App.``"""
    dates: dict[str, tuple[str, str]]
    """First and last day by id, empty when not known."""


def court_id(words: str, *, year: int | None = None, state: str | None = None) -> str | None:
    """Return the courts-db id of the court that the words name, or None.

    The year tells courts of one name apart; ``state`` (postal code or abbreviation) is the state that the
    reporter shows, so that ``Ct. App.`` names its court (Indigo Book R12.3.1).

    >>> court_id("2d Cir."), court_id("Tex. App.—Houston [1st Dist.]"), court_id("Ct. App.", state="WI")
    ('ca2', 'texapp', 'wisctapp')
    >>> court_id("West") is None
    True
    """
    if not words or len(words) > LONGEST:
        return None
    prefix = _state_key(state) if state else ""
    for index in (_cited, _named):
        found = _look_up(index(), words, prefix)
        if found:
            return found[0] if len(found) == 1 else _in_time(found, year)
    return None


def highest_court(state: str) -> str | None:
    """Return the court that a parenthetical with a year alone means, for the official reports of a state.

    >>> highest_court("NY"), highest_court("Wis.")
    ('ny', 'wis')
    """
    prefix = _state_key(state)
    found = _cited().ids.get(prefix) if prefix else None
    return found[0] if found else None


def state_code(words: str) -> str | None:
    """Return the postal code of a state or territory: ``Wis.`` → ``WI``.

    >>> state_code("N. Mex."), state_code("Tex. App.")
    ('NM', None)
    """
    key = "".join(_tokens(words))
    return next((code for code, folded in _words().states.items() if folded == key), None)


def _look_up(index: _Index, words: str, prefix: str) -> tuple[str, ...] | None:
    """Try the words, then what stands before a place or department."""
    found = _by_tokens(index, _tokens(words), prefix)
    cut = None if found else _CUT.search(words, 1)
    return _by_tokens(index, _tokens(words[: cut.start()]), prefix) if cut else found


def _by_tokens(index: _Index, tokens: list[str], prefix: str) -> tuple[str, ...] | None:
    """Try all tokens, then fewer while those after them name only a part of the court or its sitting."""
    found = _by_key(index, tokens, prefix)
    parts = _words()
    place = any(token in parts.places for token in tokens)
    department = False
    for end in range(len(tokens) - 1, -1, -1):
        if found:
            return found
        token = tokens[end]
        if token.isdecimal() or token in parts.departments:
            department = True
        elif token not in parts.sittings and not place:
            break
        stem = tokens[:end]
        if department and prefix + "".join(stem) in parts.states.values():
            return _intermediate(index, prefix + "".join(stem))
        found = _by_key(index, stem, prefix) if stem else None
    return found


def _intermediate(index: _Index, state: str) -> tuple[str, ...] | None:
    """Return the court whose districts or departments a state numbers: ``Ill. 2d Dist.``, ``N.Y. 1st Dept``."""
    for court in ("appdiv", "ctapp", "appct", "dctapp"):
        found = index.ids.get(state + court)
        if found:
            return found
    return None


def _by_key(index: _Index, tokens: list[str], prefix: str) -> tuple[str, ...] | None:
    """Look up one list of tokens: in the state of the reporter, as it stands, in a general form, without ``court``."""
    key = _key(tokens)
    if prefix and (found := index.ids.get(prefix + key)):
        return found
    if found := index.ids.get(key):
        return found
    for pattern, form in _RULES:
        match = pattern.fullmatch(key)
        if match and (found := index.ids.get(match.expand(form))):
            return found
    loose = "".join(token for token in tokens if token != "ct")
    if prefix and (found := index.loose.get(prefix + loose)):
        return found
    return index.loose.get(loose) or (index.ids.get("ohioctapp" + key) if key[:1].isdecimal() else None)


def _in_time(found: tuple[str, ...], year: int | None) -> str | None:
    """Return the one court that sat in that year."""
    dates = _cited().dates
    if year is None:
        return None
    sat = [i for i in found if (dates[i][0] or "0000")[:4] <= str(year) <= (dates[i][1] or "9999")[:4]]
    return sat[0] if len(sat) == 1 else None


def _tokens(words: str) -> list[str]:
    """Split into folded words: ``S. Dist. N.Y.`` → s, d, n, y."""
    table_ = _words().words
    found = []
    for match in _TOKEN.finditer(words.translate(_APOSTROPHES).lower()):
        token = match.group(1) or match.group()
        token = table_.get(token, token)
        if token:
            found.append(token)
    return found


def _key(tokens: list[str]) -> str:
    key = "".join(tokens)
    table_ = _words()
    return table_.phrase.sub(lambda match: table_.phrases[match.group()], key) if len(key) > 6 else key


def _state_key(state: str) -> str:
    known = _words().states
    if state in known:
        return known[state]
    key = _key(_tokens(state))
    return key if key in known.values() else ""


@functools.cache
def _words() -> _Words:
    """Read the word lists, and give each word that is a state the state's key."""
    raw = table("courts.toml")
    words: dict[str, str] = raw["words"]
    states: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for row in raw["state"]:
        folded = [[words.get(m.group(), m.group()) for m in _TOKEN.finditer(_plain(form))] for form in row["forms"]]
        states[row["code"]] = key = "".join(folded[0])
        for form in folded[1:]:
            if len(form) == 1:
                words = {**words, form[0]: key}
            else:
                phrases["".join(token for token in form if token)] = key
    phrases = {_rename(phrase, words): key for phrase, key in phrases.items()}
    parts = {name: frozenset(listed) for name, listed in raw["parts"].items()}
    longest_first = sorted(phrases, key=len, reverse=True)
    return _Words(words, **parts, states=states, phrase=re.compile("|".join(longest_first)), phrases=phrases)


def _rename(phrase: str, words: Mapping[str, str]) -> str:
    """Fold a state's name inside another's: ``West Virginia`` is read as ``west`` and ``va``."""
    return phrase.replace("virginia", words["virginia"])


def _plain(form: str) -> str:
    return form.translate(_APOSTROPHES).lower()


@functools.cache
def _courts() -> list[dict[str, Any]]:
    courts: list[dict[str, Any]] = package_json("courts_db", "courts.json")
    return courts


@functools.cache
def _cited() -> _Index:
    """Index our forms and courts-db's citation strings."""
    parents = {court["id"]: court for court in _courts()}
    index = _Index({}, {}, {c["id"]: (c["dates"][0]["start"] or "", c["dates"][-1]["end"] or "") for c in _courts()})
    for court, forms in table("courts.toml")["courts"].items():
        for form in forms:
            _enter(index, _tokens(form), court)
    known = frozenset(index.ids)
    for court in _courts():
        if court["citation_string"]:
            tokens = _tokens(court["citation_string"])
            if _key(tokens) not in known:
                _enter(index, tokens, _whole(court, parents))
    return index


@functools.cache
def _named() -> _Index:
    """Index the full names of courts too."""
    parents = {court["id"]: court for court in _courts()}
    cited = _cited()
    index = _Index({}, {}, cited.dates)
    for court in _courts():
        for tokens in _readings(court["name"]):
            if _key(tokens) not in cited.ids:
                _enter(index, tokens, _whole(court, parents))
    return _Index({**index.ids, **cited.ids}, {**index.loose, **cited.loose}, cited.dates)


def _readings(name: str) -> Iterator[list[str]]:
    """Yield the tokens of a full name, also with the state in front: ``Supreme Court of Ohio``."""
    circuit = _CIRCUIT_COURT.match(name.strip())
    if circuit:
        letter = next((group for group in circuit.groups()[:3] if group), "").lower()
        yield ["cc", f"{letter}d", *_tokens(circuit.group(4))]
    tokens = _tokens(name)
    yield tokens
    last = tokens[-1:]
    if last and last[0] in _words().states.values():
        yield last + tokens[:-1]
    for size in (2, 3):
        state = _key(tokens[-size:])
        if state in _words().states.values():
            yield [state, *tokens[:-size]]


def _enter(index: _Index, tokens: list[str], court: str) -> None:
    key = _key(tokens)
    if court not in index.ids.get(key, ()):
        index.ids[key] = (*index.ids.get(key, ()), court)
    loose = "".join(token for token in tokens if token != "ct")
    if loose != key and court not in index.loose.get(loose, ()):
        index.loose[loose] = (*index.loose.get(loose, ()), court)


def _whole(court: Mapping[str, Any], parents: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the id of a court, for a district of an intermediate court that of the whole court."""
    top = court
    while top.get("parent") in parents:
        top = parents[top["parent"]]
    name = str(court["id"])
    return str(top["id"]) if top["system"] == "state" and "App" in top["name"] else name
