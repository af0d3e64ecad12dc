"""What each build offers for download: every language in every form that other tools read."""

from __future__ import annotations

from pathlib import Path

from ..base.writing import put
from ..model.project import Project
from ..site.lists.download_list import FOLDER, SCHEMA, file_name
from .takeaway import takeaway
from .takeaway_forms import WRITERS, json_schema


def downloaded(code: str) -> list[str]:
    """The files of a language, below the site's folder, and the schema."""
    return [
        f"{FOLDER}/{name}" for name in (*(file_name(code, ending) for ending, _ in WRITERS.values()), SCHEMA)
    ]


def write_downloads(project: Project, code: str, site: Path) -> None:
    """Write a language's files, and the schema that all languages share.

    Args:
        site: the built site, which has a folder for them.
    """
    taken = takeaway(project, code)
    for ending, write in WRITERS.values():
        put(site, f"{FOLDER}/{file_name(code, ending)}", write(taken))
    put(site, f"{FOLDER}/{SCHEMA}", json_schema())
