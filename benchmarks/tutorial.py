"""Run the tutorial of the site and keep its outputs, which the site shows and a test compares.

    python benchmarks/tutorial.py     writes docs/tutorial.ipynb

Needs what `citeparse[docs]` installs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

__all__ = ["NOTEBOOK", "main", "run"]

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "tutorial.ipynb"


def run() -> nbformat.NotebookNode:
    """Return the notebook with the outputs that its cells give in a fresh kernel; raises what a cell raises."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    kernel = {"env": os.environ | {"PYTHONPATH": str(ROOT)}}
    where = {"metadata": {"path": str(NOTEBOOK.parent)}}
    client = NotebookClient(notebook, resources=where, timeout=120, record_timing=False, coalesce_streams=True)
    return client.execute(**kernel)


def main() -> int:
    """Write the outputs into the notebook."""
    nbformat.write(run(), NOTEBOOK)
    return 0


if __name__ == "__main__":
    sys.exit(main())
