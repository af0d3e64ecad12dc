"""Which language a file belongs to, and its path there, as mkdocs-static-i18n decides it."""

from __future__ import annotations

import posixpath
import re

from .project import Settings

# MkDocs makes pages of files with these endings.
PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What static-i18n takes for a language although the configuration does not name it.
_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")


def place(path: str, settings: Settings) -> tuple[str | None, str]:
    """The locale of a file, None where all languages share it, and its path there.

    The locale may be one that the site does not build; README.md counts as index.md.

    Args:
        path: relative to the docs folder.
        settings: the languages and how they are laid out.
    """
    if not settings.languages:
        locale, slug = None, path
    else:
        locale, slug = _suffixed(path, settings) if settings.layout.suffix else _foldered(path, settings)
    folder, name = posixpath.split(slug)
    return locale, posixpath.join(folder, "index.md") if name == "README.md" else slug


def path_in(language: str, slug: str, settings: Settings) -> str:
    """The file that a language's version of a page has or would have: the inverse of `place`."""
    is_default = language == settings.default_language
    if settings.layout.suffix:
        stem, ending = posixpath.splitext(slug)
        return slug if is_default else f"{stem}.{language}{ending}"
    return slug if is_default and settings.layout.default_at_root else f"{language}/{slug}"


def is_built(path: str, settings: Settings) -> bool:
    """Whether a file has a place on the site: it belongs to a language that is built, or to all."""
    if settings.layout.shared_everywhere and not path.endswith(PAGE_ENDINGS):
        return True
    locale, _ = place(path, settings)
    return locale is None or locale in settings.languages


def _foldered(path: str, settings: Settings) -> tuple[str | None, str]:
    first, _, rest = path.partition("/")
    if rest and (first in settings.languages or first in settings.layout.not_built or _is_locale(first)):
        return first, rest
    return (settings.default_language if settings.layout.default_at_root else None), path


def _suffixed(path: str, settings: Settings) -> tuple[str | None, str]:
    stem, ending = posixpath.splitext(path)
    bare, dot, code = stem.rpartition(".")
    named = code in settings.languages or code in settings.layout.not_built or _is_locale(code)
    if dot and bare and not bare.endswith("/") and named:
        return code, bare + ending
    return settings.default_language, path


def _is_locale(name: str) -> bool:
    return _LOCALE.fullmatch(name) is not None
