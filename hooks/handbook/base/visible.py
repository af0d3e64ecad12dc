"""Text of others as it can be shown: in one line, without what steers terminals or cannot be seen.

What a file is called or says can hold anything: a line end would begin a command for the service that
runs the checks, an escape sequence would clear the reader's terminal, a bidirectional mark would turn
the message round.
"""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

# Control characters but for tab and line end; bidirectional marks, embeddings, overrides and isolates;
# what has no width; fillers; tags; what steers shorthand and music; what Unicode reserves for programs.
# U+00AD only shows where words break.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LINE_ENDS = str.maketrans({"\n": "⏎", "\t": "⇥"})


def visible(text: str) -> str:
    """The text with a visible sign for each that is none, such as ⏎ or ‹U+202E›."""
    if text.isprintable() and text.isascii():
        return text
    return HIDDEN.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text.translate(_LINE_ENDS))


def say(text: str, to: TextIO | None = None) -> None:
    """Print a text of some lines, each as it can be shown."""
    print("\n".join(visible(line) for line in text.split("\n")), file=to)


def json_text(value: Any) -> str:
    """JSON with escapes for all that cannot be seen, so that it may be shown on a terminal, too."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def shorten(text: str, longest: int) -> str:
    """The text with what is too long cut out of its middle."""
    if len(text) <= longest:
        return text
    half = (longest - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def described(error: Exception) -> str:
    """An error that nobody foresaw, in one line."""
    return shorten(visible(f"{type(error).__name__}: {error}"), 200)
