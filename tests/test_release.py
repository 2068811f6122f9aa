"""What a release carries beside the code: notices for what others made, and a changelog of the agreed form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import citeparse

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(citeparse.__file__).parent / "data"
NOTICES = (ROOT / "NOTICES").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"^  (\S+) {2,}(.*)$", NOTICES, re.MULTILINE))
"""Files and folders that NOTICES names, with their sources."""

SOURCES = ("reporters-db", "courts-db", "legal-modernism")
"""What has a licence that asks for a notice."""

CODE = {".py", ".pyc"}

SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_notices_name_every_table():
    """Each table of the package has its source in NOTICES, and NOTICES names no other."""
    tables = {path.name for path in DATA.iterdir() if path.is_file() and path.suffix != ".py"}
    assert tables == {name for name in NAMED if "/" not in name}


def test_notices_name_every_folder_of_texts():
    """So has each folder of texts that the source distribution carries."""
    folders = {file.parent.relative_to(ROOT).as_posix() for file in ROOT.glob("tests/*/*.*") if file.suffix not in CODE}
    assert folders | {"benchmarks/samples", "docs/examples"} == {name for name in NAMED if "/" in name}


@pytest.mark.parametrize("source", SOURCES)
def test_notices_have_the_licence_of_every_source(source):
    """A source that a table is made from has its licence and copyright line below."""
    assert any(source in words for words in NAMED.values())
    licence = NOTICES.partition(f"\n{source}: ")[2].partition("\n====")[2].partition("\n====")[0]
    assert "Copyright (c)" in licence
    assert '"AS IS"' in licence


def test_changelog_keeps_its_form():
    """Keep a Changelog: versions with their days, newest first, and changes under the six known headings."""
    log = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.*)$", log, re.MULTILINE)
    assert versions
    assert [v for v in versions if not re.fullmatch(r"\[Unreleased\]|\[[0-9.]+\] - [0-9]{4}(-[0-9]{2}){2}", v)] == []
    numbers = [tuple(map(int, number.split("."))) for number in re.findall(r"^## \[([0-9.]+)\]", log, re.MULTILINE)]
    assert numbers == sorted(set(numbers), reverse=True)
    assert "## [Unreleased]" not in versions[1:]
    assert set(re.findall(r"^### (.*)$", log, re.MULTILINE)) <= SECTIONS
