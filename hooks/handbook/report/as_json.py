"""Findings as JSON, for editors' tools and scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from ..findings.help_site import HelpSite
from ..model.project import Finding


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    return json.dumps({"findings": [asdict(f) for f in findings]}, ensure_ascii=False, indent=2)
