"""Imports go one way: document, model, parsing, reading, checks, words, reports; the command line on top."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.project import HANDBOOK

HOOKS = HANDBOOK / "hooks"
PACKAGE = HOOKS / "handbook"
# All beside the package: the hooks that mkdocs.yml names, and what these share.
BESIDE = {path.stem for path in HOOKS.glob("*.py")}
ADAPTERS = {name for name in BESIDE if f"hooks/{name}.py" in (HANDBOOK / "mkdocs.yml").read_text("utf8")}
# What reaches the disk, a log or another process.
OUTSIDE = {"glob", "io", "logging", "os", "pathlib", "shutil", "subprocess", "tempfile", "warnings"}
PURE = ("document", "rules", "yaml_values", "languages")
# What reading one page must not need to know.
ABOVE_PARSING = {
    "catalogue",
    "checks",
    "cli",
    "generate",
    "languages",
    "model",
    "reader",
    "report",
    "rules",
    "settings",
}


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


def test_the_modules_are_found() -> None:
    assert {"", "cli", "model", "checks", "checks.links", "generate.lists"} <= set(modules())


def test_relative_imports_are_understood() -> None:
    assert {"model", "text"} <= imports("checks.links")[0]
    assert {"posixpath", "urllib"} <= imports("checks.links")[1]
    assert {"checks.cards", "checks.links"} <= imports("checks")[0]
    assert {"generate.lists", "model"} <= imports("generate.markers")[0]


@pytest.mark.parametrize(
    ("module", "below"), [pytest.param(name, set(PURE[:at]), id=name) for at, name in enumerate(PURE)]
)
def test_the_foundations_rest_on_nothing_but_one_another(module: str, below: set[str]) -> None:
    assert imports(module)[0] <= below


def test_the_model_rests_on_the_document_alone() -> None:
    assert imports("model")[0] == {"document"}


def test_parsing_rests_on_the_document_and_on_parts_of_its_own() -> None:
    parts = reached("parse")
    assert {"document", "masking", "front_matter"} <= parts
    assert {name.split(".")[0] for name in parts}.isdisjoint(ABOVE_PARSING)
    for part in parts | {"parse"}:
        assert imports(part)[1].isdisjoint(OUTSIDE), part
        # Only parse puts the parts together.
        assert "parse" not in imports(part)[0], part


@pytest.mark.parametrize("module", [pytest.param(name, id=f"{name} is pure") for name in below("checks")])
def test_a_check_knows_no_other_check_and_nothing_outside(module: str) -> None:
    ours, others = imports(module)
    assert not {name for name in ours if name == "checks" or name.startswith("checks.")}
    assert ours.isdisjoint({"reader", "settings", "catalogue", "report", "accept"})
    assert others.isdisjoint(OUTSIDE)
    assert "open" not in _names(module)


@pytest.mark.parametrize("module", [pytest.param(name, id=f"{name} is pure") for name in below("generate")])
def test_what_is_generated_is_made_of_the_project_alone(module: str) -> None:
    ours, others = imports(module)
    assert not {name for name in ours if name.split(".")[0] in ("checks", "reader", "report", "catalogue")}
    assert others.isdisjoint(OUTSIDE)


@pytest.mark.parametrize("module", [pytest.param(name, id=f"handbook.{name}") for name in modules()])
def test_our_logic_walks_out_of_mkdocs(module: str) -> None:
    ours, others = imports(module)
    assert others.isdisjoint({"mkdocs", "material", "mkdocs_static_i18n", *BESIDE})
    assert "cli" not in ours


@pytest.mark.parametrize("name", [pytest.param(name, id=f"hooks/{name}.py") for name in sorted(BESIDE)])
def test_nobody_imports_an_adapter_or_the_command_line(name: str) -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse((HOOKS / f"{name}.py").read_text("utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    assert found.isdisjoint({"handbook.cli", "handbook.cli.main"})
    assert {module.split(".")[0] for module in found}.isdisjoint(ADAPTERS)


def test_the_command_line_reads_its_arguments_before_it_imports_what_takes_long() -> None:
    assert imports("cli")[0] == {"prose.spelling", "commands"}
    assert imports("prose.spelling")[0] == frozenset()
    script = "import sys, handbook.cli; print('handbook.commands' in sys.modules, 'yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_adapters_are_those_that_mkdocs_loads() -> None:
    assert {"cards", "search", "validate", "website"} <= ADAPTERS


def _names(module: str) -> set[str]:
    tree = ast.parse(_file(module).read_text("utf8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
