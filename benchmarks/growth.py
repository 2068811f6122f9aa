"""Measure that time and memory grow as the text does, on hostile texts: doubling one costs at most 2.3 times as much.

    python benchmarks/growth.py                          fixed and generated families, a sample of the pairs
    python benchmarks/growth.py --families Id --to 512
    python benchmarks/growth.py --measure resident --pairs 200

A step that is too steep is measured again before it counts: the machine may have been busy. The whole takes an hour and
more; ``--measure resident``, what a process grows by, as long again; ``memory``, to the byte, takes five times that.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import itertools
import math
import multiprocessing
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks.contenders import read_all
from benchmarks.hostile import FIXED, Family, generated, pairs

if TYPE_CHECKING:
    from citeparse import Citation

__all__ = ["COLLECTED", "EACH", "KILOBYTE", "MEMORY", "RESIDENT", "TIME", "Measure", "Step", "main", "steepest"]

PER_DOUBLING = 2.3
"""What doubling a text may cost."""

KILOBYTE = 1024

SOME = 8
"""Citations of a text of which everything is read."""

RETRIES = 10
"""How often a step that is too steep is measured again."""

BEYOND_DOUBT = 20
"""A measurement of more than so many seconds is not repeated."""

WARM_UP = 200
"""Characters that are read first, so that what is loaded on first use is loaded."""


@attrs.frozen
class Step:
    """The growth from one size to the next, as the factor for one doubling."""

    smaller: int
    larger: int
    factor: float
    limit: float

    @property
    def too_steep(self) -> bool:
        """Whether the factor is above its limit."""
        return self.factor > self.limit

    def __str__(self) -> str:
        return f"{self.smaller // KILOBYTE} -> {self.larger // KILOBYTE} KB: x{self.factor:.2f} a doubling"


@attrs.frozen
class Measure:
    """A cost of reading a text, and how far it is to be trusted."""

    unit: str
    cost: Callable[[str], float]
    limit: float
    """What it may be multiplied by when the text doubles."""
    least: float
    """Costs below this count as this: they are mostly the clock's, and hurt nobody."""


def steepest(family: Family, sizes: Sequence[int], measure: Measure) -> Step:
    """Return the steepest step between consecutive sizes, stopping at the first that is too steep."""
    measure.cost(family.text(WARM_UP))
    costs = {sizes[0]: measure.cost(family.text(sizes[0]))}
    steps = []
    for smaller, larger in itertools.pairwise(sizes):
        costs[larger] = measure.cost(family.text(larger))
        step = _step(smaller, larger, costs, measure)
        for _ in range(RETRIES):
            if not step.too_steep or costs[larger] > BEYOND_DOUBT:
                break
            for size in (smaller, larger):
                costs[size] = min(costs[size], measure.cost(family.text(size)))
            step = _step(smaller, larger, costs, measure)
        steps.append(step)
        if step.too_steep:
            break
    return max(steps, key=lambda step: step.factor)


def _step(smaller: int, larger: int, costs: dict[int, float], measure: Measure) -> Step:
    ratio = max(costs[larger], measure.least) / max(costs[smaller], measure.least)
    return Step(smaller, larger, ratio ** (1 / math.log2(larger / smaller)), measure.limit)


def _seconds(text: str, *, collector: bool) -> float:
    """Return the CPU time of parsing a text and reading the result."""
    parse = importlib.import_module("citeparse").parse
    if collector:
        gc.collect()
    else:
        gc.disable()
    try:
        start = time.process_time()
        read_all(parse(text))
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


def _resident_bytes(text: str) -> float:
    """Return how much a process of its own grows at most while it parses the text and reads the result (Linux)."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_grow, args=(text, theirs))
    process.start()
    grown: float = ours.recv()
    process.join()
    return grown


def _grow(text: str, pipe: Connection) -> None:
    before = _status("VmRSS")
    read_all(importlib.import_module("citeparse").parse(text))
    pipe.send(_status("VmHWM") - before)


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(name))) * KILOBYTE


def _seconds_of_some(text: str) -> float:
    """Return the CPU time of reading every property of a few citations spread over a parsed text.

    A document may derive something once for all its citations; it does so before the clock starts.
    """
    doc = importlib.import_module("citeparse").parse(text)
    read_all(doc)
    every = doc.citations
    if len(every) < SOME:
        return 0  # one citation that is as long as the text
    some = every[:: len(every) // SOME + 1]
    for citation in some[:1]:
        _read_everything(citation)
    start = time.process_time()
    for citation in some:
        _read_everything(citation)
    return time.process_time() - start


def _read_everything(citation: Citation) -> None:
    for name, value in vars(type(citation)).items():
        if isinstance(value, property):
            getattr(citation, name)


TIME = Measure("time", lambda text: _seconds(text, collector=False), PER_DOUBLING, least=0.002)
"""Parsing and reading; the garbage collector, whose passes come at sizes of their own, is off."""
COLLECTED = Measure("time", lambda text: _seconds(text, collector=True), PER_DOUBLING, least=0.002)
"""The same with the collector on."""
EACH = Measure("time of each", _seconds_of_some, PER_DOUBLING / 2, least=0.005)
"""Reading everything of one citation, which costs the same however long the text is."""
MEMORY = Measure("memory", _peak_bytes, PER_DOUBLING, least=256 * KILOBYTE)
RESIDENT = Measure("resident", _resident_bytes, PER_DOUBLING, least=4096 * KILOBYTE)
"""The same as the system sees it, which hands out memory by the megabyte."""

MEASURES = {"time": TIME, "collected": COLLECTED, "each": EACH, "memory": MEMORY, "resident": RESIDENT}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command: exit status 1 when a family grows too steeply."""
    args = _arguments().parse_args(argv)
    sizes = [args.start * KILOBYTE]
    while sizes[-1] < args.to * KILOBYTE:
        sizes.append(sizes[-1] * 2)
    steep = 0
    for family in _chosen(args):
        for measure in [MEASURES[name] for name in args.measure]:
            step = steepest(family, sizes, measure)
            steep += step.too_steep
            mark = "TOO STEEP" if step.too_steep else "ok"
            print(f"{mark:9} {family.name:48} {measure.unit:12} {step}", flush=True)
    print(f"{steep} too steep")
    return 1 if steep else 0


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
    add("--measure", nargs="+", choices=MEASURES, default=["time"], help="default: time")
    return parser


if __name__ == "__main__":
    sys.exit(main())
