"""Reporters: findings to text that people, editors or machines read.

Each gets the findings and, where the site has an address, the place of the rules' help.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..findings.help_site import HelpSite
from ..model.project import Finding
from . import as_json, github, sarif, terminal

Reporter = Callable[[Sequence[Finding], HelpSite | None], str]

REPORTERS: dict[str, Reporter] = {
    "text": terminal.report,
    "json": as_json.report,
    "sarif": sarif.report,
    "github": github.report,
}
