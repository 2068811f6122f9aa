"""What a whole document tells about names that leave their state or act unsaid.

``Penal Code section 844``, ``section 240 of the Act``, ``Const. 1963, art. 6``, ``Code § 65.2-710``: the practice of
each state at home (Indigo Book T3, local notes).
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import attrs

from citeparse.data import codes
from citeparse.data._lazy import lazy
from citeparse.data.codes import Code, Named, code_of, codes_of
from citeparse.data.constitutions import charter_of, charter_series
from citeparse.data.court_rules import at_home, declared
from citeparse.data.session_laws import series_of, shared_by
from citeparse.data.states import state_of_court, states
from citeparse.normalizer._section_list import first_number
from citeparse.normalizer.code_facts import CODED, Facts, gather, number_of
from citeparse.span import Piece, Span
from citeparse.tokens import (
    ConstitutionToken,
    FullCaseToken,
    RegulationToken,
    RuleToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    Token,
)

__all__ = ["home_of", "settled"]

TELLING = (FullCaseToken, ShortCaseToken, StatuteToken, RegulationToken, ConstitutionToken, RuleToken)

_FOOTNOTE = lazy(r"(?P<number>.*[0-9A-Za-z])\.[0-9]{1,2}\Z", re.DOTALL)
_SENTENCE_END = lazy(r"\s|[”\"’)]\s|\Z")
_FIRST = lazy(r"[A-Z][A-Za-z‘']*\.?(?:[A-Z]\.)*")


def settled(
    text: str, tokens: Sequence[Token], court: str | None = None, known: Sequence[Token] = ()
) -> tuple[Token, ...]:
    """Return the tokens with names that several codes share replaced by the one that this document means.

    ``known`` are citations that tell as much of it as its own.
    """
    view = _View(text, (*known, *tokens), court)
    return tuple([view.settle(token) for token in tokens])


def home_of(tokens: Sequence[Token], court: str | None = None) -> str:
    """Return the jurisdiction to which most of the codes and reporters of a document belong, or an empty string."""
    given = state_of_court(court) if court else None
    if given is not None:
        return given
    votes: Counter[str] = Counter()
    for token in tokens:
        if isinstance(token, TELLING):
            votes.update(_signals(token))
    return votes.most_common(1)[0][0] if votes else ""


def _signals(token: Token) -> list[str]:
    found = [_state(words) for words in (token.series, token.court.text if token.court else "") if words]
    return [state for state in found if state]


def _state(words: str) -> str:
    """Return the jurisdiction with whose abbreviation the words begin: ``Cal. App. 2d``, ``Va. 2001``."""
    names = _abbreviations()
    first = _FIRST.match(words)
    if first is None:
        return ""
    two = " ".join(words.split(" ", 2)[:2])
    return names.get(two, "") or names.get(first.group(), "")


class _View:
    """What the tokens of one document tell together; worked out when first asked for."""

    __slots__ = ("_court", "_declared", "_facts", "_home", "_named_rules", "_rules", "_text", "_tokens")

    def __init__(self, text: str, tokens: Sequence[Token], court: str | None) -> None:
        self._text = text
        self._tokens = tokens
        self._declared: tuple[Named | None] | None = None
        self._court = court
        self._home: str | None = None
        self._facts: Facts | None = None
        self._named_rules: frozenset[str] | None = None
        self._rules: str | None = None

    @property
    def home(self) -> str:
        """The document's own jurisdiction."""
        if self._home is None:
            self._home = home_of(self._tokens, self._court)
        return self._home

    @property
    def facts(self) -> Facts:
        """The sections that the document cites with their codes."""
        if self._facts is None:
            self._facts = gather(self._tokens)
        return self._facts

    @property
    def named_rules(self) -> frozenset[str]:
        """The numbers of the rules that the document cites with their sets."""
        if self._named_rules is None:
            self._named_rules = frozenset(
                [number_of(token) for token in self._tokens if isinstance(token, RuleToken) and token.series],
            )
        return self._named_rules

    @property
    def declared(self) -> Named | None:
        """The code to which the text says that its bare sections belong."""
        if self._declared is None:
            self._declared = (codes.declared(self._text),)
        return self._declared[0]

    def settle(self, token: Token) -> Token:
        """Return the token, completed where the document tells how."""
        if isinstance(token, CODED) and "volume" not in token.parts:
            return self._code(_without_footnote(self._text, token, self))
        if isinstance(token, ConstitutionToken):
            return self._charter(token)
        if isinstance(token, StatuteToken):
            return self._session(token)
        if isinstance(token, RuleToken) and not token.series:
            return self._rule(token)
        return token

    def _code(self, token: Token) -> Token:
        rule = _RULES.get(token.series)
        if rule is not None:
            return rule(self, token)
        if token.series == "U.S.C." and "code" not in token.parts:
            return self._title(token)
        if isinstance(token, SectionToken) and not token.series:
            return self._bare(token)
        return self._named(token, codes_of(token.series))

    def _named(self, token: Token, candidates: Sequence[Code]) -> Token:
        """Replace a name that several codes share."""
        alone = len({code.standard for code in candidates}) < 2
        if alone and not (candidates and token.series in candidates[0].acts):
            return token
        chosen = self._choose(token, candidates)
        if chosen is None:
            return _like(token, self.facts.same(number_of(token)))
        if token.series in chosen.acts:
            return _of_act(token, chosen)
        return attrs.evolve(token, series=chosen.standard)

    def _choose(self, token: Token, candidates: Sequence[Code]) -> Code | None:
        """The code cited elsewhere with this section, else that of the home state, else of the state most cited."""
        same = self.facts.with_section.get(number_of(token))
        if same is not None:
            code = code_of(same.series)
            if code in candidates:
                return code
        chapter = "chapter" in token.parts
        fitting = [code for code in candidates if chapter == ("{chapter}" in code.form)] or list(candidates)
        for code in fitting:
            if code.jurisdiction == self.home:
                return code
        cited = [code for code in fitting if self.facts.jurisdictions[code.jurisdiction]]
        return max(cited, key=lambda code: self.facts.jurisdictions[code.jurisdiction]) if cited else None

    def the_code(self, token: Token) -> Token:
        """``Code § 65.2-710`` in Virginia; elsewhere ``section 115-7.3 of the Code`` is of the code cited with it."""
        same = self.facts.same(number_of(token))
        if same is None and self.home == "us-va":
            return attrs.evolve(token, series="Va. Code Ann.")
        if same is None and self.facts.tax:
            return attrs.evolve(token, series="I.R.C.")
        return _like(token, same or self.facts.most_cited)

    def the_act(self, token: Token) -> Token:
        """``section 240 of the Act``: the act that the document names, the most cited one if there are several."""
        same = self.facts.acts_with_section.get(number_of(token))
        return attrs.evolve(token, series=same or self.facts.act or token.series)

    def _title(self, token: Token) -> Token:
        """``section 903 of title 47``: of the code of which the document cites that title."""
        return _like(token, self.facts.with_title.get(token.parts["title"].text)) if "title" in token.parts else token

    def _charter(self, token: Token) -> Token:
        charter = charter_of(token.series)
        if charter is None or charter.jurisdiction:
            return token
        named = token.parts.get("code")
        whole = named is None or named.text.lower() == "constitution"
        known = "U.S. Const." if named is None and "clause" in token.parts else self.facts.charter if whole else ""
        home = "us" if whole or self.home in ("", "us-dc") else self.home
        return attrs.evolve(token, series=known or charter_series(home, token.series) or token.series)

    def _session(self, token: Token) -> Token:
        shared = shared_by(token.series) if series_of(token.series) is None else ()
        chosen = next((series for series in shared if series.jurisdiction == self.home), None)
        return attrs.evolve(token, series=chosen.standard) if chosen is not None else token

    def _bare(self, token: Token) -> Token:
        """A section of the code that the text declares, unless it cites that section with a code."""
        named = self.declared
        if named is None or self.facts.same(number_of(token)) is not None:
            return token
        chosen = named.codes[0] if len(named.codes) == 1 else self._choose(token, named.codes)
        if chosen is None or "{title}" in chosen.form:
            return token
        return attrs.evolve(token, series=chosen.standard)

    def _rule(self, token: Token) -> Token:
        """A rule of the set that the text declares.

        Else ``Rule 84.04`` in Missouri: the state courts' set, unless the document names a set with that number.
        """
        if self._rules is None:
            self._rules = declared(self._text)
        series = self._rules
        if not series and "section" in token.parts and number_of(token) not in self.named_rules:
            series = at_home(token.parts["section"].text, self.home)
        return attrs.evolve(token, series=series) if series else token


def _of_act(token: Token, code: Code) -> Token:
    """Illinois: ``section 2-1401 of the Code of Civil Procedure`` is ``735 ILCS 5/2-1401``."""
    title, _, act = code.acts[token.series].partition("/")
    place = token.parts["code"].span if "code" in token.parts else token.span
    parts = {**token.parts, "title": Piece(title, *place), "act": Piece(act, *place)}
    return attrs.evolve(token, series=code.standard, parts=parts)


def _like(token: Token, other: Token | None) -> Token:
    """Give a token the code of another: series, title and, in Illinois, the act before the slash."""
    if other is None:
        return token
    parts = dict(token.parts)
    for name in ("title", "chapter"):
        if name in other.parts and name not in parts:
            parts[name] = other.parts[name]
    act, slash, _ = number_of(other).partition("/")
    if slash:
        parts["act"] = Piece(act, *other.parts["section"].span)
    return attrs.evolve(token, series=other.series, parts=parts)


def _without_footnote(text: str, token: Token, view: _View) -> Token:
    """``§ 853.1`` where the document has ``§ 853``: the digit after the period is a footnote mark."""
    sections = token.parts.get("sections")
    if sections is None or "." not in sections.text[-3:] or not _SENTENCE_END.match(text, token.span.end):
        return token
    found = _FOOTNOTE.match(sections.text)
    if found is None or sections.end != token.span.end:
        return token
    last = first_number(found.group("number")).rpartition(" ")[2]
    facts = view.facts
    dotted = facts.dotted or (view.declared is not None and not view.declared.codes[0].flat)
    flat = isinstance(token, SectionToken) and not dotted
    if not flat and (not facts.numbers[last] or facts.numbers[number_of(token)] > 1):
        return token
    return _cut(token, sections.start + found.end("number"))


def _cut(token: Token, end: int) -> Token:
    """End a token at an earlier place."""
    parts = {name: Piece(p.text[: max(0, end - p.start)], p.start, min(p.end, end)) for name, p in token.parts.items()}
    full = Span(token.full_span.start, end if token.full_span.end == token.span.end else token.full_span.end)
    words = token.text[: end - token.span.start]
    return attrs.evolve(token, span=Span(token.span.start, end), text=words, full_span=full, parts=parts)


_RULES: Mapping[str, Callable[[_View, Token], Token]] = {"Code": _View.the_code, "Act": _View.the_act}
"""Names that say neither state nor act."""


@functools.cache
def _abbreviations() -> Mapping[str, str]:
    return {name: state.jurisdiction for state in states().values() for name in (state.abbr, *state.other)}
