"""Offsets in UTF-16 units, UTF-8 bytes, lines and characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeparse.documents import Offsets, Position
from citeparse.span import Span

TEXT = "§ 1983 🏛\r\n“é” 1 U.S. 2\n\U0010ffff"


@given(st.one_of(st.text(max_size=60), st.text(alphabet="a§é🏛\u0800\uffff\ud800\n", max_size=60)))
def test_offsets_are_those_of_the_encodings(text):
    """Every offset counts what stands before it, as the encoders write it; the way back leads to the same offset."""
    offsets = Offsets(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        units = sum(2 if char > "\uffff" else 1 for char in before)
        assert offsets.utf16(offset) == units
        assert offsets.utf8(offset) == len(before.encode("utf-8", "surrogatepass"))
        assert offsets.from_utf16(offsets.utf16(offset)) == offset
        assert offsets.from_utf8(offsets.utf8(offset)) == offset
        inside = text[max(0, offset - 1) : offset + 1] == "\r\n"
        assert offsets.from_position(offsets.position(offset)) == offset - inside


def test_spans():
    offsets = Offsets(TEXT)
    start = TEXT.index("1 U.S. 2")
    span = Span(start, start + 8)
    first, last = offsets.utf16_span(span)
    assert TEXT.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == "1 U.S. 2"
    assert TEXT.encode()[slice(*offsets.utf8_span(span))].decode() == "1 U.S. 2"


def test_inside_a_character():
    """An offset inside a character leads to its start."""
    assert [Offsets("a🏛b").from_utf16(n) for n in range(5)] == [0, 1, 1, 2, 3]
    assert [Offsets("a§b").from_utf8(n) for n in range(5)] == [0, 1, 1, 2, 3]


def test_positions():
    offsets = Offsets(TEXT)
    assert offsets.position(TEXT.index("“")) == Position(1, 0)
    assert offsets.position(len(TEXT)) == Position(2, 2)
    assert offsets.from_position(Position(0, 99)) == TEXT.index("\r")
    assert offsets.from_position(Position(0, 7)) == 7


@pytest.mark.parametrize("offset", [-1, 4])
def test_error_outside_the_text(offset):
    offsets = Offsets("abc")
    for convert in (offsets.utf16, offsets.utf8, offsets.from_utf16, offsets.from_utf8, offsets.position):
        with pytest.raises(IndexError, match="outside the text"):
            convert(offset)
    with pytest.raises(IndexError, match="no line 1"):
        offsets.from_position(Position(1, 0))


def test_repr():
    assert repr(Offsets("abc")) == "<Offsets of 3 characters>"
