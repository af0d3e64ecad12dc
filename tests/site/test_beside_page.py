"""What stands around a page: banners, phrases in the other languages, links for mending it."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from handbook.model.digests import digests
from handbook.model.project import Project
from handbook.site.beside_page import around
from handbook.site.contribute import Templates, feedback_url, templates, to_translate
from tests.support.project import page, read, replace, write

GITHUB = "https://github.com/owner/name/edit/main/docs/{path}"
TODAY = datetime.date(2026, 12, 24)


def test_the_phrases_of_the_other_languages_come_in_their_order(project: Project) -> None:
    found = around(project, page(project, "hr/scenarios/late-return.md"), TODAY).phrases
    assert [phrases.code for phrases in found] == ["pl", "en"]
    for phrases in found:
        section = page(project, f"{phrases.code}/scenarios/late-return.md").document.section("say")
        assert section
        assert list(phrases.phrases) == [item.text for item in section.items]


def test_a_language_with_another_number_of_phrases_is_left_out(root: Path) -> None:
    text = (root / "docs/en/scenarios/late-return.md").read_text("utf8")
    first = next(line for line in text.splitlines() if line.startswith("- “"))
    replace(root, "docs/en/scenarios/late-return.md", f"{first}\n", "")
    project = read(root)
    found = around(project, page(project, "hr/scenarios/late-return.md"), TODAY).phrases
    assert [phrases.code for phrases in found] == ["pl"]


def test_a_page_that_is_no_card_has_no_phrases(project: Project) -> None:
    assert around(project, page(project, "pl/guides/listening.md"), TODAY).phrases == ()


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_review_is_over_from_the_day_after(project: Project, days: int) -> None:
    original = project.original("scenarios/late-return.md")
    assert original
    day = original.front.values["review_by"] + datetime.timedelta(days=days)
    for path in ("pl", "hr", "en"):
        review = around(project, page(project, f"{path}/scenarios/late-return.md"), day).review
        assert review
        assert review.over is (days > 0)


def test_a_stale_translation_names_what_moved_in_its_own_language(root: Path) -> None:
    name = "docs/pl/scenarios/late-return.md"
    text = (root / name).read_text("utf8")
    write(
        root, name, text.replace("{#do}", "{#do}\n\nNowe zdanie.").replace("{#why}", "{#why}\n\nNowe zdanie.")
    )
    project = read(root)
    stale = around(project, page(project, "hr/scenarios/late-return.md"), TODAY).stale
    assert stale
    assert stale.code == "pl"
    assert "Učinite, Zašto" in stale.text
    assert "poljski" in stale.link
    assert around(project, page(project, "pl/scenarios/late-return.md"), TODAY).stale is None


def test_an_up_to_date_translation_and_one_without_a_record_have_no_banner(root: Path) -> None:
    project = read(root)
    assert all(
        around(project, version, TODAY).stale is None
        for versions in project.by_slug.values()
        for version in versions.values()
    )


def test_github_gives_all_three_links() -> None:
    found = templates(GITHUB)
    assert found.feedback == "https://github.com/owner/name/issues/new?title={title}&body={body}"
    assert found.create == "https://github.com/owner/name/new/main?filename=docs/{path}&value={text}"


@pytest.mark.parametrize("edit", ["", "https://git.example.org/x/_edit/main/docs/{path}"])
def test_any_other_place_has_only_what_is_given(edit: str) -> None:
    assert templates(edit) == Templates("", "")
    assert templates(edit, "mailto:a@example.org?subject={title}", "x{path}").create == "x{path}"


def test_what_is_given_wins_over_what_follows_from_github() -> None:
    assert templates(GITHUB, "mailto:a@example.org").feedback == "mailto:a@example.org"


def test_feedback_carries_title_and_address(project: Project) -> None:
    card = page(project, "pl/scenarios/late-return.md")
    url = feedback_url(templates(GITHUB), card, "https://example.org/pl/x/?a&b")
    query = parse_qs(urlsplit(url).query)
    assert card.title in query["title"][0]
    assert "https://example.org/pl/x/?a&b" in query["body"][0]
    assert feedback_url(Templates(), card, "https://example.org/") == ""


def test_a_missing_translation_starts_with_headings_and_record(root: Path) -> None:
    write(root, "docs/hr/scenarios/late-return.md", None)
    project = read(root)
    card = page(project, "pl/scenarios/late-return.md")
    (missing,) = to_translate(project, templates(GITHUB), card)
    query = parse_qs(urlsplit(missing.url).query)
    assert missing.code == "hr"
    assert query["filename"] == ["docs/hr/scenarios/late-return.md"]
    assert "## Učinite {#do}" in query["value"][0]
    for id, digest in digests(card).items():
        assert f"  {id}: {digest}" in query["value"][0]
    assert to_translate(project, Templates(), card) == []
    assert to_translate(project, templates(GITHUB), page(project, "pl/index.md")) == []
