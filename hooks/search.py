"""MkDocs adapter: one search index for each language, at <language>/search/search_index.json.

Each pass writes the index of its own language to the site's root, as static-i18n's merging is off;
it is moved from there before the next pass. The page finds its index through `base` in Material's
configuration, so each page gets its language's folder as base.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from static_i18n import static_i18n

_INDEX = "search/search_index.json"
_CONFIG = re.compile(
    r'(?P<open><script id="__config" type="application/json">)(?P<json>.*?)(?P<close></script>)', re.DOTALL
)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return _with_base(output, page.file.src_uri, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name != "404.html":
        return output_content
    return _with_base(output_content, template_name, config)


@event_priority(-50)  # After the search plugin (0), before static-i18n (-100) starts the next pass.
def _move(config: MkDocsConfig) -> None:
    site, language = Path(config.site_dir), static_i18n(config).current_language
    index = json.loads((site / _INDEX).read_text("utf8"))
    for entry in index["docs"]:
        entry["location"] = entry["location"].removeprefix(f"{language}/")
    # No stemmer fits Polish or Croatian, and English stop words would drop Polish "do" and "to".
    index["config"] |= {"lang": ["en"], "pipeline": []}
    target = site / language / _INDEX
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf8")
    (site / _INDEX).unlink()


@event_priority(-150)  # After static-i18n, whose last act is to write all entries together once more.
def _drop_merged(config: MkDocsConfig) -> None:
    if not static_i18n(config).building:
        (Path(config.site_dir) / _INDEX).unlink(missing_ok=True)
        (Path(config.site_dir) / "search").rmdir()


on_post_build = CombinedEvent(_move, _drop_merged)


def _with_base(output: str, name: str, config: MkDocsConfig) -> str:
    language = static_i18n(config).current_language

    def based(match: re.Match[str]) -> str:
        values = json.loads(match["json"])
        # The slash at the end matters: the page resolves addresses against this one.
        values["base"] = posixpath.join(values["base"], language) + "/"
        return match["open"] + json.dumps(values).replace("<", "\\u003c") + match["close"]

    output, count = _CONFIG.subn(based, output)
    if count != 1:
        raise PluginError(
            f"{name}: Material no longer writes its configuration as expected; hooks/search.py needs "
            "it to give each language its own search index"
        )
    return output
