"""MkDocs adapter: the checks, once a build, before any language is built.

static-i18n builds the default language first and the others inside its own on_post_build. The first
on_files is the only place where the whole site can be checked at once; with --strict a finding ends
the build there, before a page is written.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from handbook import findings
from handbook.model import rules
from handbook.reading.reader import reader
from static_i18n import static_i18n

log = get_plugin_logger("handbook")

_LEVELS = {rules.ERROR: logging.ERROR, rules.WARNING: logging.WARNING, rules.NOTICE: logging.INFO}


@event_priority(0)  # Before static-i18n (-100) leaves one language only.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    project = reader(Path(config.config_file_path).parent).latest
    if not static_i18n(config).building:
        found = findings.of(project)
        for finding in found:
            log.log(_LEVELS[finding.severity], "%s", finding)
        failing = sum(finding.severity != rules.NOTICE for finding in found)
        if failing and config.strict:
            raise PluginError(f"the handbook has {failing} findings, so nothing of it is built")
    # A page that cannot be read would end the build, and the preview with it, in a traceback.
    unreadable = {path for path, page in project.pages.items() if page.unreadable}
    for file in [f for f in files if f.src_uri in unreadable]:
        files.remove(file)
    return files
