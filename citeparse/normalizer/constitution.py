"""Constitutions → standard form and key: ``U.S. Const. amend. XIV, § 1``, ``/us/const/amd14/s1`` (Indigo Book R23)."""

from __future__ import annotations

import re

import attrs

from citeparse.authorities import Authority, Constitution
from citeparse.data._lazy import lazy
from citeparse.data.constitutions import charter_of, ordinals
from citeparse.normalizer._section_list import first_number, members, standard_sections
from citeparse.tokens import Token

__all__ = ["authority", "canonical", "listed", "roman"]

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_TENS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUMBER = lazy(r"[IVXLC]+(?:-[A-Z])?\b|[0-9]+[A-Za-z]?(?:[-–][0-9A-Za-z]+)?")
_LETTERED = lazy(r"([IVXLC]+|[0-9]+)(.*)", re.DOTALL)
_DIVISIONS = (
    ("part", "pt.", "pt"),
    ("chapter", "ch.", "ch"),
    ("article", "art.", "art"),
    ("amendment", "amend.", "amd"),
    ("clause", "cl.", "cl"),
    ("paragraph", "para.", "par"),
)


def canonical(token: Token, base: Token | None = None) -> str:
    """Return the standard form: ``Cal. Const. art. I, § 19``."""
    return _written(token, _series(token, base), whole=True)


def authority(token: Token, base: Token | None = None) -> Authority:
    """Return the provision, subsections left out; of several the first."""
    several = listed(token, base)
    return several[0] if several else _provision(token, _series(token, base))


def listed(token: Token, base: Token | None = None) -> tuple[Authority, ...]:
    """Return all provisions of a list: ``amends. V, XIV``, ``art. I, §§ 8, 10``."""
    series, amendments = _series(token, base), _amendments(token)
    if amendments:
        *others, last = amendments
        alone = attrs.evolve(token, parts={"amendment": token.parts["amendment"]})
        named = [(alone, number) for number in others] + [(token, last)]  # a section is one of the last
        return tuple([_provision(_with(of, "amendment", number), series) for of, number in named])
    sections = standard_sections(token.parts["sections"].text) if "section" in token.parts else None
    if sections is None or not sections.several:
        return ()
    numbers = dict.fromkeys([member.first for member in members(sections)])
    return tuple([_provision(_with(token, "section", number), series) for number in numbers])


def _amendments(token: Token) -> list[str]:
    """The numbers of a list of amendments; empty when only one is named."""
    printed = token.parts.get("amendments")
    numbers = _NUMBER.findall(printed.text) if printed is not None else []
    return numbers if len(numbers) > 1 else []


def _with(token: Token, part: str, number: str) -> Token:
    """Return the token as if it named only one member of its list."""
    return attrs.evolve(token, parts={**token.parts, part: token.parts[part]._replace(text=number)})


def _provision(token: Token, series: str) -> Authority:
    charter = charter_of(series)
    place = charter.jurisdiction if charter is not None else ""
    path = [place or "us", "rights" if series.endswith("Rights") else "const"]
    for name, number in _numbers(token):
        path.append(name + number)
    if "preamble" in token.parts:
        path.append("pmbl")
    return Constitution(key="/" + "/".join(path), cite=_written(token, series, whole=False))


def _series(token: Token, base: Token | None) -> str:
    charter = charter_of(token.series)
    return base.series if base is not None and (charter is None or not charter.jurisdiction) else token.series


def _written(token: Token, series: str, *, whole: bool) -> str:
    """Write the divisions in order; ``whole`` keeps lists and subsections."""
    words = [series + (" pmbl." if "preamble" in token.parts else "")]
    for name, word, _ in _DIVISIONS[:4]:
        if whole and name == "amendment" and (several := _amendments(token)):
            words.append(f"amends. {', '.join([_standard(name, number, series) for number in several])}")
        elif name in token.parts:
            words.append(f"{word} {_standard(name, token.parts[name].text, series)}")
    if "section" in token.parts:
        listed = standard_sections(token.parts["sections"].text)
        number = listed.text if whole else first_number(token.parts["section"].text)
        words.append(f"{'§§' if whole and listed.several else '§'} {number}")
    for name, word, _ in _DIVISIONS[4:]:
        if name in token.parts:
            below = token.parts["below"].text if whole and name == "paragraph" and "below" in token.parts else ""
            words.append(f"{word} {token.parts[name].text}{''.join(below.split())}")
    first = " ".join(words[:2])
    return ", ".join([first, *words[2:]])


def _standard(name: str, number: str, series: str) -> str:
    """Articles and amendments have Roman numbers, those of declarations of rights Arabic ones."""
    if name in ("part", "chapter"):
        return number
    value, rest = _value(number)
    if value and series.endswith("Rights"):
        return f"{value}{rest}"
    return roman(value) + rest if value else number


def _numbers(token: Token) -> list[tuple[str, str]]:
    """Return the steps of the key: ``[("art", "1"), ("s", "19")]``."""
    steps = [(prefix, *_value(token.parts[name].text)) for name, _, prefix in _DIVISIONS[:4] if name in token.parts]
    section = token.parts.get("section")
    if section is not None:
        value, rest = _value(first_number(section.text))
        steps.append(("s", value, rest))
    steps.extend((prefix, *_value(token.parts[name].text)) for name, _, prefix in _DIVISIONS[4:] if name in token.parts)
    return [(prefix, f"{value or ''}{rest}") for prefix, value, rest in steps]


def _value(number: str) -> tuple[int, str]:
    """Split a number, Arabic, Roman or spelled out, from the letters after it."""
    spelled = dict(ordinals()).get(number.lower())
    if spelled is not None:
        return spelled, ""
    found = _LETTERED.match(number)
    if found is None:
        return 0, number
    digits, rest = found.groups()
    return (int(digits) if digits.isdigit() else _from_roman(digits)), rest


def _from_roman(number: str) -> int:
    values = [_ROMAN[c] for c in number]
    return sum(-v if any(later > v for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def roman(value: int) -> str:
    """Return a number in Roman numerals.

    >>> roman(14)
    'XIV'
    """
    out = ""
    for size, letters in _TENS:
        while value >= size:
            out += letters
            value -= size
    return out
