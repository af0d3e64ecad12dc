"""Spelling, by hunspell and its dictionaries: one process a language for all words together.

What a dictionary said of a word is kept, so the next check in the same process asks only for words
that are new.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from weakref import WeakSet

from ..languages import LANGUAGES

DICTIONARIES = {code: spoken.dictionary.name for code, spoken in LANGUAGES.items() if spoken.dictionary}
_PACKAGES = {
    spoken.dictionary.name: spoken.dictionary.package for spoken in LANGUAGES.values() if spoken.dictionary
}
HUNSPELL = "hunspell"

# A suggestion takes up to a tenth of a second, and one for a long word more; who has more words to mend than
# this is told of the first and has the others when these are mended.
_SUGGESTED = 10
_LONGEST_SUGGESTED = 30
_LONGEST = 100
_NO_WORD = "zqxjzqxjk"
# How much hunspell gives way to others, as `nice` counts.
_LATER = 10


@dataclass
class _Verdicts:
    """What a dictionary was asked so far, and which of it is wrong."""

    asked: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    # Those of them that were wanted in this process.
    wanted: set[str] = field(default_factory=set)


_known: dict[str, _Verdicts] = {}
_ahead: dict[str, subprocess.Popen[bytes] | None] = {}
_started: WeakSet[subprocess.Popen[bytes]] = WeakSet()


def _let_go() -> None:
    """In a copy of this process: hunspell answers when nobody holds its input open any more."""
    for process in _started:
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


if hasattr(os, "register_at_fork"):  # Not on Windows.
    os.register_at_fork(after_in_child=_let_go)


class Unavailable(Exception):
    """A dictionary cannot be used: what is missing, and the Debian packages that bring it."""

    def __init__(self, missing: str, *packages: str) -> None:
        super().__init__(missing)
        self.missing, self.packages = missing, packages

    @property
    def install(self) -> str:
        """The command that mends it."""
        return f"apt install {' '.join(self.packages)}"


def read_ahead() -> None:
    """Let hunspell read the usual dictionaries already, for the `Dictionaries` that come next.

    It takes most of its time for that, and another processor can do it while this one is still busy
    with Python's imports and the pages.
    """
    for name in DICTIONARIES.values():
        if name not in _known and name not in _ahead:
            _ahead[name] = _start(name, "-l")


def recall(name: str, right: Iterable[str], wrong: Iterable[str]) -> None:
    """Take note of what a dictionary said of words in another process."""
    if name not in _known:
        bad = set(wrong)
        _known[name] = _Verdicts(asked=bad.union(right), wrong=bad)


def want_all() -> None:
    """Count all that was recalled as wanted: there are texts that nobody looks at, as they are known."""
    for known in _known.values():
        known.wanted |= known.asked


def answers() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """What each dictionary has said of the words of this process: the right and the wrong ones."""
    return {
        name: (frozenset(known.wanted - known.wrong), frozenset(known.wanted & known.wrong))
        for name, known in _known.items()
    }


class Dictionaries:
    """Dictionaries that are read while their words are still being collected."""

    def __init__(self, names: Iterable[str]) -> None:
        self._started = {
            name: _ahead.pop(name, None) or _start(name, "-l") for name in set(names) if name not in _known
        }

    def unknown(self, words: Mapping[str, Set[str]]) -> dict[str, frozenset[str] | Unavailable]:
        """The words that a dictionary does not know.

        Args:
            words: dictionary -> words, letters and apostrophes only.

        Returns:
            Dictionary -> those of its words that are wrong, or why it could not be asked.
        """
        with ThreadPoolExecutor(len(words) or 1) as pool:
            answers = pool.map(self._unknown, words.keys(), words.values())
            return dict(zip(words, answers, strict=True))

    def _unknown(self, name: str, words: Set[str]) -> frozenset[str] | Unavailable:
        verdicts = _known.get(name, _Verdicts())
        # No language has such words, and hunspell would look for them longer than for all others.
        endless = {word for word in words if len(word) > _LONGEST}
        verdicts.wrong |= endless
        verdicts.asked |= endless
        verdicts.wanted |= words
        new = words - verdicts.asked
        process = self._started.pop(name, None)
        if new or process:
            try:
                wrong = _wrong(name, process or _start(name, "-l"), new)
            except Unavailable as missing:
                return missing
            verdicts.asked |= new
            verdicts.wrong |= wrong
            _known[name] = verdicts
        return frozenset(words & verdicts.wrong)


def _wrong(name: str, process: subprocess.Popen[bytes] | None, words: Set[str]) -> set[str]:
    """Those of the words that a dictionary does not know; each is judged whatever the others are."""
    # Some words are taken apart at their apostrophe, and then a part is named, which may be a word of its
    # own as well; so what is said of each of them stands behind a word that no dictionary has.
    apart = [word for word in words if "'" in word]
    whole = set(words).difference(apart)
    answer = _ask(name, process, [*whole, *(line for word in apart for line in (_NO_WORD, word))]).split()
    begins = [place for place, word in enumerate(answer) if word == _NO_WORD] or [len(answer)]
    found = whole.intersection(answer[: begins[0]])
    for word, begin, end in zip(apart, begins, [*begins[1:], len(answer)], strict=False):
        if end - begin > 1:
            found.add(word)
    return found


def suggestions(dictionary: str, words: Iterable[str]) -> dict[str, str]:
    """What a dictionary would rather see: wrong word -> right word, for the first few of the words."""
    asked = list(dict.fromkeys(word for word in words if len(word) <= _LONGEST_SUGGESTED))[:_SUGGESTED]
    if not asked:
        return {}
    # "^" keeps a word from being read as a command.
    answer = _ask(dictionary, _start(dictionary, "-a"), [f"^{word}" for word in asked])
    found: dict[str, str] = {}
    for line in answer.splitlines():
        # & wrong 2 0: right, write
        if line.startswith("& "):
            wrong, _, guesses = line[2:].partition(" ")
            found[wrong] = guesses.partition(": ")[2].split(", ")[0]
    return found


def _start(dictionary: str, option: str) -> subprocess.Popen[bytes] | None:
    """hunspell, reading a dictionary; None where there is no hunspell."""
    command = [HUNSPELL, "-d", dictionary, "-i", "utf-8", option]
    pipe = subprocess.PIPE
    # A dictionary in the folder that it is run in goes before the system's, and a project may hold any file.
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd="/")
    except OSError:
        return None
    _started.add(process)
    if hasattr(os, "setpriority"):  # Not on Windows.
        # Its answer is wanted last: where processors are few, this process goes first.
        os.setpriority(os.PRIO_PROCESS, process.pid, _LATER)
    return process


def _ask(dictionary: str, process: subprocess.Popen[bytes] | None, lines: Iterable[str]) -> str:
    if process is None:
        raise Unavailable(HUNSPELL, HUNSPELL, *map(_package, DICTIONARIES.values()))
    with process:
        answer, _ = process.communicate("".join(f"{line}\n" for line in lines).encode())
    if process.returncode:
        raise Unavailable(f"{HUNSPELL} -d {dictionary}", _package(dictionary))
    return answer.decode("utf8", "replace")


def _package(dictionary: str) -> str:
    """The Debian package of a dictionary; one that is not ours is called after its country, as en_US is."""
    return _PACKAGES.get(dictionary) or f"{HUNSPELL}-{dictionary.lower().replace('_', '-')}"
