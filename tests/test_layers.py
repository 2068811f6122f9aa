"""Imports go one way: values and data below, the three stages beside each other, the pipeline above them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import citeparse

PACKAGE = Path(citeparse.__file__).parent

VALUES = {
    "span", "tokens", "links", "citations", "document", "forms", "authority", "authorities", "case", "known", "normal",
    "paths", "pins", "errors", "ties",
}
STAGES = {"tokenizer", "resolver", "normalizer"}
LATE = {"convert", "display", "documents", "interop", "packed"}
"""A document's other forms: it knows them when asked for them, not before."""
MAY_IMPORT = {
    **dict.fromkeys(VALUES, VALUES),
    **dict.fromkeys(("document", "forms"), VALUES | LATE),
    **dict.fromkeys(("authority", "citations"), VALUES | {"data"}),  # addresses are looked up when asked for
    "data": VALUES | {"data"},
    **{stage: VALUES | {"data", stage} for stage in STAGES},
    **dict.fromkeys(("pipeline", "beforehand", "exact"), VALUES | STAGES | {"data", "pipeline", "beforehand", "exact"}),
}
"""Parts that are not named may import everything but the command line."""

ROOTS = {"__init__", "__main__", "_report_command", "cli"}
RUN_TIME = {"attrs", "attr"}
NEIGHBOURS = {"interop", "documents"}
"""Folders whose modules import other people's packages, each only when it is used."""

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in FILES}
by_module = pytest.mark.parametrize("name", list(MODULES))


def part(name: str) -> str:
    """Return the part of the package that a module belongs to: ``tokenizer`` for ``tokenizer.case``."""
    return name.partition(".")[0]


def imports(name: str, *, at_once: bool = False) -> Iterator[str]:
    """Yield the dotted names that a module imports; those of the package without ``citeparse.``, others with a ``/``.

    ``at_once`` leaves out what is imported inside a function or for type checkers alone.
    """
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (inner(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are absolute"
            base = node.module or ""
            for alias in node.names:
                longer = inner(f"{base}.{alias.name}")
                yield longer if longer in MODULES or f"{longer}.__init__" in MODULES else inner(base)


def inner(dotted: str) -> str:
    """Return the name inside the package, ``__init__`` for its root, or ``/top`` for another package."""
    first, _, rest = dotted.partition(".")
    return f"/{first}" if first != "citeparse" else rest or "__init__"


def test_a_document_learns_its_other_forms_late():
    """The values load neither the conversion to JSON nor pages, frames or what documents look like."""
    at_once = {part(target) for name in ("document", "forms") for target in imports(name, at_once=True)}
    assert not LATE & at_once


def test_the_package_has_its_parts():
    """The tests below look at something."""
    parts = {part(name) for name in MODULES}
    assert VALUES | STAGES | {"data", "pipeline", "cli"} <= parts


@by_module
def test_imports_go_one_way(name):
    """A module imports only from its own layer and those below it."""
    if name in ROOTS:
        return
    found = {part(target) for target in imports(name) if not target.startswith("/")}
    everything = {part(module) for module in MODULES} - ROOTS
    assert found <= MAY_IMPORT.get(part(name), everything)


@by_module
def test_only_the_command_imports_the_command_line(name):
    """A library user never loads argparse."""
    assert name in {"__main__", "cli"} or not {"cli", "_report_command", "__main__"} & set(imports(name))


@by_module
def test_run_time_dependencies(name):
    """Besides the standard library only attrs is imported; reporters-db and courts-db are read as data."""
    others = {target[1:] for target in imports(name) if target.startswith("/")} - sys.stdlib_module_names
    assert part(name) in NEIGHBOURS or others <= RUN_TIME


def test_no_module_imports_itself_by_way_of_others():
    """The imports of the modules form no circle."""
    graph = {
        name: {
            target if target in MODULES else f"{target}.__init__"
            for target in imports(name, at_once=True)
            if not target.startswith("/")
        }
        for name in MODULES
    }
    TopologicalSorter(graph).prepare()


@by_module
def test_modules_and_functions_are_short(name):
    """A module has at most 300 lines, a function at most 40 besides its docstring."""
    source = MODULES[name].read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if length(f) > LONGEST_FUNCTION] == []


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the number of lines of a function without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@by_module
def test_every_module_says_what_it_is(name):
    """Each module opens with a docstring, and all but the roots say what is public in them."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if name != "__main__":
        names = {t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)}
        assert "__all__" in names or not any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in tree.body)
