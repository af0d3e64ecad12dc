"""Links within the site: pages, anchors and files that are not there, or not in the reader's language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import unquote

from ..languages import language_name
from ..links.likely_targets import (
    encoded,
    from_the_root,
    further_in,
    is_left_alone,
    left_out,
    nearest,
    nowhere_there,
    once_there,
    only_elsewhere,
    redirected,
    waiting,
)
from ..links.plugins import is_anchor
from ..links.retargeting import again, replace_target
from ..links.shown_links import Shown
from ..links.targets import FRONT_KINDS, HTML_KINDS, Targets, parts
from ..model.document import Link
from ..model.project import Fault, Page, Project, Settings
from ..model.rules import Rule
from ..model.rules.links import (
    LinkAbsolute,
    LinkAnchorMissing,
    LinkBackslash,
    LinkCase,
    LinkEmpty,
    LinkFileMissing,
    LinkForm,
    LinkHtml,
    LinkOutsideDocs,
    LinkPageMissing,
    LinkWrongLanguage,
)
from ..reading.front_links import front_links
from ..site.added_ids import PageIds
from ..site.untranslated import waiting_original

# {{ … }} and {% … %} of the macros plugin.
_TEMPLATE = re.compile(r"\{\{|\{%")
# A browser scrolls to the top for these, whatever ids there are.
_TOP = ("", "top")


def check(project: Project) -> Iterator[Fault]:
    targets, ids, shown = Targets(project), PageIds(project), Shown(project.settings)
    for page in project.pages.values():
        others = targets.served.builds(page)[1:]
        known: dict[tuple[str, ...], list[Fault]] = {}
        # What a path in front matter is for only its own readers know: here that is us.
        front = front_links(page.document) if project.settings.handbook else ()
        for link in chain(page.document.links, front, shown.unread(page)):
            if targets.leaves(page, link) or (project.settings.macros and _TEMPLATE.search(link.target)):
                continue  # What a template makes of it is known only when it is run.
            key = (link.target, link.kind, link.written)
            if key in known:
                yield from (again(fault, page, link) for fault in known[key])
                continue
            found = list(_link(targets, ids, page, link))
            found = found or list(_elsewhere(targets, ids, page, link, others))
            if found and not shown.has(page, link):
                continue
            yield from found
            if link.target.strip():  # Of an empty one the place decides, too.
                known[key] = found


def _link(targets: Targets, ids: PageIds, page: Page, link: Link) -> Iterator[Fault]:
    project, target = targets.project, link.target.strip()
    if not target:
        if "autorefs" in project.settings.plugins and is_anchor(page, link.position):
            return
        yield page.fault(LinkEmpty(), link.position)
        return
    path, anchor = parts(target)
    if not path:
        if anchor not in _TOP:
            yield from _anchor(targets, ids, page, page, link, anchor)
    elif "\\" in path:
        slashed = target.replace("\\", "/")
        fix = replace_target(page, link, slashed)
        yield page.fault(LinkBackslash(target=target, guess=slashed), link.position, fix)
    elif path.startswith("/") and link.kind in HTML_KINDS and _is_warned_of(project.settings):
        return  # MkDocs does not warn of those that it does not see.
    elif path.startswith("/") and not (project.settings.absolute_from_docs and link.kind not in HTML_KINDS):
        better = targets.write(page, link, targets.own(page, targets.meant(page, path)), anchor)
        better = better or from_the_root(targets, page, link, path, anchor)
        fix = replace_target(page, link, better)
        near = better or once_there(targets, page, link, path)
        yield page.fault(LinkAbsolute(target=target, guess=near), link.position, fix)
    else:
        yield from _path(targets, ids, page, link, path, anchor)


def _is_warned_of(settings: Settings) -> bool:
    """Whether a site that is none of ours is built with warnings of absolute addresses."""
    return not settings.handbook and LinkAbsolute.rule_id in settings.severities


def _path(targets: Targets, ids: PageIds, page: Page, link: Link, path: str, anchor: str) -> Iterator[Fault]:
    """A link that names a file: is it there, and in the right language?"""
    target = link.target.strip()
    goal = targets.goal(page, link, path)
    is_html = link.kind in HTML_KINDS
    if (goal == ".." or goal.startswith("../")) and (is_html or targets.meant(page, path) is None):
        near = further_in(targets, page, target)
        yield page.fault(LinkOutsideDocs(target=target, guess=near), link.position)
        return
    if is_html:
        known = targets.by_url.get(goal)
    else:
        # Entities are signs like others to MkDocs: a&amp;b.md is no file a&b.md.
        known = targets.found(page, targets.goal(page, link, parts(link.written or target)[0]))
    has_slash = path.endswith("/") and not is_html
    if has_slash and known is not None and known.endswith(".md") and targets.project.settings.handbook:
        known = None  # MkDocs forgives it, other readers of the source do not.
    if known is None:
        if original := waiting_original(targets.project, page, link):
            found = [] if anchor in _TOP else list(_anchor(targets, ids, page, original, link, anchor))
            yield from found or [waiting(page, link, original)]
        elif not is_left_alone(targets, page, link, path):
            yield from _missing(targets, page, link, path, anchor, goal)
        return
    there = targets.project.pages.get(known)
    if there is None:
        return
    # In HTML it works, and there is no other way to link to another language on purpose.
    if targets.is_foreign(page, there) and (targets.project.settings.handbook or not is_html):
        better = targets.write(page, link, targets.in_language(page, known), anchor)
        other = language_name(targets.language(page), there.language or "")
        yield page.fault(
            LinkWrongLanguage(target=target, other=other, guess=better),
            link.position,
            replace_target(page, link, better),
        )
    elif anchor not in _TOP:
        yield from _anchor(targets, ids, page, there, link, anchor)


def _elsewhere(
    targets: Targets, ids: PageIds, page: Page, link: Link, languages: Iterable[str | None]
) -> Iterator[Fault]:
    """A link that is right in its page's own language, and leads nowhere where it stands in for another's."""
    path, anchor = parts(link.target.strip())
    if link.kind in FRONT_KINDS or path.startswith("/") or not path:
        return
    if link.kind in HTML_KINDS:
        yield from nowhere_there(targets, page, link, path, languages)
        return
    for language in languages:
        goal = targets.beside(page, path)
        found = targets.served.find(goal, language)
        if found is None and targets.served.left_out(goal, language):
            continue
        there = targets.project.pages.get(found) if found else None
        if found and (anchor in _TOP or there is None or anchor in ids.of(there) or not ids.are_sure(there)):
            continue
        build = language_name(page.language, language or "")
        if found is None:
            missing: Rule = LinkPageMissing(target=link.target, guess=None, only=None, build=build)
        else:
            missing = LinkAnchorMissing(
                anchor=anchor, target=link.target, other=None, guess=None, build=build
            )
        yield page.fault(missing, link.position)
        return


def _missing(targets: Targets, page: Page, link: Link, path: str, anchor: str, goal: str) -> Iterator[Fault]:
    """A target that is not there as written: is it there in another form, or not at all?"""
    project, target = targets.project, link.target

    def fault(rule: type[LinkCase | LinkForm | LinkHtml], found: str) -> Fault:
        better = targets.write(page, link, targets.own(page, found), anchor)
        broken = rule(target=target, guess=better)
        return page.fault(broken, link.position, replace_target(page, link, better))

    if (out := targets.served.left_out(goal, page.language)) is not None:
        yield left_out(targets, page, link, out)
        return
    if goal in project.files and goal not in project.pages and link.kind not in HTML_KINDS:
        # It is there, but not in this language's build.
        where = language_name(page.language, project.settings.default_language or "")
        yield page.fault(LinkFileMissing(target=target, guess=None, only=where), link.position)
        return
    folded = targets.by_folded_url if link.kind in HTML_KINDS else targets.by_folded
    if (found := folded.get(goal.casefold())) is not None and found != goal:
        yield fault(LinkCase, found)
        return
    if (twice := encoded(targets, page, link, path, anchor)) is not None:
        yield twice
        return
    if (found := targets.meant(page, path)) is not None:
        yield fault(LinkHtml if link.kind in HTML_KINDS else LinkForm, found)
        return
    if link.kind in HTML_KINDS and (beside := targets.beside(page, path)) in project.files:
        yield fault(LinkHtml, beside)
        return
    name = posixpath.basename(path.rstrip("/"))
    looks_like_page = path.endswith((".md", "/")) or "." not in name
    is_page = looks_like_page and "image" not in link.kind
    rule = LinkPageMissing if is_page else LinkFileMissing
    only = only_elsewhere(targets, page, goal)
    sure = redirected(targets, page, link, goal, anchor)
    sure = sure or from_the_root(targets, page, link, path, anchor)
    near = sure or (None if only else nearest(targets, page, link, goal, anchor, is_page))
    fix = replace_target(page, link, sure)
    yield page.fault(rule(target=target, guess=near, only=only), link.position, fix)


def _anchor(
    targets: Targets, ids: PageIds, page: Page, there: Page, link: Link, anchor: str
) -> Iterator[Fault]:
    known = ids.of(there)
    if there.unreadable or anchor in known or unquote(anchor) in known or not ids.are_sure(there):
        return
    versions = targets.project.by_slug.get(there.slug, {}) if there.language else {}
    other = next(
        (code for code, version in versions.items() if version is not there and anchor in ids.of(version)),
        None,
    )
    moved = targets.project.redirects.get(f"{there.slug}#{unquote(anchor)}", "").partition("#")[2] or None
    near = moved or (None if other else targets.guesses[page.file].guess(unquote(anchor), known))
    name = language_name(page.language, other) if other else None
    broken = LinkAnchorMissing(anchor=anchor, target=link.target, other=name, guess=near)
    better = f"{link.target.partition('#')[0]}#{moved}" if moved else None
    yield page.fault(broken, link.position, replace_target(page, link, better))
