"""① tokens → ② links: what refers to what.

One pass. Each token is shown to the rules of its form in the order of `RULES`; the first that decides is named in the
link. A full citation about which no rule decides begins an authority of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from citeparse.links import Link, Unresolved
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

__all__ = ["RULES", "Rule", "resolve"]

Answer: TypeAlias = Link | Unresolved | None

_VOLUMED = (AgencyToken, JournalToken, LegislativeToken, RegulationToken, StatuteToken)
_FULL = (*_VOLUMED, BookToken, ConstitutionToken, DocketToken, FullCaseToken, OtherToken, RecordToken, RuleToken)


@attrs.frozen
class Rule:
    """One way in which tokens of some forms refer back."""

    name: str
    forms: tuple[type[Token], ...]
    decide: Callable[[State, int], Answer]
    """Looks at the state and the index of a token; None when the rule says nothing about it."""


RULES: tuple[Rule, ...] = (
    Rule("parallel", (Token,), parallel.decide),
    Rule("id", (IdToken,), id_.decide),
    Rule("supra", (SupraToken,), supra.decide),
    Rule("reference", (ReferenceToken,), reference.decide),
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
    tokens: Sequence[Token], *, known: Sequence[Token] = (), rules: Sequence[Rule] = RULES
) -> tuple[Answer, ...]:
    """Return for every token what it refers back to; None for a full citation that begins an authority.

    ``known`` are full citations that count as cited before the text begins; a link to one of them has a negative
    antecedent, so that ``known[link.antecedent]`` is it. ``rules`` may be `RULES` with others put in.
    """
    state = State(known, tokens)
    asked: dict[type[Token], tuple[Callable[[State, int], Answer], ...]] = {}
    answers: list[Answer] = []
    for i, token in enumerate(state.tokens):
        form = type(token)
        if form not in asked:
            asked[form] = tuple([rule.decide for rule in rules if issubclass(form, rule.forms)])
        answer: Answer = None
        for decide in asked[form]:
            answer = decide(state, i)
            if answer is not None:
                break
        state.note(i, answer)
        answers.append(answer)
    if not state.first:
        return tuple(answers)
    return tuple([_shifted(answer, state.first) for answer in answers[state.first :]])


def _shifted(answer: Answer, by: int) -> Answer:
    """Count from the first token of the text: what is known beforehand gets negative indexes."""
    if answer is None:
        return None
    candidates = tuple([index - by for index in answer.candidates])
    if isinstance(answer, Unresolved):
        return attrs.evolve(answer, candidates=candidates)
    return attrs.evolve(answer, antecedent=answer.antecedent - by, candidates=candidates)
