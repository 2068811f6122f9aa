"""The site: it is built without a warning, shows every public name, and loads nothing from other hosts."""

from __future__ import annotations

import html.parser
import importlib
import os
import re
import zlib
from pathlib import Path

import pytest

if "CITEPARSE_REQUIRE_DOCS" not in os.environ:
    for needed in ("material", "mkdocstrings_handlers.python", "nbconvert"):
        pytest.importorskip(needed, reason="the site is built with citeparse[docs], which is not installed")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from test_public_api import NAMES

LOADED = {"iframe": "src", "img": "src", "link": "href", "script": "src", "source": "src"}
"""Elements whose attribute a browser fetches without being asked."""

IGNORED = pytest.mark.filterwarnings("ignore")  # of other people's packages


class Loaded(html.parser.HTMLParser):
    """Collects the addresses that a page loads, and those that its styles name."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of an element that is fetched."""
        self.addresses += [value for name, value in attrs if value and LOADED.get(tag) == name]


@pytest.fixture(scope="module")
def site(root, tmp_path_factory) -> Path:
    """Build the site strictly, so that a broken link or a name that is not found fails."""
    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True))
    return folder


@IGNORED
def test_every_public_name_is_shown(site):
    """The inventory of the built site lists every public name, where it is defined or where it is imported from."""
    head, _, body = (site / "objects.inv").read_bytes().partition(b"zlib.\n")
    assert head
    listed = {line.split()[0] for line in zlib.decompress(body).decode().splitlines()}
    for module, name in NAMES:
        home = getattr(getattr(importlib.import_module(module), name), "__module__", module)
        others = not home.startswith("citeparse")
        assert others or listed & {f"{module}.{name}", f"citeparse.{name}", f"{home}.{name}"}, f"{module}.{name}"


@IGNORED
def test_nothing_is_loaded_from_another_host(site):
    """A reader without a network sees what one with a network sees."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        reader = Loaded()
        reader.feed(page.read_text(encoding="utf-8"))
        assert reader.addresses
        assert [address for address in reader.addresses if re.match(r"(?:https?:)?//", address)] == [], page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name
