"""Sites that are none of ours: each kind of setting, with everything that is found on a small site."""

# ruff: noqa: E501  A small file stands in one line.

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.commands.cli import main
from handbook.model.rules import NOTICE
from handbook.reading.reader import Reader

Found = list[tuple[str, int, str]]
_SLUGS = "!!python/object/apply:pymdownx.slugs.slugify"


def site(
    root: Path,
    files: Mapping[str, str],
    *,
    languages: str = "[{locale: en, name: English, default: true}, {locale: pl, name: Polski}]",
    options: str = "docs_structure: folder",
    markdown: str = "[attr_list, tables, footnotes, toc]",
    plugins: str = "",
    more: str = "",
) -> Path:
    """Write a small site; `options` are static-i18n's, the others as in mkdocs.yml."""
    listed = f"plugins:\n  - i18n: {{{options}, languages: {languages}}}\n"
    listed += "".join(f"  - {name}\n" for name in plugins.split())
    (root / "mkdocs.yml").write_text(
        f"site_name: S\n{listed}markdown_extensions: {markdown}\n{more}\n", "utf8"
    )
    for name, text in files.items():
        path = root / ("" if name.startswith("/") else "docs") / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return root


def told(root: Path, *, notices: bool = False) -> Found:
    """What is found, as far as it fails a check, or all of it."""
    found = findings.of(Reader(root).read())
    return [(f.file, f.line, f.rule) for f in found if notices or f.severity != NOTICE]


PAIR = {"en/index.md": "# Home\n", "pl/index.md": "# Start\n"}


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        pytest.param(
            {
                "en/index.md": "# Home\n\n## Part\n",
                "pl/index.md": "# Start\n\n## Część\n\n[x](../en/no.md)\n",
            },
            {},
            [("docs/pl/index.md", 5, "link-page-missing")],
            id="no convention of ours is an error where nobody signed it",
        ),
        pytest.param(
            {**PAIR, "pl/index.md": "[a](only.md#p)\n", "en/only.md": "# Only\n\n## P\n"},
            {},
            [],
            id="what is not translated is served in the default language",
        ),
        pytest.param(
            {**PAIR, "pl/index.md": "[a](only.md)\n", "en/only.md": "# Only\n"},
            {"options": "docs_structure: folder, fallback_to_default: false"},
            [("docs/pl/index.md", 1, "link-page-missing")],
            id="without fallback it is not",
        ),
        pytest.param(
            {
                "en/index.md": "# Home\n",
                "pl/index.md": "# Start\n",
                "en/only.md": "[a](index.md#home)\n",
            },
            {},
            [("docs/en/only.md", 1, "link-anchor-missing")],
            id="a page that stands in for another language meets pages without its sections",
        ),
        pytest.param(
            {
                "index.md": "[o](other.md#part)\n",
                "other.md": "# O\n\n## Part {#part}\n",
                "pl/index.md": "[o](other.md#part)\n",
            },
            {},
            [],
            id="the default language at the root of docs",
        ),
        pytest.param(
            {
                "index.md": "[o](other.md#p)\n",
                "other.md": "## P {#p}\n",
                "index.pl.md": "[o](other.md#p)\n",
                "other.pl.md": "## R {#r}\n",
            },
            {"options": "docs_structure: suffix"},
            [("docs/index.pl.md", 1, "link-anchor-missing")],
            id="languages in the names of the files",
        ),
        pytest.param(
            {**PAIR, "en/new.md": "# New\n"},
            {
                "languages": "[{locale: en, name: English, default: true}, {locale: pl, name: Polski, build: false}]"
            },
            [],
            id="a language that is listed and not built",
        ),
        pytest.param(
            PAIR,
            {
                "languages": "[{locale: en, name: E, default: true}, {locale: pl, name: P}, {locale: null, name: More, fixed_link: /x/}]"
            },
            [],
            id="an entry of the language switch that is no language",
        ),
        pytest.param(
            {
                "en/index.md": "# Home\n",
                "pl/README.md": "# Start\n",
                "pl/sub/README.md": "# A\n",
                "en/sub/index.md": "# A\n",
            },
            {},
            [],
            id="README.md and index.md are one page",
        ),
        pytest.param(
            {
                "en/index.md": "![p](../assets/p.png)\n",
                "pl/index.md": "![p](../assets/p.png)\n",
                "assets/p.png": "x",
            },
            {"options": "docs_structure: folder, fallback_to_default: false"},
            [("docs/pl/index.md", 1, "link-file-missing")],
            id="a shared picture without fallback is dead in the other languages",
        ),
        pytest.param(
            {
                "en/index.md": "![p](../assets/p.png)\n",
                "pl/index.md": "![p](../assets/p.png)\n",
                "assets/p.png": "x",
            },
            {},
            [],
            id="with fallback it is there",
        ),
        pytest.param(
            {**PAIR, "en/a.md": "# A\n", "pl/a.md": "# A\n"},
            {"more": "nav:\n  - en/index.md\n  - en/a.md"},
            [],
            id="a navigation with the folder of the default language",
        ),
        pytest.param(
            {"en/index.md": "[a](#Płatność) [b](#płatność)\n\n## Płatność\n", "pl/index.md": "# S\n"},
            {"markdown": f"[{{toc: {{slugify: {_SLUGS} {{}}}}}}]"},
            [("docs/en/index.md", 1, "link-anchor-missing")],
            id="ids that keep their capitals",
        ),
        pytest.param(
            {
                "en/index.md": '[a](#linux) [b](#solaris)\n\n=== "Linux"\n\n    Text.\n',
                "pl/index.md": "# S\n",
            },
            {
                "markdown": f"[pymdownx.superfences, {{pymdownx.tabbed: {{alternate_style: true, slugify: {_SLUGS} {{kwds: {{case: lower}}}}}}}}]"
            },
            [("docs/en/index.md", 1, "link-anchor-missing")],
            id="tabs have ids",
        ),
        pytest.param(
            {
                "en/index.md": '[a](#shared) [b][site]\n\n--8<-- "shared.md"\n',
                "pl/index.md": "# S\n",
                "/shared.md": "## Shared {#shared}\n",
                "/refs.md": "[site]: https://example.org\n",
            },
            {"markdown": "[attr_list, {pymdownx.snippets: {auto_append: [refs.md]}}]"},
            [],
            id="snippets bring sections and references",
        ),
        pytest.param(
            {"en/index.md": "[](){#here}\n\n[x][far.away] and [y][here]\n", "pl/index.md": "# S\n"},
            {"plugins": "autorefs"},
            [],
            id="autorefs resolves references that stand on no page",
        ),
        pytest.param(
            {"en/index.md": "[x]({{ base }}/a.md) ![y]({{ img }})\n", "pl/index.md": "# S\n"},
            {"plugins": "macros"},
            [],
            id="templates fill in targets",
        ),
        pytest.param(
            {
                "en/index.md": "[x](#no) [y](a.md#no) [z](b.md#maybe)\n",
                "en/a.md": "# A\n",
                "en/b.md": "# B\n\n{{ table() }}\n",
                "pl/index.md": "# S\n",
            },
            {"plugins": "macros"},
            [("docs/en/index.md", 1, "link-anchor-missing"), ("docs/en/index.md", 1, "link-anchor-missing")],
            id="templates bring sections to the pages that have some",
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
            {"index.md": "[a](a.pl.md) and [here](a.md)\n", "a.md": "# A\n", "a.pl.md": "[b](index.md)\n"},
            {"options": "docs_structure: suffix"},
            [("docs/index.md", 1, "link-wrong-language")],
            id="another language's file, where files are told by suffix",
        ),
        pytest.param(
            {"en/index.md": "Word[^1] and[^ 2].\n\n[^ 1]: one\n[^ 2]: two\n", "pl/index.md": "# S\n"},
            {},
            [("docs/en/index.md", 1, "footnote-undefined"), ("docs/en/index.md", 3, "footnote-unused")],
            id="a footnote's name is compared as it is",
        ),
        pytest.param(
            {**PAIR},
            {"more": "nav:\n  - A: index.md\nnav:\n  - B: index.md"},
            [],
            id="a setting that stands twice, of which MkDocs takes the last",
        ),
        pytest.param(
            {
                "en/index.md": '# Two Words\n\n``` title="T"\n## no heading\n```\n\n## More Words\n\n'
                "[a](#More-Words) [b](#more-words) https://example.org/x\n\n"
                "## Own {#own}\n",
                "pl/index.md": "# S\n",
            },
            {
                "markdown": f"[attr_list, pymdownx.superfences, pymdownx.highlight, pymdownx.magiclink, "
                f"{{toc: {{slugify: {_SLUGS} {{kwds: {{case: none}}}}}}}}]"
            },
            [("docs/en/index.md", 9, "link-anchor-missing")],
            id="ids made in the site's own way, and addresses that become links",
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
            {"en/index.md": "- [`a`][a]\n- `b`\n- `c`\n\n[a]: https://example.org\n", "pl/index.md": "# S\n"},
            {},
            [],
            id="code alone, as the text of a link and in a list",
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
            {"en/index.md": "## One\n\n## One\n\n[a](#one_1) [b](#one-1)\n", "pl/index.md": "# S\n"},
            {},
            [("docs/en/index.md", 5, "link-anchor-missing")],
            id="headings of the same words",
        ),
        pytest.param(
            {**PAIR, "pl/index.md": "[a](../en/other.md)\n", "en/other.md": "# O\n", "pl/other.md": "# I\n"},
            {},
            [("docs/pl/index.md", 1, "link-wrong-language")],
            id="a link into the original's language",
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


def test_what_only_a_plugin_knows_is_told_once(tmp_path: Path) -> None:
    root = site(tmp_path, PAIR, plugins="gen-files macros")
    assert told(root, notices=True) == [("mkdocs.yml", 1, "check-limited")]


def test_a_missing_translation_is_a_hint_only(tmp_path: Path) -> None:
    root = site(tmp_path, {**PAIR, "en/only.md": "# Only\n"})
    assert told(root) == []
    assert ("docs/en/only.md", 1, "translation-missing") in told(root, notices=True)


@pytest.mark.parametrize(
    ("options", "own", "missing"),
    [
        (
            "docs_structure: folder",
            {"en/index.md": "# H\n", "en/a.md": "# A\n", "pl/index.md": "# S\n"},
            "docs/pl/a.md",
        ),
        (
            "docs_structure: folder",
            {"index.md": "# H\n", "a.md": "# A\n", "pl/index.md": "# S\n"},
            "docs/pl/a.md",
        ),
        (
            "docs_structure: folder",
            {"index.md": "# H\n", "pl/index.md": "# S\n", "pl/a.md": "# A\n"},
            "docs/a.md",
        ),
        (
            "docs_structure: suffix",
            {"index.md": "# H\n", "index.pl.md": "# S\n", "a.md": "# A\n"},
            "docs/a.pl.md",
        ),
        (
            "docs_structure: suffix",
            {"index.md": "# H\n", "index.pl.md": "# S\n", "a.pl.md": "# A\n"},
            "docs/a.md",
        ),
    ],
)
def test_a_missing_translation_is_named_by_the_file_that_it_would_have(
    tmp_path: Path, options: str, own: Mapping[str, str], missing: str
) -> None:
    found = findings.of(Reader(site(tmp_path, own, options=options, more="docs_dir: docs/")).read())
    [waiting] = [one for one in found if one.rule == "translation-missing"]
    assert f"({missing})" in str(waiting.suggestion)


def test_a_site_without_static_i18n_is_one_of_one_language(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n", "utf8")
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# H\n\n[a](en/a.md#part) [b](no.md) [c](en/)\n", "utf8")
    (tmp_path / "docs/en/a.md").write_text("# A\n\n## Part\n\n[i](../index.md) [j](index.md#part)\n", "utf8")
    assert told(tmp_path) == [
        ("docs/en/a.md", 5, "link-page-missing"),
        ("docs/index.md", 3, "link-page-missing"),
        ("docs/index.md", 3, "link-page-missing"),
    ]


def test_mkdocs_yaml_is_read_as_mkdocs_does(tmp_path: Path) -> None:
    site(tmp_path, {**PAIR, "pl/index.md": "[x](no.md)\n"})
    (tmp_path / "mkdocs.yml").rename(tmp_path / "mkdocs.yaml")
    assert told(tmp_path) == [("docs/pl/index.md", 1, "link-page-missing")]


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


def test_code_that_a_configuration_names_is_not_run(tmp_path: Path) -> None:
    slugs = "!!python/object/apply:os.system [touch ran]"
    root = site(
        tmp_path, {**PAIR, "en/index.md": "[a](#b)\n\n## B\n"}, markdown=f"[{{toc: {{slugify: {slugs}}}}}]"
    )
    assert told(root) == []
    assert not (tmp_path / "ran").exists()
    assert not Path("ran").exists()
