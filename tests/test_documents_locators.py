"""Places that are found again after the text was edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citeparse
from citeparse.documents import Locator, locate, locator
from citeparse.span import Span

TEXT = (
    "Roe v. Doe, 1 U.S. 2, 3 (1800), settled the question of costs. Id. at 4. The rule of Foe v. Moe, 5 U.S. 6, 7 "
    "(1801), is another one, and binds the lower courts. Id. at 8. Still others are found in 42 U.S.C. § 1983. Id."
)


def edited(text: str, at: int, words: str, cut: int = 0) -> str:
    return text[:at] + words + text[at + cut :]


def places() -> list[Span]:
    return [c.span for c in citeparse.parse(TEXT).citations]


@pytest.mark.parametrize("index", range(len(places())))
def test_unedited_text(index):
    span = places()[index]
    assert locate(TEXT, locator(TEXT, span)) == span


@pytest.mark.parametrize("index", range(len(places())))
@pytest.mark.parametrize("words", ["A sentence before. Id. at 4. ", TEXT, ""])
def test_text_before_or_after(index, words):
    """What is put before or after moves the place and does not hide it."""
    span = places()[index]
    assert locate(words + TEXT + words, Locator(*attrs_of(locator(TEXT, span)))) is not None
    if words != TEXT:
        found = locate(words + TEXT + words, locator(TEXT, span))
        assert found == Span(span.start + len(words), span.end + len(words))


def attrs_of(place: Locator) -> tuple[str, str, str, int]:
    return place.exact, place.prefix, place.suffix, place.start


@given(
    st.integers(0, len(TEXT)),
    st.text(alphabet="abc .", max_size=30),
    st.integers(0, 8),
    st.integers(0, len(places()) - 1),
)
def test_edits_elsewhere(at, words, cut, index):
    """An edit outside a place and its surroundings leaves it to be found."""
    start, end = places()[index]
    if at + cut > start - 32 and at < end + 32:
        return
    moved = len(words) - min(cut, len(TEXT) - at) if at < start else 0
    assert locate(edited(TEXT, at, words, cut), locator(TEXT, Span(start, end))) == Span(start + moved, end + moved)


def test_a_deleted_place_is_not_found_elsewhere():
    """Another ``Id.`` is not the one that was meant."""
    first, second = [c.span for c in citeparse.parse(TEXT).citations if c.kind == "id"][:2]
    without = TEXT[: second.start - 45] + TEXT[second.end + 8 :]
    assert locate(without, locator(TEXT, second)) is None
    assert locate(without, locator(TEXT, first)) == first


def test_an_edited_place_is_not_found():
    assert locate(TEXT.replace("5 U.S. 6", "5 U.S. 60"), locator(TEXT, places()[2])) is not None
    assert locate(TEXT.replace("5 U.S. 6", "9 U.S. 9"), locator(TEXT, places()[2])) is None
    assert locate("", locator(TEXT, places()[0])) is None
    assert locate(TEXT, Locator("")) is None


def test_words_that_stand_once_need_less():
    """Both neighbourhoods rewritten but for a few words."""
    rewritten = "All is new. See the case of Moe, 5 U.S. 6, 7 (1801). And now?"
    assert locate(rewritten, locator(TEXT, places()[2])) is not None
    assert locate("Nothing like it: 5 U.S. 6 alone", locator(TEXT, places()[2])) is None


def test_the_nearest_of_equals():
    text = "Id. " * 40
    assert locate(text, locator(text, Span(80, 83))) == Span(80, 83)
    assert locate(text, Locator("Id.", start=81)) == Span(80, 83)


def test_selectors_lead_back():
    """The selectors of the Web Annotation Data Model hold all of a locator."""
    place = locator(TEXT, places()[0])
    assert Locator.from_selectors(place.selectors()) == place
    assert Locator.from_selectors([{"type": "TextQuoteSelector", "exact": "Id."}]) == Locator("Id.")
    with pytest.raises(ValueError, match="TextQuoteSelector"):
        Locator.from_selectors([{"type": "TextPositionSelector", "start": 1, "end": 2}])
