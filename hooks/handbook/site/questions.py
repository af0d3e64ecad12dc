"""Questions to learn by, made from the cards: every word of question and answer stands on the card itself.

What is right stands on the card as right, what is wrong stands there as wrong or nowhere: a decision that the
card does not come to, nor may come to; a sentence that the card says had better not be said. A decision is
asked for in a case that the card decides, by its entry: what a customer says alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..languages import Language, language
from ..model.project import Page, Project
from ..reading.markdown.plain_text import plain
from .lists.practice import first_quoted

DECIDE, CHOOSE, AVOID, RECALL = KINDS = ("decide", "choose", "avoid", "recall")
# So many sentences to choose a good one from, or to find a bad one among.
_FEWEST = 2
_LINKED = re.compile(r"\]\((?P<path>[\w/.-]+\.md)")
_BOLD = re.compile(r"\*\*(?P<text>[^*]+)\*\*")
# “One moment”, and then silence.
_JOINING = (",", ";", ":", "–", "—")
# The product is at fault: ask what is due and **put it right**.
_CASE = re.compile(r"(?P<case>[^*:]+): [^*.]*\*\*(?P<decision>[^*]+)\*\*")


@dataclass(frozen=True)
class Choice:
    """An answer to choose, what the card says of it, or nothing, and the case in which alone it is right."""

    text: str
    reason: str = ""
    case: str = ""


@dataclass(frozen=True)
class Question:
    """A question on a card. `right` are answers of which each is right; recalled ones have no wrong ones."""

    kind: str
    right: tuple[Choice, ...]
    wrong: tuple[Choice, ...] = ()


def questions(project: Project, card: Page) -> Iterator[Question]:
    """The questions that a card gives, one of each kind at most."""
    names = language(card.language)
    if (decision := decided(project, card, names)) is not None:
        yield decision
    say = tuple(Choice(_unquoted(names, text)) for text in _entries(card, "say"))
    unsaid = tuple(_unsaid(names, card, say))
    if say and len(unsaid) >= _FEWEST:
        yield Question(CHOOSE, say, unsaid)
    if unsaid and len(say) >= _FEWEST:
        yield Question(AVOID, unsaid, say)
    if say:
        yield Question(RECALL, say)


def decided(project: Project, card: Page, names: Language) -> Question | None:
    """What the card comes to in its cases, among decisions that it comes to in none, nor leads on to."""
    all_decisions: dict[str, str] = names.texts["decisions"]
    neutral = project.neutral(card)
    right = tuple(_cases(card, all_decisions))
    near = {neutral.decision, *neutral.may_become, *_led_to(project, card)}
    named = _named(card)
    wrong = [
        Choice(name) for id, name in all_decisions.items() if id not in near and name.casefold() not in named
    ]
    return Question(DECIDE, right, tuple(wrong)) if right and wrong else None


def _cases(card: Page, all_decisions: dict[str, str]) -> Iterator[Choice]:
    """The decision in each case that the card names, by its entry."""
    spelled = {name.casefold(): name for name in all_decisions.values()}
    for entry in _entries(card, "decide", words=False):
        found = _CASE.match(entry)
        if found and found["decision"].casefold() in spelled:
            yield Choice(spelled[found["decision"].casefold()], plain(entry), plain(found["case"]))


def _led_to(project: Project, card: Page) -> Iterator[str]:
    """The decisions of the cards that this one leads on to."""
    found = card.document.section("decide")
    folder = card.slug.rpartition("/")[0]
    for match in _LINKED.finditer(found.text if found else ""):
        other = project.original(f"{folder}/{match['path']}" if folder else match["path"])
        if other is not None:
            yield other.matter.decision


def _named(card: Page) -> set[str]:
    """What the card prints bold where it decides."""
    found = card.document.section("decide")
    return {match["text"].casefold() for match in _BOLD.finditer(found.text if found else "")}


def _unsaid(names: Language, card: Page, say: tuple[Choice, ...]) -> Iterator[Choice]:
    good = {choice.text for choice in say}
    for text in _entries(card, "dont-say"):
        quoted = first_quoted(names, text)
        # In Polish the full stop stands after the quotation mark.
        reason = text[len(quoted) :].removeprefix(".").strip() if quoted else ""
        # Where the sentence goes on, it is not what is said that had better not be said, but what follows.
        if quoted and not _goes_on(reason) and (bare := _unquoted(names, quoted)) not in good:
            yield Choice(bare, reason)


def _goes_on(rest: str) -> bool:
    """Whether what stands after a quotation belongs to the same sentence."""
    return rest.startswith(_JOINING) or rest[:1].islower()


def _unquoted(names: Language, text: str) -> str:
    """What is said, without its quotation marks and what follows them."""
    opening, closing = names.quotes
    quoted = first_quoted(names, text)
    return quoted.removeprefix(opening).removesuffix(closing) if quoted else text


def _entries(card: Page, section: str, words: bool = True) -> list[str]:
    """The entries of a section, in plain words or as they are written."""
    found = card.document.section(section)
    return [plain(item.text) if words else item.text for item in found.items] if found else []
