"""The shape of the data files: claims, glossary, contradictions, phrasebook, local rules, lists of words.

An entry that does not fit is left out, so that no list is ever made from half an entry, and a fault
says which one and where.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..base.key_paths import existing
from ..base.positions import KeyPath

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# Becomes an anchor of a page.
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")]


def _is_ours(code: str, validating: ValidationInfo) -> str:
    if validating.context and code not in validating.context[_KNOWN]:
        raise ValueError("neither a language of this site nor one that is known")
    return code


Code = Annotated[str, AfterValidator(_is_ours)]
# Under these names a model is told the languages of the site, and tells of one that has no text.
_LANGUAGES, _KNOWN, _NO_TEXT = "languages", "known", "no_text"


class _Entry(BaseModel):
    # A date or a number where a text belongs is taken as text: a year, say.
    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)


class Words(_Entry):
    """A text in every language of the site, by the language's code."""

    @model_validator(mode="before")
    @classmethod
    def _in_every_language(cls, given: Any, validating: ValidationInfo) -> Any:
        if isinstance(given, Mapping) and validating.context:
            for code in validating.context[_LANGUAGES]:
                text = given.get(code)
                if not isinstance(text, str | int | float | datetime.date) or not str(text).strip():
                    raise PydanticCustomError(_NO_TEXT, "no text", {"code": code})
        return given

    def __getitem__(self, code: str) -> str:
        """The text in a language; "" in one that has none."""
        text = (self.model_extra or {}).get(code)
        return "" if text is None else str(text)


class Source(_Entry):
    """A source with its attribution; null where the source does not say."""

    language: Code
    subject: Words
    author: Text | None = None
    translator: Text | None = None
    adviser: Text | None = None
    year: Text | None = None
    url: Text | None = None
    note: Words | None = None


class Claim(Words):
    """What a source says, in our words."""

    type: Text
    paragraph: int | Text


# What an id of the handbook's own advice looks like.
ADVICE_ID = r"P-\d{2}"


class Advice(Words):
    """What the handbook advises by itself, as none of the sources says it."""


class Avoided(_Entry):
    """A word to avoid, but for one use where it has an exception; such a one alone stands with a key."""

    word: Text
    exception: Annotated[Text, Field(alias="except")] = ""

    @model_validator(mode="before")
    @classmethod
    def _one_word(cls, given: Any) -> Any:
        if isinstance(given, Mapping) and "except" not in given:
            raise PydanticCustomError("missing", "Field required")
        return {"word": given} if isinstance(given, str | int | float) else given


class Term(_Entry):
    """A term of the glossary."""

    id: Id
    group: Text
    term: Words
    definition: Words
    avoid: dict[Code, list[Avoided]] = {}
    note: Words | None = None
    confused_with: list[Text] = []


class Side(Words):
    """One side of a contradiction."""

    claims: list[Text]


class Contradiction(_Entry):
    """Where the sources disagree."""

    id: Id
    title: Words
    sides: Annotated[list[Side], Field(min_length=2, max_length=2)]
    reconcile: Words
    cards: list[Text] = []


class Phrase(_Entry):
    """Say this, not that."""

    id: Id
    claims: list[Text]
    intent: Words
    say: Words
    instead_of: Words


class StaffWords(_Entry):
    """What staff would type to find a page: what more than one person thought of, and the rest."""

    often: list[Text] = []
    also: list[Text] = []


class LocalRule(_Entry):
    """What the employer decides: a rule, and what to say by it.

    `default` marks a text that the handbook suggests until the employer puts its own in its place.
    """

    title: Text
    text: Text
    say: Text | None = None
    default: bool = False


class Names(RootModel[list[Text]]):
    """Words that the spelling check accepts in one language."""


class Nonstandard(BaseModel):
    """Words that are not standard in a language, and what to write instead."""

    # A comma where none belongs makes a key of its own; that must not pass.
    model_config = ConfigDict(extra="forbid")

    avoid: Annotated[list[Text], Field(min_length=1)]
    exception: Annotated[list[Text], Field(alias="except")] = []
    use: Text


# What each part of the data files holds: file, key in it ("" for the whole file), model.
PARTS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("claims", "sources", Source),
    ("claims", "claims", Claim),
    ("practice", "", Advice),
    ("briefs", "", Advice),
    ("glossary", "groups", Words),
    ("glossary", "terms", Term),
    ("contradictions", "", Contradiction),
    ("phrasebook", "", Phrase),
    ("names", "", Names),
)


def fitting(
    value: Any, model: type[BaseModel], at: KeyPath, languages: Sequence[str], known: Sequence[str] = ()
) -> tuple[Any, list[tuple[KeyPath, str]]]:
    """The entries of a list or mapping that fit a model, and what is wrong with the others.

    Args:
        value: what the file holds there.
        model: the model of one entry.
        at: the key path of `value`.
        languages: those of the site; a text must stand in each.
        known: others that may be named, as a site may leave one out that its data have.

    Returns:
        A mapping or list like `value` with the entries that fit, as their model, and one (key path, reason)
        for each that does not.
    """
    wrong: list[tuple[KeyPath, str]] = []
    context = {_LANGUAGES: languages, _KNOWN: (*languages, *known)}
    if isinstance(value, Mapping):
        kept: dict[str, Any] = {}
        for key, entry in value.items():
            if (fits := _read(entry, model, (*at, str(key)), context, wrong)) is not None:
                kept[str(key)] = fits
        return kept, wrong
    entries = value if isinstance(value, list) else []
    if value is not None and not isinstance(value, list):
        wrong.append((at, "list"))
    read = (_read(entry, model, (*at, index), context, wrong) for index, entry in enumerate(entries))
    return [entry for entry in read if entry is not None], wrong


def _read(
    entry: Any,
    model: type[BaseModel],
    at: KeyPath,
    context: Mapping[str, Sequence[str]],
    wrong: list[tuple[KeyPath, str]],
) -> BaseModel | None:
    try:
        return model.model_validate(entry, context=context)
    except ValidationError as failed:
        wrong.append(next(_problems(failed, entry, at)))
        return None


def _problems(failed: ValidationError, entry: Any, at: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Where in the entry the first fault is, as far as its keys exist, and which key it is about."""
    for error in failed.errors(include_url=False):
        where = error["loc"]
        if error["type"] == _NO_TEXT:
            where = (*where, error["ctx"]["code"])
        name = ".".join(str(step) for step in (*at[-1:], *where))
        yield (*at, *existing(entry, where)), name
