"""Links that leave the site, or should: mail, localhost, malformed and our own full addresses."""

from __future__ import annotations

from collections.abc import Iterator

from ..links.addresses import fault_of, is_external, within
from ..links.retargeting import replace_target
from ..links.targets import Targets
from ..model.project import Fault, Project
from ..model.rules.links import LinkAbsolute


def check(project: Project) -> Iterator[Fault]:
    site = project.settings.site_url
    own = (site or "").lower().partition("://")[2].partition("/")[0]
    targets = Targets(project)
    for page in project.pages.values():
        for link in page.document.links:
            target = link.target.strip()
            if not is_external(target):
                continue
            if (found := fault_of(target)) is not None:
                yield page.fault(found, link.position, replace_target(page, link, found.guess))
                continue
            inside = within(site, target) if own and own in target.lower() else None
            if inside is not None:
                path, _, anchor = inside.partition("#")
                better = targets.write(page, link, targets.own(page, targets.meant(page, path)), anchor)
                fix = replace_target(page, link, better)
                yield page.fault(LinkAbsolute(target=target, guess=better), link.position, fix)
