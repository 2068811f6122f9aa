"""Documents of legislatures: canonical core, key and authority (Indigo Book R21)."""

from __future__ import annotations

from citeparse.authorities import Authority, LegislativeDocument
from citeparse.data._lazy import lazy
from citeparse.data.legislative import bill_names, legislative_key
from citeparse.data.plain import plain
from citeparse.normalizer._printed import name_of, number, numbered, ordinal, part, slug, volume_page
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_RESEARCH = {"LSB": "CRS Legal Sidebar", "IF": "CRS In Focus", "IN": "CRS Insight", "IB": "CRS Issue Brief"}
_SESSIONS = {"First": "1", "Second": "2", "Third": "3"}
_LETTERS = lazy(r"[A-Z]+")
_DIGITS = lazy(r"[0-9]+|[IVX]+$")
_PREFIX = lazy(r"(?<=\s[SHED])\.\s?(?=[0-9])")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``S. Rep. No. 98-225``, ``H.R. 647, 113th Cong.``, ``158 Cong. Rec. S234``, ``1993-3 C.B. 167``."""
    if "volume" in token.parts:
        return _PREFIX.sub("", numbered(token))
    if token.series == "CRS":
        printed = number(token)
        letters = _LETTERS.match(printed)
        return f"{_RESEARCH.get(letters.group() if letters else '', 'CRS Report')} {printed}"
    if token.series == "Cong. Globe":
        return f"Cong. Globe{_congress(token)} {part(token, 'page')}".rstrip()
    if token.series == "Hearing":
        return plain(token.text)
    if "number" not in token.parts:
        return token.series
    no = "" if _is_bill(token) else "No. "
    volume = f", pt. {_part(token)}" if "part" in token.parts else ""
    session = f", {part(token, 'session')}" if "session" in token.parts and "congress" not in token.parts else ""
    return f"{token.series} {no}{number(token)}{volume}{_congress(token)}{session}"


def _is_bill(token: Token) -> bool:
    return any(series.standard == token.series for _, series in bill_names())


def _part(token: Token) -> str:
    found = _DIGITS.search(part(token, "part"))
    return found.group() if found else ""


def _congress(token: Token) -> str:
    if "congress" not in token.parts:
        return ""
    session = part(token, "session")
    session = _SESSIONS.get(session, session)
    return f", {ordinal(part(token, 'congress'))} Cong." + (f", {ordinal(session)} Sess." if session else "")


def authority(token: Token, base: Token | None) -> Authority:
    """Return the document, known by ``/us/report/srept/98/225``, ``/us/bill/113/hr/647``, ``/us/crec/158/s234``."""
    return LegislativeDocument(key=_key(token), cite=canonical(token, None), name=name_of(token))


def _key(token: Token) -> str:
    series = legislative_key(token.series)
    if "volume" in token.parts:
        volume, page = volume_page(token)
        return f"/us/{series}/{volume}/{page.lower().replace(',', '').replace('.', '')}"
    congress = part(token, "congress")
    if token.series == "Hearing":
        session = slug(congress or part(token, "session"))
        return "/".join(word for word in ("/us/hearing", session, slug(part(token, "document"))[:80]) if word)
    if token.series == "Cong. Globe":
        return f"/us/globe/{congress}/{part(token, 'session')}/{number(token, 'page')}".replace("//", "/")
    printed = number(token).lower()
    if token.series == "CRS":
        return f"/us/crs/{printed}"
    if _is_bill(token):
        session = "" if congress else slug(part(token, "session"))
        return "/us/bill/" + "/".join(word for word in (congress or session, series, printed) if word)
    head, dash, tail = printed.partition("-")
    path = [head, tail] if dash else [congress, head]
    volume = f"pt{_part(token).lower()}" if "part" in token.parts else ""
    kind = "/us/report" if "rept" in series else "/us/document"
    return "/".join(word for word in (kind, series, *path, volume) if word)
