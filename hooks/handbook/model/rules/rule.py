"""What a rule is: a class whose fields are the blanks of its message.

class LinkCase(Rule):        its id is link-case, the group is the module it stands in
    target: str              {target} in the message, in every language

`LinkCase(target="A.md")` is what is wrong in one place: a misspelt rule, a blank that is missing and a
value of another type are errors of types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, dataclass_transform

ERROR, WARNING, NOTICE, OFF = "error", "warning", "notice", "off"
SEVERITIES = (ERROR, WARNING, NOTICE, OFF)

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


# A hundred classes are made at each start of the command, so they are none of dataclasses' own making.
@dataclass_transform(frozen_default=True, kw_only_default=True)
class Rule:
    """A rule; an instance says what is wrong in one place."""

    rule_id: ClassVar[str]
    group: ClassVar[str]
    severity: ClassVar[str]

    def __init_subclass__(cls, severity: str = ERROR) -> None:
        cls.rule_id = _CAPITAL.sub("-", cls.__name__).lower()
        cls.group = cls.__module__.rpartition(".")[2]
        cls.severity = severity

    def __init__(self, **values: Any) -> None:
        blanks = self.blanks()
        missing = [name for name in blanks if name not in values and not hasattr(type(self), name)]
        if missing or not values.keys() <= set(blanks):
            raise TypeError(f"{type(self).__name__} has the blanks {blanks}, and was given {tuple(values)}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is not changed once it is made")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and type(self) is type(other) and self.values == other.values

    def __hash__(self) -> int:
        return hash((type(self), *self.values.values()))

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.values.items())})"
        )

    @classmethod
    def blanks(cls) -> tuple[str, ...]:
        """The names of what its message may say."""
        return tuple(vars(cls).get("__annotations__", ()))

    @property
    def values(self) -> Mapping[str, Any]:
        """What is filled into the blanks."""
        return {name: getattr(self, name) for name in self.blanks()}
