"""Faults to findings: what follows from another fault or is waived goes, the rest is put into words.

`of` is the one way from a project to its findings, for the command line, the build and the tests.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..base.collector import uncollected
from ..model.profiles import GENERAL
from ..model.project import Fault, Finding, Project
from ..model.rules import ERROR, OFF, PROSE
from ..model.rules.prose import ProseUnavailable
from . import consequences, side_by_side, waiving
from .messages import worded


def of(
    project: Project, *, prose: bool = False, today: datetime.date | None = None, in_ci: bool = False
) -> list[Finding]:
    """The findings of a project, sorted by place.

    Args:
        prose: whether to check the prose, too.
        today: the day that waivers are held against; the present one where none is given.
        in_ci: nothing may pass there because a tool is missing.
    """
    return worded(faults(project, prose=prose, today=today), severities_of(project, in_ci=in_ci))


def severities_of(project: Project, *, in_ci: bool = False) -> dict[str, str]:
    """How grave rules are in a project, where they are not as grave as they are by themselves."""
    own = {} if project.settings.handbook else GENERAL
    return severities({**own, **project.settings.severities}, in_ci=in_ci)


def faults(project: Project, *, prose: bool = False, today: datetime.date | None = None) -> list[Fault]:
    """The same before they are put into words, in the order of the checks.

    Of a rule that is switched off there may be less than all.
    """
    day = today or datetime.date.today()
    found = side_by_side.run(project, prose=prose, untold=_untold(project))
    with uncollected():
        settled = consequences.settle(project, found)
        return list(waiving.cover(project, settled, day, silent=() if prose else PROSE))


def _untold(project: Project) -> frozenset[str]:
    """The rules that are switched off; not those that a waiver names, which is judged by what it covers."""
    off = {rule for rule, severity in severities_of(project).items() if severity == OFF}
    waived = {waiver.rule for page in project.pages.values() for waiver in page.document.waivers}
    return frozenset(off - waived)


def severities(chosen: Mapping[str, str], *, in_ci: bool) -> dict[str, str]:
    """How grave rules are, where they are not as grave as they are by themselves.

    Args:
        chosen: rule -> severity, where the project wants another than the rule's own.
        in_ci: nothing may pass there because a tool is missing.
    """
    return {**({ProseUnavailable.rule_id: ERROR} if in_ci else {}), **chosen}
