"""Faults to findings: the words for a fault in the language of the page it is about."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ..base.visible import shorten, visible
from ..languages import language
from ..languages.rule_texts import RuleText, rule_texts
from ..model.change import Change
from ..model.project import Fault, Finding
from ..model.rules import OFF, Rule

# Longer values are cut in the middle, larger numbers are written as text.
_LONGEST = 240
_LARGEST = 10**18
# So many findings of one rule are told of a file; the last of them says how many more there are.
_MOST = 200


def worded(faults: Iterable[Fault], severities: Mapping[str, str] | None = None) -> list[Finding]:
    """Word faults as findings, sorted by place.

    Args:
        faults: what the checks found.
        severities: rule -> severity, where the project wants another than the rule's own.
    """
    chosen = severities or {}
    graded = ((fault, chosen.get(fault.rule, fault.broken.severity)) for fault in faults)
    shown = sorted(((fault, severity) for fault, severity in graded if severity != OFF), key=_place)
    alike = Counter((fault.file, fault.rule) for fault, _ in shown)
    found, told = [], Counter[tuple[str, str]]()
    for fault, severity in shown:
        kind = fault.file, fault.rule
        told[kind] += 1
        if told[kind] <= _MOST:
            found.append(_finding(fault, severity, alike[kind] - _MOST if told[kind] == _MOST else 0))
    return found


def _place(graded: tuple[Fault, str]) -> tuple[str, int, int, str]:
    fault = graded[0]
    return fault.file, fault.position.line, fault.position.column, fault.rule


def _finding(fault: Fault, severity: str, untold: int) -> Finding:
    text = rule_texts(fault.language).get(fault.rule) or _bare(fault.broken)
    given = fault.broken.values
    if isinstance(changes := given.get("changes"), tuple):
        words = language(fault.language).texts["changes"]
        given = {**given, "changes": ", ".join(_change(words, change) for change in changes)}
    values = _Values((name, shown(name, value)) for name, value in given.items())
    reasons = language(fault.language).texts["reasons"]
    if (reason := values.get("reason")) in reasons:
        values["reason"] = reasons[reason].format_map(values)
    message = text.message.format_map(values)
    if untold > 0:
        message += " " + language(fault.language).texts["untold"].format(count=untold)
    return Finding(
        fault.file,
        fault.position.line,
        fault.position.column,
        fault.rule,
        severity,
        message,
        _cure(text.cures, values),
    )


def shown(name: str, value: Any) -> Any:
    """A value as it stands in a message: on one line, nothing hidden in it, and not too long.

    Args:
        name: what it is called; `lines` are to be copied as they are, those `beside` stay lines.
        value: what a check gave, usually a part of the author's own text.
    """
    if name == "lines":
        return value
    if name == "beside":
        return "\n".join(shorten(visible(line), _LONGEST) for line in value.split("\n"))
    if isinstance(value, str):
        return shorten(visible(value), _LONGEST)
    if isinstance(value, list | dict | set | tuple) or (isinstance(value, int) and abs(value) > _LARGEST):
        try:
            return shorten(visible(str(value)), _LONGEST)
        except ValueError:  # More digits than Python writes out.
            return "…"
    return value


def _change(words: Mapping[str, str], change: Change) -> str:
    """What moved in an original, such as “do: entry 6 is new”."""
    entries = ", ".join(map(str, change.entries))
    kind = change.kind if len(change.entries) < 2 else "entries-new"
    return words[kind].format(section=change.section, entries=entries)


def _bare(broken: Rule) -> RuleText:
    """What is said by a rule that has no words in any language; a check tells of it, and a test fails."""
    told = " ".join([str(type(broken).__doc__), *(f"{{{name}}}" for name in broken.blanks())])
    return RuleText(told, (), "", "", (), ())


class _Values(dict[str, Any]):
    """Shows a blank that a rule does not fill as an ellipsis: nothing may end a check in a traceback."""

    def __missing__(self, blank: str) -> str:
        return "…"


def _cure(cures: Iterable[str], values: _Values) -> str:
    for cure in cures:
        names = {name for _, name, _, _ in string.Formatter().parse(cure) if name}
        if all(values.get(name) not in (None, "") for name in names):
            return cure.format_map(values)
    return ""
