"""Real opinions as scanners, typists and converters hand them on: pieces lost, doubled, swapped, misread and broken."""

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

__all__ = ["mutated_opinions", "stretches"]

OPINIONS = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("gold/**/*.txt"))]

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")

MISREAD = str.maketrans("10lOSUI§¶’“”.,;:()", "lO1053lS1'\"\".,;.{)")
"""What a scanner takes one character for."""


def _drop(pieces: list[str], at: int, other: int) -> None:
    del pieces[at]


def _double(pieces: list[str], at: int, other: int) -> None:
    pieces.insert(at, pieces[at])


def _swap(pieces: list[str], at: int, other: int) -> None:
    pieces[at], pieces[other] = pieces[other], pieces[at]


def _swap_neighbours(pieces: list[str], at: int, other: int) -> None:
    _swap(pieces, at, at - 1)


def _changed(change: Callable[[str], str]) -> Callable[[list[str], int, int], None]:
    """Return the mutation that changes a piece by itself."""

    def mutation(pieces: list[str], at: int, other: int) -> None:
        pieces[at] = change(pieces[at])

    return mutation


MUTATIONS = (
    _drop,
    _double,
    _swap,
    _swap_neighbours,
    _changed(lambda piece: piece.translate(MISREAD)),
    _changed(str.upper),
    _changed(str.lower),
    _changed(lambda piece: piece + "\n"),
    _changed(lambda piece: f"{piece[: len(piece) // 2]}-\r\n{piece[len(piece) // 2 :]}"),
    _changed(lambda piece: f"\n\n{piece}"),
    _changed(" ".join),
    _changed(str.strip),
)


@st.composite
def stretches(draw: st.DrawFn, longest: int = 1500) -> str:
    """A stretch of a real opinion."""
    opinion = draw(st.sampled_from(OPINIONS))
    start = draw(st.integers(0, len(opinion) - 1))
    return opinion[start : start + draw(st.integers(1, longest))]


@st.composite
def mutated_opinions(draw: st.DrawFn, longest: int = 1500) -> str:
    """A stretch with some of its pieces mutated."""
    pieces = _PIECE.findall(draw(stretches(longest)))
    place = st.integers(0, 10_000)
    for mutation, at, other in draw(st.lists(st.tuples(st.sampled_from(MUTATIONS), place, place), max_size=12)):
        if pieces:
            mutation(pieces, at % len(pieces), other % len(pieces))
    return "".join(pieces)
