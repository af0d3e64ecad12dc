"""What the front matter of a page says, field by field: what pages and checks ask instead of keys.

Every field is there. One that is missing, or holds what does not belong there, is empty, and of a list
only what belongs there stays; that something is wrong says a check, by the schema in model.fields.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Question:
    """A question of the decision guide, and the decision that a yes gives."""

    id: str
    decision: str


@dataclass(frozen=True)
class Matter:
    """The fields of cards and pages, originals and translations alike, but for what only Material reads."""

    title: str = ""
    description: str = ""
    id: str = ""
    family: str = ""
    decision: str = ""
    may_become: tuple[str, ...] = ()
    # None where no facts are given; a card may give that it has none.
    facts: tuple[str, ...] | None = None
    # Section -> claims; a card has them all under "".
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    local_rules: tuple[str, ...] = ()
    customer_words: tuple[str, ...] = ()
    verified: datetime.date | None = None
    review_by: datetime.date | None = None
    # None where it is no translation; what it was brought up to date with is then empty or more.
    translation: Mapping[str, str] | None = None
    # None on any page but the decision guide; a question that is not whole is None in its place.
    questions: tuple[Question | None, ...] | None = None
    otherwise: str = ""

    @property
    def all_claims(self) -> tuple[str, ...]:
        """The claims of all sections."""
        return tuple(id for ids in self.claims.values() for id in ids)

    @property
    def checked(self) -> tuple[datetime.date, datetime.date] | None:
        """The day of the last check and that of the next, where both are known."""
        return (self.verified, self.review_by) if self.verified and self.review_by else None


def matter(values: Mapping[str, Any]) -> Matter:
    """The fields that the values of front matter hold.

    Args:
        values: what was read from YAML, whatever it is.
    """
    questions = values.get("questions")
    return Matter(
        title=_text(values.get("title")).strip(),
        description=_text(values.get("description")).strip(),
        id=_text(values.get("id")),
        family=_text(values.get("family")),
        decision=_text(values.get("decision")),
        may_become=strings(values.get("may_become")),
        facts=strings(values["facts"]) if "facts" in values else None,
        claims=_claims(values.get("claims")),
        related=strings(values.get("related")),
        channels=strings(values.get("channels")),
        local_rules=strings(values.get("local_rules")),
        customer_words=strings(values.get("customer_words")),
        verified=_day(values.get("verified")),
        review_by=_day(values.get("review_by")),
        translation=_record(values.get("translation")) if "translation" in values else None,
        questions=tuple(map(_question, questions)) if isinstance(questions, list) else None,
        otherwise=_text(values.get("otherwise")),
    )


def strings(value: Any) -> tuple[str, ...]:
    """The strings of a list; anything else counts as none."""
    if not isinstance(value, Iterable) or isinstance(value, str | Mapping):
        return ()
    return tuple(item for item in value if isinstance(item, str))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> datetime.date | None:
    return value if isinstance(value, datetime.date) else None


def _pairs(value: Any) -> Iterable[tuple[str, Any]]:
    return ((str(key), held) for key, held in value.items()) if isinstance(value, Mapping) else ()


def _record(value: Any) -> Mapping[str, str]:
    return {id: str(digest) for id, digest in _pairs(value)}


def _claims(value: Any) -> Mapping[str, tuple[str, ...]]:
    if isinstance(value, Mapping):
        return {section: strings(ids) for section, ids in _pairs(value)}
    return {"": found} if (found := strings(value)) else {}


def _question(value: Any) -> Question | None:
    if not isinstance(value, Mapping) or not {"id", "decision"} <= value.keys():
        return None
    return Question(str(value["id"]), str(value["decision"]))
