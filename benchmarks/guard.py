"""Guard the speed: the time of citeparse in units of a fixed piece of work, done on the same texts in the same process.

    python benchmarks/guard.py                           print the ratio, and that of the file guard.toml
    python benchmarks/guard.py --write                   write it there, after a change of speed that is meant

Seconds differ from machine to machine and from hour to hour; how much longer one thing takes than another hardly does.
The work is of the same sort: a pattern walks the text, words are folded and looked up, small objects are made.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks.contenders import read_all
from citeparse import parse

__all__ = ["committed", "main", "ratio"]

HERE = Path(__file__).parent
FILE = HERE / "guard.toml"

ROUNDS = 5
SIZE = 300_000
"""Characters that are read in each round."""

_WORD = re.compile(r"(?P<number>[0-9]+)|(?P<name>[A-Z][\w.’'-]*)|(?P<word>\w+)|(?P<mark>[^\w\s])")


class _Place(NamedTuple):
    start: int
    end: int
    kind: str
    folded: str


def texts() -> list[str]:
    """Return the beginnings of all samples, alike in length."""
    samples = sorted((HERE / "samples").glob("*.txt"))
    return [path.read_text(encoding="utf-8")[: SIZE // len(samples)] for path in samples]


def work(text: str) -> int:
    """Do the fixed work: it must never change, or the committed ratio means nothing."""
    known: dict[str, list[_Place]] = {}
    for match in _WORD.finditer(text):
        start, end = match.span()
        folded = match.group().lower().strip(".’'-")
        place = _Place(start, end, match.lastgroup or "", folded)
        known.setdefault(folded, []).append(place)
    return sum(len(places) for places in known.values() if places[0].kind != "mark")


def ratio(reading: Callable[[str], object] = lambda text: read_all(parse(text)), rounds: int = ROUNDS) -> float:
    """Return how much longer reading the texts takes than the work: the best rounds of both, which take turns."""
    every = texts()
    reading(every[0])
    best = [float("inf"), float("inf")]
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for column, does in enumerate((reading, work)):
                start = time.process_time()
                for text in every:
                    does(text)
                best[column] = min(best[column], time.process_time() - start)
    finally:
        gc.enable()
    return best[0] / best[1]


def committed() -> float:
    """Return the ratio of the file."""
    return float(tomllib.loads(FILE.read_text(encoding="utf-8"))["ratio"])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the ratio to guard.toml")
    args = parser.parse_args(argv)
    measured = ratio(rounds=5 * ROUNDS if args.write else ROUNDS)
    if args.write:
        comment = "# How much longer citeparse takes than the fixed work; written by benchmarks/guard.py --write"
        FILE.write_text(f"{comment}\nratio = {measured:.2f}\n", encoding="utf-8")
    print(f"{measured:.2f}, committed: {committed():.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
