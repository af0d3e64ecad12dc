"""Steps that a proposal moves in a translation, while the original keeps its order.

The words of a translation are its own, so only git knows that the same steps stood otherwise before.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.changes import is_current
from ..model.digests import digest
from ..model.document import Section
from ..model.project import Fault, Page, Project
from ..model.rules.translations import TranslationMoved
from ..reading.markdown.parse import parse

# So many steps of the original are shown.
_SHOWN = 12


def check(project: Project) -> Iterator[Fault]:
    base = project.base
    if base is None or not base.texts or not project.keeps_records:
        return
    for page in project.pages.values():
        original = project.original(page.slug) if page.language else None
        text = base.texts.get(page.file)
        if original is None or original is page or text is None or page.unreadable:
            continue
        document = parse(text.replace("\r\n", "\n"), project.settings.syntax)
        before = Page(page.path, page.file, page.language, page.slug, document)
        for section in original.document.sections:
            yield from _section(page, before, original, section, base.commit)


def _section(page: Page, before: Page, original: Page, section: Section, commit: str) -> Iterator[Fault]:
    """What is told where the steps are the same as before, in another order, and the original's still are."""
    now, then = page.document.section(section.id), before.document.section(section.id)
    # Marks of other kinds say that the order is nobody's concern.
    if now is None or then is None or not now.items or not now.items[0].marker[0].isdigit():
        return
    steps, former = ([digest(item.text) for item in one.items] for one in (now, then))
    if steps == former or sorted(steps) != sorted(former):
        return
    if is_current(page, original, section) and is_current(before, original, section):
        first = next(item for item, step, old in zip(now.items, steps, former, strict=True) if step != old)
        lines = "\n".join(f"{n}. {item.text}" for n, item in enumerate(section.items[:_SHOWN], start=1))
        broken = TranslationMoved(
            section=section.id or "lead",
            entry=first.text,
            base=commit,
            original=original.file,
            line=section.position.line,
            beside=lines,
        )
        yield page.fault(broken, first.position)
