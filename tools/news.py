"""Writing what the history tells into a file, for an archive that has no history.

python -m tools.news [FOLDER]     into a folder; without one, into the project's own
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from handbook.reading.kept_news import FILE, as_text
from handbook.reading.page_history import news
from handbook.reading.reader import reader

ROOT = Path(__file__).parents[1]


def write(folder: Path) -> Path:
    """Write what the project's history tells into a folder, and return the file."""
    made = folder / FILE
    made.write_text(as_text(news(reader(ROOT).read(), ROOT)), "utf8")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    print(write(Path(given[0]) if given else ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
