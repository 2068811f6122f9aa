"""Cases by reporter, database or neutral number: ``258 F.3d 62``, ``2003 WL 22244673``, ``477 U.S., at 255``.

Source: Indigo Book R12 (reporters), R12.4 (databases), R11.7.3 (neutral citations), R15.2 (short forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citeparse.data import reporters
from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.reporters import Edition
from citeparse.tokenizer._after_case import after_case
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._page import FOOT, is_page_number, stands_alone, torn_number
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import AgencyToken, FullCaseToken, ShortCaseToken

__all__ = ["CASE"]

_AFTER_REPORTER = lazy(
    r"""
    \]?(?:FOOT)?[ \t\u00a0\u2000-\u200a\u202f]*(?:\r?\n[ \t]*){0,3}
    (?:(?:R|Rep)\.\s{0,3}(?=[0-9]))?                                                  # 4 How. Pr. R. 63
    (?:\(\s*(?:(?P<nominative_volume>[0-9]{1,2}(?:\s&\s[0-9])?)\s+)?                   # (1 Cranch)
        (?P<nominative>(?:[A-Z]\.\s{0,2}){0,2}[A-Z][A-Za-z]{0,9}\.?                    # (T.B. Mon.)
            (?:\s{1,2}(?:&\s{1,2})?[A-Z][A-Za-z]{0,9}\.?){0,2})                        # (Tuck. & Cl.)
        \s*\),?\s*)?
    (?:\((?P<district>[1-5](?:st|nd|rd|d|th))\)\s*)?                                   # IL App (1st)
    (?:\*[0-9]{1,5}\s{1,3}(?=[0-9]))?                                                  # 99 S.Ct. *197 2781: a star page
    (?:
        ,?\s{0,4}at(?:FOOT|\s{1,4})(?:pp?\.\s{0,3}|pages?\s{1,3}|[¶]{1,2}\s?)?                 # 477 U.S., at 255
        (?P<at>[*]{0,2}[0-9]{1,6}|_{2,6}|-{2,6}|—)
      |
        (?:,?\s?\((?:(?P<year>(?:1[6-9]|20)[0-9]{2})|(?:[A-Z][a-z]{2,5}\.\s)?[0-9]{1,3}),?\),?\s{1,3})?   # (1857)
        (?P<comma>,[ ](?=[0-9p]))?(?:pp?\.\s|[Pp]age\s)?                                # , p. 280
        (?:[-‐‑–]\s?(?![0-9]{1,4}\s?-[ \t]*\r?\n))?(?:                          # 2015-Ohio-123; not -17-
            (?P<paragraph>¶|P|[Pp]ara?\.)\s?                                           # FERC ¶ 61,049
            (?P<number>[0-9]{1,3}(?:,[0-9]{3}(?![0-9,])|[0-9]{0,3}))
          | (?P<page>(?:[DS](?=[0-9]{2}))?[0-9]{1,9}|_{2,6}|-{2,6}|-(?=,\s)|—|[ivxlc]{1,6}|[IVXLC]{2,6})   # 258 F.3d 62
        )
        (?P<suffix>                                                                    # -U, (U), M, 160407WC, 736a
            -?U[A-D]?(?![A-Za-z])|-[A-D](?![A-Za-z0-9])|\s?[\[(][UA][\])]|WC|(?!(?<=[23])d)[A-Za-z](?![A-Za-z])
        )?
    )
    (?P<range>[-–][0-9]{1,4})?
    (?![A-Za-z0-9]|:[0-9]
      |\.[0-9]{1,3}(?!\s{1,3}[A-Z“"]|\s*\n|[0-9]))          # 62.3 with the number of a footnote, not 103 C.M.R. 430.24
    """.replace("FOOT", FOOT),
    re.VERBOSE,
)

_ROMAN = lazy(r"(?=..)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_NEXT_SERIES = lazy(r"\s{1,3}[A-Z]")
"""What makes a number after a comma the volume of another citation."""
_ENDS = lazy(r"\s{1,3}\(|\.?\s*\Z")
_YEAR = lazy(r"(?:1[6-9]|20)[0-9]{2}$")
_VOLUME = lazy(r"[_\-—]{0,6}[0-9]*(?:-[0-9]+)*(?:(?<=[0-9])[A-D](?= ))?")
LONGEST_PAGE = 4
"""A range after a longer number is none of pages."""


def _names() -> Iterable[tuple[str, tuple[Edition, ...]]]:
    return reporters.names()


def read(anchor: Anchor) -> Hit | None:
    """``258 F.3d 62`` (Indigo Book R12.2): volume, reporter known to the table, then a page or ``at`` a page."""
    text, name, end = anchor.text, anchor.name, anchor.end
    if text.endswith("at", name, end) and text[end - 3].isspace():
        end -= 3  # ``98 T.C. at 520``: the word is no part of the reporter
    after = _AFTER_REPORTER.match(text, end)
    if after is None:
        return None
    volume = _volume(anchor)
    if volume is None:
        return None
    editions = reporters.plausible(text[name:end], anchor.row)
    editions = reporters.choose(editions, volume=text[slice(*volume)]) if editions else ()
    if not editions or not _fits(anchor, volume, (name, end), after, editions):
        return None
    parts = {"volume": volume, "reporter": (name, end)}
    for extra in ("nominative_volume", "nominative", "district", "paragraph", "suffix"):
        if after.group(extra) is not None:
            parts[extra] = after.span(extra)
    return _hit(editions[0], after, parts)


def _volume(anchor: Anchor) -> tuple[int, int] | None:
    """Return the place of the volume, which the foot of a page may separate from its reporter."""
    text, start, name = anchor[:3]
    torn = torn_number(text, anchor.floor, start, name)
    if torn is None and is_page_number(text, start, name):
        return None
    return torn or (start, _volume_end(text, start))


def _group(after: re.Match[str]) -> str:
    """The part that took part: a page of a short form, a paragraph's number, or a page."""
    if after.group("at") is not None:
        return "at"
    return "page" if after.group("number") is None else "number"


def _fits(
    anchor: Anchor, volume: tuple[int, int], name: tuple[int, int], after: re.Match[str], editions: tuple[Edition, ...],
) -> bool:
    """Whether the page can be one of this series, and the words its name."""
    text = anchor.text
    if _group(after) == "page":
        possible = _possible_page(after.group("page"), text[slice(*volume)], editions[0].standard)
        if not possible or stands_alone(text, *after.span("page")):
            return False
    printed = text[slice(*name)]
    if printed[1:2].islower() and fold(printed) in reporters.in_full():
        return after_case(anchor)
    return _marked(anchor, name, after, editions)


def _hit(series: Edition, after: re.Match[str], parts: dict[str, tuple[int, int]]) -> Hit:
    """Make the core; of ``388 U.S. 272-73`` and ``388 U.S. at 272`` the pages are read as pins."""
    group = _group(after)
    start, agency = parts["volume"][0], series.kind == "agency"
    parts["page"] = after.span(group)
    end = max(after.end(group), after.end("suffix"))
    short = group == "at" or (after.group("range") is not None and len(after.group(group)) <= LONGEST_PAGE)
    if short:
        form = AgencyToken if agency and group == "at" else ShortCaseToken
        hit = Hit(form, start, end, parts, series.standard)
        hit.tail = after.start(group)
        return hit
    hit = Hit(AgencyToken if agency else FullCaseToken, start, end, parts, series.standard)
    if after.group("year") is not None:
        hit.date = after.span("year")
    return hit


def _marked(anchor: Anchor, name: tuple[int, int], after: re.Match[str], editions: tuple[Edition, ...]) -> bool:
    """Whether sign or comma before the page go with the reporter: ``5 Wall., 573``, not ``May 3 Holmes, 29,``."""
    text = anchor.text
    if after.group("paragraph") is not None:
        printed = "," in after.group("number") and after.group("paragraph") == "¶"
        return printed or any(e.paragraphs for e in editions)
    if after.group("comma") is None:
        return True
    if _YEAR.match(after.group("page")) or _NEXT_SERIES.match(text, after.end()):
        return False
    return not text[slice(*name)].isalpha() or _ENDS.match(text, after.end()) is not None or after_case(anchor)


def _volume_end(text: str, start: int) -> int:
    """``258``, ``1984-1``, ``17A``, ``___``: where a volume ends."""
    found = _VOLUME.match(text, start)
    return found.end() if found else start


def _possible_page(page: str, volume: str, series: str) -> bool:
    """Roman pages only in lower case after a long reporter name; long numbers only in databases and by year."""
    if page[0] == "0" and page != "0":
        return bool(_YEAR.match(volume[:4])) and len(volume) == 4
    if page[0] in "_-—":
        return True
    if page[0] in "DS":
        return "Weekly" in series
    if page.isupper():
        return len(series) > 3 and _ROMAN.match(page.lower()) is not None
    if page[0] in "ivxlc":
        return len(series) > 3 and _ROMAN.match(page) is not None
    return len(page) <= 5 or "," in page or bool(_YEAR.match(volume[:4]))


CASE = Rule(name="case", read=read, numbered=_names)
