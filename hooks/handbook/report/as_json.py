"""Findings as JSON, for editors' tools and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ..base.visible import json_text
from ..findings.help_site import HelpSite
from ..model.project import Finding


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    return json_text({"findings": [asdict(f) for f in findings]})
