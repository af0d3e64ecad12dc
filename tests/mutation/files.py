"""Files, markers and waivers, spoilt."""

from __future__ import annotations

import random

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, append_block, defect, operator


@operator
def not_utf8(project: Project, page: Page, chance: random.Random) -> Defect | None:
    data = page.document.text.encode()
    at = chance.randrange(len(data))
    at = data.rfind(b"\n", 0, at) + 1
    line = data.count(b"\n", 0, at) + 1
    return defect(page, data[:at] + b"\xff" + data[at:], line, "file-not-utf8")


@operator
def emptied(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return defect(page, chance.choice(["", "\n", "   \n\n"]), 1, "file-empty")


@operator
def translation_deleted(project: Project, page: Page, chance: random.Random) -> Defect | None:
    original = project.original(page.slug)
    if original is None or original is page or _is_linked(project, page):
        return None
    return defect(page, None, 1, "translation-deleted")


@operator
def original_deleted(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if project.original(page.slug) is not page or _is_linked(project, page):
        return None
    versions = project.by_slug[page.slug]
    told = next(versions[code] for code in project.settings.languages if versions.get(code, page) is not page)
    return defect(told, None, 1, "original-missing")


def _is_linked(project: Project, page: Page) -> bool:
    """Whether a page of its language links to it, as far as its name tells."""
    name = page.slug.rpartition("/")[2]
    return any(
        link.target.partition("#")[0].endswith(name)
        for other in project.pages.values()
        if other.language == page.language
        for link in other.document.links
    )


@operator
def unknown_list(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = f"{page.document.text.rstrip()}\n\n<!-- handbook:nonsense -->\n"
    return defect(page, text, text.count("\n"), "marker-unknown")


@operator
def unused_waiver(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = (
        f"{page.document.text.rstrip()}\n\n<!-- handbook: allow link-bare until 2999-01-01: for a test -->\n"
    )
    return defect(page, text, text.count("\n"), "waiver-unused")


@operator
def waiver_expired(project: Project, page: Page, chance: random.Random) -> Defect | None:
    block = "<!-- handbook: allow link-empty until 2020-01-31: for a test -->\n[x]()"
    return append_block(page, block, 1, "waiver-expired")


@operator
def waiver_without_a_reason(project: Project, page: Page, chance: random.Random) -> Defect | None:
    rest = chance.choice(
        ["link-empty until 2999-01-31", "link-empty: for a test", "link-empty until soon: x"]
    )
    return append_block(page, f"<!-- handbook: allow {rest} -->", 1, "waiver-broken")


@operator
def waiver_in_code(project: Project, page: Page, chance: random.Random) -> Defect | None:
    block = "x\n\n    <!-- handbook: allow-page link-empty until 2999-01-31: for a test -->\n\n[x]()"
    return append_block(page, block, 5, "link-empty")
