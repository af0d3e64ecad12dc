"""Measure the search with the words of treebanks, which nobody chose: how an editor judges the lexicon.

    python -m tools.treebank CODE FILE.conllu ...      builds the site itself
    SITE=site python -m tools.treebank hr hr_set-ud-test.conllu

A treebank says the lemma of every word in it. Each form of a content word whose lemma stands on a
page of the handbook, in any form, is typed without its diacritics, and again with a slip of the finger
where it has six letters or more. It is found if one of the first three results has a form of its lemma, or
is one that staff type it for: strictly a form that the treebank has, which the larger a treebank is the less
is too strict, or also one that only the lexicon has.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from handbook.search.analyser import fold, words
from handbook.search.lexicon import Lexicon, lexicon
from tests.search.slips import slip
from tests.support.project import HANDBOOK, real_handbook
from tests.website.building import mkdocs, served
from tools.browser import find_browser

_CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}
_WORD = re.compile(r"[^\W\d_]{3,}")
_SLIP_FROM = 6
_SHOWN = 40

# Asks the engine that the search box asks, the words as they stand in the box while it is typed into.
_ASK = """async ([address, code, queries]) => {
  const { Engine } = await import(`${address}assets/search/engine.js`);
  const tier = async (name) => (await fetch(`${address}${code}/search/${name}`)).json();
  const engine = new Engine(await tier("index.json"), await tier("rest.json"));
  const first = (query) => engine.search(query).hits.slice(0, 3);
  return queries.map((query) => first(query).map(({ page }) => engine.pages[page].url));
}"""


@dataclass(frozen=True)
class Question:
    """What is typed, the form and the lemma that are meant, and the pages that have it.

    `pages` have a form that the treebank has, `more` one that the lexicon has.
    """

    typed: str
    form: str
    lemma: str
    pages: frozenset[str]
    more: frozenset[str]


def pairs(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The content words of CoNLL-U files in lower case: form and lemma."""
    for file in files:
        for line in file.read_text("utf8").splitlines():
            fields = line.split("\t")
            if len(fields) == 10 and fields[3] in _CONTENT:
                form, lemma = fields[1].lower(), fields[2].lower()
                if _WORD.fullmatch(form) and _WORD.fullmatch(lemma):
                    yield form, lemma


def words_by_page(folder: Path) -> dict[str, set[str]]:
    """The words that stand on each page of a language, by the page's address; `folder` is its search/."""
    index = json.loads((folder / "index.json").read_text("utf8"))
    count = len(list(folder.glob("texts-*.json")))
    texts = [t for n in range(count) for t in json.loads((folder / f"texts-{n}.json").read_text("utf8"))]
    return {
        entry[0]: {word for text in [entry[1], *found] for word in words(text)}
        for entry, found in zip(index["pages"], texts, strict=True)
    }


def with_what_staff_say(pages: Mapping[str, set[str]], code: str) -> dict[str, set[str]]:
    """The words of each page and those that staff type for it, which find it, too."""
    said = real_handbook().sources.staff_words[code]
    found = {url: set(own) for url, own in pages.items()}
    for url, own in found.items():
        if told := said.get(url.removesuffix("/").removeprefix("scenarios/")):
            own.update(word for text in (*told.often, *told.also) for word in words(text))
    return found


def questions(
    found: Iterable[tuple[str, str]],
    pages: Mapping[str, set[str]],
    answers: Mapping[str, set[str]],
    known: Lexicon,
) -> list[Question]:
    """A question for each form whose lemma stands on a page, in a form that the treebank has.

    Args:
        found: forms and lemmas.
        pages: the words that stand on each page.
        answers: the words by which each page is rightly found.
        known: the lexicon.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in found:
        forms[lemma].update((form, lemma))
    asked: list[Question] = []
    for lemma, all_forms in sorted(forms.items()):
        if _with(all_forms, pages):
            right = _with(all_forms, answers)
            more = right | _with(known.forms(lemma), answers)
            asked.extend(Question(fold(form), form, lemma, right, more) for form in sorted(all_forms))
    return asked


def _with(forms: set[str], pages: Mapping[str, set[str]]) -> frozenset[str]:
    return frozenset(url for url, on_page in pages.items() if not on_page.isdisjoint(forms))


def slipped(asked: Sequence[Question]) -> list[Question]:
    """The longer words again, each with one slip of the finger."""
    chance = random.Random(20261124)
    return [replace(q, typed=slip(q.typed, chance)) for q in asked if len(q.typed) >= _SLIP_FROM]


def main(code: str, *files: str) -> None:
    """Print how many are found, of all and of those whose very form stands on no page, and the misses."""
    path = find_browser()
    if path is None:
        sys.exit("no Chrome or Chromium: run `python -m tools.install.browser`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(os.environ.get("SITE") or folder)
        if site == Path(folder) and (done := mkdocs(HANDBOOK, "build", "--site-dir", folder)).returncode:
            sys.exit(done.stdout)
        pages = words_by_page(site / code / "search")
        answers = with_what_staff_say(pages, code)
        asked = questions(pairs(map(Path, files)), pages, answers, lexicon(code))
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(path), args=arguments)
        page = browser.new_page()
        everywhere = set().union(*pages.values())
        with served(site, "/handbook/") as address:
            page.goto(f"{address}{code}/")
            for title, some in (("without diacritics", asked), ("with a slip", slipped(asked))):
                found = page.evaluate(_ASK, [address, code, [q.typed for q in some]])
                both = list(zip(some, found, strict=True))
                for how, hits in (
                    ("a form of the treebank's", [not q.pages.isdisjoint(urls) for q, urls in both]),
                    ("or of the lexicon's", [not q.more.isdisjoint(urls) for q, urls in both]),
                ):
                    unseen = [hit for q, hit in zip(some, hits, strict=True) if q.form not in everywhere]
                    print(
                        f"{code}, {title}, {how}: {_share(hits)}; where it stands on no page {_share(unseen)}"
                    )
                missed = [f"{q.typed} ({q.form}, {q.lemma})" for q, urls in both if q.more.isdisjoint(urls)]
                print("  missed:", ", ".join(missed[:_SHOWN]), flush=True)
        browser.close()


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / max(1, len(hits)):.4f} of {len(hits)}"


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
