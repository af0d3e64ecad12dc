"""MkDocs adapter: languages, addresses, navigation and the language chooser.

static-i18n keeps the default language at the site's root; here it gets its own prefix like the
others, which frees "/" for the chooser.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.languages import language
from handbook.navigation import navigation
from handbook.reader import reader
from handbook.settings import SettingsError
from handbook.site import alternates, chooser_languages
from static_i18n import static_i18n, translated


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
    config.nav = navigation(project, code)
    toc = config.mdx_configs.setdefault("toc", {})
    toc["permalink_title"] = language(code).word("interface", "permalink")
    toc["title"] = language(code).word("interface", "contents")
    for option, key in zip(config.theme["palette"], ("dark", "light"), strict=True):
        option["toggle"]["name"] = language(code).word("interface", key)
    return config


@event_priority(-200)  # After static-i18n has made this language's files and their alternates.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    default = static_i18n(config).default_language
    for file in files.documentation_pages():
        for code, version in translated(file).alternates.items():
            if code == default:
                _put_under(version, default, config)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    # Each language has an environment of its own and would compile every template anew.
    env.bytecode_cache = _BYTECODE
    env.globals["ui"] = language(static_i18n(config).current_language).texts["interface"]
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    file = translated(page.file)
    urls = {code: version.url for code, version in file.alternates.items()}
    codes = static_i18n(config).all_languages
    values: dict[str, Any] = {"alternates": alternates(codes, urls, file.locale)}
    context.update(values)  # type: ignore[typeddict-item]
    return context


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    i18n = static_i18n(config)
    values: dict[str, Any] = {"alternates": alternates(i18n.all_languages, {}, i18n.current_language)}
    context.update(values)  # type: ignore[typeddict-item]
    return context


@event_priority(-150)  # After static-i18n has built the last language.
def on_post_build(config: MkDocsConfig) -> None:
    i18n = static_i18n(config)
    if i18n.building:
        return
    template = config.theme.get_env().get_template("chooser.html")
    shown = template.render(
        languages=chooser_languages(i18n.all_languages), site_url=config.site_url or ""
    )
    Path(config.site_dir, "index.html").write_text(shown, "utf8")


def _put_under(file: File, prefix: str, config: MkDocsConfig) -> None:
    if not file.dest_uri.startswith(f"{prefix}/"):
        file.dest_uri = f"{prefix}/{file.dest_uri}"
        file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))
        file.url = file._get_url(config.use_directory_urls)


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
