"""Fences of code, as PyMdown's superfences find them, or Markdown's own extension alone.

Superfences look for them in entries, boxes and quotations too; Markdown's own only where a line begins. In
both a line is no fence where more stands after the signs than a language and options that they know: then
the text goes on as text, and the next line of the same signs begins one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT_NEWLINE = re.compile(r"[^\n]")
# ~~~python hl_lines="1 2"    ```{.python}
_PLAIN = re.compile(
    r"""
    (?P<fence>^(?:~{3,}|`{3,}))[ ]*
    (?:\{[^\n]*\}|(?:\.?[\w#.+-]*[ ]*)?(?:hl_lines=(?P<quote>["']).*?(?P=quote)[ ]*)?)
    \n (?:.*\n)*? (?P=fence)[ ]*$
    """,
    re.MULTILINE | re.VERBOSE,
)
_OPENING = re.compile(
    r"""
    (?P<prefix>[> \t]*)
    (?P<fence>~{3,}|`{3,})
    (?:[ \t]*\.?[\w#.+-]+(?=[\t ]|$))?
    (?:[ \t]*\{[^\n]*\}
    | (?:[ \t]*(?:(?:title|title_mode)(?:=(?P<quote>["']).*?(?P=quote))?
        | hl_lines=(?P<hl>["'])\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*(?P=hl)
        | linenums=(?P<numbers>["'])\d.*?(?P=numbers))(?=[\t ]|$))+
    )?[ \t]*$
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(r"(?P<fence>~{3,}|`{3,})[ \t]*")
_TAB = 4


@dataclass
class _Fence:
    """An open fence: its signs, and what stands before them in its line, with tabs as spaces."""

    line: int
    signs: str
    prefix: str
    after_empty: bool = False

    @property
    def level(self) -> int:
        """How many quotations it stands in."""
        return self.prefix.count(">")


def without_fences(text: str, nested: bool = True) -> str:
    """The text with fences and the code within blanked; same length, same lines.

    Args:
        text: the body of a page.
        nested: whether the site has superfences.
    """
    if "```" not in text and "~~~" not in text:
        return text
    if not nested:
        return _PLAIN.sub(lambda match: _NOT_NEWLINE.sub(" ", match[0]), text)
    lines = text.split("\n")
    opened: _Fence | None = None
    for number, line in enumerate(lines):
        if opened is None:
            if "```" not in line and "~~~" not in line:
                continue
            if begins := _OPENING.match(line):
                opened = _Fence(number, begins["fence"], begins["prefix"].expandtabs(_TAB))
            continue
        prefix, rest = _parted(line, len(opened.prefix))
        if not _goes_on(opened, prefix, rest):
            opened = None
        elif (closes := _CLOSING.fullmatch(rest)) and closes["fence"] == opened.signs:
            for covered in range(opened.line, number + 1):
                lines[covered] = " " * len(lines[covered])
            opened = None
        else:
            opened.after_empty = not rest.strip()
    return "\n".join(lines)


def _parted(line: str, width: int) -> tuple[str, str]:
    """What stands in a line before code that begins in some column, with tabs as spaces, and the rest."""
    before = ""
    for at, sign in enumerate(line):
        if len(before) >= width or sign not in "> \t":
            return before, line[at:]
        before += " " * (_TAB - len(before) % _TAB) if sign == "\t" else sign
    return before, ""


def _goes_on(fence: _Fence, prefix: str, rest: str) -> bool:
    """Whether a line belongs to an open fence: it is indented and quoted as far, or empty."""
    level = prefix.count(">")
    if level > fence.level or (level and not fence.level):
        return False
    if not rest.strip():
        return True
    if not fence.level:
        return len(prefix) == len(fence.prefix)
    return len(prefix) >= len(fence.prefix) and not (fence.after_empty and level < fence.level)
