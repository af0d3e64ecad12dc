"""Where the help for the rules stands on the handbook's own site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..links.addresses import fault_of
from ..links.targets import Targets
from ..model.project import Finding, Page, Project

# The list that shows the help on a page, see site/lists/rule_list.py.
LIST = "rules"


@dataclass(frozen=True)
class HelpSite:
    """Where the help is on the web: the page's full address, and its language."""

    address: str
    language: str

    def of(self, rule: str) -> str:
        """The address of one rule's help."""
        return f"{self.address}#{rule}"

    @property
    def is_public(self) -> bool:
        """Whether others than the writer can open it."""
        return fault_of(self.address) is None


def help_site(project: Project, findings: Iterable[Finding]) -> HelpSite | None:
    """The help in the language of the findings where they have one in common, else in the default one.

    None where no page has it, or nobody knows the site's address.
    """
    files = {finding.file for finding in findings}
    codes = {page.language for page in project.pages.values() if page.file in files}
    page = help_page(project, codes.pop() if len(codes) == 1 else None)
    if page is None or not page.language or not project.settings.site_url:
        return None
    address = f"{project.settings.site_url.rstrip('/')}/{Targets(project).url(page.path)}"
    return HelpSite(address, page.language)


def help_page(project: Project, code: str | None) -> Page | None:
    """The page that holds the help, in this language; in the default one where it is not ours."""
    pages = [page for page in project.pages.values() if _has_list(page)]
    wanted = (code, project.settings.default_language)
    return next((page for one in wanted for page in pages if page.language == one), None)


def _has_list(page: Page) -> bool:
    return any(name == LIST for name, _ in page.document.markers)
