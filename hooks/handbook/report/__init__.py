"""Reporters: findings to text that people, editors or machines read.

Each gets the findings and, where the site has an address, the place of the rules' help.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..help import HelpSite
from ..model import Finding
from . import github, json, sarif, text

Reporter = Callable[[Sequence[Finding], HelpSite | None], str]

REPORTERS: dict[str, Reporter] = {
    "text": text.report,
    "json": json.report,
    "sarif": sarif.report,
    "github": github.report,
}
