"""What templates read while a page is rendered, so that it can be told when the page would be another one.

A template is given much more than it reads: the addresses of all pages, the menu, the settings. What it asks
of these by name is noted with the answer. Whatever else it reads of them is given to it as well, but then
nobody can tell what the page depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handbook.site.menu import Menu

from .store import digest

# What is kept of an answer: itself where it is plain, else a digest.
Answer = str | bool | None
# What was asked, of what, and the answer.
Read = tuple[str, str | None, Answer]
# What all templates of a language know that is too much for one page to depend on.
WATCHED = ("menu", "urls", "originals")


class Reads:
    """What is read of some things that are the same for all pages of a language."""

    def __init__(
        self,
        sources: Mapping[str, Callable[[str | None], object]] = {},
        before_lost: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin with nothing.

        Args:
            sources: what answers what is asked.
            before_lost: called before something is read that nobody can name.
        """
        self._sources, self._before_lost = sources, before_lost
        self._noted: dict[tuple[str, str | None], Answer] = {}
        self.are_told = True  # Whether all that was read since `begin` is known.

    def begin(self) -> None:
        """Note from now on what one page reads."""
        self._noted, self.are_told = {}, True

    def lose(self) -> None:
        """Take note that something was read that nobody can name."""
        self.are_told = False
        self._before_lost()

    def ask(self, source: str, name: str | None) -> Any:
        """What a source answers, which is noted."""
        answer = self._sources[source](name)
        if (source, name) not in self._noted:
            self._noted[source, name] = _kept(answer)
        return answer

    @property
    def noted(self) -> list[Read]:
        """What was read since `begin`."""
        return [(*asked, answer) for asked, answer in self._noted.items()]

    def are_same(self, reads: list[Read]) -> bool:
        """Whether what another rendering read would be answered in the same way now."""
        return all(
            source in self._sources and _kept(self._sources[source](name)) == answer
            for source, name, answer in reads
        )


class View:
    """An object of which templates read what is known of it; all else is told as lost. It is always true."""

    def __init__(self, of: object, known: Mapping[str, Any], reads: Reads) -> None:
        self._of, self._known, self._reads = of, known, reads

    def _whole(self) -> Any:
        self._reads.lose()
        return self._of

    def __getattr__(self, name: str) -> Any:
        return self._known[name] if name in self._known else getattr(self._whole(), name)

    def __getitem__(self, key: Any) -> Any:
        return self._known[key] if isinstance(key, str) and key in self._known else self._whole()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._whole()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return str(self._whole())

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == (other._of if isinstance(other, View) else other))

    def __hash__(self) -> int:
        return hash(self._whole())


class Lookup(View):
    """A mapping in which templates look up some names."""

    def __init__(self, source: str, of: Mapping[str, Any], reads: Reads) -> None:
        super().__init__(of, {}, reads)
        self._source = source

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str) and (found := self._reads.ask(self._source, key)) is not None:
            return found
        raise KeyError(key)

    def __getattr__(self, name: str) -> Any:
        # Jinja takes a name that was not found for an attribute, too; which ones there are never changes.
        if not hasattr(self._of, name):
            raise AttributeError(name)
        return super().__getattr__(name)

    def __bool__(self) -> bool:
        return bool(self._reads.ask(f"any {self._source}", None))


class ReadMenu(View):
    """The menu, of which templates ask what it is at their own page."""

    def __init__(self, of: Menu, reads: Reads) -> None:
        super().__init__(of, {}, reads)

    def at(self, slug: str | None) -> Any:
        """See `Menu`."""
        return self._reads.ask("menu", slug)

    def family(self, slug: str | None) -> Any:
        """See `Menu`."""
        return self._reads.ask("family", slug)


def watch(values: dict[str, Any], before_lost: Callable[[], None] = lambda: None) -> Reads:
    """Put what notes its reads in the place of what is too much for one page to depend on.

    Args:
        values: what all templates of a language know, `WATCHED` among it.
        before_lost: see `Reads`.
    """
    menu: Menu = values["menu"]
    sources: dict[str, Callable[[str | None], object]] = {"menu": menu.at, "family": menu.family}
    reads = Reads(sources, before_lost)
    for name in WATCHED[1:]:
        found: Mapping[str | None, str] = values[name]
        sources |= {name: found.get, f"any {name}": lambda _, found=found: bool(found)}  # type: ignore[misc]
        values[name] = Lookup(name, values[name], reads)
    values["menu"] = ReadMenu(menu, reads)
    return reads


def _kept(answer: object) -> Answer:
    return answer if answer is None or isinstance(answer, str | bool) else digest(repr(answer))
