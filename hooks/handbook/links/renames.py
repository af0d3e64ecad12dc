"""Pages that were renamed in every language by hand, and what still goes by their former names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..base.kept import kept
from ..model.digests import digests
from ..model.placement import path_in, place
from ..model.project import Page, Project
from ..model.published import FILE as PUBLISHED
from ..model.published import read_addresses
from ..model.redirects import FILE as REDIRECTS
from ..reading.markdown.parse import parse
from .moves import CannotMove, Move, check_names, slug_of
from .relocation import Texts, relocated

# So many ids two guides have in common before one is taken for the other.
_TELLING = 3


@kept
def renames(project: Project) -> tuple[Move, ...]:
    """The pages that have another name in all their languages, each as the move that it is.

    Only what is certain: git shows the same card or guide under both names, the same cards are related to
    both, or the same ids were published. Where a card has another id, too, nothing is taken for granted.
    """
    if not project.keeps_records:
        return ()
    ids = {old.slug: old.matter.id for old in _gone(project) if old.matter.id}
    likely = {*_by_git(project), *_by_relations(project), *_by_addresses(project)}
    found = [(old, new) for old, new in likely if ids.get(old) in (None, _id(project, new))]
    former, now = (Counter(pair[end] for pair in found) for end in (0, 1))
    moves = [Move(old, new) for old, new in sorted(found) if former[old] == now[new] == 1]
    return tuple(move for move in moves if _can_be_told(project, move))


def finished(project: Project, move: Move) -> Texts:
    """The texts that a move still has to change once its files have been renamed by hand, by file.

    Raises:
        CannotMove: a link to the page cannot be rewritten.
    """
    before = _unmoved(project, move)
    there = _texts(project)
    texts = relocated(before, move).items()
    return {file: text for file, text in texts if text is not None and there.get(file) != text}


def renamed_by_hand(project: Project, old: str, new: str) -> Move | None:
    """The move that is meant, where its files have their new names already; None where they have not.

    Args:
        project: whose pages they are.
        old: the former name as somebody gives it, see `moves.read_move`.
        new: the name that the page has now.
    """
    move = Move(slug_of(project, old), slug_of(project, new))
    if "#" in old + new or move.old in project.by_slug or move.new not in project.by_slug:
        return None
    check_names(_unmoved(project, move), move.old, move.new)
    is_known = was_published(project, move.old) or any(left(project, move, finished(project, move)))
    return move if is_known else None


def left(project: Project, move: Move, texts: Texts) -> Iterator[str]:
    """The places, as file and line, where the former name still stands, in the order of the files."""
    there, name = _texts(project), move.name
    for file in sorted(texts.keys() - {PUBLISHED, REDIRECTS}):
        lines = zip((there.get(file) or "").split("\n"), (texts[file] or "").split("\n"), strict=False)
        for number, (old, new) in enumerate(lines, start=1):
            if old != new and name in old:
                yield f"{file}:{number}"


def was_published(project: Project, slug: str) -> bool:
    """Whether a page once had an address in some language."""
    paths = {path_in(code, slug, project.settings) for code in project.settings.languages}
    return any(path in paths for _, path, _ in read_addresses(project.published))


def _can_be_told(project: Project, move: Move) -> bool:
    try:
        check_names(_unmoved(project, move), move.old, move.new)
    except CannotMove:
        return False
    return True


def _unmoved(project: Project, move: Move) -> Project:
    """The project as if the files of a page still had their former names."""
    pages = dict(project.pages)
    for code, page in project.by_slug[move.new].items():
        path = path_in(code, move.old, project.settings)
        file = f"{project.settings.docs_dir}/{path}"
        del pages[page.path]
        pages[path] = replace(page, path=path, file=file, slug=move.old)
    files = project.files - (project.pages.keys() - pages.keys()) | pages.keys()
    return replace(project, pages=pages, files=files)


def _texts(project: Project) -> Mapping[str, str]:
    found = {page.file: page.document.text for page in project.pages.values()}
    return found | {file.file: file.text for file in project.sources.files.values()}


def _by_git(project: Project) -> Iterator[tuple[str, str]]:
    """Pages that a proposal takes away, of which each is there under another name."""
    if project.base is None:
        return
    cards = {card.matter.id: card.slug for card in project.pages.values() if card.matter.id}
    for old in _gone(project):
        matter = old.matter
        if matter.translation is not None:
            continue
        if matter.id:
            new = cards.get(matter.id)
            if new and project.is_card(old) and _is_new(project, new):
                yield old.slug, new
            continue
        own = set(digests(old).values())
        for slug in project.by_slug:
            page = project.original(slug)
            if page is None or page.unreadable or project.is_card(page) or not _is_new(project, slug):
                continue
            if len(own.intersection(digests(page).values())) * 2 > len(own):
                yield old.slug, slug


def _gone(project: Project) -> Iterator[Page]:
    """What a proposal takes away in every language."""
    settings = project.settings
    for file in sorted(project.base.removed if project.base else ()):
        path = file.removeprefix(f"{settings.docs_dir}/")
        text = project.base.texts.get(file) if project.base else None
        code, slug = place(path, settings)
        if (
            text is not None
            and code is not None
            and not (slug in project.by_slug or slug in project.redirects)
        ):
            yield Page(path, file, code, slug, parse(text.replace("\r\n", "\n"), settings.syntax))


def _id(project: Project, slug: str) -> str | None:
    page = project.original(slug)
    return page.matter.id if page else None


def _is_new(project: Project, slug: str) -> bool:
    """Whether nothing was published under a name; where no list is kept, nobody knows."""
    return not was_published(project, slug)


def _by_relations(project: Project) -> Iterator[tuple[str, str]]:
    """Cards to which the very cards are related that others say are related to one that is not there."""
    folder = project.settings.cards
    cards = {
        slug.removeprefix(f"{folder}/").removesuffix(".md"): project.neutral(page)
        for slug in project.by_slug
        if (page := project.original(slug)) and project.is_card(page)
    }
    named_by: dict[str, set[str]] = {}
    for name, matter in cards.items():
        for other in matter.related:
            named_by.setdefault(other, set()).add(name)
    nobodys = {
        frozenset(matter.related): name
        for name, matter in cards.items()
        if matter.related and name not in named_by and _is_new(project, f"{folder}/{name}.md")
    }
    for name, others in named_by.items():
        if name not in cards and (new := nobodys.get(frozenset(others))):
            yield f"{folder}/{name}.md", f"{folder}/{new}.md"


def _by_addresses(project: Project) -> Iterator[tuple[str, str]]:
    """Guides with the very ids that were published of one that is not there; cards have all the same."""
    known: dict[str, frozenset[str]] = {}
    for _, path, ids in read_addresses(project.published):
        code, slug = place(path, project.settings)
        if code is not None:
            known[slug] = known.get(slug, frozenset()) | ids
    gone = {slug for slug in known.keys() - project.by_slug.keys() if slug not in project.redirects}
    if not gone:
        return
    for slug, versions in project.by_slug.items():
        if slug in known or any(project.is_card(page) for page in versions.values()):
            continue
        ids = frozenset(id for page in versions.values() for id in page.document.ids)
        if len(ids) >= _TELLING:
            yield from ((old, slug) for old in gone if known[old] == ids)
