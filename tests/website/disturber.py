"""Random edits in a copy of the handbook: good ones, broken ones, and such as nobody makes on purpose."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


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
