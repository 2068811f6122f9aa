"""What README, the docs and the docstrings show is what happens."""

from __future__ import annotations

import doctest
import importlib
import re
import shlex
import shutil
from pathlib import Path

import pytest

import citeparse
from citeparse.cli import main

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(citeparse.__file__).parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
COMMAND = re.compile(r"^\$ citeparse (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
"""A command of a console block, with what it prints."""
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
LINK = re.compile(r"\]\(([^)#\s]+)[^)\s]*\)")


def blocks(page: Path, *languages: str) -> list[str]:
    """Return the fenced blocks of a page in these languages, in order."""
    return [body for language, body in BLOCK.findall(page.read_text(encoding="utf-8")) if language in languages]


def failures(test: doctest.DocTest) -> str:
    """Run a doctest and return what it prints when it fails."""
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    runner.run(test, out=said.append, clear_globs=False)
    return "".join(said)


def test_readme_has_examples():
    """The tests below look at something."""
    assert blocks(ROOT / "README.md", "pycon")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_pages_run(page, tmp_path, monkeypatch, capfd):
    """Blocks of a page run one after the other in a folder with the example; sessions print what they show."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    names: dict[str, object] = {}
    for number, body in enumerate(blocks(page, "python", "pycon", "console")):
        if body.startswith("$ "):
            for command, shown in COMMAND.findall(body):
                assert main(shlex.split(command)) == 0
                assert doctest.OutputChecker().check_output(shown, capfd.readouterr().out, OPTIONS)
        elif body.lstrip().startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(body, names, f"{page.name}:{number}", str(page), 0)
            test.globs = names
            assert failures(test) == ""
        else:
            exec(compile(body, str(page), "exec"), names)  # noqa: S102


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples_of_docstrings_run(name):
    """The examples in a module's docstrings print what they show."""
    module = importlib.import_module(name)
    assert "".join(failures(test) for test in doctest.DocTestFinder(exclude_empty=True).find(module)) == ""


def test_readme_opens_with_two_commands():
    """The first sh block is two lines: one runs the main job, one the tests."""
    main_job, tests = blocks(ROOT / "README.md", "sh")[0].splitlines()
    assert shlex.split(main_job)[-1] == "docs/examples/ali-v-annucci.txt"
    assert (ROOT / shlex.split(main_job)[-1]).is_file()
    assert tests.endswith("python -m pytest")


def test_keys_of_normal_forms():
    """Every printed form in the table of normal forms has the key that stands beside it."""
    page = (ROOT / "docs" / "normal_forms.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|`]+ \| `([^`]+)` \| `([^`]+)` \|", page, re.MULTILINE)
    assert len(rows) > 10
    assert {printed: citeparse.cite(printed).key for printed, _ in rows} == dict(rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_pages_lead_somewhere(page):
    """A relative link names a file of the repository."""
    targets = [t for t in LINK.findall(page.read_text(encoding="utf-8")) if not t.startswith(("http", "mailto:"))]
    sources = {(page.parent / target) for target in targets}
    assert [p for p in sources if not p.exists() and not p.with_suffix(".ipynb").exists()] == []


def test_navigation_names_pages():
    """Every page that the navigation of the site names exists, and every page and notebook is named."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"^\s+- .*?([\w/-]+\.md)$", text, re.MULTILINE))
    pages = [*PAGES[1:], *(path.with_suffix(".md") for path in (ROOT / "docs").glob("*.ipynb"))]
    assert named == {str(page.relative_to(ROOT / "docs")) for page in pages}
