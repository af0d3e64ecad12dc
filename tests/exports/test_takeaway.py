"""What can be taken along, read back by its own schema, format or rules."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from handbook.commands.cli import FORMS, main
from handbook.exports.takeaway import Takeaway, takeaway
from handbook.exports.takeaway_forms import WRITERS, json_schema
from handbook.languages import CODES
from handbook.model.project import Project
from handbook.site.lists.download_list import SCHEMA, file_name
from tests.support.project import HANDBOOK


@pytest.fixture(scope="module", params=CODES)
def taken(request: pytest.FixtureRequest, handbook: Project) -> Takeaway:
    return takeaway(handbook, request.param)


def test_nothing_of_the_handbook_is_missing(taken: Takeaway, handbook: Project) -> None:
    cards = list(handbook.cards(taken.language))
    said = [item for card in cards if (say := card.document.section("say")) for item in say.items]
    replies = [card for card in cards if card.document.section("write-email")]
    assert len(taken.cards) == len(cards) >= 65
    assert sum(len(card.say) for card in taken.cards) == len(said)
    assert sum(reply.kind == "email" for card in taken.cards for reply in card.replies) == len(replies)
    assert len(taken.phrases) == len(handbook.sources.phrases)
    assert len(taken.terms) == len(handbook.sources.terms)
    assert len(taken.guides) == 9


def test_texts_are_those_to_be_said_or_sent(taken: Takeaway) -> None:
    for card in taken.cards:
        assert card.title
        assert card.answer
        for said in (*card.say, *(avoided.say for avoided in card.dont_say)):
            assert not set('„“”«»"*>#') & set(said), said
        assert all(avoided.why for avoided in card.dont_say), card.slug
        for reply in card.replies:
            assert ">" not in reply.text
            assert "\n\n" in reply.text or reply.kind == "chat"
    assert any("[" in said for card in taken.cards for said in card.say)


def test_json_is_what_its_schema_says(taken: Takeaway) -> None:
    text = WRITERS["json"][1](taken)
    jsonschema.validate(json.loads(text), json.loads(json_schema()))
    assert Takeaway.model_validate_json(text) == taken


def test_csv_reads_back(taken: Takeaway) -> None:
    rows = list(csv.DictReader(io.StringIO(WRITERS["csv"][1](taken))))
    kinds = [row["kind"] for row in rows]
    assert kinds.count("say") == sum(len(card.say) for card in taken.cards)
    assert kinds.count("phrase") == len(taken.phrases)
    assert kinds.count("email") + kinds.count("chat") == sum(len(card.replies) for card in taken.cards)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " @", "＝"])
def test_no_text_is_a_formula_to_a_spreadsheet(taken: Takeaway, sign: str) -> None:
    text = f'{sign}HYPERLINK("https://evil.example/")'
    phrase = taken.phrases[0].model_copy(update={"say": text, "intent": text})
    made = WRITERS["csv"][1](taken.model_copy(update={"phrases": (phrase,)}))
    row = next(row for row in csv.DictReader(io.StringIO(made)) if row["kind"] == "phrase")
    assert (row["text"], row["situation"]) == (f"'{text}", f"'{text}")
    assert row["instead_of"] == phrase.instead_of  # Whatever is none stays as it is.


@pytest.mark.parametrize("ids", [(), ("an-10", "an-101", "an-1011")], ids=["the handbook's", "long ones"])
def test_espansos_triggers_are_told_apart(taken: Takeaway, ids: tuple[str, ...]) -> None:
    named = [card.model_copy(update={"id": id}) for card, id in zip(taken.cards, ids, strict=False)]
    taken = taken.model_copy(update={"cards": tuple(named) or taken.cards})
    matches = yaml.safe_load(WRITERS["espanso"][1](taken))["matches"]
    triggers = [match["trigger"] for match in matches]
    assert len(triggers) == len(set(triggers))
    # espanso fires as soon as a trigger stands there, so none may begin another one.
    assert [one for one in triggers for other in triggers if one != other and other.startswith(one)] == []
    assert matches[0]["replace"] == taken.cards[0].say[0]


@pytest.mark.parametrize("form", ["zendesk", "freshdesk", "chatwoot"])
def test_a_helpdesk_gets_every_reply(taken: Takeaway, form: str) -> None:
    found = json.loads(WRITERS[form][1](taken))
    listed = found if isinstance(found, list) else next(iter(found.values()))
    assert len(listed) == sum(len(card.replies) for card in taken.cards)


# Those that have tests of their own.
APART = ("epub", "anki", "pdf")


@pytest.mark.parametrize("form", [form for form in FORMS if form not in APART])
def test_the_command_writes_the_same_bytes_each_time(tmp_path: Path, handbook: Project, form: str) -> None:
    assert main(["export", form, "--target", str(tmp_path), "--project", str(HANDBOOK)]) == 0
    # What is made here is made of the handbook as it was read another time.
    made = {SCHEMA: json_schema().encode()}
    if form != "schema":
        ending, write = WRITERS[form]
        made = {file_name(code, ending): write(takeaway(handbook, code)).encode() for code in CODES}
        assert len(made) == 3
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == made


def test_every_form_can_be_asked_for() -> None:
    assert set(FORMS) == {*WRITERS, "schema", *APART}
