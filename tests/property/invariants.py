"""What holds of the document of every text whatever, for the tests and for the fuzzer."""

import itertools
import pickle

import citeparse

__all__ = ["check", "facts", "text_of"]


def text_of(data):
    """Return the text of any bytes: UTF-8, with lone surrogates for what is none."""
    return data.decode("utf-8", "surrogateescape")


def check(text):
    """Parse a text and assert all that must hold."""
    doc = citeparse.parse(text)
    _places(doc)
    _words(doc)
    _relations(doc)
    _everything_is_readable(doc)
    back = pickle.loads(pickle.dumps(doc))  # noqa: S301
    assert facts(back) == facts(doc) == facts(citeparse.parse(text))


def facts(doc):
    """Return everything that is told of a document, as plain lists."""
    return [
        [
            c.kind, *c.span, *c.full_span, str(c), c.canonical, c.key, c.cluster, [a.key for a in c.authorities],
            [str(pin) for pin in c.effective_pins], c.case_name, c.court, c.year, str(c.date), c.docket, c.signal,
            c.treatment, c.url, repr(c.link), [p.text for p in c.parentheticals], [o.index for o in c.parallels],
            c.inside and [c.inside.host.index, c.inside.relation], c.sentence and [*c.sentence],
            c.quotation and [*c.quotation],
        ]
        for c in doc.citations
    ]  # fmt: skip


def _places(doc):
    """Cores are not empty, do not overlap, stand in order; all that belongs to one lies inside its full span."""
    size = len(doc.text)
    for c in doc.citations:
        assert 0 <= c.full_span.start <= c.span.start < c.span.end <= c.full_span.end <= size
        for span in c.components.values():
            assert c.full_span.start <= span.start <= span.end <= c.full_span.end
        for span in (c.sentence, c.quotation):
            assert span is None or 0 <= span.start <= span.end <= size
        for words in c.parentheticals:
            assert c.full_span.start <= words.span.start < words.span.end <= c.full_span.end
            assert words.span.end <= c.span.start or c.span.end <= words.span.start
    for one, other in itertools.pairwise(doc.citations):
        assert one.span.end <= other.span.start


def _words(doc):
    """What is stored is what the text says there: before anything is borrowed from elsewhere, of every token."""
    for t in citeparse.tokenize(doc.text):
        parties = (t.name.plaintiff, t.name.defendant) if t.name is not None else ()
        pieces = (*t.parts.values(), *t.pins, t.signal, t.docket, t.court, t.date, *parties)
        assert all(p is None or doc.text[p.start : p.end] == p.text for p in pieces)
        assert all(t.full_span.start <= p.start <= p.end <= t.full_span.end for p in t.parts.values())
    for c in doc.citations:
        assert doc.text[slice(*c.span)] == c.text
        assert all(doc.text[slice(*pin.span)] == pin.printed for pin in c.pins)


def _relations(doc):
    """Antecedents, hosts and groups are citations of the document; nothing stands inside itself."""
    count = len(doc.citations)
    for c in doc.citations:
        assert c.antecedent is None or c.antecedent.index != c.index
        assert all(c.index in [o.index for o in other.parallels] for other in c.parallels)
        host, depth = c.inside, 0
        while host is not None:
            host, depth = host.host.inside, depth + 1
            assert depth <= count


def _everything_is_readable(doc):
    """Whatever can be asked has an answer."""
    for c in doc.citations:
        for name, value in vars(type(c)).items():
            if isinstance(value, property):
                getattr(c, name)
        assert doc.at(c.span.start) is c
        assert (c.authority is None) == (c.key is None)
        assert repr(c)
    for authority in doc.authorities:
        assert doc.mentions(authority)
        assert str(authority)
        assert authority.short()
