"""Markup out: a text, page or Markdown source with each of its citations marked or linked."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from citeparse.citations import Citation
from citeparse.data.links import web_address
from citeparse.document import Document
from citeparse.documents._moved import SourceDocument
from citeparse.documents._pieces import Markup, flat
from citeparse.span import Span

__all__ = ["FIELDS", "Format", "Marker", "annotate", "escape_html", "escape_markdown", "title_of"]

Format = Literal["html", "markdown", "text"]
Marker = Callable[[Citation], "str | tuple[str, str] | None"]
"""Gives the template of a citation, or the words before and after it as they shall stand, or None to leave it alone."""

FIELDS = ("text", "title", "url", "key", "kind", "canonical", "index")
"""What templates may name: ``text`` is the citation with its markup, once in each template; the rest is escaped."""

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START = re.compile(r"^([ \t]*)([#+=-]|[0-9]{1,9}(?=[.)]))?", re.MULTILINE)
_LINK = re.compile(r"<a[\s>]", re.IGNORECASE)

_HTML_LINK = '<a class="citation" data-kind="{kind}" href="{url}" title="{title}">{text}</a>'
_HTML_SPAN = '<span class="citation" data-kind="{kind}" title="{title}">{text}</span>'
_DEFAULTS = {"html": _HTML_SPAN, "markdown": "{text}", "text": "{text} [{key}]"}
_LINKED = {"html": _HTML_LINK, "markdown": '[{text}]({url} "{title}")', "text": "{text} [{key}]"}


class _Wrapper(NamedTuple):
    before: str
    after: str
    link: bool
    """Whether it makes a link, which cannot stand inside another one."""


def annotate(
    doc: Document, template: str | Marker | None = None, *, to: Format | None = None, whole: bool = False
) -> str:
    """Return the text of a document with its citations marked.

    ``template`` says how, with `FIELDS` in braces; a function of the citation can choose one for each. Without it a
    citation links to ``authority.url`` where there is one, and its ``title`` says what it cites. ``to`` is the format
    of the result; a source with markup keeps its own, and plain text (the default for it) may become ``html`` or
    ``markdown``. ``whole`` marks from the signal or name to the closing parenthesis instead of the core.

    Everything that comes from the text is escaped. A wrapper never crosses a tag: it ends before and begins again
    after. Markup of the source itself is left as it is, scripts too: clean pages that you do not trust before you show
    them.

    Raises `ValueError` when the template cannot be filled, or a source with markup shall become another format.

    >>> from citeparse import parse
    >>> annotate(parse("R&D under 42 USC § 1983"), "<mark title='{title}'>{text}</mark>", to="html")
    "R&amp;D under <mark title='42 U.S.C. § 1983'>42 USC § 1983</mark>"
    """
    own = doc.format if isinstance(doc, SourceDocument) else "pages"
    if own != "pages" and to not in (None, own):
        raise ValueError(f"a document read from {own} is annotated as {own}, not {to}")
    form: Format = to or ("text" if own == "pages" else own)  # type: ignore[assignment]
    marks = doc.reading.marks if isinstance(doc, SourceDocument) else ()
    return _Annotation(doc, Markup(doc.text, marks), form, template, escaped=own != "pages").text(whole=whole)


def title_of(citation: Citation) -> str:
    """Return what a citation cites, in words; for one that could not be resolved, why.

    >>> from citeparse import parse
    >>> [title_of(c) for c in parse("42 U.S.C. § 1983. Lynch, 567 F. Supp. 2d at 468. Id. at 469.").citations]
    ['42 U.S.C. § 1983', 'unresolved: no full citation', 'unresolved: no full citation']
    """
    authority = citation.authority
    return f"unresolved: {citation.reason}" if authority is None else str(authority)


def escape_html(words: str) -> str:
    """Return words as text or attribute of HTML."""
    return html.escape(words, quote=True)


def escape_markdown(words: str) -> str:
    r"""Return words so that Markdown shows them as they are; indentation is cut to three spaces, which make no code.

    >>> escape_markdown("*1 <b>[x](y)")
    '\\*1 &lt;b&gt;\\[x\\](y)'
    """
    words = _MARKDOWN.sub(r"\\\1", words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    return _LINE_START.sub(_line_start, words)


def _line_start(found: re.Match[str]) -> str:
    indent = found.group(1).replace("\t", "    ")[:3]
    sign = found.group(2) or ""
    return indent + (sign if sign[:1].isdigit() or not sign else f"\\{sign}") + ("\\" if sign[:1].isdigit() else "")


class _Annotation:
    """One run over a document."""

    __slots__ = ("doc", "escape", "form", "markup", "template")

    def __init__(
        self, doc: Document, markup: Markup, form: Format, template: str | Marker | None, *, escaped: bool
    ) -> None:
        self.doc, self.markup, self.form, self.template = doc, markup, form, template
        escapes: dict[str, Callable[[str], str]] = {"html": escape_html, "markdown": escape_markdown, "text": str}
        self.escape = str if escaped else escapes[form]

    def text(self, *, whole: bool) -> str:
        """Return the source with the wrappers in it."""
        source, out, at = self.doc.text, [], 0
        spans = [(c.full_span if whole else c.span, c.index) for c in self.doc.citations]
        for span, index in flat(spans):
            for piece, wrapper in self.wrapped(span, self.doc.every[index]):
                out += [self.escape(source[at : piece.start]), wrapper.before]
                out += [self.escape(source[slice(*piece)]), wrapper.after]
                at = piece.end
        return "".join([*out, self.escape(source[at:])])

    def wrapped(self, span: Span, citation: Citation) -> list[tuple[Span, _Wrapper]]:
        """Return the pieces of a citation with what stands around each."""
        wrapper = self.wrapper(citation)
        if wrapper is None:
            return []
        found = []
        for piece in self.markup.pieces(span, links=wrapper.link):
            if self.form == "markdown" and self.markup.within("code", piece.start):
                continue
            if not wrapper.link or not self.markup.within("a", piece.start):
                found.append((piece, wrapper))
            elif self.template is None and self.form == "html":
                found.append((piece, self.filled(_HTML_SPAN, citation)))
        return found

    def wrapper(self, citation: Citation) -> _Wrapper | None:
        """Return what stands around a citation, None to leave it alone."""
        chosen = self.template(citation) if callable(self.template) else self.template
        if chosen is None:
            if self.template is not None:
                return None
            authority = citation.authority
            chosen = (_LINKED if authority is not None and authority.url else _DEFAULTS)[self.form]
        if isinstance(chosen, str):
            return self.filled(chosen, citation)
        before, after = chosen
        return _Wrapper(before, after, self.links(before, after))

    def links(self, before: str, after: str) -> bool:
        return "](" in after if self.form == "markdown" else _LINK.search(before) is not None

    def filled(self, template: str, citation: Citation) -> _Wrapper:
        """Return the words of a template before and after ``{text}``, its fields filled in and escaped."""
        parts = [""]
        at = 0
        for found in _PLACEHOLDER.finditer(template):
            parts[-1] += template[at : found.start()]
            at = found.end()
            if found.group() == "{text}":
                parts.append("")
            elif found.group() in ("{{", "}}"):
                parts[-1] += found.group()[0]
            else:
                parts[-1] += self.field(found.group(1), template, citation)
        parts[-1] += template[at:]
        if len(parts) != 2:
            raise ValueError(f"a template names {{text}} once: {template!r}")
        return _Wrapper(parts[0], parts[1], self.links(*parts))

    def field(self, name: str | None, template: str, citation: Citation) -> str:
        """Return a field of a citation as the format writes it."""
        if name not in FIELDS:
            raise ValueError(f"a template may name {', '.join(FIELDS)} in braces: {template!r}")
        if name == "url":
            return self.url(citation)
        value = title_of(citation) if name == "title" else getattr(citation, name)
        words = "" if value is None else " ".join(str(value).split())
        if self.form == "html":
            return escape_html(words)
        return escape_markdown(words).replace('"', '\\"') if self.form == "markdown" else words

    def url(self, citation: Citation) -> str:
        """Return the address of what is cited when it is one of the web, else nothing."""
        authority = citation.authority
        url = web_address(authority.url) if authority is not None else None
        if url is None:
            return ""
        if self.form == "markdown":
            return re.sub(r"[()<>\"'\\`*\[\]]", lambda found: f"%{ord(found.group()):02X}", url)
        return escape_html(url) if self.form == "html" else url
