"""The tutorial shows what happens: run again, its cells print what is kept in the notebook."""

from __future__ import annotations

import os
from typing import Any

import pytest

if "CITEPARSE_REQUIRE_DOCS" not in os.environ:
    for needed in ("ipykernel", "nbclient"):
        pytest.importorskip(needed, reason="notebooks are run with citeparse[docs], which is not installed")

import nbformat

from benchmarks.tutorial import NOTEBOOK, run


def outputs(notebook: nbformat.NotebookNode) -> list[list[Any]]:
    """Return what each cell of code shows: streams as text, results by type."""
    return [
        [output.get("text") or output.get("data") or output for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.filterwarnings("ignore")  # of other people's packages
def test_the_tutorial_shows_what_happens():
    """Each output in the notebook is the one that its cell gives; `python benchmarks/tutorial.py` writes them."""
    kept = outputs(nbformat.read(NOTEBOOK, as_version=4))
    assert sum(map(len, kept)) > 10
    assert outputs(run()) == kept
