"""What is kept while a text is read, and after: nothing of a document that nobody holds."""

import gc
import itertools
import sys
import tracemalloc
import weakref
from pathlib import Path

import pytest

import citeparse
from benchmarks import cold, contenders

SAMPLES = sorted((Path(cold.__file__).parent / "samples").glob("*.txt"))
MEGABYTE = 1_000_000


class Text(str):  # noqa: SLOT000 - what is watched has a `__weakref__`
    """A text that can be watched."""


@pytest.fixture
def _no_collector():
    """Let reference counts alone free what is free."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize("path", SAMPLES[::6], ids=lambda path: path.stem)
def test_nothing_keeps_a_text_that_was_tokenized(path):
    """Neither a table nor a pattern, and no circle of references."""
    text = Text(path.read_text(encoding="utf-8"))
    watched = weakref.ref(text)
    tokens = citeparse.tokenize(text)
    links = citeparse.resolve(tokens)
    del text
    assert tokens
    assert links
    assert watched() is None


@pytest.mark.parametrize("path", SAMPLES[::6], ids=lambda path: path.stem)
def test_nothing_keeps_a_document_that_is_gone(path):
    """However much of it was read."""
    text = Text(path.read_text(encoding="utf-8"))
    doc = citeparse.parse(text)
    contenders.read_all(doc)
    assert [(c.sentence, c.quotation) for c in doc.citations]
    watched = [weakref.ref(value) for value in (text, doc, doc.citations[0], doc.tokens[0])]
    del text, doc
    gc.collect()
    assert [ref() for ref in watched] == [None] * 4


@pytest.mark.usefixtures("_no_collector")
def test_a_document_of_which_nothing_was_read_goes_at_once():
    """It waits for no collector."""
    text = Text("Foo v. Bar, 1 U.S. 1 (1999). Id. at 2.")
    watched = weakref.ref(text)
    doc = citeparse.parse(text)
    assert len(doc.tokens) == 2
    del text, doc
    assert watched() is None


def test_a_stream_of_texts_holds_one_document_at_a_time():
    """Besides the one that its reader holds."""
    alive = weakref.WeakSet()
    for doc in citeparse.parse_many(f"{n} U.S. {n}" for n in range(50)):
        alive.add(doc)
        assert len(alive) <= 2


def distinct(numbers):
    """Texts that have no word in common that a table could remember."""
    for n in numbers:
        yield (
            f"See A{n}x v. B{n}y, {n} F.3d {n}, {n + 1} ({n % 12 + 1}th Cir. {1900 + n % 100}). "
            f"{n} U.S.C. § {n}a({n}); Pub. L. No. {n}-{n}; "
            f"Smith{n}, Title{n}, {n} Foo{n} L. Rev. {n} (1999); ECF No. {n}; Rule {n}.{n}; "
            f"Foo{n} Code § {n}; Restatement ({n}) of Bar{n} § {n}; H.R. Rep. No. {n}-{n}; Local Rule {n}.{n}(a)."
        )


def test_reading_ever_more_texts_takes_no_more_memory():
    """Once the tables are loaded and what has a bound is full; a table that grew by a word a text would show."""
    texts = distinct(itertools.count(1))

    def after(count):
        for doc in citeparse.parse_many(itertools.islice(texts, count)):
            contenders.read_all(doc)
        del doc
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        after(400)
        first, second = after(150), after(150)
    finally:
        tracemalloc.stop()
    assert second - first < 10_000


@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read from /proc")
def test_an_opinion_of_a_megabyte_takes_less_than_90():
    """All of the process: Python, the tables, the text and its document."""
    opinions = "\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)
    assert len(opinions) > 0.9 * MEGABYTE
    resident, _ = cold.resident_megabytes(opinions[:MEGABYTE])
    assert resident <= 90
