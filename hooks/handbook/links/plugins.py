"""What a site's plugins settle while it is built, so that a check without them cannot call it broken."""

from __future__ import annotations

import re

from ..base.positions import Position
from ..model.document import Problem
from ..model.project import Page, Settings
from ..model.rules.links import LinkTextEmpty
from ..model.rules.references import FootnoteUndefined, FootnoteUnused, ReferenceUndefined, ReferenceUnused
from ..reading.site_markdown import SNIPPETS, site_markdown

_REFERENCES = (ReferenceUndefined, ReferenceUnused, FootnoteUndefined, FootnoteUnused)
# Resolve [text][name] by names that stand on no page.
_RESOLVE = frozenset({"autorefs", "mkdocstrings"})
# Bring pages, files or ids that nobody sees before the build, or rewrite what stands on a page.
BRING = frozenset(
    [
        "api-autonav",
        "autorefs",
        "blog",
        "gen-files",
        "include-markdown",
        "literate-nav",
        "macros",
        "markdown-exec",
        "mkdocs-jupyter",
        "mkdocstrings",
        "monorepo",
        "multirepo",
        "same-dir",
        "table-reader",
        "tags",
    ]
)
# Make the navigation themselves, of other files than mkdocs.yml.
NAVIGATORS = frozenset(
    ["api-autonav", "awesome-nav", "awesome-pages", "gen-files", "literate-nav", "mkdocs-nav-weight"]
)
# [](){#here}, an anchor of autorefs
_ANCHOR = re.compile(r"\[\]\(\s*\)\{[^}\n]*#[^}\n]*\}")


def is_anchor(page: Page, position: Position) -> bool:
    """Whether an empty link is an anchor that autorefs knows."""
    line = page.document.lines[position.line - 1]
    return _ANCHOR.match(line, max(position.column - 1, 0)) is not None


class References:
    """Which references and footnotes stay undefined once the site's own Markdown has seen a page."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def settles(self, page: Page, problem: Problem) -> bool:
        """Whether a problem is none, or may be none, when the site is built."""
        plugins, broken = self._settings.plugins, problem.broken
        if isinstance(broken, LinkTextEmpty):
            return "autorefs" in plugins and is_anchor(page, problem.position)
        if isinstance(broken, ReferenceUndefined) and plugins & _RESOLVE:
            return True
        if isinstance(broken, _REFERENCES) and self._settings.changers:
            return True  # A hook may define names, and use them.
        if not isinstance(broken, ReferenceUndefined | FootnoteUndefined):
            return False
        if self._settings.handbook and SNIPPETS not in self._settings.markdown:
            return False
        rendered = site_markdown(self._settings).of(page)
        mark = "^" if isinstance(broken, FootnoteUndefined) else ""
        return rendered is not None and f"[{mark}{broken.name}]" not in rendered.text
