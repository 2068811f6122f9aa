"""Texts that once broke what holds of every text; ``tests/fuzz/README.md`` says how they are found."""

import tomllib
from pathlib import Path

import invariants
import pytest

CASES = tomllib.loads((Path(__file__).parents[1] / "fuzz" / "found.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['number']}: {case['found']}")
def test_what_was_found_stays_mended(case):
    """All that `invariants` says holds of it."""
    invariants.check(case["text"] if "text" in case else invariants.text_of(bytes.fromhex(case["bytes"])))


def test_cases_are_numbered_in_order():
    assert [case["number"] for case in CASES] == list(range(1, len(CASES) + 1))
