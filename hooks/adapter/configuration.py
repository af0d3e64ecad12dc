"""What a language's pass is configured with, beyond mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook.languages import language
from handbook.model.project import Project
from handbook.reading.site_markdown import icons
from handbook.site.frame import version_words
from handbook.site.navigation import navigation

from .file_places import list_loaded


def configure(config: MkDocsConfig, project: Project, code: str) -> None:
    """Set navigation, theme and extensions for the language of this pass."""
    config.theme["language"] = code
    _tell_version(config, code)
    # Ours is written once, when all languages are there.
    config.theme.static_templates.discard("sitemap.xml")
    list_loaded(config.theme)
    config.nav = navigation(project, code)
    toc = config.mdx_configs.setdefault("toc", {})
    toc["permalink_title"] = language(code).word("interface", "permalink")
    footnotes = config.mdx_configs.setdefault("footnotes", {})
    footnotes["BACKLINK_TITLE"] = language(code).word("interface", "footnote-back", number="{}")
    emoji = config.mdx_configs.setdefault("pymdownx.emoji", {})
    emoji.setdefault("emoji_index", icons)
    emoji["emoji_generator"] = _drawn
    highlight = config.mdx_configs.setdefault("pymdownx.highlight", {})
    if not highlight.get("noclasses"):  # Else the colours stand in the pages.
        highlight["pygments_style"] = NoColours()


def load_icons(config: MkDocsConfig) -> None:
    """Have the names of icons read, if the pages may have some: they are thousands of files of the theme."""
    options = config.mdx_configs.get("pymdownx.emoji", {})
    if "pymdownx.emoji" in config.markdown_extensions and options.get("emoji_index") is icons:
        icons(options.get("options", {}))


class NoColours:
    """A style of Pygments without any colour, which are those of a sheet.

    Pygments makes a sheet from its style for each block of code; pages with classes never have it.
    """

    def __iter__(self) -> Iterator[Any]:
        return iter(())


def _drawn(*given: Any) -> Any:
    """An icon drawn into the page from Material's files, or a sign that all devices have.

    For a sign the extensions' own way asks a foreign host for a picture. The fourth that is given is its
    code points, None for an icon.
    """
    if given[3]:
        return import_module("pymdownx.emoji").to_alt(*given)
    return import_module("material.extensions.emoji").to_svg(*given)


def _tell_version(config: MkDocsConfig, code: str) -> None:
    """Say in the footer which version this is, once in each language's pass."""
    said = f" · {version_words(code)}"
    if config.copyright and not config.copyright.endswith(said):
        config.copyright += said
