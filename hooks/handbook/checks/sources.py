"""Sources: every claim a page names exists, and every claim is carried by some page.

What the handbook advises by itself is named like a claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..base.positions import Position
from ..model.claims import carried, carriers, usable
from ..model.project import Fault, Project
from ..model.rules.sources import AdviceUnused, ClaimLost, ClaimSectionUnknown, ClaimUnknown

CLAIMS, PRACTICE = "claims", "practice"


def check(project: Project) -> Iterator[Fault]:
    if not project.sources.claims and not project.sources.practice:
        return
    claims = {**project.sources.claims, **project.sources.practice}
    # A file that nothing could be read from has a fault of its own.
    unread = {
        name
        for name, entries in ((CLAIMS, project.sources.claims), (PRACTICE, project.sources.practice))
        if not entries and project.sources.files[name].text.strip()
    }
    for slug in project.by_slug:
        page = project.original(slug)
        if page is None:
            continue
        headings = [h.id for h in page.document.headings]
        told: set[str] = set()
        for id, section, path in carried(page):
            file = PRACTICE if id.startswith("P") else CLAIMS
            if id not in claims and file not in unread:
                position = page.front.position(*path)
                near = guess(id, list(claims))
                shown = project.sources.files[file].file
                yield page.fault(ClaimUnknown(id=id, guess=near, file=shown), position)
            if section and section not in headings and section not in told:
                told.add(section)
                position = page.front.position("claims", section)
                near = guess(section, headings)
                yield page.fault(ClaimSectionUnknown(id=section, guess=near), position)
    named = carriers(project)
    file = project.sources.claims_file
    for id in usable(project):
        if id not in named:
            position = project.sources.claim_positions.get(id, Position(1))
            default = project.settings.default_language
            yield Fault(ClaimLost(id=id), file, position, default)
    for id in project.sources.practice:
        if id not in named:
            held = project.sources.files[PRACTICE]
            default = project.settings.default_language
            yield Fault(AdviceUnused(id=id), held.file, held.position((id,)), default)
