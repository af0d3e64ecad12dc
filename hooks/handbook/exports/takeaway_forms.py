"""A `Takeaway` in the forms that other tools read.

Where the forms come from: espanso's match files, Zendesk's and Freshdesk's and Chatwoot's documented
fields for canned replies; these three were read from documentation alone, there was no helpdesk to try.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping

import yaml

from ..site.lists.download_list import BUILT
from .takeaway import Card, Takeaway

# Many times faster where the library that it is written for is there; the text is the same.
_DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

# What a formula begins with, wide signs included.
_FORMULA = frozenset("=+-@＝＋－＠")


def as_json(taken: Takeaway) -> str:
    """JSON, as `json_schema` describes it."""
    return json.dumps(taken.model_dump(), ensure_ascii=False, indent=1) + "\n"


def json_schema() -> str:
    """The JSON Schema of `as_json`."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Takeaway.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def as_csv(taken: Takeaway) -> str:
    """A line for each phrase and reply: kind, situation, text, and what it takes the place of."""
    rows = [["kind", "id", "situation", "decision", "text", "instead_of"]]
    for card in taken.cards:
        rows += [["say", card.id, card.title, card.decision, said, ""] for said in card.say]
        rows += [[reply.kind, card.id, card.title, card.decision, reply.text, ""] for reply in card.replies]
    rows += [["phrase", one.id, one.intent, "", one.say, one.instead_of] for one in taken.phrases]
    return _table(rows)


def as_espanso(taken: Takeaway) -> str:
    """espanso: `:id1` writes the first phrase of a card, `:id@` its e-mail, `:id#` its chat answer."""
    matches: list[dict[str, str]] = []
    for card in taken.cards:
        for number, said in enumerate(card.say, 1):
            matches.append(
                {"trigger": f"{_trigger(card)}{number}", "replace": said, "label": _label(card, said)}
            )
        for reply in card.replies:
            sign = "@" if reply.kind == "email" else "#"
            label = f"{card.title} ({reply.kind})"
            matches.append({"trigger": f"{_trigger(card)}{sign}", "replace": reply.text, "label": label})
    for phrase in taken.phrases:
        matches.append({"trigger": f":{phrase.id}", "replace": phrase.say, "label": phrase.intent})
    head = f"# {taken.licence}\n"
    return head + yaml.dump(
        {"matches": matches}, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000
    )


def _trigger(card: Card) -> str:
    """What a card's triggers begin with: those of an-10 must not begin those of an-101."""
    letters, _, number = card.id.partition("-")
    return f":{card.id}" if len(number) == 2 else f":{letters}{number}-"


def as_zendesk(taken: Takeaway) -> str:
    """Zendesk's macros, as its API takes them: a title in folders, and a comment to fill in."""
    macros = [
        {"title": f"{folder}::{title}", "actions": [{"field": "comment_value", "value": text}]}
        for folder, title, text in _canned(taken)
    ]
    return json.dumps({"macros": macros}, ensure_ascii=False, indent=1) + "\n"


def as_freshdesk(taken: Takeaway) -> str:
    """Freshdesk's canned responses, as its API takes them."""
    found = [{"title": f"{folder}: {title}", "content": text} for folder, title, text in _canned(taken)]
    return json.dumps({"canned_responses": found}, ensure_ascii=False, indent=1) + "\n"


def as_chatwoot(taken: Takeaway) -> str:
    """Chatwoot's canned responses: a short code and its content."""
    found = [
        {"short_code": f"{card.id}-{reply.kind}", "content": reply.text}
        for card in taken.cards
        for reply in card.replies
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _canned(taken: Takeaway) -> Iterator[tuple[str, str, str]]:
    for card in taken.cards:
        for reply in card.replies:
            yield card.family, f"{card.title} ({reply.kind})", reply.text


def _label(card: Card, said: str) -> str:
    return f"{card.title}: {said[:40]}"


def _table(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: str) -> str:
    """A text that no spreadsheet takes for a formula, which could fetch something or run a program."""
    return f"'{value}" if value.lstrip()[:1] in _FORMULA else value


_WRITERS: Mapping[str, Callable[[Takeaway], str]] = {
    "json": as_json,
    "csv": as_csv,
    "espanso": as_espanso,
    "zendesk": as_zendesk,
    "freshdesk": as_freshdesk,
    "chatwoot": as_chatwoot,
}
# Format -> the ending of its file and what writes it.
WRITERS = {form: (ending, _WRITERS[form]) for form, (_, ending) in BUILT.items()}
