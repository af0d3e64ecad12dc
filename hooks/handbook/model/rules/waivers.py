"""Waivers."""

from __future__ import annotations

from .rule import WARNING, Rule


class WaiverBroken(Rule):
    """A waiver that cannot be read."""

    text: str


class WaiverRuleUnknown(Rule):
    """A waiver for something nobody checks."""

    guess: str | None
    waived: str
    until: str


class WaiverUnused(Rule, severity=WARNING):
    """A waiver no longer needed."""

    waived: str
    until: str


class WaiverExpired(Rule):
    """A waiver that has run out."""

    waived: str
    until: str


class WaiverLong(Rule):
    """A waiver without a near end."""

    waived: str
    until: str


class WaiverRefused(Rule):
    """A waiver for what nobody can waive."""

    waived: str
