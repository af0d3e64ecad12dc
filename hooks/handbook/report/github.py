"""Findings as GitHub's workflow commands, which mark the lines of a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..base.visible import visible
from ..findings.help_site import HelpSite
from ..model.project import Finding

# Whatever means something in GitHub's Markdown.
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|<>~&:]")
_LEVELS = {"error": "error", "warning": "warning", "notice": "notice"}


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    return "\n".join(_command(finding) for finding in findings)


def summary(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    """The job's summary in Markdown: a count for each rule with a link to its help, then every finding."""
    if not findings:
        return "No findings.\n"
    lines = ["| rule | findings |", "| --- | --- |"]
    counts = sorted(Counter(f.rule for f in findings).items())
    lines += [f"| {_rule(rule, help_site)} | {count} |" for rule, count in counts]
    lines += ["", "| place | finding | cure |", "| --- | --- | --- |"]
    for finding in findings:
        # Within backticks nothing else means anything.
        file = visible(finding.file).replace("`", "ˋ").replace("|", "\\|")
        place = f"`{file}:{finding.line}`"
        lines.append(f"| {place} | {_cell(finding.message)} | {_cell(finding.suggestion)} |")
    return "\n".join(lines) + "\n"


def _rule(rule: str, help_site: HelpSite | None) -> str:
    return f"[`{rule}`]({help_site.of(rule)})" if help_site and help_site.is_public else f"`{rule}`"


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.file)},line={finding.line},col={finding.column}"
    title = f"title={_property(finding.rule)}"
    text = f"{finding.message} {finding.suggestion}".strip()
    return f"::{_LEVELS[finding.severity]} {place},{title}::{_data(text)}"


def _data(text: str) -> str:
    lines = (visible(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """A text as a cell of a table shows it: nothing in it is Markdown, and nobody is called by name."""
    lines = (_MARKS.sub(r"\\\g<0>", visible(line)) for line in text.split("\n"))
    return "<br>".join(lines).replace("@", "&#64;")
