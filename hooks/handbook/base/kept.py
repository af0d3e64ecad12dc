"""What was made once and is made again only when what it was made from has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar, overload

Made = TypeVar("Made")
_Owner = TypeVar("_Owner")
_Others = ParamSpec("_Others")


class Kept(Generic[Made]):
    """Results by name, each with what it was made from."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Made]] = {}

    def get(self, name: Hashable, origin: object, make: Callable[[], Made]) -> Made:
        """The result of this name.

        Args:
            name: what it is asked for by.
            origin: all that it depends on; where that is what it was, nothing is made.
            make: makes it.
        """
        known = self._made.get(name)
        if known is None or known[0] != origin:
            known = self._made[name] = (origin, make())
        return known[1]

    def forget_others(self, names: Collection[Hashable]) -> None:
        """Drop the results of all names but these."""
        self._made = {name: made for name, made in self._made.items() if name in names}


class once(Generic[_Owner, Made]):  # noqa: N801 - it is used as functools.cached_property is.
    """A property that is made once and kept in its object: without a lock, in a third of the time."""

    def __init__(self, make: Callable[[_Owner], Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _: type[_Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type[_Owner]) -> Self: ...

    @overload
    def __get__(self, owner: _Owner, kind: type[_Owner]) -> Made: ...

    def __get__(self, owner: _Owner | None, kind: type[_Owner]) -> Self | Made:
        if owner is None:
            return self
        made = owner.__dict__[self._name] = self._make(owner)
        return made


def kept(
    function: Callable[Concatenate[_Owner, _Others], Made],
) -> Callable[Concatenate[_Owner, _Others], Made]:
    """Keep what a function makes of an object in that object, as cached_property does within a class.

    The object must be one that nobody changes, such as a page; where it goes, so does what was kept. What
    else is given to the function must be the very same objects as the last time, or it is called again.
    It must return all at once: a list or tuple, and no generator.
    """
    name = _name(function)
    if function.__code__.co_argcount == 1 and not function.__code__.co_kwonlyargcount:
        return _of_owner_alone(name, function)

    @wraps(function)
    def known(owner: _Owner, /, *args: _Others.args, **named: _Others.kwargs) -> Made:
        memory: dict[str, Any] = owner.__dict__
        others = (*args, *named.values())
        last = memory.get(name)
        if last is None or not _are_same(last[0], others):
            last = memory[name] = (others, function(owner, *args, **named))
        made: Made = last[1]
        return made

    return known


def _of_owner_alone(name: str, function: Callable[..., Made]) -> Callable[..., Made]:
    """The same where nothing else is given, in a third of the time."""

    @wraps(function)
    def known(owner: object) -> Made:
        memory = owner.__dict__
        made: Made
        try:
            _, made = memory[name]
        except KeyError:
            _, made = memory[name] = (), function(owner)
        return made

    return known


def remember(
    function: Callable[Concatenate[_Owner, _Others], Made], made: Made, owner: _Owner, /, *others: object
) -> None:
    """Keep what a function that is `kept` would make, where somebody has made it already."""
    owner.__dict__[_name(function)] = (others, made)


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _are_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
