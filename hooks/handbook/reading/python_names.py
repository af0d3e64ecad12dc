"""Names of Python's in mkdocs.yml, such as !!python/name:pymdownx.slugs.slugify, to what they name."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from .configuration import PythonName

# Whose extensions may be run: those of the packages that MkDocs and Material bring along.
TRUSTED = ("markdown.", "pymdownx.", "material.extensions.")
# What of their code options may name, each what is a module's own: other parts of it write files.
_NAMED = (
    "markdown.extensions.toc",
    "material.extensions.emoji",
    "pymdownx.arithmatex",
    "pymdownx.emoji",
    "pymdownx.slugs",
    "pymdownx.superfences",
)
# What may be called with arguments; each makes what an option takes, and does nothing else.
_CALLED = frozenset(
    [
        "pymdownx.arithmatex.arithmatex_fenced_format",
        "pymdownx.arithmatex.arithmatex_inline_format",
        "pymdownx.slugs.slugify",
    ]
)
# Stands for a value that must not or cannot be made here.
UNKNOWN: Any = object()


def value_of_option(given: Any) -> Any:
    """An option's value; a name of Python's becomes what it names, where that is code we may run."""
    if isinstance(given, PythonName):
        try:
            return _imported(str(given), given.called, tuple(sorted(given.kwds.items())))
        except TypeError:  # Arguments that are lists or mappings themselves.
            return UNKNOWN
    if isinstance(given, Mapping):
        found = {key: value_of_option(value) for key, value in given.items()}
        return UNKNOWN if any(value is UNKNOWN for value in found.values()) else found
    if isinstance(given, list):
        entries = [value_of_option(value) for value in given]
        return UNKNOWN if any(value is UNKNOWN for value in entries) else entries
    return given


def told(given: Any) -> str:
    """Options as a text that is another one wherever they are others."""
    if isinstance(given, PythonName):
        return f"!{str(given)!r} {given.called} {told(given.kwds)}"
    if isinstance(given, Mapping):
        return f"{{{', '.join(f'{told(key)}: {told(value)}' for key, value in given.items())}}}"
    return f"[{', '.join(map(told, given))}]" if isinstance(given, list | tuple) else repr(given)


@lru_cache(maxsize=64)
def _imported(name: str, called: bool, kwds: tuple[tuple[str, Any], ...]) -> Any:
    module, _, attribute = name.rpartition(".")
    if module not in _NAMED or (called and name not in _CALLED):
        return UNKNOWN
    try:
        found: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
        # What a module has from elsewhere is not its own.
        if getattr(found, "__module__", None) != module:
            return UNKNOWN
        return found(**dict(kwds)) if called else found
    except (ImportError, AttributeError, TypeError):
        return UNKNOWN
