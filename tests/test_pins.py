"""Pin cites as typed values."""

import pytest

from citeparse.pins import Pin, read_pin
from citeparse.span import Piece

PINS = [
    # printed, kind, start, end, footnote, standard form; rule
    ("72", "page", "72", None, None, "72"),  # Indigo Book R11.7
    ("258–59", "page", "258", "259", None, "258-259"),  # R5.1.2: dropped digits
    ("1105-07", "page", "1105", "1107", None, "1105-1107"),
    ("99-101", "page", "99", "101", None, "99-101"),
    ("595 n.4", "page", "595", None, "4", "595 n.4"),  # R11.7.2
    ("595 n. 4", "page", "595", None, "4", "595 n.4"),
    ("595 & n.4", "page", "595", None, "4", "595 n.4"),
    ("595 nn.4–6", "page", "595", None, "4-6", "595 nn.4-6"),
    ("595 nn. 4 & 6", "page", "595", None, "4, 6", "595 nn.4, 6"),
    ("n.4", "footnote", "", None, "4", "n.4"),
    ("*3", "star_page", "3", None, None, "*3"),  # R12.4.1
    ("*12–*13", "star_page", "12", "13", None, "*12-13"),
    ("¶ 9", "paragraph", "9", None, None, "¶ 9"),  # R11.7.3
    ("¶¶ 8–12", "paragraph", "8", "12", None, "¶¶ 8-12"),
    ("para. 9", "paragraph", "9", None, None, "¶ 9"),
    ("§ 1101", "section", "1101", None, None, "§ 1101"),
    ("28:7–30:13", "line", "28:7", "30:13", None, "28:7-30:13"),  # R24.2.2
    ("iv", "page", "iv", None, None, "iv"),
    ("cl. 3", "clause", "3", None, None, "cl. 3"),
    ("passim", "passim", "", None, None, "passim"),
    (
        "paragraph nine of the syllabus",
        "syllabus",
        "paragraph nine of the syllabus",
        None,
        None,
        "paragraph nine of the syllabus",
    ),
]


@pytest.mark.parametrize("row", PINS, ids=[row[0] for row in PINS])
def test_pins_are_typed(row):
    """Each printed form is one value, with one standard form that is read as the same value."""
    printed, kind, start, end, footnote, standard = row
    pin = read_pin(Piece(printed, 5, 5 + len(printed)))
    assert (pin.kind, pin.start, pin.end, pin.footnote) == (kind, start, end, footnote)
    assert str(pin) == standard
    assert read_pin(Piece(standard, 0, len(standard))) == pin


def test_comments_and_tails():
    """``cmt. e``, ``et seq.`` and ``passim`` are kept apart from the place."""
    assert read_pin(Piece("§ 2 cmt. e", 0, 10)) == Pin("section", "2", comment="e")
    assert read_pin(Piece("5 passim", 0, 8)) == Pin("page", "5", tail="passim")
    assert str(read_pin(Piece("§ 7, et seq.", 0, 12))) == "§ 7 et seq."


def test_what_was_printed_is_kept():
    """The words and their place stay on the value, and do not make it another value."""
    pin = read_pin(Piece("258–59", 40, 46))
    assert (pin.printed, pin.span) == ("258–59", (40, 46))
    assert pin == Pin("page", "258", "259")
    assert len({pin, Pin("page", "258", "259")}) == 1
