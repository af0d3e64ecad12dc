"""What earlier checks leave behind changes nothing: whatever is recalled is what would be made anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace as replaced
from pathlib import Path
from typing import Any

import pytest

from handbook.base.store import FOLDER, Store
from handbook.findings import recollections
from handbook.model.document import Document, Syntax
from handbook.model.project import Fault, Project, Settings
from handbook.prose import inflexion
from handbook.reading import kept_documents, site_markdown
from handbook.reading.configuration import PythonName
from handbook.reading.markdown.parse import parse
from handbook.reading.reader import Reader
from tests.support.project import faults, replace, write

CARD = "docs/pl/scenarios/late-return.md"


@contextmanager
def recalling(root: Path) -> Iterator[None]:
    """What is made in here is kept, and recalled the next time."""
    store = Store()
    inflexion.forms.cache_clear()
    recollections.begin(store, root)
    try:
        yield
    finally:
        recollections.end(store, root, keep=True)
        inflexion.forms.cache_clear()


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_CACHE", "on")
    # Each run renders anew what it does not recall.
    monkeypatch.setattr(site_markdown, "_SITES", type(site_markdown._SITES)())


def _faults(root: Path) -> list[Fault]:
    site_markdown._SITES.forget_others(())
    return faults(root, prose=True)


CHANGES: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "words": lambda text: f"{text}\nNapisannne słowo, w odnośniku do nieobecnego terminu.\n",
    "a language": lambda text: f"{text}\nWe will get back to you as soon as we possibly can today.\n",
    "markup that runs": lambda text: f"{text}\n<b onclick='x()'>Tak</b> <script>x()</script>\n",
    "markup that is read otherwise": lambda text: f"{text}\n<div>\n\n[Tam](nowhere.md)\n\n</div>\n",
    "a link": lambda text: f"{text}\n[Tam](nowhere.md) i [tu][nowhere]\n",
    "a waiver": lambda text: (
        f"{text}\n<!-- handbook: allow spelling until 2031-01-01: bo tak -->\nNapisannne.\n"
    ),
    "the front matter": lambda text: text.replace("title: ", "title: Napisannne ", 1),
    "broken front matter": lambda text: text.replace("title: ", "title: [", 1),
    "a sign that nobody sees": lambda text: f"{text}\nTak\u200bnie.\n",
    "signs of another language": lambda text: f'{text}\nTak -- "nie"...\n',
    "nothing left": lambda text: "",
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_all_faults_are_those_of_a_check_without_it(root: Path, name: str) -> None:
    with recalling(root):
        _faults(root)
    write(root, CARD, CHANGES[name]((root / CARD).read_text("utf8")))
    expected = _faults(root)
    for _ in range(2):
        with recalling(root):
            assert _faults(root) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("  - admonition\n", "", id="an extension less"),
        pytest.param("  - tables\n", "  - tables\n  - pymdownx.magiclink\n", id="an extension more"),
        pytest.param("permalink: true", "separator: _", id="an option"),
        pytest.param("severities: {}", "dictionaries: {en: pl_PL}", id="a dictionary"),
        pytest.param("    cards: scenarios\n", "", id="no cards"),
    ],
)
def test_after_a_change_of_the_settings_too(root: Path, old: str, new: str) -> None:
    more = "# More words\n\n!!! note\n    <b onclick='x()'>www.example.com/a_b</b>\n\n    [So](#more_words)\n"
    write(root, "docs/en/guides/more.md", more)
    with recalling(root):
        _faults(root)
    replace(root, "mkdocs.yml", old, new)
    expected = _faults(root)
    with recalling(root):
        assert _faults(root) == expected


def test_every_page_is_recalled_as_it_was_taken_apart(
    handbook: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syntax = handbook.settings.syntax
    texts = [page.document.text for page in handbook.pages.values()]
    with recalling(tmp_path):
        made = [kept_documents.document(text, syntax) for text in texts]
    assert not any(document.problems for document in made)
    monkeypatch.setattr(kept_documents, "parse", None)
    with recalling(tmp_path):
        recalled = [kept_documents.document(text, syntax) for text in texts]
    assert recalled == made == [parse(text, syntax) for text in texts]


def test_what_is_recalled_is_used(root: Path) -> None:
    with recalling(root):
        _faults(root)
    for path in (root / FOLDER).iterdir():
        kept = json.loads(path.read_text("utf8"))
        for value in kept["value"].values():
            if isinstance(value, list) and len(value) == 6:
                value[1].append([2, "Zasadzone", "zasadzone", True, [1, 1]])
                value[4].append([[], []])  # Its section.
        path.write_text(json.dumps(kept), "utf8")
    with recalling(root):
        planted = Reader(root).read()
    assert "zasadzone" in [heading.id for heading in planted.pages["pl/decide.md"].document.headings]
    headings = Reader(root).read().pages["pl/decide.md"].document.headings
    assert "zasadzone" not in [heading.id for heading in headings]


@pytest.mark.parametrize("value", [None, 3, {}, [None] * 6, [[None] * 8]])
def test_what_was_not_kept_by_a_check_is_made_anew(root: Path, value: object) -> None:
    expected = _faults(root)
    with recalling(root):
        _faults(root)
    for path in (root / FOLDER).iterdir():
        kept = json.loads(path.read_text("utf8"))
        kept["value"] = dict.fromkeys(kept["value"], value)
        path.write_text(json.dumps(kept), "utf8")
    with recalling(root):
        assert _faults(root) == expected


def test_what_other_tools_have_kept_is_not_recalled(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with recalling(root):
        Reader(root).read()
    monkeypatch.setattr(Store, "tools", "others")
    made: list[str] = []

    def counted(text: str, syntax: Syntax) -> Document:
        made.append(text)
        return parse(text, syntax)

    monkeypatch.setattr(kept_documents, "parse", counted)
    with recalling(root):
        project = Reader(root).read()
    assert len(made) == len(project.pages)
    made.clear()
    with recalling(root):
        Reader(root).read()
    assert made == []


def test_what_is_wanted_no_more_is_kept_no_longer(root: Path) -> None:
    def size() -> int:
        return sum(len(json.loads(path.read_text("utf8"))["value"]) for path in (root / FOLDER).iterdir())

    with recalling(root):
        _faults(root)
    before = size()
    text = (root / CARD).read_text("utf8")
    write(root, CARD, f"{text}\nTak.\n")
    with recalling(root):
        _faults(root)
    assert size() == before
    with recalling(root):
        faults(root)  # Without the prose, nobody knows what of it is wanted.
    assert size() == before


def test_nothing_is_recalled_where_nothing_may_be_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_CACHE", "off")
    with recalling(root):
        assert not kept_documents.RECOLLECTION.is_on
        _faults(root)
    assert not (root / FOLDER).exists()


def test_options_that_differ_are_told_apart(project: Project) -> None:
    def identity(settings: Settings) -> str:
        return site_markdown.SiteMarkdown(settings).identity

    slugify = "pymdownx.slugs.slugify"
    options: tuple[dict[str, Any], ...] = (
        {},
        {"toc": {}},
        {"toc": {"slugify": slugify}},
        {"toc": {"slugify": PythonName(slugify, False, {})}},
        {"toc": {"slugify": PythonName(slugify, True, {})}},
        {"toc": {"slugify": PythonName(slugify, True, {"case": "lower"})}},
    )
    found = {identity(replaced(project.settings, markdown=one)) for one in options}
    assert len(found) == len(options)
    assert "" not in found
    # Its parts stand in files that nobody has looked at.
    assert identity(replaced(project.settings, markdown={"pymdownx.snippets": {}})) == ""
