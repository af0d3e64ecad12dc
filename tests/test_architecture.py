"""The package has rooms in one order: a module imports only from its own and those before it."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.support.project import HANDBOOK

HOOKS = HANDBOOK / "hooks"
PACKAGE = HOOKS / "handbook"
ROOMS = (
    "base",
    "model",
    "languages",
    "reading",
    "links",
    "safety",
    "search",
    "prose",
    "site",
    "checks",
    "findings",
    "report",
    "exports",
    "commands",
)
# All beside the package: the hooks that mkdocs.yml names, and what these share.
BESIDE = {path.stem for path in HOOKS.glob("*.py")}
ADAPTERS = {name for name in BESIDE if f"hooks/{name}.py" in (HANDBOOK / "mkdocs.yml").read_text("utf8")}
# What reaches the disk, a log or another process.
OUTSIDE = {"glob", "io", "logging", "os", "pathlib", "shutil", "subprocess", "tempfile", "warnings"}
# What opens no file and starts no process.
PURE = ("model", "links", "safety", "site", "checks")
PARSING = "reading.markdown.parse"


def modules() -> list[str]:
    """Our modules by dotted name, such as checks.links; a package by its own name."""
    return sorted(_name(path) for path in PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def _file(module: str) -> Path:
    path = PACKAGE.joinpath(*module.split(".")) if module else PACKAGE
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def imports(module: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a module imports: ours by dotted name below `handbook`, and others by their first name."""
    file = _file(module)
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


def test_every_module_is_in_a_room() -> None:
    assert {room(module) for module in modules()} == {"", *ROOMS}
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py"}


def test_relative_imports_are_understood() -> None:
    assert {"model.project", "base.guessing"} <= imports("checks.links")[0]
    assert {"posixpath", "urllib"} <= imports("checks.links")[1]
    assert {"checks.cards", "checks.links"} <= imports("checks")[0]
    assert {"site.lists.page_lists", "model.project"} <= imports("site.markers")[0]


@pytest.mark.parametrize("module", [pytest.param(name, id=name) for name in modules() if name])
def test_imports_go_from_right_to_left(module: str) -> None:
    before = ROOMS[: ROOMS.index(room(module)) + 1]
    against = {other for other in imports(module)[0] if room(other) not in before}
    assert not against, f"{module} may import from {', '.join(before)} alone"


def test_no_two_rooms_have_a_module_of_the_same_name() -> None:
    # A check may be called after what it looks at, and so may the rules that it holds.
    after = ("checks.", "model.rules.")
    names = [module.rpartition(".")[2] for module in modules() if not module.startswith(after)]
    assert {name for name in names if names.count(name) > 1} == set()


def test_parsing_knows_no_project_and_opens_nothing() -> None:
    parts = reached(PARSING) | {PARSING}
    assert {"model.document", "reading.markdown.masking", "reading.yaml.front_matter"} <= parts
    assert {room(part) for part in parts} <= {"base", "model", "reading"}
    assert parts.isdisjoint({"model.project", "reading.reader", "reading.settings"})
    for part in parts:
        assert imports(part)[1].isdisjoint(OUTSIDE) or part in ("base.text_files", "base.writing"), part
        # Only parse puts the parts together.
        assert PARSING not in imports(part)[0], part


@pytest.mark.parametrize(
    "module", [pytest.param(name, id=f"{name} is pure") for of in PURE for name in below(of)]
)
def test_nothing_outside_is_reached(module: str) -> None:
    assert imports(module)[1].isdisjoint(OUTSIDE)
    assert "open" not in _names(module)


@pytest.mark.parametrize("module", [pytest.param(name, id=name) for name in below("checks")])
def test_a_check_knows_no_other_check(module: str) -> None:
    assert not {name for name in imports(module)[0] if room(name) == "checks"}


@pytest.mark.parametrize("module", [pytest.param(name, id=f"handbook.{name}") for name in modules()])
def test_our_logic_walks_out_of_mkdocs(module: str) -> None:
    assert imports(module)[1].isdisjoint({"mkdocs", "material", "mkdocs_static_i18n", *BESIDE})


@pytest.mark.parametrize("name", [pytest.param(name, id=f"hooks/{name}.py") for name in sorted(BESIDE)])
def test_nobody_imports_an_adapter_or_the_command_line(name: str) -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse((HOOKS / f"{name}.py").read_text("utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    assert not {module for module in found if module.startswith("handbook.commands")}
    assert {module.split(".")[0] for module in found}.isdisjoint(ADAPTERS)


def test_the_command_line_reads_its_arguments_before_it_imports_what_takes_long() -> None:
    assert imports("commands.cli")[0] == {"prose.hunspell", "commands.run", "commands.words"}
    assert imports("prose.hunspell")[0] == {"languages"}
    script = (
        "import sys, handbook.commands.cli;"
        "print('handbook.commands.run' in sys.modules, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_adapters_are_those_that_mkdocs_loads() -> None:
    assert {"cards", "search", "validate", "website"} <= ADAPTERS


def _names(module: str) -> set[str]:
    tree = ast.parse(_file(module).read_text("utf8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
