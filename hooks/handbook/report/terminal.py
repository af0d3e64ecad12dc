"""Findings as lines that an editor can click: path:line:column: message, then the cure.

The last line, once for all of them, says where each rule is explained.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..base.visible import visible
from ..findings.help_site import HelpSite
from ..languages import language
from ..model.project import Finding


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    lines: list[str] = []
    for finding in findings:
        place = f"{visible(finding.file)}:{finding.line}:{finding.column}"
        lines.append(f"{place}: {finding.severity}: {visible(finding.message)} [{finding.rule}]")
        lines += [f"    {visible(line)}" for line in finding.suggestion.split("\n") if line]
    if findings and help_site:
        lines.append(language(help_site.language).word("rules-page", "more", address=help_site.address))
    return "\n".join(lines)
