"""What a rule is: a class whose fields are the blanks of its message.

class LinkCase(Rule):        its id is link-case, the group is the module it stands in
    target: str              {target} in the message, in every language

`LinkCase(target="A.md")` is what is wrong in one place: a misspelt rule, a blank that is missing and a
value of another type are errors of types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, dataclass_transform

ERROR, WARNING, NOTICE, OFF = "error", "warning", "notice", "off"
SEVERITIES = (ERROR, WARNING, NOTICE, OFF)

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


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
        dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    def blanks(cls) -> tuple[str, ...]:
        """The names of what its message may say."""
        return tuple(field.name for field in fields(cls))  # type: ignore[arg-type]

    @property
    def values(self) -> Mapping[str, Any]:
        """What is filled into the blanks."""
        return {name: getattr(self, name) for name in self.blanks()}
