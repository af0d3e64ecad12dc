"""What is said while something is made."""

from __future__ import annotations

import logging
from collections.abc import Iterable

# By which logger, at which level, what.
Said = tuple[str, int, str]


class Heard(logging.Handler):
    """Hears what MkDocs and its plugins log while a block runs."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def lines(self) -> list[str]:
        """What was said, but for the checks' findings."""
        others = (record for record in self.records if not record.name.endswith(".handbook"))
        return [record.getMessage() for record in others]

    @property
    def said(self) -> list[Said]:
        """All that was said, as it can be kept, and said again."""
        return [(record.name, record.levelno, record.getMessage()) for record in self.records]

    def __enter__(self) -> Heard:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def say_again(said: Iterable[Said]) -> None:
    """Say what was heard in another process or build."""
    for name, level, message in said:
        log = logging.getLogger(name)
        log.handle(log.makeRecord(name, level, "", 0, message, (), None))
