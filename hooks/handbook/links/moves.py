"""What is to be moved where: a page or a heading, as it is asked for, and why it cannot be."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from ..model.fields import SLUG
from ..model.project import Project

_PAGE = re.compile(rf"(?:{SLUG}/)*{SLUG}\.md")
_ID = re.compile(SLUG)


class CannotMove(Exception):
    """It cannot be moved. `reason` is the key of a message, `values` its blanks."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


@dataclass(frozen=True)
class Move:
    """A move: of a page where `old_id` is "", else of a heading of the page `old`, which stays."""

    old: str
    new: str
    old_id: str = ""
    new_id: str = ""

    @property
    def name(self) -> str:
        """What a page is called without its folders and its ending, such as cards in front matter."""
        return posixpath.basename(self.old).removesuffix(".md")

    @property
    def addresses(self) -> tuple[str, str]:
        """The former and the new place as redirects.yml writes them."""
        if not self.old_id:
            return self.old, self.new
        return f"{self.old}#{self.old_id}", f"{self.old}#{self.new_id}"


def read_move(project: Project, old: str, new: str) -> Move:
    """The move that is meant. Raises CannotMove."""
    before, _, old_id = old.partition("#")
    after, _, new_id = new.partition("#")
    here, there = slug_of(project, before), slug_of(project, after) if after else slug_of(project, before)
    versions = project.by_slug.get(here)
    if not versions:
        raise CannotMove("no-page", page=here)
    if old_id:
        if there != here or not _ID.fullmatch(new_id):
            raise CannotMove("bad-id", id=new_id or new)
        _check_heading(project, here, old_id, new_id)
        return Move(here, here, old_id, new_id)
    check_names(project, here, there)
    return Move(here, there)


def check_names(project: Project, old: str, new: str) -> None:
    """Whether a page may have another name. Raises CannotMove."""
    versions = project.by_slug[old]
    if not _PAGE.fullmatch(new):
        raise CannotMove("bad-slug", page=new)
    if new in project.by_slug:
        raise CannotMove("taken", page=new)
    made = any(page.document.markers for page in versions.values())
    # The templates know the pages beside the folders, and each folder's first page, by name.
    if made or "/" not in old or posixpath.basename(old) == "index.md":
        raise CannotMove("of-the-frame", page=old)
    if any(page.unreadable or page.front.broken for page in versions.values()):
        raise CannotMove("unreadable", page=old)
    cards = project.settings.cards
    if cards and old.startswith(f"{cards}/") != new.startswith(f"{cards}/"):
        raise CannotMove("other-kind", page=new)


def _check_heading(project: Project, slug: str, old: str, new: str) -> None:
    versions = project.by_slug[slug].values()
    if any(project.is_card(page) for page in versions):
        raise CannotMove("card-section", page=slug)
    if not any(
        heading.id == old and heading.explicit for page in versions for heading in page.document.headings
    ):
        raise CannotMove("no-heading", id=old, page=slug)
    if any(new in page.document.ids for page in versions):
        raise CannotMove("taken", page=f"{slug}#{new}")


def slug_of(project: Project, given: str) -> str:
    """A page's slug, given as such, with its language or from the root, with .md or without."""
    path = posixpath.normpath(given.replace("\\", "/")).removeprefix(f"{project.settings.docs_dir}/")
    first, _, rest = path.partition("/")
    path = rest if rest and first in project.settings.languages else path
    return path if path.endswith(".md") else f"{path}.md"
