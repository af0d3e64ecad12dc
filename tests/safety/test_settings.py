"""A hostile mkdocs.yml: nothing that it names is run or read outside, and what is wrong is a sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.commands import cli
from handbook.reading.settings import SettingsError, read_settings
from handbook.reading.site_markdown import site_markdown
from tests.support.project import build, replace, write

_EXTENSIONS = "markdown_extensions:\n"
_HANDBOOK = "\n  handbook:\n"
# Ten levels of nine: three thousand million parts.
_BOMB = "x0: &x0 [a]\n" + "".join(
    f"x{level}: &x{level} [{', '.join([f'*x{level - 1}'] * 9)}]\n" for level in range(1, 11)
)


def _checked(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = cli.main(["check", "--no-prose", "--project", str(root)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


@pytest.mark.parametrize(
    "named",
    [
        pytest.param("!!python/object/apply:markdown.markdownFromFile", id="a function of Markdown's own"),
        pytest.param("!!python/object/apply:markdown.core.markdownFromFile", id="at another name"),
        pytest.param("!!python/object/apply:os.system", id="a command"),
        pytest.param(
            "!!python/object/apply:pymdownx.superfences.fence_div_format", id="not one to be called"
        ),
        pytest.param("!!python/object/apply:markdown.__main__.run", id="a program"),
    ],
)
def test_nothing_is_called_that_does_more_than_make_a_value(
    tmp_path: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root, written = build(tmp_path / "project"), tmp_path / "written"
    given = f"{{kwds: {{input: {root / 'mkdocs.yml'}, output: {written}, command: 'touch {written}'}}}}"
    option = f"  - pymdownx.smartsymbols:\n      arrows: {named} {given}\n"
    replace(root, "mkdocs.yml", _EXTENSIONS, _EXTENSIONS + option)
    assert _checked(root, capsys) == (0, "handbook: 51 pages, 0 findings\n")
    assert not written.exists()
    assert not site_markdown(read_settings(root)).complete


def test_what_makes_a_value_is_called(tmp_path: Path) -> None:
    root = build(tmp_path)
    made = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
    replace(root, "mkdocs.yml", "permalink: true", f"slugify: {made}")
    assert 'id="łódź"' in site_markdown(read_settings(root)).html("# Łódź")


@pytest.mark.parametrize(
    ("base", "brought"),
    [
        pytest.param("/", False, id="outside"),
        pytest.param("..", False, id="above"),
        pytest.param("/dev", False, id="what never ends"),
        pytest.param("parts", True, id="within the project"),
        pytest.param("[3, parts, a\\0b]", True, id="beside what is no folder"),
    ],
)
def test_snippets_come_from_the_project_alone(tmp_path: Path, base: str, *, brought: bool) -> None:
    root = build(tmp_path / "project", {"parts/secret.txt": "Brought.\n", ".git": ""})
    write(tmp_path, "secret.txt", "Brought.\n")
    (root / "parts/zero").symlink_to("/dev/zero")
    (root / "parts/away.txt").symlink_to(tmp_path / "secret.txt")
    options = f"      base_path: {base}\n      restrict_base_path: false\n"
    replace(root, "mkdocs.yml", _EXTENSIONS, f"{_EXTENSIONS}  - pymdownx.snippets:\n{options}")
    markdown = site_markdown(read_settings(root))
    assert ("Brought" in markdown.html('--8<-- "secret.txt"')) is brought
    for name in ("zero", "away.txt", str(tmp_path / "secret.txt"), "/dev/zero", "../secret.txt"):
        assert "Brought" not in markdown.html(f'--8<-- "{name}"')


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("docs_dir: docs", "docs_dir: ..", "docs_dir", id="pages above"),
        pytest.param("docs_dir: docs", "docs_dir: /usr", "docs_dir", id="pages outside"),
        pytest.param("docs_dir: docs", 'docs_dir: "a\\0b"', "docs_dir", id="no name at all"),
        pytest.param("\nplugins", "\ntheme: {custom_dir: /usr}\nplugins", "custom_dir", id="a theme outside"),
        pytest.param("cards: scenarios", "cards: ../x", "cards", id="cards above"),
        pytest.param("sources: sources", "sources: /etc", "sources", id="data outside"),
        pytest.param("local_rules: local-rules", "local_rules: .", "local_rules", id="rules everywhere"),
        pytest.param("locale: pl", 'locale: "../x"', "language", id="a language that is a path"),
        pytest.param(
            _HANDBOOK, f"{_HANDBOOK}    dictionaries: {{en: docs/x}}\n", "dictionaries", id="a path"
        ),
        pytest.param("\nplugins", '\n"\\n::x": 1\n"\\n::x": 2\nplugins', "twice", id="a line end"),
        pytest.param("\nplugins", "\nsite_dir: /srv/other\nplugins", "site_dir", id="a site outside"),
        pytest.param("\nplugins", "\nsite_dir: x/../sources\nplugins", "site_dir", id="over the data"),
        pytest.param("\nplugins", "\nhooks: [own/x.py]\nsite_dir: own\nplugins", "site_dir", id="over code"),
        pytest.param("\nplugins", "\nsite_dir: .git\nplugins", "site_dir", id="over the history"),
        pytest.param("\nplugins", '\nsite_dir: "a\\0b"\nplugins', "site_dir", id="a site of no name"),
        pytest.param("\nplugins", '\nexclude_docs: "[z-a]"\nplugins', "exclude_docs", id="no range"),
        pytest.param("\nplugins", '\nnot_in_nav: "!"\nplugins', "not_in_nav", id="no pattern"),
        pytest.param("\nplugins", "\nINHERIT: /dev/zero\nplugins", "not a file", id="a device"),
        pytest.param("\nplugins", '\nINHERIT: "a\\0b"\nplugins', "null byte", id="a name with a zero"),
    ],
)
def test_a_value_that_leads_away_ends_in_a_sentence(
    tmp_path: Path, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = build(tmp_path)
    replace(root, "mkdocs.yml", old, new)
    status, said = _checked(root, capsys)
    assert status == 2
    assert said.count("\n") == 1
    assert told in said
    assert "fault of the handbook" not in said


def test_a_site_is_not_written_through_a_link(tmp_path: Path) -> None:
    root = build(tmp_path)
    read_settings(root)
    (root / "site").symlink_to("sources")
    with pytest.raises(SettingsError, match="site_dir"):
        read_settings(root)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(lambda text: f"{text}nav: *x10\n", id="the navigation"),
        pytest.param(lambda text: text.replace("docs_dir: docs", "docs_dir: *x9"), id="a folder"),
        pytest.param(lambda text: text.replace("permalink: true", "permalink: *x9"), id="an option"),
        pytest.param(
            lambda text: text.replace(_HANDBOOK, f"{_HANDBOOK}    frame_ancestors: *x9\n"), id="a setting"
        ),
        pytest.param(lambda text: f"{text}nav: &nav [*nav]\n", id="what holds itself"),
        pytest.param(
            lambda text: (
                text
                + "d0: &d0 [a]\n"
                + "".join(f"d{level}: &d{level} [*d{level - 1}]\n" for level in range(1, 200))
            ),
            id="what is deep by references",
        ),
    ],
)
def test_references_that_stand_for_too_much_are_refused_at_their_line(
    tmp_path: Path, place: Callable[[str], str]
) -> None:
    root = build(tmp_path)
    text = (root / "mkdocs.yml").read_text("utf8")
    write(root, "mkdocs.yml", place(_BOMB + text))
    with pytest.raises(SettingsError, match=r"mkdocs\.yml:\d+: (?:references stand|nested too)"):
        read_settings(root)


def test_references_that_are_used_as_people_do_are_read(tmp_path: Path) -> None:
    root = build(tmp_path)
    replace(
        root, "mkdocs.yml", "cards: scenarios", "cards: &folder scenarios\n    unknown: [*folder, *folder]"
    )
    assert read_settings(root).cards == "scenarios"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_and_an_endless_text_are_no_configurations(tmp_path: Path) -> None:
    root = build(tmp_path)
    write(root, "mkdocs.yml", "#" * 3_000_000)
    with pytest.raises(SettingsError, match="longer than"):
        read_settings(root)
    (root / "mkdocs.yml").unlink()
    os.mkfifo(root / "mkdocs.yml")
    with pytest.raises(SettingsError, match="not a file"):
        read_settings(root, "mkdocs.yml")
