"""Cold start and memory, measured in fresh processes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import attrs

__all__ = ["ColdStart", "cold_start", "resident_megabytes"]

_LINE = "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001); 42 U.S.C. § 1983; Fed. R. Civ. P. 56(c)."

_FIRST_PARSE = f"""
import time, citeparse
start = time.perf_counter()
citeparse.parse({_LINE!r})
print(time.perf_counter() - start)
"""

_RESIDENT = """
import json, resource, sys
import citeparse
from benchmarks.contenders import read_all
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
doc = citeparse.parse(text)
read_all(doc)
try:
    with open("/proc/self/status") as file:
        sizes = dict(line.split(":") for line in file)
    print(json.dumps([int(sizes[name].split()[0]) / 2**10 for name in ("VmRSS", "VmHWM")]))
except OSError:  # no Linux: the peak has to do for both
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps([peak, peak]))
"""


@attrs.frozen
class ColdStart:
    """Milliseconds, medians of fresh processes."""

    imported: float
    """``import citeparse``, above a bare interpreter."""
    first_parse: float
    """The first parse of one line after it."""


def cold_start(processes: int) -> ColdStart:
    """Start so many processes of each sort, taking turns."""
    bare, imported, first = [], [], []
    for _ in range(processes + 1):
        bare.append(_wall("pass"))
        imported.append(_wall("import citeparse"))
        first.append(float(_run(_FIRST_PARSE)))
    middle = [statistics.median(times[1:]) * 1000 for times in (bare, imported, first)]  # the first fills disk caches
    return ColdStart(middle[1] - middle[0], middle[2])


def resident_megabytes(text: str) -> tuple[float, float]:
    """Return what a fresh process has resident after parsing a text, and at its peak (MiB)."""
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        path = Path(folder, "opinion.txt")
        path.write_text(text, encoding="utf-8")
        now, peak = json.loads(_run(_RESIDENT, str(path)))
    return now, peak


def _wall(code: str) -> float:
    start = time.perf_counter()
    _run(code)
    return time.perf_counter() - start


def _run(code: str, *arguments: str) -> str:
    """Run code in a fresh interpreter that finds what this one finds, its bytecode too, as an installed package has."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=True, env=environment | {"PYTHONPATH": path},
    )
    return done.stdout
