"""What mkdocs.yml says that the checks need, read without MkDocs.

The handbook's own settings stand under `extra.handbook`: `cards`, `sources` and `local_rules` name
folders, `severities` maps a rule to error, warning, notice or off.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .model import Settings
from .rules import RULES, SEVERITIES


class SettingsError(Exception):
    """The project's configuration cannot be used; the message says where and why."""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; tags such as !ENV and !!python/name stand for plain values here."""


def _ignore_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        # !ENV [NAME, default]: the last entry is the default.
        entries = loader.construct_sequence(node, deep=True)
        return entries[-1] if entries else None
    return None


_Loader.add_multi_constructor("!", _ignore_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore_tag)


def read_settings(root: Path) -> Settings:
    """Read a project's mkdocs.yml.

    Args:
        root: the folder that holds it.

    Raises:
        SettingsError: there is no mkdocs.yml, it cannot be read, or it does not say which
            folder holds the pages.
    """
    path = root / "mkdocs.yml"
    try:
        config = yaml.load(path.read_text("utf-8-sig"), _Loader)
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None
    if not isinstance(config, dict):
        raise SettingsError(f"{path}: not a mapping of settings")
    languages = _languages(config.get("plugins"))
    extra = config.get("extra")
    own = extra.get("handbook") if isinstance(extra, Mapping) else None
    own = own if isinstance(own, Mapping) else {}
    docs_dir = str(config.get("docs_dir", "docs"))
    if not (root / docs_dir).is_dir():
        raise SettingsError(f"{path}: docs_dir {docs_dir!r} is not a folder")
    default = next((code for code, is_default in languages if is_default), None)
    return Settings(
        root=str(root),
        docs_dir=docs_dir,
        languages=tuple(code for code, _ in languages),
        default_language=default or (languages[0][0] if languages else None),
        cards=own.get("cards"),
        sources=own.get("sources"),
        local_rules=own.get("local_rules"),
        severities=_severities(path, own.get("severities")),
    )


def _languages(plugins: Any) -> list[tuple[str, bool]]:
    entries: list[Any] = []
    if isinstance(plugins, Mapping):
        entries = [{name: options} for name, options in plugins.items()]
    elif isinstance(plugins, list):
        entries = plugins
    for entry in entries:
        options = entry.get("i18n") if isinstance(entry, Mapping) else None
        if isinstance(options, Mapping) and options.get("docs_structure") == "folder":
            found = options.get("languages")
            return [
                (str(item["locale"]), bool(item.get("default")))
                for item in (found if isinstance(found, list) else [])
                if isinstance(item, Mapping) and "locale" in item
            ]
    return []


def _severities(path: Path, value: Any) -> Mapping[str, str]:
    given = value if isinstance(value, Mapping) else {}
    for rule, severity in given.items():
        # YAML 1.1 reads a bare off as false.
        if rule not in RULES:
            raise SettingsError(f"{path}: extra.handbook.severities: there is no rule {rule!r}")
        if severity is not False and severity not in SEVERITIES:
            raise SettingsError(f"{path}: extra.handbook.severities: {rule}: {severity!r}")
    return {rule: "off" if severity is False else severity for rule, severity in given.items()}
