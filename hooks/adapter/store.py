"""What was made before, kept in a folder that git ignores until something that goes into it changes.

HANDBOOK_CACHE=off does without, =on keeps it where CI is set, too.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import handbook
from handbook.base.writing import put

FOLDER = ".handbook-cache"
SWITCH = "HANDBOOK_CACHE"
# This package, and the one that it drives.
_CODE = (Path(__file__).parent, Path(handbook.__file__).parent)


class Store:
    """Values of JSON, each under a name, with the key that says what they were made of.

    They are read as JSON and as nothing else: what lies in the folder can never be run.
    """

    def __init__(self) -> None:
        self._known: dict[Path, dict[str, Any]] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything is kept: not where others' proposals are built, unless it is asked for."""
        return os.environ.get(SWITCH, "off" if os.environ.get("CI") else "on") != "off"

    @cached_property
    def tools(self) -> str:
        """A digest of what makes everything here: our code, its data and texts, and the libraries."""
        # All that is installed: which libraries make a site is for mkdocs.yml to say.
        libraries = sorted(f"{found.name} {found.version}" for found in distributions())
        made = sha256("\n".join([sys.version, *libraries]).encode())
        for path in sorted(path for folder in _CODE for path in folder.rglob("*")):
            if path.suffix in (".py", ".yml", ".txt") and path.is_file():
                content = path.read_bytes()
                made.update(f"\n{path.name} {len(content)}\n".encode())
                made.update(content)
        return made.hexdigest()

    def get(self, root: Path, name: str, key: str) -> Any:
        """The value under a name, None where there is none that was made of the same."""
        place = _place(root, name)
        kept = self._known.get(place) or _read(place)
        if kept.get("key") != key:
            return None
        self._known[place] = kept
        return kept.get("value")

    def put(self, root: Path, name: str, key: str, value: Any) -> None:
        """Keep a value for the next time, in the place of the one under this name."""
        place = _place(root, name)
        kept = {"key": key, "value": value}
        _write(place, kept)
        self._known[place] = kept


def digest(*parts: str) -> str:
    """One digest of some texts, wherever one of them ends."""
    made = sha256()
    for part in parts:
        held = part.encode("utf8", "surrogatepass")
        made.update(f"{len(held)}:".encode())
        made.update(held)
    return made.hexdigest()


def _place(root: Path, name: str) -> Path:
    return root / FOLDER / f"{digest(name)[:32]}.json"


def _read(place: Path) -> dict[str, Any]:
    """What is kept at a place; nothing where there is none, or it was cut off."""
    try:
        found = json.loads(place.read_text("utf8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(place: Path, kept: dict[str, Any]) -> None:
    """Keep something for the next build; where that cannot be, the next one works as this one did."""
    with suppress(OSError):
        put(place.parent, place.name, json.dumps(kept, ensure_ascii=False))
