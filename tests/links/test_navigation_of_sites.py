"""Sites that are none of ours: what their navigation names, as MkDocs warns of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, Found, site
from tests.links.small_sites import told as told_of

_FILES = {**PAIR, "en/a.md": "# A\n", "pl/a.md": "# A\n", "en/b.md": "# B\n", "note.txt": "x"}


def told(root: Path) -> list[tuple[int, str]]:
    """Where something is wrong with the navigation, and what is said of it."""
    found = findings.of(Reader(root).read())
    return [(one.line, f"{one.message} {one.suggestion}") for one in found if one.rule == "nav-page-missing"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(
            {"more": "nav:\n  - index.md\n  - a.md#part\n  - a/#part\n  - a"},
            [(7, "a.md"), (8, "a.md"), (9, "a.md")],
            id="sections, addresses and names without an ending",
        ),
        pytest.param(
            {"more": "nav:\n  - ./index.md\n  - ../\n  - /elsewhere/\n  - https://example.org\n  - note.txt"},
            [(7, "../")],
            id="a way up, a path from the root, another site, a file that is no page",
        ),
        pytest.param(
            {"more": "nav:\n  - index.md\n  - b.md"}, [], id="a page that the default language stands in for"
        ),
        pytest.param(
            {
                "options": "docs_structure: folder, fallback_to_default: false",
                "more": "nav:\n  - index.md\n  - b.md",
            },
            [(7, "does not exist in: Polish")],
            id="a page that a language lacks",
        ),
        pytest.param(
            {"more": "exclude_docs: a.md\nnav:\n  - index.md\n  - a.md"},
            [(8, "kept out of the site")],
            id="a page that is left out",
        ),
        pytest.param(
            {
                "more": "validation: {nav: {absolute_links: relative_to_docs}}\n"
                "nav:\n  - index.md\n  - /en/a.md\n  - /c.md"
            },
            [(9, "c.md")],
            id="paths from the root that begin at the docs folder",
        ),
        pytest.param(
            {
                "languages": "[{locale: en, name: E, default: true, nav: [index.md, a.md]}, "
                "{locale: pl, name: P, nav: [{S: index.md}, c.md]}]"
            },
            [(3, "c.md")],
            id="languages with a navigation of their own",
        ),
    ],
)
def test_the_navigation_names_what_is_not_there(
    tmp_path: Path, settings: Mapping[str, str], expected: list[tuple[int, str]]
) -> None:
    found = told(site(tmp_path, _FILES, **settings))
    assert [line for line, _ in found] == [line for line, _ in expected]
    for (_, said), (_, part) in zip(found, expected, strict=True):
        assert part in said


_REGIONS = "[{locale: en, name: E, default: true}, {locale: pt-BR, name: P}]"


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        pytest.param(
            {"en/index.md": "# H\n", "pl/a.md": "# A\n"}, {}, [], id="the default language stands in for it"
        ),
        pytest.param(
            {"en/index.md": "# H\n", "pl/a.md": "# A\n"},
            {"options": "docs_structure: folder, fallback_to_default: false"},
            ["Create docs/pl/index.md."],
            id="a language without the page",
        ),
        pytest.param(
            {**PAIR, "en/a.md": "# A\n"},
            {"more": "nav: [a.md]"},
            ["Add en/index.md to nav in mkdocs.yml.", "Add pl/index.md to nav in mkdocs.yml."],
            id="a navigation without it",
        ),
        pytest.param(
            {**PAIR}, {"more": "nav: [{A: [{B: README.md}, index.md]}]"}, [], id="further down in it"
        ),
        pytest.param(
            {"index.md": "# H\n", "index.pl.md": "# S\n", "a.md": "# A\n"},
            {"options": "docs_structure: suffix", "more": "not_in_nav: index.md"},
            ["Add index.md to nav in mkdocs.yml."],
            id="left out of the navigation that MkDocs makes",
        ),
        pytest.param(
            {"en/index.md": "# H\n", "en/a.md": "# A\n", "pt-BR/index.md": "# I\n"},
            {"languages": _REGIONS},
            [
                "List the pages under nav in mkdocs.yml: "
                "without it, static-i18n loses the folder of this language."
            ],
            id="a region, whose folder static-i18n does not know by its title",
        ),
        pytest.param(
            {"en/index.md": "# H\n", "en/a.md": "# A\n", "pt-BR/index.md": "# I\n"},
            {"languages": _REGIONS, "more": "nav: [index.md, a.md]"},
            [],
            id="a region in a navigation written by hand",
        ),
        pytest.param(
            {**PAIR, "en/a.md": "# A\n"},
            {"more": "nav: [{En: [a.md]}, index.md]"},
            ["Add pl/index.md to nav in mkdocs.yml."],
            id="beside a section that static-i18n takes for a language's",
        ),
        pytest.param(
            {**PAIR, "en/a.md": "# A\n"},
            {"more": "nav: [{Pl: [a.md, index.md]}]"},
            [],
            id="in a section that static-i18n takes for a language's",
        ),
        pytest.param(
            {"en/index.md": "# H\n", "pl/a.md": "# A\n"},
            {"options": "docs_structure: folder, fallback_to_default: false", "plugins": "gen-files"},
            [],
            id="a plugin that may bring it",
        ),
    ],
)
def test_a_language_has_a_start_page(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: list[str]
) -> None:
    found = findings.of(Reader(site(tmp_path, files, **settings)).read())
    assert [one.suggestion for one in found if one.rule == "start-page-missing"] == expected


_OMITTING = {**PAIR, "en/a.md": "[c](c.md)\n", "pl/a.md": "# A\n", "en/b.md": "# B\n", "en/c.md": "# C\n"}


@pytest.mark.parametrize(
    ("level", "fails", "told"),
    [
        pytest.param("info", [], ["page-unreachable", "page-unlisted"], id="as usual"),
        pytest.param("ignore", [], ["page-unreachable"], id="let pass"),
        pytest.param(
            "warn",
            [("docs/en/b.md", 1, "page-unreachable"), ("docs/en/c.md", 1, "page-unlisted")],
            ["page-unreachable", "page-unlisted"],
            id="warned of",
        ),
    ],
)
def test_pages_that_a_navigation_omits_are_as_grave_as_mkdocs_is_told(
    tmp_path: Path, level: str, fails: Found, told: list[str]
) -> None:
    more = f"nav: [index.md, a.md]\nvalidation: {{omitted_files: {level}}}"
    root = site(tmp_path, _OMITTING, more=more)
    assert told_of(root) == fails
    found = [rule for _, _, rule in told_of(root, notices=True)]
    assert [rule for rule in found if rule in ("page-unreachable", "page-unlisted")] == told
