"""The pictures of the report in the documentation, light and dark, taken in Chromium.

    python benchmarks/picture.py     writes docs/assets/report.webp and docs/assets/report-dark.webp

Needs Debian's packages `chromium`, `chromium-driver`, and for its letters `fonts-inter` and `fonts-noto-core`.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from pathlib import Path

from selenium.webdriver import ActionChains, Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

import citeparse
from citeparse.display import report

__all__ = ["main"]

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "ali-v-annucci.txt"
PICTURES = {"light": "report.webp", "dark": "report-dark.webp"}
SHORT_FORM = "477 U.S. at 255"
SIZE = {"width": 1320, "height": 860, "deviceScaleFactor": 1.5, "mobile": False}


def main() -> None:
    """Take both pictures: the pointer on a short form, with its card and the arrow to what it leans on."""
    doc = citeparse.parse(EXAMPLE.read_text(encoding="utf-8"))
    short = next(citation for citation in doc.citations if citation.text == SHORT_FORM)
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        page = Path(folder) / "report.html"
        page.write_text(report(doc, title="Ali v. Annucci"), encoding="utf-8")
        for scheme, name in PICTURES.items():
            _take(browser, page, scheme, (short.index, short.antecedent.index), ROOT / "docs" / "assets" / name)


def _browser() -> Chrome:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or sys.exit("needed and not here: chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    return Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))


def _take(browser: Chrome, page: Path, scheme: str, indexes: tuple[int, int], target: Path) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SIZE)
    browser.get(page.as_uri())
    short, antecedent = (browser.find_element(By.ID, f"m{index}") for index in indexes)
    browser.execute_script("scrollTo(0, arguments[0].getBoundingClientRect().top - 110)", antecedent)
    ActionChains(browser, duration=0).move_to_element(short).pause(0.5).perform()
    picture = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": 85})
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(base64.b64decode(picture["data"]))
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
