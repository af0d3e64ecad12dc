"""Slips of Markdown after which readers see signs, or one run of words, where somebody meant more.

Only on the handbook's own pages: what somebody means by an indent or by two asterisks elsewhere is not ours
to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..base.edits import Edit
from ..base.kept import kept
from ..base.positions import Places, Position
from ..base.recollection import Recollection
from ..model.document import Syntax
from ..model.project import Fault, Page, Project, Settings
from ..model.rules import Rule
from ..model.rules.references import HeadingLevel, HeadingTop, PageReadOtherwise
from ..model.rules.safety import MarkupOpen
from ..reading.markdown.mail import mails
from ..reading.markdown.masking import indented_code, mask
from ..reading.markdown.numbering import misnumbered
from ..reading.markdown.pasted import conflict, pasted
from ..reading.markdown.shown import shown
from ..reading.text_keys import text_key

# The pages in which nothing was found in earlier runs.
RECOLLECTION = Recollection("slips")
# So many of a kind are told of on one page.
_MOST = 5
_ENTRY = re.compile(r"(?:[-*+]|1\.) +\S")
# What is no paragraph: nothing, a heading, a quotation, a table, an element, a box, a list, a definition.
_NO_PARAGRAPH = re.compile(r"\s*$|#|>|\||<|:|\{|!!!|\?\?\?|[ \t]*(?:[-*+]|\d+[.)])(?: |$)|\[[^]\n]+\]:")
# [a card](../scenarios/a-card.md and what follows
_NEVER_CLOSED = re.compile(r"\[[^\[\]\n]+\]\([\w./#%:-]+(?=[,;]?\s|$)(?!\s+[\"'(])(?![^()\[\n]*\))")
# [a card(../scenarios/a-card.md)
_NO_BRACKET = re.compile(r"\[[^\[\]()\n]{1,80}\((?:[\w.-]+/)*[\w-]+\.md(?:#[\w-]*)?\)")
_STRONG = re.compile(r"\*\*(?<![*\\]\*\*)(?!\*)")
# The two asterisks at the end of what is strong.
_ENDS = re.compile(r"(?<=\S)\*\*(?!\w)")
# __so, but not the line of a form
_UNDERLINED = re.compile(r"(?<![\w_\\])__(?=[^\W_])(?![^\n]*__)")
# A heading within an entry of a list.
_INDENTED_HEADING = re.compile(r"\n(?: {4}|\t)[ \t]*(?P<heading>#{1,6} .*)")
# \*\*so\*\*, \[so\](so.md): what another program puts before signs
_ESCAPED = re.compile(r"\\(?P<sign>\*(?=\\\*\S)|_(?=\\_\S)|\[(?=[^\[\]\n]+\\\]\())")
# **So** {#so}    \## So {#so}
_NO_HEADING = re.compile(
    r"[ ]{0,3}(?![ #])\\?(?P<words>[^\n{}|]{1,100}?)[ \t]*\\?\{#(?P<id>[a-z][\w-]*)\}[ \t]*"
)
_ID_AT_END = re.compile(r"\{#[a-z][\w-]*\}[ \t]*$", re.MULTILINE)
_DOUBLE = re.compile(r"(?<!\[)\[\[(?P<text>[^\[\]\n]{1,60})\]\](?![\](\[])")
# {name} in a phrase; in a heading it was meant as an id
_BRACES = re.compile(r"\{(?<![{%\w\])]\{)(?P<text>[^\W\d_][\w .-]{0,30})\}(?!\})")
# A fence has a rule of its own.
_TICK = re.compile(r"(?<!`)`{1,2}(?!`)")
# Where a paragraph or an entry begins.
_BLOCK = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+\.) )")


def check(project: Project) -> Iterator[Fault]:
    if not project.settings.handbook:
        return
    for page in project.pages.values():
        if page.language is None or page.unreadable or page.front.broken:
            continue
        if left := conflict(page.document.body):
            at, broken = left
            above = len(page.document.text) - len(page.document.body)
            yield page.fault(broken, Places(page.document.text).at(above + at))
        else:
            yield from _titles(page)
            yield from _levels(page)
            yield from _of_page(page, project.settings, project.is_card(page))


@kept
def _of_page(page: Page, settings: Settings, is_card: bool) -> tuple[Fault, ...]:
    return RECOLLECTION.found(
        lambda: text_key(settings, f"slips {is_card}", page.document.digest),
        lambda: tuple(_page(page, settings.syntax, is_card=is_card)),
    )


def _titles(page: Page) -> Iterator[Fault]:
    """Headings of the first level on a page that has its title already, which readers then do not see.

    Whoever begins the page with one means the title.
    """
    if not page.matter.title:
        return
    lines = page.document.lines
    for heading in page.document.headings:
        if heading.level == 1 and any(map(str.strip, lines[page.front.end : heading.position.line - 1])):
            line = lines[heading.position.line - 1]
            fix = Edit(heading.position, "#", "##") if line.startswith("#") else None
            broken = HeadingTop(heading=heading.text, id=heading.id)
            yield page.fault(broken, Position(heading.position.line), fix)


def _levels(page: Page) -> Iterator[Fault]:
    """Headings that leave out a level; the title is the one above all."""
    above = 1
    for heading in page.document.headings:
        if heading.level > above + 1:
            given, hashes = "#" * heading.level, "#" * (above + 1)
            broken = HeadingLevel(heading=heading.text, given=given, hashes=hashes)
            yield page.fault(broken, Position(heading.position.line))
        above = heading.level


def _page(page: Page, syntax: Syntax, *, is_card: bool) -> Iterator[Fault]:
    body = page.document.body
    without_code, text = shown(page.document, syntax)
    if not syntax.md_in_html:
        text = mask(without_code)
    found = [
        *islice(_merged_lists(text), _MOST),
        *islice(_indented(body, without_code, syntax), _MOST),
        *islice(_signs(text, without_code, is_card=is_card), _MOST),
        *islice(_unclosed(text), _MOST),
        *pasted(text, is_card=is_card),
        *islice(mails(without_code), _MOST),
    ]
    numbers = list(islice(misnumbered(body, text), _MOST))
    if found or numbers:
        places, above = Places(page.document.text), len(page.document.text) - len(body)
        for at, broken in sorted(found, key=lambda one: one[0]):
            yield page.fault(broken, places.at(above + at))
        for one in numbers:
            place = places.at(above + one.at)
            fix = Edit(place, one.old, one.new) if one.new is not None else None
            yield page.fault(one.broken, place, fix)


def _merged_lists(text: str) -> Iterator[tuple[int, Rule]]:
    """Lists right below a paragraph, whose entries readers get as its end."""
    at, above, is_paragraph = 0, "", False
    for line in text.split("\n"):
        if is_paragraph and _ENTRY.match(line):
            yield at, PageReadOtherwise(what=line.strip(), merged=line.split()[0])
            is_paragraph = False
        elif not line.strip():
            is_paragraph = False
        elif not is_paragraph:
            begins = not above.strip() or above.startswith("#")
            is_paragraph = begins and not line[0].isspace() and not _NO_PARAGRAPH.match(line)
        at, above = at + len(line) + 1, line


def _indented(body: str, without_code: str, syntax: Syntax) -> Iterator[tuple[int, Rule]]:
    """Text that its indent turns into code; what begins with a sign may be meant as an example."""
    for at, line in indented_code(body, without_code, superfences=syntax.superfences):
        if line.strip()[0].isalpha() or (line.strip()[0] == line.strip()[-1] == "|"):
            yield at, PageReadOtherwise(what=line.strip(), indented=line.strip()[:20])
    for heading in _INDENTED_HEADING.finditer(f"\n{without_code}"):
        yield heading.start(), PageReadOtherwise(what=heading["heading"], indented=heading["heading"][:20])


def _signs(text: str, without_code: str, *, is_card: bool) -> Iterator[tuple[int, Rule]]:
    """Signs that readers see as they are: brackets of other programs, and those behind a backslash."""
    for end in _ID_AT_END.finditer(without_code):
        at = without_code.rfind("\n", 0, end.start()) + 1
        # Nearly all of them are headings.
        if without_code[at] == "#" or (not without_code.endswith("\n\n", max(at - 2, 0), at) and at):
            continue
        if (line := _NO_HEADING.fullmatch(without_code, at, end.end())) is not None:
            better = f"## {line['words'].strip(' *_#:')} {{#{line['id']}}}"
            yield at, PageReadOtherwise(what=line[0].strip(), heading=better)
    for match in _ESCAPED.finditer(without_code) if "\\" in without_code else ():
        what = without_code[match.start() :].partition("\n")[0].strip()
        yield match.start(), PageReadOtherwise(what=what[:40], escaped=match["sign"])
    for match in _DOUBLE.finditer(text) if "[[" in text else ():
        yield match.start(), PageReadOtherwise(what=match[0], slot=f"[{match['text']}]")
    for match in _BRACES.finditer(text) if is_card and "{" in text else ():
        if text[text.rfind("\n", 0, match.start()) + 1] != "#":
            yield match.start(), PageReadOtherwise(what=match[0], slot=f"[{match['text']}]")


def _unclosed(text: str) -> Iterator[tuple[int, Rule]]:
    """Links without one of their brackets, strong words that never end, and code that does not."""
    for pattern in (_NEVER_CLOSED, _NO_BRACKET):
        for match in pattern.finditer(text):
            yield match.start(), MarkupOpen(what=match[0])
    yield from _open_words(text)


def _open_words(text: str) -> Iterator[tuple[int, Rule]]:
    """Strong words and code that no sign in the same paragraph or entry ends."""
    if "__" not in text and "`" not in text and _are_in_pairs(text):
        return
    begin, opened = 0, False
    for end in [*(match.start() for match in _BLOCK.finditer(text)), len(text)]:
        # Most blocks have neither.
        marks = list(_STRONG.finditer(text, begin, end)) if text.find("**", begin, end) >= 0 else []
        found: re.Match[str] | None = None
        if len(marks) % 2:
            # Of a part that goes over several paragraphs the beginning says it.
            is_end = opened and _ENDS.match(text, marks[-1].start()) is not None
            found, opened = None if is_end else marks[-1], not is_end
        elif text.find("__", begin, end) >= 0 and (underlined := _UNDERLINED.search(text, begin, end)):
            found = underlined
        elif text.find("`", begin, end) >= 0:
            found = _TICK.search(text, begin, end)
        if found is not None:
            yield found.start(), MarkupOpen(what=text[found.start() : end].split("\n")[0][:30])
        begin = end


def _are_in_pairs(text: str) -> bool:
    """Whether strong words begin and end in the same line, as on nearly every page."""
    marks = [match.start() for match in _STRONG.finditer(text)] if "**" in text else []
    pairs = zip(marks[::2], marks[1::2], strict=len(marks) % 2 == 0)
    return len(marks) % 2 == 0 and all(text.find("\n", begin, end) < 0 for begin, end in pairs)
