"""Findings as GitHub's workflow commands, which mark the lines of a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..base.visible import visible
from ..findings.help_site import HelpSite
from ..languages import CODES, FALLBACK, Language, language
from ..model.project import Finding
from ..model.rules import NOTICE

# Whatever means something in GitHub's Markdown.
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|<>~&:]")
_LEVELS = {"error": "error", "warning": "warning", "notice": "notice"}


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    return "\n".join(_command(finding) for finding in findings)


def summary(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    """The job's summary in Markdown, written for editors: for the pages of each language what is to be
    mended, with its cure, then what only waits; at the end the rules, each with a link to its help."""
    if not findings:
        return "No findings.\n"
    parts = []
    for code in dict.fromkeys(_language(finding) for finding in findings):
        names = language(code)
        own = [finding for finding in findings if _language(finding) == code]
        failing = [finding for finding in own if finding.severity != NOTICE]
        waiting = [finding for finding in own if finding.severity == NOTICE]
        for key, found in (("mend", failing), ("wait", waiting)):
            if found:
                parts.append(f"### {names.word('summary', key)}\n\n{_table(names, found)}")
    counts = sorted(Counter(f.rule for f in findings).items())
    rules = "\n".join(f"- {_rule(rule, help_site)}: {count}" for rule, count in counts)
    return "\n\n".join([*parts, rules]) + "\n"


def _table(names: Language, findings: Sequence[Finding]) -> str:
    head = [names.word("summary", key) for key in ("place", "finding", "cure")]
    lines = [f"| {' | '.join(head)} |", "| --- | --- | --- |"]
    for finding in findings:
        # Within backticks nothing else means anything.
        file = visible(finding.file).replace("`", "ˋ").replace("|", "\\|")
        place = f"`{file}:{finding.line}`"
        lines.append(f"| {place} | {_cell(finding.message)} | {_cell(finding.suggestion)} |")
    return "\n".join(lines)


def _language(finding: Finding) -> str:
    """The language of who wrote the file, as its folder or its name tells."""
    parts = re.split(r"[/.]", finding.file)
    return next((part for part in parts if part in CODES), FALLBACK)


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
