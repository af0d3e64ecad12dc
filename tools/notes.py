"""The notes of a release, from CHANGELOG.md.

python tools/notes.py TAG     the section of that version; fails where the tag is not that of pyproject.toml
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


class NotReady(Exception):
    """The release cannot be made; the message says what is missing."""


def notes(tag: str, version: str, changelog: str) -> str:
    """The text of a version's section.

    Raises:
        NotReady: the tag is not "v" and the version, or the changelog has no text for it.
    """
    if tag != f"v{version}":
        raise NotReady(f"the tag is {tag}, but pyproject.toml says {version}: it would be v{version}")
    section = re.search(
        rf"^## \[{re.escape(version)}\][^\n]*\n(?P<text>.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    if section is None or not section["text"].strip():
        raise NotReady(f"CHANGELOG.md has no section ## [{version}] with a text")
    return section["text"].strip() + "\n"


def main(tag: str) -> int:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]["version"]
    try:
        print(notes(tag, version, (ROOT / "CHANGELOG.md").read_text("utf8")), end="")
    except NotReady as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
