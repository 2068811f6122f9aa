"""citeparse takes no longer than it did, measured against fixed work in the same process; see `benchmarks/guard.py`."""

import pytest

from benchmarks import guard
from benchmarks.contenders import read_all
from citeparse import parse

pytestmark = pytest.mark.no_cover
"""Tracing would be timed, not the work."""

LIMIT = 1.35
"""What the ratio may be of the committed one: versions of Python and busy machines differ by less, a fault by more."""

TRIES = 3


def test_reading_takes_no_longer_than_it_did():
    """A third more is too much, when it is found three times in a row."""
    limit = LIMIT * guard.committed()
    measured = []
    while len(measured) < TRIES and (not measured or measured[-1] > limit):
        measured.append(guard.ratio())
    assert min(measured) <= limit, f"if this is meant: python benchmarks/guard.py --write; measured {measured}"


def test_reading_half_as_long_again_is_noticed():
    """The guard sees what it is there to see, whatever the machine and version make of the work."""
    twice = set(guard.texts()[::2])

    def slower(text):
        for _ in range(2 if text in twice else 1):
            read_all(parse(text))

    assert guard.ratio(slower) > 1.2 * guard.ratio()
