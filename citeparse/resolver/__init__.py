"""① tokens → ② links: what refers to what.

One pass. Each token is shown to the rules of its form in the order of `RULES`; the first that decides is named in the
link. A full citation about which no rule decides begins an authority of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from citeparse.links import DEFINED, Answer, KnownLink, Link, Unresolved
from citeparse.resolver import id as id_
from citeparse.resolver import named_later, parallel, record, reference, repeat, section, short_case, supra
from citeparse.resolver import rule as rule_
from citeparse.resolver._state import State
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    LegislativeToken,
    OtherToken,
    RecordToken,
    ReferenceToken,
    RegulationToken,
    RuleToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
    Token,
)

__all__ = ["RULES", "Decision", "Rule", "State", "resolve"]

Decision: TypeAlias = Link | Unresolved | None
"""What a rule says; its indexes count the tokens known beforehand, too."""

_VOLUMED = (AgencyToken, JournalToken, LegislativeToken, RegulationToken, StatuteToken)
_FULL = (*_VOLUMED, BookToken, ConstitutionToken, DocketToken, FullCaseToken, OtherToken, RecordToken, RuleToken)


@attrs.frozen
class Rule:
    """One way in which tokens of some forms refer back."""

    name: str
    forms: tuple[type[Token], ...]
    decide: Callable[[State, int], Decision]
    """Looks at the state and the index of a token; None when the rule says nothing about it."""


RULES: tuple[Rule, ...] = (
    Rule("parallel", (Token,), parallel.decide),
    Rule("id_volume", (IdToken,), id_.volume),
    Rule("id", (IdToken,), id_.decide),
    Rule("supra", (SupraToken,), supra.decide),
    Rule("reference", (ReferenceToken,), reference.decide),
    Rule(DEFINED, (SectionToken,), section.defined),
    Rule("section", (SectionToken,), section.decide),
    Rule("rule", (RuleToken,), rule_.decide),
    Rule("record", (RecordToken,), record.decide),
    Rule("repeat", (*_FULL, ShortCaseToken), repeat.decide),
    Rule("short_case", (ShortCaseToken, *_VOLUMED), short_case.decide),
    Rule("named_later", (RuleToken, SectionToken), named_later.decide),
    Rule("nearest_section", (SectionToken,), section.nearest),
    Rule("nearest_rule", (RuleToken,), rule_.nearest),
    Rule("no_full_citation", (ShortCaseToken, *_VOLUMED), short_case.alone),
)
"""All rules, asked in this order."""


def resolve(
    tokens: Sequence[Token], *, known: Sequence[Sequence[Token]] = (), rules: Sequence[Rule] = RULES
) -> tuple[Answer, ...]:
    """Return for every token what it refers back to; None for a full citation that begins an authority.

    ``known`` are authorities known beforehand, each by its full citation and the parallel ones: what leans on no
    citation of the text may lean on them (`KnownLink`). ``rules`` may be `RULES` with others put in.

    >>> from citeparse.tokenizer import tokenize
    >>> first, again = resolve(tokenize("Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001). Id. at 73."))
    >>> first, again.antecedent, again.rule
    (None, 0, 'id')
    """
    before, owners = _flat(known)
    state = State(before, tokens)
    asked: dict[type[Token], tuple[Callable[[State, int], Decision], ...]] = {}
    answers: list[Decision] = []
    for i, token in enumerate(state.tokens):
        form = type(token)
        if form not in asked:
            asked[form] = tuple([rule.decide for rule in rules if issubclass(form, rule.forms)])
        answer: Decision = None
        for decide in asked[form]:
            answer = decide(state, i)
            if answer is not None:
                break
        state.note(i, answer)
        answers.append(answer)
    if not owners:
        return tuple(answers)
    return tuple([_told(answer, owners) for answer in answers[state.first :]])


def _flat(known: Sequence[Sequence[Token]]) -> tuple[list[Token], list[int]]:
    """Put the citations of all known authorities in a row; say of each to which authority it belongs."""
    tokens: list[Token] = []
    owners: list[int] = []
    for owner, group in enumerate(known):
        first = len(tokens)
        for token in group:
            parallel = None if token.parallel is None else token.parallel + first
            tokens.append(attrs.evolve(token, parallel=parallel))
            owners.append(owner)
    return tokens, owners


def _told(answer: Decision, owners: Sequence[int]) -> Answer:
    """Count from the first token of the text; name what is known beforehand by its place in the caller's list."""
    if answer is None:
        return None
    first = len(owners)
    weighed = tuple([index - first for index in answer.candidates if index >= first])
    foreknown = tuple(dict.fromkeys([owners[index] for index in answer.candidates if index < first]))
    if isinstance(answer, Unresolved):
        return Unresolved(answer.reason, weighed, foreknown)
    if answer.antecedent >= first:
        return attrs.evolve(answer, antecedent=answer.antecedent - first, candidates=weighed)
    return KnownLink(owners[answer.antecedent], answer.rule, weighed, foreknown, answer.flags, answer.same)
