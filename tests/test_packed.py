"""Documents travel between processes as offsets, and come back as they were."""

import copy
import pickle
from pathlib import Path

import attrs
import pytest

import citeparse
from citeparse.documents import parse_html
from citeparse.packed import pack, unpack
from citeparse.span import Piece, Span
from citeparse.tokens import FullCaseToken, Token

OPINIONS = sorted(Path(__file__).parent.glob("gold/*.txt"))


def again(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301


@attrs.frozen(kw_only=True)
class StampToken(Token):
    """A class of someone's own, with a field of its own."""

    kind = "stamp"
    clerk: str = ""


@pytest.mark.parametrize("path", OPINIONS, ids=lambda path: path.stem)
def test_documents_come_back_as_they_were(path):
    """Tokens, links and all that is told by them."""
    doc = citeparse.parse(path.read_text(encoding="utf-8"))
    back = again(doc)
    assert (back.text, back.tokens, back.links) == (doc.text, doc.tokens, doc.links)
    assert [(c.key, c.court, c.year, str(c)) for c in back.citations] == [
        (c.key, c.court, c.year, str(c)) for c in doc.citations
    ]


def test_documents_are_small(example):
    """Text and citations together take less than twice the bytes of the text."""
    assert len(pickle.dumps(citeparse.parse(example))) < 2 * len(example.encode())


def test_words_that_are_not_the_texts_own_are_kept():
    """A token may say what the text there does not: ``1 U.S. 1`` printed as ``1 U. S. 1``."""
    words = Piece("U.S.", 2, 7)
    token = FullCaseToken(span=Span(0, 9), text="1 U.S. 1", full_span=Span(0, 9), parts={"reporter": words})
    doc = citeparse.normalize("1 U. S. 1", [token], [None])
    assert again(doc).tokens == (token,)


def test_tokens_of_other_classes_are_kept():
    """With what only they have."""
    token = StampToken(span=Span(0, 5), text="STAMP", full_span=Span(0, 5), clerk="Doe")
    assert unpack(*pack(citeparse.normalize("STAMP", [token], [None]))).tokens == (token,)


def test_documents_with_markup_come_back_as_they_were():
    doc = parse_html("<p>It is so. <i>Roe v. Doe</i>, 1 <b>U.S.</b> 2 (1800).</p>")
    back = again(doc)
    assert (back.text, back.plain, back.tokens, back.format) == (doc.text, doc.plain, doc.tokens, "html")
    assert copy.copy(doc).citations[0].sentence == doc.citations[0].sentence


def test_citations_bring_their_document():
    """A citation that was sent has its neighbours."""
    first, second = citeparse.parse("1 U.S. 1. Id. at 2.").citations
    assert again(second).antecedent.text == first.text
