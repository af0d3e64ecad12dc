"""Links that leave the site, or should: mail, localhost, malformed and our own full addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.plain_address import plain_address
from ..links.addresses import fault_of, within
from ..links.retargeting import replace_shown_too, replace_target
from ..links.targets import Targets
from ..model.document import Link
from ..model.project import Fault, Page, Project
from ..model.rules.links import LinkAbsolute, LinkTracked

# https://github.com/example/handbook/edit/main/docs/en/decide.md
_SOURCE = re.compile(r"https?://[^?#]+/(?:edit|blob|tree|raw)/[^/?#]+/(?P<file>[^?#]+\.md)(?:[?#].*)?")


def check(project: Project) -> Iterator[Fault]:
    targets = Targets(project)
    for page in project.pages.values():
        for link in page.document.links:
            if targets.leaves(page, link):
                yield from _link(targets, page, link)


def _link(targets: Targets, page: Page, link: Link) -> Iterator[Fault]:
    """What is wrong with a link that leaves the site or is meant to: at most one fault."""
    settings, target = targets.project.settings, link.target.strip()
    if (found := fault_of(target)) is not None:
        yield page.fault(found, link.position, replace_target(page, link, found.guess))
        return
    plain = plain_address(target) if settings.handbook else None
    goal = plain or target
    source = _source(targets.project, goal) if settings.handbook else None
    # A strict build that is told to warn of absolute links means those that begin with a slash.
    is_told = settings.handbook or LinkAbsolute.rule_id not in settings.severities
    inside = within(settings.site_url, goal) if is_told else None
    if source is not None:
        better = targets.write(page, link, targets.own(page, source), goal.partition("#")[2])
    elif inside is not None:
        path, _, anchor = inside.partition("#")
        better = targets.write(page, link, targets.own(page, targets.meant(page, path)), anchor)
    else:
        if plain is not None:
            fix = replace_shown_too(page, link, plain)
            yield page.fault(LinkTracked(target=target, guess=plain), link.position, fix)
        return
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
