"""MkDocs adapter: the lists that docs/sw.js keeps the handbook from; never while it is being written.

A preview changes all the time, so it must never be read from a copy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from handbook.exports.kept_files import write_lists
from static_i18n import static_i18n

_STATE = {"offline": False}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _STATE["offline"] = command != "serve"


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    # With pages as plain files (an archive) there is no server and so no worker.
    env.globals["offline"] = _STATE["offline"] and config.use_directory_urls
    return env


@event_priority(-200)  # After every file of every language has been written.
def on_post_build(config: MkDocsConfig) -> None:
    i18n = static_i18n(config)
    if not i18n.building and _STATE["offline"] and config.use_directory_urls:
        write_lists(Path(config.site_dir), i18n.all_languages)
