"""What a build takes beside stock Material with static-i18n on the same pages, cold and warm.

The kinds take turns, so that a busy moment of the machine meets each of them; medians are printed. Zensical
is not measured, as it builds no site in several languages.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import yaml

from handbook.languages import CODES
from tests.support.project import read
from tests.support.python_markdown import extensions
from tools.bench.measured import Cost, median, run
from tools.bench.probe import probe
from tools.bench.tables import head, row

_SITE_URL = "https://example.org/handbook/"
_CACHE = (".handbook-cache", ".handbook-site")
_STOCK, _COLD, _SAME, _CHANGED = "stock", "cold", "nothing changed", "a page changed"
_EMOJI = {
    "emoji_index": "!!python/name:material.extensions.emoji.twemoji",
    "emoji_generator": "!!python/name:material.extensions.emoji.to_svg",
}


def measure(projects: Mapping[int, Path], runs: int = 3) -> None:
    """Print what builds take.

    Args:
        projects: number of pages -> folder, the smallest first.
        runs: how often each is built.
    """
    costs = {pages: _costs(root, runs) for pages, root in projects.items()}
    head("Beside stock Material with static-i18n", *(f"{pages:,} pages" for pages in projects))
    for kind in (_STOCK, _COLD, _SAME, _CHANGED):
        found = [cost[kind] for cost in costs.values()]
        row(f"{kind}: seconds on the clock", *(f"{cost.wall:.1f}" for cost in found))
        row(f"{kind}: of computing", *(f"{cost.computing:.1f}" for cost in found))
        row(f"{kind}: peak MB", *(f"{cost.megabytes:.0f}" for cost in found))
    stock = [cost[_STOCK] for cost in costs.values()]
    for kind in (_COLD, _SAME, _CHANGED):
        pairs = [(cost[kind], theirs) for cost, theirs in zip(costs.values(), stock, strict=True)]
        row(f"{kind}: share of stock, clock", *(f"{ours.wall / theirs.wall:.3f}" for ours, theirs in pairs))
        row(f"{kind}: of its computing", *(f"{a.computing / b.computing:.3f}" for a, b in pairs))
        row(f"{kind}: of its memory", *(f"{a.megabytes / b.megabytes:.2f}" for a, b in pairs))
    row("cold, a page: ms of computing", *(f"{1000 * c[_COLD].computing / n:.1f}" for n, c in costs.items()))
    floors = [probe("convert", root, runs=1)["seconds"] for root in projects.values()]
    row(
        "Python-Markdown alone, of stock",
        *(f"{a / b.computing:.3f}" for a, b in zip(floors, stock, strict=True)),
    )
    row("HTML of a card, kB", *(f"{_card(root / 'site'):.1f}" for root in projects.values()))
    row("the same of stock, kB", *(f"{_card(_beside(root) / 'site'):.1f}" for root in projects.values()))


def _costs(root: Path, runs: int) -> dict[str, Cost]:
    """The median of some runs of each kind."""
    stock_project(root, _beside(root))
    took: dict[str, list[Cost]] = defaultdict(list)
    page = min((root / "docs" / CODES[-1] / "scenarios").glob("*[!x].md"))
    for number in range(runs):
        took[_STOCK].append(_build(_beside(root)))
        for cache in _CACHE:
            shutil.rmtree(root / cache, ignore_errors=True)
        took[_COLD].append(_build(root))
        took[_SAME].append(_build(root))
        page.write_text(f"{page.read_text('utf8').rstrip()}\n\n{'One more. ' * (number + 1)}\n", "utf8")
        took[_CHANGED].append(_build(root))
    return {kind: median(costs) for kind, costs in took.items()}


def _build(project: Path) -> Cost:
    environment = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": _SITE_URL, "HANDBOOK_CACHE": "on"}
    return run([sys.executable, "-m", "mkdocs", "build"], project, environment)


def _beside(root: Path) -> Path:
    return root.with_name(f"{root.name}-stock")


def stock_project(project: Path, target: Path) -> None:
    """The same pages for Material and static-i18n as they come, with the same extensions of Markdown.

    Args:
        project: ours.
        target: a folder that does not exist yet.
    """
    shutil.copytree(project / "docs", target / "docs")
    languages = [
        {"locale": code, "name": code, "default": not number}
        for number, code in enumerate(read(project).settings.languages)
    ]
    chosen = {name: options for name, options in extensions(project).items() if "handbook" not in name}
    chosen["pymdownx.emoji"] = _EMOJI
    settings = {
        "site_name": "Stock",
        "site_url": _SITE_URL,
        "theme": {"name": "material", "font": False},
        "plugins": [
            "search",
            {"i18n": {"docs_structure": "folder", "fallback_to_default": False, "languages": languages}},
        ],
        "markdown_extensions": [{name: options} for name, options in chosen.items()],
    }
    text = yaml.safe_dump(settings, sort_keys=False)
    # The dumper takes a tag for a text.
    (target / "mkdocs.yml").write_text(re.sub(r"'(!!python/name:[\w.]+)'", r"\1", text), "utf8")


def _card(site: Path) -> float:
    """The kilobytes of a card's page, the median of all cards."""
    pages = [path for code in CODES for path in site.glob(f"{code}/scenarios/*/index.html")]
    return statistics.median(path.stat().st_size for path in pages) / 1000
