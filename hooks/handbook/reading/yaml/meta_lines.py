"""Keys and values at the top of a page that no dashes enclose, which MkDocs takes away as well.

Author: Ann
Summary: Words
    that go on.
"""

from __future__ import annotations

import re

from .front_matter import OPENING

# As mkdocs.utils.meta has them.
_KEY = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
_MORE = re.compile(r"[ ]{4}|\t")


def meta_lines(text: str) -> int:
    """How many lines of a text are such keys and values; none where it has front matter."""
    if OPENING.match(text):
        return 0
    count = 0
    for line in text.split("\n"):
        if not line.strip() or not (_KEY.match(line) or (count and _MORE.match(line))):
            break
        count += 1
    return count
