"""Data that stand under the name of a page, which has to be there: staff's words, briefs of role-plays."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..model.project import Fault, Project
from ..model.rules.sources import CardNamedLost, StaffWordsLost


def check(project: Project) -> Iterator[Fault]:
    cards = f"{project.settings.cards}/"
    slugs = [slug.removesuffix(".md") for slug in project.by_slug]
    # A card goes by its own name, any other page by its path.
    known = sorted({slug.removeprefix(cards) for slug in slugs})
    for code, words in project.sources.staff_words.items():
        file = project.sources.files[f"{project.settings.sources}/staff-words/{code}"]
        for page in words:
            if page not in known:
                lost = StaffWordsLost(page=page, guess=guess(page, known))
                yield Fault(lost, file.file, file.position((page,)), code)
    yield from _briefs(project)


def _briefs(project: Project) -> Iterator[Fault]:
    folder = f"{project.settings.cards}/"
    slugs = [slug for slug in project.by_slug if slug.startswith(folder)]
    known = sorted(slug.removeprefix(folder).removesuffix(".md") for slug in slugs)
    for name in project.sources.briefs:
        if name not in known:
            file = project.sources.files["briefs"]
            lost = CardNamedLost(card=name, guess=guess(name, known))
            yield Fault(lost, file.file, file.position((name,)), file.language)
