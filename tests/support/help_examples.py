"""The examples of the help, put into a small handbook as an editor would write them.

The small handbook gets the real one's names here, so that an example reads as if it stood there. An
example is a whole page, some lines of front matter or a part of a page's text; what it holds takes the
place of what the page has under the same keys or headings.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from handbook import findings
from handbook.commands.record import record as record_translation
from handbook.languages import CODES
from handbook.languages.rule_texts import Excerpt, RuleText
from handbook.model.project import Fault
from tests.support import project
from tests.support.reused import read

# By language, what one half of an example consists of.
Halves = Mapping[str, tuple[Excerpt, ...]]

TODAY = datetime.date(2026, 11, 22)
EXAMPLE = "docs/{code}/guides/example.md"
CARD = "docs/{code}/scenarios/refund-after-deadline.md"
FOURTH = "asks-again-after-no"

_BODIES = Path(__file__).parent / "fourth"
_NAMES = {
    "late-return": "refund-after-deadline",
    "late-with-reason": "late-return-good-reason",
    "good-reason": "exceptional-reason",
    "listening.md": "listening-and-empathy.md",
}
_NAME = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _NAMES))})(?![\w-])")
_KEY = re.compile(r"^(?P<key>[a-z_]+):", re.MULTILINE)
_LISTING = re.compile(r"docs/(?P<code>[a-z]{2})/[a-z/-]+\.md")
_HEADING = re.compile(r"^## [^\n]*$", re.MULTILINE)
_HEADING_ID = re.compile(r"\{#(?P<id>[a-z-]+)\}")
_TITLES = {"pl": "Przykład", "hr": "Primjer", "en": "Example"}
_LEADS = {"pl": "Wysłuchaj do końca.", "hr": "Saslušajte do kraja.", "en": "Hear the customer out."}


@dataclass(frozen=True)
class Place:
    """Where an example goes that does not name its files.

    Attributes:
        file: the page; in each language its own example stands there.
        original: it holds what only an original may hold, so it goes there alone.
        extension: an extension of Markdown without which the rule does not apply.
        extra: files that the example takes for granted; an example's own language is `{code}`.
        also: what else is found because the example stands alone, wrong or right.
        follows: what else the fault itself brings with it.
        judged: the only file whose findings count, where the example leaves the rest of the project odd.
    """

    file: str = EXAMPLE
    original: bool = False
    extension: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    also: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()
    judged: str = ""


def familiar(target: Path) -> Path:
    """The small handbook under the real one's names, with a fourth card; returns its root."""
    root = project.build(target)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            path.write_text(_NAME.sub(_renamed, path.read_text("utf8")), "utf8")
            path.rename(path.with_name(_NAME.sub(_renamed, path.name)))
    for code in CODES:
        text = (root / CARD.format(code=code)).read_text("utf8")
        head = text.split("---\n")[1].replace("id: no-01", "id: no-02").replace("[S0-02, S0-03]", "[S0-04]")
        # Its own words: no sentence may stand on two pages.
        text = f"---\n{head}---\n\n{(_BODIES / f'{code}.md').read_text('utf8')}"
        project.write(root, f"docs/{code}/scenarios/{FOURTH}.md", text)
        for name in ("late-return-good-reason", "getting-louder"):
            file = f"docs/{code}/scenarios/{name}.md"
            text = (root / file).read_text("utf8")
            project.write(root, file, re.sub(r"(?m)^(related: .*)\]$", rf"\1, {FOURTH}]", text))
    project.write(root, "docs/assets/logo.svg", (root / "docs/assets/picture.svg").read_bytes())
    record(root)
    return root


def _renamed(match: re.Match[str]) -> str:
    return _NAMES[match[0]]


def record(root: Path, untouched: Iterable[str] = ()) -> None:
    """Bring the record of every translation up to date but for those of these files."""
    found = read(root)
    for page in found.pages.values():
        original = found.original(page.slug) if page.language else None
        if original is None or original is page or page.file in untouched:
            continue
        if page.front.end > 0 and not page.front.broken and not original.front.broken:
            record_translation(root, found, page)


def put(root: Path, place: Place, wanted: Halves, other: Halves) -> None:
    """Write examples, by language, into a project.

    Args:
        wanted: what to write.
        other: the other half of each example, whose keys and headings make room as well.
    """
    if place.extension:
        project.replace(root, "mkdocs.yml", "  - attr_list\n", f"  - attr_list\n  - {place.extension}\n")
    for file, text in place.extra:
        for code in CODES if "{code}" in file else ("",):
            project.write(root, file.format(code=code), text)
    first = True
    for code, excerpts in wanted.items():
        if listed := [line for line in excerpts[0].text.split("\n") if _LISTING.fullmatch(line)]:
            for file in listed:
                _put(root, file, _LEADS[file.split("/")[1]], "", first=file == listed[0])
            continue
        for excerpt, counterpart in zip(excerpts, other[code], strict=True):
            own = _original(root, place.file) if place.original else place.file.format(code=code)
            _put(root, excerpt.file or own, excerpt.text, counterpart.text, first)
            first = False
    whole = {e.file for excerpts in wanted.values() for e in excerpts if e.file and e.text.startswith("---")}
    record(root, untouched=whole)


def found(root: Path, prose: bool = False) -> list[Fault]:
    """What the checks find on a day that the examples of waivers were made for."""
    return findings.faults(read(root), prose=prose, today=TODAY)


def _original(root: Path, file: str) -> str:
    slug = file.split("{code}/")[1]
    page = read(root).original(slug)
    assert page
    return page.file


def _put(root: Path, file: str, text: str, other: str, first: bool) -> None:
    if not file.endswith(".md"):
        _append(root, file, text) if file == "mkdocs.yml" else project.write(root, file, f"{text}\n")
        return
    code = file.split("/")[1]
    if not text or text.startswith("---\n"):
        project.write(root, file, f"{text}\n" if text else "")
        return
    if (root / file).is_file():
        before = (root / file).read_text("utf8")
    else:
        checked = "verified: 2026-11-22\n" if first else ""
        before = f"---\ntitle: {_TITLES[code]}\n{checked}---\n\n{_LEADS[code]}\n"
    _, head, body = before.split("---\n", 2)
    if _KEY.match(text):
        head = _with_keys(head, text, other)
    else:
        body = _with_sections(body, text, other)
    project.write(root, file, f"---\n{head}---\n{body}")


def _with_keys(head: str, text: str, other: str) -> str:
    """Front matter in which these lines stand for the keys that either half of the example has."""
    keys = {match["key"] for half in (text, other) for match in _KEY.finditer(half)}
    blocks = re.split(r"^(?=[a-z_]+:)", head, flags=re.MULTILINE)
    at = next((n for n, block in enumerate(blocks) if _key(block) in keys), len(blocks))
    kept = [block for block in blocks if _key(block) not in keys]
    return "".join([*kept[:at], f"{text}\n", *kept[at:]])


def _key(block: str) -> str:
    match = _KEY.match(block)
    return match["key"] if match else ""


def _with_sections(body: str, text: str, other: str) -> str:
    """A page's text in which this part stands for the sections that either half of the example has."""
    ids = {id for half in (text, other) for id, _ in _sections(half)}
    blocks = list(_sections(body))
    at = next((n for n, (id, _) in enumerate(blocks) if id in ids), len(blocks))
    kept = [(id, block) for id, block in blocks if id not in ids]
    return "\n".join([*(b for _, b in kept[:at]), f"\n{text}\n", *(b for _, b in kept[at:])])


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The sections with their ids; what stands before the first heading has the id ""."""
    starts = [0, *(match.start() for match in _HEADING.finditer(text)), len(text)]
    for begin, end in pairwise(starts):
        if block := text[begin:end].strip("\n"):
            id = _HEADING_ID.search(block.split("\n", 1)[0]) if block.startswith("## ") else None
            yield (id["id"] if id else ""), f"{block}\n"


def _append(root: Path, file: str, text: str) -> None:
    """Add settings at the end, or below the key that is there already."""
    path = root / file
    before = path.read_text("utf8")
    key, _, entries = text.partition("\n")
    if f"\n{key}\n" in before:
        path.write_text(before.replace(f"\n{key}\n", f"\n{key}\n{entries}\n"), "utf8")
    else:
        path.write_text(f"{before}\n{text}\n", "utf8")


def halves(given: Mapping[str, RuleText]) -> tuple[Halves, Halves]:
    """The wrong and the right half of an example, each by language."""
    wrong = {code: help.wrong for code, help in given.items()}
    return wrong, {code: help.right for code, help in given.items()}
