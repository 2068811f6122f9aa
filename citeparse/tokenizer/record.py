"""Documents of the record: ``ECF No. 118-1``, ``Knowles Decl.``, ``Pl. Tr.``, ``Ex. F``, ``App. to Pet. for Cert.``

Their words are words of ordinary sentences too; what makes them a citation is a pin, a docket number beside them,
or the place where they stand.
"""

from __future__ import annotations

import re

from citeparse.data.record_words import RecordWord, record_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._record_words import ENTRY_NEXT, EXHIBIT_NEXT, STRONG_PIN, WEAK_PIN, begin, closes, has_party, place, tail_after, vetoed
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import RecordToken

__all__ = ["RECORD"]

_ENTRY_NUMBER = r"[0-9]{1,5}(?:[-–][0-9]{1,3})?(?![0-9A-Za-z/:]|[-–][0-9A-Za-z]|\.[0-9])"
_ENTRY = re.compile(rf"[\s\u00a0#:,]{{0,4}}(?:\*(?=[0-9]))?({_ENTRY_NUMBER})")
_ENTRY_MORE = re.compile(rf"(?:\s{{0,2}},\s{{1,3}}(?:and\s|&\s)?|\s{{1,3}}(?:and|&|to|through)\s{{1,3}}|\s?[–-]\s?){_ENTRY_NUMBER}")
_ENTRY_TO = re.compile(rf"(?:\s{{1,3}}(?:to|through)\s{{1,3}}|\s?–\s?){_ENTRY_NUMBER}")
_LABEL = r"(?:[A-Z]{1,3}(?:-?[0-9]{1,4})?|[0-9]{1,4}(?:[-–][0-9A-Z]{1,4})?[A-Z]?|[IVX]{1,5})(?![0-9A-Za-z(]|:[0-9])"
_EXHIBIT = re.compile(rf"[.,]?\s{{0,3}}(?:Nos?\.\s)?[“\"‘']?({_LABEL})")
_EXHIBIT_MORE = re.compile(rf"(?:,\s{{1,3}}(?:and\s|&\s)?|\s{{1,3}}(?:and|&|to|through)\s{{1,3}}|[–-]){_LABEL}")
_ATTACHED_TO = re.compile(
    r"\s{1,3}(?:to|of)\s{1,3}(?:the\s)?(?:(?:[A-Z][A-Za-z’'.-]{0,20}|[0-9]{4})\s{1,2}){0,4}"
    r"(?:Decl|Declaration|Deck|Aff|Affidavit|Dep|Deposition|Compl|Complaint|Mot|Motion|Opp|Pet|Petition|NOR|Br|Brief|Reply|Resp|Tr|Stip|Answer|SAC|FAC|TAC)\b\.?",
)
_OCR_COMMA = re.compile(r"[a-z],(?=\s{1,2}at\s)")
"""A comma read for the period of an abbreviation: ``Sparrow Dep, at 17:3``."""
_NUMERAL = re.compile(r"\s(?:I{1,3}|IV|V)(?![A-Za-z.])")
_VOLUME = re.compile(r",?\s[Vv]ol\.\s?[0-9IVX]{1,4}(?![A-Za-z0-9])")
_OF_PERSON = re.compile(r"\s{1,3}of\s{1,3}(?:(?:Dr|Mr|Ms|Mrs|Det|Officer|Sgt)\.?\s)?[A-Z][A-Za-z’'-]*\.?(?:\s{1,2}[A-Z][A-Za-z’'-]*\.?){0,3}")
_PURPOSE = re.compile(
    r"\s{1,3}(?:to|in|for|of|on|re:?|Nos?\.\s?[0-9A-Z.]{1,6})"
    r"(?:\s{1,3}(?!Or\b|ECF|Dkt|Doc\b|Exs?\.|See\b)(?:to|in|for|of|on|the|and|Nos?\.\s?[0-9A-Z.]{1,6}|[A-Z][A-Za-z’'&.-]{0,20})){0,11}",
)
_PARTY = re.compile(
    r"\s{1,3}(?:the\s)?(?:[A-Z][A-Za-z’'.&-]{0,20}|et\sal\.)(?:,?\s{1,3}(?:of|the|and|for|as|et|al\.|in|[A-Z][A-Za-z’'.&-]{0,20})){0,9}(?=,?\s{1,3}(?:at\s)?[0-9])",
)
_STATEMENT = re.compile(r"\s(?:Stmt\.|Statement|Resp\.|Response|Counter-?[Ss]tatement|Counterstmt\.|Reply)")
_PAGE = re.compile(r"[.,]?\s{0,3}(?:at\s{1,3})?#?:?\s?([A-Z]?[0-9]{1,5}[a-z]?(?:[-–—][0-9]{1,5}[a-z]?)?)(?![0-9A-Za-z/])")
_RUNNING_PAGE = re.compile(r"\.\s?(?:[0-9]{2}-[0-9]{4,5}\.)?([0-9]{1,6}(?:[-–][0-9]{1,6})?)(?![0-9])")
_IN_PLACE = frozenset({"open", "signal", "list", "beside"})
_LARGEST_SHORT = 4
_BLANKS = re.compile(r"[\s\u00a0]+")
_GLUE = (".", "'", "’", "-")


def read(anchor: Anchor) -> Hit | None:
    """Read ``ECF No. 118-1``, ``Knowles Decl.``, ``Ex. F`` (Indigo Book R24; T18)."""
    word: RecordWord = anchor.row
    printed = anchor.text[anchor.name : anchor.end]
    if word.exact and (_BLANKS.sub(" ", printed).rstrip(".") != word.exact or word.name.endswith(".") > printed.endswith(".")):
        return None
    if anchor.text[max(0, anchor.start - 1) : anchor.start] in _GLUE or vetoed(anchor.text, anchor.start):
        return None
    parts = printed.split(None, 1)
    if len(parts) > 1 and " " not in word.name:
        anchor = anchor._replace(end=anchor.name + len(parts[0]))  # ``Ex. H`` is not ``Exh.``
    return _READERS[word.form](anchor, word)


def _entry(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``ECF Nos. 45–47``, ``Dkt. No. 75``, ``38 TTABVUE``."""
    text = anchor.text
    if anchor.start < anchor.name:
        return _hit(anchor.start, anchor.end, anchor, (anchor.start, len(text[: anchor.name].rstrip())))
    if word.id == "ttabvue":
        return None
    first = _ENTRY.match(text, anchor.end)
    if first is None or (word.place and not _entry_place(anchor, first)):
        return None
    end = first.end()
    printed = text[anchor.start : anchor.end].rstrip(".").lower()
    more = _ENTRY_MORE if printed.endswith("s") else _ENTRY_TO
    for _ in range(20):
        found = more.match(text, end)
        if found is None or re.match(r"\s[A-Z][a-z.]{1,6}\.?\s?[0-9]", text[found.end() : found.end() + 12]):
            break
        end = found.end()
    return _hit(anchor.start, end, anchor, (first.start(1), end))


def _entry_place(anchor: Anchor, first: re.Match[str]) -> bool:
    """Whether ``Doc. 204`` or ``DE 5`` is a docket entry: in a citation's place, and no number of a case or a paper."""
    if len(first.group(1).split("-")[0]) > _LARGEST_SHORT:
        return False
    where = place(anchor.text, anchor.start, anchor.floor)
    return where in _IN_PLACE or (where == "sentence" and STRONG_PIN.match(anchor.text, first.end()) is not None)


def _exhibit(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Ex. F``, ``Exs. A-C``, ``Ex. H to 2013 Welte Decl.``"""
    text = anchor.text
    label = _EXHIBIT.match(text, anchor.end)
    if label is None:
        return None
    end = label.end()
    if text[anchor.start : anchor.end].rstrip(".").endswith(("s", "S")):
        for _ in range(20):
            found = _EXHIBIT_MORE.match(text, end)
            if found is None:
                break
            end = found.end()
    attached = _ATTACHED_TO.match(text, end)
    end = attached.end() if attached else end
    start = begin(text, anchor.start, anchor.floor)
    where = place(text, start, anchor.floor)
    pinned = STRONG_PIN.match(text, end) is not None
    counts = where in _IN_PLACE if not word.plain else where in _IN_PLACE and (pinned or where != "list" and closes(text, end))
    filed = attached or ENTRY_NEXT.match(text, end)
    if not (counts or ((pinned or filed) and where == "sentence")):
        return None
    return _hit(start, end, anchor, (label.start(1), end))


def _document(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Goodman Reply Aff.``, ``Def.'s Consolidated Opp. to Pls.' Motions for Summ. J.``, ``Deposition of Cheryl Hagar``."""
    text = anchor.text
    start = begin(text, anchor.start, anchor.floor)
    if word.party and start < anchor.start and not has_party(text[start : anchor.start]):
        return None
    where = place(text, start, anchor.floor)
    if _OCR_COMMA.match(text, anchor.end - 1) and word.name.endswith("."):
        anchor = anchor._replace(end=anchor.end + 1)
    for end in _ends(text, anchor.end, word):
        if _counts(text, start, end, anchor, word, where):
            hit = _hit(start, end, anchor, None)
            hit.tail = tail_after(text, end)
            return hit
    return None


def _ends(text: str, end: int, word: RecordWord) -> list[int]:
    """Return where the designation may end, longest first: with numeral, volume, person or purpose."""
    found = [m.end() for p in (_NUMERAL, _VOLUME) if (m := p.match(text, end))]
    if word.of and (person := _OF_PERSON.match(text, end)):
        found.append(person.end())
    if word.right and (purpose := _PURPOSE.match(text, end)):
        found.append(purpose.end())
    return [*found, end]


def _counts(text: str, start: int, end: int, anchor: Anchor, word: RecordWord, where: str) -> bool:
    """Decide whether a designation is a citation here and not a word of the sentence."""
    owned = start < anchor.start
    if text[end : end + 2] in ("”)", '")', "’)"):
        return False
    if STRONG_PIN.match(text, end):
        return where != "prose" or not word.place or owned
    if ENTRY_NEXT.match(text, end):
        return where in _IN_PLACE or (not word.plain and where == "sentence")
    if EXHIBIT_NEXT.match(text, end) and owned and where != "prose":
        return True
    if word.plain and not (word.exact and where == "open" and WEAK_PIN.match(text, end)):
        return False
    if WEAK_PIN.match(text, end):
        return where in _IN_PLACE or (where == "sentence" and (owned or not word.place)) or (owned and not word.place)
    return where in _IN_PLACE and closes(text, end) and (owned or not word.place)


def _pages(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``J.A. 45``, ``R. at 22``, ``ROA.123``, ``(2 CT 345)``."""
    text = anchor.text
    if word.id == "roa":
        running = _RUNNING_PAGE.match(text, anchor.end - (text[anchor.end - 1] == "."))
        if running is not None:
            hit = _hit(anchor.start, anchor.end - (text[anchor.end - 1] == "."), anchor, None)
            hit.pins = [running.span(1)]
            hit.tail = running.end()
            return hit
    page = _PAGE.match(text, anchor.end)
    where = place(text, anchor.start, anchor.floor)
    if page is None or where == "prose" and word.place:
        return None
    if word.place and where == "sentence" and not STRONG_PIN.match(text, anchor.end):
        return None
    return _hit(anchor.start, anchor.end, anchor, None)


def _brief(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``Brief for United States`` before a page (house style of the Supreme Court)."""
    party = _PARTY.match(anchor.text, anchor.end)
    return _hit(anchor.start, party.end(), anchor, None) if party and word else None


def _set(anchor: Anchor, word: RecordWord) -> Hit | None:
    """Read ``App. to Pet. for Cert.``, ``Tr. of Oral Arg.``, ``Pl.'s 56.1``."""
    text = anchor.text
    statement = _STATEMENT.match(text, anchor.end) if word.id == "56.1" else None
    for end in (statement.end() if statement else anchor.end, anchor.end):
        if STRONG_PIN.match(text, end) or WEAK_PIN.match(text, end):
            return _hit(anchor.start, end, anchor, None)
    where = place(text, anchor.start, anchor.floor)
    return _hit(anchor.start, anchor.end, anchor, None) if where in _IN_PLACE and (closes(text, anchor.end) or ENTRY_NEXT.match(text, anchor.end)) else None


def _hit(start: int, end: int, anchor: Anchor, number: tuple[int, int] | None) -> Hit:
    """Make the hit with its pieces: whose document, which, and its number."""
    parts = {"document": (anchor.name, anchor.end)}
    if start < anchor.start:
        parts["party"] = (start, len(anchor.text[:anchor.start].rstrip()))
    if number is not None:
        parts["number"] = number
    return Hit(RecordToken, start, end, parts)


_READERS = {
    "entry": _entry, "exhibit": _exhibit, "document": _document, "pages": _pages, "brief": _brief, "set": _set,
}


def _numbered() -> list[tuple[str, RecordWord]]:
    """Names that follow their number: ``38 TTABVUE``."""
    return [(name, word) for name, word in record_names() if word.id == "ttabvue"]


RECORD = Rule(name="record", read=read, named=record_names, numbered=_numbered)
