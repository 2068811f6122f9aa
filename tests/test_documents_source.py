"""Documents of sources: what they share with documents of texts, and their JSON form."""

from __future__ import annotations

import inspect
import json
import pickle
import re
from pathlib import Path

import pytest

import citeparse
from citeparse.document import Document
from citeparse.documents import SourceDocument, from_dict, parse_html, parse_markdown, parse_pages
from citeparse.documents._moved import moved
from citeparse.span import Span

PAGES = Path(__file__).parent / "pages"
BY_TOKENS = {"cluster", "group", "history"}
"""Methods of documents that read no words: they hold wherever the tokens stand."""


def documents() -> list[SourceDocument]:
    html = [parse_html(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.html"))]
    text = (PAGES / "opinion.md").read_text(encoding="utf-8")
    return [*html, parse_markdown(text), parse_pages(text)]


def test_meaning_is_that_of_the_text_read():
    """All that a document tells by the index of a citation is asked of the text that was read."""
    told = {
        name
        for name, method in vars(Document).items()
        if not name.startswith("_") and inspect.isfunction(method) and "index" in inspect.signature(method).parameters
    }
    assert "authority" in told
    assert told - BY_TOKENS <= set(vars(SourceDocument))


@pytest.mark.parametrize("doc", documents(), ids=lambda doc: f"{doc.format} {doc.plain[:20].strip()!r}")
def test_json_leads_back(doc):
    """A document read back from JSON has the same citations at the same places."""
    data = json.loads(doc.to_json())
    assert data["format"] == doc.format
    back = from_dict(data)
    assert back.plain == doc.plain
    assert back.tokens == doc.tokens
    assert back.inner.tokens == doc.inner.tokens
    for one, other in zip(back.citations, doc.citations, strict=True):
        assert (one.key, one.canonical, str(one)) == (other.key, other.canonical, str(other))


def test_error_json_of_no_source():
    with pytest.raises(ValueError, match="html, markdown, pages, not None"):
        from_dict(citeparse.parse("1 U.S. 2").to_dict())


def test_documents_can_be_pickled():
    """So that processes can hand them to each other."""
    doc = parse_html("<p>It is so. <i>Roe v. Doe</i>, 1 <b>U.S.</b> 2 (1800).</p>")
    back = pickle.loads(pickle.dumps(doc))  # noqa: S301
    assert back.tokens == doc.tokens
    assert back.citations[0].sentence == doc.citations[0].sentence


def test_tokens_move_whole():
    """Every place in a token moves, every word stays."""
    text = "See Roe v. Doe, No. 12-345, 258 F.3d 62, 72, ¶ 5 (2d Cir. May 5, 2001) (quoting 1 U.S. 2)."
    tokens = citeparse.parse(text).tokens
    shifted = moved(tokens, lambda span: Span(span.start + 1000, span.end + 1000))
    back = moved(shifted, lambda span: Span(span.start - 1000, span.end - 1000))
    assert back == tokens
    numbers = [int(number) for number in re.findall(r"(?:start|end)=([0-9]+)", repr(shifted))]
    assert numbers
    assert min(numbers) >= 1000


def test_the_court_of_the_document_is_passed_on():
    """It tells which state's code is meant."""
    text = "It is murder under Penal Code § 187."
    for parse in (parse_html, parse_markdown, parse_pages):
        expected = citeparse.parse(text, court="cal").citations
        assert [c.key for c in parse(text, court="cal").citations] == [c.key for c in expected]
