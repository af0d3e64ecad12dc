"""`make audit`: the checks that need Node or Java, or more time than the tests have.

The handbook is built and served as on GitHub Pages, compressed and below a path. The Nu Html Checker
reads every page, and what a browser makes of those with a reader's own tools in each state; Lighthouse
loads four kinds of page as a phone would; axe looks at all pages in all states. Everything is reported,
then the exit code tells whether all was well.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from handbook.languages import CODES
from tests.website import axe
from tests.website.building import ROOT, free_port, mkdocs, served
from tests.website.tools_at_work import refused, states
from tools.browser import chromium, find_browser

PREFIX = "/handbook/"
LIGHTHOUSE = {
    "home": "pl/",
    "a card": "pl/scenarios/refund-after-deadline/",
    "a guide": "hr/guides/staying-calm/",
    "the finder": "hr/find/",
}
# It reads files, where the 'self' of a policy is nothing, and takes data for scripts; how browsers take the
# policy of each page is asked of a browser, in tests/website/test_policy.py.
_POLICY = "violates Content Security Policy (meta tag)"
# HTML leaves it to the browser; handbook.js says it for those that do not.
_EXPANDED = re.compile(r'(?P<popover><button [^>]*popovertarget[^>]*?) aria-expanded="\w+"')
# A performance of 99 is noise, less is not.
WANTED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}


def main(tools: Path) -> int:
    """Run all of it.

    Args:
        tools: the node_modules folder with vnu-jar and lighthouse.

    Returns:
        The exit code: 1 where anything was found.
    """
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        url = f"http://127.0.0.1:{port}{PREFIX}"
        done = mkdocs(ROOT, "build", "--site-dir", str(site), SITE_URL=url)
        if done.returncode:
            print(done.stdout)
            return 1
        problems = list(_html(tools, site))
        with served(site, PREFIX, port, compress=True):
            shown = _shown(url, Path(folder, "states/site"))
            problems += [*_html(tools, shown), *_lighthouse(tools, url)]
        for problem in problems:
            print(problem)
        found = axe.main(site, PREFIX)
    return 1 if problems or found else 0


def _html(tools: Path, site: Path) -> Iterator[str]:
    """What the Nu Html Checker finds, warnings included."""
    jar = tools / "vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--skip-non-html", site],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found = json.loads(done.stderr)["messages"]
    except ValueError:
        yield f"Nu Html Checker: {done.stderr.strip() or done.returncode}"
        return
    told = [
        entry
        for entry in found
        if (entry.get("subType") == "warning" or entry["type"] != "info") and _POLICY not in entry["message"]
    ]
    print(f"Nu Html Checker: {len(list(site.rglob('*.html')))} pages, {len(told)} faults")
    for entry in told:
        name = entry.get("url", "").rpartition("/site/")[2]
        yield f"{name}:{entry.get('lastLine')}: {entry['message']} {entry.get('extract', '')!r}"


def _shown(url: str, folder: Path) -> Path:
    """Write into a folder what a browser makes of pages in each state of a reader's own tools."""
    with chromium() as browser:
        for code in CODES:
            context = browser.new_context(service_workers="block")
            page = context.new_page()
            for state in chain(states(page, url, code), refused(page, url, code)):
                file = folder / code / f"{state}.html"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_EXPANDED.sub(r"\g<popover>", page.content()), "utf8")
            context.close()
    return folder


def _lighthouse(tools: Path, url: str) -> Iterator[str]:
    """The marks that are lower than they should be, each with the audits that cost them."""
    environment = {**os.environ, "CHROME_PATH": str(find_browser())}
    for kind, path in LIGHTHOUSE.items():
        done = subprocess.run(
            [
                *("node", tools / "lighthouse/cli/index.js", url + path, "--quiet"),
                *("--output=json", "--chrome-flags=--headless=new --no-sandbox"),
            ],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        if done.returncode:
            yield f"Lighthouse, {kind}: {done.stderr.strip()}"
            continue
        report = json.loads(done.stdout)
        marks = {id: round(100 * (c["score"] or 0)) for id, c in report["categories"].items()}
        print(f"Lighthouse, {kind}: " + ", ".join(f"{id} {mark}" for id, mark in marks.items()))
        for id, wanted in WANTED.items():
            if marks.get(id, 0) < wanted:
                named = [ref["id"] for ref in report["categories"][id]["auditRefs"] if ref["weight"]]
                low = [name for name in named if (report["audits"][name]["score"] or 0) < 1]
                yield f"Lighthouse, {kind}: {id} is {marks.get(id, 0)}: {', '.join(low)}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
