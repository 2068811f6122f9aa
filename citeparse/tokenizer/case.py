"""Cases by reporter, database or neutral number: ``258 F.3d 62``, ``2003 WL 22244673``, ``477 U.S., at 255``.

Source: Indigo Book R12 (reporters), R12.4 (databases), R11.7.3 (neutral citations), R15.2 (short forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citeparse.data import reporters
from citeparse.data.reporters import Edition
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import AgencyToken, FullCaseToken, ShortCaseToken

__all__ = ["CASE", "UNNUMBERED"]

_AFTER_REPORTER = re.compile(
    r"""
    [ \t\u00a0]*(?:\r?\n[ \t]*){0,3}
    (?:\(\s*(?:(?P<nominative_volume>[0-9]{1,2})\s+)?(?P<nominative>[A-Z][a-z]{2,7}\.?)\s*\)\s*)?   # (1 Cranch)
    (?:\((?P<district>[1-5](?:st|nd|rd|d|th))\)\s*)?                                              # IL App (1st)
    (?:
        ,?\s{0,4}at\s{1,4}(?:pp?\.\s{0,3}|pages?\s{1,3}|[¶]{1,2}\s?)?(?P<at>[*]{0,2}[0-9]{1,6}|_{2,6}|-{2,6}|—)   # 477 U.S., at 255
      |
        -?(?P<page>(?:¶\s?[0-9]{1,3},[0-9]{3}(?![0-9,])|[0-9]{1,9}|_{2,6}|-{2,6}|—|[ivxlc]{1,6}))          # 258 F.3d 62, 141 FERC ¶ 61,049
        (?P<suffix>-?U(?![A-Za-z])|\s?[\[(][UA][\])]|M(?![A-Za-z]))?                                # -U, (U), M
    )
    (?P<range>[-–][0-9]{1,4})?
    (?![A-Za-z0-9]|:[0-9]|\.[0-9]{1,3}(?!\s{1,3}[A-Z“"]|\s*\n|[0-9]))     # 62.3 with the number of a footnote, not 103 C.M.R. 430.24
    """,
    re.VERBOSE,
)

_ROMAN = re.compile(r"(?=..)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_YEAR = re.compile(r"(?:1[6-9]|20)[0-9]{2}$")
_DATABASES = frozenset({"WL", "WLF", "BL"})


_UNNUMBERED = re.compile(
    r"""
    [\s,]{0,4}(?:
        (?:No\.\s)?(?P<volume>(?:19|20)[0-9]{2})[-–](?P<page>[0-9]{1,4})      # T.C. Memo. 2019-123
      | (?P<annual>1[89][0-9]{2}\s?[A-F])[,\s]{1,3}(?P<leaf>[0-9]{1,4})        # Ann. Cas. 1915B 261
      | ¶\s?(?P<paragraph>[0-9]{1,3},?[0-9]{3})                               # Fed. Sec. L. Rep. (CCH) ¶ 98,765
    )(?![0-9A-Za-z])
    """,
    re.VERBOSE,
)


_ANNUAL = ("Ann. Cas.", "L.R.A.")
"""Reports cited by year and letter, which stand after the name: ``Ann. Cas. 1915B 261``."""


def _unnumbered() -> Iterable[tuple[str, tuple[Edition, ...]]]:
    yield from reporters.unnumbered_names()
    for name in _ANNUAL:
        series = reporters.edition(name)
        if series is not None:
            yield name, (series,)


def read_unnumbered(anchor: Anchor) -> Hit | None:
    """``T.C. Memo. 2019-123``, ``Ann. Cas. 1915B 261`` (Indigo Book T1): the year or a paragraph stands for the volume."""
    text, start, _, end, _, row = anchor
    number = _UNNUMBERED.match(text, end)
    if number is None or not reporters.plausible(text[start:end], row):
        return None
    parts = {"reporter": (start, end)}
    for name, part in (("volume", "volume"), ("page", "page"), ("annual", "volume"), ("leaf", "page"), ("paragraph", "page")):
        if number.group(name) is not None:
            parts[part] = number.span(name)
    return Hit(AgencyToken if row[0].kind == "agency" else FullCaseToken, start, number.end(), parts, row[0].standard)


def _names() -> Iterable[tuple[str, tuple[Edition, ...]]]:
    return reporters.names()


def read(anchor: Anchor) -> Hit | None:
    """``258 F.3d 62`` (Indigo Book R12.2): volume, reporter known to the table, then a page or ``at`` a page."""
    text, start, name, end, _, row = anchor
    if text.endswith("at", name, end) and text[end - 3].isspace():
        end -= 3  # ``98 T.C. at 520``: the word is no part of the reporter
    after = _AFTER_REPORTER.match(text, end)
    if after is None:
        return None
    editions = reporters.plausible(text[name:end], row)
    if editions:
        editions = reporters.choose(editions, volume=text[start : _volume_end(text, start)])
    if not editions:
        return None
    volume_end = name
    while not text[volume_end - 1].isalnum():
        volume_end -= 1
    parts = {"volume": (start, _volume_end(text, start)), "reporter": (name, end)}
    series = editions[0].standard
    group = "at" if after.group("at") is not None else "page"
    if group == "page" and not _possible_page(after.group("page"), text[start:volume_end], series):
        return None
    parts["page"] = after.span(group)
    for extra in ("nominative_volume", "nominative", "district", "suffix"):
        if after.group(extra) is not None:
            parts[extra] = after.span(extra)
    if group == "at":
        form = AgencyToken if editions[0].kind == "agency" else ShortCaseToken
        hit = Hit(form, start, after.end("at"), parts, series)
        hit.tail = after.start("at")
        return hit
    if after.group("range") is not None and len(after.group("page")) <= 4:
        hit = Hit(ShortCaseToken, start, after.end("page"), parts, series)
        hit.tail = after.start("page")
        return hit
    return Hit(AgencyToken if editions[0].kind == "agency" else FullCaseToken, start, max(after.end("page"), after.end("suffix")), parts, series)


def _volume_end(text: str, start: int) -> int:
    end = start
    while text[end : end + 1] in "_-—" and end < start + 6:
        end += 1
    while text[end : end + 1].isdigit() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()):
        end += 1
    return end


def _possible_page(page: str, volume: str, series: str) -> bool:
    """Roman pages only in lower case after a long reporter name; long numbers only in databases and by year."""
    if page[0] == "0" and page != "0":
        return bool(_YEAR.match(volume[:4])) and len(volume) == 4
    if page[0] in "_-—¶":
        return True
    if page[0] in "ivxlc":
        return len(series) > 3 and _ROMAN.match(page) is not None
    return len(page) <= 5 or "," in page or bool(_YEAR.match(volume[:4]))


CASE = Rule(name="case", read=read, numbered=_names)
UNNUMBERED = Rule(name="unnumbered", read=read_unnumbered, named=_unnumbered)
