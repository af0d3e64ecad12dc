"""Claims, glossary, phrases, contradictions and local rules, spoilt; the page is only an occasion."""

from __future__ import annotations

import random

from handbook.base.positions import KeyPath
from handbook.model.project import DataFile, Page, Project
from tests.mutation.defect import Defect, operator

_CODES = ("pl", "hr", "en")


def _without(project: Project, name: str, keys: list[KeyPath], chance: random.Random) -> Defect:
    """One of these keys taken out of a data file; each stands on a line of its own with its value."""
    file = project.sources.files[name]
    key = chance.choice(keys)
    lines = file.text.split("\n")
    line = file.keys[key].line
    text = "\n".join(lines[: line - 1] + lines[line:])
    # The fault is told at what should hold the key.
    places = frozenset(file.position(key[:length]).line for length in range(1, len(key)))
    return Defect(text, places, frozenset({"data-broken"}), file.file, file.file)


def _texts(file: DataFile, *path: str | int) -> list[KeyPath]:
    """The keys of a language that stand at the end of paths like this one; None stands for any step."""
    return [
        key
        for key in file.keys
        if len(key) == len(path) + 1
        and key[-1] in _CODES
        and all(want in ("*", step) for want, step in zip(path, key, strict=False))
        and file.text.split("\n")[file.keys[key].line].strip().partition(":")[2] != ""
    ]


@operator
def claim_without_a_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    file = project.sources.files["claims"]
    return _without(project, "claims", _texts(file, "claims", "*"), chance)


@operator
def term_without_a_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    file = project.sources.files["glossary"]
    part = chance.choice(["term", "definition"])
    return _without(project, "glossary", _texts(file, "terms", "*", part), chance)


@operator
def phrase_without_a_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    file = project.sources.files["phrasebook"]
    part = chance.choice(["intent", "say", "instead_of"])
    return _without(project, "phrasebook", _texts(file, "*", part), chance)


@operator
def local_rule_without_a_text(project: Project, page: Page, chance: random.Random) -> Defect | None:
    name = f"{project.settings.local_rules}/{chance.choice(_CODES)}"
    file = project.sources.files[name]
    keys: list[KeyPath] = [key for key in file.keys if len(key) == 2 and key[1] in ("title", "text")]
    return _without(project, name, keys, chance)


@operator
def data_file_broken(project: Project, page: Page, chance: random.Random) -> Defect | None:
    name = chance.choice(["claims", "glossary", "phrasebook", "contradictions"])
    file = project.sources.files[name]
    lines = file.text.split("\n")
    keys = [key for key in file.keys if key[-1] in _CODES and "avoid" not in key]
    line = file.keys[chance.choice(keys)].line
    lines[line - 1] = f'{lines[line - 1].partition(":")[0]}: "never closed'
    text = "\n".join(lines)
    later = frozenset(range(line, len(lines) + 1))
    return Defect(text, later, frozenset({"data-broken"}), file.file, file.file)


@operator
def data_key_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    name = chance.choice(["claims", "glossary", "phrasebook", "contradictions"])
    file = project.sources.files[name]
    lines = file.text.split("\n")
    keys = [
        key
        for key in file.keys
        if key[-1] in _CODES and "avoid" not in key and lines[file.keys[key].line - 1].count(":") == 1
    ]
    line = file.keys[chance.choice(keys)].line
    if not lines[line - 1].partition(":")[2].strip():
        return None
    lines.insert(line, lines[line - 1])
    text = "\n".join(lines)
    return Defect(text, frozenset({line + 1}), frozenset({"data-broken"}), file.file, file.file)
