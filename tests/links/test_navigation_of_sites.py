"""Sites that are none of ours: what their navigation names, as MkDocs warns of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, site

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
