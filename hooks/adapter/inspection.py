"""MkDocs adapter: the checks, once a build, before any language is built, and a second look at each page.

static-i18n builds the default language first and the others inside its own on_post_build. The first
on_files is the only place where the whole site can be checked at once; with --strict a finding ends
the build there, before a page is written.
"""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook import findings
from handbook.checks.safety import let_pass
from handbook.findings.messages import worded
from handbook.languages import language
from handbook.model import rules
from handbook.reading.reader import reader
from handbook.safety.finished import look, own_code
from static_i18n import static_i18n

log = get_plugin_logger("handbook")

_LEVELS = {rules.ERROR: logging.ERROR, rules.WARNING: logging.WARNING, rules.NOTICE: logging.INFO}

# The files that the checks have told of already, and the frame's own scripts and styles.
_TOLD: set[str] = set()
_FRAME: set[str] = set()


@event_priority(0)  # Before static-i18n (-100) leaves one language only.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    project = reader(Path(config.config_file_path).parent).latest
    if not static_i18n(config).building:
        found = findings.of(project)
        _TOLD.clear()
        _TOLD.update(finding.file for finding in found if finding.rule in rules.GROUPS["safety"])
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


@event_priority(0)  # Before website.py (-100) has put it where it belongs.
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    # It holds nothing that a writer has written.
    if template_name == "404.html":
        site = urlsplit(config.site_url or "").path
        _FRAME.update(own_code(output_content.replace(f'"{site}', '"/')))
    return output_content


@event_priority(-300)  # After everything that changes a page.
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Hold the finished page against what is allowed, whatever the checks have found in its text."""
    project = reader(Path(config.config_file_path).parent).latest
    file = f"{project.settings.docs_dir}/{page.file.src_uri}"
    if file not in _TOLD and (violations := look(output, _FRAME)):
        ours = project.pages.get(page.file.src_uri)
        told = language(ours.language if ours else None)
        for finding in worded(let_pass(project.settings, ours, file, violations)):
            log.error("%s", told.word("build", "let-pass", finding=str(finding)))
    return output
