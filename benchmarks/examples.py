"""Example citations of the Indigo Book and of reporters-db: how many are read as what they are.

    python benchmarks/examples.py            the figures
    python benchmarks/examples.py --list     and what is not read, one line each

The Indigo Book's kinds and ours:

=====================================  =========================================================================
kind in ``tests/data/indigo.jsonl``    kind of the citation
=====================================  =========================================================================
case, case_neutral, wl, lexis          ``case``; ``case_short`` or ``docket`` where so printed, ``agency`` for series
                                       that report no decisions (Treas. Dec.)
case_short                             ``case_short``
usc, state_code, ucc, public_law,      ``statute``
stat
statute_short                          ``section``
cfr, state_reg, fed_reg, treas_reg     ``regulation``
rule, constitution, id, supra          the same
article, newspaper                     ``journal`` (newspapers and magazines are journals without volumes)
book, restatement                      ``book``
bill, hearing                          ``legislative``
ussg, plr, executive_order             ``agency``
record                                 ``record``
court_document, oral_argument          ``record``, and the case it was filed in ``case`` or ``docket``
agency_decision, agency_comment,       any: they are what the book calls material of agencies, reporters, patents
agency_material                        and web sources among it
=====================================  =========================================================================
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from citeparse import Citation, Document, parse
from citeparse.data._files import package_json
from citeparse.data._names import fold

__all__ = ["Missed", "indigo", "main", "printed", "reporters_db"]

INDIGO = Path(__file__).parent.parent / "tests" / "data" / "indigo.jsonl"

KINDS: Mapping[str, tuple[str, ...]] = {
    "case": ("case", "agency"),
    "case_neutral": ("case", "case_short", "docket"),
    "wl": ("case", "case_short"),
    "lexis": ("case",),
    "case_short": ("case_short",),
    "usc": ("statute",),
    "state_code": ("statute",),
    "ucc": ("statute",),
    "public_law": ("statute",),
    "stat": ("statute",),
    "statute_short": ("section",),
    "cfr": ("regulation",),
    "state_reg": ("regulation",),
    "fed_reg": ("regulation",),
    "treas_reg": ("regulation",),
    "article": ("journal",),
    "newspaper": ("journal",),
    "restatement": ("book",),
    "bill": ("legislative",),
    "hearing": ("legislative",),
    "ussg": ("agency",),
    "plr": ("agency",),
    "executive_order": ("agency",),
    "court_document": ("record",),
    "oral_argument": ("record",),
}
"""Kinds of the Indigo Book's examples that have other names here, or several."""

ANY = frozenset({"agency_decision", "agency_comment", "agency_material"})
"""Kinds whose examples are of many sorts."""


class Missed(NamedTuple):
    """An example that is not read as what it is."""

    source: str
    text: str
    why: str


Part = Callable[[Citation, Any], bool]
"""Whether a citation has what an example states."""

_DASHES = re.compile(r"\s*[-‐-―−]\s*")
_WORD = re.compile(r"[A-Za-z]+|[0-9]+(?:d|th|st|nd|rd)?")
_BLANKS = re.compile(r"[\s\u00a0]+")


def _same(printed: object, stated: object) -> bool:
    return printed is not None and _plain(str(printed)) == _plain(str(stated))


def _plain(words: str) -> str:
    words = _BLANKS.sub(" ", _DASHES.sub("-", words)).replace("’", "'").replace("“", '"').replace("”", '"')
    return words.strip(" ,.").lower()


def _part(*names: str) -> Part:
    """One of the named parts of the core has the words stated."""
    return lambda c, stated: any(n in c.token.parts and _same(c.token.parts[n].text, stated) for n in names)


def _words(c: Citation) -> list[str]:
    """The words of all parentheticals of a citation and its parallels."""
    return [p.text for each in (c, *c.parallels) for p in each.parentheticals]


def _series(c: Citation, stated: str) -> bool:
    printed = c.token.parts.get("reporter")
    return fold(stated) in (fold(c.token.series), fold(printed.text) if printed else "")


def _pin(c: Citation, stated: str) -> bool:
    """The pins, put together, are the pin stated; ``p.``, ``at`` and ``volume`` are words of its own."""
    wanted = re.sub(r"^p\. ", "", _plain(stated))
    pins = [_plain(p.printed) for p in c.pins]
    if c.kind == "book" and "page" in c.token.parts:  # the page belongs to the core
        pins = [c.token.parts["page"].text]
    return wanted in (", ".join(pins), " ".join(pins)) or wanted in pins


def _court(c: Citation, stated: str) -> bool:
    """The words that name the court were read, or a court is known."""
    found = [each.token.court.text for each in (c, *c.parallels) if each.token.court is not None]
    return any(fold(words) == fold(stated) for words in found) or (c.court is not None and not found)


def _date(c: Citation, stated: str) -> bool:
    found = [each.token.date.text for each in (c, *c.parallels) if each.token.date is not None]
    return any(_same(words, stated) for words in found)


def _listed(doc_part: Callable[[Citation], Sequence[str]]) -> Part:
    return lambda c, stated: all(any(_same(words, one) for words in doc_part(c)) for one in stated)


def _history(c: Citation, stated: Sequence[Mapping[str, str]]) -> bool:
    """Each step is a citation in the history, with its parts and the phrase before it; ``sub nom.`` is none."""
    return all(any(_is_step(later, step) for later in _later(c)) for step in stated if "reporter" in step)


def _is_step(c: Citation, step: Mapping[str, str]) -> bool:
    parts = {name: value for name, value in step.items() if name != "phrase"}
    return not _wrong(c, parts) and _phrase(c, step["phrase"])


def _later(c: Citation) -> list[Citation]:
    hosts = (c, *c.parallels)
    return [later for later in c.document.citations if later.inside is not None and later.inside.host in hosts]


def _phrase(c: Citation, stated: str) -> bool:
    return _same(c.token.relation, stated.removesuffix(" sub nom."))


def _parallel(c: Citation, stated: Sequence[Mapping[str, str] | str]) -> bool:
    wanted = [{"core": step} if isinstance(step, str) else step for step in stated]
    return all(any(not _wrong(other, step) for other in c.parallels) for step in wanted)


def _core(c: Citation, stated: str) -> bool:
    return fold(stated) in (fold(c.text), fold(c.canonical))


def _sections(c: Citation, stated: str | Sequence[str]) -> bool:
    """The list of sections holds the sections stated, whole."""
    printed = _plain(c.token.parts["sections"].text) if "sections" in c.token.parts else ""
    wanted = [stated] if isinstance(stated, str) else stated
    return all(_plain(one) in printed for one in wanted)


def _code(c: Citation, stated: str) -> bool:
    """The code's name, which may be stated with a title before it: ``19 Del. Code Ann.``"""
    return fold(stated).endswith((fold(c.token.series), fold(c.token.parts["code"].text)))


def _name(c: Citation, stated: str) -> bool:
    """The name, with the brackets that belong to it: ``Jones v. U.S. District Court (Smith)``."""
    bracketed = [f"{c.case_name} ({p.text})" for p in c.parentheticals[:1]]
    return any(_same(name, stated) for name in (c.case_name, *bracketed))


def _author(c: Citation, stated: str) -> bool:
    """The author's name, or the short name before ``supra``."""
    author = c.token.parts.get("author")
    return _same(author.text if author else c.case_name, stated)


def _title(c: Citation, stated: str) -> bool:
    if "title" in c.token.parts and _same(c.token.parts["title"].text, stated):
        return True
    return _plain(stated) in _plain(c.case_name or "") or _plain(stated) in _plain(c.text)


def _in_core(c: Citation, stated: str) -> bool:
    return fold(stated) in fold(c.text) or fold(stated) in fold(c.canonical)


def _parenthetical(c: Citation, stated: str) -> bool:
    date = c.token.date
    return any(_same(words, stated) for words in _words(c)) or (date is not None and _same(date.text, stated))


def _edition(c: Citation, stated: str) -> bool:
    return any(_plain(stated) in _plain(words) for words in _words(c))


def _signal(c: Citation, stated: str) -> bool:
    return _same(c.signal, stated)


def _docket(c: Citation, stated: str) -> bool:
    dockets = [each.docket for each in (c, *c.parallels)]
    return any(_same(docket, re.sub(r"^Nos?\. ", "", stated)) for docket in dockets)


def _ecf(c: Citation, stated: str) -> bool:
    """The docket entry named after a document of the record is a citation of the same document."""
    same = [other for other in c.document.citations if other.kind == "record" and other.cluster == c.cluster]
    return any(stated in other.text for other in same)


PARTS: Mapping[str, Part] = {
    "volume": _part("volume"),
    "reporter": _series,
    "journal": _series,
    "page": _part("page"),
    "core": _core,
    "neutral": _core,
    "wl": _core,
    "lexis": _core,
    "pin": _pin,
    "year": lambda c, stated: str(c.year) == stated,
    "date": _date,
    "court": _court,
    "docket": _docket,
    "case_name": _name,
    "signal": _signal,
    "parallel": _parallel,
    "history": _history,
    "history_phrase": _phrase,
    "inside_parenthetical": _phrase,
    "history_in_paren": lambda c, stated: _edition(c, stated if isinstance(stated, str) else stated[0]),
    "explanatory": _listed(_words),
    "weight": lambda c, stated: all(_edition(c, one) or _docket(c, one) for one in stated),
    "paren": _parenthetical,
    "title": _title,
    "part": _in_core,
    "chapter": _part("chapter"),
    "section": _sections,
    "sections": _sections,
    "range_end": _sections,
    "subsection": _sections,
    "code": _code,
    "annotated": _in_core,
    "state": lambda c, stated: f"us-{stated.lower()}/" in (c.key or ""),
    "author": _author,
    "edition": _edition,
    "series": _in_core,
    "subject": _in_core,
    "comment": lambda c, stated: _in_core(c, stated) or _pin(c, f"cmt. {stated}"),
    "document": _core,
    "ecf": _ecf,
    "note": _part("note"),
    "set": _series,
    "rule": _sections,
    "congress": _in_core,
    "law": _part("page"),
    "type": _in_core,
    "number": _in_core,
    "jurisdiction": _in_core,
    "provision": _in_core,
    "release": _in_core,
}
"""How each part that an example may state is compared."""

SPECIAL = frozenset({"kind", "inner", "partial", "refers_to"})


def _wrong(c: Citation, stated: Mapping[str, Any]) -> list[str]:
    """Return the parts stated that a citation does not have."""
    return [name for name, value in stated.items() if name not in SPECIAL and not PARTS[name](c, value)]


def printed(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the citations that a row of the Indigo Book states, those within others too."""
    parsed = row["parsed"]
    if row.get("bad") or parsed.get("partial"):
        return
    for cite in parsed.get("cites", [parsed] if parsed else []):
        if cite["kind"] == "case_name_only":
            continue
        within = cite.get("inner", [])
        if cite["kind"] != "record" or not within:  # a "record" that is another citation whole says nothing more
            yield {key: value for key, value in cite.items() if key != "inner"}
        yield from within


def indigo(path: Path = INDIGO) -> tuple[int, list[Missed]]:
    """Return how many citations the Indigo Book's examples state, and those that are not found with every part."""
    total, missed = 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cites = list(printed(row))
        total += len(cites)
        doc = parse(row["text"])
        chosen = [_choose(doc, cite) for cite in cites]
        for cite, (found, wrong) in zip(cites, chosen, strict=True):
            why = list(wrong) if found is not None else ["not found"]
            if found is not None and "refers_to" in cite and not _same_case(found, chosen[cite["refers_to"]][0]):
                why.append("refers_to")
            if why:
                missed.append(Missed(row["id"], row["text"], f"{cite['kind']}: {', '.join(why)}"))
    return total, missed


def _same_case(one: Citation, other: Citation | None) -> bool:
    return other is not None and one.cluster == other.cluster


def _choose(doc: Document, cite: Mapping[str, Any]) -> tuple[Citation | None, list[str]]:
    """Find the citation of the kind stated that has most of the parts stated."""
    kinds = KINDS.get(cite["kind"], (cite["kind"],))
    found = [c for c in doc.citations if cite["kind"] in ANY or c.kind in kinds]
    judged = [(c, _wrong(c, cite)) for c in found]
    return min(judged, key=lambda pair: len(pair[1]), default=(None, []))


def reporters_db() -> tuple[int, list[Missed]]:
    """Return how many examples reporters-db has, and those that are not one citation of their own series."""
    total, missed = 0, []
    for table in ("reporters.json", "laws.json", "journals.json"):
        rows = package_json("reporters_db", table)
        for name, entries in rows.items():
            names = [_spellings(name, entry) for entry in entries]
            for entry, own in zip(entries, names, strict=True):
                for text in entry.get("examples", ()):
                    total += 1
                    why = _misread(text, own)
                    if why:
                        missed.append(Missed(f"{table} {name}", text, why))
    return total, missed


def _spellings(name: str, entry: Mapping[str, Any]) -> frozenset[str]:
    """All names of one series: laws list theirs, reporters map theirs to editions."""
    return frozenset(itertools.chain([name], entry.get("editions", ()), entry.get("variations", ())))


def _misread(text: str, names: frozenset[str]) -> str:
    """Say why a text is not one citation of a series with one of these names; empty when it is."""
    found = parse(text).citations
    if not found:
        return "nothing"
    first = found[0]
    if len({c.cluster for c in found}) > 1:
        return "several: " + " | ".join(c.text for c in found)
    return "" if any(_is(first, name) for name in names) else f"series {first.token.series!r}"


def _is(c: Citation, name: str) -> bool:
    """Whether a citation is of the series, a code by subject too: ``Tex. Empl. Code Ann.`` is of ``Tex. Code Ann.``"""
    words = iter(_WORD.findall(f"{c.token.series} {c.text}"))
    return all(any(fold(word) == fold(own) for word in words) for own in _WORD.findall(name))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Read the examples of the Indigo Book and of reporters-db.")
    parser.add_argument("--list", action="store_true", help="list what is not read")
    args = parser.parse_args(argv)
    for title, (total, missed) in (("Indigo Book", indigo()), ("reporters-db", reporters_db())):
        print(f"{title}: {total - len(missed)} of {total} read ({(total - len(missed)) / total:.1%})")
        if args.list:
            for one in missed:
                print(f"  {one.source}: {one.why}: {one.text[:160]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
