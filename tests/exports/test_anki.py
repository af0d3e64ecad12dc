"""The deck for Anki, read back from the database that Anki imports."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from html import unescape
from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES
from handbook.model.project import Project
from tests.support.project import HANDBOOK


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("anki")
    for folder in ("once", "again"):
        arguments = ["export", "anki", "--target", str(target / folder), "--project", str(HANDBOOK)]
        assert main(arguments) == 0
    return target


def database(written: Path, code: str, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(written / "once" / f"handbook-{code}.apkg") as archive:
        return sqlite3.connect(archive.extract("collection.anki2", folder))


@pytest.mark.parametrize("code", CODES)
def test_every_card_phrase_and_term_is_asked_for(
    written: Path, handbook: Project, code: str, tmp_path: Path
) -> None:
    taken = takeaway(handbook, code)
    found = database(written, code, tmp_path)
    notes = found.execute("select tags, flds from notes order by id").fetchall()
    tags = [tag.strip() for tag, _ in notes]
    counts = {"card": len(taken.cards), "phrase": len(taken.phrases), "term": len(taken.terms)}
    assert {tag: tags.count(tag) for tag in set(tags)} == counts
    # One card to learn for each note.
    assert found.execute("select count(*) from cards").fetchone() == (len(notes),)
    (decks,) = found.execute("select decks from col").fetchone()
    titles = {deck["name"]: deck["desc"] for deck in json.loads(decks).values()}
    assert "CC BY 4.0" in titles[handbook.pages[f"{code}/index.md"].title]
    found.close()
    fields = [unescape(re.sub("<[^>]*>", "\n", text)).split("\x1f") for _, text in notes]
    for card, (question, answer) in zip(taken.cards, fields, strict=False):
        assert card.title in question
        assert card.answer in answer
        assert all(said in answer for said in card.say)
    phrases = fields[len(taken.cards) : len(taken.cards) + len(taken.phrases)]
    assert [answer for _, answer in phrases] == [phrase.say for phrase in taken.phrases]
    assert any("[" in answer for _, answer in phrases), "what is to be filled in stays marked"


def test_notes_are_the_same_in_the_next_edition_and_others_in_another_language(
    written: Path, tmp_path: Path
) -> None:
    known = {}
    for code in CODES:
        found = database(written, code, tmp_path)
        known[code] = {guid for (guid,) in found.execute("select guid from notes")}
        assert len(known[code]) == found.execute("select count(*) from notes").fetchone()[0]
        found.close()
    assert not set.intersection(*known.values())


@pytest.mark.parametrize("code", CODES)
def test_the_same_commit_gives_the_same_bytes(written: Path, code: str) -> None:
    first, second = (written / folder / f"handbook-{code}.apkg" for folder in ("once", "again"))
    assert first.read_bytes() == second.read_bytes()
