"""Pictures of each kind of page, for the README and whoever reviews a change of the look, and editors.

python -m tools.screenshots     builds the site and writes screenshots/, and what the editors' pages show
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from handbook.languages import CODES, language
from handbook.model.document import Item
from handbook.model.project import Page as Card
from handbook.reading.reader import Reader
from tests.website.building import KEPT, ROOT, copy_with_kept, mkdocs, served
from tests.website.editing_form import ENABLE, SAVE, Form, form_with
from tools.browser import chromium, whole

FOLDER = ROOT / "screenshots"
# Shown by the editors' pages themselves.
SHOWN = ROOT / "docs/assets/pictures"
# Enough for what has no photograph in it; a third of the bytes.
_COLOURS = 64
# A window in which the form is still read when it is shown on a page.
_SMALL = ViewportSize(width=1100, height=640)
_CARDS, _STEPS = "scenarios", 5
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
    """Take the form of /edit/ in a language, as an editor of it meets it on each of their ways."""
    project, beside = Reader(ROOT).read(), next(other for other in CODES if other != code)
    fitting = [card for card in project.cards(code) if len(_steps(card)) == _STEPS]
    cards = [(card, project.original(card.slug)) for card in fitting]
    # What a card rests on stands in its original.
    *_, card = (card for card, original in cards if original is card)
    translated, original = next((c, found) for c, found in cards if found and found.language == beside)
    files = {one.file: one.document.text for one in project.pages.values() if project.is_card(one)}
    with form_with(browser, address, code, files) as form:
        form.open(_CARDS, Path(card.slug).stem)
        for name, shown in {
            "sentences": [("say", code), ("say", beside)],
            "claims": [("details.claims", code)],
        }.items():
            form.page.set_viewport_size({"width": 1500, "height": 1000})
            fields = [form.field(key, of) for key, of in shown]
            _keep(form, f"form-{name}-{code}", fields)
        form.page.set_viewport_size({"width": 1500, "height": 1000})
        steps = form.field("do")
        steps.get_by_role("button").last.click()
        expect(steps.get_by_role("textbox")).to_have_count(_STEPS + 1)
        _keep(form, f"form-steps-{code}", [steps])
    behind = files | {original.file: re.sub(r"^5\. .+\n", "", files[original.file], flags=re.MULTILINE)}
    with form_with(browser, address, code, behind) as form:
        form.open(_CARDS, Path(translated.slug).stem)
        form.entries("do", [item.text for item in _steps(translated)[:-1]])
        form.page.set_viewport_size(_SMALL)
        form.page.get_by_role("button", name=SAVE[code], exact=True).click()
        form.page.get_by_role("dialog", name=language(code).word("form-level", "title")).wait_for()
        _keep(form, f"form-question-{code}")
    with form_with(browser, address, code, {original.file: original.document.text}) as form:
        form.page.get_by_text(original.title).click()
        # It is there to be translated: all that the form offers in this language is to begin.
        form.page.get_by_role("button", name=re.compile(ENABLE[code])).first.wait_for()
        form.field("title", beside)
        form.page.set_viewport_size(_SMALL)
        _keep(form, f"form-translate-{code}")


def take_banners(browser: Browser, root: Path) -> None:
    """Take what readers of each language are told on a page whose original has moved on."""
    project = Reader(root).read()
    behind: dict[str, str] = {}
    for code in CODES:
        one = next(card for card in project.cards(code) if project.original(card.slug) is card)
        if waiting := set(CODES) - {code, *behind}:
            text = re.sub(r"^5\. .+\n", "", one.document.text, flags=re.MULTILINE)
            (root / one.file).write_text(text, "utf8")
            behind |= dict.fromkeys(waiting, one.slug.removesuffix(".md"))
    done = mkdocs(root, "build", **KEPT)
    if done.returncode:
        raise SystemExit(done.stdout)
    with served(root / "site") as address:
        page = browser.new_page(viewport=_SMALL, locale="fi-FI", reduced_motion="reduce")
        for code, slug in behind.items():
            page.goto(f"{address}{code}/{slug}/", wait_until="networkidle")
            page.locator(".banner.stale").wait_for()
            _write(page, SHOWN / f"behind-{code}.png")
        page.close()


def _steps(card: Card) -> Sequence[Item]:
    section = card.document.section("do")
    return section.items if section else ()


def _keep(form: Form, name: str, fields: Sequence[Locator] = ()) -> None:
    """Take a picture of a small window, in which these fields are shown, and store it in few bytes."""
    form.page.set_viewport_size(_SMALL)
    for field in fields:
        field.evaluate("field => field.scrollIntoView({ block: 'start' })")
    _write(form.page, SHOWN / f"{name}.png")


def _write(page: Page, file: Path) -> None:
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
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
            take_banners(browser, copy_with_kept(Path(site, "behind")))


if __name__ == "__main__":
    main()
