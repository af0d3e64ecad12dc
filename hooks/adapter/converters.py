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

from .block_processors import try_where_due
from .conversion import lexers_known, seek_contents_once
from .inline_patterns import try_sparingly

# By which MkDocs' module knows Python-Markdown, and what turns the targets of a page's links into addresses.
_NAME, _TARGETS = "markdown", "_RelativePathTreeprocessor"


class _Targets(pages._RelativePathTreeprocessor):
    """Looks each target of a page up once, and so tells once of one that is not there."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._known: dict[str, str] = {}

    def path_to_url(self, url: str) -> str:
        if (known := self._known.get(url)) is None:
            known = self._known[url] = super().path_to_url(url)
        return known


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
        before = {name: names[name] for name in (_NAME, _TARGETS)}
        names.update({_NAME: SimpleNamespace(Markdown=self._converter), _TARGETS: _Targets})
        try:
            with lexers_known():
                yield
        except BaseException:
            self._made = None  # It stopped in the middle of something.
            raise
        finally:
            names.update(before)

    def _converter(
        self, extensions: list[Any], extension_configs: Mapping[str, dict[str, Any]]
    ) -> markdown.Markdown:
        if self._made is None:
            made = markdown.Markdown(extensions=extensions, extension_configs=extension_configs)
            self._made = seek_contents_once(try_where_due(try_sparingly(made)))
        return self._made.reset()
