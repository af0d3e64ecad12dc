"""What mkdocs.yml says that the checks need, read without MkDocs.

The handbook's own settings stand under `extra.handbook`: `cards`, `sources` and `local_rules` name
folders, `prefix_all_languages` says that the default language has a prefix too, `severities` maps a
rule to error, warning, notice or off, `dictionaries` a language to one of hunspell's dictionaries, as
in {en: en_US}, `frame_ancestors` which sites may show the handbook in a frame.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..model.project import Layout, Settings
from ..model.rules import NOTICE, RULES, SEVERITIES
from ..model.rules.links import LinkFileMissing, LinkPageMissing
from ..model.rules.navigation import NavPageMissing
from ..model.site_settings import FROM_DOCS
from .configuration import CONFIG_FOLDER, DOCS_FOLDER, read_configuration
from .configuration import SettingsError as SettingsError  # Whoever reads settings needs it, too.
from .extension_options import extensions, syntax
from .inputs import CONFIGS
from .plugin_options import (
    I18n,
    brought_paths,
    hook_names,
    i18n_options,
    page_changers,
    plugin_names,
    writers,
)
from .setting_values import directory_urls, is_inside, patterns, shortened, text_or_none, theme_name
from .site_navigation import navigation, sections, severities, validation

# A scheme, a host and perhaps a port, as browsers compare them: https://helpdesk.example.com:8443.
_ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[1-9]\d{0,4})?")

# As static-i18n takes them: pl, pt-BR, zh-Hant.
_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:[-_][A-Z]{2})?")
# The name of a dictionary, as hunspell has it.
_DICTIONARY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
# What may be there when the site is built.
_MISSING = (LinkPageMissing, LinkFileMissing, NavPageMissing)


def read_settings(root: Path, file: str | None = None) -> Settings:
    """Read a project's configuration.

    Args:
        root: the folder that holds it.
        file: its name; else mkdocs.yml or mkdocs.yaml, as MkDocs looks for them.

    Raises:
        SettingsError: there is none, it cannot be read, it does not say which folder holds the pages,
            or it names no languages though it has several.
    """
    path = root / (file or next((name for name in CONFIGS if (root / name).is_file()), CONFIGS[0]))
    config, keys = read_configuration(path)
    extra = config.get("extra")
    own = extra.get("handbook") if isinstance(extra, Mapping) else None
    docs_dir, docs = _docs(path, root, config)
    i18n = i18n_options(path, config.get("plugins"))
    plugins, hooks = plugin_names(config.get("plugins")), hook_names(config.get("hooks"))
    bringing = () if isinstance(own, Mapping) else writers(path.parent, plugins, hooks)
    markdown = extensions(config.get("markdown_extensions"), _folders(path, docs))
    settings = Settings(
        root=str(root),
        config=os.path.relpath(path, root).replace(os.sep, "/"),
        docs_dir=docs_dir,
        theme=theme_name(config.get("theme")),
        custom_dir=_custom_dir(path, root, config.get("theme")),
        site_url=config["site_url"] if isinstance(config.get("site_url"), str) else None,
        use_directory_urls=directory_urls(config, plugins),
        nav=navigation(config["nav"], ("nav",), keys) if config.get("nav") is not None else None,
        navs={code: navigation(*own_nav, keys) for code, own_nav in i18n.navs.items()},
        nav_sections=sections({"": config.get("nav"), **i18n.plain_navs}),
        excluded=patterns(path, config, "exclude_docs") + patterns(path, config, "draft_docs"),
        not_in_nav=patterns(path, config, "not_in_nav"),
        syntax=syntax(markdown, meta_lines=not isinstance(own, Mapping)),
        languages=i18n.built,
        default_language=i18n.default,
        layout=_layout(i18n, docs),
        handbook=isinstance(own, Mapping),
        markdown=markdown,
        plugins=plugins,
        hooks=hooks,
        writers=bringing,
        brought=brought_paths(config.get("plugins")),
        changers={} if isinstance(own, Mapping) else page_changers(path.parent, hooks),
        absolute_from_docs=validation(config.get("validation"), "links", "absolute_links") == FROM_DOCS,
        nav_absolute=text_or_none(validation(config.get("validation"), "nav", "absolute_links")),
        severities=_severities_here(config, bringing),
    )
    site_dir = str(config.get("site_dir") or "site")
    return _with_handbook(path, settings, own, site_dir) if isinstance(own, Mapping) else settings


def _docs(path: Path, root: Path, config: Mapping[str, Any]) -> tuple[str, Path]:
    """The folder of the pages, by its name from the project's root and as it is."""
    docs_dir = posixpath.normpath(str(config.get("docs_dir") or "docs"))
    docs = path.parent / docs_dir
    if not docs.is_dir():
        raise SettingsError(f"{path}: docs_dir {shortened(docs_dir)} is not a folder")
    return docs_dir if path.parent == root else os.path.relpath(docs, root).replace(os.sep, "/"), docs


def _folders(path: Path, docs: Path) -> Mapping[str, str]:
    """The folders that may be named by what stands for them."""
    return {DOCS_FOLDER: str(docs.absolute()), CONFIG_FOLDER: str(path.parent.absolute())}


def _layout(i18n: I18n, docs: Path) -> Layout:
    """How the languages lie in the folder of the pages."""
    return Layout(
        suffix=i18n.suffix,
        fallback=i18n.fallback,
        default_at_root=not (i18n.suffix or i18n.default is None or (docs / i18n.default).is_dir()),
        not_built=i18n.not_built,
    )


def _with_handbook(path: Path, settings: Settings, own: Mapping[str, Any], site_dir: str) -> Settings:
    """The settings with what stands under `extra.handbook`."""
    prefix_all = own.get("prefix_all_languages") is True
    found = replace(
        settings,
        prefix_all=prefix_all,
        layout=replace(settings.layout, shared_everywhere=prefix_all),
        cards=_folder(path, own, "cards"),
        sources=_folder(path, own, "sources"),
        local_rules=_folder(path, own, "local_rules"),
        severities={**settings.severities, **_severities(path, own.get("severities"))},
        dictionaries=_dictionaries(path, own.get("dictionaries")),
        search=_search(path, own.get("search")),
        report_uri_template=text_or_none(own.get("report_uri_template")),
        frame_ancestors=_origins(path, own.get("frame_ancestors")),
        release_uri_template=text_or_none(own.get("release_uri_template")),
    )
    for name, folder in (("docs_dir", found.docs_dir), ("theme.custom_dir", found.custom_dir)):
        if folder is not None and not is_inside(folder):
            raise SettingsError(f"{path}: {name}: {folder!r} is not the name of a folder of the project")
    _look_at_target(path, found, site_dir)
    for code in found.languages:
        if not _LOCALE.fullmatch(code):
            raise SettingsError(
                f"{path}: the plugin i18n names {shortened(code)}, which is not the code of a language"
            )
    if not found.languages:
        raise SettingsError(
            f"{path}: there is no plugin i18n (mkdocs-static-i18n), "
            "so the folders of the languages are not known"
        )
    return found


def _look_at_target(path: Path, settings: Settings, site_dir: str) -> None:
    """Raise where the site would be written over something else: a build begins with emptying its folder."""
    named = (settings.docs_dir, settings.custom_dir, settings.sources, settings.local_rules)
    taken = {posixpath.normpath(name).split("/")[0] for name in (*named, *settings.hooks) if name}
    first = ""
    if is_inside(site_dir):
        # Where it is a link, what that leads to is emptied.
        there = os.path.relpath(os.path.realpath(path.parent / site_dir), os.path.realpath(path.parent))
        first = there.replace(os.sep, "/").split("/")[0]
    if not first or first in taken or first.startswith("."):
        raise SettingsError(f"{path}: site_dir: {shortened(site_dir)} is not a folder for the site alone")


def _custom_dir(path: Path, root: Path, theme: Any) -> str | None:
    """The folder, from the project's root, whose files a theme puts beside the site's own."""
    given = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    if not isinstance(given, str):
        return None
    folder = path.parent / given
    return os.path.relpath(folder, root).replace(os.sep, "/") if folder.is_dir() else None


def _folder(path: Path, own: Mapping[str, Any], name: str) -> str | None:
    value = own.get(name)
    if value is not None and not (isinstance(value, str) and is_inside(value)):
        raise SettingsError(
            f"{path}: extra.handbook.{name}: {shortened(value)} is not the name of a folder of the project"
        )
    return value


def _dictionaries(path: Path, value: Any) -> Mapping[str, str]:
    given = value if isinstance(value, Mapping) else {}
    for code, name in given.items():
        # Hunspell would take the path of any file.
        if not isinstance(name, str) or not _DICTIONARY.fullmatch(name):
            raise SettingsError(
                f"{path}: extra.handbook.dictionaries: {code}: {shortened(name)} is not the name of a "
                "dictionary, such as en_US"
            )
    return {str(code): name for code, name in given.items()}


def _origins(path: Path, value: Any) -> tuple[str, ...]:
    """The sites that may show the handbook in a frame: a list, or their origins with spaces between."""
    given = value.split() if isinstance(value, str) else [] if value is None else value
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, str) or not _ORIGIN.fullmatch(one):
            raise SettingsError(
                f"{path}: extra.handbook.frame_ancestors: {shortened(one)}; write each site's origin alone, "
                "as browsers do: https://helpdesk.example.com, in small letters, without a path, a slash at "
                "its end or a star"
            )
    return tuple(dict.fromkeys(given))


def _search(path: Path, value: Any) -> Mapping[str, tuple[float, float]]:
    """What the pages of a section weigh in the search: a number, or two, see `Settings.search`."""
    found = {}
    for section, weight in (value if isinstance(value, Mapping) else {}).items():
        both = weight if isinstance(weight, list) else [weight, weight]
        if len(both) != 2 or not all(isinstance(one, int | float) and one > 0 for one in both):
            raise SettingsError(
                f"{path}: extra.handbook.search: {section}: {shortened(weight)}; write a number, or two in "
                "brackets: the weight, and the weight for who asks from a page of this section"
            )
        found[str(section)] = (float(both[0]), float(both[1]))
    return found


def _severities_here(config: Mapping[str, Any], bringing: tuple[str, ...]) -> Mapping[str, str]:
    """How grave it is what other settings of the site have a say in."""
    found = severities(config.get("validation"))
    if bringing:  # What is missing now may be there then.
        found |= {rule.rule_id: NOTICE for rule in _MISSING}
    return found


def _severities(path: Path, value: Any) -> Mapping[str, str]:
    given = value if isinstance(value, Mapping) else {}
    for rule, severity in given.items():
        # YAML 1.1 reads a bare off as false.
        if rule not in RULES:
            raise SettingsError(f"{path}: extra.handbook.severities: there is no rule {rule!r}")
        if severity is not False and severity not in SEVERITIES:
            raise SettingsError(f"{path}: extra.handbook.severities: {rule}: {shortened(severity)}")
    return {rule: "off" if severity is False else severity for rule, severity in given.items()}
