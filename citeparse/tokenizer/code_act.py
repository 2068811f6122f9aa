"""Acts and codes in no table: ``Revenue Act § 321``, ``section 240 of the Act``, ``Seattle Municipal Code § 12.3``.

Indigo Book R16.2, R16.4, R17.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.case_names import name_words
from citeparse.data.states import states
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer._sections import read_sections, read_sign
from citeparse.tokens import StatuteToken

__all__ = ["ACT", "act_after"]

LONGEST = 110
"""Names of acts are read no further left than this."""

LONGEST_ABBREVIATION = 6
"""A longer word with a period ends a sentence."""

_OPENING = "“\"(‘'["
_DATE = r"(?:\s{1,4}of\s{1,3}(?:[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},?\s{1,3})?(?:1[789]|20)[0-9]{2})"
_SUBJECT = r"(?P<subject>,\s{1,3}[A-Z][A-Za-z.’&\s-]{2,40}?(?=\s§))"
"""``Md. Code Ann., Empl. § 8-551``"""
_RIGHT = lazy(
    rf"(?P<date>{_DATE}|\s{{1,2}}Ann\.{_SUBJECT}?)?(?:\s{{1,3}}\([^()\n]{{2,40}}\))?,?\s{{1,4}}(?=§|[Ss]ec)",
)
_OTHERS = lazy(r"\s{0,2},\s{1,4}[0-9]{1,3}\s{1,3}Stat\.\s{1,3}[0-9]|\s{1,4}of\s{1,4}(?:the\s{1,4})?[A-Z]")
"""The section belongs to a law or act that stands after it."""
_INITIALS = lazy(r"(?!U\.S\.)(?:[A-Z]\.){1,3}")
"""Of the author of a treatise."""
_DRAFTED = lazy(r"\s{1,3}\((?:[Uu]nif|UNIF|[Nn]at[’']l|NAT[’']L)[^()]{3,60}\)")
"""Who drafted a uniform act, and when."""
_INNER = frozenset({"and", "of", "for", "in", "to", "the", "on", "with", "from", "against", "by", "or", "&"})
_AFTER = lazy(
    rf"""
    (?:(?:[A-Z][\w'’&.-]{{0,24}}|and|of|for|in|to|the|on|with|from|against|by|&),?\s{{1,4}}){{0,14}}?
    Act\b(?P<date>{_DATE})?
    """,
    re.VERBOSE,
)
_HOME = lazy(r"(?:Act|Code)\b(?!\s+(?:of|to|on)\b)")


def read(anchor: Anchor) -> Hit | None:
    """``Small Business Job Protection Act § 1201``: an act, named to the left, and its section."""
    text = anchor.text
    if text[anchor.start] in "Aa" and _DRAFTED.match(text, anchor.end):
        return _uniform(anchor)
    right = _RIGHT.match(text, anchor.end)
    sign = read_sign(text, right.end()) if right else None
    found = read_sections(text, sign.end, plural=sign.plural) if sign else None
    if right is None or sign is None or found is None or _OTHERS.match(text, found.end):
        return None
    start = _name_start(anchor)
    name, word = text[start : anchor.start], text[anchor.start : anchor.end]
    if word[0] in "LC" and not right.group("subject") and not _names_a_place(name, word):
        return None
    parts = {
        "code": (start, right.end("date") if right.group("date") else anchor.end),
        "sign": (sign.start, sign.end),
        "sections": (sign.end, found.end),
        "section": found.first,
    }
    return Hit(StatuteToken, start, found.end, parts, _series(text, parts["code"]))


def _uniform(anchor: Anchor) -> Hit | None:
    """``Unif. Public Expression Protection Act (Unif. L. Comm'n 2020)``: a uniform act as a whole (R18.3)."""
    start = _name_start(anchor)
    place = (start, anchor.end)
    if anchor.text[start : start + 4].lower() != "unif":
        return None
    return Hit(StatuteToken, start, anchor.end, {"code": place}, _series(anchor.text, place))


def act_after(text: str, start: int, at: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """``section 240 of the Act``, ``section 5 of the Voting Rights Act of 1965``: the name begins at ``at``."""
    if not text[at : at + 1].isupper():
        return None
    found = _AFTER.match(text, at) or _HOME.match(text, at)
    if found is None:
        return None
    return Hit(StatuteToken, start, found.end(), {**parts, "code": found.span()}, _series(text, found.span()))


def _series(text: str, place: tuple[int, int]) -> str:
    """Squeeze the name; one in capitals is spelled as other names are."""
    words = " ".join(text[slice(*place)].split()).replace("’", "'")
    if not words.isupper() or " " not in words:
        return words
    return " ".join(word.lower() if word.lower() in _INNER else word.capitalize() for word in words.split(" "))


def _name_start(anchor: Anchor) -> int:
    """Walk left over the capitalized words of the name."""
    low = max(anchor.floor, anchor.start - LONGEST)
    words = list(re.finditer(r"\S+", anchor.text[low : anchor.start]))
    if words and low > anchor.floor:
        del words[0]  # it may be cut
    first = anchor.start
    for word in reversed(words):
        printed = word.group().strip(_OPENING)
        if not printed or not _in_name(printed):
            break
        if printed[0].isupper():
            first = low + word.end() - len(word.group().lstrip(_OPENING))
        if word.group()[0] in _OPENING:
            break
    return first


def _in_name(word: str) -> bool:
    """Whether a word can stand in the name of an act: no end of a sentence, no lead, no initials of an author."""
    if word[-1] in ";:)]”" or (word[-1] == "." and len(word) > LONGEST_ABBREVIATION):
        return False
    if _INITIALS.fullmatch(word) and not any(word == state.abbr for state in states().values()):
        return False
    if word[0].isupper():
        return word.rstrip(".,").lower() not in name_words().leads
    return word in _INNER or not word[0].islower()


def _names_a_place(name: str, word: str) -> bool:
    """Whether a code or law is one of a place: ``Seattle Municipal Code``; treatises have such titles too."""
    words = name.split()
    if not words or words[0] in ("Unif.", "Uniform"):
        return bool(words)
    if any(name.startswith((state.abbr, state.name)) for state in states().values()):
        return len(words) > 1
    return word != "Law" and any(w in _LOCAL_WORDS for w in (*words, word))


_LOCAL_WORDS = frozenset(
    {"Borough", "Building", "Charter", "City", "County", "Housing", "Mun.", "Municipal", "Town", "Village", "Zoning"}
)

ACT = Rule(name="act", read=read, words=("Act", "ACT", "Code", "CODE", "Law", "Charter"))
