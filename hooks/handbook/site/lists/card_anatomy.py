"""What a card is made of, for whoever writes one: fields, sections and limits, as the checks hold them."""

from __future__ import annotations

from typing import Any, get_args

from ...languages import Language, language, language_name
from ...model import card
from ...model.fields import CardOriginal, Decision, Family
from ...model.project import Page, Project
from ..markdown_links import relative


def fields(project: Project, page: Page) -> str:
    """The front matter of a card, field by field in its order."""
    links = {"decide": relative(page, "decide.md"), "sources": relative(page, "reference/sources.md")}
    said = said_of_fields(project, language(page.language), **links)
    return "\n".join(f"- `{field}`: {text}" for field, text in said.items())


def said_of_fields(project: Project, names: Language, *, decide: str, sources: str) -> dict[str, str]:
    """What each field at the top of a card may hold; `decide` and `sources` are links."""
    ids = dict.fromkeys(id for rules in project.sources.local_rules.values() for id in rules)
    values: dict[str, dict[str, Any]] = {
        "family": {"families": len(get_args(Family))},
        "decision": {"decisions": len(get_args(Decision))},
        "facts": {"decide": decide},
        "claims": {"sources": sources},
        "related": _range(card.RELATED),
        "local_rules": {**_range(card.LOCAL_RULES), "names": ", ".join(f"`{id}`" for id in ids)},
        "customer_words": {**_range(card.CUSTOMER_WORDS), "words": card.CUSTOMER_WORDS_LENGTH},
    }
    return {
        field: names.word("card-fields", field, **values.get(field, {}))
        for field in CardOriginal.model_fields
    }


def sections(project: Project, page: Page) -> str:
    """The sections of a card in their order."""
    said = said_of_sections(language(page.language)).values()
    return "\n".join(f"{number}. {text}" for number, text in enumerate(said, start=1))


def length(project: Project, page: Page) -> str:
    """How many words a card and its sentences may have."""
    names = language(page.language)
    limits = ", ".join(
        f"{language_name(page.language, code)} {language(code).call_words}"
        for code in project.settings.languages
    )
    return "\n".join(
        (
            f"- {names.word('card-length', 'call', limits=limits)}",
            f"- {names.word('card-length', 'sentence', words=card.SENTENCE_WORDS, mean=card.MEAN_WORDS)}",
            f"- {names.word('card-length', 'split')}",
        )
    )


def said_of_sections(names: Language) -> dict[str, str]:
    """What the answer and each section of a card may hold."""
    said = {"answer": names.word("card-sections", "answer", words=card.ANSWER_WORDS)}
    email, chat = card.REPLIES
    for part in card.PARTS:
        values: dict[str, Any] = {"low": part.low, "high": part.high, "words": part.words}
        if part.id == card.WRITE:
            values = {"email_low": email.low, "email_high": email.high}
            values |= {"chat_low": chat.low, "chat_high": chat.high}
        elif part.id == "why":
            values = _range(card.WHY)
        name = names.quote(names.word("sections", part.id))
        said[part.id] = names.word("card-sections", part.id, name=name, **values)
    return said


def _range(limits: tuple[int, int]) -> dict[str, Any]:
    low, high = limits
    return {"low": low, "high": high}
