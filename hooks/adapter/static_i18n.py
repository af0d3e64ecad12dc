"""What the adapters use of mkdocs-static-i18n, typed and asserted in one place."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, MutableMapping
from importlib import import_module
from typing import Any, Protocol, cast

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

_PLUGIN = "mkdocs_static_i18n.plugin"
_CLEAN_DIRECTORY = utils.clean_directory


class StaticI18n(Protocol):
    """The plugin's state. `building` is true within its nested builds, that is for every language but
    the default one, which is built first; `current_language` is the one of this pass."""

    building: bool
    current_language: str
    default_language: str
    all_languages: list[str]


class TranslatedFile(Protocol):
    """A page's file after the plugin's on_files: its language and its versions by language."""

    locale: str
    alternates: MutableMapping[str, File]


def static_i18n(config: MkDocsConfig) -> StaticI18n:
    """The plugin of this site.

    Raises:
        PluginError: it is not configured, or no longer has the attributes that are used here.
    """
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise PluginError("mkdocs.yml: the handbook needs the plugin i18n (mkdocs-static-i18n)")
    for name in ("building", "current_language", "default_language", "all_languages"):
        if not hasattr(plugin, name):
            raise PluginError(
                f"mkdocs-static-i18n no longer has {name!r}: adapt hooks/adapter/static_i18n.py, "
                "or go back to 1.3.1"
            )
    return cast("StaticI18n", plugin)


def alone(config: MkDocsConfig) -> bool:
    """Whether nobody but the plugin and the handbook's hook has a say: others may read or keep anything."""
    return len(config.hooks) == 1 and set(config.plugins) == {"i18n", *config.hooks}


def languages_built(config: MkDocsConfig) -> list[str]:
    """The languages that the plugin builds, in its order."""
    return list(cast("Any", config.plugins["i18n"]).build_languages)


def falls_back(config: MkDocsConfig) -> bool:
    """Whether pages that a language does not have are shown in the default one."""
    return bool(cast("Any", config.plugins["i18n"]).config.fallback_to_default)


def build_otherwise(other: Callable[..., None]) -> Callable[[], None] | None:
    """Have the plugin call something else where it builds another language than the first.

    Returns:
        What has it build as before; None where it no longer calls MkDocs' own, and builds as it likes.
    """
    names = vars(import_module(_PLUGIN))
    if names.get("build") is not build:
        return None
    names["build"] = other
    return lambda: names.update(build=build)


def put_back() -> None:
    """Put back what the plugin changes of MkDocs while it builds languages, and leaves where that fails."""
    utils.clean_directory = _CLEAN_DIRECTORY
    logger = logging.getLogger("mkdocs.commands.build")
    for added in [known for known in logger.filters if type(known).__name__ == "I18nLoggingFilter"]:
        logger.removeFilter(added)


def translated(file: File) -> TranslatedFile:
    """A file as the plugin has marked it.

    Raises:
        PluginError: the plugin has not marked it.
    """
    if not hasattr(file, "alternates") or not hasattr(file, "locale"):
        raise PluginError(
            f"{file.src_uri}: mkdocs-static-i18n no longer gives a page its alternates: "
            "adapt hooks/adapter/static_i18n.py, or go back to 1.3.1"
        )
    return cast("TranslatedFile", file)


def put_under(file: File, prefix: str, config: MkDocsConfig) -> None:
    """Move a file of the default language, which the plugin leaves at the root, below its own prefix."""
    if not file.dest_uri.startswith(f"{prefix}/"):
        file.dest_uri = f"{prefix}/{file.dest_uri}"
        file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))
        file.url = file._get_url(config.use_directory_urls)
