"""The dictionaries that the prose checks ask: hunspell's, for each language of the handbook.

`python -m tools.install.dictionaries` makes sure that they are there. Without them the tests of the prose
fail, so that no fault passes because a machine lacks a dictionary.
"""

from __future__ import annotations

import sys

from handbook.prose.hunspell import DICTIONARIES, Dictionaries, Unavailable
from tools.install.debian import install_packages


def missing() -> list[Unavailable]:
    """The dictionaries that cannot be asked."""
    answers = Dictionaries(DICTIONARIES.values()).unknown({name: {"a"} for name in DICTIONARIES.values()})
    return [answer for answer in answers.values() if isinstance(answer, Unavailable)]


def main() -> int:
    """Install what is missing; returns the exit status."""
    if lacking := missing():
        packages = sorted({package for answer in lacking for package in answer.packages})
        print(f"dictionaries: installing {', '.join(packages)}", flush=True)
        problem = install_packages(*packages)
        if missing():
            print(f"dictionaries: {problem or 'installed, but they cannot be used'}.", file=sys.stderr)
            print(f"dictionaries: for Polish, Croatian and English, {lacking[0].install}", file=sys.stderr)
            return 1
    print(f"dictionaries: hunspell with {', '.join(DICTIONARIES.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
