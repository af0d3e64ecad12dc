"""Pictures of each kind of page, for the README and whoever reviews a change of the look, and editors.

python -m tools.screenshots     builds the site and writes screenshots/, and what the editors' pages show
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from handbook.languages import CODES
from handbook.reading.reader import Reader
from tests.website.building import ROOT, mkdocs, served
from tests.website.editing_form import form_with
from tools.browser import chromium, whole

FOLDER = ROOT / "screenshots"
# Shown by the editors' pages themselves.
SHOWN = ROOT / "docs/assets/pictures"
# Enough for what has no photograph in it; a third of the bytes.
_COLOURS = 64
PHONE, DESKTOP = (360, 640), (1366, 768)
CARD = "scenarios/refund-after-deadline/"


@dataclass(frozen=True)
class Shot:
    """A page at a size and in a scheme, all of which the file's name says; `open` is what is opened on it."""

    name: str
    path: str
    size: tuple[int, int]
    scheme: str
    open: str = ""

    @property
    def file(self) -> str:
        return f"{self.name}-{'phone' if self.size == PHONE else 'desktop'}-{self.scheme}.png"


# What staff use most, at both sizes.
OFTEN = {
    "home-hr": ("hr/", ""),
    "card-pl": (f"pl/{CARD}", ""),
    "call-en": (f"en/{CARD}?call=1", ""),
    "search-hr": ("hr/decide/", "search"),
    "finder-en": ("en/find/?family=anger&channel=phone", ""),
    "guide-hr": ("hr/guides/saying-no-well/", ""),
    "decide-pl": ("pl/decide/", ""),
    "phrasebook-en": ("en/phrasebook/", ""),
    "glossary-pl": ("pl/reference/glossary/", ""),
}
# What is read now and then, once each.
SELDOM = {
    "chooser": ("#choose", ""),
    "languages-pl": (f"pl/{CARD}", "languages"),
    "practise-pl": ("pl/practise/", ""),
    "sources-hr": ("hr/reference/sources/", ""),
    "contradictions-en": ("en/reference/contradictions/", ""),
    "status-hr": ("hr/editing/status/", ""),
    "editing-pl": ("pl/editing/", ""),
    "rules-en": ("en/editing/rules/", ""),
    "missing-hr": ("hr/404.html", ""),
}
SHOTS = [
    *(Shot(name, path, DESKTOP, "light", opened) for name, (path, opened) in (OFTEN | SELDOM).items()),
    *(Shot(name, path, PHONE, "dark", opened) for name, (path, opened) in OFTEN.items()),
    Shot("card-pl", f"pl/{CARD}", DESKTOP, "dark"),
    Shot("card-pl", f"pl/{CARD}", PHONE, "light"),
    Shot("home-hr", "hr/", PHONE, "light"),
]


def take(browser: Browser, address: str, shot: Shot) -> None:
    """Take one picture.

    Raises:
        SystemExit: there is no such page.
    """
    page = browser.new_page(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        locale="fi-FI",  # So that the chooser leaves the choice to the reader.
        reduced_motion="reduce",
    )
    response = page.goto(f"{address}{shot.path}", wait_until="networkidle")
    if response is None or not response.ok:
        raise SystemExit(f"{shot.name}: there is no page {shot.path}")
    if shot.open == "languages":
        page.locator("button[popovertarget=languages]").click()
    elif shot.open == "search":
        opener, box = page.locator(".finding-open"), page.locator(".finding input")
        (opener if opener.is_visible() else box).click()
        page.keyboard.type("povrat novca")
        page.locator(".finding-result mark").first.wait_for()
    page.screenshot(path=FOLDER / shot.file)
    page.close()


def take_form(browser: Browser, address: str, code: str) -> None:
    """Take the form of /edit/ in a language: a card in fields, and what a card is said to rest on."""
    # What a card rests on stands in its original.
    project, beside = Reader(ROOT).read(), next(other for other in CODES if other != code)
    card = next(card for card in project.cards(code) if project.original(card.slug) is card)
    files = {one.file: one.document.text for one in project.pages.values() if project.is_card(one)}
    with form_with(browser, address, code, files) as form:
        form.open("scenarios", Path(card.slug).stem)
        fields = {"sentences": [("say", code), ("say", beside)], "claims": [("details.claims", code)]}
        for name, shown in fields.items():
            form.page.set_viewport_size({"width": 1500, "height": 1000})
            found = [form.field(key, of) for key, of in shown]
            form.page.set_viewport_size({"width": 1100, "height": 640})
            for field in found:
                field.evaluate("field => field.scrollIntoView({ block: 'start' })")
            file = SHOWN / f"form-{name}-{code}.png"
            form.page.screenshot(path=file)
            Image.open(file).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
                file, optimize=True
            )
            print(file.relative_to(ROOT))


def main() -> None:
    """Build, serve and take every picture; pictures that are no longer taken are removed."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if old.name not in {shot.file for shot in SHOTS}:
            old.unlink()
    with tempfile.TemporaryDirectory() as site:
        done = mkdocs(ROOT, "build", "--strict", "--site-dir", site)
        if done.returncode:
            raise SystemExit(done.stdout)
        with served(Path(site)) as address, chromium(whole()) as browser:
            for shot in SHOTS:
                take(browser, address, shot)
                print(FOLDER.name, shot.file, sep="/")
            SHOWN.mkdir(exist_ok=True)
            for code in CODES:
                take_form(browser, address, code)


if __name__ == "__main__":
    main()
