"""Pictures of each kind of page, for the README and for whoever reviews a change of the look.

python -m tests.screenshots     builds the site and writes screenshots/
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import find_browser
from tests.website.building import ROOT, mkdocs, served

FOLDER = ROOT / "screenshots"
PHONE, DESKTOP = (360, 640), (1366, 768)


@dataclass(frozen=True)
class Shot:
    """A page at a size and in a scheme; the file's name says all three."""

    name: str
    path: str
    size: tuple[int, int]
    scheme: str

    @property
    def file(self) -> str:
        return f"{self.name}-{'phone' if self.size == PHONE else 'desktop'}-{self.scheme}.png"


PAGES = {
    "home-hr": "hr/",
    "card-pl": "pl/scenarios/refund-after-deadline/",
    "finder-en": "en/find/",
    "guide-hr": "hr/guides/saying-no-well/",
    "decide-pl": "pl/decide/",
    "phrasebook-en": "en/phrasebook/",
    "glossary-pl": "pl/reference/glossary/",
    "status-hr": "hr/editing/status/",
}
SHOTS = [
    Shot(name, path, size, scheme)
    for name, path in PAGES.items()
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark"))
] + [
    Shot("card-pl", PAGES["card-pl"], DESKTOP, "dark"),
    Shot("card-pl", PAGES["card-pl"], PHONE, "light"),
    Shot("home-hr", PAGES["home-hr"], PHONE, "light"),
]


def main() -> None:
    """Build, serve and take every picture; pictures that are no longer taken are removed."""
    browser = find_browser()
    if browser is None:
        raise SystemExit("no Chrome or Chromium: run `python -m tests.browser`")
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if old.name not in {shot.file for shot in SHOTS}:
            old.unlink()
    with tempfile.TemporaryDirectory() as site:
        done = mkdocs(ROOT, "build", "--strict", "--site-dir", site)
        if done.returncode:
            raise SystemExit(done.stdout)
        with served(Path(site)) as address, sync_playwright() as playwright:
            arguments = ["--no-sandbox", "--disable-background-networking"]
            chromium = playwright.chromium.launch(executable_path=str(browser), args=arguments)
            for shot in SHOTS:
                width, height = shot.size
                page = chromium.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if shot.scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                page.goto(f"{address}{shot.path}", wait_until="networkidle")
                page.screenshot(path=FOLDER / shot.file)
                page.close()
                print(FOLDER.name, shot.file, sep="/")
            chromium.close()


if __name__ == "__main__":
    main()
