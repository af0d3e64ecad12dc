"""Whatever stands in a text field, readers get it as text: no sign in it becomes markup.

A canary of its own stands in every text of the data files, the local rules and the front matter, and in
every heading, list item and first paragraph of the pages. The built pages are parsed as a browser does.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from handbook.model.project import Project
from handbook.search.index import FILES
from tests.website.building import copy_handbook
from tests.website.fork_server import forked_mkdocs

LANGUAGES = ("pl", "hr", "en")
CARD = "scenarios/swearing.md"
DATA = ("claims", "contradictions", "glossary", "phrasebook", "practice")
# What is no text: names that others refer to, and what must be one of a few words.
NAMES = {"id", "claims", "cards", "group", "confused_with", "between", "language", "type", "url", "default"}
FRONT = ("title", "description", "customer_words")
_MARK = re.compile(r"canary\((\d+)\)")
_PLAIN = (
    """ "'><img src=x onerror=CALL> &lt;img src=x onerror=CALL&gt; &quot;</script></title></textarea>-->"""
    """<svg onload=CALL> [a](javascript:CALL) {: onclick="CALL" }"""
)
_LINE = re.compile(r"^(?P<start>#{2,} |- (?:\[ \] )?|\d+\. )?(?P<text>[^\n{<!\[|`]+?)(?P<end> \{#[\w-]+\})?$")


class Canaries:
    """Numbered canaries, and where each was put."""

    def __init__(self) -> None:
        self.places: dict[int, str] = {}

    def plain(self, place: str) -> str:
        """For a text that is no markup: tags, quotes, entities of both, what ends other elements."""
        return _PLAIN.replace("CALL", self._call(place))

    def escaped(self, place: str) -> str:
        """For Markdown: a text that was escaped as it should be."""
        call = self._call(place)
        return f" &quot;&gt;&lt;img src=x onerror={call}&gt; &amp;lt;svg onload={call}&amp;gt;"

    def _call(self, place: str) -> str:
        self.places[len(self.places)] = place
        return f"canary({len(self.places) - 1})"


def put(value: Any, place: str, canary: Callable[[str], str]) -> Any:
    """A value of a data file with a canary at the end of each of its texts."""
    if isinstance(value, dict):
        return {
            key: inner if key in NAMES else put(inner, f"{place}.{key}", canary)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [put(inner, f"{place}[]", canary) for inner in value]
    return value + canary(place) if isinstance(value, str) else value


def with_canaries(text: str, place: str, canaries: Canaries) -> str:
    """A page with a canary in each text of its front matter and in each simple line of its body."""
    _, front, body = text.split("---\n", 2)
    values = yaml.safe_load(front)
    for key in FRONT:
        if key in values:
            values[key] = put(values[key], f"{place}:{key}", canaries.plain)
    lines = []
    for line in body.split("\n"):
        found = _LINE.match(line)
        if found:
            canary = canaries.escaped(f"{place}:{line[:30]}")
            line = f"{found['start'] or ''}{found['text']}{canary}{found['end'] or ''}"
        lines.append(line)
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=False)}---\n" + "\n".join(lines)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, handbook: Project) -> tuple[Path, Canaries]:
    """The handbook with canaries everywhere, built: the site, and where they were put.

    Of the cards it has one in four, as they are all made in the same way, and one for each local rule.
    """
    project = copy_handbook(tmp_path_factory.mktemp("canaries") / "copy")
    originals = filter(None, map(handbook.original, handbook.by_slug))
    cards = [original for original in originals if handbook.is_card(original)]
    for_rules = {rule: card for card in cards for rule in card.matter.local_rules}
    kept = {card.slug for card in (*cards[::4], *for_rules.values())} | {CARD}
    for card, code in itertools.product(cards, LANGUAGES):
        if card.slug not in kept:
            (project / f"docs/{code}/{card.slug}").unlink()
    canaries = Canaries()
    files = [file for name in DATA if (file := project / "sources" / f"{name}.yml").exists()]
    for file in [*files, *sorted((project / "local-rules").glob("*.yml"))]:
        value = put(yaml.safe_load(file.read_text("utf8")), file.stem, canaries.plain)
        file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf8")
    for file in sorted((project / "docs").glob("*/**/*.md")):
        place = str(file.relative_to(project / "docs"))
        file.write_text(with_canaries(file.read_text("utf8"), place, canaries), "utf8")
    done = forked_mkdocs(project, "build")
    assert done.returncode == 0, done.stdout[-3000:]
    return project / "site", canaries


def documents(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(site.rglob("*.html")):
        yield str(path.relative_to(site)), LexborHTMLParser(path.read_text("utf8"))


def faults(page: LexborHTMLParser) -> Iterator[str]:
    """What a browser would run or load of a canary on a page."""
    for node in page.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or (name in ("href", "src") and (value or "").startswith("javascript:")):
                yield f"<{node.tag} {name}={value}>"
        if node.tag in ("script", "style") and "canary(" in node.text():
            yield f"<{node.tag}> {node.text()[:200]}"
        if node.tag == "img" and node.attributes.get("src") == "x":
            yield f"{node.html}"


def test_no_canary_is_more_than_text(built: tuple[Path, Canaries]) -> None:
    site, canaries = built
    assert len(canaries.places) > 3000
    found = [f"{name}: {fault}" for name, page in documents(site) for fault in faults(page)]
    assert found[:20] == []


def test_every_canary_is_seen_by_readers(built: tuple[Path, Canaries]) -> None:
    """So that the test above has looked at something: each of the texts stands on a page or in its head."""
    site, canaries = built
    seen: set[int] = set()
    for _, page in documents(site):
        texts = [page.root.text() if page.root else ""]
        texts += [node.attributes.get("content") or "" for node in page.css("meta[name=description]")]
        seen |= {int(number) for text in texts for number in _MARK.findall(text)}
    for code in LANGUAGES:
        texts = [str(json.loads((site / code / "search" / name).read_text("utf8"))) for name in FILES]
        seen |= {int(number) for text in texts for number in _MARK.findall(text)}
    missing = [place for number, place in canaries.places.items() if number not in seen]
    assert missing == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_quotation_mark_in_the_first_paragraph_stays_in_the_description(
    built: tuple[Path, Canaries], code: str
) -> None:
    page = LexborHTMLParser((built[0] / code / "scenarios/swearing/index.html").read_text("utf8"))
    (description,) = page.css("meta[name=description]")
    assert '"><img src=x onerror=canary(' in (description.attributes["content"] or "")


def test_no_template_calls_something_safe() -> None:
    """A text is made markup where it is known to be markup, in the adapters, never in a template."""
    templates = sorted((Path(__file__).parents[2] / "overrides").rglob("*.html"))
    for path, word in itertools.product(templates, ("|safe", "striptags", "autoescape")):
        assert word not in path.read_text("utf8").replace(" ", ""), f"{path.name}: {word}"
