"""MkDocs adapter: languages, addresses, navigation and the frame of every page.

static-i18n keeps the default language at the site's root; here it gets its own prefix like the
others, which frees "/" for the chooser.
"""

from __future__ import annotations

from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from handbook.languages import language
from handbook.reading.reader import reader
from handbook.reading.settings import SettingsError
from handbook.site import frame
from handbook.site.former_pages import former_ids, former_pages, with_anchors
from handbook.site.menu import Menu
from handbook.site.navigation import navigation
from static_i18n import put_under, static_i18n, translated

# Of Material's files.
_LOADED = ("assets/stylesheets/", "assets/javascripts/bundle.")
# What a reader sees or hears of Material, by its own key and by ours.
_WORDS = {
    "action.skip": "skip",
    "clipboard.copied": "copied",
    "clipboard.copy": "copy",
    "top": "top",
}
# Material's template that writes icons into a style sheet; it holds names and pictures of the theme alone.
_OF_ICONS = "partials/icons.html"


@event_priority(-150)  # After static-i18n (-100) has chosen the language of this pass.
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n = static_i18n(config)
    reading = reader(Path(config.config_file_path).parent)
    try:
        project = reading.latest if i18n.building else reading.read()
    except SettingsError as error:
        raise PluginError(str(error)) from None
    code = i18n.current_language
    config.theme["language"] = code
    # Ours is written once, when all languages are there.
    config.theme.static_templates.discard("sitemap.xml")
    config.nav = navigation(project, code)
    toc = config.mdx_configs.setdefault("toc", {})
    toc["permalink_title"] = language(code).word("interface", "permalink")
    footnotes = config.mdx_configs.setdefault("footnotes", {})
    footnotes["BACKLINK_TITLE"] = language(code).word("interface", "footnote-back", number="{}")
    # Drawn into the page from Material's files; the extension's own way asks a foreign host for pictures.
    emoji = import_module("material.extensions.emoji")
    config.mdx_configs["pymdownx.emoji"] = {"emoji_index": emoji.twemoji, "emoji_generator": emoji.to_svg}
    return config


@event_priority(-200)  # After static-i18n has made this language's files and their alternates.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    default = static_i18n(config).default_language
    for file in files.documentation_pages():
        for code, version in translated(file).alternates.items():
            if code == default:
                put_under(version, default, config)
    # Of Material's files the site carries those that its pages load: no search, no pictures, no maps.
    ours = {str(Path(config.docs_dir)), str(config.theme.custom_dir)}
    for file in list(files):
        theirs = file.src_dir and str(Path(file.src_dir)) not in ours
        if (theirs and not file.src_uri.startswith(_LOADED)) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    # Each language has an environment of its own and would compile every template anew.
    env.bytecode_cache = _BYTECODE
    _prepare(env)
    code = static_i18n(config).current_language
    project = reader(Path(config.config_file_path).parent).latest
    slugs = {page.path: page.slug for page in project.pages.values()}
    env.globals["ui"] = texts = language(code).texts["interface"]
    env.globals["words"] = {"language": code, "direction": "ltr"} | {
        key: texts[name] for key, name in _WORDS.items()
    }
    env.globals["menu"] = Menu(project, code)
    env.globals["urls"] = {
        slugs.get(file.src_uri, file.src_uri): file.url for file in files.documentation_pages()
    }
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    project = reader(Path(config.config_file_path).parent).latest
    ours = project.pages.get(page.file.src_uri)
    former = former_ids(project.redirects, ours.slug) if ours else {}
    boxes = language(static_i18n(config).current_language).texts["boxes"]
    return with_anchors(frame.finish(html, boxes), former)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    project = reader(Path(config.config_file_path).parent).latest
    file, path = translated(page.file), page.file.src_uri
    sections = _mark(page)
    urls = {code: version.url for code, version in file.alternates.items()}
    values: dict[str, Any] = {
        "alternates": frame.alternates(static_i18n(config).all_languages, urls, file.locale),
        "kind": frame.page_kind(project, path),
        "slug": project.pages[path].slug if path in project.pages else None,
        "sections": sections,
        "components": frame.has_components(page.content or ""),
    }
    context.update(values)  # type: ignore[typeddict-item]
    return context


def _prepare(env: jinja2.Environment) -> None:
    """What every template is rendered with: a text is a text, whatever signs are in it."""
    env.autoescape = lambda name: name != _OF_ICONS
    env.trim_blocks = env.lstrip_blocks = True


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


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return frame.mend(output)


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    i18n = static_i18n(config)
    values: dict[str, Any] = {
        "alternates": frame.alternates(i18n.all_languages, {}, i18n.current_language),
        "kind": "missing",
        "slug": None,
        "sections": [],
        "components": False,
    }
    context.update(values)  # type: ignore[typeddict-item]
    return context


@event_priority(-100)  # After the others had their turn with it.
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Each language has a 404 page of its own; the one at the root is written at the end."""
    if template_name != "404.html":
        return output_content
    target = Path(config.site_dir, static_i18n(config).current_language, template_name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(frame.mend(output_content), "utf8")
    return ""


@event_priority(-150)  # After static-i18n has built the last language.
def on_post_build(config: MkDocsConfig) -> None:
    i18n = static_i18n(config)
    if i18n.building:
        return
    root, site_url = Path(config.site_dir), config.site_url or ""
    env = config.theme.get_env()
    _prepare(env)
    values = {"languages": frame.entry_pages(i18n.all_languages), "site_url": site_url}
    chooser = env.get_template("chooser.html").render(**values, base="")
    (root / "index.html").write_text(chooser, "utf8")
    # It is served at any address, so its own ones start at the root of the host.
    missing = env.get_template("missing.html").render(**values, base=urlsplit(site_url).path or "/")
    (root / "404.html").write_text(missing, "utf8")
    _write_former(config, env)
    if site_url:
        (root / "sitemap.xml").write_text(frame.sitemap(_all_urls(config), site_url), "utf8")
        (root / "robots.txt").write_text(frame.robots(site_url), "utf8")


def _write_former(config: MkDocsConfig, env: jinja2.Environment) -> None:
    """Pages at former addresses, which lead to where each page is now."""
    project = reader(Path(config.config_file_path).parent).latest
    template = env.get_template("moved.html")
    for former in former_pages(project):
        old, new = (
            File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            for path in (former.path, former.page.path)
        )
        target = Path(old.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        url = get_relative_url(new.url, old.url)
        values = {"code": former.code, "title": former.page.title, "text": former.text, "url": url}
        target.write_text(template.render(**values), "utf8")


def _all_urls(config: MkDocsConfig) -> list[dict[str, str]]:
    """For each page its addresses by language, of those languages it was built in."""
    project = reader(Path(config.config_file_path).parent).latest
    found = []
    for versions in project.by_slug.values():
        urls = {}
        for code, page in versions.items():
            file = File(page.path, config.docs_dir, config.site_dir, config.use_directory_urls)
            if Path(file.abs_dest_path).is_file():
                urls[code] = file.url
        if urls:
            found.append(urls)
    return found


class _MemoryCache(jinja2.BytecodeCache):
    """Compiled templates, shared by the languages of one process."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if (found := self._code.get(bucket.key)) is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_BYTECODE = _MemoryCache()
