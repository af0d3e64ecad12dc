"""The package has rooms in one order: a module imports only from its own and those before it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.imports import HOOKS, PACKAGE, below, file_of, imports, modules, reached, room
from tests.support.project import HANDBOOK

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
# All beside the package: what MkDocs loads, the handbook's own and the check alone, and what these share.
ENTRIES = {path.stem for path in HOOKS.glob("*.py")}
ADAPTER = HOOKS / "adapter"
ADAPTER_FILES = sorted([*HOOKS.glob("*.py"), *ADAPTER.glob("*.py")])
# MkDocs' events as a build passes through them, and those that come once a process, whatever the priority.
ORDER = (
    *(
        "startup",
        "config",
        "pre_build",
        "files",
        "nav",
        "pre_page",
        "page_read_source",
        "page_markdown",
        "page_content",
        "env",
    ),
    *("pre_template", "template_context", "post_template", "page_context", "post_page", "post_build"),
    *("build_error", "serve", "shutdown"),
)
ONCE = {"on_startup", "on_serve", "on_shutdown"}
# What the adapter's modules may make once: patterns and templates that do not change.
IMMUTABLE = {"re.compile", "frozenset", "Template"}
# What reaches the disk, a log or another process.
OUTSIDE = {"glob", "io", "logging", "os", "pathlib", "shutil", "subprocess", "tempfile", "warnings"}
# What opens no file and starts no process.
PURE = ("model", "links", "safety", "site", "checks")
PARSING = "reading.markdown.parse"
# So many lines may a module and a function have.
MODULE, FUNCTION = 250, 40
# What a browser runs, but for what was made elsewhere.
SCRIPTS = [
    path
    for path in (*HANDBOOK.glob("docs/**/*.js"), *HOOKS.rglob("*.js"))
    if path.parent.name != "vendor" and path.name != "ts-fsrs.js"
]


def test_every_module_is_in_a_room() -> None:
    assert {room(module) for module in modules()} == {"", *ROOMS}
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py"}


def test_the_map_of_the_package_names_its_rooms_in_their_order() -> None:
    said = ast.get_docstring(ast.parse(file_of("").read_text("utf8"))) or ""
    assert tuple(re.findall(r"^([a-z]+) {2,}\S", said, re.MULTILINE)) == ROOMS


def test_relative_imports_are_understood() -> None:
    assert {"model.project", "links.likely_targets"} <= imports("checks.links")[0]
    assert {"posixpath", "urllib"} <= imports("checks.links")[1]
    assert {"checks.cards", "checks.links"} <= imports("checks")[0]
    assert {"site.lists.card_lists", "model.project"} <= imports("site.markers")[0]


@pytest.mark.parametrize("module", [pytest.param(name, id=name) for name in modules() if name])
def test_imports_go_from_right_to_left(module: str) -> None:
    before = ROOMS[: ROOMS.index(room(module)) + 1]
    against = {other for other in imports(module)[0] if room(other) not in before}
    assert not against, f"{module} may import from {', '.join(before)} alone"


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=str(path.relative_to(HOOKS))) for path in sorted(HOOKS.rglob("*.py"))]
)
def test_a_module_and_its_functions_are_read_at_one_look(path: Path) -> None:
    text = path.read_text("utf8")
    assert text.count("\n") <= MODULE
    functions = [
        n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert {node.name for node in functions if _lines(node) > FUNCTION} == set()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.relative_to(HANDBOOK).as_posix())
        for path in sorted([*(HANDBOOK / "tests").rglob("*.py"), *SCRIPTS])
    ],
)
def test_a_test_and_a_script_are_read_at_one_look(path: Path) -> None:
    assert path.read_text("utf8").count("\n") <= MODULE


def test_the_scripts_are_found() -> None:
    names = {path.relative_to(HANDBOOK).as_posix() for path in SCRIPTS}
    assert names > {"docs/sw.js", "docs/assets/search/worker.js", "hooks/handbook/exports/archive.js"}
    assert "docs/assets/edit/vendor/editor.js" not in names


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    last = function.end_lineno or function.lineno
    told = function.body[0] if ast.get_docstring(function) is not None else None
    return last - function.lineno + 1 - ((told.end_lineno or 0) - told.lineno + 1 if told else 0)


def test_no_two_rooms_have_a_module_of_the_same_name() -> None:
    # A check may be called after what it looks at, and so may the rules that it holds.
    after = ("checks.", "model.rules.")
    names = [module.rpartition(".")[2] for module in modules() if not module.startswith(after)]
    assert {name for name in names if names.count(name) > 1} == set()


def test_parsing_knows_no_project_and_opens_nothing() -> None:
    parts = reached(PARSING) | {PARSING}
    assert {"model.document", "reading.markdown.masking", "reading.yaml.front_matter"} <= parts
    assert {room(part) for part in parts} <= {"base", "model", "reading"}
    assert parts.isdisjoint({"model.project", "model.page", "reading.reader", "reading.settings"})
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
    assert imports(module)[1].isdisjoint({"mkdocs", "material", "mkdocs_static_i18n", "adapter", *ENTRIES})


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(HOOKS).as_posix()) for path in ADAPTER_FILES]
)
def test_nobody_imports_an_entry_or_the_command_line(path: Path) -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level <= 1
            name = "adapter" if node.level else node.module or ""
            found |= {f"{name}.{alias.name}" for alias in node.names} | {name}
    assert not {module for module in found if module.startswith("handbook.commands")}
    assert {module.split(".")[0] for module in found}.isdisjoint(ENTRIES)


def test_the_command_line_reads_its_arguments_before_it_imports_what_takes_long() -> None:
    assert imports("commands.cli")[0] == {"commands.run", "commands.words"}
    assert imports("prose.hunspell")[0] == {"languages"}
    script = (
        "import sys, handbook.commands.cli;"
        "print('handbook.commands.run' in sys.modules, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_site_is_made_by_one_entry_with_its_events_in_their_order() -> None:
    settings = (HANDBOOK / "mkdocs.yml").read_text("utf8")
    assert re.findall(r"^  - (hooks/\S+\.py)$", settings, re.MULTILINE) == ["hooks/events.py"]
    tree = ast.parse((HOOKS / "events.py").read_text("utf8"))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    names += [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    handled = {name.removeprefix("on_") for name in names if name.startswith("on_")}
    assert {"config", "files", "page_markdown", "env", "post_page", "post_build"} <= handled <= set(ORDER)
    said = re.findall(r"^(?:def |)on_(\w+)(?:\(| =)", (HOOKS / "events.py").read_text("utf8"), re.MULTILINE)
    assert said == [event for event in ORDER if event in handled]


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_each_handler_says_when_it_runs_and_why(name: str) -> None:
    lines = (HOOKS / f"{name}.py").read_text("utf8").split("\n")
    tree = ast.parse("\n".join(lines))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert functions
    for node in functions:
        if node.name in ONCE:
            continue
        assert re.search(r"@event_priority\(-?\d+\)  # \w", lines[node.lineno - 2]), node.name


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(ADAPTER.glob("*.py"))])
def test_the_adapter_keeps_its_state_in_objects(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        assert not isinstance(node, ast.Global)
    for statement in ast.parse(path.read_text("utf8")).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            made = statement.value
            assert not isinstance(made, ast.List | ast.Set | ast.ListComp | ast.SetComp | ast.DictComp), path
            # A table that nobody changes has entries.
            assert not isinstance(made, ast.Dict) or made.keys, path
            assert not isinstance(made, ast.Call) or _called(made) in IMMUTABLE, (path, _called(made))


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func)


def _names(module: str) -> set[str]:
    tree = ast.parse(file_of(module).read_text("utf8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
