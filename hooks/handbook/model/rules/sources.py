"""Claims and local rules."""

from __future__ import annotations

from .rule import WARNING, Rule


class ClaimUnknown(Rule):
    """A claim that is not in the sources."""

    id: str
    guess: str | None
    file: str


class ClaimSectionUnknown(Rule):
    """Claims for a section that does not exist."""

    id: str
    guess: str | None


class ClaimLost(Rule, severity=WARNING):
    """A claim that no page uses."""

    id: str


class AdviceUnused(Rule, severity=WARNING):
    """Advice of our own that nothing rests on."""

    id: str


class StaffWordsLost(Rule, severity=WARNING):
    """Words of staff's for a page that does not exist."""

    page: str
    guess: str | None


class CardNamedLost(Rule, severity=WARNING):
    """A card that data name and that does not exist."""

    card: str
    guess: str | None


class LocalRuleUnknown(Rule):
    """A local rule that does not exist."""

    id: str
    guess: str | None
    known: str
    folder: str | None


class LocalRuleMissing(Rule):
    """A local rule that one language lacks."""

    id: str
    other: str


class LocalRuleLong(Rule, severity=WARNING):
    """A local rule that is too long."""

    id: str
    count: int
    limit: int
