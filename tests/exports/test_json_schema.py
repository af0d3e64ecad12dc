"""The published JSON Schema: up to date, and of one mind with the check about every page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from handbook.commands.cli import main
from handbook.exports.json_schema import FOLDER, json_schemas
from handbook.model.fields import errors, schema_of
from handbook.model.project import Page, Project
from tests.support.golden import cases
from tests.support.project import HANDBOOK, read


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads((HANDBOOK / FOLDER / name).read_text("utf8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def said(project: Project, page: Page) -> list[str]:
    """What the published schema finds wrong with a page's front matter."""
    # An editor's tool reads a date as the text that it is.
    values: Any = json.loads(json.dumps(dict(page.front.values), default=str))
    name = "card.json" if project.is_card(page) else "page.json"
    return [error.message for error in validator(name).iter_errors(values)]


def test_the_files_are_what_the_command_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--project", str(tmp_path)]) == 0
    written = capsys.readouterr().out.split()
    assert sorted(written) == sorted(f"{FOLDER}/{name}" for name in json_schemas())
    for name in written:
        assert (tmp_path / name).read_text("utf8") == (HANDBOOK / name).read_text("utf8"), (
            "run handbook schema"
        )


def test_every_page_of_the_handbook_fits(handbook: Project) -> None:
    pages = [page for page in handbook.pages.values() if page.language]
    assert pages
    assert {page.file: said(handbook, page) for page in pages if said(handbook, page)} == {}


@pytest.mark.parametrize(
    "name", [pytest.param(case.name, id=case.name) for case in cases() if case.group == "front-matter"]
)
def test_what_the_check_finds_wrong_the_schema_finds_wrong(name: str, tmp_path: Path) -> None:
    (case,) = [case for case in cases() if (case.group, case.name) == ("front-matter", name)]
    project = read(case.build(tmp_path))
    for page in project.pages.values():
        # A tool that sees one file tells an original by what it holds; the check knows the other languages.
        alike = page.is_marked_original == (project.original(page.slug) is page)
        if project.settings.cards is None or not page.language or not alike or not page.front.values:
            continue
        # A day is a day for the check alone: a schema takes any text for one.
        found = errors(schema_of(project, page)[0], page.front.values)
        wrong = [path for _, path, _ in found if path[0] not in ("verified", "review_by")]
        assert bool(said(project, page)) == bool(wrong), page.file
