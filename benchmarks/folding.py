r"""Fold printed strings for comparison: the same citation, whatever the typography.

>>> squash("Holz  v.\nRockefeller’s"), fold_canon("18 U.S.C.A. §§ 853(p), (a)"), fold_pins(["¶¶ 17", "26"])
("holz v. rockefeller's", '18 u.s.c. § 853(p), 853(a)', ['¶17', '¶26'])
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["fold_canon", "fold_pins", "fold_relation", "squash"]

_SIGNS = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-") | {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
_RELATIONS = {
    "certiorari denied": "cert. denied",
    "cert denied": "cert. denied",
    "rehearing denied": "reh'g denied",
    "affirmed": "aff'd",
    "affd": "aff'd",
    "reversed": "rev'd",
    "revd": "rev'd",
    "revg": "rev'g",
    "affg": "aff'g",
}
_CANON = (
    (re.compile(r"( at \*?\d+)-\d+$"), r"\1"),  # a short form's page range does not matter
    (re.compile(r"\bu\.s\.c\.[as]\."), "u.s.c."),  # nor the publisher's edition of the U.S. Code
    (re.compile(r"^i\.r\.c\. (?=§)"), "26 u.s.c. "),
    (re.compile(r"§\s*"), "§ "),
    (re.compile(r"§ § "), "§ "),
)
_PIN = (
    (re.compile(r"^at "), ""),
    (re.compile(r"¶¶"), "¶"),
    (re.compile(r"§§"), "§"),
    (re.compile(r" and n"), " & n"),
    (re.compile(r"^(?:(paras?\.?)|pp?\.|pages?|at) *"), lambda m: "¶" if m.group(1) else ""),
    (re.compile(r"([¶§])\s+"), r"\1"),
    (re.compile(r"\b(?:nn?\.|fn\.?|notes?) *(?=\d)"), "n."),
)


def squash(value: object) -> str:
    """Fold case, dashes, quotes, spaces and outer punctuation."""
    text = unicodedata.normalize("NFKC", str(value or "")).translate(_SIGNS)
    text = re.sub(r"\s*-\s*", "-", text)
    return re.sub(r"\s+", " ", text).strip(" ,.;:").lower()


def fold_canon(value: object) -> str:
    """Fold a canonical core. A list repeats its section: ``853(p), (a)`` is ``853(p), 853(a)``."""
    text = squash(value)
    for pattern, replacement in _CANON:
        text = pattern.sub(replacement, text)
    members, section = [], ""
    for member in re.split(r", (?:and |& )?| and | & ", text):
        base = re.search(r"([\w.:-]+)\(", member)
        if member.startswith("(") and section:
            members.append(section + member)
            continue
        section = base.group(1) if base else section
        members.append(member)
    return ", ".join(members)


def fold_pins(values: Iterable[object] | None) -> list[str]:
    """Fold pins: one form of each marker, and a list's marker carried to its later members."""
    folded, marker = [], ""
    for value in values or ():
        pin = squash(value)
        for pattern, replacement in _PIN:
            pin = pattern.sub(replacement, pin)
        if pin.startswith(("¶", "§")):
            marker = pin[0]
        elif marker and re.fullmatch(r"[\d.\-]+", pin):
            pin = marker + pin
        folded.append(pin)
    return folded


def fold_relation(value: object) -> str:
    """Fold a relation: ``certiorari denied`` is ``cert. denied``."""
    text = squash(value)
    return _RELATIONS.get(text, text)
