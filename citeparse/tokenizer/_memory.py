"""What the structure pass remembers of the document: names and first pages cited, and the document's own citation."""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokens import (
    AgencyToken,
    DocketToken,
    FullCaseToken,
    RecordToken,
    ReferenceToken,
    ShortCaseToken,
    SupraToken,
    Token,
)

__all__ = ["Identity", "Memory", "identity"]

Identity = tuple[str, str, str]
"""Volume, series and page of a case."""

CAPTION = 3000
"""The caption of a document is looked for in so many characters."""

HEAD = 1000
"""A neutral citation that has a line to itself so near the beginning is the document's own."""

YEAR = 4
"""The volume of a neutral citation is a year."""

SHORTEST = 600
"""A text of fewer characters has no caption."""

_CITE_AS = lazy(r"(?:[Cc]it(?:e[ds]?|ations?)(?:\s+as)?:?|(?:^|\n)[ \t]*SLIP\sOPINION\sNO\.)[\s*]*$")
_LINE_START = lazy(r"(?:^|(?:\n[ \t]*){1,3})[ \t*#]*$")
_LINE_END = lazy(r"(?:\s*\((?:[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},\s)?[0-9]{4}\))?(?:[ \t*]*(?:\r?\n|$)){1,3}")
_DEFINED = lazy(r"(?:hereinafter,?\s|the\s|collectively,?\s){0,2}[“\"‘']?([A-Z][^”\"()\[\]]{1,48}?),?[”\"’']\s*$")
_NEXT_WORD = lazy(r"(?<![^\s(\[“\"‘])[A-Z]\S*")
LONGEST_NAME, MOST_WORDS = 80, 8
_CAPITALISED = lazy(r"[A-Z][\w’'-]{2,}")


class Memory:
    """State of one pass over one document."""

    __slots__ = ("called", "names", "own", "pages")

    def __init__(self, known: Sequence[Token] = ()) -> None:
        """Begin with the names and first pages of ``known`` citations."""
        cases = [token for token in known if isinstance(token, FullCaseToken)]
        named = " ".join(token.name.text for token in cases if token.name is not None)
        self.names: set[str] = {_bare(word) for word in _CAPITALISED.findall(named)}
        self.called: dict[str, bool] = {}
        """Short names that the text defines, and whether of a document of the record."""
        self.pages: set[Identity] = {_identity(token) for token in cases}
        self.own: set[Identity] = set()

    def note(self, text: str, hit: Hit) -> None:
        """Remember the words of a case name, and the short names that are defined: ``Lynch at 468`` may follow."""
        recorded = hit.form is RecordToken
        for bracket in hit.parentheticals:
            defined = _DEFINED.match(bracket.text) if bracket.type == "defines" else None
            if defined is not None:
                self.called[" ".join(defined.group(1).split())] = recorded
        if "nickname" in hit.parts:
            self.called[" ".join(text[slice(*hit.parts["nickname"])].split())] = recorded
        if hit.name is not None and hit.form in (FullCaseToken, ShortCaseToken):
            words = _CAPITALISED.findall(text, hit.name.start, hit.name.end)
            self.names.update([_bare(word) for word in words])

    def widen(self, text: str, hit: Hit, floor: int) -> None:
        """Let a name before its page begin where the defined name does: ``POSCO I at 1417``, ``Remand Results at 4``.

        The name of a document of the record makes the citation one of that document.
        """
        if not self.called or not hit.pins:
            return
        for word in list(_NEXT_WORD.finditer(text, max(floor, hit.end - LONGEST_NAME), hit.end))[-MOST_WORDS:]:
            recorded = self.called.get(" ".join(text[word.start() : hit.end].split()))
            if recorded is not None:
                hit.start = hit.full_start = word.start()
                hit.form = RecordToken if recorded else ReferenceToken
                hit.parts = {"document" if recorded else "name": (hit.start, hit.end)}
                return

    def is_citation(self, text: str, hit: Hit) -> bool:
        """Return whether a core is a citation, seen with its structure.

        A docket number alone needs a history phrase, or a name and a court or date; a name with a pin must be that of
        a case already cited; ``supra`` without a name points into the document itself.
        """
        reported = hit.form is AgencyToken and "volume" in hit.parts and "page" in hit.parts
        full = hit.form is FullCaseToken or (hit.form is ShortCaseToken and not hit.pins) or reported
        if full and (hit.name is None or not hit.name.plaintiff):
            mine = identity(text, hit)
            if _is_furniture(text, hit, neutral=len(mine[0]) == YEAR and self.own <= {mine}):
                self.own.add(mine)
                return False
        if hit.form is DocketToken:
            return hit.history or (hit.name is not None and bool(hit.court or hit.date))
        if hit.form is SupraToken:
            return hit.name is not None
        if hit.form is ReferenceToken:
            name = text[hit.start : hit.end]
            return bool(hit.pins) and (_bare(name) in self.names or " ".join(name.split()) in self.called)
        return True

    def without_own(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Leave out the document's own citation where it stands with its caption."""
        if not self.own:
            return hits
        return [
            h for h in hits
            if h.start > CAPTION or h.pins or h.form is not FullCaseToken or identity(text, h) not in self.own
        ]


def identity(text: str, hit: Hit) -> Identity:
    """Return volume, series and page of a full case citation; reports cited by paragraph have no volume."""
    return text[slice(*hit.parts.get("volume", (0, 0)))], hit.series, text[slice(*hit.parts["page"])]


def _identity(token: Token) -> Identity:
    volume, page = [token.parts[name].text if name in token.parts else "" for name in ("volume", "page")]
    return volume, token.series, page


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _is_furniture(text: str, hit: Hit, *, neutral: bool) -> bool:
    """Whether the core is the document's own: ``Cite as: 581 U. S. 443``, the mark ``[58 Va.App. 246]``, a heading.

    A ``neutral`` one, ``2026 UT 7``, is so by a line to itself at the head of the document, if no other has been.
    """
    low = max(0, hit.start - 40)
    if _CITE_AS.search(text, low, hit.start):
        return True
    if text[max(0, hit.start - 1) : hit.start] + text[hit.end : hit.end + 1] in ("[]", "<>"):
        return True
    above, below = _LINE_START.search(text, low, hit.start), _LINE_END.match(text, hit.end)
    if hit.pins or above is None or below is None or len(text) < SHORTEST:
        return False
    return (neutral and hit.start < HEAD) or low == 0 or above.group().count("\n") > 1 or below.group().count("\n") > 1
