"""Treaties, patents, web pages, other opinions: ``456 U.N.T.S. 78``, ``U.S. Patent No. 8,112,504``, ``ante, at 5``.

Source: Indigo Book T2 (patents, trademarks), R33 (web pages); practice of the federal reporters (treaties, ``ante``).
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.others import OtherSeries, numbered_documents, treaty_names
from citeparse.tokenizer._edges import ends_text
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._lead import Lead, credit, read_lead
from citeparse.tokenizer._locator import GAP
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer.signal import read_signal
from citeparse.tokens import OtherToken

__all__ = ["CROSS_REFERENCE", "PATENT", "PATENT_SHORT", "TREATY", "WEB"]

_PAGE = lazy(
    GAP
    + r",?\s{0,3}(?:(?P<at>at)\s{1,3})?(?P<page>[0-9]{1,2},[0-9]{3}|[0-9]{1,5}|_{2,6})(?![0-9A-Za-z])"
    r"(?P<to>\s?[-–]\s?[0-9]{1,5}(?![0-9A-Za-z]))?",
)
_NUMBER = lazy(
    r"""
    [\s\u00a0]{0,3}(?:Application\s|Serial\s)?(?P<no>Nos?\.|\#|Number)[\s\u00a0]{0,5}
    (?P<number>
        (?:D|RE|Re\.|PP|X)?\s?                                                    # design, reissue, plant patents
        (?:[0-9]{1,2},[0-9]{3},[0-9]{3}|[0-9]{3},[0-9]{3}|[0-9]{4}/[0-9]{7}|[0-9]{2}/[0-9]{3},?[0-9]{3}|[0-9]{3,8})
        (?:\s(?:[ABCEPSY][0-9]?)(?![A-Za-z0-9]))?                                 # B2: the kind of document
    )
    (?P<more>(?:(?:;|,|,?\s(?:and|&))\s{1,3}(?:[0-9]{1,2},[0-9]{3},[0-9]{3}|[0-9]{7})){0,8})
    (?![0-9A-Za-z]|,[0-9])
    """,
    re.VERBOSE,
)
_PATENT_SHORT = lazy(r"[’'‘][0-9]{3}\s{1,3}$")
_PATENT_PIN = lazy(
    r",?\s{1,3}(?:at\s(?=[0-9]{1,3}:[0-9]|\[)|(?=cols?\.\s|figs?\.\s|FIGS?\.\s))"
    r"(?P<pin>(?:\[[0-9]{2}\]|(?:cols?\.|figs?\.|FIGS?\.)\s{0,2}[0-9]{1,3}[A-Z]?(?:,?\sll?\.\s[0-9]{1,3}"
    r"(?:[-–][0-9]{1,3})?)?|[0-9]{1,3}:[0-9]{1,3}(?:[-–][0-9]{1,3}(?::[0-9]{1,3})?)?))",
)
_NEAR = 320
_URL = lazy(r"s?:[ ]?//(?:\s{0,12}(?=[A-Za-z0-9]))?(?P<address>[A-Za-z0-9][^\s<>\"“”‘{}|^`\[\]]{2,300})")
_GOES_ON = lazy(r"[ \t]?\r?\n?[ \t]{0,8}(?P<more>[^\s<>\"“”‘{}|^`\[\]()]{1,200})")
_CLOSING = ".,;:!?)'’”\"*_"
_VISITED = lazy(
    r"[^.;]{0,160}?(?:\(|\[\s?|,\s)(?:last\s{1,48}(?:visited|accessed|viewed|updated|checked|modified|retrieved)"
    r"|visited|accessed|retrieved|archived|https?://perma\.cc|search\sin)",
    re.IGNORECASE,
)
_DATED_BEFORE = lazy(
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,3}"
    r"(?:[0-9]{1,2},\s{1,3})?(?:19|20)[0-9]{2}(?:,\s[0-9:]{3,5}\s?[AaPp]\.?[Mm]\.?"
    r"(?:\s[A-Z]{2,3})?)?)\),?\s{1,4}(?:available\s+at:?\s{1,4})?$",
)
_AVAILABLE = lazy(r"[,(;]\s{1,8}(?:also\s+)?available\s{1,8}at:?\s{1,8}$")
_ATTACHED = lazy(
    r"""
    (?:[^()\[\];]{0,48}\([^()]{0,160}(?:\([^()]{0,80}\)[^()]{0,40})?\)){0,3}     # parentheticals of the citation before
    [\s,;.]{0,4}(?:[0-9*,\s&n.–-]{1,40})?(?:also\s+)?(?:available\s+at:?|archived\s+at|at)?[\s,\[*_:]{0,8}$
    """,
    re.VERBOSE,
)
_YEAR_BEFORE = lazy(r"[\s.](?:19|20)[0-9]{2}\),?\s{1,4}$")
_CROSS = lazy(
    r",?\s{1,3}(?:at\s{1,3}|pp?\.\s{0,3})(?P<page>[0-9]{1,3}(?:\s?[-–]\s?[0-9]{1,3})?(?:,\s(?:and\s)?"
    r"(?:n\.\s?)?[0-9]{1,3}(?:[-–][0-9]{1,3})?(?![0-9]))?|_{2,4})(?![0-9A-Za-z])",
)
_CROSS_LEAD = lazy(
    r"(?:[(;.,]|\b(?:[Ss]ee|[Ss]ee\salso|[Cc]f\.|[Cc]ompare|and|with|opn?\.|opinion"
    r"|e\.g\.))[\s,*_“\"]{1,5}$|[(*_]$|\n\s*$",
)


def read_treaty(anchor: Anchor) -> Hit | None:
    """``13 U.S.T. 2312``, ``450 U.N.T.S. 82`` (Indigo Book R38): volume, series, page."""
    text, start = anchor.text, anchor.start
    page = _PAGE.match(text, anchor.end)
    if page is None or not text[anchor.name].isupper():
        return None
    volume = start
    while text[volume].isdigit():
        volume += 1
    series: OtherSeries = anchor.row
    parts = {"volume": (start, volume), "reporter": (anchor.name, anchor.end), "page": page.span("page")}
    hit = Hit(OtherToken, start, page.end("page"), parts, series.standard)
    if page.group("at"):
        hit.pins = [(page.start("page"), page.end())]
        hit.tail = page.end()
    return hit


def read_numbered(anchor: Anchor) -> Hit | None:
    """``U.S. Patent No. 8,112,504 B2``, ``T.I.A.S. No. 11670``, ``Registration No. 3,886,986`` (Indigo Book T2)."""
    text = anchor.text
    series: OtherSeries = anchor.row
    found = _NUMBER.match(text, anchor.end)
    if found is None or not text[anchor.start].isupper():
        return None
    printed = text[anchor.start : anchor.end]
    digits = sum(c.isdigit() for c in found.group("number"))
    grouped = "," in found.group("number") or printed.startswith(("U.S.", "Trade"))
    if series.key == "trademark" and not (digits == 7 and grouped):
        return None
    if series.key in ("patent", "patent-application") and digits < 5 and not printed.startswith("U"):
        return None
    end = found.end("more") if found.group("more") else found.end("number")
    parts = {"document": (anchor.start, anchor.end), "number": found.span("number")}
    hit = Hit(OtherToken, anchor.start, end, parts, series.standard)
    if series.key == "patent":
        pin = _PATENT_PIN.match(text, end)
        if pin is not None:
            hit.pins = [pin.span("pin")]
            hit.tail = pin.end("pin")
    return hit


def read_patent_short(anchor: Anchor) -> Hit | None:
    """``’504 Patent, col. 3, ll. 5-10`` (Indigo Book T2): the short form, where a place in the patent is cited."""
    text = anchor.text
    before = _PATENT_SHORT.search(text, max(anchor.floor, anchor.start - 8), anchor.start)
    pin = _PATENT_PIN.match(text, anchor.end) if before else None
    if before is None or pin is None:
        return None
    start = before.start()
    hit = Hit(OtherToken, start, anchor.end, {"number": (start + 1, start + 4)}, "U.S. Patent")
    hit.pins = [pin.span("pin")]
    hit.tail = pin.end("pin")
    return hit


def read_web(anchor: Anchor) -> Hit | None:
    """``https://… (last visited June 2, 2010)`` (Indigo Book R33): an address that is itself the source."""
    text, start = anchor.text, anchor.start
    found = _URL.match(text, anchor.end)
    if found is None or _attached(anchor):
        return None
    end = _address_end(text, found.end())
    lead = read_lead(text, anchor.floor, start)
    if not _is_source(anchor, end) and not _introduced(anchor, lead):
        return None
    hit = Hit(OtherToken, start, end, {"address": (start, end)}, "")
    credit(hit, lead)
    return hit


def _attached(anchor: Anchor) -> bool:
    """Whether the citation before goes on with this address."""
    text, start, floor = anchor.text, anchor.start, anchor.floor
    if text[max(0, start - 3) : start].rstrip().endswith("["):
        return True  # the archived copy of the address before: [https://perma.cc/4DUQ-WW39]
    if floor and start - floor < _NEAR and _ATTACHED.match(text, floor, start):
        return True
    if _YEAR_BEFORE.search(text, max(floor, start - 12), start) is None:
        return False
    return _DATED_BEFORE.search(text, max(floor, start - 60), start) is None


def _address_end(text: str, end: int) -> int:
    """Follow an address over the end of a line, where it was broken after or before a sign."""
    for _ in range(6):
        more = _GOES_ON.match(text, end)
        if more is None or more.start("more") == end:
            break
        if not _continues(text[end - 1], more.group("more"), broken="\n" in more.group()):
            break
        end = more.end("more")
    while text[end - 1] in _CLOSING:
        if text[end - 1] == ")" and text.count("(", end - 120, end) >= text.count(")", end - 120, end):
            break
        end -= 1
    return end


def _continues(last: str, more: str, *, broken: bool) -> bool:
    """Whether the words after a blank or line end go on with the address that ends in ``last``."""
    first = more[0]
    if first in "./?=&#%_~" and len(more) > 2:
        return last not in ",;" and (broken or first != ".")
    if last == "%":
        return first.isdigit()
    if last in "/-_=?&." and ("/" in more or "=" in more or "." in more.rstrip(".,;)")):
        return True
    if not broken:
        return False
    if last in "/-_=?&":
        return first.islower() or first.isdigit()
    return last.isalnum() and ("/" in more or (first == "-" and any(c.isdigit() for c in more)))


def _is_source(anchor: Anchor, end: int) -> bool:
    """Whether the words around an address make a citation of it."""
    text, start = anchor.text, anchor.start
    if not start and ends_text(text, end):
        return True  # it is all that there is
    low = max(0, start - 80)
    if _VISITED.match(text, end, end + 200) or _DATED_BEFORE.search(text, low, start):
        return True
    return _AVAILABLE.search(text, low, start) is not None


def _introduced(anchor: Anchor, lead: Lead) -> bool:
    """``See Bureau of Aircraft Accident Archives, http://…``: a title of several words after a signal."""
    text, start = anchor.text, anchor.start
    if lead.title is None or text[start - 2 : start].strip(" \n") != ",":
        return False
    if " " not in text[lead.start : lead.title[1]].strip():
        return False
    return read_signal(text, anchor.floor, lead.start) is not None


def read_cross_reference(anchor: Anchor) -> Hit | None:
    """``ante, at 5``, ``post, p. 12``: another opinion of the same case (practice of the Supreme Court)."""
    text, start = anchor.text, anchor.start
    found = _CROSS.match(text, anchor.end)
    if found is None:
        return None
    if text[anchor.end] != "," and start and not _CROSS_LEAD.search(text, max(0, start - 14), start):
        return None
    hit = Hit(OtherToken, start, anchor.end, {"reference": (start, anchor.end)}, "")
    hit.pins = [found.span("page")]
    hit.tail = found.end("page")
    return hit


TREATY = Rule(name="treaty", read=read_treaty, numbered=treaty_names)
PATENT = Rule(name="patent", read=read_numbered, named=numbered_documents)
PATENT_SHORT = Rule(name="patent_short", read=read_patent_short, words=("Patent", "patent"))
WEB = Rule(name="web", read=read_web, words=("http", "https"))
CROSS_REFERENCE = Rule(name="cross_reference", read=read_cross_reference, words=("ante", "post", "Ante", "Post"))
