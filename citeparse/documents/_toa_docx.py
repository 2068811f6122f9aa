"""Tables of authorities as Word documents, by python-docx."""

from __future__ import annotations

import os
import re
from typing import IO, TYPE_CHECKING, Any

from citeparse.documents._toa_formats import TITLE, emphasized

if TYPE_CHECKING:
    from citeparse.documents.toa import TableOfAuthorities

__all__ = ["write"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold."""


def write(table: TableOfAuthorities, path: str | os.PathLike[str] | IO[bytes]) -> None:
    """Write headings, and a paragraph for each entry with a leader of dots to the pages at the right margin.

    Raises `ImportError` when python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise ImportError("Word documents are written by python-docx: pip install 'citeparse[docx]'") from error
    document = docx.Document()
    document.add_heading(TITLE, level=1)
    page = document.sections[0]
    margin = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for section in table.sections:
        document.add_heading(_clean(section.title), level=2)
        for entry in section.entries:
            name, rest = emphasized(entry)
            paragraph = document.add_paragraph()
            if name:
                paragraph.add_run(_clean(name)).italic = True
            paragraph.add_run(_clean(rest))
            if entry.reference:
                _leader(paragraph, margin)
                paragraph.add_run(f"\t{_clean(entry.reference)}")
    document.save(os.fspath(path) if isinstance(path, os.PathLike) else path)


def _leader(paragraph: Any, margin: int) -> None:
    """Set a hanging indent, and a tab with dots before it at the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches

    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Inches(0.5), Inches(-0.5)
    form.tab_stops.add_tab_stop(margin, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _clean(words: str) -> str:
    return _NOT_XML.sub("\ufffd", " ".join(words.split()) if words[:1] != " " else " " + " ".join(words.split()))
