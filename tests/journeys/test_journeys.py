"""What whoever writes one language changes, and what is then told: in an original and in a translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook import findings
from handbook.languages import CODES
from handbook.model.project import Page, Project
from handbook.model.rules import NOTICE
from handbook.reading.reader import Reader
from tests.support.project import copy_of_the_handbook


def phrase(lines: list[str]) -> list[str]:
    """The first phrase to say in other words, as many as before."""
    return [re.sub(r"(\w+)(\W*)$", r"abc\2", lines[0]), *lines[1:]]


def step_more(lines: list[str]) -> list[str]:
    return [*lines, f"{len(lines) + 1}. Abc."]


def step_less(lines: list[str]) -> list[str]:
    return lines[:-1]


def steps_moved(lines: list[str]) -> list[str]:
    words = [line.partition(". ")[2] for line in (lines[1], lines[0], *lines[2:])]
    return [f"{number}. {text}" for number, text in enumerate(words, start=1)]


def number(lines: list[str]) -> list[str]:
    """A number in the first entry, before its last sign."""
    return [re.sub(r"(\w)(\W*)$", r"\1 37\2", lines[0]), *lines[1:]]


class Handbook:
    """A copy of the real handbook."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reader = Reader(root)
        self.project: Project = self.reader.read()
        self.before = set(findings.of(self.project))

    def card(self, code: str, *, original: bool) -> Page:
        """A short card of a language with four or five steps, so that one more and one less are allowed."""
        fitting = []
        for card in self.project.cards(code):
            section = card.document.section("do")
            fits = section is not None and len(section.items) in (4, 5) and "](" not in section.text
            if fits and (self.project.original(card.slug) is card) == original:
                fitting.append(card)
        return min(fitting, key=lambda card: len(card.document.text))

    def told(self, page: Page, section: str, change: object) -> list[tuple[str, str, str]]:
        """File, severity and rule of all that is told after a change of a section's entries."""
        assert callable(change)
        found = page.document.section(section)
        assert found
        lines = list(page.document.lines)
        first, last = found.items[0].position.line - 1, found.items[-1].position.line
        lines[first:last] = change(lines[first:last])
        path = self.root / page.file
        path.write_text("\n".join(lines), "utf8", newline="\n")
        new = [f for f in findings.of(self.reader.read()) if f not in self.before]
        path.write_text(page.document.text, "utf8", newline="\n")
        return sorted((finding.file, finding.severity, finding.rule) for finding in new)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return Handbook(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("section", "change"),
    [
        pytest.param("say", phrase, id="a phrase in other words"),
        pytest.param("do", step_more, id="a step more"),
        pytest.param("do", step_less, id="a step less"),
        pytest.param("do", steps_moved, id="two steps changed places"),
        pytest.param("do", number, id="another number"),
    ],
)
def test_an_original_is_free(handbook: Handbook, code: str, section: str, change: object) -> None:
    card = handbook.card(code, original=True)
    others = [version.file for version in handbook.project.by_slug[card.slug].values() if version is not card]
    assert handbook.told(card, section, change) == sorted((o, NOTICE, "translation-stale") for o in others)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("change", "rule"),
    [
        pytest.param(step_more, "translation-items", id="a step more"),
        pytest.param(step_less, "translation-items", id="a step less"),
        pytest.param(number, "translation-numbers", id="another number"),
    ],
)
def test_a_translation_is_held_to_its_original(
    handbook: Handbook, code: str, change: object, rule: str
) -> None:
    card = handbook.card(code, original=False)
    assert handbook.told(card, "do", change) == [(card.file, "error", rule)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("section", "change"), [("say", phrase), ("do", steps_moved)])
def test_a_translation_may_say_it_in_its_own_way(
    handbook: Handbook, code: str, section: str, change: object
) -> None:
    assert handbook.told(handbook.card(code, original=False), section, change) == []
