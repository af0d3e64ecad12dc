"""A piece of a page that would run, load or feign something."""

from __future__ import annotations

from typing import NamedTuple


class Payload(NamedTuple):
    """A piece of a page."""

    name: str
    text: str
    rule: str
    active: bool = True


def each(rule: str, texts: dict[str, str], *, active: bool = True) -> list[Payload]:
    return [Payload(name, text, rule, active) for name, text in texts.items()]
