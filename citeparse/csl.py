"""Authorities for citation managers: items in CSL-JSON (https://docs.citationstyles.org, schema csl-data.json)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from citeparse.authorities import (
    AgencyDocument,
    Article,
    Authority,
    Book,
    Case,
    Constitution,
    Docket,
    LegislativeDocument,
    Regulation,
    Rule,
    SessionLaw,
    Statute,
)
from citeparse.citations import Citation
from citeparse.data.court_names import court_name

__all__ = ["to_csl", "to_csl_cite"]


def to_csl(what: Authority | Citation) -> dict[str, Any]:
    """Return an item for an authority, or for the authority of a citation.

    Raises `ValueError` for a citation that is not resolved.

    >>> from citeparse import cite
    >>> item = to_csl(cite("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)"))
    >>> item["type"], item["title"], item["container-title"]
    ('legal_case', 'Holz v. Rockefeller & Co.', 'F.3d')
    """
    authority = what if isinstance(what, Authority) else what.authority
    if authority is None:
        message = "the citation is not resolved: there is no authority to export"
        raise ValueError(message)
    kind, write = _TYPES.get(type(authority), ("document", _titled))
    _, place, family, *_ = f"{authority.key}//".split("/")
    own = "webpage" if place == "web" else _FAMILIES.get(family, kind)
    fields = {"id": authority.key, "type": own, **write(authority), "URL": what.url}
    return {name: value for name, value in fields.items() if value}


def to_csl_cite(citation: Citation) -> dict[str, str]:
    """Return the mention as an item of a citation cluster: which item, the signal before it, its first pin.

    Raises `ValueError` for a citation that is not resolved.

    >>> from citeparse import cite
    >>> to_csl_cite(cite("See 258 F.3d 62, 72 n.4"))
    {'id': '/us/case/f3d/258/62', 'prefix': 'see', 'locator': '72 n.4', 'label': 'page'}
    """
    found = {"id": to_csl(citation)["id"], "prefix": citation.signal or ""}
    if citation.pins:
        pin = citation.pins[0]
        label = _LABELS.get(pin.kind, "page")
        found |= {"locator": str(pin).lstrip("¶§ ") or str(pin), "label": label}
    return {name: value for name, value in found.items() if value}


_LABELS = {
    "paragraph": "paragraph", "section": "section", "subsection": "section", "line": "line", "footnote": "note",
    "comment": "note", "clause": "section",
}

_FAMILIES = {
    "hearing": "hearing", "report": "report", "document": "report", "crec": "report", "patent": "patent",
    **dict.fromkeys(("unts", "ust", "tias", "ts", "bevans"), "treaty"),
}
"""Types by the family that a key names, where it tells more than the class."""


def _issued(authority: Authority) -> dict[str, Any] | None:
    day = authority.date if isinstance(authority, Case | Docket) else None
    parts = [day.year, day.month, day.day] if day is not None else [authority.year] if authority.year else None
    return {"date-parts": [parts]} if parts else None


def _case(case: Authority) -> dict[str, Any]:
    if not isinstance(case, Case):
        return _titled(case)
    return {
        "title": case.name or case.cite, "container-title": case.reporter, "volume": case.volume, "page": case.page,
        "authority": case.court_name or court_name(case.court), "number": case.docket, "issued": _issued(case),
        "references": ", ".join(case.cites[1:]),
    }


def _docket(case: Authority) -> dict[str, Any]:
    if not isinstance(case, Docket):
        return _titled(case)
    return {
        "title": case.name or case.cite, "number": case.number, "authority": case.court_name, "issued": _issued(case),
    }


def _section(law: Authority) -> dict[str, Any]:
    if not isinstance(law, Statute | Regulation):
        return _titled(law)
    section = f"{law.section}-{law.through}" if law.through else law.section
    return {
        "title": law.cite, "container-title": law.code, "volume": law.title, "section": section, "issued": _issued(law),
    }


def _session(law: Authority) -> dict[str, Any]:
    if not isinstance(law, SessionLaw):
        return _titled(law)
    return {
        "title": law.name or law.cite, "container-title": law.series, "volume": law.volume, "page": law.page,
        "issued": _issued(law),
    }


def _rule(rule: Authority) -> dict[str, Any]:
    if not isinstance(rule, Rule):
        return _titled(rule)
    return {"title": rule.cite, "container-title": rule.rules, "section": rule.number}


def _article(article: Authority) -> dict[str, Any]:
    if not isinstance(article, Article):
        return _titled(article)
    return {
        "title": article.name or article.cite, "container-title": article.journal, "volume": article.volume,
        "page": article.page, "issued": _issued(article),
    }


def _titled(authority: Authority) -> dict[str, Any]:
    title = f"{authority.name}, {authority.cite}" if authority.name else authority.cite
    return {"title": title, "issued": _issued(authority)}


_TYPES: Mapping[type[Authority], tuple[str, Callable[[Authority], dict[str, Any]]]] = {
    Case: ("legal_case", _case),
    Docket: ("legal_case", _docket),
    Statute: ("legislation", _section),
    SessionLaw: ("legislation", _session),
    Constitution: ("legislation", _titled),
    Rule: ("legislation", _rule),
    Regulation: ("regulation", _section),
    LegislativeDocument: ("bill", _titled),
    AgencyDocument: ("report", _titled),
    Article: ("article-journal", _article),
    Book: ("book", _titled),
}
"""Type of item and how it is filled; all others are ``document``."""
