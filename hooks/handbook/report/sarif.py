"""Findings as SARIF 2.1.0, for code scanning and editors' problem lists.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from ..base.visible import json_text
from ..findings.help_site import HelpSite
from ..languages import FALLBACK
from ..languages.rule_texts import rule_texts
from ..model.project import Finding
from ..model.rules import RULES
from ..site.lists.rule_list import in_words

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(findings: Sequence[Finding], help_site: HelpSite | None = None) -> str:
    rules = sorted({finding.rule for finding in findings})
    index = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "handbook",
        "version": version("handbook"),
        "rules": [_rule(rule, help_site) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the top of the repository"}}},
        "results": [_result(finding, index[finding.rule]) for finding in findings],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, help_site: HelpSite | None) -> dict[str, Any]:
    help = rule_texts(FALLBACK)[rule]
    found: dict[str, Any] = {
        "id": rule,
        "shortDescription": {"text": f"{help.title}."},
        "fullDescription": {"text": help.why},
        "help": {"text": f"{help.title}. {help.why}", "markdown": in_words(FALLBACK, rule)},
        "defaultConfiguration": {"level": _LEVELS.get(RULES[rule].severity, "none")},
    }
    if help_site and help_site.is_public:
        found["helpUri"] = help_site.of(rule)
    return found


def _result(finding: Finding, index: int) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    # A name that is not UTF-8 as its bytes.
    file = quote(finding.file, errors="surrogateescape")
    location = {
        "artifactLocation": {
            "uri": file,
            "uriBaseId": "%SRCROOT%",
        },
        "region": region,
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.suggestion}".strip()},
        "locations": [{"physicalLocation": location}],
    }
