"""New pages begun in the form of /edit/: whatever nobody has to know is given to them."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.model.card import PREFIXES
from handbook.model.new_page import card_id, first_review, next_number
from handbook.model.rules import NOTICE
from tests.support.project import copy_of_the_handbook
from tests.support.told import Checked, places
from tests.website.editing_form import SAVE, Form, form_with, saved
from tests.website.new_pages import CARDS, GUIDES

NEW = "lost-receipt"
_DAYS = """async (days) => {
  const { begun } = await import(new URL("../assets/edit/beginning.js", location.href).href);
  const shape = { given: { needed: false, ids: null, months: 6 } };
  return days.map(([year, month, day]) => {
    const { details } = begun({}, shape, "", new Date(year, month - 1, day));
    return [details.verified, details.review_by];
  });
}"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return Checked(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


def begin(opened: Form, folder: str) -> None:
    """Begin a new page in fields and name its file."""
    opened.open(folder, "new")
    opened.page.get_by_role("group", name="Slug").get_by_role("textbox").first.fill(NEW)


def given(text: str) -> list[str]:
    """The lines that a new page is given with its days."""
    today = datetime.date.today()
    days = [f"verified: {today}", f"review_by: {first_review(today)}"]
    return [line for line in text.split("\n") if line.startswith("id: ") or line in days]


@pytest.mark.parametrize("code", CODES)
def test_a_card_is_added_in_one_language(browser: Browser, address: str, checked: Checked, code: str) -> None:
    card, sources = CARDS[code], checked.project.sources
    files = {one.file: one.document.text for one in checked.project.cards(code)}
    names, own = language(code).texts, {one.slug: one for one in checked.project.cards(code)}
    with form_with(browser, address, code, files) as opened:
        begin(opened, "scenarios")
        opened.fill(card.words)
        # Without what only an original has nothing is saved, and the form says what is missing.
        opened.page.get_by_role("button", name=SAVE[code], exact=True).click()
        told = opened.page.get_by_role("alertdialog")
        expect(told).to_contain_text(language(code).word("form", "details-missing"))
        told.get_by_role("button").last.click()
        assert saved(opened, files) == {}
        opened.field("details").get_by_role("checkbox").first.click()
        opened.choose("details.family", names["families"]["saying-no"])
        opened.choose("details.decision", names["decisions"]["hold"])
        opened.choose("details.claims", f"P-01: {sources.practice['P-01'][code]}")
        for name in card.related:
            opened.choose("details.related", own[f"scenarios/{name}.md"].title)
        opened.choose("details.local_rules", sources.local_rules[code]["law"].title)
        opened.field("details.channels").get_by_role("checkbox").first.click()
        opened.save()
        for name in card.related:
            opened.open("scenarios", name)
            opened.choose("details.related", str(card.words["title"]))
            opened.save()
        changed = saved(opened, files)
    path = f"docs/{code}/scenarios/{NEW}.md"
    assert set(changed) == {path, *(f"docs/{code}/scenarios/{name}.md" for name in card.related)}
    number = next_number(checked.project, PREFIXES["saying-no"])
    assert len(given(changed[path])) == 3
    assert given(changed[path])[0] == f"id: {card_id(PREFIXES['saying-no'], number)}"
    assert places(checked.told(changed)) == [(path, NOTICE, "translation-missing")]


@pytest.mark.parametrize("code", CODES)
def test_a_guide_is_added_in_one_language(
    browser: Browser, address: str, checked: Checked, code: str
) -> None:
    guide = GUIDES[code]
    with form_with(browser, address, code, {}) as opened:
        begin(opened, "guides")
        for key, said in guide.items():
            if key.endswith(".heading"):
                opened.field("sections").get_by_role("button").last.click()
            opened.fill({key: said})
        opened.save()
        changed = saved(opened, {})
    path = f"docs/{code}/guides/{NEW}.md"
    assert set(changed) == {path}
    assert len(given(changed[path])) == 2
    first, second, third = re.findall(r"^## .* \{#([a-z-]+\d?)\}$", changed[path], re.MULTILINE)
    assert (second, third) == (f"{first}-2", "section")
    assert places(checked.told(changed)) == [(path, NOTICE, "translation-missing")]


def test_its_days_are_those_that_the_command_gives(page: Page, address: str) -> None:
    begin, days = datetime.date(2026, 1, 1), range(0, 800)
    asked = [begin + datetime.timedelta(day) for day in days]
    page.goto(f"{address}edit/")
    found = page.evaluate(_DAYS, [[day.year, day.month, day.day] for day in asked])
    assert found == [[str(day), str(first_review(day))] for day in asked]
