"""Faults to findings: the words for a fault in the language of the page it is about."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from typing import Any

from ..languages import language
from ..languages.rule_texts import rule_texts
from ..model.project import Fault, Finding
from ..model.rules import OFF


def worded(faults: Iterable[Fault], severities: Mapping[str, str] | None = None) -> list[Finding]:
    """Word faults as findings, sorted by place.

    Args:
        faults: what the checks found.
        severities: rule -> severity, where the project wants another than the rule's own.
    """
    chosen = severities or {}
    graded = ((fault, chosen.get(fault.rule, fault.broken.severity)) for fault in faults)
    found = (_finding(fault, severity) for fault, severity in graded if severity != OFF)
    return sorted(found, key=lambda f: (f.file, f.line, f.column, f.rule))


def _finding(fault: Fault, severity: str) -> Finding:
    text, values = rule_texts(fault.language)[fault.rule], fault.broken.values
    reasons = language(fault.language).texts["reasons"]
    if (reason := values.get("reason")) in reasons:
        values = {**values, "reason": reasons[reason].format(**values)}
    message = text.message.format(**values)
    return Finding(
        fault.file,
        fault.position.line,
        fault.position.column,
        fault.rule,
        severity,
        message,
        _cure(text.cures, values),
    )


def _cure(cures: Iterable[str], values: Mapping[str, Any]) -> str:
    for cure in cures:
        names = {name for _, name, _, _ in string.Formatter().parse(cure) if name}
        if all(values.get(name) not in (None, "") for name in names):
            return str(cure).format(**values)
    return ""
