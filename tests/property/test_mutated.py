"""What holds of every text holds of real opinions that were damaged, too, and under any hash seed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import invariants
import mutations
import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

import citeparse

EXAMPLES = settings(max_examples=200, deadline=None)
FEWER = settings(max_examples=60, deadline=None)

anything = st.one_of(mutations.mutated_opinions(), strategies.pieces(), strategies.texts())

READER = """
import json, sys
import citeparse, invariants
for line in sys.stdin:
    print(json.dumps(invariants.facts(citeparse.parse(json.loads(line)))), flush=True)
"""


@EXAMPLES
@given(mutations.mutated_opinions())
def test_damaged_opinions_are_read(text):
    """All that `invariants` says."""
    invariants.check(text)


@EXAMPLES
@given(st.one_of(strategies.pieces(), strategies.texts()))
def test_pieces_of_citations_and_any_characters_are_read(text):
    """All that `invariants` says."""
    invariants.check(text)


@pytest.fixture(scope="module", params=[1, 12345])
def other_process(request):
    """Return a function that asks a process with another hash seed for the facts of a text."""
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parent.parent)])
    process = subprocess.Popen(
        [sys.executable, "-c", READER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONHASHSEED": str(request.param), "PYTHONPATH": path},
    )

    def ask(text):
        process.stdin.write(json.dumps(text) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait()
    process.stdout.close()


@FEWER
@given(anything)
def test_another_hash_seed_changes_nothing(other_process, text):
    assert other_process(text) == json.loads(json.dumps(invariants.facts(citeparse.parse(text))))
