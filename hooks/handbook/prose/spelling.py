"""Spelling, by hunspell and its dictionaries: one process a language for all words together.

What a dictionary said of a word is kept, so the next check in the same process asks only for words
that are new.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

DICTIONARIES = {"pl": "pl_PL", "hr": "hr_HR", "en": "en_GB"}
HUNSPELL = "hunspell"

# Suggestions are slow; who has more words to mend than this has other worries.
_SUGGESTED = 40

_known: dict[str, dict[str, bool]] = {}


class Unavailable(Exception):
    """A dictionary cannot be used: what is missing, and the Debian packages that bring it."""

    def __init__(self, missing: str, *packages: str) -> None:
        super().__init__(missing)
        self.missing, self.packages = missing, packages

    @property
    def install(self) -> str:
        """The command that mends it."""
        return f"apt install {' '.join(self.packages)}"


def unknown(words: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str] | Unavailable]:
    """The words that a dictionary does not know.

    Args:
        words: dictionary -> words, letters and apostrophes only.

    Returns:
        Dictionary -> those of its words that are wrong, or why it could not be asked.
    """
    asked = {name: set(given) - _known.setdefault(name, {}).keys() for name, given in words.items()}
    with ThreadPoolExecutor(len(words) or 1) as pool:
        answers = dict(zip(asked, pool.map(_ask, asked.items()), strict=True))
    found: dict[str, frozenset[str] | Unavailable] = {}
    for name, answer in answers.items():
        if isinstance(answer, Unavailable):
            found[name] = answer
            continue
        known = _known[name]
        for word in asked[name]:
            # hunspell takes some words apart at their apostrophe.
            known[word] = word not in answer and answer.isdisjoint(word.split("'"))
        found[name] = frozenset(word for word in words[name] if not known[word])
    return found


def suggestions(dictionary: str, words: Iterable[str]) -> dict[str, str]:
    """What a dictionary would rather see: wrong word -> right word, for the first of the words."""
    asked = sorted(set(words))[:_SUGGESTED]
    if not asked:
        return {}
    # "^" keeps a word from being read as a command.
    answer = _run(dictionary, ["-a"], "".join(f"^{word}\n" for word in asked))
    found: dict[str, str] = {}
    for line in answer.splitlines():
        # & wrong 2 0: right, write
        if line.startswith("& "):
            wrong, _, guesses = line[2:].partition(" ")
            found[wrong] = guesses.partition(": ")[2].split(", ")[0]
    return found


def _ask(question: tuple[str, set[str]]) -> set[str] | Unavailable:
    dictionary, words = question
    if not words and _known[dictionary]:
        return set()
    try:
        return set(_run(dictionary, ["-l"], "".join(f"{word}\n" for word in sorted(words))).split())
    except Unavailable as missing:
        return missing


def _run(dictionary: str, options: list[str], text: str) -> str:
    command = [HUNSPELL, "-d", dictionary, "-i", "utf-8", *options]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    except OSError:
        raise Unavailable(HUNSPELL, HUNSPELL, *map(_package, DICTIONARIES.values())) from None
    if done.returncode:
        raise Unavailable(f"{HUNSPELL} -d {dictionary}", _package(dictionary))
    return done.stdout.decode("utf8", "replace")


def _package(dictionary: str) -> str:
    """The Debian package of a dictionary: pl_PL is in hunspell-pl, en_GB in hunspell-en-gb."""
    language, _, country = dictionary.lower().partition("_")
    return (
        f"{HUNSPELL}-{language}"
        if language == country or language == "hr"
        else f"{HUNSPELL}-{language}-{country}"
    )
