"""MkDocs adapter: pictures and other files that are no pages, for every language.

static-i18n drops from a language's build what belongs to no language or to another one, and puts the
files of the default language at the site's root. So a picture of docs/assets would be missing on a
Croatian page, although the check finds it. Here each language gets every file, at one address.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from handbook.reading.reader import reader
from static_i18n import put_under, static_i18n


@event_priority(-110)  # After static-i18n (-100) has chosen the files of this language.
def on_files(files: Files, config: MkDocsConfig) -> Files:
    project = reader(Path(config.config_file_path).parent).latest
    default = static_i18n(config).default_language
    for path in sorted(project.files - project.pages.keys()):
        file = files.src_uris.get(path)
        if file is None:
            file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            files.append(file)
        elif path.startswith(f"{default}/"):
            put_under(file, default, config)
    return files
