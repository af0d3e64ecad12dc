"""What mkdocs.yml says of the navigation and of how grave MkDocs is to take what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..base.positions import KeyPath, Position
from ..model.rules import ERROR, NOTICE, OFF
from ..model.rules.links import (
    LinkAbsolute,
    LinkAnchorMissing,
    LinkFileMissing,
    LinkForm,
    LinkPageMissing,
)
from ..model.rules.navigation import NavPageMissing, PageUnlisted, PageUnreachable
from ..model.site_settings import Nav

# What MkDocs calls it, and the rules of ours that tell of the same.
_CALLED = (
    ("links", "not_found", (LinkPageMissing, LinkFileMissing)),
    ("links", "anchors", (LinkAnchorMissing,)),
    ("links", "unrecognized_links", (LinkForm,)),
    ("nav", "not_found", (NavPageMissing,)),
)


def navigation(value: Any, begin: KeyPath, keys: Mapping[KeyPath, Position]) -> Nav:
    """The entries of a navigation, each with its place in mkdocs.yml.

    Args:
        value: what stands there.
        begin: the path to it.
        keys: the place of each path.
    """
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

    walk(value, begin)
    return tuple(found)


def sections(navs: Mapping[str, Any]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What stands in each section of navigations, by the titles of those at the top of each."""
    return {code: dict(_sections(nav)) for code, nav in navs.items()}


def _sections(nav: Any) -> Iterator[tuple[str, frozenset[str]]]:
    for group in nav if isinstance(nav, list) else []:
        for title, below in group.items() if isinstance(group, Mapping) else []:
            if not isinstance(below, str):
                yield str(title), frozenset(entry for entry, _ in navigation(below, (), {}))


def validation(config: Any, group: str, key: str) -> Any:
    """What MkDocs is told to make of something: validation.links.absolute_links, or as the default of both.

    Args:
        config: what stands under `validation`.
        group: links or nav.
        key: what is looked for.
    """
    if not isinstance(config, Mapping):
        return None
    own = config.get(group)
    return own[key] if isinstance(own, Mapping) and key in own else config.get(key)


def severities(config: Any) -> dict[str, str]:
    """How grave it is what MkDocs is told to warn of, or to let pass."""
    passing = {
        rule.rule_id: NOTICE
        for group, key, rules in _CALLED
        if validation(config, group, key) in ("info", "ignore")
        for rule in rules
    }
    # A strict build stops at what it is told to warn of.
    warned = {LinkAbsolute.rule_id: ERROR} if validation(config, "links", "absolute_links") == "warn" else {}
    omitted = validation(config, "nav", "omitted_files")
    if omitted == "warn":
        warned |= {PageUnlisted.rule_id: ERROR, PageUnreachable.rule_id: ERROR}
    elif omitted == "ignore":
        passing[PageUnlisted.rule_id] = OFF
    return passing | warned
