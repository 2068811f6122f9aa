"""What the tests share: the repository, the example opinion, and a way to run Python as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

# Examples are the same in every run: a failure is a fault of the change at hand, not of the day.
hypothesis.settings.register_profile("citeparse", deadline=None, derandomize=True)
hypothesis.settings.load_profile("citeparse")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def example_path(root: Path) -> Path:
    """Return the opinion that README runs."""
    return root / "docs" / "examples" / "ali-v-annucci.txt"


@pytest.fixture(scope="session")
def example(example_path: Path) -> str:
    """Return its text."""
    return example_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def run(root: Path) -> Run:
    """Return a function that runs this Python, on this checkout, in a process of its own."""

    def run_python(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
        environment = os.environ | {"PYTHONPATH": str(root), "PYTHONUTF8": "1", "COLUMNS": "100"}
        environment.pop("PYTHONWARNINGS", None)
        return subprocess.run(
            [sys.executable, *arguments], capture_output=True, env=environment, timeout=60, check=False, **options
        )

    return run_python
