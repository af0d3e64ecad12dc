"""Former addresses: each leads to a page or heading that there is, and takes no page's place."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..model.project import Fault, Project
from ..model.redirects import FILE, can_be_former
from ..model.rules.navigation import RedirectBroken
from ..safety.names import is_taken_id


def check(project: Project) -> Iterator[Fault]:
    file = project.sources.files.get(FILE)
    for old, new in project.redirects.items():
        place = file.position((old,)) if file else None
        if place is None or _leads(project, old, new):
            continue
        known = sorted(project.by_slug)
        broken = RedirectBroken(old=old, new=new, guess=guess(new.partition("#")[0], known))
        yield Fault(broken, FILE, place, project.settings.default_language)


def _leads(project: Project, old: str, new: str) -> bool:
    if not can_be_former(old):
        return False
    slug, _, id = new.partition("#")
    versions = project.by_slug.get(slug, {})
    there = any(not id or id in page.document.ids for page in versions.values())
    before, _, former = old.partition("#")
    if former:
        ids = {id for page in versions.values() for id in page.document.ids}
        free = before == slug and former not in ids and not is_taken_id(former)
    else:
        free = before not in project.by_slug
    return there and free
