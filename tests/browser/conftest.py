"""A real browser: Chromium with its driver, as Debian's packages `chromium` and `chromium-driver` install them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

import citeparse
from citeparse.display import report

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
WIDE, NARROW = (1440, 900), (390, 844)

Open = Callable[..., Chrome]


@pytest.fixture(scope="session")
def chrome() -> Iterator[Chrome]:
    """Return one browser for all tests; without it they are skipped, or fail if CITEPARSE_REQUIRE_BROWSER is set."""
    browser, driver = next(filter(None, map(shutil.which, BROWSERS)), None), shutil.which("chromedriver")
    if browser is None or driver is None:
        missing = f"not installed: {'chromedriver' if browser else 'Chromium'}"
        if os.environ.get("CITEPARSE_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    options = ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ARGUMENTS:
        options.add_argument(argument)
    with Chrome(options=options, service=ChromeService(driver)) as started:
        started.set_script_timeout(30)
        yield started


@pytest.fixture
def page(chrome: Chrome, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens HTML from disk, in a window of some size; no page may complain of anything."""

    def opened(html: str, size: tuple[int, int] = WIDE, scheme: str = "light") -> Chrome:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == NARROW}
        chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chrome.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": size == NARROW})
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        chrome.get(path.as_uri())
        return chrome

    yield opened
    assert chrome.get_log("browser") == []


@pytest.fixture(scope="session")
def ali(example: str) -> str:
    """Return the report of the example opinion."""
    return report(citeparse.parse(example), title="Ali v. Annucci")
