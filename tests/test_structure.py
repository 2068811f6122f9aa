"""What hangs together: parallels, parentheticals inside each other, history, strings, and what a full span takes in."""

from __future__ import annotations

import pytest

from citeparse.data.phrases import treatment
from citeparse.tokenizer import tokenize
from citeparse.tokens import Token


def hosts(text: str) -> list[tuple[int | None, str | None]]:
    """Return for every citation the index of the one in which it stands, and how."""
    return [(token.inside, token.relation) for token in tokenize(text)]


def full(text: str, token: Token) -> str:
    """Return the words from the signal or name to the last parenthetical."""
    return text[token.full_span.start : token.full_span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A v. B, 1 F.3d 2 (1st Cir. 1993) (quoting C v. D, 3 F.3d 4 (2d Cir. 1993)). E v. F, 5 F.3d 6.", [0, None]),
        ("A v. B, 1 F.3d 2 (citing C v. D, 3 F.3d 4 (quoting E v. F, 5 F.3d 6)).", [0, 1]),
        ("A v. B, 1 F.3d 2 (quoting C v. D, 3 F.3d 4) (emphasis added); E v. F, 5 F.3d 6.", [0, None]),
        ("A v. B, 1 F.3d 2, quoting C v. D, 3 F.3d 4.", [0]),
        ("A v. B, 1 F.3d 2 (1st Cir.), aff'd, 3 U.S. 4, reh'g denied, 5 U.S. 6 (1993).", [0, 0]),
        ("A v. B, 1 F.3d 2 (quoting C v. D, 3 F.3d 4) (emphasis added), cert. denied, 5 U.S. 6 (1993).", [0, 0]),
        ("A v. B, 1 F.3d 2 (1993) [citing C v. D, 3 F.3d 4].", [0]),
        ("A v. B, 1 F.3d 2 (1993), and C v. D, 3 F.3d 4 (1994).", [None]),
    ],
)
def test_inside(text: str, expected: list[int | None]) -> None:
    """A citation hangs on the innermost that holds it, history on the first case of its chain."""
    assert [host for host, _ in hosts(text)[1:]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In re Gault, 387 U.S. 1, 13, 87 S.Ct. 1428, 18 L.Ed.2d 527 (1967).", [None, 0, 0]),
        ("A v. B, 65 Cal.2d 842, 846 [56 Cal.Rtpr. 485, 423 P.2d 557].", [None, 0]),
        ("A v. B, 1 U.S. 2, ___, 3 S. Ct. 4 (2020).", [None, 0]),
        ("A v. B, 1 F.3d 2 (1st Cir. 1993); C v. D, 3 F. Supp. 4 (D. Mass. 1994).", [None, None]),
        ("A v. B, 509 Mich 1, 8; 983 NW2d 300 (2022).", [None, 0]),
    ],
)
def test_parallel(text: str, expected: list[int | None]) -> None:
    """Reporters of one case make one group, with an unread one between them too."""
    assert [token.parallel for token in tokenize(text)] == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A v. B, 1 F.3d 2 (1st Cir. 1993) (en banc) (per curiam).", ["court_date", "weight", "weight"]),
        ("A v. B, 1 F.3d 2 (quoting C v. D, 3 F.3d 4) (citation omitted).", ["quoting", "alteration"]),
        ("A v. B, 1 F.3d 2 (9th Cir.2012) [hereinafter, Lair I].", ["court_date", "defines"]),
        ("A v. B (1957) 152 Cal.App.2d 115 [312 P.2d 291] [burglary].", ["explanatory"]),
        ("A v. B, 1 F.3d 2.\n\n(2) The second point fails.", []),
        ("A v. B, 1 F.3d 2 (D.C.\n\n     Cir. 2006) (vacating).", ["court_date", "explanatory"]),
    ],
)
def test_parentheticals(text: str, types: list[str]) -> None:
    """All parentheticals of the first citation, those after a nested one too."""
    assert [words.type for words in tokenize(text)[0].parentheticals] == types


def test_full_span_takes_in_the_group() -> None:
    """From the signal to the last parenthetical or bracket, for each member of a parallel group."""
    text = "See People v. Perez (1981) 114 Cal.App.3d 470, 477 [170 Cal.Rptr. 619] [gang membership]; id. at 478."
    first, second, last = tokenize(text)
    assert full(text, first) == full(text, second) == text[: text.index(";")]
    assert full(text, last) == "id. at 478"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("cert denied", "review denied"),
        ("summarily revd sub nom", "reversed"),
        ("affd in relevant part vacated and remanded on other grounds", "affirmed"),
        ("amended on reconsideration in part by", "modified"),
        ("writs denied", "review denied"),
        ("and cases cited in", None),
        ("the court held in", None),
    ],
)
def test_treatment(phrase: str, expected: str | None) -> None:
    """A history phrase is known by its first words, whatever qualifies them."""
    assert treatment(phrase) == expected


@pytest.mark.parametrize(
    ("head", "cited"),
    [
        ("Revised before publication in the Pacific Reporter\n2026 UT 7\nIN THE\nSUPREME COURT OF UTAH\n", []),
        ("SLIP OPINION NO. 2026-OHIO-1230\nBAR ASSOCIATION v. ROE.\n[Cite as Roe, 2026-Ohio-1230.]\n", []),
        ("Roe v. Doe, 2026-Ohio-1230.\n", ["2026-Ohio-1230"]),
        ("As in Roe [2 U.S. at p. 3] and in\nDoe v. Roe,\n4 U.S. 5\nit was.\n", ["2 U.S. at p. 3", "4 U.S. 5"]),
        (
            "Cases that the court cited, in their order:\n1 U.S. 2\n3 U.S. 4\n5 U.S. 6\nand so on.\n",
            ["1 U.S. 2", "3 U.S. 4", "5 U.S. 6"],
        ),
    ],
)
def test_own_citation(head: str, cited: list[str]) -> None:
    """A document's own citation, on a line to itself at its head or marked as its own, is no mention."""
    assert [token.text for token in tokenize(head + "The judgment is affirmed. " * 30)] == cited
