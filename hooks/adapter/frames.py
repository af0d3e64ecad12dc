"""The templates, and what they are given: the frame of every page and what stands around its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

import jinja2
from jinja2 import meta, nodes
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from handbook.languages import language
from handbook.links.addresses import is_local
from handbook.model.project import Page as PageRead
from handbook.model.project import Project
from handbook.site import frame
from handbook.site.beside_page import around
from handbook.site.contribute import feedback_url, report, templates, to_translate
from handbook.site.form import form_link, repository
from handbook.site.menu import Menu
from handbook.site.qr_code import qr_code
from handbook.site.untranslated import untranslated

from .builds import built_file, today
from .static_i18n import StaticI18n, translated

# What a reader sees or hears of Material, by its own key and by ours.
_WORDS = {
    "action.skip": "skip",
    "clipboard.copied": "copied",
    "clipboard.copy": "copy",
    "top": "top",
}
# The template of pages, which extends Material's.
_OF_PAGES = "main.html"
# Templates of a page's kind, which each language has one of.
_STATIC = ("404.html",)
# Material's template that writes icons into a style sheet; it holds names and pictures of the theme alone.
_OF_ICONS = "partials/icons.html"


class Frames:
    """The templates of one process: each language has an environment, and what is compiled is shared."""

    def __init__(self) -> None:
        self._compiled = _CompiledTemplates()

    def prepare(self, env: jinja2.Environment, framers: Sequence[str] | None) -> jinja2.Environment:
        """Set how every template is rendered: a text is a text, whatever signs are in it.

        Args:
            env: the templates.
            framers: the sites that may show the pages in a frame; None: any may, as editors' programs do
                with a preview.
        """
        env.globals["framers"] = framers
        env.bytecode_cache = self._compiled
        env.autoescape = lambda name: name != _OF_ICONS
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def compile(self, env: jinja2.Environment) -> None:
        """Compile the template of pages and what it is made of, once for the processes of all languages."""
        env = self.prepare(env, None)
        names, replaced = [_OF_PAGES, *_STATIC], frozenset[str]()
        for name in names:  # It grows.
            try:
                source, path, _ = env.loader.get_source(env, name)  # type: ignore[union-attr]
            except jinja2.TemplateNotFound:  # Some are there where somebody adds them.
                continue
            bucket = self._compiled.get_bucket(env, name, path, source)
            tree = env.parse(source, name, path)
            if bucket.code is None:
                bucket.code = env.compile(tree, name, path)
                self._compiled.set_bucket(bucket)
            if name == _OF_PAGES:
                replaced = _replaced(tree)
            elif name not in _STATIC:
                _leave_out(tree, replaced)
            found = meta.find_referenced_templates(tree)
            names += dict.fromkeys(other for other in found if other and other not in names)

    def give(
        self,
        env: jinja2.Environment,
        project: Project,
        code: str,
        files: Files,
        config: MkDocsConfig,
        *,
        offline: bool,
        framers: Sequence[str] | None,
    ) -> jinja2.Environment:
        """Prepare a language's templates, and give them what they know on every page."""
        slugs = {page.path: page.slug for page in project.pages.values()}
        others = untranslated(project, code)
        told = language(code)
        env.globals["ui"] = texts = told.texts["interface"]
        env.globals["words"] = {"language": code, "direction": "ltr"} | {
            key: texts[name] for key, name in _WORDS.items()
        }
        env.globals["menu"] = Menu(project, code)
        env.globals["urls"] = {
            slugs.get(file.src_uri, file.src_uri): file.url for file in files.documentation_pages()
        }
        # Pages that this language does not have yet, where their originals are.
        env.globals["originals"] = {slug: built_file(page.path, config).url for slug, page in others.items()}
        env.globals["reading"] = told.texts["reading"]
        env.globals["version"] = frame.version_words(code)
        env.globals["finding"] = told.texts["search"]
        env.globals["learn"] = told.texts["learn"]
        env.globals["feed"] = told.word("news", "feed")
        env.globals["offline"] = offline
        return self.prepare(env, framers)


def _replaced(tree: nodes.Template) -> frozenset[str]:
    """The blocks of a template that show nothing of those of the one that it extends."""
    return frozenset(
        block.name
        for block in tree.find_all(nodes.Block)
        if not any(name.name == "super" for name in block.find_all(nodes.Name))
    )


def _leave_out(tree: nodes.Template, names: frozenset[str]) -> None:
    """Leave out of a template what is in some of its blocks."""
    for block in tree.find_all(nodes.Block):
        if block.name in names:
            block.body = []


@dataclass(frozen=True)
class _QrCode:
    """An address as a code, which is drawn only where a template shows it."""

    address: str

    def __html__(self) -> str:
        return qr_code(self.address)


class _CompiledTemplates(jinja2.BytecodeCache):
    """Each language would compile every template anew."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if (found := self._code.get(bucket.key)) is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


def page_values(page: Page, project: Project, config: MkDocsConfig, i18n: StaticI18n) -> dict[str, Any]:
    """What a page's template is given; the page's content and titles become what they are, markup or text."""
    file, path = translated(page.file), page.file.src_uri
    sections = _mark(page)
    urls = {code: version.url for code, version in file.alternates.items()}
    ours = project.pages.get(path)
    template = str(config.edit_uri_template or "")
    lists = _lists(project, ours, config) if ours and ours.language else {}
    values: dict[str, Any] = {
        "alternates": frame.alternates(i18n.all_languages, urls, file.locale, lists),
        "kind": frame.page_kind(project, path),
        "slug": ours.slug if ours else None,
        "sections": sections,
        "components": frame.has_components(page.content or ""),
    }
    if ours is None or ours.language is None:
        return values
    own = config.extra.get("handbook", {})
    given = templates(template, own.get("feedback_uri_template"), own.get("create_uri_template"))
    address = page.canonical_url or ""
    if is_local(address):
        address = ""  # Who reads the paper cannot go there.
    return values | {
        "printed_address": address,
        "qr_code": _QrCode(address) if address and project.is_card(ours) else "",
        "around": around(project, ours, today()),
        "feedback": feedback_url(given, ours, page.canonical_url or ""),
        "report": report(project, ours),
        "to_translate": to_translate(project, given, ours),
        "form": form_link(project, ours, repository(config.repo_url or "", template)),
    }


def _lists(project: Project, page: PageRead, config: MkDocsConfig) -> dict[str, tuple[str, str]]:
    """Where the languages that do not have a page yet name it, and what they say of it."""
    found = {}
    for code, (place, only) in frame.listed(project, page).items():
        slug, mark, id = place.partition("#")
        found[code] = (f"{built_file(f'{code}/{slug}', config).url}{mark}{id}", only)
    return found


def missing_page_values(i18n: StaticI18n) -> dict[str, Any]:
    """What the template of a page that is not there is given."""
    return {
        "alternates": frame.alternates(i18n.all_languages, {}, i18n.current_language),
        "kind": "missing",
        "slug": None,
        "sections": [],
        "components": False,
    }


def added(context: TemplateContext, values: dict[str, Any]) -> TemplateContext:
    """A template's context with our values."""
    context.update(values)  # type: ignore[typeddict-item]
    return context


def _mark(page: Page) -> list[AnchorLink]:
    """Tell markup from text: the content was rendered, all titles are words.

    MkDocs keeps the titles of sections as HTML without tags; here they become what a reader sees. All
    stand below the page's own title, which is where Material's link for skipping the menu leads.

    Returns:
        The sections of the second level.
    """
    page.content = Markup(page.content)
    sections = list(page.toc)
    for section in sections:
        section.title = unescape(section.title)
        sections += section.children
    shown = [section for section in sections if section.level == 2]
    top = AnchorLink(page.title or "", "content", 1)
    top.children = shown
    page.toc = TableOfContents([top])
    return shown
