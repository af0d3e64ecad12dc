"""What readers find for a query, in the terminal: the ranking, and why each page is there."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..languages import language
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN, FOUND

if TYPE_CHECKING:
    from ..search.engine import Answer

_SCRIPTS = Path("assets", "search")


class NoIndex(Exception):
    """There is no built index to ask; the message says how to get one."""


def answer(site: Path, code: str, query: str, page: str = "", limit: int = 10) -> Answer:
    """Ask the index of a built site.

    Args:
        site: the built site.
        code: the language.
        query: what is typed.
        page: the kind of page that it is typed on: "editing", say.
        limit: how many pages are wanted.

    Raises:
        NoIndex: the site has none for this language.
        ImportError: the group "search" is not installed, which brings V8.
    """
    # No other command needs V8.
    from ..search.engine import Engine
    from ..search.index import FILES

    folder = site / code / "search"
    try:
        texts = [(folder / name).read_text("utf8") for name in FILES]
    except FileNotFoundError as error:
        raise NoIndex(f"{error.filename}: no such file; run `make build` first") from None
    with Engine(site / _SCRIPTS, *texts) as engine:
        return engine.ask(query, page, limit)


def told(found: Answer, code: str) -> str:
    """The ranking as lines: place, score, page, and below it which of its parts have which words."""
    words = language(code).texts["search"]
    lines = [words["taken"].format(word=typed, found=taken) for typed, taken in found.corrected]
    lines += [words["unknown"].format(word=word) for word in found.unknown]
    for place, page in enumerate(found.pages, 1):
        lines.append(f"{place:2}  {page.score:6.2f}  {page.title}  ({page.url})")
        parts: dict[str, dict[str, None]] = {}
        for kind, lemmas in page.why:
            parts.setdefault(words["parts"][kind], {}).update(dict.fromkeys(lemmas))
        lines += [f"            {name}: {', '.join(lemmas)}" for name, lemmas in parts.items()]
    if not found.pages:
        lines.append("-")
    return "\n".join(lines)


def search(options: argparse.Namespace) -> int:
    """Show what readers find; returns the exit status."""
    languages = Reader(options.project).read().settings.languages
    code = options.lang or languages[0]
    if code not in languages:
        print(f"handbook: --lang: {code!r} is none of {', '.join(languages)}", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        found = answer(options.site, code, " ".join(options.query), options.asker)
    except (NoIndex, ImportError) as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    print(told(found, code))
    return CLEAN if found.pages else FOUND
