"""Waivers."""

from __future__ import annotations

import datetime

from .rule import WARNING, Rule

# Twelve months: so far ahead a waiver may end, and a page be looked at again.
LONGEST_PROMISE = datetime.timedelta(days=366)


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
