"""Parentheticals after a citation: where each ends, and of what type it is (Indigo Book R10)."""

from __future__ import annotations

import re

__all__ = ["closing", "parenthetical_type"]

LONGEST = 3000
"""A parenthetical is read no further than this many characters."""

_BRACKET = re.compile(r"[()]|(?<=[.?!”\"])[ \t]*\r?\n[ \t]*\r?\n")
_BREAK_AFTER = re.compile(r"\s?[.;](?:\s|$)")

_TYPES = (
    ("quoting", re.compile(r"(?:\w+\s)?quoting\b|quoted\sin\b|\(quoting\b", re.IGNORECASE)),
    ("citing", re.compile(r"(?:\w+\s)?(?:citing|cited\sin|cites)\b", re.IGNORECASE)),
    (
        "weight",
        re.compile(
            r"en\sbanc|in\sbanc|per\scuriam|mem\.|memorandum|plurality|table\b|unpublished|opinion\sof|op\.|slip\sop"
            r"|[A-Z][\w.’'-]+,?\s(?:C\.\s?)?J\.,?\s?|[0-9]-[0-9]\sdecision|dicta|dictum|in\schambers|same\)|majority|lead\sopinion"
            r"|dis\.|conc\.|concurring|dissenting",
        ),
    ),
    (
        "alteration",
        re.compile(
            r"(?:internal|citations?|emphas[ie]s|alterations?|quotations?|footnotes?|brackets?|ellips[ie]s|cleaned|first|second|some|marks)\b"
            r".{0,80}?\b(?:omitted|added|original|ours|up|marks?|supplied|deleted|removed|mine)\b|cleaned\sup",
            re.DOTALL,
        ),
    ),
    ("defines", re.compile(r"(?:the\s|hereinafter\s|collectively,?\s)?[“\"]\w")),
)


def closing(text: str, opening: int) -> int:
    """Return the offset after the bracket that closes the one at ``opening``; where none does, a likely end.

    A bracket that is never closed ends where the citation sentence does: after the last bracket that closed
    inside it and is followed by a period or semicolon.
    """
    limit = min(len(text), opening + LONGEST)
    depth = 0
    fallback = 0
    for match in _BRACKET.finditer(text, opening, limit):
        char = match.group()
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return match.end()
            if depth == 1 and not fallback and _BREAK_AFTER.match(text, match.end()):
                fallback = match.end()
        else:
            break
    return fallback or _sentence_end(text, opening, limit)


def _sentence_end(text: str, opening: int, limit: int) -> int:
    end = text.find("\n\n", opening, min(limit, opening + 400))
    return end if end > 0 else min(limit, opening + 1)


def parenthetical_type(words: str) -> str:
    """Return what a parenthetical other than court and date is: ``quoting``, ``weight``, ``explanatory`` …"""
    for name, pattern in _TYPES:
        if pattern.match(words):
            return name
    return "explanatory"
