"""PyMdown's snippets, read within bounds: files of the project or of its repository, and nothing else."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import markdown
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor  # type: ignore[import-untyped]

# What is longer is not brought into a page: a page itself may be no longer.
_LONGEST = 200_000


def options_within(root: Path, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options of snippets as a check uses them: from no other host, and from nowhere outside.

    Args:
        root: the project's folder; MkDocs is run there.
        given: the options as mkdocs.yml has them.
    """
    bases = given.get("base_path", ["."])
    found: dict[str, Any] = {
        "base_path": list(_bases(root, [bases] if isinstance(bases, str) else bases)),
        "auto_append": _texts(given.get("auto_append")),
        "restrict_base_path": True,
        "url_download": False,
        "check_paths": False,
    }
    if isinstance(given.get("dedent_subsections"), bool):
        found["dedent_subsections"] = given["dedent_subsections"]
    if _is_encoding(given.get("encoding")):
        found["encoding"] = given["encoding"]
    return found


class ProjectSnippets(SnippetExtension):  # type: ignore[misc]
    """The extension itself, but for the files that it brings."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        self.md = md
        md.registerExtension(self)
        md.preprocessors.register(_Bounded(self.getConfigs(), md), "snippet", 32)


class _Bounded(SnippetPreprocessor):  # type: ignore[misc]
    def get_snippet_path(self, path: str) -> str | None:
        """Where a snippet is; None where it is nowhere, no file, too long, or a link that leads outside."""
        try:
            found = super().get_snippet_path(path)
            return found if found and self._may_be_read(Path(os.path.realpath(found))) else None
        except (OSError, ValueError):
            return None

    def _may_be_read(self, file: Path) -> bool:
        inside = any(file.is_relative_to(os.path.realpath(base)) for base in self.base_path)
        return inside and file.is_file() and file.stat().st_size <= _LONGEST


def _bases(root: Path, given: Any) -> Iterator[str]:
    real = Path(os.path.realpath(root))
    top = next((folder for folder in (real, *real.parents) if (folder / ".git").exists()), real)
    for base in _texts(given):
        try:
            folder = Path(os.path.realpath(real / base))
        except (OSError, ValueError):
            continue
        if folder.is_relative_to(top):
            yield str(folder)


def _is_encoding(name: Any) -> bool:
    try:
        return isinstance(name, str) and codecs.lookup(name) is not None
    except (LookupError, ValueError):
        return False


def _texts(given: Iterable[Any] | Any) -> list[str]:
    return [one for one in given if isinstance(one, str)] if isinstance(given, list | tuple) else []
