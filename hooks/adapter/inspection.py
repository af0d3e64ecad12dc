"""The checks, once a build and before any language is built, and a second look at each finished page.

static-i18n builds the default language first and the others inside its own on_post_build. The first
on_files is the only place where the whole site can be checked at once; with --strict a finding ends
the build there, before a page is written.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from adapter.builds import today
from handbook import findings
from handbook.checks.rendered import read_otherwise
from handbook.checks.safety import let_pass
from handbook.findings.messages import worded
from handbook.languages import language
from handbook.links.targets import Targets
from handbook.model import rules
from handbook.model.project import Fault, Project
from handbook.model.project import Page as PageRead
from handbook.model.rules.references import PageReadOtherwise
from handbook.safety.finished import look, own_code
from handbook.site.added_ids import PageIds
from handbook.site.former_pages import former_ids

from .heard import Heard
from .pass_memory import PassMemory
from .store import digest

_LEVELS = {rules.ERROR: logging.ERROR, rules.WARNING: logging.WARNING, rules.NOTICE: logging.INFO}

_JUDGED_AGAIN = (*rules.GROUPS["safety"], PageReadOtherwise.rule_id)


class Inspection:
    """What has been told of the project, so that the second look tells of nothing twice."""

    def __init__(self, memory: PassMemory | None = None) -> None:
        self._memory = memory  # A check alone has none, and compares nothing.
        self._judged: Project | None = None
        # The faults of the project as it was checked last, and how grave each rule is there.
        self.faults: tuple[Fault, ...] = ()
        self.severities: Mapping[str, str] = {}
        self._log = get_plugin_logger("handbook")
        self._told: set[str] = set()  # The files with faults that the second look would find, too.
        self.said: frozenset[str] = frozenset()  # What the checks have told.
        self.frame: set[str] = set()  # The frame's own scripts and styles.
        self._compared: Project | None = None
        self._targets: Targets
        self._led_to = ""  # A digest of all that links can lead to.
        self._ids: PageIds

    def judge(self, project: Project) -> None:
        """Find the faults of a project, once for as long as it stays as it is."""
        if project is not self._judged:
            self._judged = project
            self.faults = tuple(findings.faults(project, today=today()))
            self.severities = findings.severities_of(project)

    def check(self, project: Project, config: MkDocsConfig) -> None:
        """Log all findings.

        Raises:
            PluginError: the build is strict, and there are findings beside notices.
        """
        self.judge(project)
        found = worded(self.faults, self.severities)
        self._told = {finding.file for finding in found if finding.rule in _JUDGED_AGAIN}
        with Heard(logging.NOTSET) as heard:
            for finding in found:
                self._log.log(_LEVELS[finding.severity], "%s", finding)
        self.said = frozenset(message for _, _, message in heard.said)
        failing = sum(finding.severity != rules.NOTICE for finding in found)
        if failing and config.strict:
            raise PluginError(f"the handbook has {failing} findings, so nothing of it is built")

    def learn_frame(self, html: str, config: MkDocsConfig) -> None:
        """Take the frame's code from the page for missing pages, which holds nothing that a writer wrote."""
        site = urlsplit(config.site_url or "").path
        self.frame.update(own_code(html.replace(f'"{site}', '"/')))

    def compare(self, html: str, page: Page, project: Project) -> None:
        """Hold a page's content against what was read in its text: no other page is judged here."""
        ours = project.pages.get(page.file.src_uri)
        if ours is None or project.settings.macros or ours.file in self._told:
            return
        if self._compared is not project:
            self._compared = project
            # The command line may want other addresses than mkdocs.yml, as for an archive.
            settings = replace(project.settings, use_directory_urls=page.file.use_directory_urls)
            self._targets, self._ids = Targets(replace(project, settings=settings)), PageIds(project)
            self._led_to = digest(repr(settings), *sorted(project.files))
        told = language(ours.language)
        for finding in worded(self._otherwise(ours, html, project)):
            self._log.error("%s", told.word("build", "read-otherwise", finding=str(finding)))

    def _otherwise(self, page: PageRead, html: str, project: Project) -> tuple[Fault, ...]:
        known = self._ids.of(page) | former_ids(project.redirects, page.slug).keys()

        def judge() -> tuple[Fault, ...]:
            return tuple(read_otherwise(page, html, self._targets, known))

        if self._memory is None:
            return judge()
        made_of = digest(self._led_to, page.path, page.document.text, html, *sorted(known))
        return self._memory.compared.found(lambda: made_of, judge)

    def look_again(self, html: str, page: Page, project: Project) -> bool:
        """Hold a finished page against what is allowed, whatever the checks have found in its text.

        Returns:
            Whether it was looked at, and nothing was found.
        """
        file = f"{project.settings.docs_dir}/{page.file.src_uri}"
        if file in self._told:
            return False
        violations = look(html, self.frame)
        if violations:
            ours = project.pages.get(page.file.src_uri)
            told = language(ours.language if ours else None)
            for finding in worded(let_pass(project.settings, ours, file, violations)):
                self._log.error("%s", told.word("build", "let-pass", finding=str(finding)))
        return not violations


def without_unreadable(files: Files, project: Project) -> Files:
    """Leave out pages that cannot be read: each would end the build in a traceback."""
    unreadable = {path for path, page in project.pages.items() if page.unreadable}
    for file in [f for f in files if f.src_uri in unreadable]:
        files.remove(file)
    return files
