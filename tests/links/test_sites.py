"""Sites that are none of ours: their settings, what their links are held to, and where they lie."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.commands.cli import main
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, Found, site, told


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        pytest.param(
            {**PAIR, "en/a.md": "# A\n", "pl/a.md": "# A\n"},
            {"more": "nav:\n  - en/index.md\n  - en/a.md"},
            [],
            id="a navigation with the folder of the default language",
        ),
        pytest.param(
            {
                "en/index.md": "---\ncover: a/b.png\n---\n\n![x](../look/x.png) ![y](../look/no.png)\n\n"
                '<img src="look/x.png" alt="x">\n',
                "pl/index.md": "![x](../look/x.png)\n",
                "/frame/look/x.png": "x",
                "/frame/main.html": "x",
            },
            {"more": "theme: {name: material, custom_dir: frame}"},
            [("docs/en/index.md", 5, "link-file-missing")],
            id="files of the theme's own folder, and a picture in the front matter of others",
        ),
        pytest.param(
            {
                "en/index.md": "![x](assets/images/favicon.png) ![y](assets/images/no.png)\n",
                "en/a.md": "![x](../assets/images/favicon.png) ![y](../sitemap.xml)\n",
                "pl/index.md": "# S\n",
            },
            {"more": "theme: material"},
            [
                ("docs/en/a.md", 1, "link-file-missing"),
                ("docs/en/index.md", 1, "link-file-missing"),
            ],
            id="files that the theme brings along",
        ),
        pytest.param(
            {
                "en/index.md": "![x](img/favicon.ico) [y](css/base.css) ![z](img/no.ico)\n",
                "pl/index.md": "# S\n",
            },
            {},
            [("docs/en/index.md", 1, "link-file-missing")],
            id="files of the theme that MkDocs has where none is named",
        ),
        pytest.param(
            {"en/index.md": "![x](img/favicon.ico)\n", "pl/index.md": "# S\n", "/frame/main.html": "x"},
            {"more": "theme: {name: null, custom_dir: frame}"},
            [("docs/en/index.md", 1, "link-file-missing")],
            id="no theme at all",
        ),
        pytest.param(
            {**PAIR, "en/a.md": "# A\n", "en/A.md": "# A\n"}, {}, [], id="names that capitals tell apart"
        ),
        pytest.param(
            {**PAIR},
            {"more": "nav:\n  - A: index.md\nnav:\n  - B: index.md"},
            [],
            id="a setting that stands twice, of which MkDocs takes the last",
        ),
        pytest.param(
            {"en/index.md": "[x](/en/a.md) [y](/en/b.md)\n", "en/a.md": "# A\n", "pl/index.md": "# S\n"},
            {"more": "validation:\n  links: {absolute_links: relative_to_docs}"},
            [("docs/en/index.md", 1, "link-page-missing")],
            id="absolute links from the docs folder",
        ),
        pytest.param(
            {"en/index.md": "[x](/pictures/a.png) [y](//example.org/a.md)\n", "pl/index.md": "# S\n"},
            {},
            [],
            id="absolute links, which MkDocs leaves alone",
        ),
        pytest.param(
            {"en/index.md": "[x](/pictures/a.png)\n", "pl/index.md": "# S\n"},
            {"more": "validation:\n  links: {absolute_links: warn}"},
            [("docs/en/index.md", 1, "link-absolute")],
            id="absolute links, which stop the strict build",
        ),
        pytest.param(
            {**PAIR, "en/days.md": "Within 14 days.\n", "pl/days.md": "14日以内.\n"},
            {},
            [],
            id="digits beside letters of a script without spaces",
        ),
        pytest.param(
            {
                "en/index.md": '[r](http://localhost:8000/)\n<iframe src="https://example.org"></iframe>\n',
                "pl/index.md": "# S\n",
            },
            {},
            [],
            id="the reader's own machine, and raw HTML",
        ),
        pytest.param(
            {**PAIR, "templates/x.md": "[a](no.md)\n", "en/x.md": "# X\n"},
            {},
            [],
            id="what MkDocs leaves out by itself",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected


def test_mkdocs_yaml_is_read_as_mkdocs_does(tmp_path: Path) -> None:
    site(tmp_path, {**PAIR, "pl/index.md": "[x](no.md)\n"})
    text = (tmp_path / "mkdocs.yml").read_text("utf8")
    (tmp_path / "mkdocs.yaml").write_text(f"{text}nav: [index.md, no.md]\n", "utf8")
    (tmp_path / "mkdocs.yml").unlink()
    assert told(tmp_path) == [
        ("docs/pl/index.md", 1, "link-page-missing"),
        ("mkdocs.yaml", 6, "nav-page-missing"),
    ]


def test_another_file_than_mkdocs_yml_may_be_named(tmp_path: Path) -> None:
    site(tmp_path, {**PAIR, "pl/index.md": "[x](no.md)\n"})
    (tmp_path / "settings").mkdir()
    text = (tmp_path / "mkdocs.yml").read_text("utf8")
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "settings" / "site.yml").write_text(f"docs_dir: ../docs\n{text}", "utf8")
    found = findings.of(Reader(tmp_path, "settings/site.yml").read())
    assert [(f.file, f.rule) for f in found] == [("docs/pl/index.md", "link-page-missing")]


def test_a_site_in_a_folder_of_a_repository_is_told_of_from_the_top(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "website").mkdir()
    site(tmp_path / "website", {**PAIR, "pl/index.md": "[x](no.md)\n"})
    for form in ("github", "sarif"):
        main(["check", "--no-prose", "--format", form, "--project", str(tmp_path / "website")])
        assert "website/docs/pl/index.md" in capsys.readouterr().out
