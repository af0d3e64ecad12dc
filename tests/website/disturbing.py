"""A preview under random edits: good ones, broken ones, and such as nobody makes on purpose.

    python -m tests.website.disturbing --count 200 [--seed N]

makes so many, and says how fast the server answered, how its memory grew and whether what it serves at the
end is what a fresh preview of the same files serves. `make disturb` does so; the tests make each kind once.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from handbook.search.index import FILES
from tests.website.building import copy_handbook
from tests.website.disturber import Disturber
from tests.website.previewing import Served, preview

# What a preview adds to a page.
ADDED = re.compile(r'(?:<aside id="preview-panel".*?</aside>)?<script>\{.*?</script>(?=</body>)', re.DOTALL)
KEPT = (
    *("index", "refund-after-deadline", "swearing", "why-not", "promised-callback", "crying-customer"),
    *("staying-calm", "saying-no-well", "card"),
)


def copy_some(target: Path) -> Path:
    """A copy of the handbook with a few pages of each folder, which is built in less time."""
    copy_handbook(target)
    for folder in ("scenarios", "guides", "editing"):
        for path in target.glob(f"docs/*/{folder}/*.md"):
            if path.stem not in KEPT:
                path.unlink()
    return target


@dataclass
class Result:
    """What came of some edits. Times in seconds, memory in kB."""

    edits: list[str]
    slowest: float
    before: int
    after: int
    differing: list[str]


def disturb(project: Path, count: int, seed: int, pause: float = 0.3) -> Result:
    """Make random edits while a preview runs, asking it for a page after each; then mend all.

    Args:
        project: a copy of the handbook.
        count: how many edits.
        seed: of their choice.
        pause: seconds between two edits at most.
    """
    chance = random.Random(seed)
    disturber, edits, slowest = Disturber(project, chance), [], 0.0
    watched = project / "docs/en/decide.md"
    with preview(project) as served:
        _write_mark(watched, "begun")
        served.wait_for("en/decide/", lambda text: "Mark begun." in text)
        before = served.memory
        for _ in range(count):
            edits.append(disturber.edit())
            page = chance.choice(["en/decide/", "hr/", "pl/scenarios/refund-after-deadline/", "hr/guides/"])
            begun = time.monotonic()
            status, text = served.get(page)
            slowest = max(slowest, time.monotonic() - begun)
            assert status in (HTTPStatus.OK, HTTPStatus.NOT_FOUND), (status, edits[-1])
            assert "</html>" in text, (page, status, edits[-3:], len(text), text[-300:])
            time.sleep(chance.uniform(0, pause))
        disturber.mend_all()
        _write_mark(watched, "ended")
        served.wait_for("en/decide/", lambda text: "Mark ended." in text)
        after = served.memory
        found = _site(served, project)
    with preview(project) as fresh:
        address = (fresh.address, served.address)
        differing = sorted(
            name for name, text in _site(fresh, project).items() if text.replace(*address) != found[name]
        )
    return Result(edits, slowest, before, after, differing)


def _write_mark(path: Path, mark: str) -> None:
    text = re.sub(r"\n\nMark \w+\.\n$", "\n", path.read_text("utf8"))
    path.write_text(f"{text.rstrip()}\n\nMark {mark}.\n", "utf8")


def _site(served: Served, project: Path) -> dict[str, str]:
    """All pages of a preview as a build makes them, and what their scripts fetch."""
    names = []
    for path in sorted(project.glob("docs/*/**/*.md")):
        name = path.relative_to(project / "docs").with_suffix("").as_posix()
        names.append(f"{name.removesuffix('index')}".rstrip("/") + "/")
    for code in ("pl", "hr", "en"):
        names += [f"{code}/search/{name}" for name in (*FILES, "texts-0.json")] + [f"{code}/desk.json"]
    names += ["", "sitemap.xml", "en/no-such-page/"]
    return {name: ADDED.sub("", served.get(name)[1]) for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description="random edits under a preview")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--few-pages", action="store_true", help="in a copy of few pages, built in less time")
    given = parser.parse_args()
    copy = copy_some if given.few_pages else copy_handbook
    with tempfile.TemporaryDirectory() as folder:
        result = disturb(copy(Path(folder, "copy")), given.count, given.seed)
    print(f"seed {given.seed}: {len(result.edits)} edits, slowest answer {result.slowest:.2f} s")
    print(f"memory {result.before // 1000} MB, then {result.after // 1000} MB")
    print(f"{len(result.differing)} files differ from a fresh preview: {', '.join(result.differing[:10])}")
    if result.slowest > 2 or result.differing:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
