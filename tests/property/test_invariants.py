"""What holds of every text: no exception, spans inside the text and in order, words where the spans say."""

import itertools

import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse

EXAMPLES = settings(max_examples=300, deadline=None)

anything = st.one_of(strategies.pieces(), strategies.noisy_opinions(), strategies.texts())


def facts(doc):
    """Everything that is read of a document, as plain values."""
    return [
        (c.kind, c.span, c.full_span, c.canonical, c.key, c.pins, c.case_name, c.court, c.year, c.docket, c.signal)
        for c in doc.citations
    ]


@EXAMPLES
@given(anything)
def test_spans_lie_inside_the_text_in_order(text):
    """Cores are not empty, do not overlap, and lie inside their full spans."""
    citations = citeparse.parse(text).citations
    for c in citations:
        assert 0 <= c.full_span.start <= c.span.start < c.span.end <= c.full_span.end <= len(text)
    for one, other in itertools.pairwise(citations):
        assert one.span.end <= other.span.start


@EXAMPLES
@given(anything)
def test_what_is_stored_is_what_the_text_says_there(text):
    """The core, its components and its pins are slices of the text inside the full span."""
    for c in citeparse.parse(text).citations:
        assert text[slice(*c.span)] == c.text
        for span in c.components.values():
            assert c.full_span.start <= span.start <= span.end <= c.full_span.end
        for pin in c.pins:
            assert text[slice(*pin.span)] == pin.printed
        t = c.token
        for piece in (*t.parts.values(), *t.pins, t.signal, t.docket, t.court, t.date):
            if piece is not None:
                assert text[piece.start : piece.end] == piece.text


@EXAMPLES
@given(anything)
def test_every_property_of_every_citation_can_be_read(text):
    """Nothing that is derived when read raises."""
    doc = citeparse.parse(text)
    for c in doc.citations:
        for name, value in vars(type(c)).items():
            if isinstance(value, property):
                getattr(c, name)
        assert doc.at(c.span.start) is c
    assert all(doc.mentions(authority) for authority in doc.authorities)


@EXAMPLES
@given(anything)
def test_links_lead_to_citations_of_the_same_document(text):
    """An antecedent is another citation; a host is another citation, and nesting ends."""
    citations = citeparse.parse(text).citations
    for c in citations:
        assert c.antecedent is None or c.antecedent.index != c.index
        depth, host = 0, c.inside
        while host is not None:
            depth, host = depth + 1, host.host.inside
            assert depth <= len(citations)


@EXAMPLES
@given(anything)
def test_the_same_text_is_read_the_same_way_twice(text):
    assert facts(citeparse.parse(text)) == facts(citeparse.parse(text))
