"""Links that leave the site, or should: mail, localhost, malformed and our own full addresses."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import fault_of, is_external
from ..edits import replace_target
from ..model import Fault, Project
from ..targets import Targets


def check(project: Project) -> Iterator[Fault]:
    own = (project.settings.site_url or "").rstrip("/")
    targets = Targets(project)
    for page in project.pages.values():
        for link in page.document.links:
            target = link.target.strip()
            if not is_external(target):
                continue
            if (found := fault_of(target)) is not None:
                rule, better = found
                fix = replace_target(page, link, better)
                yield page.fault(rule, link.position, fix, target=target, guess=better)
            elif own and (target == own or target.startswith(f"{own}/")):
                path, _, anchor = target.removeprefix(own).partition("#")
                there = targets.meant(page, path.partition("?")[0] or "/")
                better = targets.write(page, link, targets.own(page, there), anchor)
                fix = replace_target(page, link, better)
                yield page.fault("link-absolute", link.position, fix, target=target, guess=better)
