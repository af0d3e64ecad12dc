"""Sites that are none of ours: which of their plugins are on, and what these bring or change."""

# ruff: noqa: E501  A small file stands in one line.

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.links.small_sites import Found, told

_I18N = "i18n: {%s, docs_structure: folder, languages: [{locale: en, name: E, default: true}, {locale: pl, name: P}]}"


def _written(root: Path, files: Mapping[str, str], settings: str) -> Path:
    (root / "mkdocs.yml").write_text(f"site_name: S\n{settings}\n", "utf8")
    for name, text in files.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return root


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        pytest.param(
            {"index.md": "[a](en/index.md) [b](x.md)\n", "en/index.md": "# E\n", "en/x.md": "# X\n"},
            "plugins:\n  - " + _I18N % "enabled: false",
            [("docs/index.md", 1, "link-page-missing")],
            id="static-i18n switched off",
        ),
        pytest.param(
            {"en/index.md": "[a](../pl/index.md)\n", "pl/index.md": "# P\n"},
            "plugins:\n  - " + _I18N % "enabled: true",
            [("docs/en/index.md", 1, "link-wrong-language")],
            id="static-i18n switched on",
        ),
        pytest.param(
            {"index.md": "[a]({{ page }}) [b](gone.md)\n"},
            "plugins:\n  - macros: {enabled: !ENV [NOT_SET_ANYWHERE, false]}",
            [("docs/index.md", 1, "link-page-missing"), ("docs/index.md", 1, "link-page-missing")],
            id="templates switched off",
        ),
        pytest.param(
            {"index.md": '<a href="a.html">x</a> <a href="a/">y</a> [z](a.md)\n', "a.md": "# A\n"},
            "theme: material\nplugins:\n  - material/offline",
            [("docs/index.md", 1, "link-html")],
            id="pages that are files where the site is read offline",
        ),
        pytest.param(
            {
                "index.md": "[a](news/archive/2024.md) [b](news/index.md) [c](news/posts/gone.md) [d](gone.md)\n",
                "news/posts/one.md": "---\ndate: 2024-01-31\n---\n\n# One\n\n[a](../category/a.md) [b](gone.md)\n",
            },
            "theme: material\nplugins:\n  - material/blog: {blog_dir: news}",
            [
                ("docs/index.md", 1, "link-page-missing"),
                ("docs/index.md", 1, "link-page-missing"),
                ("docs/news/posts/one.md", 7, "link-page-missing"),
            ],
            id="pages that a blog makes",
        ),
        pytest.param(
            {
                "index.md": "[a](archives/x.md) [b](archive/x.md) [c](page/2.md)\n",
                "posts/a.md": "# A\n",
            },
            "theme: material\nplugins:\n  blog: {blog_dir: ., archive_url_format: 'archives/{date}'}",
            [("docs/index.md", 1, "link-page-missing")],
            id="a blog that is the whole site",
        ),
        pytest.param(
            {
                "index.md": "[a](dev/)\n",
                "SUMMARY.md": "* [a](index.md)\n* [b](dev/)\n* [c](dev/*.md)\n* [d](gone.md)\n",
                "dev/index.md": "# D\n",
            },
            "plugins: [literate-nav]",
            [("docs/SUMMARY.md", 4, "link-page-missing"), ("docs/index.md", 1, "link-form")],
            id="folders in a list that is the navigation",
        ),
        pytest.param(
            {
                "index.md": "[a](tags.md#tag:one) [b](b.md#no)\n",
                "tags.md": "<!-- material/tags -->\n",
                "b.md": "# B\n",
            },
            "theme: material\nplugins: [tags]",
            [("docs/index.md", 1, "link-anchor-missing")],
            id="sections for tags",
        ),
        pytest.param(
            {
                "index.md": '--8<-- "part.md"\n\n[a](#from-part)\n',
                "sub/a.md": '--8<-- "sub/b.md"\n',
                "part.md": "## From part\n",
                "sub/b.md": "[x](b.md) [y](gone.md)\n",
            },
            "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [!relative $docs_dir]",
            [("docs/sub/a.md", 1, "link-page-missing"), ("docs/sub/b.md", 1, "link-page-missing")],
            id="snippets whose folder is named by a tag of MkDocs",
        ),
        pytest.param(
            {"index.md": '<a href="/x">a</a> [b](/x)\n'},
            "validation: {absolute_links: warn}",
            [("docs/index.md", 1, "link-absolute")],
            id="absolute addresses in HTML, of which MkDocs does not warn",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: str, expected: Found
) -> None:
    assert told(_written(tmp_path, files, settings)) == expected


def test_a_page_is_reached_by_the_address_of_its_folder(tmp_path: Path) -> None:
    files = {"index.md": "[a](sub/)\n", "sub/index.md": "# S\n", "alone.md": "# A\n"}
    root = _written(tmp_path, files, "nav: [index.md]")
    found = [(file, rule) for file, _, rule in told(root, notices=True) if rule.startswith("page-")]
    assert found == [("docs/alone.md", "page-unreachable"), ("docs/sub/index.md", "page-unlisted")]


@pytest.mark.parametrize(
    ("hook", "expected"),
    [
        pytest.param("def on_page_markdown(text, **_):\n    return text + MORE\n", [], id="changes pages"),
        pytest.param(
            "def on_nav(nav, **_):\n    return nav\n",
            ["reference-undefined", "footnote-undefined", "reference-unused"],
            id="changes none",
        ),
    ],
)
def test_names_that_a_hook_may_define_or_use_are_not_judged(
    tmp_path: Path, hook: str, expected: list[str]
) -> None:
    settings = "hooks: [own.py]\nmarkdown_extensions: [footnotes]"
    root = _written(tmp_path, {"index.md": "[a][b] x[^1]\n\n[c]: d.md\n", "d.md": "# D\n"}, settings)
    (root / "own.py").write_text(hook, "utf8")
    assert [rule for _, _, rule in told(root)] == expected


def test_posts_are_reached_through_the_blog(tmp_path: Path) -> None:
    files = {"index.md": "# I\n", "blog/posts/a.md": "# A\n", "b.md": "# B\n"}
    settings = "theme: material\nplugins: [blog]\nnav: [index.md, blog/index.md]"
    found = told(_written(tmp_path, files, settings), notices=True)
    assert [file for file, _, rule in found if rule.startswith("page-")] == ["docs/b.md"]
    assert "nav-page-missing" not in {rule for _, _, rule in found}
