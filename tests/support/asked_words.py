"""All words that tests put into pages, asked of the dictionaries at once.

hunspell reads a dictionary longer than it looks for words, and each test has some that no other one had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handbook.prose.hunspell import DICTIONARIES, Dictionaries

from .project import HANDBOOK

# Where tests have their texts from; a word of elsewhere is asked for when it comes.
_TEXTS = {
    "tests": ("*.py", "*.md", "*.yml"),
    "hooks/handbook/languages/texts": ("*.yml",),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def ask_ahead() -> None:
    """Ask for them, once a process; what is known to `handbook.prose.hunspell` is not asked for again."""
    words = {word.replace("’", "'") for path in _paths() for word in _WORD.findall(path.read_text("utf8"))}
    Dictionaries(DICTIONARIES.values()).unknown(dict.fromkeys(DICTIONARIES.values(), words))


def _paths() -> Iterator[Path]:
    for folder, patterns in _TEXTS.items():
        for pattern in patterns:
            yield from (HANDBOOK / folder).rglob(pattern)
