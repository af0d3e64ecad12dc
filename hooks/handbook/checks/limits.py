"""Say once what is judged less closely, as plugins are on that only a build runs."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.positions import Position
from ..links.plugins import BRING
from ..model.project import Fault, Project
from ..model.rules.navigation import CheckLimited


def check(project: Project) -> Iterator[Fault]:
    settings = project.settings
    names = sorted({*settings.plugins & BRING, *settings.writers, *settings.changers})
    if names:
        yield Fault(CheckLimited(name=", ".join(names)), settings.config, Position(1), None)
