"""The time that a text takes grows as the text does, for texts made to hurt; `benchmarks/growth.py` goes further."""

import pytest

from benchmarks import growth, hostile

KILOBYTES = (16, 64, 256)

FAMILIES = {family.name: family for family in (*hostile.FIXED, *hostile.generated(1), *hostile.pairs(12))}


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_no_faster_than_the_text(name):
    """No step from one size to the next costs more than 2.3 times for each doubling."""
    step = growth.steepest(FAMILIES[name], [size * growth.KILOBYTE for size in KILOBYTES], growth.TIME)
    assert step.factor <= growth.PER_DOUBLING, f"{name}: {step}"


def test_families_come_from_the_tables_of_the_rules():
    """Every word that triggers a rule has families of its own."""
    names = {family.name for family in hostile.generated(1)}
    assert hostile.triggers()
    assert {f"{word!r} repeated" for word in hostile.triggers()} <= names


def test_families_make_texts_of_the_size_asked_for():
    for family in FAMILIES.values():
        assert 0.9 * 4096 <= len(family.text(4096)) <= 4096


def measure(cost):
    return growth.Measure("work", cost, least=0, beyond_doubt=100)


def test_quadratic_work_is_noticed():
    """The measure itself tells quadratic from linear."""
    quadratic = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda text: len(text) ** 2 / 1e6))
    linear = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda text: len(text) / 1e6))
    assert (quadratic.factor, linear.factor) == (pytest.approx(4), pytest.approx(2))


def test_a_busy_machine_is_given_another_chance():
    """A step that was steep by accident is measured again."""
    costs = iter([1.0, 9.0, 1.0, 4.0])
    step = growth.steepest(hostile.FIXED[0], [1024, 4096], measure(lambda _: next(costs)))
    assert step.factor == pytest.approx(2)
