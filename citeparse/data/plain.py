"""Printed words as one plain line: what line breaks, dashes and typographers' quotes did is undone."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy

__all__ = ["name_line", "plain", "title_case"]

_BROKEN = lazy(r"(?<=[A-Za-z])[-\u00ad‐][ \t]*(?:\r?\n)+\s*(?=[a-z])|(?<=[a-z])-[ ](?=[a-z])")
_STAR_PAGE = lazy(r"\*[0-9]{1,5}\s?")
_HYPHENATION = lazy(r"(?<=[a-z])-[ \t]*\r?\n\s*(?=[a-z])")
_TYPE = str.maketrans("‐‑‒–—−’‘“”", "------''\"\"", "\u00ad")
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def plain(words: str) -> str:
    r"""Return the words on one line.

    >>> plain("Random House Dic-\ntionary of  the English Language"), plain("95-\n27"), plain("Black’s")
    ('Random House Dictionary of the English Language', '95- 27', "Black's")
    """
    return " ".join(_BROKEN.sub("", words).translate(_TYPE).split())


def name_line(printed: str) -> str:
    r"""Return a name on one line, without markup, hyphens of line ends and star pages.

    >>> name_line("Hearst Publi-\ncations,\n Inc."), name_line("*Roe* v.\n*563 Wade"), name_line("A &amp; B Co.")
    ('Hearst Publications, Inc.', 'Roe v. Wade', 'A & B Co.')
    """
    if "-" in printed:
        printed = _HYPHENATION.sub("", printed)
    if "*" in printed:
        printed = _STAR_PAGE.sub("", printed)
    if "&" in printed:
        printed = printed.replace("&amp;", "&")
    return " ".join(printed.split()).replace("*", "").replace("_", "")


def title_case(words: str) -> str:
    """Return a title that is printed in capitals as titles are written; others as they are.

    >>> title_case("ANTI-SLAPP LITIGATION"), title_case("Law of Torts")
    ('Anti-Slapp Litigation', 'Law of Torts')
    """
    if not words.isupper() or len(words) < 6:
        return words
    parts = re.split(r"(\s|-)", words.lower())
    return "".join(p if p in _SMALL and i else p[:1].upper() + p[1:] for i, p in enumerate(parts))
