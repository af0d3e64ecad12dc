"""The file that tells in the archive of a release what the history would."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ..model.news import Entry, News

FILE = ".news.json"


def as_text(news: News) -> str:
    """What the file holds."""
    entries = [
        [e.path, e.then, e.time, [list(section) for section in e.sections], e.gone] for e in news.entries
    ]
    begins = news.begins.isoformat() if news.begins else None
    begun = json.dumps({"begins": begins, "known": news.is_known})
    # A line each, so that two of these files can be compared.
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{begun[:-1]}, "entries": [\n{lines}\n]}}\n'


def read_news(root: Path) -> News | None:
    """What the file in a project's folder tells; None where there is none that can be read."""
    try:
        return from_text((root / FILE).read_text("utf8"))
    except (OSError, UnicodeDecodeError):
        return None


def from_text(text: str) -> News | None:
    """What a text such as `as_text` makes tells; None where it is another."""
    try:
        kept = json.loads(text)
        entries = tuple(
            Entry(
                str(path),
                str(then),
                int(time),
                tuple((str(id), str(name)) for id, name in sections),
                str(gone),
            )
            for path, then, time, sections, gone in kept["entries"]
        )
        begins = date.fromisoformat(kept["begins"]) if kept["begins"] else None
        return News(entries, begins, bool(kept["known"]))
    except (ValueError, TypeError, KeyError):
        return None
