"""The time that a text takes grows as the text does, for texts made to hurt; `benchmarks/growth.py` goes further."""

import pytest

from benchmarks import growth, hostile

pytestmark = pytest.mark.no_cover
"""Tracing would be timed, not the work."""

FAMILIES = {family.name: family for family in (*hostile.FIXED, *hostile.generated(1, 1), *hostile.pairs(8))}

LARGE = [name for number, name in enumerate(FAMILIES) if " repeated" not in name or number % 48 == 0]
"""Families that go on to larger texts: the chains of distinct parts, and a sample of the rest."""


def kilobytes(*sizes):
    return [size * growth.KILOBYTE for size in sizes]


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_no_faster_than_the_text(name):
    """Each doubling from 4 to 16 KB costs at most 2.3 times as much."""
    step = growth.steepest(FAMILIES[name], kilobytes(4, 16), growth.TIME)
    assert not step.too_steep, f"{name}: {step}"


@pytest.mark.parametrize("name", LARGE)
def test_time_of_larger_texts_grows_no_faster(name):
    """So does each from 16 to 256 KB."""
    step = growth.steepest(FAMILIES[name], kilobytes(16, 256), growth.TIME)
    assert not step.too_steep, f"{name}: {step}"


@pytest.mark.parametrize("name", LARGE[::7])
def test_memory_grows_no_faster_than_the_text(name):
    """Each doubling from 16 to 32 KB takes at most 2.3 times as much."""
    step = growth.steepest(FAMILIES[name], kilobytes(16, 32), growth.MEMORY)
    assert not step.too_steep, f"{name}: {step}"


@pytest.mark.parametrize("name", LARGE)
def test_reading_one_citation_costs_the_same_in_any_text(name):
    """What is derived when it is read looks at its surroundings, not at the whole document."""
    step = growth.steepest(FAMILIES[name], kilobytes(8, 32), growth.EACH)
    assert not step.too_steep, f"{name}: {step}"


def test_families_come_from_the_tables_of_the_rules():
    """Every word that triggers a rule has families of its own."""
    names = {family.name for family in hostile.generated(1)}
    assert hostile.triggers()
    assert {f"{f'{word} 1 '!r} repeated" for word in hostile.triggers()} <= names


def test_families_make_texts_of_the_size_asked_for():
    for family in FAMILIES.values():
        assert 0.9 * 4096 <= len(family.text(4096)) <= 4096


def measure(cost):
    return growth.Measure("work", cost, limit=2.3, least=0)


def test_quadratic_work_is_noticed():
    """The measure itself tells quadratic from linear."""
    quadratic = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda text: len(text) ** 2 / 1e6))
    linear = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda text: len(text) / 1e6))
    assert (quadratic.factor, linear.factor) == (pytest.approx(4), pytest.approx(2))


def test_a_busy_machine_is_given_another_chance():
    """A step that was steep by accident is measured again."""
    costs = iter([0.0, 0.1, 0.9, 0.1, 0.4])
    step = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda _: next(costs)))
    assert step.factor == pytest.approx(2)
