"""What a text is kept under with what was found in it: all that it is read and rendered by."""

from __future__ import annotations

from functools import lru_cache

from ..base.digest import digest
from ..base.kept import kept
from ..model.project import Settings
from .site_markdown import site_markdown

# So much of a digest tells the kinds of texts apart, of which there are so few.
_SHORT, _KINDS = 24, 64


def text_key(settings: Settings, kind: str, text_digest: str) -> str:
    """The key of a text; "" where it cannot be told what comes of it.

    Args:
        settings: those of the project.
        kind: what the text is.
        text_digest: what tells it from any other.
    """
    identity = site_markdown(settings).identity
    return text_digest + _told_apart(identity, kind, _read_by(settings)) if identity else ""


@kept
def _read_by(settings: Settings) -> str:
    return digest(repr(settings.syntax), str(settings.macros))


@lru_cache(maxsize=_KINDS)
def _told_apart(*by: str) -> str:
    """What goes with the digest of each text of a kind."""
    return digest(*by)[:_SHORT]
