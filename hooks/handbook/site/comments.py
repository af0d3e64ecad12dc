"""Scripts and styles as browsers get them: without the comments, which would be a fifth of what they fetch.

A comment goes where it has its lines for itself. The lines stay, so that one which a browser names is the one
in the source; within a line nothing is looked for, as there a text or a pattern may only look like a comment.
"""

from __future__ import annotations

import re

KINDS = (".js", ".css")
# /* ... */ from the start of a line to the end of one. /*! ... */ is a notice, which has to stay.
_BLOCK = r"[ \t]*/\*(?!!)(?:[^*]|\*(?!/))*\*/[ \t]*$"
_STYLE = re.compile(rf"^{_BLOCK}", re.MULTILINE)
_SCRIPT = re.compile(rf"^(?:{_BLOCK}|[ \t]*//[^\n]*)", re.MULTILINE)


def without_comments(name: str, text: str) -> str:
    """A script or a style without its comments.

    Args:
        name: the file's, which tells its kind.
        text: its source. No text of several lines in it may have one that looks like a comment.
    """
    comment = _STYLE if name.endswith(".css") else _SCRIPT
    return comment.sub(lambda found: "\n" * found[0].count("\n"), text)
