"""Moving a page or a heading: every text of the project as it is afterwards.

Pure: what is to be written comes out as texts by file, so that all of it can be written in one step.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..base.edits import Edit, apply
from ..base.positions import Position
from ..model.changes import recorded
from ..model.digests import digests
from ..model.document import Link
from ..model.project import Page, Project
from ..model.published import FILE as PUBLISHED
from ..model.published import with_pages
from ..model.redirects import FILE, as_text, with_move
from ..reading.markdown.parse import parse
from .addresses import is_external
from .moves import CannotMove, Move
from .retargeting import replace_target
from .targets import HTML_KINDS, Targets, parts

# Texts by file; None for a file that is no longer there.
Texts = dict[str, str | None]
CONFIG = "mkdocs.yml"


def relocated(project: Project, move: Move) -> Texts:
    """The texts that change, by file."""
    texts: Texts = {}
    targets = Targets(project)
    after: dict[str, str] = {}
    for path, page in project.pages.items():
        text, _ = apply(page.document.text, _edits(project, targets, page, move))
        after[path] = _names(project, page, text, move)
    for page in project.pages.values():
        text = _recorded(project, page, after)
        if page.slug == move.old and page.language and not move.old_id:
            texts[page.file] = None
            texts[_file(project, page, move)] = text
        elif text != page.document.text:
            texts[page.file] = text
    texts.update(_data(project, move))
    redirects = with_move(project.redirects, *move.addresses)
    texts[FILE] = as_text(redirects)
    if project.published:
        texts[PUBLISHED] = with_pages(project.published, project.by_slug[move.old].values())
    return texts


def in_settings(text: str, move: Move) -> str:
    """The text of mkdocs.yml, whose navigation may name the page."""
    return text.replace(*move.addresses)


def _recorded(project: Project, page: Page, after: Mapping[str, str]) -> str:
    """A page's new text, its record up to date where it was before: an address is no new words."""
    text = after[page.path]
    original = project.original(page.slug) if page.language else None
    if original is None or original is page or after[original.path] == original.document.text:
        return text
    moved = replace(original, document=parse(after[original.path], project.settings.syntax))
    for (id, old), (new_id, new) in zip(digests(original).items(), digests(moved).items(), strict=True):
        if recorded(page).get(id) == old:
            text = text.replace(f"\n  {new_id}: {old}\n", f"\n  {new_id}: {new}\n", 1)
    return text


def _file(project: Project, page: Page, move: Move) -> str:
    return f"{page.file.removesuffix(move.old)}{move.new}"


def _edits(project: Project, targets: Targets, page: Page, move: Move) -> Iterator[Edit]:
    """Links of a page that lead to what moves, or from a page that moves to another folder."""
    for link in page.document.links:
        better = _retargeted(project, targets, page, link, move)
        if better is None or better == link.target:
            continue
        edit = replace_target(page, link, better)
        yield edit or _on_the_line(page, link, better)
    if move.old_id and page.slug == move.old:
        for heading in page.document.headings:
            if heading.id == move.old_id and heading.explicit:
                line = page.document.lines[heading.position.line - 1]
                column = line.rfind(f"#{move.old_id}") + 1
                yield Edit(Position(heading.position.line, column), f"#{move.old_id}", f"#{move.new_id}")


def _retargeted(project: Project, targets: Targets, page: Page, link: Link, move: Move) -> str | None:
    target = link.target.strip()
    if is_external(target):
        return None
    path, anchor = parts(target)
    html = link.kind in HTML_KINDS
    beside = targets.by_url.get(targets.from_url(page, path)) if html else targets.beside(page, path)
    goal = page.path if not path else beside
    there = project.pages.get(goal or "")
    if goal is None or (there is None and goal not in project.files):
        return None
    moves = there is not None and there.slug == move.old and there.language is not None
    anchor = move.new_id if moves and move.old_id and anchor == move.old_id else anchor
    here, after = _after(page.path, page, move), _after(goal, there, move)
    if (here, after) == (page.path, goal):
        return f"{target.partition('#')[0]}#{anchor}" if anchor else None
    if not path:
        return None
    if html:
        url = targets.url(after)
        shown = posixpath.relpath(url or ".", posixpath.dirname(targets.url(here)) or ".")
        shown = f"{shown}/" if url.endswith("/") or not url else shown
    else:
        shown = posixpath.relpath(after, posixpath.dirname(here) or ".")
    return f"{shown}#{anchor}" if anchor else shown


def _after(path: str, page: Page | None, move: Move) -> str:
    """Where a file of the docs folder is after the move."""
    if page is None or page.slug != move.old or page.language is None or move.old_id:
        return path
    return f"{path.removesuffix(move.old)}{move.new}"


def _on_the_line(page: Page, link: Link, better: str) -> Edit:
    """An edit of a link whose target is not written as it is read: the first one on its line."""
    number = link.target_position.line
    for line in range(number, min(number + 3, len(page.document.lines) + 1)):
        column = page.document.lines[line - 1].find(link.target)
        if column >= 0:
            return Edit(Position(line, column + 1), link.target, better)
    raise CannotMove("link", page=f"{page.file}:{link.position.line}", target=link.target)


def _names(project: Project, page: Page, text: str, move: Move) -> str:
    """A page's text with the names in its front matter that mean what moves."""
    end = page.front.end
    if not end:
        return text
    lines = text.split("\n")
    head, body = "\n".join(lines[:end]), lines[end:]
    if move.old_id:
        if page.slug == move.old:
            head = re.sub(
                rf"^(\s+){re.escape(move.old_id)}(?=\s*:)", rf"\g<1>{move.new_id}", head, flags=re.M
            )
            head = re.sub(rf"(\bid:\s*){re.escape(move.old_id)}\b(?!-)", rf"\g<1>{move.new_id}", head)
        if _asks(project, move):
            head = _in_list(head, "facts", move.old_id, move.new_id)
    elif project.settings.cards and move.old.startswith(f"{project.settings.cards}/"):
        head = _in_list(head, "related", _name(move.old), _name(move.new))
    return "\n".join([head, *body])


def _asks(project: Project, move: Move) -> bool:
    return any(page.matter.questions for page in project.by_slug[move.old].values())


def _in_list(head: str, key: str, old: str, new: str) -> str:
    """Front matter with one entry of a list renamed, however the list is written."""
    found = re.search(rf"^{key}:.*\n?(?:[ \t]+.*\n?|-[ \t].*\n?)*", head, flags=re.MULTILINE)
    if found is None:
        return head
    entry = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    return head[: found.start()] + entry.sub(new, found[0]) + head[found.end() :]


def _name(slug: str) -> str:
    return posixpath.basename(slug).removesuffix(".md")


def _data(project: Project, move: Move) -> Iterator[tuple[str, str]]:
    """The data files, and the navigation, in which the page is named."""
    old, new = move.addresses
    for file, text in _files(project).items():
        changed = re.sub(rf"(?<![\w/.-]){re.escape(old)}(?![\w/.-])", new, text)
        if not move.old_id:
            names = {move.old.removesuffix(".md"): move.new.removesuffix(".md")}
            if project.settings.cards and move.old.startswith(f"{project.settings.cards}/"):
                names[_name(move.old)] = _name(move.new)
            # What is said of a page stands under its name.
            for name, other in names.items():
                changed = re.sub(
                    rf"^(['\"]?){re.escape(name)}(?=\1\s*:)", rf"\g<1>{other}", changed, flags=re.M
                )
        if changed != text:
            yield file, changed


def _files(project: Project) -> Mapping[str, str]:
    found = {file.file: file.text for file in project.sources.files.values() if file.text}
    found.pop(FILE, None)
    return found
