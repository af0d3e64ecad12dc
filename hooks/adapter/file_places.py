"""Which files a language's pass has, and at which addresses.

static-i18n keeps the default language at the site's root; here it gets its own prefix like the
others, which frees "/" for the chooser. From a language's build it drops what belongs to no language
or to another one. So a picture of docs/assets would be missing on a Croatian page, although the check
finds it. Here each language gets every file, at one address.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from handbook.model.project import Project

from .builds import built_file
from .static_i18n import put_under, static_i18n, translated

# Of Material's files.
_LOADED = ("assets/stylesheets/", "assets/javascripts/bundle.")


def place(files: Files, project: Project, config: MkDocsConfig) -> Files:
    """Add what the language lacks, move what is the default language's, leave out what no page loads."""
    _share(files, project, config)
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


def _share(files: Files, project: Project, config: MkDocsConfig) -> None:
    default = static_i18n(config).default_language
    for path in sorted(project.files - project.pages.keys()):
        file = files.src_uris.get(path)
        if file is None:
            files.append(built_file(path, config))
        elif path.startswith(f"{default}/"):
            put_under(file, default, config)
