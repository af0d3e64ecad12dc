"""The front matter of cards and pages: fields, their order and what they may hold.

One schema for the checks, the reference page and editors' tools. An original holds what is the same
in every language; a translation holds its own words and the record of what it translates.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..base.key_paths import existing
from .card import CUSTOMER_WORDS, LOCAL_RULES, RELATED
from .project import Page, Project

Decision = Literal[
    "hold",
    "alternative",
    "bend",
    "compromise",
    "repair",
    "calm",
    "follow-up",
    "escalate",
    "set-limit",
    "get-help",
]
Family = Literal[
    "safety", "saying-no", "bending-rules", "disagreement", "listening", "anger", "follow-through"
]
Channel = Literal["phone", "face-to-face", "writing"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# What names of files and ids look like, for browsers and for Python.
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$")]
# A claim of a source, or advice of the handbook's own.
ClaimId = Annotated[str, StringConstraints(pattern=r"^(?:S\d+|P)-\d{2}$")]
CustomerWords = Annotated[list[Text], Field(min_length=CUSTOMER_WORDS[0], max_length=CUSTOMER_WORDS[1])]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class CardOriginal(_Strict):
    """The front matter of a card in the language it was written in."""

    # From the hundredth card of a family on with more digits.
    id: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-(?:\d{2}|[1-9]\d{2,3})$")]
    title: Text
    family: Family
    decision: Decision
    may_become: list[Decision]
    facts: list[Slug]
    claims: Annotated[list[ClaimId], Field(min_length=1)]
    related: Annotated[list[Slug], Field(min_length=RELATED[0], max_length=RELATED[1])]
    channels: Annotated[list[Channel], Field(min_length=1)]
    local_rules: Annotated[list[Slug], Field(min_length=LOCAL_RULES[0], max_length=LOCAL_RULES[1])]
    customer_words: CustomerWords
    verified: datetime.date
    review_by: datetime.date


class CardTranslation(_Strict):
    """The front matter of a card translated from its original."""

    title: Text
    customer_words: CustomerWords
    translation: dict[str, str] | None = None


class Question(_Strict):
    """A question of the decision guide: a yes gives the decision."""

    id: Slug
    decision: Decision


class PageOriginal(_Strict):
    """The front matter of any other page in the language it was written in."""

    title: Text
    description: Text | None = None
    claims: dict[str, list[ClaimId]] | None = None
    questions: list[Question] | None = None
    otherwise: Decision | None = None
    verified: datetime.date | None = None
    review_by: datetime.date | None = None
    hide: list[Literal["navigation", "toc", "footer"]] | None = None
    search: dict[str, bool | float] | None = None


class PageTranslation(_Strict):
    """The front matter of any other page, translated."""

    title: Text
    description: Text | None = None
    translation: dict[str, str] | None = None


def errors(
    model: type[BaseModel], values: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    """What is wrong with front matter, one triple a fault.

    Yields:
        The kind (missing, unknown or wrong), the key path, and the value that stands there. A field
        counts once, however many of its values are wrong in the same way.
    """
    try:
        model.model_validate(dict(values))
    except ValidationError as failed:
        seen: set[tuple[str | int, ...]] = set()
        for error in failed.errors(include_url=False):
            kind = {"missing": "missing", "extra_forbidden": "unknown"}.get(error["type"], "wrong")
            # Only what stands in the file: pydantic adds the names of union members to the path.
            *within, last = error["loc"]
            path = existing(values, error["loc"]) or error["loc"][:1]
            if kind == "missing":
                path = (*existing(values, tuple(within)), str(last))
            if path not in seen:
                seen.add(path)
                yield kind, path, error["input"]


def schema_of(project: Project, page: Page) -> tuple[type[BaseModel], type[BaseModel]]:
    """The schema of a page and that of its original."""
    is_card = project.is_card(page)
    original = CardOriginal if is_card else PageOriginal
    translation = CardTranslation if is_card else PageTranslation
    return (original if project.original(page.slug) is page else translation), original


def allowed(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """The values a field may hold where they are a closed set, else nothing."""
    schema = model.model_json_schema()["properties"].get(field, {})
    for part in (schema, schema.get("items", {})):
        if "enum" in part:
            return tuple(part["enum"])
    return ()
