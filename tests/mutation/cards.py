"""What cards say of themselves, of each other and of the decision guide, spoilt."""

from __future__ import annotations

import random
import re

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, defect, operator, replace_line


@operator
def decision_against_the_guide(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("decision",)].line
    given = page.front.values["decision"]
    other = chance.choice([d for d in ("hold", "bend", "calm", "repair", "escalate") if d != given])
    return defect(page, replace_line(page, line, f"decision: {other}"), line, "card-decision")


@operator
def fact_unknown(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("facts",)].line
    return defect(page, replace_line(page, line, "facts: [no-such-question]"), line, "card-fact-unknown")


@operator
def claim_unknown(project: Project, page: Page, chance: random.Random) -> Defect | None:
    found = [
        (i, m)
        for i, line in enumerate(page.document.lines[: page.front.end], 1)
        if (m := re.search(r"S\d-\d\d", line))
    ]
    if not found or page.is_translation:
        return None
    line, match = chance.choice(found)
    old = page.document.lines[line - 1]
    return defect(page, replace_line(page, line, old.replace(match[0], "S9-99", 1)), line, "claim-unknown")


@operator
def related_card_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("related",)].line
    slug = chance.choice(page.front.values["related"])
    old = page.document.lines[line - 1]
    return defect(
        page, replace_line(page, line, old.replace(slug, f"{slug}-x", 1)), line, "card-related-unknown"
    )


@operator
def related_card_forgotten(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation or len(page.front.values["related"]) < 3:
        return None
    line = page.front.keys[("related",)].line
    slugs = list(page.front.values["related"])
    gone = slugs.pop(chance.randrange(len(slugs)))
    other = project.original(f"scenarios/{gone}.md")
    assert other is not None
    there = other.front.keys[("related",)].line
    text = replace_line(page, line, f"related: [{', '.join(slugs)}]")
    return Defect(text, frozenset({there}), frozenset({"card-related-one-way"}), other.file)


@operator
def card_id_of_another(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation or page.front.values["id"] == "no-01":
        return None
    text = page.document.text.replace(f"id: {page.front.values['id']}", "id: no-01", 1)
    other = next(p for p in project.pages.values() if p.front.values.get("id") == "no-01")
    later = max(page, other, key=lambda p: p.path)
    return defect(later, text, 2, "card-id-twice")
