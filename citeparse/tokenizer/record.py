"""Documents of the record: ``ECF No. 118-1``, ``Knowles Decl.``, ``Pl. Tr.``, ``Ex. F``, ``App. to Pet. for Cert.``.

Their words are words of ordinary sentences too; what makes them a citation is a pin, a docket number beside them,
or the place where they stand.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.record_words import RecordWord, record_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._record_place import (
    ENTRY_NEXT,
    IN_PLACE,
    STRONG_PIN,
    WEAK_PIN,
    Spot,
    closes,
    counts,
    exhibit_counts,
    follows,
    page_sentence,
    place,
)
from citeparse.tokenizer._record_words import (
    abbreviated,
    begin,
    has_party,
    nickname,
    tail_after,
    vetoed,
    volume_before,
)
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import RecordToken

__all__ = ["RECORD"]

_GLUE = frozenset({".", "'", "’", "-"})
"""A name directly after one of these is the end of a longer word."""

_NUMBER = r"[0-9]{1,5}(?:[-–][0-9]{1,3})?(?![0-9A-Za-z/:]|[-–][0-9A-Za-z]|\.[0-9])"
_ENTRY = lazy(rf"[\s\u00a0#:,]{{0,4}}(?:\*(?=[0-9]))?({_NUMBER})")
_ENTRY_MORE = lazy(
    rf"(?:\s{{0,2}},\s{{1,3}}(?:and\s|&\s)?|\s{{1,3}}(?:and|&|to|through)\s{{1,3}}|\s?[–-]\s?){_NUMBER}"
    r"(?!\s[A-Z][A-Za-z.]{0,6}\s?[0-9])",
)
_ENTRY_TO = lazy(rf"(?:\s{{1,3}}(?:to|through)\s{{1,3}}|\s?–\s?){_NUMBER}")
_LARGEST_SHORT = 4

_LABEL = r"(?:[A-Z]{1,3}(?:-?[0-9]{1,4})?|[0-9]{1,4}(?:[-–][0-9A-Z]{1,4})?[A-Z]?|[IVX]{1,5})(?![0-9A-Za-z(]|:[0-9])"
_EXHIBIT = lazy(rf"[.,]?\s{{0,3}}(?:Nos?\.\s)?[“\"‘']?({_LABEL})")
_EXHIBIT_MORE = lazy(rf"(?:,\s{{1,3}}(?:and\s|&\s)?|\s{{1,3}}(?:and|&|to|through)\s{{1,3}}|[–-]){_LABEL}")
_ATTACHED_TO = lazy(
    r"\s{1,3}(?:to|of)\s{1,3}(?:the\s)?(?:(?:[A-Z][A-Za-z’'.-]{0,20}|[0-9]{4})\s{1,2}){0,4}"
    r"(?:Decl|Declaration|Deck|Aff|Affidavit|Dep|Deposition|Compl|Complaint|Mot|Motion|Opp|Pet|Petition|NOR|Br|Brief"
    r"|Reply|Resp|Tr|Stip|Answer|SAC|FAC|TAC)\b\.?",
)
_MOST = 20
"""No list is read further than so many members."""

_OCR_COMMA = lazy(r"[a-z],(?=\s{1,2}at\s)")
"""A comma read for the period of an abbreviation: ``Sparrow Dep, at 17:3``."""
_NUMERAL = lazy(r"\s(?:I{1,3}|IV|V)(?![A-Za-z.])")
_VOLUME = lazy(r",?\s[Vv]ol\.\s?[0-9IVX]{1,4}(?![A-Za-z0-9])")
_OF_PERSON = lazy(
    r"\s{1,3}of\s{1,3}(?:(?:Dr|Mr|Ms|Mrs|Det|Officer|Sgt)\.?\s)?[A-Z][A-Za-z’'-]*\.?(?:\s{1,2}[A-Z][A-Za-z’'-]*\.?){0,3}",
)
_PURPOSE = lazy(
    r"\s{1,3}(?:to|in|for|of|on|re:?|Supp\.(?=\s[A-Z])|Opp['’]n(?=\s[A-Z])|Nos?\.\s?[0-9A-Z.]{1,6})"
    r"(?:\s{1,3}(?!Or\b|ECF|Dkt|Doc\b|Exs?\.|See\b)"
    r"(?:to|in|for|of|on|the|and|Nos?\.\s?[0-9A-Z.]{1,6}|[A-Z][A-Za-z’'&.-]{0,20})){0,11}",
)
_PARTY = lazy(
    r"\s{1,3}(?:the\s)?(?:[A-Z][A-Za-z’'.&-]{0,20}|et\sal\.)"
    r"(?:,?\s{1,3}(?:of|the|and|for|as|et|al\.|in|[A-Z][A-Za-z’'.&-]{0,20})){0,9}(?=,?\s{1,3}(?:at\s)?[0-9]{1,4}(?![0-9A-Za-z]))",
)
_STATEMENT = lazy(r"\s(?:Stmt\.|Statement|Resp\.|Response|Counter-?[Ss]tatement|Counterstmt\.|Reply)")
_PAGE = lazy(
    r"[.,]?\s{0,3}(?:at\s{1,3})?#?:?\s?(?:[A-Z]?[0-9]{1,5}[a-z]?(?:[-–—][0-9]{1,5}[a-z]?)?)(?![0-9A-Za-z/])",
)
_LEANS = lazy(r"(?:,?\s{1,3}(?:at\s{1,3})?[0-9¶:*–-][0-9¶:,\s–-]{0,24})?[\s,]{1,3}(?:at\s{1,3})?")
"""Before ``PageID.22``: pages of the document just cited."""
_RUNNING_PAGE = lazy(r"\.\s?(?:[0-9]{2}-[0-9]{4,5}\.)?([0-9]{1,6}(?:[-–][0-9]{1,6})?)(?![0-9])")


def read(anchor: Anchor) -> Hit | None:
    """Read ``ECF No. 118-1``, ``Knowles Decl.``, ``Ex. F`` (Indigo Book R24; T18)."""
    word: RecordWord = anchor.row
    text = anchor.text
    printed = text[anchor.name : anchor.end]
    if word.exact and not _spelled(printed, word):
        return None
    if text[max(0, anchor.start - 1) : anchor.start] in _GLUE or vetoed(text, anchor.start):
        return None
    parts = printed.split(None, 1)
    if len(parts) > 1 and " " not in word.name:
        anchor = anchor._replace(end=anchor.name + len(parts[0]))  # Ex. H is not Exh.
    if word.name.endswith(".") and text[anchor.end - 1] != ".":
        word = word._replace(plain=True)  # an abbreviation that lost its period is a word like others
    return _READERS[word.form](anchor, word)


def _spelled(printed: str, word: RecordWord) -> bool:
    """Whether a name that needs its capitals and periods has them."""
    return " ".join(printed.split()).rstrip(".") == word.exact and word.name.endswith(".") <= printed.endswith(".")


def _entry(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``ECF Nos. 45–47``, ``Dkt. No. 75``, ``38 TTABVUE``."""
    text = anchor.text
    if anchor.start < anchor.name:
        end = anchor.end - (text[anchor.end - 1] == "." and not word.name.endswith("."))  # a sentence ends
        return _hit(anchor.start, end, anchor, (anchor.start, _before(text, anchor.name, anchor.start)))
    first = _ENTRY.match(text, anchor.end)
    if first is None or word.number_first or (word.place and not _entry_place(anchor, first)):
        return None
    plural = text[anchor.start : anchor.end].rstrip(".").lower().endswith("s")
    end = _list_end(text, first.end(), _ENTRY_MORE if plural else _ENTRY_TO)
    return _hit(anchor.start, end, anchor, (first.start(1), end))


def _entry_place(anchor: Anchor, first: re.Match[str]) -> bool:
    """Whether ``Doc. 204`` or ``DE 5`` is a docket entry: in a citation's place, and no number of a case or a paper."""
    if len(first.group(1).split("-")[0]) > _LARGEST_SHORT:
        return False
    where = place(anchor.text, anchor.start, anchor.floor)
    return where in IN_PLACE or (where == "sentence" and STRONG_PIN.match(anchor.text, first.end()) is not None)


def _list_end(text: str, end: int, more: re.Pattern[str]) -> int:
    for _ in range(_MOST):
        found = more.match(text, end)
        if found is None:
            break
        end = found.end()
    return end


def _exhibit(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Ex. F``, ``Exs. A-C``, ``Ex. H to 2013 Welte Decl.``."""
    text = anchor.text
    label = _EXHIBIT.match(text, anchor.end)
    if label is None:
        return None
    end = label.end()
    if text[anchor.start : anchor.end].rstrip(".").lower().endswith("s"):
        end = _list_end(text, end, _EXHIBIT_MORE)
    attached = _ATTACHED_TO.match(text, end)
    if attached is not None:
        end = attached.end()
    start = begin(text, anchor.start, anchor.floor)
    spot = Spot(text, start, anchor, word, place(text, start, anchor.floor))
    if not exhibit_counts(spot, end, attached=attached is not None):
        return None
    return _hit(start, end, anchor, (label.start(1), end))


def _document(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Goodman Reply Aff.``, ``Opp. to Pls.' Motions for Summ. J.``, ``Deposition of Cheryl Hagar``."""
    text = anchor.text
    if word.name.endswith(".") and _OCR_COMMA.match(text, anchor.end - 1):
        anchor = anchor._replace(end=anchor.end + 1)
    ends = [(end, after) for end in _ends(text, anchor.end, word) if (after := follows(text, end, word))]
    if not ends:
        return None
    begins = _beginning(anchor, word)
    if begins is None:
        return None
    start, where = begins
    spot = Spot(text, start, anchor, word, where)
    end = next((end for end, after in ends if counts(spot, end, after)), None)
    if end is None:
        return None
    hit = _hit(start, end, anchor, None)
    hit.tail, hit.date = tail_after(text, end)
    return hit


def _beginning(anchor: Anchor, word: RecordWord) -> tuple[int, str] | None:
    """Return where a designation begins, with its volume or the words to its left, and where it stands.

    None when those words are none that stand before such a document: ``Ct. App.``.
    """
    text = anchor.text
    start = volume_before(text, anchor.start, anchor.floor) if word.volumes else anchor.start
    if start < anchor.start:
        return start, "open"
    start = begin(text, anchor.start, anchor.floor)
    if start < anchor.start:
        wrong = word.party and not has_party(text[start : anchor.start])
    else:
        wrong = word.place and abbreviated(text, start)
    return None if wrong else (start, place(text, start, anchor.floor))


def _ends(text: str, end: int, word: RecordWord) -> list[int]:
    """Return where the designation may end, longest first: with numeral, volume, person or purpose."""
    longer = [_NUMERAL, _VOLUME]
    if word.of:
        longer.append(_OF_PERSON)
    if word.right:
        longer.append(_PURPOSE)
    return [*(found.end() for pattern in longer if (found := pattern.match(text, end))), end]


def _pages(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``J.A. 45``, ``R. at 22``, ``ROA.123``, ``(2 CT 345)``."""
    text = anchor.text
    if word.id == "pageid" and anchor.floor and _LEANS.fullmatch(text, anchor.floor, anchor.start):
        return None
    bare = anchor.end - (text[anchor.end - 1] == ".")
    running = _RUNNING_PAGE.match(text, bare) if word.running else None
    if running is not None:
        hit = _hit(anchor.start, bare, anchor, None)
        hit.pins = [running.span(1)]
        hit.tail = running.end()
        return hit
    start = volume_before(text, anchor.start, anchor.floor)
    where = "open" if start < anchor.start else place(text, start, anchor.floor)
    if _PAGE.match(text, anchor.end) is None or (word.place and where == "prose"):
        return None
    if word.place and where == "sentence" and (abbreviated(text, start) or not page_sentence(text, anchor.end)):
        return None
    return _hit(start, anchor.end, anchor, None)


def _brief(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Brief for United States`` before a page (house style of the Supreme Court)."""
    del word
    party = _PARTY.match(anchor.text, anchor.end)
    return _hit(anchor.start, party.end(), anchor, None) if party else None


def _set(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``App. to Pet. for Cert.``, ``Tr. of Oral Arg.``, ``Pl.'s 56.1``."""
    text = anchor.text
    statement = _STATEMENT.match(text, anchor.end) if word.right else None
    for end in (statement.end() if statement else anchor.end, anchor.end):
        if STRONG_PIN.match(text, end) or WEAK_PIN.match(text, end):
            return _hit(anchor.start, end, anchor, None)
    if not closes(text, anchor.end) and not ENTRY_NEXT.match(text, anchor.end):
        return None
    return _hit(anchor.start, anchor.end, anchor, None) if place(text, anchor.start, anchor.floor) in IN_PLACE else None


def _hit(start: int, end: int, anchor: Anchor, number: tuple[int, int] | None) -> Hit:
    """Make the hit with its pieces: whose document, which, its number, and the name that the text gives it."""
    parts = {"document": (anchor.name, min(anchor.end, end))}
    if start < anchor.start:
        parts["party"] = (start, _before(anchor.text, anchor.start, start))
    if number is not None:
        parts["number"] = number
    hit = Hit(RecordToken, start, end, parts)
    named = nickname(anchor.text, start, end)
    if named is not None:
        parts["nickname"], (low, high) = named
        hit.full_start, hit.full_end = min(start, low), max(end, high)
    return hit


def _before(text: str, at: int, low: int) -> int:
    """Return the end of the words before ``at``."""
    return low + len(text[low:at].rstrip())


_READERS = {
    "entry": _entry,
    "exhibit": _exhibit,
    "document": _document,
    "pages": _pages,
    "brief": _brief,
    "set": _set,
}


def _numbered() -> list[tuple[str, RecordWord]]:
    """Names that follow their number: ``38 TTABVUE``."""
    return [(name, word) for name, word in record_names() if word.number_first]


def _named() -> list[tuple[str, RecordWord]]:
    """Names that stand first."""
    return [(name, word) for name, word in record_names() if not word.number_first]


RECORD = Rule(name="record", read=read, named=_named, numbered=_numbered)
