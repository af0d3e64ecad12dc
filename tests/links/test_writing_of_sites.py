"""Sites that are none of ours: how they are written, and what MkDocs says of that."""

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
                "en/index.md": "| A | B |\n|---|---|\n| `a | b |\n| [c](https://example.org/#d) | `e` |\n\n[x](#no)\n",
                "pl/index.md": "# S\n",
            },
            {},
            [("docs/en/index.md", 6, "link-anchor-missing")],
            id="a backtick alone, whose code ends with its row",
        ),
        pytest.param(
            {
                "en/index.md": '```yaml title="A\na: b\n```\n\nText\n\n```yaml\nc: d\n```\n\n## Last\n\n[a](#last)\n',
                "pl/index.md": "# S\n",
            },
            {"markdown": "[attr_list, pymdownx.superfences]"},
            [],
            id="a fence whose title is not closed is none, so the next line like it begins one",
        ),
        pytest.param(
            {
                "en/index.md": "- a\n\n    ```\n    [b](c.md)\n    ```\n\n```\n[d](e.md)\n```\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[attr_list]"},
            [],
            id="fences in entries, which are code within a line where superfences are not on",
        ),
        pytest.param(
            {
                "en/index.md": "[a](/pl/index.md) [b](https://example.org/en/)\n",
                "pl/index.md": "# S\n",
            },
            {"more": "site_url: https://example.org/\nvalidation: {absolute_links: warn}"},
            [("docs/en/index.md", 1, "link-absolute")],
            id="MkDocs warns of links that begin with a slash, and of no full address",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected
