"""Documents and authorities as plain data and back: a versioned JSON form of tokens and links, with what they mean.

The form is described in ``docs/schema/citeparse-1.schema.json``. What is read back is the text with its tokens and
links; what they mean is worked out again, so that it agrees with the tables of the version that reads.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from citeparse import authorities as authority_classes
from citeparse.authorities import Authority
from citeparse.citations import Citation
from citeparse.document import Document
from citeparse.known import Known
from citeparse.links import Answer, KnownLink, Link, Unresolved
from citeparse.normalizer import normalize
from citeparse.pins import Pin
from citeparse.span import Piece, Span
from citeparse.tokens import NameWords, NoteWords, ParentheticalWords, Token, forms

__all__ = [
    "SCHEMA_VERSION", "authority_from_dict", "authority_to_dict", "from_dict", "from_json", "made_by", "to_dict",
    "to_json",
]

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""

_CLASSES: dict[str, type[Authority]] = {name: getattr(authority_classes, name) for name in authority_classes.__all__}


def to_dict(doc: Document) -> dict[str, Any]:
    """Return the document as plain data that `from_dict` reads back.

    >>> from citeparse import parse
    >>> data = to_dict(parse("42 U.S.C. § 1983"))
    >>> data["schema"], [c["key"] for c in data["citations"]]
    (1, ['/us/usc/t42/s1983'])
    """
    return {
        "schema": SCHEMA_VERSION,
        "made_by": made_by(),
        "text": doc.text,
        "kinds": None if doc.kinds is None else sorted(doc.kinds),
        "citations": [_citation(c) for c in doc.every],
        "authorities": [
            {**authority_to_dict(a), "mentions": [c.index for c in doc.mentions(a)]} for a in doc.authorities
        ],
        "known": [
            {
                "authority": authority_to_dict(item.authority),
                "text": item.document.text,
                "citations": [_citation(c) for c in item.document.citations],
            }
            for item in doc.known
        ],
    }


def to_json(doc: Document) -> str:
    """Return `to_dict` as JSON text; lone surrogates are escaped.

    >>> from citeparse import parse
    >>> from_json(to_json(parse("42 U.S.C. § 1983"))).citations[0].key
    '/us/usc/t42/s1983'
    """
    return json.dumps(to_dict(doc))


def from_dict(data: Mapping[str, Any]) -> Document:
    """Read what `to_dict` wrote, of a source with markup a `citeparse.documents.SourceDocument`.

    Raises `ValueError` when the data has another schema version or is of another form.

    >>> from citeparse.documents import parse_html
    >>> from_dict(parse_html("<p>42 U.S.C. &sect; <b>1983</b>").to_dict()).citations[0].span
    Span(start=3, end=27)
    """
    if data.get("schema") != SCHEMA_VERSION:
        message = f"this is schema {data.get('schema')!r}; this version of citeparse reads schema {SCHEMA_VERSION}"
        raise ValueError(message)
    try:
        if "format" in data:
            from citeparse import documents

            return documents.from_dict(data)
        known = [Known(authority_from_dict(row["authority"]), _read(row, ())) for row in data.get("known", ())]
        kinds = data.get("kinds")
        return attrs.evolve(_read(data, known), kinds=None if kinds is None else frozenset(kinds))
    except (KeyError, TypeError, IndexError) as error:
        message = f"this is no document that to_dict wrote: {error!r}"
        raise ValueError(message) from error


def _read(data: Mapping[str, Any], known: Sequence[Known]) -> Document:
    rows, text = data["citations"], data["text"]
    classes = forms()
    tokens = [_token(row, text, classes) for row in rows]
    return normalize(text, tokens, [_read_link(row["link"]) for row in rows], known)


def from_json(words: str) -> Document:
    """Read what `to_json` wrote; raises `ValueError` when it is not that.

    >>> from citeparse import parse
    >>> from_json(to_json(parse("42 U.S.C. § 1983. Id."))).authorities[0].cite
    '42 U.S.C. § 1983'
    """
    data = json.loads(words)
    if not isinstance(data, dict):
        message = "this is no document that to_json wrote: its JSON is no object"
        raise ValueError(message)  # noqa: TRY004 - the words are at fault, not their type
    return from_dict(data)


def authority_to_dict(authority: Authority) -> dict[str, Any]:
    """Return an authority as plain data that `authority_from_dict` reads back; fields that are not known are left out.

    >>> from citeparse import cite
    >>> row = authority_to_dict(cite("42 U.S.C. § 1983(a)").authority)
    >>> row["type"], row["key"], row["code"], row["section"]
    ('Statute', '/us/usc/t42/s1983', 'U.S.C.', '1983')
    """
    row: dict[str, Any] = {"type": type(authority).__name__, "kind": authority.kind}
    for field in attrs.fields(type(authority)):
        value = getattr(authority, field.name)
        if value is not None and value != ():
            row[field.name] = _plain(value)
    return row


def authority_from_dict(row: Mapping[str, Any]) -> Authority:
    """Read what `authority_to_dict` wrote; raises `ValueError` when it is not that.

    >>> from citeparse import cite
    >>> statute = cite("42 U.S.C. § 1983(a)").authority
    >>> authority_from_dict(authority_to_dict(statute)) == statute
    True
    """
    cls = _CLASSES.get(row.get("type", ""))
    if cls is None or "key" not in row or "cite" not in row:
        message = f"this is no authority: {sorted(row)}"
        raise ValueError(message)
    names = {field.name for field in attrs.fields(cls)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name in names
    }
    if isinstance(values.get("date"), str):
        values["date"] = datetime.date.fromisoformat(values["date"])
    return cls(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def made_by() -> dict[str, str | None]:
    """Return the versions of citeparse and of the data that it reads; None where they are not installed as packages.

    >>> list(made_by())
    ['citeparse', 'reporters-db', 'courts-db']
    """
    return {name: _version(name) for name in ("citeparse", "reporters-db", "courts-db")}


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _citation(c: Citation) -> dict[str, Any]:
    token = c.token
    date = c.date
    return {
        "kind": c.kind,
        "text": c.text,
        "span": list(c.span),
        "full_span": list(c.full_span),
        "canonical": c.canonical,
        "key": c.key,
        "authorities": [a.key for a in c.authorities],
        "cluster": c.cluster,
        "case_name": c.case_name,
        "plaintiff": _place(token.name.plaintiff if token.name else None),
        "defendant": _place(token.name.defendant if token.name else None),
        "name_span": list(token.name.span) if token.name else None,
        "series": token.series,
        "parts": {name: list(piece.span) for name, piece in token.parts.items()},
        "implied": {name: piece.text for name, piece in token.parts.items() if _says(c, piece) != piece.text},
        "pins": [_pin(pin) for pin in c.pins],
        "court": c.court,
        "year": c.year,
        "date": date.isoformat() if date else None,
        "docket": c.docket,
        "signal": c.signal,
        "places": {name: _place(getattr(token, name)) for name in ("signal", "docket", "court", "date")},
        "parentheticals": [{"type": p.type, "text": p.text, "span": list(p.span)} for p in c.parentheticals],
        "parallel": token.parallel,
        "inside": token.inside,
        "relation": token.relation,
        "history": token.history,
        "string": token.string,
        "footnote": {"number": _place(token.note.number), "call": list(token.note.call)} if token.note else None,
        "link": _write_link(c.link),
    }


def _pin(pin: Pin) -> dict[str, Any]:
    return {
        "kind": pin.kind, "start": pin.start, "end": pin.end, "footnote": pin.footnote, "comment": pin.comment,
        "tail": pin.tail, "text": pin.printed, "span": list(pin.span),
    }


def _says(c: Citation, piece: Piece) -> str:
    """What the text has at the place of a part; an Illinois act stands for its title: ``of the Criminal Code``."""
    return c.document.text[piece.start : piece.end]


def _place(piece: Piece | None) -> list[int] | None:
    return None if piece is None else [piece.start, piece.end]


def _write_link(link: Answer) -> dict[str, Any] | None:
    """Write the fields of a link; a reason is called ``unresolved``, so that it tells the three kinds apart."""
    if link is None:
        return None
    row = {name: list(value) if isinstance(value, tuple) else value for name, value in attrs.asdict(link).items()}
    return {"unresolved": row.pop("reason"), **row} if isinstance(link, Unresolved) else row


def _read_link(row: Mapping[str, Any] | None) -> Answer:
    if row is None:
        return None
    weighed, foreknown = tuple(row["candidates"]), tuple(row.get("known_candidates", ()))
    if "unresolved" in row:
        return Unresolved(row["unresolved"], weighed, foreknown)
    if "antecedent" in row:
        return Link(row["antecedent"], row["rule"], weighed, tuple(row["flags"]), row["same"])
    return KnownLink(row["known"], row["rule"], weighed, foreknown, tuple(row["flags"]), row["same"])


def _token(row: Mapping[str, Any], text: str, classes: Mapping[str, type[Token]]) -> Token:
    def piece(place: list[int] | None) -> Piece | None:
        return None if place is None else Piece(text[place[0] : place[1]], *place)

    def piece_at(place: list[int]) -> Piece:
        return Piece(text[place[0] : place[1]], *place)

    name = None
    if row["name_span"] is not None:
        name = NameWords(row["case_name"], Span(*row["name_span"]), piece(row["plaintiff"]), piece(row["defendant"]))
    note = None
    if row.get("footnote") is not None:
        note = NoteWords(piece_at(row["footnote"]["number"]), Span(*row["footnote"]["call"]))
    implied = {key: Piece(words, *row["parts"][key]) for key, words in row.get("implied", {}).items()}
    return classes[row["kind"]](
        span=Span(*row["span"]), text=row["text"], full_span=Span(*row["full_span"]),
        parts={**{key: piece_at(place) for key, place in row["parts"].items()}, **implied}, series=row["series"],
        pins=tuple(piece_at(p["span"]) for p in row["pins"]), signal=piece(row["places"]["signal"]), name=name,
        docket=piece(row["places"]["docket"]), court=piece(row["places"]["court"]), date=piece(row["places"]["date"]),
        parentheticals=tuple(ParentheticalWords(p["text"], Span(*p["span"]), p["type"]) for p in row["parentheticals"]),
        parallel=row["parallel"], inside=row["inside"], relation=row["relation"], history=row["history"],
        string=row["string"], note=note,
    )
