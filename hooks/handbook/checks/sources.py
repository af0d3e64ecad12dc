"""Sources: every claim a page names exists, and every claim is carried by some page."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..base.positions import Position
from ..model.claims import carried, carriers, usable
from ..model.project import Fault, Project


def check(project: Project) -> Iterator[Fault]:
    claims = project.sources.claims
    if not claims:
        return
    for slug in project.by_slug:
        page = project.original(slug)
        if page is None:
            continue
        headings = [h.id for h in page.document.headings]
        told: set[str] = set()
        for id, section, path in carried(page):
            if id not in claims:
                position = page.front.position(*path)
                near = guess(id, list(claims))
                yield page.fault(
                    "claim-unknown", position, id=id, guess=near, file=project.sources.claims_file
                )
            if section and section not in headings and section not in told:
                told.add(section)
                position = page.front.position("claims", section)
                near = guess(section, headings)
                yield page.fault("claim-section-unknown", position, id=section, guess=near)
    named = carriers(project)
    file = project.sources.claims_file
    for id in usable(project):
        if id not in named:
            position = project.sources.claim_positions.get(id, Position(1))
            default = project.settings.default_language
            yield Fault("claim-lost", file, position, default, {"id": id})
