"""What our modules import: of ours, and of others."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.support.project import HANDBOOK

HOOKS = HANDBOOK / "hooks"
PACKAGE = HOOKS / "handbook"


def modules() -> list[str]:
    """Our modules by dotted name, such as checks.links; a package by its own name."""
    return sorted(_name(path) for path in PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def file_of(module: str) -> Path:
    path = PACKAGE.joinpath(*module.split(".")) if module else PACKAGE
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def imports(module: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a module imports: ours by dotted name below `handbook`, and others by their first name."""
    file = file_of(module)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    ours: set[str] = set()
    others: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                _sort(alias.name, ours, others)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".") if package else []
                parts = parts[: len(parts) - (node.level - 1)]
                base = ".".join(["handbook", *parts, *([node.module] if node.module else [])])
            for alias in node.names:
                # `from . import lists` names a module, `from .lists import cards` what is in one.
                inner = f"{base}.{alias.name}".removeprefix("handbook.")
                is_module = base.split(".")[0] == "handbook" and inner in modules()
                _sort(f"handbook.{inner}" if is_module else base, ours, others)
    return frozenset(ours), frozenset(others)


def _sort(name: str, ours: set[str], others: set[str]) -> None:
    first, _, rest = name.partition(".")
    if first == "handbook":
        ours.add(rest)
    else:
        others.add(first)


def reached(module: str) -> set[str]:
    """All of our modules that a module imports, directly or by way of others."""
    found: set[str] = set()
    queue = [module]
    while queue:
        new = imports(queue.pop())[0] - found
        found |= new
        queue += new
    return found


def below(package: str) -> list[str]:
    return [module for module in modules() if module.startswith(f"{package}.")]


def room(module: str) -> str:
    return module.partition(".")[0]
