"""Links that leave the site, or should: mail, localhost, malformed and our own full addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..links.addresses import fault_of, is_external, within
from ..links.retargeting import replace_target
from ..links.targets import Targets
from ..model.project import Fault, Project
from ..model.rules.links import LinkAbsolute

# https://github.com/example/handbook/edit/main/docs/en/decide.md
_SOURCE = re.compile(r"https?://[^?#]+/(?:edit|blob|tree|raw)/[^/?#]+/(?P<file>[^?#]+\.md)(?:[?#].*)?")


def check(project: Project) -> Iterator[Fault]:
    site = project.settings.site_url
    own = (site or "").lower().partition("://")[2].partition("/")[0]
    # A strict build that is told to warn of absolute links means those that begin with a slash.
    is_told = bool(own) and (
        project.settings.handbook or LinkAbsolute.rule_id not in project.settings.severities
    )
    targets = Targets(project)
    for page in project.pages.values():
        for link in page.document.links:
            target = link.target.strip()
            if not is_external(target):
                continue
            if (found := fault_of(target)) is not None:
                yield page.fault(found, link.position, replace_target(page, link, found.guess))
                continue
            if project.settings.handbook and (source := _source(project, target)) is not None:
                better = targets.write(page, link, targets.own(page, source), target.partition("#")[2])
                fix = replace_target(page, link, better)
                yield page.fault(LinkAbsolute(target=target, guess=better), link.position, fix)
                continue
            inside = within(site, target) if is_told and own in target.lower() else None
            if inside is not None:
                path, _, anchor = inside.partition("#")
                better = targets.write(page, link, targets.own(page, targets.meant(page, path)), anchor)
                fix = replace_target(page, link, better)
                yield page.fault(LinkAbsolute(target=target, guess=better), link.position, fix)


def _source(project: Project, target: str) -> str | None:
    """The path of the page whose file an address shows, where whoever edits it sees it."""
    match = _SOURCE.fullmatch(target)
    folder = f"{project.settings.docs_dir}/"
    if match is None or not match["file"].startswith(folder):
        return None
    path = match["file"].removeprefix(folder)
    return path if path in project.pages else None
