"""One language's version of a page, made to differ from the others."""

from __future__ import annotations

import posixpath
import random
import re

from handbook.model.document import Section
from handbook.model.project import Page, Project
from tests.mutation.defect import (
    Defect,
    append_block,
    defect,
    differing,
    operator,
    relink,
    replace_line,
    section_at,
    without_line,
)

# A number in a line of words, not the one that counts an entry.
_NUMBER = re.compile(r"(?<=[^\W\d_][ ])\d+(?=[ .,:;?!])")


def _parts(page: Page) -> list[Section]:
    """The sections of a page whose headings are of level 2, with what is below them on their own."""
    return [s for s in page.document.sections if s.heading and s.heading.level == 2]


def _is_plain(project: Project, page: Page) -> bool:
    """Whether the page is no card and has sections of level 2 alone."""
    levels = {heading.level for heading in page.document.headings}
    return page.language is not None and not project.is_card(page) and levels == {2}


@operator
def entry_dropped_from_a_guide(project: Project, page: Page, chance: random.Random) -> Defect | None:
    found = [s for s in page.document.sections if len(s.items) > 2 and "](" not in s.text]
    if not _is_plain(project, page) or not found:
        return None
    section = chance.choice(found)
    item = chance.choice(section.items)
    if page.document.lines[item.position.line].startswith(" "):
        return None
    text = without_line(page, item.position.line)
    return differing(project, page, text, section.position.line, "translation-items")


@operator
def sections_of_a_guide_swapped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    parts = _parts(page)
    if not _is_plain(project, page) or len(parts) < 3:
        return None
    lines = page.document.lines
    starts = [part.position.line - 1 for part in parts] + [len(lines)]
    index = chance.randrange(len(parts) - 1)
    a, b, c = starts[index : index + 3]
    text = "\n".join([*lines[:a], *lines[b:c], "", *lines[a:b], *lines[c:]])
    moved = frozenset({a + 1, a + 2 + (c - b)})
    if project.original(page.slug) is page:
        return differing(project, page, text, 0)
    return Defect(text, moved, frozenset({"section-order"}), page.file)


@operator
def section_of_a_guide_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    parts = _parts(page)
    if not _is_plain(project, page) or len(parts) < 3:
        return None
    index = chance.randrange(len(parts))
    id = parts[index].id
    named = any(id in path for path in page.front.keys) or page.front.values.get("questions")
    linked = any(
        link.target.endswith(f"#{id}") for other in project.pages.values() for link in other.document.links
    )
    original = project.original(page.slug)
    if named or linked or original is None or any(id in path for path in original.front.keys):
        return None
    lines = page.document.lines
    begin = parts[index].position.line
    end = parts[index + 1].position.line if index + 1 < len(parts) else len(lines) + 1
    text = "\n".join(lines[: begin - 1] + lines[end - 1 :])
    line = begin if index + 1 < len(parts) else len(text.rstrip("\n").split("\n"))
    return differing(project, page, text, line, "section-missing")


@operator
def number_changed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lines = page.document.lines
    found = [
        n
        for n in range(page.front.end + 1, len(lines) + 1)
        if _NUMBER.search(lines[n - 1]) and not re.search(r"[\[<`#{]", lines[n - 1])
    ]
    if page.language is None or not found:
        return None
    line = chance.choice(found)
    text = replace_line(page, line, _NUMBER.sub("4711", lines[line - 1], count=1))
    return differing(project, page, text, section_at(page, line).position.line, "translation-numbers")


@operator
def picture_in_one_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    pictures = sorted(path for path in project.files if path.endswith((".png", ".svg")))
    if page.language is None or not pictures:
        return None
    path = posixpath.relpath(chance.choice(pictures), posixpath.dirname(page.path) or ".")
    section = page.document.sections[-1]
    spoilt = append_block(page, f"![x]({path})", 1, "translation-images")
    assert isinstance(spoilt.text, str)
    return differing(project, page, spoilt.text, section.position.line, "translation-images")


@operator
def link_dropped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    spoilt = relink(page, chance, lambda text, _: text, "translation-links")
    if page.language is None or spoilt is None:
        return None
    (line,) = spoilt.lines
    assert isinstance(spoilt.text, str)
    return differing(project, page, spoilt.text, section_at(page, line).position.line, "translation-links")


@operator
def record_of_an_older_text(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lines = page.document.lines
    found = [n for n in range(2, page.front.end) if re.fullmatch(r"  [\w-]+: d[0-9a-f]{8}", lines[n - 1])]
    if not found:
        return None
    line = chance.choice(found)
    new = f"{lines[line - 1][:-8]}00000000"
    return defect(
        page, replace_line(page, line, new), page.front.position("translation").line, "translation-stale"
    )


@operator
def record_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = re.sub(r"^translation:\n(?: .*\n)+", "", page.document.text, count=1, flags=re.MULTILINE)
    if not page.is_translation or text == page.document.text:
        return None
    return defect(page, text, 1, "translation-record-missing")


@operator
def paragraph_in_another_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    versions = project.by_slug.get(page.slug, {})
    others = [code for code in versions if code != page.language]
    if page.language is None or not others:
        return None
    foreign = [
        line
        for line in versions[chance.choice(others)].document.lines
        if len(line.split()) > 14 and not re.search(r"[\[<`{|\d„“”:]|^[ \-]|^\d", line)
    ]
    lines = page.document.lines
    own = [
        n
        for n in range(page.front.end + 1, len(lines) + 1)
        if len(lines[n - 1].split()) > 10 and not re.search(r"[\[<`{|\d]|^[ \-]|^\d", lines[n - 1])
    ]
    if not foreign or not own or project.is_card(page):
        return None
    line = chance.choice(own)
    text = replace_line(page, line, chance.choice(foreign))
    return Defect(text, frozenset({line}), frozenset({"text-wrong-language"}), page.file, prose=True)
