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
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from handbook.search.index import FILES
from tests.website.building import copy_handbook
from tests.website.previewing import Served, preview

# What a preview adds to a page.
ADDED = re.compile(r'(?:<aside id="preview-panel".*?</aside>)?<script>\{.*?</script>(?=</body>)', re.DOTALL)
KEPT = (
    *("index", "refund-after-deadline", "swearing", "why-not", "promised-callback", "crying-customer"),
    *("staying-calm", "saying-no-well", "card"),
)


@dataclass
class Disturber:
    """Makes random edits in a copy of the handbook, and can take all of the bad ones back."""

    project: Path
    chance: random.Random
    _good: dict[Path, bytes] = field(default_factory=dict)
    _new: list[Path] = field(default_factory=list)
    _coming: list[Callable[[], str]] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[Callable[[], str], ...]:
        """What an edit can be; most often somebody just writes."""
        return (
            *(self._write_more, self._write_more, self._half_save, self._break_front_matter),
            *(self._write_bytes, self._delete, self._rename, self._break_data, self._break_settings),
            *(self._nest, self._pile_up, self._add_page, self._mend),
        )

    def edit(self) -> str:
        """One more edit, of each kind before any comes again; returns what it was."""
        if not self._coming:
            self._coming = list(self.kinds)
            self.chance.shuffle(self._coming)
        kind = self._coming.pop()
        return f"{kind.__name__.strip('_')} {kind()}"

    def mend_all(self) -> None:
        """Take back all that is bad; what was written well stays."""
        for path in self._new:
            path.unlink(missing_ok=True)
        for path, content in self._good.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self._new.clear()
        self._good.clear()

    def _page(self) -> Path:
        # Those that others need to be as they are stay out.
        pages = sorted(self.project.glob("docs/*/scenarios/*.md")) + sorted(
            self.project.glob("docs/*/guides/*.md")
        )
        return self.chance.choice(pages)

    def _spoil(self, path: Path, content: bytes) -> str:
        self._keep(path)
        path.write_bytes(content)
        return path.name

    def _keep(self, path: Path) -> None:
        if path not in self._new and path not in self._good:
            self._good[path] = path.read_bytes()

    def _write_more(self) -> str:
        path = self._page()
        if path in self._good or path in self._new:
            return "nothing"
        text = path.read_text("utf8").rstrip("\n")
        path.write_text(f"{text}\n\nMore {self.chance.randrange(10**6)}.\n", "utf8")
        return path.name

    def _half_save(self) -> str:
        path = self._page()
        content = path.read_bytes()
        return self._spoil(path, content[: self.chance.randrange(len(content) + 1)])

    def _break_front_matter(self) -> str:
        broken = self.chance.choice(["title: [x", 'title: "x', "title: x\n\tid: 3", "a: b: c", "a: &a [*a]"])
        return self._spoil(self._page(), f"---\n{broken}\n---\n\nText.\n".encode())

    def _write_bytes(self) -> str:
        return self._spoil(self._page(), self.chance.randbytes(self.chance.randrange(1, 5000)))

    def _delete(self) -> str:
        path = self._page()
        self._keep(path)
        path.unlink()
        if path in self._new:
            self._new.remove(path)
        return path.name

    def _rename(self) -> str:
        path = self._page()
        self._keep(path)
        target = path.with_name(f"moved-{self.chance.randrange(10**6)}.md")
        path.rename(target)
        if path in self._new:
            self._new.remove(path)
        self._new.append(target)
        return path.name

    def _break_data(self) -> str:
        files = sorted([*self.project.glob("sources/*.yml"), *self.project.glob("local-rules/*.yml")])
        path = self.chance.choice(files)
        content = path.read_bytes() if path.exists() else b""
        broken = (b"a: [", b"\xff\xfe\x00", content[: len(content) // 2], b"", b"- a\nb: c\n")
        return self._spoil(path, self.chance.choice(broken))

    def _break_settings(self) -> str:
        path = self.project / "mkdocs.yml"
        content = path.read_bytes()
        broken = (
            b"plugins: [",
            content[: self.chance.randrange(len(content) + 1)],
            b"",
            b"\x00",
            b"[" * 1_000_000,
        )
        return self._spoil(path, self.chance.choice(broken))

    def _nest(self) -> str:
        deep = "".join(f"{' ' * level}a:\n" for level in range(2000))
        return self._spoil(self._page(), f"---\n{deep}---\n\nText.\n".encode())

    def _pile_up(self) -> str:
        sign = self.chance.choice(["[", "[a](", "<a ", "*", "- ", "> ", "`", "{", "&", "!["])
        return self._spoil(self._page(), b"---\ntitle: x\n---\n\n" + sign.encode() * (1_000_000 // len(sign)))

    def _add_page(self) -> str:
        path = self._page().with_name(f"new-{self.chance.randrange(10**6)}.md")
        path.write_text("---\ntitle: New\n---\n\nText.\n", "utf8")
        self._new.append(path)
        return path.name

    def _mend(self) -> str:
        if not self._good:
            return "nothing"
        path = self.chance.choice(sorted(self._good))
        path.write_bytes(self._good.pop(path))
        return path.name


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
