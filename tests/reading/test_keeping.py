"""What is read is kept: after a change only what has changed is read again, and nothing old is shown."""

from __future__ import annotations

from dataclasses import replace as replaced
from pathlib import Path

import pytest

from handbook.base.kept import Kept, kept
from handbook.model.project import Page, Project
from handbook.reading import data_files, kept_documents
from handbook.reading.reader import Reader
from tests.support.project import read, replace

CLAIMS, CARD = "sources/claims.yml", "docs/en/scenarios/late-return.md"


class Calls:
    """Counts how often a function of a module is called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.count = 0
        real = getattr(module, name)

        def counted(*given: object, **named: object) -> object:
            self.count += 1
            return real(*given, **named)

        monkeypatch.setattr(module, name, counted)


def test_a_result_is_made_again_where_its_origin_is_another() -> None:
    kept: Kept[int] = Kept()
    numbers = iter(range(9))

    def make() -> int:
        return next(numbers)

    assert [kept.get("a", origin, make) for origin in "xxy"] == [0, 0, 1]
    assert kept.get("b", "x", make) == 2
    kept.forget_others({"b"})
    assert (kept.get("a", "y", make), kept.get("b", "x", make)) == (3, 2)


def test_only_what_has_changed_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reader(root)
    first = reading.read()
    pages, data = Calls(monkeypatch, kept_documents, "parse"), Calls(monkeypatch, data_files, "read_yaml")
    assert reading.read() is first
    replace(root, CARD, "## Say {#say}", "## Say it {#say}")
    second = reading.read()
    assert (pages.count, data.count) == (1, 0)
    assert second.sources.files["claims"] is first.sources.files["claims"]
    changed = {path for path, page in second.pages.items() if page is not first.pages[path]}
    assert changed == {CARD.removeprefix("docs/")}
    replace(root, CLAIMS, "Hearing someone out comes first.", "Listening comes first.")
    third = reading.read()
    assert (pages.count, data.count) == (1, 1)
    assert "Listening" in str(third.sources.claims)


def test_what_is_kept_is_what_a_new_reader_reads(root: Path) -> None:
    reading = Reader(root)
    reading.read()
    replace(root, CLAIMS, "    paragraph: 4\n", "")
    replace(root, "mkdocs.yml", "  - attr_list\n", "")
    (root / "sources/glossary.yml").unlink()
    assert reading.read() == read(root)
    assert reading.read().faults


def test_what_a_function_makes_of_a_page_is_kept_with_the_page(project: Project) -> None:
    calls: list[tuple[Page, object]] = []

    @kept
    def counted(page: Page, given: object) -> int:
        calls.append((page, given))
        return len(calls)

    one, other = list(project.pages.values())[:2]
    first, second = object(), object()
    assert [counted(one, first), counted(one, first), counted(other, first)] == [1, 1, 2]
    # What else is given counts too; and a page that was changed is another one.
    assert [counted(one, second), counted(replaced(one), second)] == [3, 4]
    assert one == replaced(one)
