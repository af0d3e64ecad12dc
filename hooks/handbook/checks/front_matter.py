"""Front matter against the schema: missing, unknown, wrong and misplaced keys, and their order.

Only for a project that has cards: what the front matter of some other site may hold is not ours
to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..languages import language
from ..model.fields import allowed, errors, schema_of
from ..model.project import Fault, Page, Project
from ..model.rules.files import KeyMisplaced, KeyMissing, KeyOrder, KeyUnknown, KeyWrong


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    for page in project.pages.values():
        if not page.front.broken and page.language is not None:
            yield from _page(project, page)


def _page(project: Project, page: Page) -> Iterator[Fault]:
    model, original_model = schema_of(project, page)
    original = project.original(page.slug)
    front = page.front
    fields = language(page.language).texts["fields"]
    for kind, path, value in errors(model, front.values):
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
                near = guess(key, [*model.model_fields]) if len(path) == 1 else None
                yield page.fault(KeyUnknown(key=key, guess=near), position)
        else:
            if key == "title" and not page.title:
                continue  # page-untitled says it
            # Within a list or as the only value; a list's one entry without its brackets is no slip.
            slip = isinstance(value, str) and value not in allowed(model, key)
            near = guess(value, allowed(model, key)) if slip else None
            shown = value if isinstance(value, str | int | float) else type(value).__name__
            yield page.fault(
                KeyWrong(key=key, value=shown, guess=near, expected=fields.get(key, "")), position
            )
    yield from _order(page, list(model.model_fields))


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
