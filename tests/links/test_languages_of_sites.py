"""Sites that are none of ours: in which folders and names each keeps its languages."""

# ruff: noqa: E501  A small file stands in one line.

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, Found, site, told


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
                "en/index.md": '<a href="pl/">PL</a>\n',
                "pl/index.md": '<a href="../">EN</a> <a href="../en/">E</a>\n',
            },
            {},
            [("docs/pl/index.md", 1, "link-html")],
            id="the way to another language in HTML",
        ),
        pytest.param(
            {**PAIR, "about.md": "[a](en/index.md) [b](pl/index.md)\n"},
            {},
            [("docs/about.md", 1, "link-wrong-language")],
            id="a page of no language, which is built with the default one",
        ),
        pytest.param(
            {
                "index.md": "# Home\n",
                "index.pl.md": "# Start\n",
                "sub/a.md": '<img src="../../look/x.png" alt=""> ![x](../look/x.png)\n',
                "look/x.png": "x",
            },
            {"options": "docs_structure: suffix"},
            [("docs/sub/a.md", 1, "link-html")],
            id="a picture in HTML, where a page stands in for another language's",
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
                "en/index.md": "[a](sub/) [b](sub) [c](sub/README.md) [d](gone/)\n",
                "en/sub/README.md": "[home](../)\n",
                "pl/README.md": "[a](sub/)\n",
            },
            {},
            [
                ("docs/en/index.md", 1, "link-form"),
                ("docs/en/index.md", 1, "link-form"),
                ("docs/en/index.md", 1, "link-page-missing"),
                ("docs/en/sub/README.md", 1, "link-form"),
                ("docs/pl/README.md", 1, "link-form"),
            ],
            id="a folder whose page is README.md",
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
            {
                "index.en.md": "[a](README.md) [b](no.md)\n",
                "README.en.md": "[a](index.md)\n",
                "index.pl.md": "[a](README.md)\n",
                "README.pl.md": "[a](index.md)\n",
            },
            {"options": "docs_structure: suffix", "more": "nav: [index.md, README.md]"},
            [
                ("docs/index.en.md", 1, "address-twice"),
                ("docs/index.en.md", 1, "link-page-missing"),
                ("docs/index.pl.md", 1, "address-twice"),
            ],
            id="README and index of one language, which both are built where files are told by suffix",
        ),
        pytest.param(
            {"index.md": "[a](a.pl.md) and [here](a.md)\n", "a.md": "# A\n", "a.pl.md": "[b](index.md)\n"},
            {"options": "docs_structure: suffix"},
            [("docs/index.md", 1, "link-wrong-language")],
            id="another language's file, where files are told by suffix",
        ),
        pytest.param(
            {**PAIR, "pl/index.md": "[a](../en/other.md)\n", "en/other.md": "# O\n", "pl/other.md": "# I\n"},
            {},
            [("docs/pl/index.md", 1, "link-wrong-language")],
            id="a link into the original's language",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected


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
