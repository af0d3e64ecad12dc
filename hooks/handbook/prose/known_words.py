"""What hunspell said of words, kept for the next check for as long as the dictionary is the same.

Most of its time goes into reading its dictionaries; a check that finds all words here does not start it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..base.digest import digest
from ..base.store import Store
from . import hunspell

# Where hunspell looks for dictionaries, in its order (hunspell -D), as far as distributions put them there.
_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling")
_NAME = "words"


def recall(store: Store, root: Path) -> None:
    """Let hunspell know what its dictionaries said the last time in a project."""
    for name, kept in _kept(store, root).items():
        if isinstance(kept, dict) and (key := dictionaries(name)) and kept.get("key") == key:
            hunspell.recall(name, _words(kept.get("right")), _words(kept.get("wrong")))


def keep(store: Store, root: Path) -> None:
    """Keep for the next time what was asked in this process."""
    found = {}
    for name, (right, wrong) in hunspell.answers().items():
        if key := dictionaries(name):
            found[name] = {"key": key, "right": "\n".join(sorted(right)), "wrong": "\n".join(sorted(wrong))}
    if store.is_on and found != _kept(store, root):
        store.put(root, _NAME, "", found)


def _kept(store: Store, root: Path) -> Mapping[str, Any]:
    kept = store.get(root, _NAME, "") if store.is_on else None
    return kept if isinstance(kept, dict) else {}


def _words(kept: Any) -> frozenset[str]:
    return frozenset(kept.split("\n")) - {""} if isinstance(kept, str) else frozenset()


@cache
def dictionaries(name: str) -> str | None:
    """A digest of all that hunspell makes an answer of: the program, a dictionary, the user's own words.

    None where the dictionary is in none of the usual places, so that nobody can tell.
    """
    program = shutil.which(hunspell.HUNSPELL)
    given = [os.environ.get(variable, "") for variable in ("DICPATH", "WORDLIST", "DICTIONARY")]
    folders = [".", *filter(None, given[0].split(os.pathsep)), *_FOLDERS]
    held = [_content(Path(folder, f"{name}{end}")) for folder in folders for end in (".aff", ".dic")]
    if program is None or not any(held):
        return None
    homes = (Path.home(), Path())
    own = [folder / f".hunspell_{of}" for folder in homes for of in (name, "default")]
    return digest(*given, *held, *map(_content, (Path(program), Path(given[1]), *own)))


def _content(path: Path) -> str:
    """A digest of a file, "" where there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
