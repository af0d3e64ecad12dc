"""What mkdocs.yml says that the checks need, read without MkDocs.

The handbook's own settings stand under `extra.handbook`: `cards`, `sources` and `local_rules` name
folders, `prefix_all_languages` says that the default language has a prefix too, `severities` maps a
rule to error, warning, notice or off, `dictionaries` a language to one of hunspell's dictionaries, as
in {en: en_US}.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ..base.positions import KeyPath, Position
from ..base.yaml_values import LOADER
from ..model.document import Syntax
from ..model.project import Settings
from ..model.rules import RULES, SEVERITIES
from .yaml.front_matter import read_yaml

# The mark that opens a box, and the extensions that know it.
_BOXES = (
    ("!!!", ("admonition",)),
    ("???", ("pymdownx.details",)),
    ("===", ("pymdownx.tabbed",)),
)


# So many configurations may inherit from one another.
_DEEPEST = 20


class SettingsError(Exception):
    """The project's configuration cannot be used; the message says where and why."""


class _Loader(LOADER):  # type: ignore[valid-type, misc]
    """Reads mkdocs.yml; tags such as !ENV and !!python/name stand for plain values here."""


def _ignore_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return suffix if suffix else loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        # !ENV [NAME, default]: the last entry is the default.
        entries = loader.construct_sequence(node, deep=True)
        return entries[-1] if entries else None
    return suffix


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node, deep=True) or [None]
        return next((os.environ[name] for name in names if name in os.environ), default)
    return os.environ.get(str(loader.construct_scalar(node)))  # type: ignore[arg-type]


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("!", _ignore_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore_tag)


def read_settings(root: Path) -> Settings:
    """Read a project's mkdocs.yml.

    Args:
        root: the folder that holds it.

    Raises:
        SettingsError: there is no mkdocs.yml, it cannot be read, it does not say which folder holds
            the pages, or its languages do not stand in folders.
    """
    path = root / "mkdocs.yml"
    config, keys = _config(path, 0)
    extra = config.get("extra")
    own = extra.get("handbook") if isinstance(extra, Mapping) else None
    own = own if isinstance(own, Mapping) else {}
    folders = {name: _folder(path, own, name) for name in ("cards", "sources", "local_rules")}
    docs_dir = str(config.get("docs_dir") or "docs")
    if not (root / docs_dir).is_dir():
        raise SettingsError(f"{path}: docs_dir {docs_dir!r} is not a folder")
    severities = _severities(path, own.get("severities"))
    languages = _languages(path, config.get("plugins"))
    default = next((code for code, is_default in languages if is_default), None)
    return Settings(
        root=str(root),
        docs_dir=docs_dir,
        site_url=config["site_url"] if isinstance(config.get("site_url"), str) else None,
        prefix_all=own.get("prefix_all_languages") is True,
        use_directory_urls=config.get("use_directory_urls") is not False,
        nav=_nav(config.get("nav"), keys),
        excluded=_patterns(config.get("exclude_docs")) + _patterns(config.get("draft_docs")),
        not_in_nav=_patterns(config.get("not_in_nav")),
        syntax=_syntax(config.get("markdown_extensions")),
        extensions=tuple(_extensions(config.get("markdown_extensions"))),
        macros=_has_plugin(config.get("plugins"), "macros"),
        languages=tuple(code for code, _ in languages),
        default_language=default or (languages[0][0] if languages else None),
        **folders,
        severities=severities,
        dictionaries=_dictionaries(own.get("dictionaries")),
        search=_search(path, own.get("search")),
        report_uri_template=_text(own.get("report_uri_template")),
    )


def _config(path: Path, depth: int) -> tuple[dict[str, Any], Mapping[KeyPath, Position]]:
    """A configuration with what it inherits, and the places of its own keys."""
    try:
        found = read_yaml(path.read_text("utf-8-sig"), loader=_Loader)
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file") from None
    except (UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None
    for problem in found.problems:
        values = problem.broken.values
        reason = values.get("detail") or f"the key {values.get('key')} stands twice"
        raise SettingsError(f"{path}:{problem.position.line}: {reason}")
    config = found.value
    if not isinstance(config, dict):
        raise SettingsError(f"{path}: not a mapping of settings")
    parent = config.pop("INHERIT", None)
    if isinstance(parent, str):
        if depth == _DEEPEST:
            raise SettingsError(f"{path}: INHERIT goes round in a circle")
        config = _merged(_config(path.parent / parent, depth + 1)[0], config)
    return config, found.keys


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """As MkDocs merges them: mappings key by key, all else is replaced."""
    merged = dict(parent)
    for key, value in child.items():
        above = merged.get(key)
        if isinstance(above, dict) and isinstance(value, dict):
            merged[key] = _merged(above, value)
        else:
            merged[key] = value
    return merged


def _folder(path: Path, own: Mapping[str, Any], name: str) -> str | None:
    value = own.get(name)
    if value is not None and not isinstance(value, str):
        raise SettingsError(f"{path}: extra.handbook.{name}: {value!r} is not the name of a folder")
    return value


def _nav(value: Any, keys: Mapping[KeyPath, Position]) -> tuple[tuple[str, Position], ...] | None:
    """The pages the navigation names, each with its place in mkdocs.yml; None: there is no nav."""
    if value is None:
        return None
    found: list[tuple[str, Position]] = []

    def walk(part: Any, path: KeyPath) -> None:
        if isinstance(part, str):
            found.append((part, keys.get(path, Position(1))))
        elif isinstance(part, list):
            for index, entry in enumerate(part):
                walk(entry, (*path, index))
        elif isinstance(part, Mapping):
            for name, entry in part.items():
                walk(entry, (*path, str(name)))

    walk(value, ("nav",))
    return tuple(found)


def _patterns(value: Any) -> tuple[str, ...]:
    """The lines of a .gitignore-like setting."""
    return tuple(line for line in value.splitlines() if line.strip()) if isinstance(value, str) else ()


def _extensions(value: Any) -> Mapping[str, Mapping[str, Any]]:
    """The Markdown extensions by name, each with its options."""
    options: dict[str, Mapping[str, Any]] = {}
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, str):
            options[entry] = {}
        elif isinstance(entry, Mapping):
            options.update({str(k): v if isinstance(v, Mapping) else {} for k, v in entry.items()})
    if isinstance(value, Mapping):
        options = {str(k): v if isinstance(v, Mapping) else {} for k, v in value.items()}
    return options


def _has_plugin(plugins: Any, name: str) -> bool:
    """Whether a plugin is on; a list holds names and mappings of a name to its options."""
    if isinstance(plugins, Mapping):
        return name in plugins
    listed = plugins if isinstance(plugins, list) else []
    return any(entry == name or (isinstance(entry, Mapping) and name in entry) for entry in listed)


def _syntax(value: Any) -> Syntax:
    """The Markdown extensions that change how pages are read."""
    options = _extensions(value)

    def on(*names: str) -> bool:
        return any(f"{prefix}{name}" in options for name in names for prefix in ("", "markdown.extensions."))

    toc = options.get("toc") or options.get("markdown.extensions.toc") or {}
    slugify = str(toc.get("slugify") or "")
    return Syntax(
        attr_list=on("attr_list", "extra", "pymdownx.extra"),
        footnotes=on("footnotes", "extra", "pymdownx.extra"),
        md_in_html=on("md_in_html", "extra", "pymdownx.extra"),
        magiclink=on("pymdownx.magiclink"),
        boxes=tuple(mark for mark, names in _BOXES if on(*names)),
        unicode_slugs="unicode" in slugify or "pymdownx.slugs" in slugify,
        separator=str(toc.get("separator") or "-"),
    )


def _languages(path: Path, plugins: Any) -> list[tuple[str, bool]]:
    """The languages and which of them is the default one; none where there is only one language."""
    entries: list[Any] = []
    if isinstance(plugins, Mapping):
        entries = [{name: options} for name, options in plugins.items()]
    elif isinstance(plugins, list):
        entries = plugins
    for entry in entries:
        options = entry.get("i18n") if isinstance(entry, Mapping) else None
        if entry != "i18n" and options is None and not (isinstance(entry, Mapping) and "i18n" in entry):
            continue
        options = options if isinstance(options, Mapping) else {}
        # static-i18n's own default is suffix.
        if options.get("docs_structure", "suffix") != "folder":
            raise SettingsError(
                f"{path}: the plugin i18n needs docs_structure: folder, a folder for each language; "
                "pages with the language in their name (page.en.md) cannot be checked"
            )
        listed = options.get("languages")
        found = [
            (str(item["locale"]), bool(item.get("default")))
            for item in (listed if isinstance(listed, list) else [])
            if isinstance(item, Mapping) and "locale" in item
        ]
        if not found:
            raise SettingsError(f"{path}: the plugin i18n names no languages, each with its locale")
        return found
    raise SettingsError(
        f"{path}: there is no plugin i18n (mkdocs-static-i18n), so the folders of the languages are not known"
    )


def _dictionaries(value: Any) -> Mapping[str, str]:
    given = value if isinstance(value, Mapping) else {}
    return {str(code): name for code, name in given.items() if isinstance(name, str)}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _search(path: Path, value: Any) -> Mapping[str, tuple[float, float]]:
    """What the pages of a section weigh in the search: a number, or two, see `Settings.search`."""
    found = {}
    for section, weight in (value if isinstance(value, Mapping) else {}).items():
        both = weight if isinstance(weight, list) else [weight, weight]
        if len(both) != 2 or not all(isinstance(one, int | float) and one > 0 for one in both):
            raise SettingsError(
                f"{path}: extra.handbook.search: {section}: {weight!r}; write a number, or two in brackets: "
                "the weight, and the weight for who asks from a page of this section"
            )
        found[str(section)] = (float(both[0]), float(both[1]))
    return found


def _severities(path: Path, value: Any) -> Mapping[str, str]:
    given = value if isinstance(value, Mapping) else {}
    for rule, severity in given.items():
        # YAML 1.1 reads a bare off as false.
        if rule not in RULES:
            raise SettingsError(f"{path}: extra.handbook.severities: there is no rule {rule!r}")
        if severity is not False and severity not in SEVERITIES:
            raise SettingsError(f"{path}: extra.handbook.severities: {rule}: {severity!r}")
    return {rule: "off" if severity is False else severity for rule, severity in given.items()}
