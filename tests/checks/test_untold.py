"""What nobody is told of need not be looked for, and all else is told just the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import findings
from handbook.checks import FINDS, PROSE_CHECKS
from handbook.model.rules import OFF
from handbook.prose.project_texts import texts
from tests.support.project import faults, read, replace, write

RULES = sorted({rule.rule_id for rules in FINDS.values() for rule in rules})
TWICE = "We keep the whole of this very same sentence here."
# Two pages with what the prose checks look for.
PAGE = f"""---
title: Listening{{}}
---

# Listening

{TWICE} Please utilize it -- and "say" it... Who said so ,then ?

{" ".join(["word"] * 70)}.
"""
MORE = "docs/en/guides/more-listening.md"


@pytest.fixture
def faulty(root: Path) -> Path:
    write(root, "docs/en/guides/listening.md", PAGE.format(""))
    write(root, MORE, PAGE.format(" more"))
    return root


def test_each_check_finds_what_it_is_said_to_find(faulty: Path) -> None:
    project = read(faulty)
    found = {check: {type(fault.broken) for fault in check(project, texts(project))} for check in FINDS}
    assert all(rules <= set(FINDS[check]) for check, rules in found.items())
    assert len(set().union(*found.values())) >= 5
    assert set(FINDS) < set(PROSE_CHECKS)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_switched_off_takes_nothing_else_along(faulty: Path, rule: str) -> None:
    before = findings.of(read(faulty), prose=True)
    replace(faulty, "mkdocs.yml", "severities: {}", f"severities: {{{rule}: {OFF}}}")
    assert findings.of(read(faulty), prose=True) == [found for found in before if found.rule != rule]


def test_what_is_switched_off_is_not_looked_for_unless_it_is_waived(faulty: Path) -> None:
    def told() -> set[str]:
        return {fault.rule for fault in faults(faulty, prose=True)}

    assert "sentence-twice" in told()
    replace(faulty, "mkdocs.yml", "severities: {}", f"severities: {{sentence-twice: {OFF}}}")
    assert "sentence-twice" not in told()
    waiver = "<!-- handbook: allow-page sentence-twice until 2031-01-01: both need it -->"
    replace(faulty, MORE, TWICE, f"{waiver}\n\n{TWICE}")
    assert "waiver-unused" not in told()
