"""Reading the court tables: courts-db's courts and our `courts.toml` become keys that words fold to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citeparse.data._files import package_json, table
from citeparse.data._lazy import lazy

__all__ = ["CourtIndex", "CourtWords", "cited", "court_words", "join", "named", "tokens_of"]

_APOSTROPHES = {ord(c): None for c in "'’‘`´"}
_TOKEN = lazy(r"([0-9]{1,3})(?:st|nd|rd|th|d)?(?=cir|dist|dept|dca|[^a-z0-9]|$)|([a-z0-9]+)")

SHORTEST_PHRASE = 4
"""No state of more than one word has a shorter key: ``nmex``."""

_CIRCUIT_COURT = lazy(
    r"(?:U\.S\.|United States) Circuit Court for the (?:(\w)\w+ern )?District of (?:(?:(\w)\w+ern|(M)iddle) )?(.+)",
)
"""Names of the circuit courts abolished in 1911, cited ``C.C.S.D.N.Y.``."""


class CourtWords(NamedTuple):
    """Our table, folded."""

    words: Mapping[str, str]
    departments: frozenset[str]
    sittings: frozenset[str]
    places: frozenset[str]
    states: Mapping[str, str]
    """Postal code → key of the state."""
    keys: frozenset[str]
    """The keys of all states."""
    intermediate: Mapping[str, str]
    """Key of a state → key of its intermediate court, where that is not called court of appeals."""
    phrase: re.Pattern[str]
    """Names of states of more than one word, in keys."""
    phrases: Mapping[str, str]


class CourtIndex(NamedTuple):
    """Keys of courts."""

    ids: dict[str, tuple[str, ...]]
    loose: dict[str, tuple[str, ...]]
    """The same without the word court: ``Mo. App.``"""
    dates: dict[str, tuple[str, str]]
    """First and last day by id, empty when not known."""


def tokens_of(words: str) -> list[str]:
    """Split into folded words: ``S. Dist. N.Y.`` → s, d, n, y."""
    folded = court_words().words
    found = []
    for number, word in _TOKEN.findall(words.translate(_APOSTROPHES).lower()):
        token = number or folded.get(word, word)
        if token:
            found.append(token)
    return found


def join(tokens: list[str]) -> str:
    """Return the key of folded words, states of more than one word in their short form."""
    key = "".join(tokens)
    if len(key) < SHORTEST_PHRASE:
        return key
    known = court_words()
    return known.phrase.sub(lambda match: known.phrases[match.group()], key)


@functools.cache
def court_words() -> CourtWords:
    """Read the word lists, and give each word that is a state the state's key."""
    raw = table("courts.toml")
    words: dict[str, str] = dict(raw["words"])
    folded = {row["code"]: [_fold(form, words) for form in row["forms"]] for row in raw["state"]}
    states = {code: "".join(forms[0]) for code, forms in folded.items()}
    for code, forms in folded.items():
        words.update({form[0]: states[code] for form in forms[1:] if len(form) == 1})
    phrases = {
        "".join(words.get(word, word) for word in form): states[code]
        for code, forms in folded.items()
        for form in forms[1:]
        if len(form) > 1
    }
    return CourtWords(
        words,
        **{name: frozenset(listed) for name, listed in raw["parts"].items()},
        states=states,
        keys=frozenset(states.values()),
        intermediate=raw["intermediate"],
        phrase=lazy("|".join(sorted(phrases, key=len, reverse=True))),
        phrases=phrases,
    )


def _fold(form: str, words: Mapping[str, str]) -> list[str]:
    found = _TOKEN.findall(form.translate(_APOSTROPHES).lower())
    return [number or words.get(word, word) for number, word in found]


class _Court(NamedTuple):
    """What we need of a court of courts-db."""

    id: str
    citation: str
    name: str
    dates: tuple[str, str]


@functools.cache
def _courts() -> tuple[_Court, ...]:
    """Read courts-db; the districts and departments of one court go by its id."""
    raw: list[dict[str, Any]] = package_json("courts_db", "courts.json")
    parents = {court["id"]: court.get("parent") for court in raw}
    whole = frozenset(table("courts.toml")["whole"])
    return tuple(
        _Court(
            _whole(court["id"], parents, whole),
            court["citation_string"],
            court["name"],
            (court["dates"][0]["start"] or "", court["dates"][-1]["end"] or ""),
        )
        for court in raw
    )


def _whole(court: str, parents: Mapping[str, str | None], whole: frozenset[str]) -> str:
    top: str | None = court
    for _ in range(4):
        if top in whole:
            return top
        top = parents.get(top) if top else None
    return court


@functools.cache
def cited() -> CourtIndex:
    """Index our forms and courts-db's citation strings."""
    index = CourtIndex({}, {}, {court.id: court.dates for court in reversed(_courts())})
    for court_id, forms in table("courts.toml")["courts"].items():
        for form in forms:
            _enter(index, tokens_of(form), court_id)
    known = frozenset(index.ids)
    for court in _courts():
        if court.citation:
            tokens = tokens_of(court.citation)
            if join(tokens) not in known:
                _enter(index, tokens, court.id)
    return index


@functools.cache
def named() -> CourtIndex:
    """Index the full names of courts too; where a citation string has the same key, it stands."""
    first = cited()
    index = CourtIndex({}, {}, first.dates)
    for court in _courts():
        for tokens in _readings(court.name):
            if join(tokens) not in first.ids:
                _enter(index, tokens, court.id)
    return CourtIndex({**index.ids, **first.ids}, {**index.loose, **first.loose}, first.dates)


def _readings(name: str) -> Iterator[list[str]]:
    """Yield the tokens of a full name, and the same with the state at the other end: ``Supreme Court of Ohio``."""
    circuit = _CIRCUIT_COURT.match(name.strip())
    if circuit:
        letter = next((group for group in circuit.groups()[:3] if group), "").lower()
        yield ["cc", f"{letter}d", *tokens_of(circuit.group(4))]
    tokens = tokens_of(name)
    yield tokens
    states = court_words().keys
    for size in (1, 2, 3):
        if join(tokens[-size:]) in states:
            yield [*tokens[-size:], *tokens[:-size]]
            return
        if join(tokens[:size]) in states:
            yield [*tokens[size:], *tokens[:size]]
            return


def _enter(index: CourtIndex, tokens: list[str], court: str) -> None:
    key = join(tokens)
    if court not in index.ids.get(key, ()):
        index.ids[key] = (*index.ids.get(key, ()), court)
    loose = join([token for token in tokens if token != "ct"])
    if loose != key and court not in index.loose.get(loose, ()):
        index.loose[loose] = (*index.loose.get(loose, ()), court)
