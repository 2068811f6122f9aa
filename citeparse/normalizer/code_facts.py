"""What a document cites with its code, act or constitution: the evidence for names that leave those unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from citeparse.data._lazy import lazy
from citeparse.data.codes import code_of
from citeparse.data.constitutions import charter_of
from citeparse.normalizer._section_list import first_number
from citeparse.tokens import ConstitutionToken, RegulationToken, SectionToken, StatuteToken, Token

__all__ = ["CODED", "UNSAID", "Facts", "gather", "number_of"]

CODED = (StatuteToken, RegulationToken, SectionToken)
"""Tokens that cite sections of codes."""
_DOTTED = lazy(r"[0-9A-Z-]{1,12}\.[0-9]{1,4}(?:\s?\(|-[0-9])")
UNSAID = ("Code", "Act")
"""Names that say neither state nor act."""


@attrs.frozen
class Facts:
    """What a document cites with its code, act or constitution."""

    with_section: Mapping[str, Token]
    with_end: Mapping[str, Token]
    with_title: Mapping[str, Token]
    acts_with_section: Mapping[str, str]
    jurisdictions: Counter[str]
    numbers: Counter[str]
    most_cited: Token | None
    act: str
    charter: str
    tax: bool
    """Whether it cites Treasury regulations and no code but the Internal Revenue Code."""
    dotted: bool
    """Whether any code cited has sections with periods."""

    def same(self, number: str) -> Token | None:
        """Return a token that cites this section, or one that ends so, with its code."""
        return self.with_section.get(number) or self.with_end.get(number)


def gather(tokens: Sequence[Token]) -> Facts:
    """Gather what the tokens of one document tell."""
    coded = [t for t in tokens if isinstance(t, CODED) and "section" in t.parts and "volume" not in t.parts]
    named = [t for t in coded if _is_code(t)]
    acts = [t for t in coded if _is_act(t)]
    charters = [t.series for t in tokens if isinstance(t, ConstitutionToken)]
    series = Counter(t.series for t in named)
    usual = max(named, key=lambda t: series[t.series]) if named else None
    return Facts(
        with_section={number_of(t): t for t in reversed(named)},
        with_end={end: t for t in reversed(named) for end in _ends(number_of(t))},
        with_title={t.parts["title"].text: t for t in reversed(named) if "title" in t.parts},
        acts_with_section={number_of(t): t.series for t in acts},
        jurisdictions=Counter(code.jurisdiction for t in named if (code := code_of(t.series)) is not None),
        numbers=Counter(number_of(t) for t in coded),
        most_cited=usual,
        act=_most(Counter(t.series for t in acts)),
        charter=_most(Counter(s for s in charters if (charter := charter_of(s)) and charter.jurisdiction)),
        tax=usual is not None and _is_tax(usual),
        dotted=any(_is_dotted(t) for t in tokens),
    )


def _is_dotted(token: Token) -> bool:
    """Whether a section has a period: a code's, or one with subsections, ``§ 18.4(c)``; others may be footnotes'."""
    if token.series:
        return "." in number_of(token)
    sections = token.parts.get("sections")
    return sections is not None and _DOTTED.match(sections.text) is not None


def _is_code(token: Token) -> bool:
    """Whether a token names a code that its series alone identifies."""
    code = code_of(token.series)
    return code is not None and not code.codified and token.series not in UNSAID and token.series not in code.acts


def _is_tax(token: Token) -> bool:
    title = token.parts.get("title")
    federal = token.series == "C.F.R." and title is not None and title.text == "26"
    return federal or token.series.endswith("Treas. Reg.")


def _ends(number: str) -> tuple[str, str]:
    """``5/115-7.4`` may be cited as ``115-7.4`` and as ``7.4``."""
    return number.rpartition("/")[2], number.replace("/", "-").rpartition("-")[2]


def _is_act(token: Token) -> bool:
    code = code_of(token.series)
    return token.series not in UNSAID and ((code is not None and bool(code.codified)) or token.series.endswith("Act"))


def _most(counts: Counter[str]) -> str:
    return counts.most_common(1)[0][0] if counts else ""


def number_of(token: Token) -> str:
    """Return the number of the first section that a token cites, as keys have it."""
    piece = token.parts.get("section")
    return first_number(piece.text) if piece is not None else ""
