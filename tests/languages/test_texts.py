"""Every text of the tools is read by something: what nothing reads is written three times in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, get_args

import pytest

from handbook.commands.run import COMMANDS
from handbook.languages import CODES
from handbook.languages.language import file_of
from handbook.model.card import PARTS, REPLY_IDS
from handbook.model.fields import (
    CardOriginal,
    CardTranslation,
    Channel,
    Decision,
    Family,
    PageOriginal,
    PageTranslation,
)
from handbook.model.rules import RULES, SEVERITIES
from tests.support.project import HANDBOOK

# Groups with a text for each thing of a kind: its names.
OF_EACH: Mapping[str, set[str]] = {
    "decisions": set(get_args(Decision)),
    "families": set(get_args(Family)),
    "finder-families": set(get_args(Family)),
    "channels": set(get_args(Channel)),
    "sections": {*(part.id for part in PARTS), *REPLY_IDS},
    "news-sections": {*(part.id for part in PARTS), *REPLY_IDS},
    "card-sections": {"answer", *(part.id for part in PARTS)},
    "card-fields": set(CardOriginal.model_fields),
    "fields": {
        name
        for model in (CardOriginal, CardTranslation, PageOriginal, PageTranslation)
        for name in model.model_fields
    },
    "form-fields": {*CardOriginal.model_fields, *PageTranslation.model_fields} - {"translation"},
    "in-languages": set(CODES),
    "language-names": set(CODES),
    "rule-groups": {rule.group for rule in RULES.values()},
    "severities": set(SEVERITIES),
    # Those that Material draws a sign for.
    "boxes": set(
        re.findall(
            r"--md-admonition-icon--(\w+):",
            "".join(
                style.read_text("utf8")
                for style in resources.files("material").joinpath("templates/assets/stylesheets").iterdir()
                if style.name.startswith("main.") and style.name.endswith(".css")
            ),
        )
    ),
}
# What a group is called in the templates, and the scripts that get it.
IN_TEMPLATES = {"interface": "ui", "reading": "reading", "search": "finding", "learn": "learn"}
IN_SCRIPTS = {"search": "search", "keys": "desk", "mine": "desk", "learn": "learn"}
# Where neither the group nor its keys are named together.
ELSEWHERE = {
    "changes": ("model/change", "findings/messages.py"),
    "reasons": ("reading", "base", "checks/navigation"),
}


@cache
def sources(folder: str, ending: str) -> Mapping[str, str]:
    """The texts of the files below a folder, by their paths in it."""
    root = HANDBOOK / folder
    return {
        path.relative_to(root).as_posix(): path.read_text("utf8") for path in sorted(root.rglob(f"*{ending}"))
    }


@cache
def readers(group: str) -> str:
    """The modules in which a group is named, or in which its keys are, as one text."""
    if group in ELSEWHERE:
        found = [
            text
            for name, text in sources("hooks/handbook", ".py").items()
            if name.startswith(ELSEWHERE[group])
        ]
    else:
        named = re.compile(rf"[\"']{group}[\"']")
        found = [text for text in sources("hooks", ".py").values() if named.search(text)]
        if group == "page":
            found += [text for text in sources("hooks", ".py").values() if '.count("count-' in text]
    return "\n".join(found)


def is_read(group: str, key: str) -> bool:
    """Whether a module, a template or a script asks for a text, by its whole key or by how it begins."""
    # Of a text with a number, the plural form is added.
    stem = re.sub(r"-(?:one|few|many)$", "", key)
    if re.search(rf"[\"']{stem}[\"']", readers(group)):
        return True
    if group in IN_TEMPLATES:
        asked = re.compile(rf"\b{IN_TEMPLATES[group]}(?:\[[\"']{key}[\"']\]|\.{key}\b)")
        if any(map(asked.search, sources("overrides", ".html").values())):
            return True
    if group not in IN_SCRIPTS:
        return False
    asked = re.compile(rf"\.{key}\b|[\"']{key}[\"']|`{key.rpartition('-')[0] or key}-\$\{{")
    return any(map(asked.search, sources(f"docs/assets/{IN_SCRIPTS[group]}", ".js").values()))


def keys() -> Iterator[tuple[str, str]]:
    """Every group of texts with each of its keys, but for those with a text for each thing of a kind."""
    for group, texts in file_of("en").items():
        if isinstance(texts, Mapping) and group not in OF_EACH:
            yield from ((group, str(key)) for key in texts)


@pytest.mark.parametrize(("group", "key"), [pytest.param(*one, id=": ".join(one)) for one in keys()])
def test_a_text_is_read(group: str, key: str) -> None:
    assert is_read(group, key)


COMMAND_LINE = file_of("commands/en")


@pytest.mark.parametrize("key", [key for key, text in COMMAND_LINE.items() if isinstance(text, str)])
def test_the_command_line_says_a_text(key: str) -> None:
    begun = rf"|f[\"']{key.partition('-')[0]}-\{{"
    said = re.compile(rf"[\"']{key}[\"']{begun if '-' in key else ''}")
    assert any(map(said.search, sources("hooks/handbook/commands", ".py").values()))


def test_the_command_line_has_the_words_for_its_commands_and_options_and_no_others() -> None:
    asked = re.findall(r"\boption\([\"']([\w-]+)[\"']\)", sources("hooks/handbook/commands", ".py")["cli.py"])
    assert set(COMMAND_LINE["options"]) == set(asked)
    assert set(COMMAND_LINE["commands"]) == set(COMMANDS)


@pytest.mark.parametrize("group", OF_EACH)
def test_a_group_has_a_text_for_each_of_its_kind_and_no_other(group: str) -> None:
    texts: Mapping[str, Any] = file_of("en")[group]
    assert set(texts) == OF_EACH[group]


def test_a_text_that_nothing_reads_is_found() -> None:
    assert not is_read("page", "nobody-asks")
    assert not is_read("learn", "nobody-asks")
