"""Public addresses of authorities, worked out from their keys by the patterns of ``links.toml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import attrs

from citeparse.data._files import table
from citeparse.data._lazy import lazy

__all__ = ["urls", "web_address"]

_PLACE = lazy(r"\{([a-z]+)(?::([a-z]+|[0-9]))?\}")
_ADDRESS = lazy(r"https?://[^\x00-\x20\x7f]+\Z", re.IGNORECASE)
_SAFE = "().-_~"
"""Characters that addresses hold as they are; all others but letters and digits are percent-encoded."""


_WEB = "web"
"""The place of keys that are addresses themselves."""


@attrs.frozen
class _Link:
    """A row of the table."""

    steps: tuple[re.Pattern[str], ...]
    urls: tuple[str, ...]
    anchor: str
    join: str
    words: Mapping[str, str]
    unless: tuple[str, ...]


@functools.cache
def _links() -> dict[tuple[str, str], list[_Link]]:
    """All rows by the first two steps of their keys."""
    found: dict[tuple[str, str], list[_Link]] = {}
    for row in table("links.toml")["link"]:
        steps: list[str] = row["key"][1:].split("/")
        found.setdefault((steps[0], steps[1]), []).append(_link(row, steps))
    return found


def _link(row: Mapping[str, Any], steps: list[str]) -> _Link:
    return _Link(
        tuple(lazy(_pattern(step)) for step in steps), tuple(row["urls"]),
        row.get("anchor", ""), row.get("join", ""), row.get("map", {}), tuple(row.get("unless", ())),
    )


def _pattern(step: str) -> str:
    """Turn ``s{title}-{section}`` into a pattern; the last name takes the rest, a range (``...``) is no section."""
    literals = _PLACE.split(step)[::3]
    names = [place[1] for place in _PLACE.finditer(step)]
    made = re.escape(literals[0])
    for name, literal in zip(names, literals[1:], strict=True):
        taken = "[^-.]" if name != names[-1] else r"(?:(?!\.\.\.).)"
        made += f"(?P<{name}>{taken}{{1,60}}){re.escape(literal)}"
    return made + r"\Z"


def urls(key: str) -> tuple[str, ...]:
    """Return the public addresses of what a key names, subsections included; empty when none is known.

    >>> urls("/us/usc/t42/s1983/a/1")[0]
    'https://www.law.cornell.edu/uscode/text/42/1983#a_1'
    >>> urls("/us/case/fsupp2d/10/5"), urls("#ecf/12")
    (('https://www.courtlistener.com/c/F.%20Supp.%202d/10/5/',), ())
    """
    steps = key[1:].removesuffix("/note").split("/") if key.startswith("/") else []  # a note stands with its section
    if len(steps) < 2:
        return ()
    if steps[0] == _WEB:
        return (f"https://{key[len(_WEB) + 2 :]}",)
    best: tuple[str, ...] = ()
    longest = 0
    for link in _links().get((steps[0], steps[1]), ()):
        if longest < len(link.steps) <= len(steps):
            found = _filled(link, steps)
            if found:
                best, longest = found, len(link.steps)
    return best


def _filled(link: _Link, steps: list[str]) -> tuple[str, ...]:
    """Return the addresses of a row for a key, empty when the row is of another."""
    values: dict[str, str] = {}
    for pattern, step in zip(link.steps, steps, strict=False):
        match = pattern.match(step)
        if match is None:
            return ()
        values.update(match.groupdict())
    below = steps[len(link.steps) :]
    if below and not link.anchor and link.urls[0].startswith("https://www.courtlistener"):
        return ()
    try:
        made = [_fill(address, values, link) for address in link.urls]
        if below and link.anchor:
            joined = "".join(f"({step})" for step in below) if link.join == "()" else link.join.join(below)
            made[0] += _fill(link.anchor, {**values, "below": joined}, link)
    except (LookupError, UnicodeEncodeError):  # no address has a lone surrogate in it
        return ()
    return tuple(made)


def _fill(template: str, values: Mapping[str, str], link: _Link) -> str:
    return _PLACE.sub(lambda place: quote(_word(place[2] or "", values[place[1]], link), safe=_SAFE), template)


def _word(form: str, value: str, link: _Link) -> str:
    """Return a step in the form that an address wants; raises `LookupError` when there is none."""
    if form == "standard":
        return _reporter(value, link)
    if form == "map":
        return link.words[value]
    if form == "lower":
        return value.lower()
    if form.isdigit():
        return value.zfill(int(form))
    head, _, rest = value.partition(".")
    return head if form == "part" else rest if form == "after" else value


def _reporter(slug: str, link: _Link) -> str:
    from citeparse.data.reporters import edition

    found = edition(slug)
    if found is None or slug in link.unless or "lexis" in slug:
        raise LookupError(slug)
    return found.standard


def web_address(url: str | None) -> str | None:
    """Return an address when it is one of the web, which runs no script where a page links to it.

    >>> web_address("https://www.courtlistener.com/"), web_address("javascript:alert(1)")
    ('https://www.courtlistener.com/', None)
    """
    return url if url is not None and _ADDRESS.match(url) else None
