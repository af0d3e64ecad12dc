"""What a browser would run after the check and the look at the finished page: nothing, whatever it holds.

The judge here is one of its own: a short list of what is dangerous, and nothing of the handbook's lists.
"""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from handbook.checks import safety
from handbook.model.project import Page, Project, Settings, Sources
from handbook.reading.markdown.parse import parse
from handbook.reading.markdown.runs import unbearable
from handbook.reading.settings import read_settings
from handbook.reading.site_markdown import site_markdown
from handbook.safety.finished import look
from tests.safety.grammar import page
from tests.support.project import HANDBOOK

# A longer run: FUZZ_PAGES=200000 FUZZ_SEED=… pytest tests/safety/test_fuzzing.py
PAGES = int(os.environ.get("FUZZ_PAGES", "500"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
_RUNS = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data)[\t\n\r]*:", re.IGNORECASE)
_ACTIVE = {"script", "iframe", "object", "embed", "base", "meta", "link", "style", "frame", "frameset"}
MORE = (
    "tables",
    "footnotes",
    "def_list",
    "abbr",
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.superfences",
)


def dangers(tag: str, attributes: dict[str, str | None]) -> list[str]:
    """What a browser would run or load of a start tag."""
    found = [tag] if tag in _ACTIVE else []
    for name, value in attributes.items():
        is_address = name in ("href", "src", "action", "formaction", "xlink:href", "poster")
        runs = is_address and _RUNS.match((value or "").replace("\t", "").replace("\n", ""))
        loads = name in ("src", "poster") and re.match(r"\s*(?:https?:)?//", value or "")
        if name.startswith("on") or name == "srcdoc" or runs or loads:
            found.append(f"{tag}.{name}={value}")
    return found


def as_browsers(html: str) -> list[str]:
    nodes = LexborHTMLParser(f"<article>{html}</article>").css("article *")
    return [one for node in nodes for one in dangers(node.tag or "", dict(node.attributes))]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(HANDBOOK)


def check(text: str, settings: Settings) -> list[str]:
    document = parse(text, settings.syntax)
    one = Page("notes.md", "docs/notes.md", None, "notes.md", document)
    return [
        fault.rule for fault in safety.check(Project(settings, {"notes.md": one}, frozenset(), Sources()))
    ]


def test_nothing_that_passes_runs(settings: Settings) -> None:
    with_more = replace(settings, markdown={**settings.markdown, **{name: {} for name in MORE}})
    passed = dangerous = 0
    for number in range(PAGES):
        text = page(random.Random(f"{SEED}:{number}"))
        if unbearable(text):
            continue
        html = site_markdown(with_more).html(text.split("---\n", 2)[2])
        found = as_browsers(html)
        dangerous += bool(found)
        rules = check(text, settings)
        if not rules:
            passed += 1
            same = site_markdown(settings).html(text.split("---\n", 2)[2])
            assert as_browsers(same) == [], text
        if found:
            assert look(f"<article>{html}</article>", set()), text
    # The pages are worth it: many hold something, and some hold nothing.
    assert dangerous > PAGES // 4
    assert passed > PAGES // 50
