"""Sites that are none of ours: links that their extensions make of words, code and other files, and take away."""

# ruff: noqa: E501  A small file stands in one line.

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.links.small_sites import Found, site, told


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        pytest.param(
            {
                "en/index.md": '# H\n\n--8<-- "part.md:one"\n\nSee [site][site].\n',
                "pl/index.md": "# S\n",
                "/part.md": "--8<-- [start:one]\n[x](gone.md) ![y](gone.png)\n--8<-- [end:one]\n[z](no.md)\n",
                "/refs.md": "[site]: gone-too.md\n",
            },
            {"markdown": "[attr_list, {pymdownx.snippets: {auto_append: [refs.md]}}]"},
            [
                ("docs/en/index.md", 3, "link-file-missing"),
                ("docs/en/index.md", 3, "link-page-missing"),
                ("docs/en/index.md", 5, "link-page-missing"),
            ],
            id="dead links that snippets bring, told where they are brought in",
        ),
        pytest.param(
            {
                "en/index.md": '<div class="c">\n<h3>R</h3>\n<a href="a.md">E</a>\n</div>\n',
                "en/a.md": "# A\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[md_in_html]"},
            [("docs/en/index.md", 3, "link-html")],
            id="a heading in HTML without an id",
        ),
        pytest.param(
            {
                "en/index.md": "[[A page]] [[None]]\n",
                "en/A_page.md": "# A\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[{wikilinks: {base_url: '', end_url: .md}}]"},
            [("docs/en/index.md", 1, "link-page-missing")],
            id="links between double brackets",
        ),
        pytest.param(
            {"en/index.md": "[[A page]] [[None]]\n", "pl/index.md": "# S\n"},
            {"markdown": "[wikilinks]"},
            [],
            id="links between double brackets, made from the root of the site",
        ),
        pytest.param(
            {"en/index.md": "Text.\n\n    [a](gone.md)\n", "pl/index.md": "# S\n"},
            {"markdown": "[{pymdownx.superfences: {disable_indented_code_blocks: true}}]"},
            [("docs/en/index.md", 3, "link-page-missing")],
            id="indented text that is no code",
        ),
        pytest.param(
            {"en/index.md": "``` py unknown title\n[a](gone.md)\n```\n", "pl/index.md": "# S\n"},
            {"markdown": "[{pymdownx.superfences: {relaxed_headers: true}}]"},
            [],
            id="a fence whose header is read loosely",
        ),
        pytest.param(
            {"en/index.md": "$a[i](gone.md)$ \\(b[i](no.md)\\)\n", "pl/index.md": "# S\n"},
            {"markdown": "[{pymdownx.arithmatex: {inline_syntax: [round]}}]"},
            [("docs/en/index.md", 1, "link-page-missing")],
            id="formulas that one of two signs begins",
        ),
        pytest.param(
            {
                "en/index.md": "[[hello][foo]] [[world][bar]]\n\n[foo]: a.md\n[bar]: gone.md\n",
                "en/a.md": "# A\n",
                "pl/index.md": "# S\n",
            },
            {},
            [],
            id="references between double brackets, of which Markdown makes no links",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected
