"""The names that belong to the frame, held against the templates that the installed Material brings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest

from handbook.safety.allowed import ELEMENTS, words
from handbook.safety.finished import _FRAME, _NAMES, _OPEN_NAME
from handbook.safety.names import is_taken_class, is_taken_data, is_taken_id
from tests.support.project import HANDBOOK

TEMPLATES = Path(material.__file__).parent / "templates"
# Macros are written, too, so a tag ends at the sign that stands in none of them.
_MADE = r"\{\{.*?\}\}|\{%.*?%\}"
_TAG = re.compile(rf"<([a-z][\w-]*)((?:\s|{_MADE}|\"(?:{_MADE}|[^\"])*\"|[^<>\"{{}}])*)>", re.DOTALL)
_VALUED = re.compile(r"([a-zA-Z][\w:.-]*)=\"((?:\{\{.*?\}\}|\{%.*?%\}|[^\"])*)\"", re.DOTALL)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Classes that PyMdown gives to lists of tasks, which are a writer's own.
_WRITERS = re.compile(r"task-list(?:-.*)?")
# Of components that the handbook does not use: redirects of its blog, frames of Mermaid and consent.
_UNUSED_FOLDERS = ("blog", "partials/integrations")


@cache
def tags() -> tuple[tuple[str, str], ...]:
    """The start tags of Material's templates: their names, and their attributes as they are written."""
    return tuple(
        found
        for path in sorted(TEMPLATES.rglob("*.html"))
        if not path.relative_to(TEMPLATES).as_posix().startswith((".icons", *_UNUSED_FOLDERS))
        for found in _TAG.findall(re.sub(r"\{#.*?#\}", "", path.read_text("utf8"), flags=re.DOTALL))
    )


def values(name: str) -> Iterator[str]:
    """The words that stand for certain in attributes of this name."""
    for _, attributes in tags():
        for attribute, value in _VALUED.findall(attributes):
            if attribute == name:
                yield from (word for word in _JINJA.sub("\0", value).split() if "\0" not in word)


def names() -> set[str]:
    """The names of all attributes."""
    return {name for _, attributes in tags() for name, _ in _VALUED.findall(attributes)}


def test_the_templates_are_read() -> None:
    assert len(tags()) > 200
    assert {"__search", "__drawer"} <= set(values("id")) | set(values("for"))
    assert {"md-footer", "md-content"} <= set(values("class"))
    assert "data-md-component" in names()


def test_ids_of_the_frame_are_taken() -> None:
    assert sorted(id for id in values("id") if not is_taken_id(id)) == []


def test_classes_of_the_frame_are_taken() -> None:
    free = {name for name in values("class") if not is_taken_class(name)}
    assert sorted(name for name in free if not _WRITERS.fullmatch(name)) == []


def test_data_attributes_of_the_frame_are_taken() -> None:
    found = {name for name in names() if name.startswith("data-")}
    assert sorted(name for name in found if not is_taken_data(name)) == []


def test_what_the_frame_is_made_of_is_let_pass_on_finished_pages() -> None:
    assert sorted({tag for tag, _ in tags()} - set(ELEMENTS) - _FRAME) == []
    unknown = {name for name in names() if name.lower() not in _NAMES and not _OPEN_NAME.fullmatch(name)}
    # Those of social links, of the copyright and of lists of tags, which are refused on purpose.
    assert unknown <= {"style", "target"}


@pytest.mark.parametrize("name", ["data-clipboard-text", "data-clipboard-target", "data-md-color-scheme"])
def test_what_the_scripts_of_the_frame_heed_is_taken(name: str) -> None:
    assert is_taken_data(name)


# Classes that Markdown's extensions bring, or that pages may use; the styles only add to their looks.
_OPEN_CLASSES = words(
    "admonition admonition-title align-center align-right cards default footnote grid keys note tabbed-labels"
    " task-list task-list-item"
)
_RULE = re.compile(r"([^{}]+)\{")
_ASSETS = HANDBOOK / "docs/assets"


def own(pattern: str, ending: str) -> set[str]:
    """What a pattern finds in the handbook's own style sheets, those of their selectors alone, or scripts."""
    found: set[str] = set()
    for path in _ASSETS.rglob(f"*.{ending}"):
        if "edit" in path.parts:
            continue  # The form is a page of its own, where nothing of a writer's is shown as markup.
        text = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text("utf8"), flags=re.DOTALL)
        found.update(re.findall(pattern, "\n".join(_RULE.findall(text)) if ending == "css" else text))
    return found


def test_classes_of_the_handbooks_own_styles_are_taken() -> None:
    names = own(r"\.([a-zA-Z][\w-]*)", "css")
    assert {"finding-panel", "headerlink", "paper"} <= names
    assert sorted(name for name in names - _OPEN_CLASSES if not is_taken_class(name)) == []
    assert not [name for name in _OPEN_CLASSES if is_taken_class(name)]


def test_data_attributes_of_the_handbooks_own_styles_and_scripts_are_taken() -> None:
    read = own(r"dataset\.(\w+)", "js")
    names = own(r"\[(data-[\w-]+)", "css") | {
        "data-" + re.sub(r"[A-Z]", lambda m: f"-{m[0].lower()}", n) for n in read
    }
    assert {"data-scheme", "data-slug"} <= names
    assert sorted(name for name in names if not is_taken_data(name)) == []
