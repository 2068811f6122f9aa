"""A piece of HTML for notebooks: it runs no script, and its styles reach nothing outside of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from citeparse.authority import Authority
from citeparse.data.links import web_address
from citeparse.display._assets import asset
from citeparse.display._entries import titles
from citeparse.display._html import Html, element
from citeparse.display._mentions import UNRESOLVED, Mention, group_of, mentions_of
from citeparse.display._text import paragraphs
from citeparse.document import Document

__all__ = ["fragment_of"]

_DOT = element("span", class_="dot")
_WHOLE = element("code", "citeparse.display.report(doc)")


def fragment_of(doc: Document, longest: int | None, most: int | None) -> Html:
    """Return the text up to about ``longest`` characters and at most ``most`` authorities."""
    mentions = mentions_of(doc)
    end = _end(doc.text, mentions, longest)
    shown = [mention for mention in mentions if mention.span.end <= end]
    ranked = sorted(doc.authorities, key=lambda authority: -len(doc.mentions(authority)))
    authorities = [_authority(authority, len(doc.mentions(authority))) for authority in ranked[:most]]
    unresolved = [_unresolved(mention) for mention in mentions if mention.group == UNRESOLVED]
    return element(
        "div",
        element("style", Html(f".citeparse {{\n{asset('palette.css')}}}\n{asset('fragment.css')}")),
        _legend(mentions),
        element("div", paragraphs(doc.text[:end], shown, _mention), class_="text", tabindex=0),
        *_cut(doc, end, len(shown)),
        *_listed("Authorities, most cited first", authorities, len(ranked)),
        *_listed("Unresolved", unresolved[:most], len(unresolved)),
        class_="citeparse",
    )


def _end(text: str, mentions: Sequence[Mention], longest: int | None) -> int:
    """Return where the text is cut: at a line end or space before the limit, and in no mention."""
    if longest is None or len(text) <= longest:
        return len(text)
    end = next((at for mark in "\n " if (at := text.rfind(mark, longest // 2, longest)) >= 0), longest)
    return next((m.span.start for m in mentions if m.span.start < end < m.span.end), end)


def _legend(mentions: Sequence[Mention]) -> Html:
    counts = Counter(mention.group for mention in mentions)
    parts: list[str] = [
        element("span", _DOT, f"{title} {counts[group]:,}", data_group=group)
        for group, title in titles().items()
        if counts[group]
    ]
    return element("p", *(parts or ["No citations"]), class_="summary")


def _mention(mention: Mention, words: str) -> Html:
    notes = "\n".join((mention.what, *(f"{label}: {note}" for label, note in mention.notes)))
    return element("mark", words, tabindex=0, data_group=mention.group, data_form=mention.form, data_card=notes)


def _cut(doc: Document, end: int, shown: int) -> tuple[Html, ...]:
    """Return what is said of a text that is not shown to its end."""
    if end == len(doc.text):
        return ()
    text, citations = f"{end:,} of {len(doc.text):,} characters", f"{shown:,} of {len(doc.citations):,} citations"
    return (element("p", f"Shown are the first {text}, with {citations}. All of it: ", _WHOLE, class_="cut"),)


def _authority(authority: Authority, count: int) -> Html:
    url = web_address(authority.url)
    name: str = str(authority)
    if url is not None:
        name = element("a", name, href=url, target="_blank", rel="noopener noreferrer")
    return element("tr", element("td", f"{count:,}"), element("td", _DOT, name), data_group=group_of(authority.kind))


def _unresolved(mention: Mention) -> Html:
    why = f"{mention.label}: {mention.citation.reason}"
    return element("tr", element("td"), element("td", _DOT, why), data_group=UNRESOLVED)


def _listed(title: str, rows: Sequence[Html], number: int) -> tuple[Html, ...]:
    """Return a list that folds, and says how much of it is left out."""
    if not rows:
        return ()
    more = (f"; the first {len(rows):,} are shown, all in ", _WHOLE) if len(rows) < number else ()
    summary = element("summary", f"{title} ({number:,}", *more, ")")
    return (element("details", summary, element("div", element("table", *rows), class_="list", tabindex=0), open=""),)
