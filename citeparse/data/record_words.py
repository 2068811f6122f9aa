"""Words for documents of the record, and which designations name one document."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from citeparse.data._files import table
from citeparse.data._lazy import lazy
from citeparse.data._names import fold

__all__ = [
    "RecordWord",
    "abbreviations",
    "apposed",
    "identity",
    "one_document",
    "parties",
    "record_names",
    "stops",
    "vetoes",
]


class RecordWord(NamedTuple):
    """A word that names a kind of document: ``Decl.``"""

    name: str
    """As printed: ``Decl.``"""
    id: str
    """What it is in identities: ``decl``; its own folded name when it stands for itself."""
    form: str
    """``entry``, ``exhibit``, ``document``, ``pages``, ``brief`` or ``set``."""
    plain: bool
    """Whether it is a word of ordinary sentences too."""
    place: bool = False
    """Whether it counts only in a citation's place."""
    exact: str = ""
    """The spelling that counts, when capitals matter."""
    right: bool = False
    """Whether what the document supports or opposes may follow."""
    of: bool = False
    """Whether the person may follow."""
    volumes: bool = False
    """Whether the number of a volume may stand before it."""
    party: bool = False
    """Whether no other word than a party's may stand before it."""
    number_first: bool = False
    """Whether its number stands before it."""
    running: bool = False
    """Whether the page follows after a period."""


_FLAGS = ("place", "right", "of", "volumes", "party", "number_first", "running")


@functools.cache
def _tables() -> dict[str, Any]:
    return table("record_words.toml")


@functools.cache
def record_names() -> tuple[tuple[str, RecordWord], ...]:
    """Every printed name with its row."""
    rows = _tables()["word"]
    kinds = ("names", "plain")
    return tuple((name, _word(name, row, kind)) for row in rows for kind in kinds for name in row.get(kind, ()))


def _word(name: str, row: Mapping[str, Any], kind: str) -> RecordWord:
    flags = {flag: row[flag] for flag in _FLAGS if flag in row}
    exact = name.rstrip(".") if row.get("exact") else ""
    return RecordWord(name, row.get("id") or fold(name), row["form"], plain=kind == "plain", exact=exact, **flags)


@functools.cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that may stand inside a designation."""
    return frozenset(_tables()["left"]["abbreviations"])


@functools.cache
def parties() -> frozenset[str]:
    """Folded words that say whose a document is."""
    return frozenset(fold(name) for names in _tables()["parties"].values() for name in names)


@functools.cache
def vetoes() -> frozenset[str]:
    """Words after which no document of the record follows."""
    return frozenset(_tables()["left"]["vetoes"])


@functools.cache
def stops() -> frozenset[str]:
    """Capitalised words at which a designation does not begin further left."""
    return frozenset(_tables()["left"]["stops"])


@functools.cache
def _same() -> Mapping[str, str]:
    """Folded word → what it comes to in an identity."""
    found = {fold(name): word.id for name, word in record_names()}
    for group in ("parties", "words"):
        found |= {fold(name): key for key, names in _tables()[group].items() for name in names}
    return found


_ENTRY = lazy(
    r"(?:(?:CM/)?ECF|Dkts?\b|Docket|Docs?\b|Document\b|D\.\s?E\.|DE\b|D\.\s?I\.|Filing|Rec\.\s?Doc|R\.\s?Docs?)[\s.,#A-Za-z]{0,16}?[\s#*.]*([0-9].*)",
    re.DOTALL,
)
_VUE = lazy(r"([0-9]+)\s+TTABVUE")
_WORD = lazy(r"[A-Za-z0-9][A-Za-z0-9’'&-]*(?:\.[0-9]+)?(?:\.[A-Za-z](?![A-Za-z]))*")
_POSSESSIVE = lazy(r"['’]s\b|['’](?![A-Za-z])")
_INITIALS = lazy(r"\bR\.\s?&\s?R\b\.?")
"""A report and recommendation; ``R.`` alone is the record."""
_DATED = lazy(r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}\s")
_DASH = lazy(r"\s*[-‐‑‒–—]\s*")
_EMPTY = frozenset({"of", "the", "to", "in", "for", "and", "no", "nos", "on"})
_REPLIES = frozenset({"aff", "decl", "br"})
_PERSONAL = frozenset({"decl", "aff", "dep", "test", "tr"})


def identity(text: str) -> str:
    """Return what is alike in two designations of one document.

    >>> identity("Pl.'s 56.1") == identity("Plaintiff's 56.1"), identity("ECF No. 118-1") == identity("Dkt. 118-1")
    (True, True)
    >>> identity("Deposition of Cheryl Hagar"), identity("Hagar Dep."), identity("ECF Nos. 45–47")
    ('dep/hagar', 'dep/hagar', 'ecf/45-47')
    """
    text = _INITIALS.sub("R&R", _POSSESSIVE.sub("", text))
    entry = _ENTRY.match(text)
    if entry is not None:
        numbers = re.sub(r"[\s,]*\band\b\s*|\s*&\s*", ",", _DASH.sub("-", entry.group(1)))
        return "ecf/" + re.sub(r"[\s,]+", "+", re.sub(r"\s+to\s+", "-to-", numbers)).strip("+.")
    vue = _VUE.match(text)
    if vue is not None:
        return f"ttabvue/{vue.group(1)}"
    return _words(text)


def _words(text: str) -> str:
    """Fold the words of a designation: the document first, then whose it is."""
    words = [_folded(w) for w in _WORD.findall(text)]
    words = [w for w in words if w and w not in _EMPTY]
    kinds = [w for w in words if w in _kinds()]
    if not kinds:
        return "-".join(words)
    if _dated(text) or ("of" in text.split() and words[0] in _PERSONAL):
        words = _person_first(words, kinds[0])
    kind = words[-1] if words[-1] in _kinds() else kinds[0]
    if words[-2:-1] == [_EXHIBIT]:
        kind = _EXHIBIT if words[-1] == kind else kind  # the letter of ``Ex. R`` is no record
    rest = [("reply" if w == "r" and kind in _REPLIES else w) for w in words if w != kind]
    return "/".join(filter(None, (kind, "-".join(rest))))


def _dated(text: str) -> bool:
    return _DATED.match(text) is not None and " of " in text


def _person_first(words: list[str], kind: str) -> list[str]:
    """Turn ``declaration of Clarisa Welte`` into ``welte decl``, with the year of its date."""
    at = words.index(kind)
    years = [w for w in words[:at] if re.fullmatch(r"(?:19|20)[0-9]{2}", w)]
    return [*years, *words[at + 1 :][-1:], kind]


def _folded(word: str) -> str:
    key = word if word[0].isdigit() else fold(word)
    return _same().get(key, key)


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(word.id for _, word in record_names())


_LINKS = lazy(
    r"[.,]?[”\"’']?,?\s*(?:(?:,\s*)?(?:\bor\b|\bOr\b|[Ii]\.e\.,?|a/k/a|also)\s*)?[(\[]?(?:or\s+)?[“\"‘']?\s*",
)
_PINS = lazy(r"(?:(?:,?\s*\bat\b)?[\s0-9¶§:,.&–—‐-]{1,60}|\s*\([“\"‘'][^”\"’')]{1,40}[”\"’']\))")
_DAY = lazy(r", [A-Z][a-z]{2,8}\.? [0-9]{1,2}, (?:19|20)[0-9]{2}(?=,)")
_LONGEST_LINK = 80


def apposed(text: str, left_end: int, right_start: int) -> bool:
    """Return whether the words between two record cores make them two designations of one document.

    A comma, ``or`` or an opening bracket does, with the pins of the first in between; a semicolon, a period or
    ``and`` does not.

    >>> apposed("Pl. Tr. or ECF No. 118-1", 7, 11), apposed("Compl. ¶ 5; ECF No. 2", 6, 12)
    (True, False)
    """
    if right_start - left_end > _LONGEST_LINK:
        return False
    between = _DAY.sub("", " ".join(text[left_end:right_start].split()))
    if ";" in between:
        return False
    if _LINKS.fullmatch(between):
        return between not in ("", ".")
    bare = _PINS.sub("", between, count=4)
    return between.endswith(",") and (not bare.strip(" ,.)(") or _LINKS.fullmatch(bare) is not None)


def one_document(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Return whether two neighbouring record cores name one document: apposed, and one tells where the other is filed.

    A docket number or an exhibit number tells where a document is; two docket numbers, or two documents joined by
    a comma, are two. An affidavit or pleading and its exhibit are two as well.

    >>> one_document("Compl., ECF No. 1", (0, 6), (8, 17)), one_document("ECF No. 1, ECF No. 2", (0, 9), (11, 20))
    (True, False)
    """
    if not apposed(text, left[1], right[0]):
        return False
    first, second = (identity(text[slice(*span)]).split("/")[0] for span in (left, right))
    if (first in _PLACES) != (second in _PLACES):
        return True
    if _EXHIBIT in (first, second):
        return first in _EXHIBITED or second in _EXHIBITED
    return first not in _PLACES and re.search(r"\b[Oo]r\b", text[left[1] : right[0]]) is not None


_PLACES = frozenset({"ecf", "ttabvue"})
_EXHIBIT = "ex"
_EXHIBITED = frozenset({"dep", "test", "tr"})
