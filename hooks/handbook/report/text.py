"""Findings as lines that an editor can click: path:line:column: message, then the cure."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Finding


def report(findings: Sequence[Finding]) -> str:
    lines: list[str] = []
    for finding in findings:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        lines.append(f"{place}: {finding.severity}: {finding.message} [{finding.rule}]")
        lines += [f"    {line}" for line in finding.suggestion.splitlines()]
    return "\n".join(lines)
