"""What the checks take, beside Python-Markdown converting the same pages once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tools.bench.probe import Figures, probe
from tools.bench.tables import head, row

KINDS = {
    "convert": "Python-Markdown, each page once",
    "check": "links, translations and cards",
    "prose": "prose and language, on top",
}


def measure(projects: Mapping[int, Path]) -> dict[int, Figures]:
    """Measure projects of growing size.

    Args:
        projects: number of pages -> folder, the smallest first.

    Returns:
        Number of pages -> what reading and checking the project took.
    """
    found = {kind: {n: probe(kind, root) for n, root in projects.items()} for kind in KINDS}
    head("Checks: seconds of computing", *(f"{n:,} pages" for n in projects))
    for kind, name in KINDS.items():
        row(name, *(f"{figures['seconds']:.2f}" for figures in found[kind].values()))
    for kind in ("check", "prose"):
        pairs = zip(found[kind].values(), found["convert"].values(), strict=True)
        row(f"{KINDS[kind]}: of a conversion", *(f"{a['seconds'] / b['seconds']:.2f}" for a, b in pairs))
    for kind in KINDS:
        figures = list(found[kind].values())
        each = [one["seconds"] / one["pages"] for one in figures]
        row(f"{KINDS[kind]}: a page, ms", *(f"{1000 * seconds:.2f}" for seconds in each))
    for kind in ("check", "prose"):
        row(f"{KINDS[kind]}: peak MB", *(f"{one['megabytes']:.0f}" for one in found[kind].values()))
    return found["check"]
