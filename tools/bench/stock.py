"""Sites to measure our search beside: Material as it comes, and ours with another search or none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from handbook.languages import CODES
from handbook.search.index import FILES
from tests.website.building import copy_handbook, mkdocs


def stock(ours: Path, folder: Path, target: Path) -> None:
    """Material as it comes, with the same texts under the same addresses, all languages in one site."""
    for code in CODES:
        search = ours / code / "search"
        first, rest = (json.loads((search / name).read_text("utf8")) for name in FILES)
        count = len(list(search.glob("texts-*.json")))
        shards = [json.loads((search / f"texts-{number}.json").read_text("utf8")) for number in range(count)]
        texts = [text for shard in shards for text in shard]
        for entry, sections, parts in zip(first["pages"], rest["sections"], texts, strict=True):
            url, title = entry[:2]
            kinds, numbers = entry[6:8]
            lines, last = [f"# {title}"], 0
            for kind, number, text in zip(kinds, numbers, parts, strict=True):
                if number != last:
                    anchor, heading = sections[number]
                    lines.append(f"## {heading or anchor} {{#{anchor}}}")
                    last = number
                if kind not in "thv":
                    lines.append(text)
            page = folder / "docs" / code / (f"{url.rstrip('/')}.md" if url else "index.md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("\n\n".join(lines), "utf8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Stock\nsite_url: https://example.org/handbook/\ntheme: {name: material, font: false}\n"
        "plugins: [{search: {lang: en}}]\nmarkdown_extensions: [attr_list]\n"
        # With all pages in it, it takes minutes at scale; the search has nothing of it.
        f"nav: [{', '.join(f'{code}/index.md' for code in CODES)}]\n",
        "utf8",
    )
    done = mkdocs(folder, "build", "--quiet", "--site-dir", str(target))
    if done.returncode:
        sys.exit(done.stdout)


def other_search(project: Path, target: Path, plugin: str) -> Path:
    """A copy that makes no search index of its own, with a plugin."""
    copy_handbook(target, project)
    hook, settings = target / "hooks/adapter/search_index.py", target / "mkdocs.yml"
    text = hook.read_text("utf8")
    for method in ("take", "demand_frame", "write"):
        assert f"    def {method}(" in text, f"{hook} no longer has {method}"
        text += f"\n\nSearchIndex.{method} = lambda *_: None\n"
    hook.write_text(text, "utf8")
    before, found, after = settings.read_text("utf8").partition("plugins:\n")
    assert found, "mkdocs.yml no longer lists its plugins"
    settings.write_text(before + found + plugin + after, "utf8")
    return target
