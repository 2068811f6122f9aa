"""Which designations name one document of the record, and which words are no designation at all."""

from __future__ import annotations

import pytest

import citeparse
from citeparse.data.record_words import apposed, identity, one_document

EQUAL = (
    ("Pl.'s 56.1", "Pl. 56.1", "Plaintiff’s 56.1"),
    ("Def. 56.1", "Defs. 56.1", "Defendants' 56.1"),
    ("ECF No. 118-1", "Dkt. 118-1", "Doc. 118–1", "D.E. 118-1", "Docket Entry No. 118-1"),
    ("Hagar Dep.", "Deposition of Cheryl Hagar", "Hagar Deposition"),
    ("Weinstein Decl.", "Weinstein Deck", "Declaration of Michael R. Weinstein"),
    ("Goodman R. Aff.", "Goodman Reply Aff."),
    ("Compl.", "Complaint"),
    ("Def.'s Second Am. Answer", "Defendant’s 2d Amended Answer"),
)
DIFFERENT = (
    ("ECF No. 60", "ECF No. 60-1"),
    ("DSUF", "PSUF"),
    ("Robinson Decl. I", "Robinson Decl. II"),
    ("2 CT", "3 RT"),
    ("Mot.", "Opp."),
    ("Pl. Tr.", "Trial Tr."),
)
ONE = (
    "Compl., | ECF No. 1",
    "ECF No. 60 or | TAC",
    "SAC,” | Dkt. No. 25",
    "Savala Dep., | Dkt. No. 75-6",
    "Robertson Dep., | Ex. A",
)
TWO = ("ECF No. 1, | ECF No. 2", "Forrest R. Aff., | Ex. F", "Compl. ¶ 5; | ECF No. 2", "Mot. and | Opp.")


@pytest.mark.parametrize("names", EQUAL)
def test_one_document_under_several_spellings(names: tuple[str, ...]) -> None:
    """Spellings of one designation have one identity."""
    assert len({identity(name) for name in names}) == 1


@pytest.mark.parametrize("names", DIFFERENT)
def test_different_documents(names: tuple[str, ...]) -> None:
    """Designations of different documents differ in identity."""
    assert len({identity(name) for name in names}) == len(names)


def _halves(words: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    first, second = words.split("| ")
    core = first.split(",")[0].split(";")[0].removesuffix(" or ").removesuffix(" and ").removesuffix(" ¶ 5")
    return first + second, (0, len(core)), (len(first), len(first) + len(second))


@pytest.mark.parametrize("words", ONE)
def test_apposition_makes_one_document(words: str) -> None:
    """A docket or exhibit number beside a document tells where it is filed."""
    text, left, right = _halves(words)
    assert apposed(text, left[1], right[0])
    assert one_document(text, left, right)


@pytest.mark.parametrize("words", TWO)
def test_two_documents(words: str) -> None:
    """Two docket numbers, a pleading and its exhibit, and what a semicolon divides are two documents."""
    text, left, right = _halves(words)
    assert not one_document(text, left, right)


def test_a_name_given_in_brackets_is_noted() -> None:
    """The name that a text gives a document is a piece of its token."""
    (token,) = citeparse.tokenize("See ECF No. 12 [hereinafter Def.’s Mot.].")
    assert token.parts["nickname"].text == "Def.’s Mot."
