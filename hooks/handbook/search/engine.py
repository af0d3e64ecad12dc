"""The browser's own search engine, asked from Python: the ranking that readers get, and why.

It is docs/assets/search/engine.js, run by V8 (the package mini-racer, in the groups dev and search), so
there is nothing that could differ from what readers see.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from py_mini_racer import MiniRacer

from ..base.javascript import module

_ENTRY = "engine.js"
# What a page says of itself, and why it was found: the parts of it that have something of the query.
_ASK = """
(query, from, limit) => {
  const found = engine.search(query, from);
  const { hits, asked, corrected, unknown } = found;
  const { occurrences } = engine;
  const why = ({ page }) => {
    const first = occurrences.starts[page];
    const { parts } = occurrences.pages[page];
    return [...parts].flatMap((kind, at) => {
      const found = engine.inPart(first + at, asked);
      return found.length > 0 ? [[kind, found]] : [];
    });
  };
  return JSON.stringify({
    hits: hits.slice(0, limit).map((hit) => {
      const { url, title } = occurrences.pages[hit.page];
      return [url, title, hit.score, why(hit)];
    }),
    corrected,
    unknown,
    understood: engine.understands(found),
  });
}
"""


@dataclass(frozen=True)
class Found:
    """A page that was found: its address below its language, and the parts that have words of the query."""

    url: str
    title: str
    score: float
    why: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Answer:
    """The pages, the best first; typed words with what they were taken for; words that no page knows.

    `understood` is false where the first tier of an index is alone and the rest would read a word otherwise.
    """

    pages: tuple[Found, ...]
    corrected: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    understood: bool


class Engine:
    """A language's index, ready to be asked; to be closed, as it holds an engine of its own."""

    def __init__(self, scripts: Path, index: str, *rest: str) -> None:
        """Load the engine.

        Args:
            scripts: the folder of engine.js.
            index: the text of a language's index.json.
            rest: that of its rest.json; without it, the engine knows what it does while that is awaited.
        """
        tiers = ", ".join(f"JSON.parse({json.dumps(text)})" for text in (index, *rest))
        self._racer = MiniRacer()
        self._racer.eval("const found = {};\n" + _bundle(scripts, _ENTRY, set()))
        self._racer.eval(
            f"const engine = new found[{json.dumps(_ENTRY)}].Engine({tiers});const ask = {_ASK.strip()};"
        )

    def ask(self, query: str, page: str = "", limit: int = 10) -> Answer:
        """Search as a reader does.

        Args:
            query: what is typed.
            page: the kind of page that it is typed on.
            limit: how many pages to tell.
        """
        call = f"ask({json.dumps(query)}, {json.dumps(page)}, {limit})"
        told: dict[str, Any] = json.loads(str(self._racer.eval(call)))
        pages = (
            Found(url, title, score, tuple((kind, tuple(words)) for kind, words in why))
            for url, title, score, why in told["hits"]
        )
        corrected = tuple((typed, taken) for typed, taken in told["corrected"])
        return Answer(tuple(pages), corrected, tuple(told["unknown"]), bool(told["understood"]))

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._racer.close()


def _bundle(scripts: Path, name: str, done: set[str]) -> str:
    """A module and all that it imports as one script, each a value of `found` by its name."""
    done.add(name)
    read = module(name, (scripts / name).read_text("utf8"))
    names = [path.removeprefix("./") for path in read.imports]
    before = "".join(_bundle(scripts, other, done) for other in names if other not in done)
    modules = ", ".join(f"found[{json.dumps(other)}]" for other in names)
    return (
        f"{before}found[{json.dumps(name)}] = ((modules) => {{\n{read.body}\n"
        f"return {{ {', '.join(read.exports)} }};\n}})([{modules}]);\n"
    )
