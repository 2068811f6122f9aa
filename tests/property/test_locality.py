"""A text is read place by place: what stands far away changes nothing here; two texts in a row cite what both cite.

Four things look at a whole document, and are kept out of the way: short names (``Lynch at 468``) lean on names before
them, a core is a short form when it stands there again, a caption is told from a citation near the beginning, and bare
sections in a text that cites nothing are none.
"""

import mutations
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse
from citeparse.documents._moved import moved
from citeparse.span import Span
from citeparse.tokens import ReferenceToken

EXAMPLES = settings(max_examples=100, deadline=None)

PROSE = "The court heard the parties and took the matter under advisement. "
BETWEEN = "\n\n" + PROSE * 60 + "\n\n"
"""Longer than any look to the left or the right."""
CITED = "See 1 U.S. 1.\n\n" + BETWEEN
"""A beginning after which nothing is part of a caption."""

anything = st.one_of(mutations.mutated_opinions(600), strategies.pieces())


def inside(text, low, high):
    """Return the tokens of a stretch as if it began at 0; short names are left out, and links lead to places."""
    tokens = citeparse.tokenize(text)
    kept = tuple([t for t in tokens if low <= t.span.start < high and not isinstance(t, ReferenceToken)])
    back = moved(kept, lambda span: Span(span.start - low, span.end - low))
    return [
        (here, [None if i is None else tokens[i].span.start - low for i in (t.parallel, t.inside, t.string)])
        for t, here in zip(kept, unlinked(back), strict=True)
    ]


def unlinked(tokens):
    said = [repr(t).partition(", parallel=")[0] + f", relation={t.relation}, history={t.history}" for t in tokens]
    return [words.replace("ShortCaseToken", "FullCaseToken") for words in said]


@EXAMPLES
@given(anything, anything, anything)
def test_what_follows_far_away_changes_nothing(here, one, other):
    low, high = len(CITED), len(CITED) + len(here)
    assert inside(CITED + here + BETWEEN + one, low, high) == inside(CITED + here + BETWEEN + other, low, high)


@EXAMPLES
@given(anything, anything)
def test_what_stands_far_before_changes_nothing(here, before):
    text = CITED + before + BETWEEN
    assert inside(text + here, len(text), len(text + here)) == inside(CITED + here, len(CITED), len(CITED + here))


@EXAMPLES
@given(anything, anything)
def test_two_texts_in_a_row_give_the_citations_of_both(one, other):
    first, second = CITED + one + BETWEEN, CITED + other
    both, alone = first + second, inside(first, 0, len(first))
    assert inside(both, 0, len(first)) == alone
    assert inside(both, len(first), len(both)) == inside(second, 0, len(second))
