"""Reporters: findings to text that people, editors or machines read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Finding
from . import github, json, sarif, text

Reporter = Callable[[Sequence[Finding]], str]

REPORTERS: dict[str, Reporter] = {
    "text": text.report,
    "json": json.report,
    "sarif": sarif.report,
    "github": github.report,
}
