"""MkDocs adapter: what the tools at the desk fetch, at <language>/desk.json."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from handbook.reading.reader import reader
from handbook.site.desk import desk
from static_i18n import static_i18n


@event_priority(-50)  # Before static-i18n (-100) starts the next language.
def on_post_build(config: MkDocsConfig) -> None:
    def url_of(path: str) -> str:
        return File(path, config.docs_dir, config.site_dir, config.use_directory_urls).url

    code = static_i18n(config).current_language
    project = reader(Path(config.config_file_path).parent).latest
    Path(config.site_dir, code, "desk.json").write_text(desk(project, code, url_of), "utf8")
