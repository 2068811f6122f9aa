"""The figures that may rise but never fall: measured, rounded down, kept in ``tests/gold/floors.toml``."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from benchmarks.scoring import Figures

__all__ = ["SETS", "Measure", "floored", "raise_floors", "read_floors"]

Measure = Callable[[Path, Collection[str]], Figures]
"""A folder and the names of its documents that count (none: all) → figures."""

_GOLD = Path(__file__).parent.parent / "tests" / "gold"
FLOORS = _GOLD / "floors.toml"

SETS: dict[str, tuple[Path, tuple[str, ...]]] = {
    "gold": (_GOLD, ()),
    "second": (_GOLD / "second", ()),
    "ali-v-annucci": (_GOLD, ("ali-v-annucci",)),
}
"""What is held: both sets of documents, and the one that the README shows."""

_COUNTS = frozenset({"docs", "gold", "pred"})
_DIGITS = 3


def read_floors() -> dict[str, dict[str, float]]:
    """Return the floors of every set, by figure."""
    if not FLOORS.exists():
        return {}
    with FLOORS.open("rb") as file:
        return tomllib.load(file)


def raise_floors(measure: Measure) -> Iterator[str]:
    """Raise the floors to what is measured, and say which figures rose and which lie below their floor."""
    floors = read_floors()
    for name, (gold, names) in SETS.items():
        held = floors.setdefault(name, {})
        for figure, value in floored(measure(gold, names)).items():
            before = held.get(figure)
            if before is not None and value < before:
                yield f"{name} {figure}: {value:.3f} is below its floor {before:.3f}"
            elif before is None or value > before:
                held[figure] = value
                yield f"{name} {figure}: {'none' if before is None else f'{before:.3f}'} -> {value:.3f}"
    FLOORS.write_text(_toml(floors), encoding="utf-8")


def floored(result: Figures) -> dict[str, float]:
    """Round shares down to what a floor can hold; counts and shares of nothing have none.

    >>> floored({"gold": 3, "P": 2 / 3, "date": None, "R": 0.57})
    {'P': 0.666, 'R': 0.57}
    """
    scale = 10**_DIGITS
    shares = {figure: value for figure, value in result.items() if figure not in _COUNTS and value is not None}
    return {figure: math.floor(value * scale + 1e-6) / scale for figure, value in shares.items()}


def _toml(floors: dict[str, dict[str, float]]) -> str:
    head = "# Lowest figures allowed; raised by `python benchmarks/accuracy.py --write-floors`, never lowered.\n"
    tables = (
        f"\n[{name}]\n" + "".join(f"{figure} = {value:.3f}\n" for figure, value in held.items())
        for name, held in floors.items()
    )
    return head + "".join(tables)
