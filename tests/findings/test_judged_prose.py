"""Prose that was found in order is not gone over again, and whatever changes, it is as if it were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook import checks
from handbook.base.store import Store
from handbook.model.project import Fault, Page, Project
from handbook.prose import detection, hunspell, judged_prose, known_words, page_passages
from handbook.prose.inflexion import forms
from handbook.prose.project_texts import Texts
from tests.findings.test_recollections import recalling
from tests.support.project import faults, replace, write

PL, EN = "docs/pl/guides/listening.md", "docs/en/guides/listening.md"
CARD, OTHER = "docs/en/scenarios/late-return.md", "docs/en/scenarios/getting-louder.md"
MORE = "docs/en/guides/more.md"
GLOSSARY = "sources/glossary.yml"
TWICE = "We keep the whole of this very same sentence here."
Change = Callable[[Path], None]


def _append(path: str, text: str) -> Change:
    return lambda root: write(root, path, f"{(root / path).read_text('utf8')}\n{text}\n")


def _replace(path: str, old: str, new: str) -> Change:
    return lambda root: replace(root, path, old, new)


def _write(path: str, text: str | None) -> Change:
    return lambda root: write(root, path, text)


def _all(*changes: Change) -> Change:
    def change_all(root: Path) -> None:
        for change in changes:
            change(root)

    return change_all


NOTHING = _all()
# What there was when it was judged, what has changed since, and a rule that is told of then or no more.
CHANGES = {
    "a term to avoid": (
        NOTHING,
        _replace(GLOSSARY, "en: [policy]", "en: [policy, deadline]"),
        "term-avoided",
    ),
    "a name": (
        _append(EN, "Ask for Wrzlbrnft."),
        _write("sources/names.yml", "all: [Wrzlbrnft]\n"),
        "spelling",
    ),
    "a turn that nobody says": (
        NOTHING,
        _write("sources/stiff.yml", "en:\n  - avoid: [deadline]\n    use: day\n"),
        "phrase-stiff",
    ),
    "a word that is no standard": (
        NOTHING,
        _write("sources/nonstandard-en.yml", "- avoid: [deadline]\n  use: day\n"),
        "word-nonstandard",
    ),
    "a sentence of a page that is known": (_append(CARD, TWICE), _append(EN, TWICE), "sentence-twice"),
    "a sentence of two known pages": (
        _all(_append(CARD, TWICE), _append(OTHER, "Tell them so.")),
        _append(OTHER, TWICE),
        "sentence-twice",
    ),
    "a title that sentences of known pages have": (
        _all(
            _append(CARD, f"See {TWICE}"),
            _append(OTHER, f"See {TWICE}"),
            _write(MORE, "---\ntitle: More\n---\n\nTell them.\n"),
        ),
        _write(MORE, f"---\ntitle: {TWICE[:-1]}\n---\n\nTell them.\n"),
        "sentence-twice",
    ),
    "reasons that begin as those of known pages": (
        _replace(CARD, "A [rule](../reference/glossary.md#rule) works", "It works"),
        _replace(OTHER, "A calm voice calms", "It works"),
        "why-opening",
    ),
    "a page that is gone": (
        _all(_append(CARD, TWICE), _append(EN, TWICE)),
        _write(EN, None),
        "sentence-twice",
    ),
    "a rule that is told of again": (
        _all(
            _append(CARD, TWICE),
            _append(OTHER, TWICE),
            _replace("mkdocs.yml", "severities: {}", "severities: {sentence-twice: off}"),
        ),
        _replace("mkdocs.yml", "severities: {sentence-twice: off}", "severities: {}"),
        "sentence-twice",
    ),
    "a word of another language on a page of that": (
        _append(EN, "Müller Müller Müller Müller Müller Müller."),
        _append(PL, "Müller."),
        "",
    ),
}


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_CACHE", "on")


def _without_keeping(root: Path) -> list[Fault]:
    forms.cache_clear()
    return faults(root, prose=True)


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_prose_is_judged_as_if_nothing_were_kept(root: Path, name: str) -> None:
    begin, change, rule = CHANGES[name]
    begin(root)
    with recalling(root):
        before = faults(root, prose=True)
    change(root)
    expected = _without_keeping(root)
    if rule:
        assert (rule in {fault.rule for fault in before}) != (rule in {fault.rule for fault in expected})
    for _ in range(2):
        with recalling(root):
            assert faults(root, prose=True) == expected


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose passages were looked for."""
    found: list[str] = []
    whole = page_passages._body

    def body(page: Page, *given: object) -> object:
        found.append(page.file)
        return whole(page, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(page_passages, "_body", body)
    return found


def test_only_what_has_changed_is_gone_over(root: Path, read: list[str]) -> None:
    _append(OTHER, "Misspelttt.")(root)
    with recalling(root):
        faults(root, prose=True)
    assert {EN, CARD, OTHER} < set(read)
    read.clear()
    _append(EN, "Tell them.")(root)
    with recalling(root):
        faults(root, prose=True)
    assert set(read) == {EN, OTHER}  # The other one has a fault, which is told of again.


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param((detection, "is_available", lambda: False), id="lingua"),
        pytest.param((judged_prose, "dictionaries", lambda _: None), id="a dictionary nobody can tell"),
    ],
)
def test_without_a_tool_nothing_is_kept(
    root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, missing: tuple[object, str, object]
) -> None:
    monkeypatch.setattr(*missing)
    for _ in range(2):
        read.clear()
        with recalling(root):
            faults(root, prose=True)
        assert {EN, CARD} < set(read)


def test_another_dictionary_judges_anew(root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with recalling(root):
        faults(root, prose=True)
    read.clear()
    monkeypatch.setattr(judged_prose, "dictionaries", lambda name: f"another {name}")
    with recalling(root):
        faults(root, prose=True)
    assert {EN, CARD} < set(read)


def test_a_page_that_a_check_stumbled_over_is_not_known(
    root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(project: Project, _: Texts) -> Iterator[Fault]:
        for page in project.pages.values():
            if page.file == EN and not page.unreadable:
                raise ValueError(page.file)
        yield from ()

    with monkeypatch.context() as failing, recalling(root):
        failing.setattr(checks, "PROSE_CHECKS", (*checks.PROSE_CHECKS, fails))
        assert "check-failed" in {fault.rule for fault in faults(root, prose=True)}
    read.clear()
    with recalling(root):
        faults(root, prose=True)
    assert set(read) == {EN}


def test_words_of_known_pages_are_still_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_known", {})
    store = Store()
    with recalling(root):
        faults(root, prose=True)
    known_words.keep(store, root)
    asked = hunspell.answers()
    monkeypatch.setattr(hunspell, "_known", {})
    known_words.recall(store, root)
    _append(EN, "Tell them.")(root)
    with recalling(root):
        faults(root, prose=True)
    now = hunspell.answers()
    assert asked.keys() == now.keys()
    assert all(now[name][0] >= right for name, (right, _) in asked.items())
