"""The form of /edit/ in a browser, on the editor's own test backend: what comes out passes the check."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.model.card import PARTS, REPLY_IDS, WRITE
from handbook.model.fields import CardOriginal, CardTranslation, Family
from handbook.model.project import Page as Card
from handbook.model.project import Project
from handbook.model.rules import NOTICE
from handbook.search.index import FILES
from handbook.site import form
from handbook.site.policy import form_rules, policy
from tests.support.project import HANDBOOK, copy_of_the_handbook
from tests.support.told import Checked, places
from tests.website.editing_form import form_with, saved

_ROUND = """async ({ pages, shapes }) => {
  const { cut, join } = await import(new URL("../assets/edit/pages.js", location.href).href);
  const wrong = [];
  for (const [path, text] of Object.entries(pages)) {
    for (const [name, shape] of Object.entries(shapes)) {
      const fields = JSON.parse(JSON.stringify(cut(text, shape)));
      if (join(fields, shape, "pl") !== text) wrong.push(`${path} as ${name}`);
    }
  }
  return wrong;
}"""


def versions(name: str) -> dict[str, str]:
    """The files of a card in every language."""
    paths = [f"docs/{code}/scenarios/{name}.md" for code in CODES]
    return {path: (HANDBOOK / path).read_text("utf8") for path in paths}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return Checked(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


def test_every_page_survives_the_form_byte_for_byte(page: Page, address: str, site: Path) -> None:
    pages = {
        path.relative_to(HANDBOOK).as_posix(): path.read_text("utf8")
        for path in sorted((HANDBOOK / "docs").glob("*/**/*.md"))
    }
    assert len(pages) > 200
    # The editor takes the blank at the ends of a file away, and ends it with a line end.
    assert [path for path, text in pages.items() if text != f"{text.strip()}\n"] == []
    shapes = json.loads((site / "edit/pl.json").read_text("utf8"))["shapes"]
    assert set(shapes) == {"card", "guide"}
    page.goto(f"{address}edit/")
    assert page.evaluate(_ROUND, {"pages": pages, "shapes": shapes}) == []


def test_a_croatian_phrase_is_changed_and_nothing_else(
    browser: Browser, address: str, checked: Checked
) -> None:
    files = versions("promised-callback")
    with form_with(browser, address, "hr", files) as opened:
        opened.open("scenarios", "promised-callback")
        say = opened.field("say").get_by_role("textbox")
        old = say.nth(1).input_value()
        say.nth(1).fill("„Zovem vas zbog [perilice], kao što smo rekli.”")
        opened.save()
        changed = saved(opened, files)
    path = "docs/hr/scenarios/promised-callback.md"
    assert changed == {path: files[path].replace(old, "„Zovem vas zbog [perilice], kao što smo rekli.”")}
    assert changed != files
    others = [f"docs/{code}/scenarios/promised-callback.md" for code in ("en", "pl")]
    assert places(checked.told(changed)) == [(other, NOTICE, "translation-stale") for other in others]


def test_a_step_is_added_to_a_polish_original(browser: Browser, address: str, checked: Checked) -> None:
    files = versions("waited-too-long")
    path = "docs/pl/scenarios/waited-too-long.md"
    with form_with(browser, address, "pl", files) as opened:
        opened.open("scenarios", "waited-too-long")
        steps = [box.input_value() for box in opened.field("do").get_by_role("textbox").all()]
        opened.entries("do", [*steps, "Zapisz, co ustaliliście."])
        opened.save()
        changed = saved(opened, files)
    last = f"{len(steps)}. {steps[-1]}\n"
    added = f"{len(steps) + 1}. Zapisz, co ustaliliście.\n"
    assert changed == {path: files[path].replace(last, last + added)}
    assert added in changed[path]
    others = [f"docs/{code}/scenarios/waited-too-long.md" for code in ("en", "hr")]
    assert places(checked.told(changed)) == [(other, NOTICE, "translation-stale") for other in others]


def test_without_a_repository_the_page_says_so_in_every_language(
    page: Page, address: str, site: Path
) -> None:
    assert json.loads((site / "edit/hr.json").read_text("utf8"))["editor"]["backend"] is None
    page.goto(f"{address}edit/?language=hr")
    for code in CODES:
        expect(page.locator(f"section[lang={code}]")).to_contain_text(language(code).word("form", "missing"))
    assert page.locator("a[href*=language]").count() == 0
    assert not re.search("https?://", policy("", form_rules("")))


@pytest.mark.parametrize(
    ("url", "edit", "expected"),
    [
        pytest.param("https://github.com/owner/name", "", "github owner/name", id="GitHub"),
        pytest.param("https://gitlab.com/group/part/name.git", "", "gitlab group/part/name", id="GitLab"),
        pytest.param(
            "",
            "https://github.com/owner/name/edit/main/docs/{path}",
            "github owner/name main",
            id="the address for editing says it, too",
        ),
        pytest.param("https://example.org/owner/name", "", None, id="a host that it knows no way to"),
        pytest.param("", "", None, id="none"),
    ],
)
def test_the_repository_is_that_of_the_settings(url: str, edit: str, expected: str | None) -> None:
    found = form.repository(url, edit)
    said = f"{found.kind} {found.name} {found.branch}".strip() if found else None
    assert said == expected


def test_nobody_but_editors_gets_anything_of_it(site: Path) -> None:
    for code in CODES:
        listed = json.loads((site / code / "offline.json").read_text("utf8"))
        assert len(listed) > 100
        assert [path for path in listed if "edit" in path.split("/")] == []
        for name in FILES:
            assert "edit/" not in (site / code / "search" / name).read_text("utf8").replace("editing/", "")


CHOSEN = ("claims", "facts", "local_rules")


def card_values(handbook: Project, card: Card, key: str) -> Sequence[str]:
    """What a card names in a list of its front matter."""
    matter = handbook.neutral(card)
    lists = {
        "claims": matter.claims.get("", ()),
        "facts": matter.facts or (),
        "local_rules": matter.local_rules,
    }
    return lists[key]


@pytest.mark.parametrize("code", CODES)
def test_the_form_asks_what_the_models_of_the_check_hold(site: Path, handbook: Project, code: str) -> None:
    given = json.loads((site / f"edit/{code}.json").read_text("utf8"))["editor"]
    assert given["i18n"]["default_locale"] == code
    fields = {field["name"]: field for field in given["collections"][0]["fields"]}
    details = {field["name"]: field for field in fields["details"]["fields"]}
    own = set(CardTranslation.model_fields) - {"translation"}
    assert set(details) == set(CardOriginal.model_fields) - own
    parts = {part.id: part for part in PARTS if part.id != WRITE}
    carried = {"kind", "source"}
    assert set(fields) == {*own, "lead", *parts, *REPLY_IDS, "details", *carried}
    assert {option["value"] for option in details["family"]["options"]} == set(get_args(Family))
    # What names something else of the handbook is chosen from what there is.
    values = {key: {option["value"] for option in details[key]["options"]} for key in CHOSEN}
    assert all(len(known) > 5 for known in values.values())
    for card in handbook.cards(code):
        for key, known in values.items():
            assert set(card_values(handbook, card, key)) <= known, f"{card.path} {key}"
    assert details["related"]["collection"] == given["collections"][0]["name"]
    for id, part in parts.items():
        if part.high:
            low = 0 if part.optional else part.low
            assert (fields[id]["min"], fields[id]["max"]) == (low, part.high), id
