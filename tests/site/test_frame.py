"""The frame's plain data: kinds of page, headings and check boxes made usable, sitemap."""

from __future__ import annotations

import pytest

from handbook.model.project import Project
from handbook.site.frame import alternates, finish, has_components, page_kind, robots, sitemap


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("pl/index.md", "home"),
        ("hr/scenarios/late-return.md", "card"),
        ("hr/scenarios/index.md", "page"),
        ("en/guides/listening.md", "guide"),
        ("en/decide.md", "page"),
        ("en/nowhere.md", "page"),
    ],
)
def test_a_page_has_a_kind(project: Project, path: str, kind: str) -> None:
    assert page_kind(project, path) == kind


def test_the_sign_after_a_heading_is_neither_read_out_nor_tabbed_to() -> None:
    html = finish('<h2 id="say">Say<a class="headerlink" href="#say" title="Link">&para;</a></h2>', {})
    assert html == (
        '<h2 id="say">Say<a class="headerlink" href="#say" title="Link" aria-hidden="true"'
        ' tabindex="-1"></a></h2>'
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(
            '<li class="t"><input type="checkbox" disabled/> Write <b>it</b> down.</li>',
            '<li class="t"><label><input type="checkbox"> <span>Write <b>it</b> down.</span></label></li>',
            id="its words become the label",
        ),
        pytest.param(
            '<li><input type="checkbox" disabled checked/> Done</li>',
            '<li><label><input type="checkbox" checked> <span>Done</span></label></li>',
            id="one that is ticked stays so",
        ),
        pytest.param(
            '<li><p><input type="checkbox" disabled/> One</p><p>More</p></li>',
            '<li><p><label><input type="checkbox"> <span>One</span></label></p><p>More</p></li>',
            id="a paragraph ends the label",
        ),
        pytest.param(
            '<li><input type="checkbox" disabled/> One\n<ul><li>Two</li></ul></li>',
            '<li><label><input type="checkbox"> <span>One\n</span></label><ul><li>Two</li></ul></li>',
            id="a list within ends the label",
        ),
    ],
)
def test_a_check_box_gets_its_words_as_label(item: str, expected: str) -> None:
    assert finish(item, {}) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<div class="admonition note">\n<p class="admonition-title">Note</p>\n',
            '<div class="admonition note">\n<p class="admonition-title">Uwaga</p>\n',
            id="a box without a title",
        ),
        pytest.param(
            '<div class="admonition note">\n<p class="admonition-title">Ważne</p>\n',
            '<div class="admonition note">\n<p class="admonition-title">Ważne</p>\n',
            id="one with its own",
        ),
        pytest.param(
            '<details class="note" open="open"><summary>Note</summary>',
            '<details class="note" open="open"><summary>Uwaga</summary>',
            id="one that folds",
        ),
        pytest.param(
            '<div class="admonition other"><p class="admonition-title">Other</p>',
            '<div class="admonition other"><p class="admonition-title">Other</p>',
            id="a kind without a name",
        ),
        pytest.param("<p>Note</p>", "<p>Note</p>", id="a paragraph"),
    ],
)
def test_a_box_is_called_in_its_language(html: str, expected: str) -> None:
    assert finish(html, {"note": "Uwaga"}) == expected


def test_a_column_is_set_by_a_class() -> None:
    assert finish('<td style="text-align: right;">1</td>', {}) == '<td class="align-right">1</td>'
    assert finish("<code>style=&quot;text-align: right;&quot;</code>", {}) == (
        "<code>style=&quot;text-align: right;&quot;</code>"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<pre><code>x</code></pre>", True),
        ('<div class="tabbed-set tabbed-alternate">', True),
        ('<p class="annotate">', True),
        ("<p>pre annotate</p>", False),
    ],
)
def test_a_page_needs_materials_script_for_what_it_makes(content: str, expected: bool) -> None:
    assert has_components(content) is expected


def test_a_language_without_the_page_leads_to_its_home() -> None:
    found = alternates(("pl", "hr"), {"pl": "pl/decide/"}, "pl")
    assert [(entry.url, entry.current, entry.translated) for entry in found] == [
        ("pl/decide/", True, True),
        ("hr/", False, False),
    ]


def test_the_sitemap_escapes_and_names_the_other_languages() -> None:
    text = sitemap([{"pl": "pl/a/", "hr": "hr/a/"}], "https://example.org/?a&b/")
    assert text.count("<loc>https://example.org/?a&amp;b/pl/a/</loc>") == 1
    assert text.count('hreflang="hr" href="https://example.org/?a&amp;b/hr/a/"') == 2
    assert text.count('hreflang="x-default"') == 2


def test_robots_may_read_everything() -> None:
    assert "Disallow" not in robots("https://example.org/")
    assert "Sitemap: https://example.org/sitemap.xml" in robots("https://example.org/")
