"""References and ids, spoilt."""

from __future__ import annotations

import random
import re

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, append, defect, operator, replace_line


@operator
def undefined_reference(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append(page, chance, "[x][nowhere]", "reference-undefined")


@operator
def unused_reference(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = f"{page.document.text.rstrip()}\n\n[unused]: https://example.org/\n"
    return defect(page, text, text.count("\n"), "reference-unused")


@operator
def id_in_raw_html_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not headings:
        return None
    id = chance.choice(headings).id
    return append(page, chance, f'<span id="{id}"></span>', "id-twice")


@operator
def heading_without_id(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not headings:
        return None
    line = chance.choice(headings).position.line
    new = re.sub(r" *\{#[^}]*\}", "", page.document.lines[line - 1])
    return defect(page, replace_line(page, line, new), line, "heading-id-missing")


@operator
def misspelt_heading_id(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    # In an original that is no card or guide the other name is as good as the one before.
    named = project.is_card(page) or page.front.values.get("claims") or page.front.values.get("questions")
    if not headings or not (page.is_translation or named):
        return None
    heading = chance.choice(headings)
    line = heading.position.line
    new = page.document.lines[line - 1].replace(f"#{heading.id}}}", f"#{heading.id}x}}")
    rules = ("card-section-unknown", "section-extra", "claim-section-unknown", "question-section-missing")
    lines = {line}
    # The front matter of a guide names its sections too: the finding may stand there.
    for path, position in page.front.keys.items():
        if heading.id in path or page.front.values.get("questions"):
            lines.add(position.line)
    return Defect(replace_line(page, line, new), frozenset(lines), frozenset(rules), page.file)


@operator
def heading_id_of_a_neighbour(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not project.is_card(page):
        return None
    first, second = chance.sample(headings, 2)
    later = max(first, second, key=lambda h: h.position.line)
    earlier = first if later is second else second
    line = later.position.line
    new = page.document.lines[line - 1].replace(f"#{later.id}}}", f"#{earlier.id}}}")
    return defect(page, replace_line(page, line, new), line, "id-twice")
