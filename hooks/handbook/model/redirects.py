"""Redirects: where a page or a heading is that once had another address, for links from elsewhere.

redirects.yml    scenarios/late.md: scenarios/late-return.md
                 guides/listening.md#why: guides/listening.md#reasons
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FILE = "redirects.yml"
# What a page's file or a heading's id can be called: nothing that leads elsewhere or ends an attribute.
_FORMER = re.compile(
    r"(?=[^#]{1,200}(?:#|\Z))(?:\w[\w-]*/)*\w[\w.-]*\.md(?:#[a-zA-Z][\w:.-]{0,200})?", re.ASCII
)
_HEADER = "# Former addresses and where they lead now; `handbook move` adds to this.\n"


def can_be_former(address: str) -> bool:
    """Whether a page, or a heading (page#id), can ever have had an address."""
    return _FORMER.fullmatch(address) is not None


def with_move(redirects: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """The redirects after one move more: whatever led to the old place leads to the new one.

    Args:
        redirects: those there are.
        old: the former slug of a page, or slug#id of a heading.
        new: the same now.
    """
    found: dict[str, str] = {}
    for source, target in (*redirects.items(), (old, new)):
        slug, mark, id = target.partition("#")
        moved = new if target == old else f"{new}{mark}{id}" if slug == old else target
        here, mark, id = source.partition("#")
        # The headings of a page that moves are looked for where the page is now.
        kept = f"{new}{mark}{id}" if here == old and mark else source
        if kept != moved:
            found[kept] = moved
    found.pop(new, None)
    return dict(sorted(found.items()))


def as_text(redirects: Mapping[str, str]) -> str:
    """The text of the file."""
    return _HEADER + "".join(f'"{old}": "{new}"\n' for old, new in redirects.items())
