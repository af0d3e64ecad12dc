"""The anatomy of a scenario card: its sections in order, and how much each may hold.

Limits are counted in entries and words; the reason for each is that the card is read while a
customer waits.
"""

from __future__ import annotations

from dataclasses import dataclass

ANSWER_WORDS = 20
PHRASE_WORDS = 15
# The part used during the conversation: all before `after`. English needs more words for the same.
CALL_WORDS = {"pl": 160, "hr": 160, "en": 200}
CALL_WORDS_DEFAULT = 200


@dataclass(frozen=True)
class Part:
    """A section of a card. `marker`: how its entries begin; `low` and `high`: how many there are."""

    id: str
    low: int = 0
    high: int = 0
    marker: str = "-"
    during_call: bool = True


PARTS = (
    Part("recognise", 2, 4),
    Part("say", 3, 5),
    Part("dont-say", 2, 3),
    Part("do", 3, 6, marker="1."),
    Part("decide", 2, 4),
    Part("after", 1, 3, marker="- [ ]", during_call=False),
    Part("why", during_call=False),
)
PART_IDS = tuple(part.id for part in PARTS)
