"""mkdocs.yml as a mapping: what it inherits, its environment variables, and where its keys stand."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ..base.positions import KeyPath, Position
from ..base.refusal import Refusal
from ..base.visible import visible
from ..base.yaml_values import LOADER
from ..model.document import Problem
from .yaml.front_matter import read_yaml

# What stand for the folders of the page that is looked at, of all pages and of the configuration.
PAGE_FOLDER, DOCS_FOLDER, CONFIG_FOLDER = "$page_dir", "$docs_dir", "$config_dir"
# So many configurations may inherit from one another.
_DEEPEST = 20
# A longer configuration is not read.
_LONGEST = 2_000_000


class SettingsError(Refusal):
    """The project's configuration cannot be used; the message says where and why.

    `problem` is there where the file is no good YAML, `path` is that file.
    """

    problem: Problem | None = None
    path: Path | None = None

    def __init__(self, message: str) -> None:
        """Keep the message in one line: a second could be a command to the service that runs this."""
        super().__init__(visible(message))


class _Loader(LOADER):
    """Reads mkdocs.yml; tags such as !ENV and !!python/name stand for plain values here."""


class PythonName(str):
    """What a tag of Python's names, such as pymdownx.slugs.slugify, with the arguments given to it.

    It is a name only: nothing is imported or called here.
    """

    called: bool
    kwds: Mapping[str, Any]

    def __new__(cls, name: str, called: bool, kwds: Mapping[str, Any]) -> PythonName:
        made = super().__new__(cls, name)
        made.called = called
        made.kwds = kwds
        return made

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, PythonName) and (self.called, self.kwds) == (other.called, other.kwds)
        return same and super().__eq__(other)

    __hash__ = str.__hash__


def _python_name(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    """!!python/name:a.b and !!python/object/apply:a.b {kwds: {…}}"""
    kwds: Any = {}
    if isinstance(node, yaml.MappingNode):
        given = loader.construct_mapping(node, deep=True)
        kwds = given.get("kwds") if isinstance(given.get("kwds"), Mapping) else {}
    kind, _, name = suffix.partition(":")
    return PythonName(name or suffix, kind.startswith("object"), kwds)


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


def _relative(loader: yaml.SafeLoader, node: yaml.Node) -> str:
    """!relative $docs_dir/parts, in whose place MkDocs puts the folder's path; alone it is the page's."""
    given = loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else ""
    return str(given or PAGE_FOLDER)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor("!", _ignore_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _python_name)


def read_configuration(path: Path, depth: int = 0) -> tuple[dict[str, Any], Mapping[KeyPath, Position]]:
    """A configuration with what it inherits, and the places of its own keys."""
    try:
        found = read_yaml(_text(path), loader=_Loader, references=True)
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file") from None
    except (ValueError, OSError) as error:  # Bytes that are not UTF-8, a name with a sign that none may have.
        raise SettingsError(f"{path}: {error}") from None
    config = found.value
    for problem in found.problems:
        values = problem.broken.values
        detail = values.get("detail")
        # MkDocs takes the last of two; only who signed the handbook's conventions is held to more.
        if detail or _is_signed(config):
            reason = detail or f"the key {values.get('key')} stands twice"
            broken = SettingsError(f"{path}:{problem.position.line}: {reason}")
            broken.problem, broken.path = problem, path
            raise broken
    if not isinstance(config, dict):
        raise SettingsError(f"{path}: not a mapping of settings")
    parent = config.pop("INHERIT", None)
    if isinstance(parent, str):
        if depth == _DEEPEST:
            raise SettingsError(f"{path}: INHERIT goes round in a circle")
        config = _merged(read_configuration(path.parent / parent, depth + 1)[0], config)
    return config, found.keys


def _text(path: Path) -> str:
    """The text of a configuration; of a device or a pipe nobody knows whether it ever ends."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise SettingsError(f"{path}: not a file")
    if status.st_size > _LONGEST:
        raise SettingsError(f"{path}: longer than {_LONGEST // 1000} kB")
    return path.read_text("utf-8-sig")


def _is_signed(config: Any) -> bool:
    extra = config.get("extra") if isinstance(config, dict) else None
    return isinstance(extra, dict) and isinstance(extra.get("handbook"), dict)


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
