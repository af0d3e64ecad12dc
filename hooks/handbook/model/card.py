"""The anatomy of a scenario card: its sections in order, and how much each may hold.

Limits are counted in entries and words; the reason for each is that the card is read while a
customer waits.
"""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document, Section

ANSWER_WORDS = 20
# The words of a sentence at most, and on average: a card is read while a customer waits.
SENTENCE_WORDS, MEAN_WORDS = 20, 12
# The sentences of the reason.
WHY = (1, 4)
# What stands in the front matter: how many entries, and how many words each may have.
CUSTOMER_WORDS, CUSTOMER_WORDS_LENGTH = (3, 5), 12
RELATED = (2, 4)
LOCAL_RULES = (1, 3)
# Three of them stand on the printed card.
LOCAL_RULE_WORDS = 50


@dataclass(frozen=True)
class Reply:
    """A written reply of a card, a section within `write`; `low` and `high` are its words."""

    id: str
    low: int
    high: int
    optional: bool = False


@dataclass(frozen=True)
class Part:
    """A section of a card. `marker`: how its entries begin; `low` and `high`: how many there are.

    `words` is how many an entry may have, 0 where only the whole card counts. A section that is
    `optional` may be missing; where it stands, it holds what any other does.
    """

    id: str
    low: int = 0
    high: int = 0
    marker: str = "-"
    during_call: bool = True
    optional: bool = False
    words: int = 0


# An e-mail stands on its own; a chat answer only where it differs from it.
REPLIES = (Reply("write-email", 35, 90), Reply("write-chat", 10, 40, optional=True))
REPLY_IDS = tuple(reply.id for reply in REPLIES)
WRITE = "write"

PARTS = (
    Part("recognise", 2, 4, words=9),
    Part("say", 3, 6, words=18),
    Part("dont-say", 2, 3),
    Part("do", 3, 6, marker="1."),
    Part("decide", 2, 4),
    Part(WRITE, during_call=False, optional=True),
    Part("after", 1, 3, marker="- [ ]", during_call=False, optional=True),
    Part("why", during_call=False),
)
PART_IDS = tuple(part.id for part in PARTS)

# The two letters that the ids of a family begin with.
PREFIXES = {
    "safety": "sa",
    "saying-no": "no",
    "bending-rules": "be",
    "disagreement": "di",
    "listening": "li",
    "anger": "an",
    "follow-through": "fo",
}


def replies_in(document: Document) -> tuple[Section, ...]:
    """The written replies of a card, as far as it has some."""
    return tuple(section for id in REPLY_IDS if (section := document.section(id)) is not None)
