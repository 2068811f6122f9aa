"""Measure that time and memory grow as the text does, on hostile texts: doubling one costs at most 2.3 times as much.

    python benchmarks/growth.py                          fixed and generated families, a sample of the pairs
    python benchmarks/growth.py --families Id --to 512
    python benchmarks/growth.py --pairs 200 --memory

A step that is too steep is measured again before it counts: the machine may have been busy.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import itertools
import math
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks.contenders import read_all
from benchmarks.hostile import FIXED, Family, generated, pairs

if TYPE_CHECKING:
    from citeparse import Document

__all__ = ["COLLECTED", "EVERYTHING", "MEMORY", "PER_DOUBLING", "TIME", "Measure", "Step", "main", "read_everything", "steepest"]

PER_DOUBLING = 2.3
"""What doubling a text may cost."""

KILOBYTE = 1024

RETRIES = 3
"""How often a step that is too steep is measured again."""
@attrs.frozen
class Step:
    """The growth from one size to the next, as the factor for one doubling."""

    smaller: int
    larger: int
    factor: float

    def __str__(self) -> str:
        return f"{self.smaller // KILOBYTE} -> {self.larger // KILOBYTE} KB: x{self.factor:.2f} a doubling"


@attrs.frozen
class Measure:
    """A cost of reading a text, and how far it is to be trusted."""

    unit: str
    cost: Callable[[str], float]
    least: float
    """Costs below this count as this: they are mostly the clock and the collector, and hurt nobody."""
    beyond_doubt: float
    """A cost above this needs no second measurement."""


def steepest(family: Family, sizes: Sequence[int], measure: Measure) -> Step:
    """Return the steepest step between consecutive sizes, stopping at the first that is too steep."""
    costs = {sizes[0]: measure.cost(family.text(sizes[0]))}
    steps = []
    for smaller, larger in itertools.pairwise(sizes):
        costs[larger] = measure.cost(family.text(larger))
        for _ in range(RETRIES):
            if _step(smaller, larger, costs, measure).factor <= PER_DOUBLING or costs[larger] > measure.beyond_doubt:
                break
            for size in (smaller, larger):
                costs[size] = min(costs[size], measure.cost(family.text(size)))
        steps.append(_step(smaller, larger, costs, measure))
        if steps[-1].factor > PER_DOUBLING:
            break
    return max(steps, key=lambda step: step.factor)


def _step(smaller: int, larger: int, costs: dict[int, float], measure: Measure) -> Step:
    ratio = max(costs[larger], measure.least) / max(costs[smaller], measure.least)
    return Step(smaller, larger, ratio ** (1 / math.log2(larger / smaller)))


def _seconds(text: str, read: Callable[[Document], object], *, collector: bool = False) -> float:
    """Return the CPU time of parsing a text and reading the result."""
    parse = importlib.import_module("citeparse").parse
    gc.collect()
    if not collector:
        gc.disable()
    try:
        start = time.process_time()
        read(parse(text))
        return time.process_time() - start
    finally:
        gc.enable()


def _peak_bytes(text: str) -> float:
    """Return the most memory that parsing a text and reading the result held at once."""
    parse = importlib.import_module("citeparse").parse
    gc.collect()
    tracemalloc.start()
    read_all(parse(text))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return float(peak)


def read_everything(doc: Document) -> None:
    """Read every property of every citation: nothing may be put off to where it grows unseen."""
    for citation in doc.citations:
        names = [name for name, value in vars(type(citation)).items() if isinstance(value, property)]
        for name in names:
            getattr(citation, name)
    for authority in doc.authorities:
        doc.mentions(authority)
    _ = doc.unresolved


TIME = Measure("time", lambda text: _seconds(text, read_all), least=0.002, beyond_doubt=1)
"""Parsing, and reading what people read first. The garbage collector, whose passes come at sizes of their own, is off."""
COLLECTED = Measure("time", lambda text: _seconds(text, read_all, collector=True), least=0.002, beyond_doubt=1)
"""The same with the collector on."""
EVERYTHING = Measure("time of everything", lambda text: _seconds(text, read_everything), least=0.002, beyond_doubt=1)
"""Parsing, and reading every property of every citation."""
MEMORY = Measure("memory", _peak_bytes, least=256 * KILOBYTE, beyond_doubt=0)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command: exit status 1 when a family grows too steeply."""
    args = _arguments().parse_args(argv)
    sizes = [args.start * KILOBYTE]
    while sizes[-1] < args.to * KILOBYTE:
        sizes.append(sizes[-1] * 2)
    steep = 0
    for family in _chosen(args):
        for measure in _measures(args):
            step = steepest(family, sizes, measure)
            steep += step.factor > PER_DOUBLING
            mark = "TOO STEEP" if step.factor > PER_DOUBLING else "ok"
            print(f"{mark:9} {family.name:48} {measure.unit:{18 if args.everything else 6}} {step}", flush=True)
    print(f"{steep} too steep")
    return 1 if steep else 0


def _measures(args: argparse.Namespace) -> list[Measure]:
    asked = ((TIME, not args.gc), (COLLECTED, args.gc), (EVERYTHING, args.everything), (MEMORY, args.memory))
    return [measure for measure, wanted in asked if wanted]


def _chosen(args: argparse.Namespace) -> Iterator[Family]:
    seen = set()
    for family in (*FIXED, *generated(args.names), *pairs(args.pairs)):
        if family.name not in seen and re.search(args.families, family.name):
            seen.add(family.name)
            yield family


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--start", type=int, default=64, metavar="KB", help="smallest text (default: 64)")
    add("--to", type=int, default=2048, metavar="KB", help="largest text (default: 2048)")
    add("--families", default="", metavar="REGEX", help="measure only families whose name matches")
    add("--names", type=int, default=5, metavar="N", help="names of each rule's tables (default: 5)")
    add("--pairs", type=int, default=50, metavar="N", help="pairs of triggers (default: 50)")
    add("--everything", action="store_true", help="time also the reading of every property")
    add("--gc", action="store_true", help="leave the garbage collector on")
    add("--memory", action="store_true", help="measure memory, too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
