"""Rules of court: ``Fed. R. Civ. P. 56(c)``, ``Local Civ. Rule 56.1(a)``, ``MCR 2.003(B)(6)``, ``Rules 12 and 56``.

The set's name is looked up; what follows it is one list of rule numbers. A bare ``Rule 41(e)`` may be followed
by its set: ``Rule 41(e) of the Federal Rules of Criminal Procedure``.
"""

from __future__ import annotations

import functools
import re

from citeparse.data._lazy import lazy
from citeparse.data.court_rules import RuleSet, district, rule_names, set_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import RuleToken

__all__ = ["COURT_RULE"]

_SUB = r"\((?:[A-Za-z]|[0-9]{1,2}|[ivxIVX]{2,5}|aa|bb|cc|dd|AA|BB|CC|DD)\)"
_SQUARE = r"\[(?:[A-Za-z]|[0-9]{1,2})\](?![A-Za-z])"
_FIRST_SQUARE = r"[ \u00a0]\[[A-Za-z]\](?![A-Za-z])"
"""``rule 29 [a] [1]``: inside a parenthesis Massachusetts prints square brackets. A number alone is a note's."""
_SUBS = rf"(?:(?:[ \t\u00a0]?{_SUB}|{_FIRST_SQUARE})(?:\s{{0,2}}(?:{_SUB}|{_SQUARE})){{0,7}})"
_DASH = "[-‐‑‒–]"
_NUMBER = (
    r"(?![0-9]{1,3}(?:d|st|nd|rd|th)\b)[0-9]{1,4}(?:[a-zA-Z]{1,2}[0-9]?)?"
    rf"(?:(?:[.:]|{_DASH})[0-9]{{1,4}}[A-Z]?){{0,3}}(?![A-Za-z0-9])"
)
"""``56``, ``56.1``, ``166a``, ``3A.01``, ``36-3``, ``4:46-2``, ``10b-5``, ``32:1.7``."""

_SUBSECTIONS = lazy(r"[\s(]")
"""What divides the number from the rest: ``V`` of Gov.Bar R. V(18), ``21`` of ORCP 21 A(8)."""
_ITEM = lazy(rf"({_NUMBER}){_SUBS}?")
_SEPARATOR = lazy(
    r"\s{0,3},\s{0,3}(?:(?:and|or|&)\s{1,3})?|\s{1,3}(?:and|or|through|to|&|[-–—])\s{1,3}|[-–—](?=\()",
)
_MORE_SUBS = lazy(rf"{_SUB}(?:\s{{0,2}}{_SUB}){{0,7}}(?![0-9A-Za-z])")
_OTHER_SERIES = lazy(r"\s{1,3}(?:[A-Z][A-Za-z]{0,6}\.|U\.?S\.?C|C\.?F\.?R)")
"""After a number: the number was the volume or title of another citation (``, 12 F.3d 45``)."""
_LIST_GOES_ON = lazy(r"[,;)]|\.\s|\.?\Z|\s(?:and|or)\b")
_MOST = 12
"""No list of rules is read further than so many members."""

_BEFORE_NUMBER = lazy(
    r"""(?:(?<=[A-Za-z])[0-9]{1,2}[ ]{1,2}(?=[0-9]))?      # the number of a note: RCr2 10.26
    [\s\u00a0]{0,4}
    (?:(?:,[\s\u00a0]{1,4})?(?:[Rr]ules?|RULES?|r\.|Nos?\.)[\s\u00a0]{1,4})?    # Cal. Rules of Court, rule 8.204
    (§{0,2})[\s\u00a0]{0,3}""",
    re.VERBOSE,
)
_LONE_NUMBER = lazy(r"\n\n[0-9]{1,4}[ \t]*\n")
"""A page or footnote number on a line of its own, between two words of the text."""
_YEAR = lazy(r"(?:1[89]|20)[0-9]{2}(?![0-9.:(-])")
_OF_SET = lazy(
    r",?[\s\u00a0]{1,4}(?:of|under)[\s\u00a0]{1,4}(?:(?:the|this|our)[\s\u00a0]{1,4})?|,[\s\u00a0]{1,4}"
    r"|[\s\u00a0](?=NMRA)",
)
_COMMENT = lazy(
    r",?[\s\u00a0]{1,4}(cmts?\.\s{0,3}\[?[0-9]{1,2}\]?(?![0-9A-Za-z])|[Aa]dvisory\s[Cc]ommittee(?:['’]s)?\s[Nn]otes?"
    r"(?:\s(?:to|on)\s(?:the\s)?(?:1[89]|20)[0-9]{2}\s[Aa]mendments?)?)",
)
"""``Model Rules of Pro. Conduct R. 1.7 cmt. 3``, ``Fed. R. Civ. P. 26 advisory committee's note`` (Indigo Book R18)."""
_DISTRICT = lazy(
    r"((?:[CEMNSW]\.\s{0,3})?D\.\s{0,3}(?:(?:[A-Z]\.\s?){2}|(?:[NSW]\.\s?)?[A-Z][a-z]{1,4}\.?|Alaska))\s{1,10}\Z",
)
_CIRCUIT = lazy(
    r"((?:[0-9]{1,2}(?:st|nd|rd|th|d)|Fed\.|D\.C\.|Federal|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth"
    r"|Tenth|Eleventh))\s{1,10}\Z",
)
_ORDINALS = {
    "first": "1st", "second": "2d", "third": "3d", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "federal": "Fed.", "2nd": "2d", "3rd": "3d",
}
_COURT_OF = lazy(r"\b((?:[CEMNSW]\.\s?)?D\.)\s{0,3}\Z")
_PLAIN = "plain"
_PLAIN_FORM = " R."
_BODY = lazy(r"\b([A-Z]{3,5})\s{1,2}\Z")
"""A body named by its capitals before ``Rule``: ``FTC Rule 3.24``, ``HISA Rule 2010``, ``FINRA Rule 2010``."""
_OWNER = lazy(r"\b([Cc]ommission|[Tt]ax [Cc]ourt)['’]s\s{1,2}\Z")
_OWNERS = {"commission": "Comm'n R.", "tax court": "Tax Ct. R."}
_HEADING = lazy(r"[.:]?[ \t]{0,2}(?:[.:—–-][ \t]{1,4}[A-Z\"“]|\.[ \t]*\n)")
_LINE_START = lazy(r"(?:\A|[^a-z,\s])[\s\u00a0]*\n[ \t\u00a0#*“\"]*\Z")
_INITIALS = lazy(r"[A-Z]\.\Z")
"""Letters that stand directly before a name make another one: ``A.L.R.2d`` is not ``L.R.``"""
_DOCKET = lazy(r"(?:[0-9]|[A-Z]{2})[ :-]?\Z")
"""Before ``CR`` it makes a docket number or a report, before ``Va. R.`` a report: ``No. 22 CR 115``, ``5 Va. R. 1``."""
_NOTE_MARK = lazy(r"\n[ \t]{0,8}[0-9]{1,2}[ \t]{1,4}\Z")
_DIVIDED = lazy(r"\s{0,3}[0-9]{1,3}[.:]?[0-9]{0,3}\(|\s{0,3}[0-9]{1,2}\.[0-9]{3}")
"""``2 MCR 2.116(C)(8) tests …``: a footnote's number, no docket's, stands at the beginning of the line."""
_LAST_WORD = lazy(r"[A-Za-z]+(?=\.?\Z)")
_INITIAL = 2
_WORDS = frozenset({"Rule", "Rules", "Court"})
_LONGEST_ABBREVIATION = 7
_SHORT = 5
_WINDOW = 40


def read(anchor: Anchor) -> Hit | None:
    """Read ``Fed. R. Civ. P. 12(b)(6)`` or ``Rule 12(b)(6)`` (Indigo Book R18.1)."""
    return _named(anchor, anchor.row) if anchor.row is not None else _bare(anchor)


def _named(anchor: Anchor, rules: RuleSet) -> Hit | None:
    """Read ``Ohio Crim. R. 8(A)``, ``Cal. Rules of Court, rule 8.204``, ``S.D.N.Y. Local Civ. R. 56.1``."""
    text = anchor.text
    name = text[anchor.start : anchor.end]
    if not _is_set(anchor, rules, name):
        return None
    before = _BEFORE_NUMBER.match(text, anchor.end)
    if before is None or (before.group(1) and not rules.sign) or (name[-1].isalpha() and before.end() == anchor.end):
        return None
    listed = _numbers(text, before.end(), rules, plural=name[-1] in "sS")
    if listed is None or (_YEAR.match(text, before.end()) and not rules.years):
        return None
    if len(name) <= _SHORT and listed[0] == listed[1] and _OTHER_SERIES.match(text, listed[1]):
        return None
    start, series = _court(anchor, rules)
    if start == anchor.start and (rules.court == "circuit" or (rules.court and rules.exact)):
        return None
    hit = _hit((start, listed[1]), (before.end(), *listed), (start, anchor.end), series)
    comment = _COMMENT.match(text, hit.end)
    if comment is not None:
        hit.pins.append(comment.span(1))
        hit.tail = comment.end()
    return hit


def _is_set(anchor: Anchor, rules: RuleSet, name: str) -> bool:
    """Whether the words are the set's name: spelled as they must be, no part of another name or a docket number."""
    if rules.exact and _spelled(name) not in rules.exact:
        return False
    if name.endswith(".") and _written_out(name):
        return False
    before = anchor.text[max(0, anchor.start - 4) : anchor.start]
    numbered = rules.exact or (rules.type == _PLAIN and name.endswith(_PLAIN_FORM))
    return not (_INITIALS.search(before) or (numbered and _DOCKET.search(before) and not _in_note(anchor)))


def _in_note(anchor: Anchor) -> bool:
    low = max(anchor.floor, anchor.start - 16)
    begins = _NOTE_MARK.search(anchor.text, low, anchor.start) is not None
    return begins and _DIVIDED.match(anchor.text, anchor.end) is not None


def _written_out(name: str) -> bool:
    """Whether the last word of a name is no abbreviation, so that the period after it ends the sentence."""
    last = _LAST_WORD.search(name)
    if last is None:
        return False
    word = last.group()
    return len(word) > _LONGEST_ABBREVIATION or word in _WORDS or (len(word) > _INITIAL and word.isupper())


def _spelled(name: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", name).rstrip(".")


def _bare(anchor: Anchor) -> Hit | None:
    """Read ``Rule 41(e)``, and with its set ``Rule 41(e) of the Federal Rules of Criminal Procedure``."""
    text = anchor.text
    gap = _BEFORE_NUMBER.match(text, anchor.end)
    at = gap.end() if gap and not gap.group(1) and gap.end() > anchor.end else None
    listed = _numbers(text, at, None, plural=text[anchor.end - 1] in "sS") if at else None
    if at is None or listed is None or _is_heading(anchor, listed[1]):
        return None
    named = _set_after(text, listed[1])
    if named is not None:
        return _hit((anchor.start, named[1]), (at, *listed), named[2], named[0].series)
    start, series = _owner(anchor)
    return _hit((start, listed[1]), (at, *listed), (start, anchor.end), series)


def _is_heading(anchor: Anchor, end: int) -> bool:
    """Whether a line begins with the rule and goes on with its title: ``Rule 404. Character Evidence``, ``Rule 1:``."""
    opens = anchor.start == 0 or _LINE_START.search(anchor.text, max(0, anchor.start - 12), anchor.start) is not None
    return opens and _HEADING.match(anchor.text, end) is not None


def _set_after(text: str, end: int) -> tuple[RuleSet, int, tuple[int, int]] | None:
    """Find the set's name after the numbers: ``of the Texas Rules of Civil Procedure``, ``, SCACR``, `` NMRA``."""
    link = _OF_SET.match(text, end)
    found = set_names().longest(text, link.end()) if link else None
    if link is None or found is None:
        return None
    rules, after = found
    name = text[link.end() : after]
    if (rules.exact and _spelled(name) not in rules.exact) or rules.court == "circuit":
        return None
    if link.group().startswith(",") and "of" not in link.group() and _is_next(text, rules, after):
        return None
    return rules, after - (name.endswith(".") and _written_out(name)), (link.end(), after)


def _is_next(text: str, rules: RuleSet, after: int) -> bool:
    """Whether a set's name after a comma begins the next citation rather than ending this one."""
    return rules.generic or bool(rules.court) or _ITEM.match(text, after + (text[after : after + 1] == " ")) is not None


def _court(anchor: Anchor, rules: RuleSet) -> tuple[int, str]:
    """Look left for the court of local rules; return where the core begins and its series."""
    if rules.type == _PLAIN:
        return _of_district(anchor, rules)
    if not rules.court:
        return anchor.start, rules.series
    low = max(anchor.floor, anchor.start - _WINDOW)
    pattern = _DISTRICT if rules.court == "district" else _CIRCUIT
    found = pattern.search(anchor.text[low : anchor.start])
    if found is None:
        return anchor.start, rules.series
    court = _spelled(found.group(1)) + ("." if found.group(1).rstrip().endswith(".") else "")
    court = _ORDINALS.get(court.lower(), court)
    if rules.court == "district" and not district(court):
        return anchor.start, rules.series
    return low + found.start(1), f"{court} {rules.series}"


def _of_district(anchor: Anchor, rules: RuleSet) -> tuple[int, str]:
    """Tell ``D. Kan. Rule 7.1``, a rule of the federal court, from ``Kan. Rule 7.1``."""
    low = max(anchor.floor, anchor.start - 8)
    found = _COURT_OF.search(anchor.text[low : anchor.start])
    court = found and f"{found.group(1)} {rules.series.removesuffix(_PLAIN_FORM)}"
    if found is None or not court or not district(court):
        return anchor.start, rules.series
    return low + found.start(1), f"{court} Local R."


def _owner(anchor: Anchor) -> tuple[int, str]:
    """Look left of a bare ``Rule`` for the body that made it: ``FTC Rule 3.24``, ``the commission's Rule 1.4``."""
    before = anchor.text[max(anchor.floor, anchor.start - _WINDOW) : anchor.start]
    body = _BODY.search(before)
    if body is not None and not anchor.text[anchor.start : anchor.end].isupper():
        return anchor.start - len(before) + body.start(1), f"{body.group(1)} R."
    owner = _OWNER.search(before)
    return anchor.start, _OWNERS.get(owner.group(1).lower(), "") if owner else ""


def _numbers(text: str, at: int, rules: RuleSet | None, *, plural: bool) -> tuple[int, int] | None:
    """Read a list of rule numbers; return where the first number and where the list ends.

    ``56.1(a) and (b)``, ``12(b)(1) and 12(b)(6)``, ``8.4(b) and (h)``, ``33(a), (b)``
    """
    pattern = _item(rules.number if rules else "")
    first = pattern.match(text, at)
    if first is None or _LONE_NUMBER.match(text, at - 2):
        return None
    end = first.end()
    for _ in range(_MOST):
        link = _SEPARATOR.match(text, end)
        if link is None:
            break
        subs = _MORE_SUBS.match(text, link.end())
        item = subs or pattern.match(text, link.end())
        if item is None or (subs is None and not _belongs(text, item, first.group(1), link.group(), plural=plural)):
            break
        end = item.end()
    return first.start() + len(_SUBSECTIONS.split(first.group(1), maxsplit=1)[0]), end


@functools.cache
def _item(number: str) -> re.Pattern[str]:
    """The pattern of one member of a list, for sets whose numbers are their own."""
    return lazy(rf"({number})(?![A-Za-z0-9]|[-:.][0-9]){_SUBS}?") if number else _ITEM


def _belongs(text: str, item: re.Match[str], number: str, link: str, *, plural: bool) -> bool:
    """Whether another number is a member of the list: it has subsections, ``Rules`` announced it, or it looks alike."""
    if _OTHER_SERIES.match(text, item.end()):
        return False
    if plural or item.group(1) == number or item.end() > item.end(1):
        return True
    if "," in link:
        return len(item.group(1)) <= len(number) and _LIST_GOES_ON.match(text, item.end()) is not None
    return len(item.group(1)) <= len(number) + 1


def _hit(core: tuple[int, int], listed: tuple[int, int, int], named: tuple[int, int], series: str) -> Hit:
    """Make the hit; ``listed`` is where the numbers begin, the first number ends, and the list ends."""
    start, first, end = listed
    parts = {"set": (named[0], min(named[1], core[1])), "sections": (start, end), "section": (start, first)}
    return Hit(RuleToken, *core, parts, series)


COURT_RULE = Rule(
    name="rule", read=read, named=rule_names, words=("Rule", "Rules", "rule", "rules", "RULE", "RULES"),
)
