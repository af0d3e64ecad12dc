"""Front matter, spoilt."""

from __future__ import annotations

import random
import re

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, defect, operator, replace_line


@operator
def front_matter_broken(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lines = [n for n in range(2, page.front.end) if re.match(r"\w+: ", page.document.lines[n - 1])]
    if not lines:
        return None
    line = chance.choice(lines)
    new = page.document.lines[line - 1].partition(":")[0] + ': "never closed'
    text = replace_line(page, line, new)
    return Defect(
        text, frozenset(range(line, page.front.end + 1)), frozenset({"front-matter-broken"}), page.file
    )


@operator
def front_matter_unclosed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if page.front.end == 0:
        return None
    return defect(page, replace_line(page, page.front.end, ""), 1, "front-matter-unclosed")


@operator
def key_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(
        ["family", "decision", "may_become", "channels", "local_rules", "verified", "review_by"]
    )
    text = re.sub(rf"^{key}:.*\n", "", page.document.text, count=1, flags=re.MULTILINE)
    return defect(page, text, 1, "key-missing")


@operator
def title_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = re.sub(r"^title:.*\n", "", page.document.text, count=1, flags=re.MULTILINE)
    return defect(page, text, 1, "page-untitled") if text != page.document.text else None


@operator
def key_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(["family", "decision", "channels", "local_rules", "related", "verified"])
    line = page.front.keys[(key,)].line
    new = page.document.lines[line - 1].replace(key, key[:-1] + "x", 1)
    return defect(page, replace_line(page, line, new), line, "key-unknown")


@operator
def key_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    keys = [k for k in (("title",),) if k in page.front.keys]
    if not keys:
        return None
    line = page.front.keys[keys[0]].line
    same = page.document.lines[line - 1]
    return defect(page, replace_line(page, line, f"{same}\n{same}"), line + 1, "front-matter-key-twice")


@operator
def keys_swapped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    first, second = chance.choice([("family", "decision"), ("claims", "related"), ("verified", "review_by")])
    a, b = page.front.keys[(first,)].line, page.front.keys[(second,)].line
    lines = list(page.document.lines)
    lines[a - 1], lines[b - 1] = lines[b - 1], lines[a - 1]
    return Defect("\n".join(lines), frozenset({a, b}), frozenset({"key-order"}), page.file)


@operator
def shared_key_in_a_translation(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or not page.is_translation:
        return None
    text = page.document.text.replace("\ncustomer_words:", "\ndecision: hold\ncustomer_words:", 1)
    return defect(page, text, page.front.keys[("customer_words",)].line, "key-misplaced")


@operator
def value_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(["family", "decision"])
    line = page.front.keys[(key,)].line
    return defect(page, replace_line(page, line, page.document.lines[line - 1] + "x"), line, "key-wrong")
