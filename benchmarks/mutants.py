"""Check the tests: change the rules one place at a time, and see whether a test notices.

    python benchmarks/mutants.py                         a sample of the changes to the tokenizer and the resolver
    python benchmarks/mutants.py --parts resolver --sample 200 --seed 7

The changes to the code are those of cosmic-ray; to them come changes to patterns: what is optional becomes required, an
alternative goes away, what may repeat may not. Each is made in a copy of the tree, where the tests of the rules are
run. A change that no test notices is printed: it shows a test that is missing, or code that makes no difference.
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names
from parso.python.tree import PythonNode

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent

TESTS = ("cases", "structure", "resolver", "record", "pins", "accuracy")
"""The tests that are run, those that say most first."""

LEFT_OUT = re.compile(
    r"Binary|VariableReplacer|VariableInserter|ExceptionReplacer|RemoveDecorator|_Is|Is_|IsNot_"
    r"|Eq_[LG]tE?$|_(?:[LG]tE?)_(?:Not)?Eq|USub_(?:UAdd|Invert|Not)"
)
"""Operators of cosmic-ray that mostly change annotations, or say again what another says: ``==`` is not ``<=``."""

SECONDS = 300
"""Tests that take so long have met a loop without end."""


class PatternOperator(Operator):
    """Changes one piece of a pattern."""

    piece = re.compile("")
    becomes = ""

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield the place of the string once for each of its pieces."""
        for _ in self._pieces(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Change the piece of that index."""
        found = self._pieces(node)[index]
        node.value = node.value[: found.start()] + self.becomes + node.value[found.end() :]
        return node

    def _pieces(self, node: Any) -> list[re.Match[str]]:
        words = node.value if node.type in ("string", "fstring_string") else ""
        return list(self.piece.finditer(words)) if "\\" in words or "(?" in words else []

    @classmethod
    def examples(cls) -> tuple[()]:
        """Return none: cosmic-ray asks for them in its own tests."""
        return ()


class RequireOptional(PatternOperator):
    """``x?`` becomes ``x``."""

    piece = re.compile(r"(?<=[\w.)\]])\?(?![?+:=!<P])")


class DropAlternative(PatternOperator):
    """In ``a|b`` no ``b`` is found."""

    piece = re.compile(r"(?<!\\)\|(?![^\[\]\n]*\])")
    becomes = "|(?!)"


class RepeatOnce(PatternOperator):
    """``x{0,3}`` and ``x*`` become ``x``; ``x+``, too."""

    piece = re.compile(r"(?<=[\w.)\]])(?:\{[0-9]+,[0-9]*\}|[*+])(?![?+])")


PATTERN_OPERATORS = (RequireOptional, DropAlternative, RepeatOnce)


@attrs.frozen
class Mutant:
    """One change to one module."""

    path: Path
    operator: Operator
    occurrence: int

    def changed(self) -> str:
        """Return the module with the change made."""
        code: str = mutate_code(self.path.read_text(encoding="utf-8"), self.operator, self.occurrence)
        return code

    def diff(self) -> str:
        """Return the lines that change."""
        before, after = self.path.read_text(encoding="utf-8").splitlines(), self.changed().splitlines()
        lines = list(difflib.unified_diff(before, after, lineterm="", n=0))[2:]
        return "\n".join([f"{self.path.relative_to(ROOT)}  {type(self.operator).__name__}", *lines])


def mutants(parts: Sequence[str]) -> Iterator[Mutant]:
    """Yield every change to the modules of these parts."""
    names = [name for name in operator_names() if not LEFT_OUT.search(name)]
    operators = [*(get_operator(name)() for name in names), *(operator() for operator in PATTERN_OPERATORS)]
    for path in sorted(path for part in parts for path in (ROOT / "citeparse" / part).glob("*.py")):
        nodes = list(_nodes(get_ast(path.read_text(encoding="utf-8"))))
        for operator in operators:
            count = sum(len(list(operator.mutation_positions(node))) for node in nodes)
            yield from (Mutant(path, operator, occurrence) for occurrence in range(count))


def _nodes(tree: PythonNode) -> Iterator[Any]:
    return ast_nodes(tree)


def noticed(mutant: Mutant, tree: Path) -> bool:
    """Return whether a test fails in the tree with the change made; the change is taken back."""
    path = tree / mutant.path.relative_to(ROOT)
    path.write_text(mutant.changed(), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *(f"tests/test_{name}.py" for name in TESTS)],
            cwd=tree, capture_output=True, timeout=SECONDS, check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(mutant.path.read_text(encoding="utf-8"), encoding="utf-8")
    return done.returncode != 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    args = _arguments().parse_args(argv)
    every = list(mutants(args.parts))
    chosen = random.Random(args.seed).sample(every, min(args.sample, len(every)))  # noqa: S311 - the same sample again
    print(f"{len(every)} changes, {len(chosen)} of them tried", flush=True)
    killed = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = Path(folder, "tree")
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache"))
        for number, mutant in enumerate(chosen, 1):
            if noticed(mutant, tree):
                killed += 1
            else:
                print(f"\n{number}: {mutant.diff()}", flush=True)
    print(f"\n{killed} of {len(chosen)} noticed: {killed / len(chosen):.0%}")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--parts", nargs="+", default=["tokenizer", "resolver"], metavar="FOLDER", help="default: tokenizer resolver")
    add("--sample", type=int, default=100, metavar="N", help="changes to try (default: 100)")
    add("--seed", type=int, default=20, metavar="N", help="which ones (default: 20)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
