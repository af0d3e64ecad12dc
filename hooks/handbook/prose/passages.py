"""All passages of a project: those of its pages, and where it has cards, those of its data files."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..languages import CODES
from ..model.project import Project
from . import data_passages, page_passages
from .passage import Passage

# Lists of words for the checks, no texts; of nonstandard words a language may have a list of its own.
NAMES, NONSTANDARD = "names", "nonstandard-"


def passages(project: Project, left_out: Container[str] = ()) -> Iterator[Passage]:
    """What the project says in the languages that are known; no other one is judged.

    Args:
        project: the project.
        left_out: the paths of pages that are passed over.
    """
    settings = project.settings
    for path, page in project.pages.items():
        if page.language in CODES and path not in left_out:
            yield from page_passages.passages(page, page.language, settings.syntax)
    if settings.cards is not None:
        for name, file in project.sources.files.items():
            if (
                file.prose
                and name != NAMES
                and not name.startswith(NONSTANDARD)
                and file.language in (None, *CODES)
            ):
                yield from data_passages.passages(file, settings.languages)
