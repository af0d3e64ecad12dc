"""One converter of Markdown for all pages of a language.

MkDocs sets one up for each page, with all extensions, which takes a tenth of the time of the conversion. Here
it gets the one of the page before, which forgets that page first, as Python-Markdown asks of extensions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files

# By which MkDocs' module knows Python-Markdown.
_NAME = "markdown"


class Converters:
    """The converter of the present pass."""

    def __init__(self) -> None:
        self._pass: tuple[MkDocsConfig, Files] | None = None
        self._made: markdown.Markdown | None = None

    @contextmanager
    def shared(self, config: MkDocsConfig, files: Files) -> Iterator[None]:
        """Have what is rendered meanwhile converted by the same converter as all pages of these files."""
        if self._pass is None or self._pass[0] is not config or self._pass[1] is not files:
            self._pass, self._made = (config, files), None
        names = vars(pages)
        before, names[_NAME] = names[_NAME], SimpleNamespace(Markdown=self._converter)
        try:
            yield
        except BaseException:
            self._made = None  # It stopped in the middle of something.
            raise
        finally:
            names[_NAME] = before

    def _converter(
        self, extensions: list[Any], extension_configs: Mapping[str, dict[str, Any]]
    ) -> markdown.Markdown:
        if self._made is None:
            self._made = markdown.Markdown(extensions=extensions, extension_configs=extension_configs)
        return self._made.reset()
