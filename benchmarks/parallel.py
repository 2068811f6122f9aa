"""Measure `parse_many`: what a second process gives, what it costs to send whole documents, and that memory stays flat.

    python benchmarks/parallel.py
    python benchmarks/parallel.py --rounds 9 --copies 16
    python benchmarks/parallel.py --stream 10000         memory after 1, 2, 4 … thousand texts, too

Beside stand as many processes that share nothing: no way can be faster than the machine lets them be at the time. The
CPU time of each way tells what is paid for company, however busy the machine is.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import pickle
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks.contenders import read_all
from citeparse import Document, parse, parse_many

__all__ = ["main"]

SAMPLES = Path(__file__).parent / "samples"

Lap = tuple[float, float]
"""Seconds on the wall, and of CPU time in all processes."""


def summary(doc: Document) -> tuple[int, int]:
    """Return little of a document of which everything was read."""
    return read_all(doc), len(doc.authorities)


def _alone(texts: Sequence[str]) -> None:
    for text in texts:
        summary(parse(text))


def _independent(texts: Sequence[str], processes: int) -> None:
    """Read a share of the texts in each of several processes that say nothing."""
    shares = [texts[n::processes] for n in range(processes)]
    started = [multiprocessing.Process(target=_alone, args=(share,)) for share in shares]
    for process in started:
        process.start()
    for process in started:
        process.join()


def _drain(stream: Iterator[object]) -> None:
    for _ in stream:
        pass


def _lap(run: Callable[[], None]) -> Lap:
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    run()
    return time.perf_counter() - wall, sum(os.times()[:4]) - cpu


def _scaling(texts: Sequence[str], processes: int, rounds: int) -> Iterator[str]:
    """Yield a line for each way of reading the texts; the ways take turns."""
    ways = {
        "one process": lambda: _alone(texts),
        f"{processes} independent": lambda: _independent(texts, processes),
        f"{processes}, reduced": lambda: _drain(parse_many(texts, processes=processes, reduce=summary)),
        f"{processes}, documents": lambda: _drain(parse_many(texts, processes=processes)),
    }
    laps = [[_lap(run) for run in ways.values()] for _ in range(rounds)]
    for column, name in enumerate(ways):
        faster = statistics.median(lap[0][0] / lap[column][0] for lap in laps)
        dearer = statistics.median(lap[column][1] / lap[0][1] for lap in laps)
        yield f"{name:14} x{faster:.2f} as fast on the wall, for x{dearer:.2f} the CPU time"


def _pickling(texts: Sequence[str], rounds: int) -> str:
    """Return what it costs to send whole documents."""
    docs = [parse(text) for text in texts]
    packed = [pickle.dumps(doc) for doc in docs]
    costs = [
        statistics.median(_lap(lambda make=make, values=values: _drain(map(make, values)))[1] for _ in range(rounds))
        for make, values in ((parse, texts), (pickle.dumps, docs), (pickle.loads, packed))
    ]
    size = sum(map(len, packed)) / sum(len(text.encode()) for text in texts)
    return (
        f"pickled documents: {size:.2f} bytes for each of the text; "
        f"written in {costs[1] / costs[0]:.0%} of the time of parsing, read in {costs[2] / costs[0]:.0%}"
    )


def _stream(texts: Sequence[str], count: int, processes: int) -> Iterator[str]:
    """Yield the memory of this process after ever more texts."""
    mark = 1000
    for read, _ in enumerate(parse_many(itertools.islice(itertools.cycle(texts), count), processes=processes), 1):
        if read in {mark, count}:
            yield f"{read:6} texts, {processes} process{'es' * (processes > 1)}: {_resident():.1f} MB resident"
            mark *= 2


def _resident() -> float:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - no file to have a path to
        return int(dict(line.split(":", 1) for line in status)["VmRSS"].split()[0]) / 2**10


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    args = _arguments().parse_args(argv)
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    _alone(samples[:1])
    texts = samples * args.copies
    print(f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.1f} million characters; medians of {args.rounds} rounds")
    lines = itertools.chain(_scaling(texts, args.processes, args.rounds), [_pickling(samples, args.rounds)])
    streams = (_stream([text[:20_000] for text in samples], args.stream, n) for n in (1, args.processes))
    for line in itertools.chain(lines, *(streams if args.stream else ())):
        print(line, flush=True)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--rounds", type=int, default=5, metavar="N", help="default: 5")
    add("--copies", type=int, default=8, metavar="N", help="how often each sample is read in a round (default: 8)")
    add("--processes", type=int, default=2, metavar="N", help="default: 2")
    add("--stream", type=int, default=0, metavar="N", help="texts to read while memory is watched (Linux)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
