"""MkDocs adapter: each page's Content-Security-Policy, last of all that is done to it.

A preview has none: MkDocs puts a script of its own into each page it shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from handbook.site.policy import with_policy
from static_i18n import static_i18n

_STATE = {"on": False}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _STATE["on"] = command != "serve"


@event_priority(-1000)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return with_policy(output) if _STATE["on"] else output


@event_priority(
    -190
)  # After hooks/website.py has written these, before hooks/offline.py (-200) takes digests.
def on_post_build(config: MkDocsConfig) -> None:
    i18n = static_i18n(config)
    if i18n.building or not _STATE["on"]:
        return
    root = Path(config.site_dir)
    for path in [*root.glob("*.html"), *(root / code / "404.html" for code in i18n.all_languages)]:
        path.write_text(with_policy(path.read_text("utf8")), "utf8")
