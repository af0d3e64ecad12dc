"""MkDocs adapter: the checks alone, for a site that is not the handbook.

    hooks: [PATH/TO/THIS/CHECKOUT/hooks/check.py]

Findings are told once a build and before anything is written; with --strict they end it.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from adapter import page_texts
from adapter.builds import Builds
from adapter.inspection import Inspection, without_unreadable
from adapter.static_i18n import static_i18n
from handbook.reading.settings import SettingsError

BUILDS, INSPECTION = Builds(), Inspection()


@event_priority(0)  # Before static-i18n (-100) leaves one language only; inside its builds all is told.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    building = static_i18n(config).building
    try:
        project = BUILDS.project if building else BUILDS.read(config)
    except SettingsError as error:
        raise PluginError(str(error)) from None
    if not building:
        INSPECTION.check(project, config)
    return without_unreadable(files, project)


@event_priority(-1000)  # After all that read pages in ways of their own: what was refused stays refused.
def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    ours = BUILDS.project.pages.get(page.file.src_uri)
    return page_texts.body(ours.document.text, ours) if ours is not None and ours.front.broken else None
