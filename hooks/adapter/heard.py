"""What is said while something is made."""

from __future__ import annotations

import logging


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

    def __enter__(self) -> Heard:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)
