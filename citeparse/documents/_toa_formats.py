"""Tables of authorities as text, Markdown and HTML."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from citeparse.documents.annotate import escape_html, escape_markdown

if TYPE_CHECKING:
    from citeparse.documents.toa import Entry, TableOfAuthorities

__all__ = ["TITLE", "as_html", "as_markdown", "as_text", "emphasized"]

TITLE = "Table of Authorities"

_INDENT = "    "
_LEAST_LEADER = 4


def emphasized(entry: Entry) -> tuple[str, str]:
    """Return the words of an entry in italics, the name of a case, and the rest."""
    words, name = entry.text, entry.authority.name or ""
    if entry.authority.kind in ("case", "docket") and words.startswith(name):
        return name, words[len(name) :]
    return "", words


def as_text(table: TableOfAuthorities, width: int) -> str:
    """Return lines with leaders of dots."""
    lines = [TITLE.upper(), ""]
    if table.paged:
        lines.append("Page(s)".rjust(width))
    for section in table.sections:
        lines += [section.title, ""]
        for entry in section.entries:
            lines += [*_entry_lines(entry, width), ""]
    return "\n".join(lines).rstrip()


def _entry_lines(entry: Entry, width: int) -> list[str]:
    """Words with a hanging indent, pages at the right."""
    room = max(20, width - 12) if entry.reference else max(20, width)
    lines = textwrap.wrap(" ".join(entry.text.split()), room, subsequent_indent=_INDENT, break_on_hyphens=False) or [""]
    if not entry.reference:
        return lines
    pages = textwrap.wrap(entry.reference, max(8, width // 3))
    if len(lines[-1]) + len(pages[0]) + _LEAST_LEADER + 2 > width:
        lines.append(_INDENT)
    dots = "." * (width - len(lines[-1]) - len(pages[0]) - 2)
    lines[-1] = f"{lines[-1]} {dots} {pages[0]}" if lines[-1].strip() else f"{lines[-1]}{dots}. {pages[0]}"
    return [*lines, *(more.rjust(width) for more in pages[1:])]


def as_markdown(table: TableOfAuthorities) -> str:
    """Return a section with a table for each category."""
    lines = [f"## {TITLE}", ""]
    for section in table.sections:
        lines += [f"### {escape_markdown(section.title)}", ""]
        lines += ["| Authority | Pages |", "|:--|--:|"] if table.paged else ["| Authority |", "|:--|"]
        for entry in section.entries:
            name, rest = (escape_markdown(" ".join(words.split())) for words in emphasized(entry))
            words = (f"*{name}*" if name else "") + (f" {rest}" if name and rest[:1].isalnum() else rest)
            lines.append(f"| {words} | {escape_markdown(entry.reference)} |" if table.paged else f"| {words} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_html(table: TableOfAuthorities) -> str:
    """Return a section with a table for each category."""
    out = [f'<section class="table-of-authorities">\n<h2>{TITLE}</h2>\n']
    for section in table.sections:
        head = '<th scope="col">Authority</th>' + ('<th scope="col">Pages</th>' if table.paged else "")
        out.append(f"<table>\n<caption>{escape_html(section.title)}</caption>\n")
        out.append(f"<thead><tr>{head}</tr></thead>\n<tbody>\n")
        for entry in section.entries:
            name, rest = map(escape_html, emphasized(entry))
            pages = f"<td>{escape_html(entry.reference)}</td>" if table.paged else ""
            out.append(f"<tr><td>{f'<em>{name}</em>' if name else ''}{rest}</td>{pages}</tr>\n")
        out.append("</tbody>\n</table>\n")
    return "".join([*out, "</section>\n"])
