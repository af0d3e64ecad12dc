"""The fields in which cards and guides are edited, from the models that the check holds pages against.

They are written as Sveltia CMS has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..languages.language import Language
from ..model import card
from ..model.fields import CardOriginal, CardTranslation, PageOriginal, PageTranslation
from ..model.project import Project
from .form_choices import chosen
from .lists.card_anatomy import said_of_fields, said_of_sections

Field = dict[str, Any]

# What holds the fields of originals alone, and what a form carries along: see docs/assets/edit/pages.js.
DETAILS, SOURCE, KIND = "details", "source", "kind"
# What a new original is given, where whoever writes it leaves it out: see docs/assets/edit/beginning.js.
ID, DAYS = "id", ("verified", "review_by")
# The texts for the values of these.
_NAMED = {"family": "families", "decision": "decisions", "may_become": "decisions", "channels": "channels"}
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def card_fields(project: Project, names: Language) -> list[Field]:
    """The form of a card: its words, its sections, and what only its original has."""
    hints = {
        key: _LINK.sub(r"\1", f"{text[0].upper()}{text[1:]}")
        for key, text in said_of_fields(project, names, decide="", sources="").items()
    }
    schema = CardOriginal.model_json_schema()
    made = {
        key: _front_field(key, part, names, hints[key], key in schema["required"])
        | (chosen(project, names, key) or {})
        for key, part in schema["properties"].items()
    }
    for key, said in {ID: "code-given", **dict.fromkeys(DAYS, "days-given")}.items():
        made[key] |= {"required": False, "hint": f"{hints[key]} {names.word('form', said)}"}
    own = [made[key] for key in CardTranslation.model_fields if key in made]
    neutral = [field for key, field in made.items() if key not in CardTranslation.model_fields]
    details = _details(names, names.word("form", "details-note"), neutral)
    return [*own, *_sections(names), details, *_carried("card")]


def guide_fields(names: Language) -> list[Field]:
    """The form of a guide: its title, its opening and the sections that its writer gave it."""
    schema = PageTranslation.model_json_schema()
    own = [
        _front_field(key, part, names, "", key in schema["required"])
        for key, part in schema["properties"].items()
        if key != "translation"
    ]
    within = [
        {"name": "at", "widget": "hidden", "i18n": True},
        _text("heading", names.word("form", "heading"), "string"),
        _text("text", names.word("form", "text"), "text"),
    ]
    sections = {"name": "sections", "widget": "list", "label": names.word("form", "sections"), "i18n": True}
    sections |= {"fields": within, "summary": "{{heading}}", "collapsed": True}
    original = PageOriginal.model_json_schema()["properties"]
    days = [_front_field(key, original[key], names, "", required=False) for key in DAYS]
    details = _details(names, names.word("form", "days-given"), days)
    return [*own, _text("lead", names.word("form", "lead"), "text"), sections, details, *_carried("guide")]


def _details(names: Language, hint: str, fields: list[Field]) -> Field:
    """What only an original has, together; a translation has nothing of it."""
    said = {"label": names.word("form", "details"), "hint": hint}
    return {"name": DETAILS, **said, "widget": "object", "required": False, "i18n": True, "fields": fields}


def _sections(names: Language) -> Iterator[Field]:
    hints = said_of_sections(names)
    yield _text("lead", names.word("form", "answer"), "text") | {"hint": hints["answer"]}
    for part in card.PARTS:
        name = names.word("sections", part.id)
        if part.id == card.WRITE:
            for reply in card.REPLIES:
                label = f"{name}: {names.word('sections', reply.id)}"
                yield _text(reply.id, label, "text") | {"required": False, "hint": hints[part.id]}
        elif part.high:
            field = _text(part.id, name, "list") | {"hint": hints[part.id], "required": not part.optional}
            yield field | {"min": 0 if part.optional else part.low, "max": part.high}
        else:
            yield _text(part.id, name, "text") | {"hint": hints[part.id]}


def _front_field(key: str, part: Mapping[str, Any], names: Language, hint: str, required: bool) -> Field:
    """The field of a key of front matter, as its schema says what it may hold."""
    # A value that may be missing: the schema of what it is where it stands.
    part = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), part)
    items = part.get("items", {})
    field: Field = {"name": key, "label": names.word("form-fields", key), "i18n": True, "required": required}
    if hint:
        field["hint"] = hint
    if values := part.get("enum") or items.get("enum"):
        labels = names.texts[_NAMED[key]]
        field |= {"widget": "select", "options": [{"label": labels[one], "value": one} for one in values]}
        field |= {"multiple": "items" in part}
    elif "items" in part:
        field |= {"widget": "list"}
    elif part.get("format") == "date":
        field |= {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False}
    else:
        field |= {"widget": "string"}
    if "pattern" in part:
        field["pattern"] = [part["pattern"], hint or field["label"]]
    limits = {"min": part.get("minItems"), "max": part.get("maxItems")}
    field |= {name: limit for name, limit in limits.items() if limit is not None}
    # An empty list is said, too.
    return field | (
        {"required": False, "default": []} if required and "items" in part and not limits["min"] else {}
    )


def _text(name: str, label: str, widget: str) -> Field:
    return {"name": name, "label": label, "widget": widget, "i18n": True}


def _carried(kind: str) -> list[Field]:
    """What a form carries along unseen: the text it was cut from, and its kind of page."""
    hidden = {"widget": "hidden", "i18n": True}
    return [
        {"name": KIND, "default": kind, **hidden},
        {"name": SOURCE, **hidden},
    ]


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of front matter in their order, without the record of a translation."""
    return [key for key in model.model_fields if key != "translation"]
