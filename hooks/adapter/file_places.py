"""Which files a language's pass has, and at which addresses.

static-i18n keeps the default language at the site's root; here it gets its own prefix like the
others, which frees "/" for the chooser. From a language's build it drops what belongs to no language
or to another one. So a picture of docs/assets would be missing on a Croatian page, although the check
finds it. Here each language gets every file, at one address.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from handbook.model.project import Project
from handbook.site.comments import KINDS, without_comments

from .builds import built_file
from .static_i18n import alone, falls_back, languages_built, put_under, static_i18n, translated

# Of Material's files.
_LOADED = ("assets/stylesheets/", "assets/javascripts/bundle.")
# What others wrote is published as they did it.
_FOREIGN = ("assets/edit/vendor/", "assets/learn/ts-fsrs.js")


def place(files: Files, project: Project, config: MkDocsConfig) -> Files:
    """Add what the language lacks, move what is the default language's, leave out what no reader needs."""
    _share(files, project, config)
    default = static_i18n(config).default_language
    _name_others(files, project, config)
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
    _lighten(files, config)
    _remember(files)
    return files


def _lighten(files: Files, config: MkDocsConfig) -> None:
    """Publish our own scripts and styles without their comments."""
    for file in files:
        ours = file.src_dir and Path(file.src_dir) == Path(config.docs_dir)
        if ours and file.src_uri.endswith(KINDS) and not file.src_uri.startswith(_FOREIGN):
            with suppress(UnicodeDecodeError):  # Then it goes as it is.
                file.content_string = without_comments(file.src_uri, file.content_string)


def without_others(files: Files, project: Project, config: MkDocsConfig) -> Files:
    """Leave out the pages of other languages, which static-i18n would look at in each pass, twice.

    It drops them itself, but for naming them as the versions of this language's pages, which `place` does.
    """
    if not _is_known(config):
        return files
    code = static_i18n(config).current_language
    for path, page in project.pages.items():
        if page.language not in (None, code) and (file := files.src_uris.get(path)) is not None:
            files.remove(file)
    return files


def _name_others(files: Files, project: Project, config: MkDocsConfig) -> None:
    """Name the versions of each page in the other languages."""
    if not _is_known(config):
        return
    built = set(languages_built(config))
    for file in files.documentation_pages():
        page = project.pages.get(file.src_uri)
        others = project.by_slug[page.slug] if page and page.language else {}
        for code, other in others.items():
            if code in built and other is not page and not other.unreadable:
                translated(file).alternates.setdefault(code, built_file(other.path, config))


def _is_known(config: MkDocsConfig) -> bool:
    """Whether nobody asks for the pages of other languages, and none takes the place of a missing one."""
    return alone(config) and not falls_back(config)


def _remember(files: Files) -> None:
    """Look each path up once: static-i18n tries it in several languages, and a dead link asks for eight."""
    look_up = files.get_file_from_path
    known: dict[tuple[str, int], File | None] = {}

    def get_file_from_path(path: str) -> File | None:
        key = path, len(files.src_uris)  # Another number where somebody adds one later.
        if key not in known:
            known[key] = look_up(path)
        return known[key]

    files.get_file_from_path = get_file_from_path  # type: ignore[method-assign]


def list_loaded(theme: Theme) -> None:
    """Have MkDocs list of Material's files only those that are kept: there are ten thousand icons more."""

    def get_env() -> jinja2.Environment:
        env = type(theme).get_env(theme)
        names = sorted(_loaded(theme))
        env.list_templates = lambda *_, filter_func=None: list(filter(filter_func, names))  # type: ignore[method-assign]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _loaded(theme: Theme) -> set[str]:
    found: set[str] = set()
    for folder in map(Path, theme.dirs):
        if str(folder) == str(theme.custom_dir):
            below = [folder.rglob("*")]
        else:  # In the folders between lie Material's search and its languages.
            below = [(folder / _LOADED[0]).rglob("*"), (folder / _LOADED[1]).parent.glob("*")]
        found.update(
            path.relative_to(folder).as_posix() for paths in below for path in paths if path.is_file()
        )
    return found


def _share(files: Files, project: Project, config: MkDocsConfig) -> None:
    default = static_i18n(config).default_language
    for path in sorted(project.files - project.pages.keys()):
        file = files.src_uris.get(path)
        if file is None:
            files.append(built_file(path, config))
        elif path.startswith(f"{default}/"):
            put_under(file, default, config)
