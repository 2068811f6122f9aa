"""Amendments by their ordinals, as sentences print them."""

import pytest

import citeparse

ORDINALS = {
    "First": 1, "Second": 2, "Third": 3, "Fourth": 4, "Fifth": 5, "Sixth": 6, "Seventh": 7, "Eighth": 8, "Ninth": 9,
    "Tenth": 10, "Eleventh": 11, "Twelfth": 12, "Thirteenth": 13, "Fourteenth": 14, "Fifteenth": 15, "Sixteenth": 16,
    "Seventeenth": 17, "Eighteenth": 18, "Nineteenth": 19, "Twentieth": 20, "Twenty-First": 21, "Twenty-Second": 22,
    "Twenty-Third": 23, "Twenty-Fourth": 24, "Twenty-Fifth": 25, "Twenty-Sixth": 26, "Twenty-Seventh": 27,
}


@pytest.mark.parametrize(("ordinal", "number"), ORDINALS.items())
def test_amendments_are_read_by_their_ordinals(ordinal, number):
    """``Section 1 of the Fourteenth Amendment``."""
    doc = citeparse.parse(f"It stands in Section 1 of the {ordinal} Amendment.")
    assert [c.key for c in doc.citations] == [f"/us/const/amd{number}/s1"]
