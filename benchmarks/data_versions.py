"""Compares what is read with the oldest supported and with the newest data packages.

    python -m benchmarks.data_versions            the differences in keys, standard forms, courts and years
    python -m benchmarks.data_versions --made 500 with so many made citations of each kind

Two virtual environments are made, one with the lower bounds of ``pyproject.toml``, one with what the package index has.
Both read the same texts: the annotated documents, the samples, and citations made from the tables of the environment
that runs this.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("tests/gold", "tests/gold/second", "benchmarks/samples")
DATA = ("courts-db", "reporters-db")
Facts = Mapping[str, list[list[object]]]


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Yield names and texts: documents, and made citations one by one."""
    for folder in TEXTS:
        for path in sorted((ROOT / folder).glob("*.txt")):
            yield f"{folder}/{path.name}", path.read_text(encoding="utf-8")
    from benchmarks import made

    for kind, make in made.KINDS.items():
        r = random.Random(kind)  # noqa: S311 - the same citations each time
        for number in range(count):
            yield f"{kind} {number}", make(r)


def read(source: Path) -> dict[str, list[list[object]]]:
    """Return what is read in each text; run inside the environments."""
    from citeparse import parse

    named: dict[str, str] = json.loads(source.read_text(encoding="utf-8"))
    return {
        name: [[c.span.start, c.kind, c.canonical, c.key, c.court, c.year] for c in parse(text).citations]
        for name, text in named.items()
    }


def requirements() -> tuple[list[str], list[str]]:
    """Return what to install: the run-time dependencies at their lower bounds, and the same without bounds."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = [row.partition(">=")[0] for row in listed]
    oldest = [row.replace(">=", "==") if name in DATA else row for row, name in zip(listed, names, strict=True)]
    return oldest, names


def run(folder: Path, wanted: list[str], source: Path) -> tuple[str, Facts]:
    """Make an environment, install, read the texts there; return the versions and the facts."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", *wanted], check=True)
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    ask = "import importlib.metadata as m; print(*(n + ' ' + m.version(n) for n in " + repr(DATA) + "), sep=', ')"
    versions = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True, env=here).stdout.strip()
    command = [python, "-m", "benchmarks.data_versions", "--read", str(source)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=here, cwd=ROOT)
    return versions, json.loads(done.stdout)


def main() -> int:
    """Compare and print; return 1 when a key differs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--made", type=int, default=300, help="made citations of each kind")
    options.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.read:
        print(json.dumps(read(chosen.read)))
        return 0
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "texts.json")
        source.write_text(json.dumps(dict(texts(chosen.made))), encoding="utf-8")
        old, new = (
            run(Path(place, name), wanted, source)
            for name, wanted in zip(("oldest", "newest"), requirements(), strict=True)
        )
    differing = [(name, a, b) for name, rows in old[1].items() for a, b in _unlike(rows, new[1][name])]
    total = sum(map(len, new[1].values()))
    print(f"oldest: {old[0]}\nnewest: {new[0]}\n{total} citations in {len(new[1])} texts, {len(differing)} differ")
    for name, one, other in differing:
        print(f"  {name}: {one} became {other}")
    return 1 if differing else 0


def _unlike(one: list[list[object]], other: list[list[object]]) -> Iterator[tuple[object, object]]:
    """Pair what differs; where the number of citations does, all of them."""
    if len(one) != len(other):
        yield one, other
        return
    yield from ((a, b) for a, b in zip(one, other, strict=True) if a != b)


if __name__ == "__main__":
    sys.exit(main())
