"""Sites that are none of ours: what their extensions and plugins make of ids, references and targets."""

# ruff: noqa: E501  A small file stands in one line.

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook import findings
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, Found, site, told

_SLUGS = "!!python/object/apply:pymdownx.slugs.slugify"
# Where code stands, pages are held against what Python-Markdown makes of them.
_CODE = "```python\nx = 1\n```\n"


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
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
            {"en/index.md": "Word[^1] and[^ 2].\n\n[^ 1]: one\n[^ 2]: two\n", "pl/index.md": "# S\n"},
            {},
            [("docs/en/index.md", 1, "footnote-undefined"), ("docs/en/index.md", 3, "footnote-unused")],
            id="a footnote's name is compared as it is",
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
            {"en/index.md": "## One\n\n## One\n\n[a](#one_1) [b](#one-1)\n", "pl/index.md": "# S\n"},
            {},
            [("docs/en/index.md", 5, "link-anchor-missing")],
            id="headings of the same words",
        ),
        pytest.param(
            {"en/index.md": "- [`a`][a]\n- `b`\n- `c`\n\n[a]: https://example.org\n", "pl/index.md": "# S\n"},
            {},
            [],
            id="code alone, as the text of a link and in a list",
        ),
        pytest.param(
            {"en/index.md": f"# H\n\n{_CODE}\n## Part\n\n[a](#part) [b](#x)\n", "pl/index.md": "# S\n"},
            {
                "markdown": "[pymdownx.superfences, {pymdownx.highlight: {anchor_linenums: true, line_spans: __span}}]"
            },
            [("docs/en/index.md", 9, "link-anchor-missing")],
            id="lines of code with numbers that are links",
        ),
        pytest.param(
            {"en/index.md": f"# H\n\n{_CODE}\n## Part\n\n[a](#part)\n", "pl/index.md": "# S\n"},
            {
                "markdown": "[pymdownx.superfences, {pymdownx.highlight: {anchor_linenums: true, linenums: true, line_anchors: ln, line_spans: sp, css_class: own}}]"
            },
            [],
            id="lines of code with ids of the site's own naming",
        ),
        pytest.param(
            {
                "en/index.md": f"# H :smile:\n\n{_CODE}\n## Part (c) -- 1/2\n\n[a](#part-12) [b](#part-c-12) [c](#h)\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[fenced_code, pymdownx.smartsymbols, pymdownx.emoji]"},
            [("docs/en/index.md", 9, "link-anchor-missing")],
            id="signs and pictures in headings, of which no ids are made",
        ),
        pytest.param(
            {
                "en/index.md": f"# H {{#h}}\n\n{_CODE}\nTerm {{#term}}\n:   What [it](#term) is, [not](#no).\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[fenced_code, attr_list, def_list]"},
            [("docs/en/index.md", 8, "link-anchor-missing")],
            id="an id of a term, on a page whose headings all have ids",
        ),
        pytest.param(
            {
                "en/index.md": f"# H\n\n{_CODE}\nText\n\n/// figure-caption\n    attrs: {{id: fig}}\nC\n///\n\n[a](#fig) [b](#gif)\n",
                "pl/index.md": "# S\n",
            },
            {"markdown": "[fenced_code, pymdownx.blocks.caption]"},
            [("docs/en/index.md", 14, "link-anchor-missing")],
            id="an id in the attributes of a block",
        ),
        pytest.param(
            {
                "en/index.md": f"# H\n\n[TOC]\n\n{_CODE}\nx[^1]\n\n[^1]: T\n\n:tada: #1 @octocat\n",
                "pl/index.md": "# S\n",
            },
            {
                "markdown": "[fenced_code, pymdownx.emoji, {footnotes: {UNIQUE_IDS: true}}, {toc: {permalink: true, anchorlink: true}}, {pymdownx.magiclink: {repo_url_shorthand: true, social_url_shorthand: true, user: a, repo: b}}]"
            },
            [],
            id="links that extensions make: contents, emoji, mentions, footnotes of their own numbering",
        ),
        pytest.param(
            {
                "en/index.md": '<a id="one"></a>\n## One\n\n### <span id="q1">Q1</span>\n\n<b id="two">x</b>\n\nText.\n\n## Two\n\n[a](#one) [b](#q1)\n',
                "pl/index.md": "# S\n",
            },
            {},
            [("docs/en/index.md", 10, "id-twice")],
            id="an id in HTML at the heading that gets the same one",
        ),
    ],
)
def test_a_site_has_exactly_these_faults(
    tmp_path: Path, files: Mapping[str, str], settings: dict[str, str], expected: Found
) -> None:
    assert told(site(tmp_path, files, **settings)) == expected


WRITING = "from pathlib import Path\n\n\ndef {event}(config):\n    Path('docs/en/made.md').write_text('# M', 'utf8')\n"


@pytest.mark.parametrize(
    ("plugins", "hook", "severity"),
    [
        pytest.param("gen-files", None, "notice", id="a plugin that writes pages"),
        pytest.param("tags", None, "error", id="a plugin that writes none"),
        pytest.param(
            "", WRITING.format(event="on_pre_build"), "notice", id="a hook that writes before the build"
        ),
        pytest.param("", WRITING.format(event="on_post_build"), "error", id="a hook that writes after it"),
        pytest.param(
            "", "def on_config(config):\n    return config\n", "error", id="a hook that writes nothing"
        ),
    ],
)
def test_what_a_plugin_or_hook_may_bring_is_no_error(
    tmp_path: Path, plugins: str, hook: str | None, severity: str
) -> None:
    files = {**PAIR, "en/index.md": "[a](made.md) [b](#no)\n", **({"/own.py": hook} if hook else {})}
    more = "hooks: [own.py]" if hook else ""
    found = findings.of(Reader(site(tmp_path, files, plugins=plugins, more=more)).read())
    shown = {one.rule: one.severity for one in found if one.rule.startswith("link-")}
    assert shown["link-page-missing"] == severity
    assert shown.get("link-anchor-missing", "error") == "error"
    limited = [one.message for one in found if one.rule == "check-limited"]
    assert any("own.py" in message for message in limited) == (severity == "notice" and hook is not None)


@pytest.mark.parametrize(
    ("hook", "told_of", "is_limited"),
    [
        pytest.param(
            "def on_page_markdown(text, **_):\n    return text + '## More { #more }'\n",
            [],
            True,
            id="gives ids",
        ),
        pytest.param(
            "def on_page_markdown(text, **_):\n    return text.upper()\n",
            ["link-anchor-missing"],
            True,
            id="gives none, and may define names",
        ),
        pytest.param("ID = '{#id}'\n", ["link-anchor-missing"], False, id="changes no page"),
    ],
)
def test_ids_that_a_hook_may_give_are_not_judged(
    tmp_path: Path, hook: str, told_of: list[str], is_limited: bool
) -> None:
    files = {**PAIR, "en/index.md": "[a](#more)\n", "/own.py": hook}
    root = site(tmp_path, files, more="hooks: [own.py]")
    assert [rule for _, _, rule in told(root)] == told_of
    limited = [rule for _, _, rule in told(root, notices=True) if rule == "check-limited"]
    assert bool(limited) == is_limited


def test_what_only_a_plugin_knows_is_told_once(tmp_path: Path) -> None:
    root = site(tmp_path, PAIR, plugins="gen-files macros")
    assert told(root, notices=True) == [("mkdocs.yml", 1, "check-limited")]


def test_code_that_a_configuration_names_is_not_run(tmp_path: Path) -> None:
    slugs = "!!python/object/apply:os.system [touch ran]"
    root = site(
        tmp_path, {**PAIR, "en/index.md": "[a](#b)\n\n## B\n"}, markdown=f"[{{toc: {{slugify: {slugs}}}}}]"
    )
    assert told(root) == []
    assert not (tmp_path / "ran").exists()
    assert not Path("ran").exists()
