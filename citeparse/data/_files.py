"""Reading tables: our own TOML files, and the JSON files of the data packages, without importing those packages."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from pathlib import Path
from typing import Any

__all__ = ["package_json", "table"]


def table(name: str) -> dict[str, Any]:
    """Read one of our own TOML tables."""
    with (Path(__file__).parent / name).open("rb") as file:
        return tomllib.load(file)


def package_json(package: str, name: str) -> Any:
    """Read a JSON file from the ``data`` folder of an installed package, which is not imported."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"citeparse needs the package {package.replace('_', '-')}: pip install {package.replace('_', '-')}"
        raise ModuleNotFoundError(message)
    return json.loads((Path(spec.submodule_search_locations[0]) / "data" / name).read_text(encoding="utf-8"))
