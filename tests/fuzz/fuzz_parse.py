"""Look for texts that break what holds of every text, guided by which branches of citeparse they reach.

    python tests/fuzz/fuzz_parse.py -max_total_time=1800 CORPUS

See README.md beside this file.
"""

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent / "property")]

with atheris.instrument_imports(include=["citeparse"], enable_loader_override=False):
    import invariants

    import citeparse

    # What is imported on first use is instrumented, too.
    invariants.check((HERE.parents[1] / "docs" / "examples" / "ali-v-annucci.txt").read_text(encoding="utf-8"))
    citeparse.cite("1 U.S. 1")


def run(data: bytes) -> None:
    """Check one input."""
    invariants.check(invariants.text_of(data))


if __name__ == "__main__":
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
