"""Single values of mkdocs.yml that may be anything: folders, patterns of names, and how they are told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from .configuration import SettingsError

# So much of a value is shown in a message.
_SHOWN = 80


def shortened(value: Any) -> str:
    """A value as a message shows it."""
    told = repr(value)
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"


def is_inside(folder: str) -> bool:
    """Whether a name is that of a folder below the one that it is relative to, not beside or above."""
    plain = posixpath.normpath(folder.replace("\\", "/"))
    return folder.isprintable() and not plain.startswith(("/", "..")) and plain != "." and ":" not in plain


def patterns(path: Path, config: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The lines of a setting that is written like a .gitignore.

    Args:
        path: the configuration's file.
        config: what stands in it.
        name: the setting's.

    Raises:
        SettingsError: one of them is no pattern; MkDocs could not use it either.
    """
    value = config.get(name)
    lines = [line for line in value.splitlines() if line.strip()] if isinstance(value, str) else []
    if lines:
        from pathspec.gitignore import GitIgnoreSpec  # Most sites exclude nothing.

        for line in lines:
            try:
                GitIgnoreSpec.from_lines([line])
            except (ValueError, re.error, RecursionError):
                raise SettingsError(f"{path}: {name}: {shortened(line)} is not a pattern of files") from None
    return tuple(lines)


def theme_name(theme: Any) -> str | None:
    """The name of the theme; MkDocs has one of its own where none is given."""
    if isinstance(theme, Mapping):
        theme = theme.get("name")
        return theme if isinstance(theme, str) else None
    return theme if isinstance(theme, str) else "mkdocs"


def directory_urls(config: Mapping[str, Any], plugins: Collection[str]) -> bool:
    """Whether pages are folders on the site; Material's plugin for reading it offline makes files of them."""
    return config.get("use_directory_urls") is not False and "offline" not in plugins


def text_or_none(value: Any) -> str | None:
    """A value that is a text, and not an empty one."""
    return value if isinstance(value, str) and value else None
