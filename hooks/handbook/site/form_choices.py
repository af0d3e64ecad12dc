"""What a field of the form may hold where it names something else of the handbook, by what that is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..languages.language import Language
from ..model.claims import usable
from ..model.decision_guide import decision_guide
from ..model.project import Project

Choices = Iterator[tuple[str, str]]


def chosen(project: Project, names: Language, key: str) -> dict[str, Any] | None:
    """How a key of a card's front matter is chosen from what there is, as Sveltia CMS has it.

    Returns:
        None for a key that names nothing else of the handbook.
    """
    if key == "related":  # Asked of the editor's own list of cards, where a card just begun stands, too.
        found = {"collection": project.settings.cards, "value_field": "{{slug}}", "display_fields": ["title"]}
        return {"widget": "relation", "multiple": True, "search_fields": ["title"], **found}
    if key not in _CHOICES:
        return None
    options = [{"label": label, "value": value} for value, label in _CHOICES[key](project, names)]
    return {"widget": "select", "multiple": True, "options": options}


def _claims(project: Project, names: Language) -> Choices:
    for id in usable(project):
        yield id, f"{id}: {project.sources.claims[id][names.code]}"
    for id, advice in project.sources.practice.items():
        yield id, f"{id}: {advice[names.code]}"


def _facts(project: Project, names: Language) -> Choices:
    guide = decision_guide(project)
    if guide is None:
        return
    here = project.by_slug[guide.slug].get(names.code, guide)
    headings = {heading.id: heading.text for heading in here.document.headings}
    for question in guide.matter.questions or ():
        if question is not None:
            yield question.id, headings.get(question.id, question.id)


def _local_rules(project: Project, names: Language) -> Choices:
    for id, rule in project.sources.local_rules.get(names.code, {}).items():
        yield id, rule.title


_CHOICES = {"claims": _claims, "facts": _facts, "local_rules": _local_rules}
