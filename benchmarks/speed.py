"""Time citeparse against the other libraries, on the same texts in one run.

    python benchmarks/speed.py                               benchmarks/samples, 5 rounds
    python benchmarks/speed.py --texts FILE.jsonl --limit-mb 2 --rounds 3
    python benchmarks/speed.py --kaos-python /path/to/python3.13
    python benchmarks/speed.py --compiled-python /path/to/venv/bin/python
    python benchmarks/speed.py --only cold

All contenders are warm and take turns; the median round of each is shown, in CPU time. ``citeparse`` is the whole
pipeline with every key, kind, pin, court and year read; ``anchor scan`` is the floor: the one compiled pattern alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks.cold import cold_start, resident_megabytes
from benchmarks.contenders import Contender, elsewhere, ours, peers

__all__ = ["main"]

SAMPLES = Path(__file__).parent / "samples"

MEGABYTE = 1_000_000

BUDGETS = {"eyecite": 20, "eyecite hyperscan": 5, "kaos-citations": 10}
"""How many times faster than each we mean to be."""

MB_PER_SECOND = 5
IMPORT_MS, FIRST_PARSE_MS, RESIDENT_MB = 60, 300, 90


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    args = _arguments().parse_args(argv)
    texts = _texts(args.texts, args.limit_mb)
    if not texts:
        print(f"no text in {args.texts or SAMPLES}", file=sys.stderr)
        return 2
    results: dict[str, Any] = {}
    for part, measure in (("speed", _speed), ("cold", _cold)):
        if args.only in {None, part}:
            results |= measure(texts, args)
    print(json.dumps(results) if args.json else "\n".join(_report(results)))
    return 0


def _speed(texts: Sequence[str], args: argparse.Namespace) -> dict[str, Any]:
    size = sum(len(text.encode(errors="surrogatepass")) for text in texts)
    others = [] if args.no_peers else list(peers(texts, args.kaos_python))
    if args.compiled_python:
        others.insert(0, elsewhere("citeparse, compiled", "citeparse", args.compiled_python, texts))
    contenders = [*ours(texts), *(peer for peer in others if isinstance(peer, Contender))]
    absent = [reason for reason in others if isinstance(reason, str)]
    results = _race(contenders, args.rounds, size)
    for contender in contenders:
        contender.close()
    return {"texts": len(texts), "bytes": size, "rounds": args.rounds, "speed": results, "absent": absent}


def _race(contenders: Sequence[Contender], rounds: int, size: int) -> dict[str, dict[str, float]]:
    """Let the contenders take turns, and reduce each to its median round."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for contender in contenders:
            gc.collect()
            lap, found[contender.name] = contender.lap()
            seconds[contender.name].append(lap)
    middle = {name: statistics.median(times) for name, times in seconds.items()}
    return {
        name: {
            "seconds": lap,
            "mb_per_second": size / lap / MEGABYTE,
            "found": found[name],
            "microseconds_each": lap / max(1, found[name]) * 1e6,
            "times_citeparse": lap / middle["citeparse"],
        }
        for name, lap in middle.items()
    }


def _cold(texts: Sequence[str], args: argparse.Namespace) -> dict[str, Any]:
    opinion = "\n\n".join(texts)
    while len(opinion) < MEGABYTE:
        opinion += "\n\n" + opinion
    now, peak = resident_megabytes(opinion[:MEGABYTE])
    start = cold_start(args.processes)
    return {"cold": {"import_ms": start.imported, "first_parse_ms": start.first_parse, "rss_mb": now, "peak_mb": peak}}


def _report(results: dict[str, Any]) -> Iterator[str]:
    if "speed" in results:
        yield from _race_lines(results)
    if "cold" in results:
        cold = results["cold"]
        for label, key, unit, budget in (
            ("import, above a bare interpreter", "import_ms", "ms", IMPORT_MS),
            ("first parse of one line", "first_parse_ms", "ms", FIRST_PARSE_MS),
            ("resident after a 1 MB opinion", "rss_mb", "MB", RESIDENT_MB),
        ):
            within = "" if cold[key] <= budget else "  OVER"
            yield f"{label:34} {cold[key]:7.1f} {unit}   budget <= {budget} {unit}{within}"
        yield f"{'peak while parsing it':34} {cold['peak_mb']:7.1f} MB"


def _race_lines(results: dict[str, Any]) -> Iterator[str]:
    speed, kilobytes = results["speed"], results["bytes"] / 1000
    us = speed["citeparse"]
    yield (
        f"{results['texts']} texts, {kilobytes / 1000:.2f} MB, {us['found'] / kilobytes:.1f} citations per KB; "
        f"medians of {results['rounds']} rounds, CPU time of one core"
    )
    yield f"{'':20} {'MB/s':>8} {'found':>8} {'µs each':>9}"
    for name, row in speed.items():
        line = f"{name:20} {row['mb_per_second']:8.2f} {row['found']:8} {row['microseconds_each']:9.1f}"
        yield f"{line}   {_verdict(name, row, us, speed.get('citeparse, compiled'))}".rstrip()
    yield from (f"(skipped) {reason}" for reason in results["absent"])


def _verdict(name: str, row: dict[str, float], us: dict[str, float], compiled: dict[str, float] | None) -> str:
    if name.startswith("citeparse"):
        return f"budget >= {MB_PER_SECOND} MB/s{'' if row['mb_per_second'] >= MB_PER_SECOND else '  UNDER'}"
    if name in BUDGETS:
        under = "" if row["times_citeparse"] >= BUDGETS[name] else "  UNDER"
        as_fast = f"{row['times_citeparse']:.1f} x"
        if compiled is not None:
            as_fast += f", compiled {row['seconds'] / compiled['seconds']:.1f} x"
        return f"citeparse is {as_fast} as fast, budget >= {BUDGETS[name]} x{under}"
    if name == "anchor scan":
        return f"the floor: citeparse takes {us['seconds'] / row['seconds']:.1f} x as long"
    return ""


def _texts(file: Path | None, limit_mb: float | None) -> list[str]:
    """Return the samples, or the ``text`` of each line of a JSON-lines file, up to a limit."""
    if file is None:
        texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    else:
        with file.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines if line.strip()]
    kept: list[str] = []
    size = 0.0
    for text in texts:
        size += len(text) / MEGABYTE
        if limit_mb is None or size <= limit_mb or not kept:
            kept.append(text)
    return kept


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--texts", type=Path, metavar="FILE.jsonl", help="JSON lines with a `text` each (default: benchmarks/samples)")
    add("--limit-mb", type=float, metavar="N", help="read only so much of the texts")
    add("--rounds", type=int, default=5, metavar="N", help="rounds, of which the median counts (default: 5)")
    add("--processes", type=int, default=9, metavar="N", help="fresh processes for the cold start (default: 9)")
    add("--kaos-python", metavar="PATH", help="an interpreter that has kaos-citations (it needs Python 3.13)")
    add("--compiled-python", metavar="PATH", help="an interpreter in which the compiled form of citeparse is installed")
    add("--no-peers", action="store_true", help="time citeparse alone")
    add("--only", choices=("speed", "cold"), help="measure only this")
    add("--json", action="store_true", help="print the results as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
