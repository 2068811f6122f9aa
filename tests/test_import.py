"""Importing citeparse is cheap, and the tables load only when a text needs them."""

from __future__ import annotations

import json
import statistics
import time

import pytest

HEAVY = ("reporters_db", "courts_db", "attrs", "tomllib", "multiprocessing")
BUDGET = 0.060
PAIRS = 7

TABLES_OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, seen: opened.append(str(seen[0])) if event == "open" else None)
import citeparse
citeparse.parse
print([name for name in opened if name.endswith((".toml", ".json"))])
"""
LOADED = "import citeparse, json, sys; {use}; print(json.dumps(sorted(sys.modules)))"


def modules_after(run, use: str) -> set[str]:
    """Return the names of the modules that are loaded after ``use``."""
    done = run("-c", LOADED.format(use=use))
    assert done.returncode == 0, done.stderr.decode()
    return set(json.loads(done.stdout))


def test_import_loads_no_stage_and_no_table(run):
    """``import citeparse`` loads the root module alone."""
    loaded = modules_after(run, "pass")
    assert {name for name in loaded if name.startswith("citeparse")} == {"citeparse"}
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("use", ["citeparse.Case", "citeparse.Span", "citeparse.Link"])
def test_values_load_without_the_stages(run, use):
    """A value class can be had without the tokenizer, the resolver and the normalizer."""
    loaded = modules_after(run, use)
    assert not [name for name in loaded if name.startswith(("citeparse.tokenizer", "citeparse.resolver"))]


def test_having_parse_reads_no_table(run):
    """The data of reporters-db and courts-db is read by the first parse, not by naming ``parse``."""
    done = run("-c", TABLES_OPENED)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().strip() == "[]"


def test_parsing_imports_neither_database(run):
    """Their data files are read; their modules, which compile patterns and open everything, are not imported."""
    loaded = modules_after(run, "citeparse.parse('Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)')")
    assert "citeparse.pipeline" in loaded
    assert loaded.isdisjoint({"reporters_db", "courts_db"})


def test_import_keeps_its_budget(run):
    """``import citeparse`` costs at most 60 ms more than a bare interpreter (median of pairs of fresh processes)."""

    def seconds(script: str) -> float:
        start = time.perf_counter()
        assert run("-c", script).returncode == 0
        return time.perf_counter() - start

    seconds("import citeparse")
    differences = [seconds("import citeparse") - seconds("pass") for _ in range(PAIRS)]
    assert statistics.median(differences) <= BUDGET
