"""A module of ours in JavaScript taken apart, for where no `import` works: from file://, and in Python.

What is supported of the syntax is what docs/assets uses; anything else is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# import { a, b as c } from "./x.js";    import "./x.js";
_IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"(?P<path>\.{1,2}/[^"]+)";$', re.MULTILINE)
# export function a(    export const A = 1;
_EXPORT = re.compile(r"^export (?P<kind>async function|function|class|const|let) (?P<name>\w+)", re.MULTILINE)
# export { a, b as c };
_EXPORTED = re.compile(r"^export \{(?P<names>[^}]*)\};$", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b[^\n]*", re.MULTILINE)


class UnknownSyntax(Exception):
    """A module imports or exports in a form that is not supported; the message says which and how."""


@dataclass(frozen=True)
class Module:
    """A module: the paths it imports, in order, what it exports, and its text without either.

    An export is a name, or "name: value" where the value has another name within.

    In the text the imports are names taken from `modules`, a list like `imports`.
    """

    imports: tuple[str, ...]
    exports: tuple[str, ...]
    body: str


def module(name: str, text: str) -> Module:
    """Take a module apart.

    Args:
        name: where it stands, for the message.
        text: its source.

    Raises:
        UnknownSyntax: it imports or exports in a form that is not supported.
    """
    paths: list[str] = []

    def imported(match: re.Match[str]) -> str:
        paths.append(match["path"])
        if match["names"] is None:
            return ""  # It only has to have run.
        names = re.sub(r"(\w+) as (\w+)", r"\1: \2", match["names"])
        return f"const {names} = modules[{len(paths) - 1}];"

    exports = [match["name"] for match in _EXPORT.finditer(text)]
    for listed in _EXPORTED.finditer(text):
        names = (name.strip() for name in listed["names"].split(",") if name.strip())
        exports += [re.sub(r"(\w+) as (\w+)", r"\2: \1", name) for name in names]
    body = _EXPORTED.sub("", _EXPORT.sub(r"\g<kind> \g<name>", _IMPORT.sub(imported, text)))
    if left := _LEFT.search(body):
        raise UnknownSyntax(f"{name}: {left[0]}")
    return Module(tuple(paths), tuple(exports), body)
