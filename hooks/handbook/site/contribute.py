"""Links with which a reader mends the handbook: edit a page, tell what is wrong, translate it.

Each is a template with blanks; where a template is empty, there is no link. From GitHub's address
for editing the other two follow; any other place names them in mkdocs.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from ..languages import language, language_name
from ..model.digests import digests
from ..model.project import Page, Project

# https://github.com/owner/name/edit/main/docs/{path}
_GITHUB = re.compile(r"(?P<repository>https://[^/]+/[^/]+/[^/]+)/edit/(?P<branch>[^/]+)/(?P<file>.*)")


@dataclass(frozen=True)
class Templates:
    """Addresses with blanks: {title} and {body} in `feedback`, {path} and {text} in `create`."""

    feedback: str = ""
    create: str = ""


@dataclass(frozen=True)
class ToTranslate:
    """A language that a page is missing in: `text` for the link that starts its translation."""

    code: str
    text: str
    url: str


def templates(edit: str, feedback: str | None = None, create: str | None = None) -> Templates:
    """The templates that are given, completed from the one for editing where that is GitHub's."""
    known = _GITHUB.fullmatch(edit)
    if known is None:
        return Templates(feedback or "", create or "")
    repository, branch, file = known["repository"], known["branch"], known["file"]
    return Templates(
        feedback or f"{repository}/issues/new?title={{title}}&body={{body}}",
        create or f"{repository}/new/{branch}?filename={file}&value={{text}}",
    )


def feedback_url(given: Templates, page: Page, address: str) -> str:
    """Where a reader tells what is wrong with a page, with its title and address filled in."""
    names = language(page.language)
    title = names.word("reading", "feedback-title", title=page.title)
    body = names.word("reading", "feedback-body", address=address or page.path)
    return _fill(given.feedback, title=title, body=body)


@dataclass(frozen=True)
class Report:
    """Where a reader says that a card did not help: `url` is `template` with `title` for {title}."""

    url: str
    template: str
    title: str


def report(project: Project, page: Page) -> Report | None:
    """The link of a card for saying that it did not help; None where no place is set for it."""
    template = report_template(project, page.language or "", "card")
    if not template or not project.is_card(page):
        return None
    card = f"{project.neutral(page).id or page.slug} {page.title}"
    title = language(page.language).word("reading", "report-title", card=card)
    return Report(_fill(template, title=title), template, title)


def report_template(project: Project, code: str, form: str) -> str:
    """Where a form in a language is, with {title} still to be filled in; "" where no place is set.

    Args:
        form: "card" for a card that did not help, "words" for words that found nothing.
    """
    return _fill(project.settings.report_uri_template or "", form=form, language=code)


def to_translate(project: Project, given: Templates, page: Page) -> list[ToTranslate]:
    """The languages that a page is missing in, each with a link that starts it as a new file."""
    original = project.original(page.slug)
    if not given.create or original is None:
        return []
    versions = project.by_slug[page.slug]
    missing = [code for code in project.settings.languages if code not in versions]
    names = language(page.language)
    return [
        ToTranslate(
            code,
            names.word("reading", "translate", language=language_name(page.language, code)),
            _fill(given.create, path=f"{code}/{page.slug}", text=skeleton(project, original, code)),
        )
        for code in missing
    ]


def skeleton(project: Project, original: Page, code: str) -> str:
    """A page to translate into: its front matter, and its headings with their ids."""
    sections = language(code).texts["sections"] if project.is_card(original) else {}
    lines = ["---", f"title: {original.title}", "translation:"]
    lines += [f"  {id}: {digest}" for id, digest in digests(original).items()]
    lines += ["---", ""]
    for heading in original.document.headings:
        if heading.level >= 2:
            name = sections.get(heading.id, heading.text)
            lines += [f"{'#' * heading.level} {name} {{#{heading.id}}}", ""]
    return "\n".join(lines)


def _fill(template: str, **values: str) -> str:
    """Put values into the blanks, quoted as a part of an address; other braces stay."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", quote(value, safe="/" if name == "path" else ""))
    return template
