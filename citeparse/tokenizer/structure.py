"""What hangs on the cores: dockets, parallel groups, names, signals, pins, parentheticals, nesting, history, strings.

One pass from left to right. Every look to the left stops at the end of the citation before, every look to the
right at the next core or after a constant number of characters.
"""

from __future__ import annotations

import re

from citeparse.data import dates
from citeparse.data.record_words import apposed
from citeparse.data.phrases import history_phrases, squeeze
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer.case_name import FoundName, read_name
from citeparse.tokenizer.parenthetical import closing, parenthetical_type
from citeparse.tokenizer.pin import read_pins, read_syllabus
from citeparse.tokenizer.signal import read_signal
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    LegislativeToken,
    ParentheticalWords,
    RecordToken,
    ReferenceToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
    Token,
)
from citeparse.span import Span

__all__ = ["attach"]

_CASES = (FullCaseToken, ShortCaseToken)
_NAMED = (FullCaseToken, ShortCaseToken, SupraToken, DocketToken)
_PARALLEL_GAP = re.compile(r"\s{0,3}[,;]?\s{0,4}(?:[*_]{0,2})(?:\[|\(also\s)?\s{0,2}(?:=\s?)?(?:\*[0-9]{1,4}\s)?\s{0,2}$")
_DOCKET_GAP = re.compile(r",?\s{0,3}(?:\([A-Z0-9 ,.]{1,12}\),?\s{0,3}|slip\sop\.,?\s{0,3})?$")
_OPEN = re.compile(r"[\s\u00a0]{0,4}(?:\]\s{0,3})?([(\[])")
_DOCUMENT_PAIRS: tuple[tuple[type[Token], type[Token]], ...] = (
    (StatuteToken, StatuteToken),
    (LegislativeToken, LegislativeToken),
    (AgencyToken, AgencyToken),
    (RecordToken, RecordToken),
)
_BEFORE = re.compile(r"\(([^()]{1,60})\)[\s,]{0,3}$")
_HISTORY_LEAD = re.compile(r"[\s\])]{0,3}[,;(]?\s{0,3}[*_(\[]{0,2}([A-Za-z][A-Za-z’'`.]*(?:[,]?\s{1,3}[A-Za-z’'`.]+){0,7}?)[*_]{0,2},?\s{0,3}[*_]{0,2}$")
_SUB_NOM = re.compile(r"sub\s?nom\.?,?\s", re.IGNORECASE)
_INLINE_RELATION = re.compile(r",?\s{0,3}[*_]{0,2}(quoting|citing|quoted in|cited in|as quoted in)[*_]{0,2},?\s", re.IGNORECASE)
_RELATION = re.compile(r"[\s\[*_“\"]{0,3}(?:\w{1,15}ly\s)?(quoting|citing|quoted in|cited in|discussing|reprinted in|as reprinted in|cites|explaining|interpreting|applying|following|overruling|distinguishing)\b", re.IGNORECASE)
_STRING_GAP = re.compile(r"\s{0,3}[;]\s{0,4}(?:and\s)?$")
_CAPITALISED = re.compile(r"[A-Z][\w’'-]{2,}")
_NICKNAME = re.compile(r"[A-Za-z.]\s{1,3}[*_]{0,2}(\((?:hereinafter\s|the\s)?[*_“\"]{0,3}[A-Z][A-Za-z’'&.\s-]{1,40}[”\"*_]{0,3}\))[\s,*_]{0,4}$")
_COURT_BEFORE = re.compile(
    r",\s{1,3}((?:[0-9]{1,2}(?:st|nd|rd|d|th)?\s?Cir|C\.\s?C\.\s?A\.\s?[0-9]{0,2}|C\.\s?A\.\s?[0-9]{0,2}|D\.\s?C\.\s?[A-Z][A-Za-z.\s]{0,14}|[NSEWMC]\.\s?D\.\s?[A-Z][A-Za-z.\s]{0,10}|D\.\s?[A-Z][A-Za-z.\s]{1,10})\.?),\s{0,3}$"
)
_CITE_AS = re.compile(r"[Cc]it(?:e[ds]?|ations?)(?:\s+as)?:?[\s*]*$")
_LINE_START = re.compile(r"(?:^|(?:\n[ \t]*){1,3})[ \t*#]*$")
_LINE_END = re.compile(r"(?:\s*\([0-9]{4}\))?(?:[ \t*]*(?:\r?\n|$)){1,3}")
CAPTION = 3000
"""The caption of a document is looked for in so many characters."""
_COMMENT = re.compile(r",\s(?:without|on)\s.{1,40}$", re.DOTALL)
_RELATION_BEFORE = re.compile(r"\b(quoting|citing|quoted\sin|cited\sin|citing\sto|discussing|reprinted\sin|as\sinterpreted\sby|as\sinterpreted\sin|as\samended\sthrough|as\sappearing\sin)[\s*_,]{1,5}$", re.IGNORECASE)
_AND_GAP = re.compile(r"[\s,;]{0,3}and\s{1,3}$")
_ID_GAP = re.compile(r"[\s,]{0,5}(?:at\s{1,4})?$")
_YEAR_VOLUME = re.compile(r"(?:19|20)[0-9]{2}$")
_IN_BRACKET = re.compile(r"[\s,0-9*–-]{0,16}\($")
_COMMA_GAP = re.compile(r"[\s,*_]{1,6}$")
_AT_PIN = re.compile(r"\s{1,3}at\s{1,3}$")
MOST_PARENTHETICALS = 8


class _Nest:
    """An open parenthetical: until where, of which citation, with what relation."""

    __slots__ = ("end", "host", "relation")

    def __init__(self, end: int, host: Hit, relation: str | None) -> None:
        self.end = end
        self.host = host
        self.relation = relation


def attach(text: str, hits: list[Hit]) -> list[Hit]:
    """Read the structure around the cores; return those that are citations after all, in order."""
    hits = _with_dockets(text, _without_sections_of_id(text, hits))
    kept: list[Hit] = []
    nests: list[_Nest] = []
    known: set[str] = set()
    seen: set[tuple[str, str, str]] = set()
    own: set[tuple[str, str, str]] = set()
    comparing = False
    floor = 0
    i = 0
    while i < len(hits):
        group = _group(text, hits, i)
        i += len(group)
        first, last = group[0], group[-1]
        while nests and nests[-1].end <= first.start:
            nests.pop()
        _read_left(text, first, floor, comparing=comparing)
        if first.signal is not None:
            comparing = squeeze(text[first.signal[0] : first.signal[1]]) in ("compare", "with")
        stop = hits[i].start if i < len(hits) else len(text)
        _read_right(text, group, stop, nests)
        _relate(text, first, kept, nests)
        _shorten_database(text, first)
        _shorten_repeated(text, group, seen)
        if not _is_citation(text, first, known, own):
            continue
        if first.name is not None and first.form is FullCaseToken:
            known.update(w.removesuffix("’s").removesuffix("'s") for w in _CAPITALISED.findall(text, first.name.start, first.name.end))
        _share(group)
        kept.extend(group)
        floor = max(h.tail for h in group)
    return _own(text, kept, own)


def _is_citation(text: str, hit: Hit, known: set[str], own: set[tuple[str, str, str]]) -> bool:
    """A docket number needs a name and a court or date; a name with a pin must be that of a case already cited."""
    if hit.form is DocketToken:
        return hit.name is not None and bool(hit.court or hit.date or hit.history)
    if hit.form is SupraToken:
        return hit.name is not None
    if hit.form is FullCaseToken and hit.name is None and _is_furniture(text, hit):
        own.add(_identity(text, hit))
        return False
    if hit.form is ReferenceToken:
        return bool(hit.pins) and text[hit.start : hit.end].removesuffix("’s").removesuffix("'s") in known
    return True


def _is_furniture(text: str, hit: Hit) -> bool:
    """Whether the core is the document's own: ``Cite as: 581 U. S. 443``, a page marker ``[58 Va.App. 246]``, a heading."""
    low = max(0, hit.start - 40)
    if _CITE_AS.search(text, low, hit.start):
        return True
    if text[hit.start - 1 : hit.start] == "[" and text[hit.end : hit.end + 1] == "]":
        return True
    above, below = _LINE_START.search(text, low, hit.start), _LINE_END.match(text, hit.end)
    if hit.pins or above is None or below is None:
        return False
    return low == 0 or above.group().count("\n") > 1 or below.group().count("\n") > 1


def _own(text: str, hits: list[Hit], own: set[tuple[str, str, str]]) -> list[Hit]:
    """Leave out the document's own citation where it stands with its caption (before any pin cites it)."""
    if not own:
        return hits
    return [h for h in hits if h.pins or h.form is not FullCaseToken or h.start > CAPTION or _identity(text, h) not in own]


def _identity(text: str, hit: Hit) -> tuple[str, str, str]:
    return text[slice(*hit.parts["volume"])], hit.series, text[slice(*hit.parts["page"])]


def _without_sections_of_id(text: str, hits: list[Hit]) -> list[Hit]:
    """A section right after ``Id.`` is its pin (``Id. § 9``); one in brackets after its statute defines a short form."""
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if before is not None and hit.form is SectionToken and hit.start - before.end <= 12:
            if before.form is IdToken and _ID_GAP.match(text, before.end, hit.start):
                continue
            if text[hit.start - 1] == "(" and text[hit.end : hit.end + 1] == ")" and _same_section(text, before, hit):
                continue
        kept.append(hit)
    return kept


def _same_section(text: str, before: Hit, hit: Hit) -> bool:
    mine, its = hit.parts.get("sections"), before.parts.get("sections")
    return mine is not None and its is not None and text[slice(*mine)] == text[slice(*its)]


def _with_dockets(text: str, hits: list[Hit]) -> list[Hit]:
    """Give a docket number to the citation that follows it directly: ``No. 06 Civ. 6331, 2010 WL 1427585``."""
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.form is DocketToken
            and hit.form in _CASES
            and _DOCKET_GAP.match(text, before.end, hit.start)
            and hit.start - before.end <= 24
        ):
            hit.docket = before.parts["docket"]
            hit.full_start = before.start
            kept[-1] = hit
        elif before is not None and before.form in _CASES and hit.form is DocketToken and _IN_BRACKET.match(text, before.end, hit.start):
            before.docket = hit.parts["docket"]
        else:
            kept.append(hit)
    return kept


def _group(text: str, hits: list[Hit], i: int) -> list[Hit]:
    """Return the parallel citations that begin with hit ``i``: cores with nothing but pins and a comma between."""
    first = hits[i]
    group = [first]
    read_pins(text, first, hits[i + 1].start if i + 1 < len(hits) else len(text))
    while i + 1 < len(hits):
        last, following = group[-1], hits[i + 1]
        if last.form is RecordToken and following.form is RecordToken:
            if not apposed(text, last.end, following.start):
                break
            i += 1
            group.append(following)
            read_pins(text, following, hits[i + 1].start if i + 1 < len(hits) else len(text))
            continue
        if following.start - last.tail > 12 or not _may_be_parallel(last, following):
            break
        if following.docket is not None or not _PARALLEL_GAP.match(text, last.tail, following.start):
            break
        i += 1
        group.append(following)
        read_pins(text, following, hits[i + 1].start if i + 1 < len(hits) else len(text))
    for member in group[1:]:
        member.parallel = first
        if first.form in (ShortCaseToken, IdToken) and member.form is FullCaseToken:
            member.form = ShortCaseToken
    return group


def _may_be_parallel(last: Hit, following: Hit) -> bool:
    if last.form is IdToken:
        return following.form in _CASES and bool(last.pins)
    if last.form in _CASES:
        return following.form in _CASES and last.series != following.series
    if (last.form, following.form) not in _DOCUMENT_PAIRS or last.form is RecordToken:
        return False
    return last.series != following.series and (
        last.form is not StatuteToken or "Stat." in following.series or last.series in ("INA", "I.R.C.") or " Act" in last.series
    )


def _read_left(text: str, hit: Hit, floor: int, *, comparing: bool) -> None:
    """Read the year before the core (California), the name and the signal."""
    end = hit.full_start
    if hit.form is ReferenceToken:
        hit.name = FoundName(hit.start, hit.end, None, None)
    elif hit.form in _NAMED:
        before = _BEFORE.search(text, max(floor, end - 64), end) if ")" in text[max(floor, end - 4) : end] else None
        if before is not None and hit.form is FullCaseToken and _court_date(text, hit, before.start(1), before.end(1)):
            end = before.start()
        end = _before_name(text, hit, floor, end)
        hit.name = read_name(text, floor, end, whole=hit.form is FullCaseToken)
        if hit.name is not None:
            end = hit.name.start
        hit.full_start = min(hit.full_start, end)
    signal = read_signal(text, floor, end)
    if signal is not None and (text[signal[0] : signal[1]] != "with" or comparing):
        hit.signal = signal
        hit.full_start = signal[0]


def _before_name(text: str, hit: Hit, floor: int, end: int) -> int:
    """Step over what may stand between name and core: ``(Giggey I)``, ``2 Cir.,``, ``D.C.S.D.N.Y.,``."""
    low = max(floor, end - 64)
    nickname = _NICKNAME.search(text, low, end)
    if nickname is not None:
        begin = nickname.start(1)
        hit.nicknames = [ParentheticalWords(text[begin + 1 : nickname.end(1) - 1], Span(begin, nickname.end(1)), "defines")]
        return begin
    court = _COURT_BEFORE.search(text, low, end)
    if court is not None and hit.form is FullCaseToken:
        hit.court = court.span(1)
        return court.start()
    return end


def _read_right(text: str, group: list[Hit], stop: int, nests: list[_Nest]) -> None:
    """Read the parentheticals after the last member of a parallel group."""
    first, last = group[0], group[-1]
    at = last.tail
    found: list[ParentheticalWords] = []
    while len(found) < MOST_PARENTHETICALS:
        opening = _OPEN.match(text, at)
        if opening is None:
            break
        begin = opening.start(1)
        if stop == begin + 1:  # a bracket around the next citation: ``the Rea case, supra (350 U.S. 214)``
            break
        if nests and begin >= nests[-1].end:
            break
        end = closing(text, begin) if text[begin] == "(" else _square(text, begin)
        if end == 0:
            break
        words = text[begin + 1 : end - 1 if text[end - 1] in ")]" else end]
        kind = "explanatory"
        if not found or first.date is None:
            kind = "court_date" if _court_date(text, first, begin + 1, begin + 1 + len(words)) else parenthetical_type(words)
        else:
            kind = parenthetical_type(words)
        if text[begin] == "[" and kind != "court_date":
            break
        if kind != "court_date" and stop < end:
            relation = _RELATION.match(words)
            nests.append(_Nest(end, first, relation.group(1).lower() if relation else None))
        found.append(ParentheticalWords(words, Span(begin, end), kind))
        at = end
        if stop < end:
            break
    if found:
        first.parentheticals = [*first.nicknames, *found]
        for hit in group:
            hit.full_end = at
    else:
        first.parentheticals = first.nicknames
        for hit in group:
            hit.full_end = hit.tail
    last.tail = found[0].span.end if found and found[0].type == "court_date" else last.tail
    if found and stop >= at:
        last.tail = at
    read_syllabus(text, last)


def _square(text: str, begin: int) -> int:
    """Return the end of ``[1984]`` or ``[2d Dept 1983]``, 0 when no court and date stands there."""
    end = text.find("]", begin, begin + 40)
    return end + 1


def _court_date(text: str, hit: Hit, start: int, end: int) -> bool:
    """Read court and date from the inside of a parenthetical; return whether it is one."""
    if end - start > 160:
        return False
    split = dates.split_court_date(text[start:end])
    if split is None:
        return False
    if split.court is not None:
        hit.court = (start + split.court[0], start + split.court[1])
    if split.date is not None:
        hit.date = (start + split.date[0], start + split.date[1])
    return True


def _relate(text: str, hit: Hit, kept: list[Hit], nests: list[_Nest]) -> None:
    """Set the host: by history phrase, by an open parenthetical, or by ``, quoting``; and the string citation."""
    gap = ""
    if kept:
        before = kept[-1].parallel or kept[-1]
        if before.form is SupraToken and hit.name is None and hit.form in _CASES and _COMMA_GAP.match(text, before.tail, hit.start):
            hit.name = before.name
        gap = text[kept[-1].full_end : hit.full_start] if kept[-1].full_end <= hit.full_start else ""
        if 2 <= len(gap) <= 90 and _history(text, hit, before.inside if before.history and before.inside else before, gap):
            return
        if _INLINE_RELATION.match(gap) and len(gap) < 40 and not nests:
            hit.inside = before
            hit.relation = squeeze(gap)
            return
        if _STRING_GAP.match(gap) or gap == ";":
            hit.string = before.string or before
    own = [n for n in nests if n.host is not hit]
    if own and hit.start < own[-1].end:
        nest = own[-1]
        hit.inside = nest.host
        said = _RELATION_BEFORE.search(text, max(0, hit.full_start - 30), hit.full_start)
        hit.relation = said.group(1) if said else nest.relation
    elif kept and kept[-1].inside is not None and not kept[-1].history and kept[-1].relation and _AND_GAP.match(gap):
        hit.inside = kept[-1].inside
        hit.relation = kept[-1].relation


def _history(text: str, hit: Hit, before: Hit, gap: str) -> bool:
    lead = _HISTORY_LEAD.match(gap)
    if lead is None:
        return False
    words = _SUB_NOM.sub("", gap.strip(" ,;*_()[]\n\t") + " ").strip(" ,")
    words = _COMMENT.sub("", words)
    if squeeze(words) not in history_phrases():
        return False
    hit.inside = before
    hit.history = True
    hit.relation = words.split(", without")[0]
    if before.date is None and before.court is not None and hit.date is not None:
        before.date = hit.date  # ``(2d Cir.), cert. denied, 484 U.S. 890 (1987)`` (Indigo Book R14)
    return True


def _shorten_database(text: str, hit: Hit) -> None:
    """A database number without date, docket and both parties is a short form: ``Rolkiewicz, 2020 WL 1033792 at *9``."""
    if hit.form is not FullCaseToken or not ("WL" in hit.series or "LEXIS" in hit.series):
        return
    if hit.date or hit.docket or hit.parallel or (hit.name and (hit.name.plaintiff or _procedural(text, hit))):
        return
    hit.form = ShortCaseToken
    if hit.pins and _AT_PIN.match(text, hit.end, hit.pins[0][0]):
        hit.parts["pin"] = hit.pins[0]
        hit.end = hit.pins[0][1]


def _shorten_repeated(text: str, group: list[Hit], seen: set[tuple[str, str, str]]) -> None:
    """A first page cited again with a pin, no date and no full name is a short form: ``Ward, 2011 IL 108690, ¶ 21``."""
    first = group[0]
    if first.form is not FullCaseToken:
        return
    identities = [_identity(text, h) for h in group]
    known = any(identity in seen for identity in identities)
    seen.update(identities)
    if not known or first.date or (first.name and (first.name.plaintiff or _procedural(text, first))):
        return
    if first.pins or _is_neutral(text, first):
        for hit in group:
            hit.form = ShortCaseToken


def _is_neutral(text: str, hit: Hit) -> bool:
    """A neutral citation has a year for its volume and is its own short form (Indigo Book R11.7.3)."""
    return hit.name is not None and _YEAR_VOLUME.match(text, *hit.parts["volume"]) is not None


def _procedural(text: str, hit: Hit) -> bool:
    return text.startswith(("In re", "Ex parte", "In Re", "Matter of", "Estate of"), hit.name.start)


def _share(group: list[Hit]) -> None:
    """Give every member of a parallel group what the group prints once."""
    first = group[0]
    for member in group[1:]:
        member.name = first.name
        member.court = first.court
        member.date = first.date
        member.docket = first.docket
        member.inside = first.inside
        member.relation = first.relation
        member.history = first.history
        member.string = first.string
        member.full_start = first.full_start
        member.full_end = max(member.full_end, first.full_end)
