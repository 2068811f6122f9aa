"""One self-contained page: the text with its citations, and the authorities beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from string import Template

from citeparse.authority import Authority
from citeparse.data.links import web_address
from citeparse.display._assets import asset
from citeparse.display._entries import Entry, entries_of, titles
from citeparse.display._html import Html, element, escape
from citeparse.display._mentions import Mention, mentions_of
from citeparse.display._text import paragraphs
from citeparse.document import Document
from citeparse.links import Link

__all__ = ["report_page"]

_SCRIPTS = ("page.js", "filter.js", "arrow.js", "card.js", "travel.js")
_STYLES = ("palette.css", "report.css")

_SHOWN_MENTIONS = 8
"""Mentions of one authority that are listed at once; the others unfold."""

_DOT = element("span", class_="dot")


def report_page(doc: Document, title: str) -> str:
    """Return the page."""
    mentions = mentions_of(doc)
    entries = {f"a{number}": entry for number, entry in enumerate(entries_of(mentions))}
    home = {mention.index: id_ for id_, entry in entries.items() for mention in entry.mentions}
    style, script = asset(*_STYLES), "{\n" + asset(*_SCRIPTS) + "}\n"
    return Template(asset("report.html")).substitute(
        title=escape(title),
        policy=f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        summary=_summary(doc),
        groups=_chips(entries),
        text=paragraphs(doc.text, mentions, lambda mention, words: _mention(mention, words, home)),
        authorities=_sections(entries),
    )


def _hash(content: str) -> str:
    """Return the source expression that lets a page run this script, or use this style, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _summary(doc: Document) -> Html:
    counts = (
        (len(doc.citations), "citation", "citations"),
        (len(doc.authorities), "authority", "authorities"),
        (len(doc.unresolved), "unresolved", "unresolved"),
    )
    parts = (element("b", f"{number:,}") + f" {one if number == 1 else many}" for number, one, many in counts)
    return Html(", ".join(parts))


def _chips(entries: Mapping[str, Entry]) -> Html:
    """Return the legend: each group with the number of its citations; a press shows it alone."""
    chips = []
    for group, members in groupby(entries.values(), key=attrgetter("group")):
        number = element("span", f"{sum(len(entry.mentions) for entry in members):,}", class_="number")
        label = (_DOT, titles()[group], " ", number)
        chips.append(element("button", *label, type="button", class_="chip", data_group=group, aria_pressed="false"))
    return Html("\n".join(chips))


def _mention(mention: Mention, words: str, home: Mapping[int, str]) -> Html:
    link = mention.citation.link if isinstance(mention.citation.link, Link) else None
    return element(
        "a",
        words,
        class_="mention",
        id=f"m{mention.index}",
        href=f"#{home[mention.index]}",
        data_group=mention.group,
        data_to=f"m{link.antecedent}" if link else None,
        data_borrows="" if link and not link.same else None,
        data_form=mention.form,
        data_notes="\n".join(f"{label}: {note}" for label, note in mention.notes),
    )


def _sections(entries: Mapping[str, Entry]) -> Html:
    sections = []
    for group, members in groupby(entries.items(), key=lambda item: item[1].group):
        lines = [_line(id_, entry) for id_, entry in members]
        number = element("span", f"{len(lines):,}", class_="number")
        heading = element("h3", _DOT, titles()[group], " ", number, id=f"h-{group}")
        rows = element("ol", Html("\n".join(lines)))
        sections.append(element("section", heading, rows, data_group=group, aria_labelledby=f"h-{group}"))
    return Html("\n".join(sections))


def _line(id_: str, entry: Entry) -> Html:
    count = len(entry.mentions)
    said = element("span", f" mention{'' if count == 1 else 's'}", class_="unseen")
    return element(
        "li",
        element("button", *_name(entry), type="button", class_="name", aria_pressed="false"),
        element("span", f"{count:,}", said, class_="count"),
        _about(entry),
        *_places(entry),
        class_="entry",
        id=id_,
        tabindex=-1,
        data_group=entry.group,
        data_first=entry.mentions[0].index,
        data_count=count,
    )


def _name(entry: Entry) -> tuple[str, ...]:
    """Return the authority in full, the name of a case in italics."""
    authority = entry.authority
    if authority is None:
        return (entry.mentions[0].label,)
    whole, name = str(authority), authority.name or ""
    if entry.group != "case" or not name or not whole.startswith(name):
        return (whole,)
    return element("i", name), whole.removeprefix(name)


def _about(entry: Entry) -> Html:
    """Return the key of an authority, or why it is not known."""
    if entry.authority is None:
        return element("p", entry.mentions[0].citation.reason or "", class_="why")
    return element("code", entry.authority.key, class_="key")


def _places(entry: Entry) -> tuple[Html, ...]:
    """Return the mentions of an entry, those after the first ones folded away."""
    items = [element("li", element("a", mention.label, href=f"#m{mention.index}")) for mention in entry.mentions]
    first, rest = items[:_SHOWN_MENTIONS], items[_SHOWN_MENTIONS:]
    shown = element("ul", *first, *_elsewhere(entry.authority), class_="places")
    more = element("summary", f"{len(rest):,} more")
    return (shown, element("details", more, element("ul", *rest, class_="places"))) if rest else (shown,)


def _elsewhere(authority: Authority | None) -> tuple[Html, ...]:
    """Return a link to where an authority can be read, named for its site."""
    url = web_address(authority.url if authority is not None else None)
    if url is None:
        return ()
    label = (url.split("/")[2].removeprefix("www."), element("span", " (opens in a new tab)", class_="unseen"), " ↗")
    link = element("a", *label, class_="read", href=url, target="_blank", rel="noopener noreferrer")
    return (element("li", link),)
