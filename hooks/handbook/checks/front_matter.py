"""Front matter against the schema: missing, unknown, wrong and misplaced keys, and their order.

Only for a project that has cards: what the front matter of some other site may hold is not ours
to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from ..base.guessing import guess
from ..base.positions import Position
from ..languages import language
from ..model.fields import allowed, errors, schema_of
from ..model.project import Fault, Page, Project
from ..model.rules.files import (
    INDENT,
    FrontMatterBroken,
    KeyMisplaced,
    KeyMissing,
    KeyOrder,
    KeyUnknown,
    KeyWrong,
    ValueCut,
)

# title: Our customer #1     from the sign on, YAML reads no more
_CUT = re.compile(r"\s*(?:(?P<key>[\w-]+):|-)[ \t]+(?P<value>[^\s'\"\[{#|>&*!].*?)[ \t]+(?P<rest>#.*)")

# An entry that may go on in the next line: neither in quotation marks nor a key.
_PLAIN_ENTRY = re.compile(r"(?P<indent>[ ]*)-[ ]+[^\s'\"\[{#|>&*!-](?!.*:$)")


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    for page in project.pages.values():
        if not page.front.broken and page.language is not None:
            yield from _page(project, page)
            yield from _cut(page)
            yield from islice(_deeper(page), 1)


def _page(project: Project, page: Page) -> Iterator[Fault]:
    model, original_model = schema_of(project, page)
    original = project.original(page.slug)
    front = page.front
    fields = language(page.language).texts["fields"]
    found = list(errors(model, front.values))
    foreign = _foreign([(kind, path) for kind, path, _ in found])
    for kind, path, value in found:
        key = str(next(step for step in reversed(path) if isinstance(step, str)))
        position = front.position(*path)
        if kind == "missing":
            if key == "title" and len(path) == 1 and not page.title:
                continue  # page-untitled says it
            expected = fields.get(key, "")
            # A key of the page is missing at its fence, one inside another where that one stands.
            yield page.fault(KeyMissing(key=key, expected=expected), front.position(*path[:-1]))
        elif kind == "unknown":
            if (
                len(path) == 1
                and key in original_model.model_fields
                and original is not None
                and original is not page
            ):
                yield page.fault(KeyMisplaced(key=key, original=original.file), position)
            else:
                near = guess(key, [*model.model_fields]) or foreign if len(path) == 1 else None
                yield page.fault(KeyUnknown(key=key, guess=near), position)
        else:
            if key == "title" and not page.title:
                continue  # page-untitled says it
            # Within a list or as the only value; a list's one entry without its brackets is no slip.
            slip = isinstance(value, str) and value not in allowed(model, key)
            near = guess(value, allowed(model, key)) if slip else None
            expected, quoted = fields.get(key, ""), _quoted(path, value)
            broken = KeyWrong(key=key, value=_shown(value), guess=near, expected=expected, quoted=quoted)
            yield page.fault(broken, position)
    yield from _order(page, list(model.model_fields))


def _foreign(found: Sequence[tuple[str, tuple[str | int, ...]]]) -> str | None:
    """The one key that is missing where one is unknown: it is there in a language of its own."""
    missing = [str(path[0]) for kind, path in found if kind == "missing" and len(path) == 1]
    unknown = [path for kind, path in found if kind == "unknown" and len(path) == 1]
    return missing[0] if len(missing) == len(unknown) == 1 else None


def _shown(value: Any) -> str | int | float:
    """A value as somebody wrote it, as far as that can be said in a line."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str | int | float) for one in value):
        return ", ".join(map(str, value))
    return _sentence(value) or ("-" if value is None else type(value).__name__)


def _sentence(value: Any) -> str | None:
    """A sentence with a colon, which YAML takes for a key and its value; None for all else."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        if isinstance(key, str) and isinstance(rest, str | int | float):
            return f"{key}: {rest}"
    return None


def _quoted(path: Sequence[str | int], value: Any) -> str | None:
    """How an entry of a list of sentences is written that has a colon."""
    sentence = _sentence(value) if isinstance(path[-1], int) else None
    return _in_quotes(sentence) if sentence else None


def _in_quotes(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _cut(page: Page) -> Iterator[Fault]:
    """Values with a sign in them from which on they are not read."""
    key = ""
    if "#" not in page.document.text[: len(page.document.text) - len(page.document.body)]:
        return
    for number, line in enumerate(page.document.lines[1 : page.front.end - 1], start=2):
        match = _CUT.fullmatch(line)
        key = line.partition(":")[0] if line[:1].isalpha() else key
        if match:
            quoted = _in_quotes(f"{match['value']} {match['rest']}")
            yield page.fault(ValueCut(key=key, rest=match["rest"], quoted=quoted), Position(number))


def _deeper(page: Page) -> Iterator[Fault]:
    """Entries that stand further in than the one above them, of which YAML makes one text."""
    above: int | None = None
    for number, line in enumerate(page.document.lines[1 : page.front.end - 1], start=2):
        match = _PLAIN_ENTRY.match(line)
        indent = match.end("indent") if match else None
        if indent is not None and above is not None and indent > above:
            yield page.fault(FrontMatterBroken(reason=INDENT), Position(number))
        above = indent if above is None or indent is None or indent < above else above


def _order(page: Page, fields: list[str]) -> Iterator[Fault]:
    """The first key that stands too late; the others follow from it."""
    given = [key for key in page.front.values if key in fields]
    wanted = sorted(given, key=fields.index)
    for is_key, should_be in zip(given, wanted, strict=True):
        if is_key != should_be:
            before = wanted.index(should_be)
            after = wanted[before - 1] if before else None
            yield page.fault(KeyOrder(key=should_be, after=after), page.front.position(should_be))
            return
