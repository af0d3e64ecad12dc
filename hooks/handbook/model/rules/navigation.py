"""The navigation."""

from __future__ import annotations

from .rule import NOTICE, WARNING, Rule


class NavPageMissing(Rule):
    """A menu entry without a page. `lacking` names the languages that have none, where not all do."""

    target: str
    reason: str
    guess: str | None
    lacking: str | None


class StartPageMissing(Rule):
    """A language without a start page.

    `lacking` is the file that it would be; `unlisted` the one that is there and not in the navigation.
    """

    name: str
    lacking: str | None
    unlisted: str | None


class PageUnreachable(Rule, severity=WARNING):
    """A page nobody can find."""


class PageUnlisted(Rule, severity=NOTICE):
    """A page that is not in the menu."""


class RedirectBroken(Rule):
    """A former address that leads nowhere."""

    old: str
    new: str
    guess: str | None


class AddressDead(Rule):
    """A published address without a page or a redirect."""

    address: str
    guess: str | None


class CheckLimited(Rule, severity=NOTICE):
    """Plugins that only a build runs."""

    name: str
