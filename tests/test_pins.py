"""Pin cites as typed values."""

import pytest

from citeparse import cite
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


PLACES = [
    # citation, kind and place of each pin, standard form; rule
    ("Restatement (Second) of Torts § 402A, comment e, p. 204", ["comment e", "page 204"], "cmt. e, at 204"),  # R18.2
    ("Restatement (Second) of Torts § 402A cmts. c & d", ["comment c, d"], "cmts. c & d"),
    ("Restatement (Second) of Torts § 402A cmt. e, illus. 3", ["comment e", "part illus. 3"], "cmt. e, illus. 3"),
    ("U.S.S.G. § 2B1.1, application note 3(A)", ["comment n3(A)"], "cmt. n.3(A)"),
    ("Model Rules of Pro. Conduct R. 1.7 cmt. [3]", ["comment 3"], "cmt. 3"),
    ("Fed. R. Civ. P. 26 advisory committee’s note", ["part advisory committee's note"], "advisory committee's note"),
    ("258 F.3d 62, 72 passim (2d Cir. 2001)", ["page 72 passim"], "72 passim (2d Cir. 2001)"),
    ("258 F.3d 62 passim (2d Cir. 2001)", ["passim passim"], "passim (2d Cir. 2001)"),
    ("258 F.3d 62, 72 et seq.", ["page 72 et seq."], "72 et seq."),
    ("258 F.3d 62, 72, 75–76 & nn.4–5, 80", ["page 72", "page 75-76 n4-5", "page 80"], "72, 75-76 nn.4-5, 80"),
    ("90 Colum. L. Rev. 1865, 1868, and n. 12 (1990)", ["page 1868 n12"], "1868 n.12 (1990)"),
    ("2015-Ohio-123, ¶¶ 5-6, 9", ["paragraph 5-6", "paragraph 9"], "¶¶ 5-6, 9"),
    ("Smith Dep. 28:7–30:13, 31:5–9", ["line 28:7-30:13", "line 31:5-9"], "28:7-30:13, 31:5-9"),
    ("2003 WL 22244673, at *3-4, *7", ["star_page 3-4", "star_page 7"], "at *3-4, *7"),
    ("Ga. L. 1990, p. 2435, § 1", ["section 1"], "§ 1, 1990 Ga. Laws 2435"),
]


def told(pin):
    """A pin in words."""
    place = f"{pin.start}-{pin.end}" if pin.end else pin.start
    words = (pin.kind, place, pin.comment, f"n{pin.footnote}" if pin.footnote else "", pin.tail)
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("printed", "pins", "standard"), PLACES, ids=[row[0] for row in PLACES])
def test_places_of_a_citation(printed, pins, standard):
    """A citation's pins are typed, and are the same in its standard form."""
    one = cite(printed)
    assert [told(pin) for pin in one.pins] == pins
    assert str(one).endswith(standard)
    assert cite(str(one)).pins == one.pins


def test_what_was_printed_is_kept():
    """The words and their place stay on the value, and do not make it another value."""
    pin = read_pin(Piece("258–59", 40, 46))
    assert (pin.printed, pin.span) == ("258–59", (40, 46))
    assert pin == Pin("page", "258", "259")
    assert len({pin, Pin("page", "258", "259")}) == 1
