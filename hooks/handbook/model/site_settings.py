"""What mkdocs.yml says, as far as the checks need it, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..base.positions import Position
from .document import Syntax

# What makes a path from the site's root begin at the docs folder.
FROM_DOCS = "relative_to_docs"
# What a navigation names, each entry with its place in mkdocs.yml.
Nav = tuple[tuple[str, Position], ...]


@dataclass(frozen=True)
class Layout:
    """How a site's languages lie, as mkdocs-static-i18n is told.

    `suffix`: page.en.md beside page.md, else a folder for each language. `fallback`: what a language
    lacks is taken from the default one. `default_at_root`: the default language has no folder, its files
    stand beside the other languages' folders. `shared_everywhere`: hooks of the site's own give files
    that belong to no language to each of them. `not_built`: languages that are listed, but not built.
    """

    suffix: bool = False
    fallback: bool = True
    default_at_root: bool = False
    shared_everywhere: bool = False
    not_built: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says, as far as the checks need it. Paths are relative to `root`."""

    root: str
    # The file that all of this was read from.
    config: str = "mkdocs.yml"
    docs_dir: str = "docs"
    # The theme by its name; None where the site has all templates itself.
    theme: str | None = None
    # The folder from which a theme adds files and templates of the site's own.
    custom_dir: str | None = None
    site_url: str | None = None
    prefix_all: bool = False
    use_directory_urls: bool = True
    nav: Nav | None = None
    # The navigation of a language that has one of its own.
    navs: Mapping[str, Nav] = field(default_factory=dict)
    # The same by language, "" for the site's own: what stands in each of its sections, by their titles.
    nav_sections: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()
    not_in_nav: tuple[str, ...] = ()
    syntax: Syntax = Syntax()
    languages: tuple[str, ...] = ()
    default_language: str | None = None
    # How static-i18n arranges the files, see links.served.
    layout: Layout = Layout()
    # Whether the project has signed the handbook's own conventions, by `extra.handbook`.
    handbook: bool = False
    # The Markdown extensions as mkdocs.yml has them, each with its options.
    markdown: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # The plugins that are on.
    plugins: frozenset[str] = frozenset()
    # The site's own hooks for MkDocs, as mkdocs.yml names them.
    hooks: tuple[str, ...] = ()
    # Those plugins and hooks that may bring pages and files which stand nowhere before the build.
    writers: tuple[str, ...] = ()
    # How the paths of pages begin that a plugin makes during the build, in each language.
    brought: tuple[str, ...] = ()
    # Those hooks that change pages, and whether they may give these ids which nobody sees before the build.
    changers: Mapping[str, bool] = field(default_factory=dict)
    # "/guide.md" is looked for from the docs folder: validation.links.absolute_links.
    absolute_from_docs: bool = False
    # What becomes of such paths in the navigation, as validation.nav.absolute_links has it.
    nav_absolute: str | None = None
    cards: str | None = None
    sources: str | None = None
    local_rules: str | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    dictionaries: Mapping[str, str] = field(default_factory=dict)
    # Section of the site (a folder, or "" for the pages beside them) -> what its pages weigh in the
    # search, and what they weigh for who asks from one of them.
    search: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    # Where a reader can say that something is missing, with {form}, {language} and {title} to fill in.
    report_uri_template: str | None = None
    # The origins of the sites that may show the handbook in a frame.
    frame_ancestors: tuple[str, ...] = ()
    # Where the files of a release are, with {file} to fill in.
    release_uri_template: str | None = None

    @property
    def macros(self) -> bool:
        """Whether templates are filled in before Markdown is read."""
        return "macros" in self.plugins

    @property
    def id_givers(self) -> tuple[str, ...]:
        """The hooks that may give pages ids which do not stand in their texts."""
        return tuple(name for name, gives_ids in self.changers.items() if gives_ids)
