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
        pytest.param(
            {
                "en/index.md": "Text[^1].\n\n[^1]: Here is the note.\n\n[a]: no.md more\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[attr_list]"},
            [],
            id="what looks like a definition and has more than a title after its target",
        ),
        pytest.param(
            {"en/index.md": "Of rows[0][1] and f(x)[i][j], [of][no].\n", "pl/index.md": "# S\n"},
            {},
            [("docs/en/index.md", 1, "reference-undefined")],
            id="brackets right behind a word, as code has them",
        ),
        pytest.param(
            {
                "en/index.md": "The HTML {>>[a](no.md)<<} [b](gone.md).\n\n*[HTML]: Hyper, see [c](none.md)\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[abbr, pymdownx.critic]"},
            [("docs/en/index.md", 1, "link-page-missing")],
            id="links in comments and abbreviations, which are none",
        ),
        pytest.param(
            {
                "en/index.md": '# H\n\n<a href="d/">a</a> <a href="d/index.html">b</a> <a href="d/e/">c</a>\n',
                "en/d/index.md": "# D\n",
                "en/d/e.md": "# E\n",
                "pl/index.md": "# S\n",
            },
            {"more": "use_directory_urls: false"},
            [("docs/en/index.md", 3, "link-html")],
            id="the folder of an index page, whatever addresses look like",
        ),
        pytest.param(
            {
                "en/index.md": "[a](no.md) ![b](no.png) [c](#no) [d](a)\n",
                "en/a.md": "# A\n",
                "pl/index.md": "# S\n",
            },
            {"more": "validation: {not_found: ignore, links: {anchors: info}}"},
            [("docs/en/index.md", 1, "link-form")],
            id="what MkDocs is told to let pass fails no check",
        ),
        pytest.param(
            {
                "en/index.md": "[a](a.md/#part) [b](a.md/#no) [c](s@home.pdf) [d](t@home.pdf) [e](x@home.example)\n",
                "en/a.md": "# A\n\n## Part\n",
                "en/s@home.pdf": "x",
                "pl/index.md": "# S\n",
            },
            {},
            [
                ("docs/en/index.md", 1, "link-anchor-missing"),
                ("docs/en/index.md", 1, "link-file-missing"),
                ("docs/en/index.md", 1, "link-mailto"),
            ],
            id="a slash behind a file, which MkDocs forgives, and files with a sign of e-mail in their names",
        ),
        pytest.param(
            {
                "en/index.md": '<a href="mailto:list@example.org?subject=a b&amp;body=SUBSCRIBE me">x</a>\n',
                "en/long.md": "# L\n\n" + "Words of a long table. " * 10_000,
                "pl/index.md": "# S\n",
            },
            {},
            [],
            id="blanks in what a letter is to say, and a page too long for us",
        ),
        pytest.param(
            {
                "en/index.md": "$a[i](t)$ and \\(f[a](b)\\), `$` [c](no.md) `$` for $5 or [d](gone.md) $6.\n\n"
                "$$\n[x](y)\n$$\n\n\\[ g[a](b) \\]\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[{pymdownx.arithmatex: {generic: true}}]"},
            [("docs/en/index.md", 1, "link-page-missing"), ("docs/en/index.md", 1, "link-page-missing")],
            id="brackets in formulas",
        ),
        pytest.param(
            {
                "en/index.md": "![a](.img/a.png) ![b](../.more/b.png) [c](.note.md)\n",
                "en/.img/a.png": "x",
                ".more/b.png": "x",
                "en/.note.md": "# N\n",
                "pl/index.md": "# S\n",
            },
            {"more": "exclude_docs: |\n  !.img/\n  !.more/"},
            [("docs/en/index.md", 1, "link-excluded")],
            id="hidden folders that are taken back in",
        ),
        pytest.param(
            {
                "en/index.md": "Author: [x](no.md)\nNote: [y](no.md)\n    and [z](no.md)\n\n[a](gone.md)\n",
                "en/a.md": "Words: [x](gone.md)\nand [y](gone.md)\n",
                "en/b.md": "---\ntitle: B\n---\nNote: [y](gone.md)\n",
                "pl/index.md": "# S\n",
            },
            {},
            [
                ("docs/en/a.md", 2, "link-page-missing"),
                ("docs/en/b.md", 4, "link-page-missing"),
                ("docs/en/index.md", 5, "link-page-missing"),
            ],
            id="keys at the top of a page that no dashes enclose",
        ),
        pytest.param(
            {
                "en/index.md": "[a](a.mkd#a) [b](b.mdown) [c](c.mkdn) [d](a.mkd#no)\n",
                "en/a.mkd": "# A\n\n[g](gone.md)\n",
                "en/b.mdown": "# B\n",
                "en/c.mkdn": "# C\n",
                "pl/index.md": "# S\n",
            },
            {},
            [("docs/en/a.mkd", 3, "link-page-missing"), ("docs/en/index.md", 1, "link-anchor-missing")],
            id="pages with rarer endings",
        ),
        pytest.param(
            {
                "en/index.md": "[a](notes.pl/x.md) [b](more.pl/x.md)\n",
                "en/notes.pl/x.md": "# X\n\n[up](../../) [up](../..) [out](../../../../)\n",
                "pl/index.md": "# S\n",
            },
            {},
            [
                ("docs/en/index.md", 1, "link-malformed"),
                ("docs/en/notes.pl/x.md", 3, "link-form"),
                ("docs/en/notes.pl/x.md", 3, "link-form"),
                ("docs/en/notes.pl/x.md", 3, "link-outside-docs"),
            ],
            id="a folder named like a host, and the way up as an address",
        ),
        pytest.param(
            {
                "en/index.md": "[a](app/) [b](app) [c](app/index.html#x) [d](no/)\n",
                "en/app/index.html": "<p id=x>",
                "pl/index.md": "# S\n",
            },
            {"options": "docs_structure: folder, fallback_to_default: false"},
            [("docs/en/index.md", 1, "link-page-missing")],
            id="the folder of a web page that is no Markdown",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected
