"""What was probably meant by a link that leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ..languages import language_name
from ..model.document import Link
from ..model.placement import is_built, place
from ..model.project import Fault, Page
from ..model.rules.links import LinkEncoding, LinkExcluded, LinkHtml, LinkUntranslated
from .retargeting import replace_target
from .served import hidden_part
from .targets import HTML_KINDS, Targets, parts

# What literate-nav takes for a navigation.
_NAV_FILE = "SUMMARY.md"


def only_elsewhere(targets: Targets, page: Page, goal: str) -> str | None:
    """The language that alone has the page meant, if it is so."""
    if page.language is None:
        return None
    slug = goal.removeprefix(f"{page.language}/")
    versions = targets.project.by_slug.get(slug, {})
    return ", ".join(language_name(page.language, code) for code in versions) or None


def waiting(page: Page, link: Link, original: Page) -> Fault:
    """A link to a page that is not there in this language yet; until then the build leads to its original."""
    only, code = language_name(page.language, original.language or ""), page.language or ""
    untranslated = LinkUntranslated(target=link.target, only=only, page=original.file, code=code)
    return page.fault(untranslated, link.position)


def nowhere_there(
    targets: Targets, page: Page, link: Link, path: str, languages: Iterable[str | None]
) -> Iterator[Fault]:
    """A link in HTML of a page that stands in for another language's, where browsers find nothing there."""
    for language in languages:
        if targets.from_url(page, path, language) not in targets.by_url:
            build = language_name(page.language, language or "")
            yield page.fault(LinkHtml(target=link.target, guess=None, build=build), link.position)
            return


def left_out(targets: Targets, page: Page, link: Link, path: str) -> Fault:
    """A link to a file that is kept out of the site, and why it is."""
    project = targets.project
    instead, by_itself, unbuilt = None, None, None
    folder, name = posixpath.split(path)
    if name == "README.md" and (index := posixpath.join(folder, "index.md")) in project.files:
        instead = targets.write(page, link, targets.own(page, index), "")
    elif not is_built(path, project.settings):
        unbuilt = place(path, project.settings)[0]
    else:
        by_itself = "/templates/" if path.startswith("templates/") else hidden_part(path)
    broken = LinkExcluded(target=link.target, instead=instead, by_itself=by_itself, unbuilt=unbuilt)
    return page.fault(broken, link.position)


def redirected(targets: Targets, page: Page, link: Link, goal: str, anchor: str) -> str | None:
    """Where a page is now that was once where a link leads, if it is known."""
    known = targets.project.redirects
    _, slug = place(goal, targets.project.settings)
    there, _, id = (known.get(f"{slug}#{anchor}") or known.get(slug) or "").partition("#")
    id = id or known.get(f"{there}#{anchor}", "").partition("#")[2]
    versions = targets.project.by_slug.get(there, {})
    moved = versions.get(page.language or "")
    return targets.write(page, link, moved.path, id or anchor) if moved else None


def from_the_root(targets: Targets, page: Page, link: Link, path: str, anchor: str) -> str | None:
    """What to write for a file whose path somebody gave from the repository's root or the docs folder."""
    folder = f"{targets.project.settings.docs_dir}/"
    named = path.lstrip("/").removeprefix(folder)
    found = targets.own(page, named if named in targets.project.files else None)
    # What another language's build has is no help here.
    is_there = found is not None and targets.served.find(found, targets.language(page)) == found
    return targets.write(page, link, found, anchor) if is_there else None


def once_there(targets: Targets, page: Page, link: Link, path: str) -> str | None:
    """What to write for a picture whose path begins at the root, once it is there."""
    folder = f"{targets.project.settings.docs_dir}/"
    return (
        targets.write(page, link, path.lstrip("/").removeprefix(folder), "") if "image" in link.kind else None
    )


def nearest(targets: Targets, page: Page, link: Link, goal: str, anchor: str, is_page: bool) -> str | None:
    """The existing page or other file that was probably meant: by name anywhere first, then by likeness."""
    pages = targets.project.pages
    folder = f"{page.language}/" if page.language and goal.startswith(f"{page.language}/") else ""
    known = [path for path in targets.project.files if path.startswith(folder) and (path in pages) == is_page]
    name = posixpath.basename(goal.rstrip("/"))
    same_name = [path for path in known if posixpath.basename(path) == name]
    found = same_name[0] if len(same_name) == 1 else targets.guesses[page.file].guess(goal, known)
    return targets.write(page, link, found, anchor)


def further_in(targets: Targets, page: Page, target: str) -> str | None:
    """The same target with fewer steps up, where there is such a file."""
    while target.startswith("../"):
        target = target.removeprefix("../")
        if targets.beside(page, parts(target)[0]) in targets.project.files:
            return target
    return None


def encoded(targets: Targets, page: Page, link: Link, path: str, anchor: str) -> Fault | None:
    """A target whose path is there once its percent signs are read a second time, or its entities at all."""
    decoded = unquote(path)
    inner, inner_anchor = parts(decoded)
    if (
        not (link.written or decoded != path or "#" in path or "?" in path)
        or (found := targets.beside(page, inner)) not in targets.project.files
    ):
        return None
    better = targets.write(page, link, found, inner_anchor or anchor)
    shown = link._replace(target=link.written or link.target)
    broken = LinkEncoding(target=shown.target, guess=better)
    return page.fault(broken, link.position, replace_target(page, shown, better))


def is_left_alone(targets: Targets, page: Page, link: Link, path: str) -> bool:
    """Whether MkDocs leaves a folder's address as it is, and what browsers find there is no page of ours.

    The same of a path in which it sees no file's name, as an entity with its # ends it there, of one where a
    plugin may make a page, and of a folder in a list that a plugin makes the navigation of.
    """
    settings = targets.project.settings
    if place(targets.goal(page, link, path), settings)[1].startswith(settings.brought):
        return True
    if "literate-nav" in settings.plugins and posixpath.basename(page.path) == _NAV_FILE:
        return path.endswith("/") or "*" in path
    written = parts(link.written)[0] if link.written else path
    if link.kind in HTML_KINDS or posixpath.splitext(written)[1]:
        return False
    there = targets.by_url.get(targets.from_url(page, path))
    return there is not None and (bool(link.written) or there not in targets.project.pages)
