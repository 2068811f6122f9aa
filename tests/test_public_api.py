"""The names that the package promises."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from pathlib import Path

import pytest

import citeparse
from citeparse import interop

PACKAGE = Path(citeparse.__file__).parent
MOST_NAMES = 40
LONGEST_ROOT = 60

PUBLIC = (
    "citeparse",
    "citeparse.convert",
    "citeparse.csl",
    "citeparse.display",
    "citeparse.documents",
    "citeparse.tokenizer",
    *(f"citeparse.interop.{m.name}" for m in pkgutil.iter_modules(interop.__path__) if not m.name.startswith("_")),
)
"""The modules that people import from."""

NAMES = [(module, name) for module in PUBLIC for name in importlib.import_module(module).__all__]
REFERENCE = [
    pkgutil.resolve_name(name)
    for page in sorted((Path(__file__).parent.parent / "docs" / "reference").glob("*.md"))
    for name in re.findall(r"^::: (\S+)", page.read_text(encoding="utf-8"), re.MULTILINE)
]
"""What the pages of the reference show: classes and functions, and modules with all their names."""


def test_names_are_few():
    """A person can read the whole list: at most forty names."""
    assert 0 < len(citeparse.__all__) <= MOST_NAMES
    assert len(citeparse.__all__) == len(set(citeparse.__all__))


@pytest.mark.parametrize("name", citeparse.__all__)
def test_every_name_exists_and_is_documented(name):
    """Each public name can be had from the root and says what it is."""
    value = getattr(citeparse, name)
    if name == "__version__":
        assert value[0].isdigit()
    else:
        assert inspect.getdoc(value), f"{name} has no docstring"
        assert value.__name__ == name


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_every_public_name_shows_an_example(module, name):
    """Each class and function of ours has an example in its docstring; the test of the docs runs it."""
    value = getattr(importlib.import_module(module), name)
    ours = (inspect.isclass(value) or inspect.isfunction(value)) and value.__module__.startswith("citeparse")
    assert ">>> " in (value.__doc__ or "") or not ours


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_every_public_name_is_in_the_reference(module, name):
    """A page of the reference shows it, by itself or with all of its module."""
    value = getattr(importlib.import_module(module), name)
    homes = [sys.modules[module], sys.modules[getattr(value, "__module__", module)]]
    assert any(shown is value or shown in homes for shown in REFERENCE)


@pytest.mark.parametrize("name", citeparse.__all__)
def test_members_are_documented(name):
    """Each public method and property of a public class has a docstring of its own or of its parent."""
    value = getattr(citeparse, name)
    if not inspect.isclass(value):
        pytest.skip("not a class")
    members = {
        key: member
        for key, member in vars(value).items()
        if not key.startswith("_") and (callable(member) or isinstance(member, property | classmethod | staticmethod))
    }
    assert [key for key, member in members.items() if not inspect.getdoc(getattr(value, key, member))] == []


def test_every_kind_of_authority_is_public():
    """Whoever gets an authority from a document can name its class."""
    from citeparse import authorities

    assert set(authorities.__all__) <= set(citeparse.__all__)


def test_dir_shows_only_the_api():
    """Tab completion in a notebook shows the API."""
    assert dir(citeparse) == sorted(citeparse.__all__)


def test_a_name_is_looked_up_once():
    """A name that has been used is an ordinary attribute of the module."""
    first = citeparse.Span
    assert vars(citeparse)["Span"] is first


def test_error_unknown_name():
    """A name that does not exist fails as in any module."""
    with pytest.raises(AttributeError, match="module 'citeparse' has no attribute 'nothing'"):
        citeparse.nothing  # noqa: B018


def test_root_stays_short():
    """The root module only re-exports."""
    lines = (PACKAGE / "__init__.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_ROOT


def test_package_is_typed():
    """Type checkers of those who use the package read its annotations."""
    assert (PACKAGE / "py.typed").is_file()
