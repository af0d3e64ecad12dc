"""What mkdocs.yml says of its plugins, mkdocs-static-i18n above all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..base.positions import KeyPath
from .configuration import SettingsError

# Plugins that bring pages and files which stand nowhere before the build.
_WRITERS = frozenset(
    ["api-autonav", "coverage", "gen-files", "mkdoxy", "monorepo", "multirepo", "same-dir", "simple"]
)
# The options of Material's blog that say where it puts the pages it makes, and what they are else.
_BLOG_PAGES = {
    "archive_url_format": "archive/{date}",
    "categories_url_format": "category/{slug}",
    "authors_profiles_url_format": "author/{slug}",
    "pagination_url_format": "page/{page}",
}
# What a hook does so with, and the events at which it comes early enough.
_WRITES = re.compile(r"\b(?:write_text|write_bytes|generated|copy\w*)\(|\bopen\([^\n]*[\"'][wax]b?[\"']")
# A hook that changes pages, and what it gives ids with: id="x", {#x}, { #x }, attrib["id"]
_CHANGES_PAGES = re.compile(r"^def on_page_(?:read_source|markdown|content)\b", re.MULTILINE)
_GIVES_IDS = re.compile(r"\bid=|\{:?[ ]*#|[\"']id[\"']")
_EARLY = re.compile(r"^def on_(?:startup|config|pre_build|files)\b", re.MULTILINE)


@dataclass(frozen=True)
class I18n:
    """The options of static-i18n that say which file is served where."""

    built: tuple[str, ...]
    default: str | None
    suffix: bool
    fallback: bool
    not_built: frozenset[str]
    # The navigation of a language that has one of its own, and the path to it in the configuration.
    navs: Mapping[str, tuple[Any, KeyPath]]

    @property
    def plain_navs(self) -> Mapping[str, Any]:
        """The same without their places."""
        return {code: nav for code, (nav, _) in self.navs.items()}


# A site without static-i18n: one build, of no language in particular.
_ONE = I18n(built=(), default=None, suffix=False, fallback=False, not_built=frozenset(), navs={})


def i18n_options(path: Path, plugins: Any) -> I18n:
    """The options of static-i18n, or what stands for them where it is not on.

    Args:
        path: the configuration's file.
        plugins: what stands there under `plugins`.

    Raises:
        SettingsError: it names no languages.
    """
    options = _options(plugins, "i18n")
    if options is None:
        return _ONE
    listed = options.get("languages")
    found: dict[str, Mapping[str, Any]] = {
        str(item["locale"]): item
        for item in (listed if isinstance(listed, list) else [])
        # "null" is a link in the language switch, no language; YAML may read it as nothing.
        if isinstance(item, Mapping) and str(item.get("locale")).lower() not in ("none", "null")
    }
    only = options.get("build_only_locale")
    if only is not None:
        built = [code for code in found if code == only]
    else:
        built = [code for code, item in found.items() if item.get("build") is not False]
    if not built:
        raise SettingsError(f"{path}: the plugin i18n names no languages, each with its locale")
    default = next((code for code in built if found[code].get("default") is True or code == only), built[0])
    return I18n(
        built=tuple(built),
        default=default,
        suffix=options.get("docs_structure", "suffix") != "folder",
        fallback=options.get("fallback_to_default") is not False,
        not_built=frozenset(found) - frozenset(built),
        navs=dict(_navs(plugins, built)),
    )


def _navs(plugins: Any, built: Iterable[str]) -> Iterator[tuple[str, tuple[Any, KeyPath]]]:
    """The languages with a navigation of their own."""
    path: KeyPath = ("plugins", "i18n")
    if isinstance(plugins, list):
        at = next(n for n, one in enumerate(plugins) if isinstance(one, Mapping) and _options([one], "i18n"))
        path = ("plugins", at, "i18n")
    options = _options(plugins, "i18n") or {}
    for number, item in enumerate(options["languages"]):
        if isinstance(item, Mapping) and str(item.get("locale")) in built and item.get("nav") is not None:
            yield str(item["locale"]), (item["nav"], (*path, "languages", number, "nav"))


def _options(plugins: Any, name: str) -> Mapping[str, Any] | None:
    """The options of a plugin; None where it is not on."""
    return next((given for one, given in _entries(plugins) if one == name), None)


def plugin_names(plugins: Any) -> frozenset[str]:
    """The plugins that are on; Material's own by their names alone."""
    return frozenset(name for name, _ in _entries(plugins))


def brought_paths(plugins: Any) -> tuple[str, ...]:
    """How the paths of pages begin that a plugin makes during the build: a blog's index and archives."""
    found: list[str] = []
    for name, given in _entries(plugins):
        if name == "blog":
            folder = "" if given.get("blog_dir") == "." else f"{given.get('blog_dir') or 'blog'}/"
            formats = (str(given.get(key) or usual) for key, usual in _BLOG_PAGES.items())
            found += [f"{folder}index.md", *(f"{folder}{one.partition('/')[0]}/" for one in formats)]
    return tuple(found)


def _entries(plugins: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each plugin that is on, with its options."""
    listed = [{key: value} for key, value in plugins.items()] if isinstance(plugins, Mapping) else plugins
    for entry in listed if isinstance(listed, list) else []:
        for name, given in entry.items() if isinstance(entry, Mapping) else [(entry, None)]:
            options = given if isinstance(given, Mapping) else {}
            if options.get("enabled") is not False:
                yield str(name).removeprefix("material/"), options


def hook_names(hooks: Any) -> tuple[str, ...]:
    return tuple(str(name) for name in hooks) if isinstance(hooks, list) else ()


def writers(root: Path, plugins: Iterable[str], hooks: Iterable[str]) -> tuple[str, ...]:
    """The plugins and hooks that may bring pages and files of their own.

    Args:
        root: the folder that the hooks' paths begin at.
        plugins: those that are on.
        hooks: the files of the hooks, which are looked through and not run.
    """
    return (*sorted(_WRITERS.intersection(plugins)), *(name for name in hooks if _is_writer(root / name)))


def page_changers(root: Path, hooks: Iterable[str]) -> Mapping[str, bool]:
    """The hooks that change pages, and whether they may give them ids; they are not run either."""
    texts = {name: _text_of(root / name) for name in hooks}
    return {
        name: _GIVES_IDS.search(text) is not None
        for name, text in texts.items()
        if _CHANGES_PAGES.search(text)
    }


def _is_writer(hook: Path) -> bool:
    text = _text_of(hook)
    return _WRITES.search(text) is not None and _EARLY.search(text) is not None


def _text_of(hook: Path) -> str:
    try:
        return hook.read_text("utf8", errors="replace")
    except OSError:
        return ""  # MkDocs says that it is not there.
