"""Only the writer writes: what else in our code would change the disk is found in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.project import HANDBOOK

# What changes the disk: methods of paths, functions of modules.
_METHODS = {"write_text", "write_bytes", "touch", "rename", "symlink_to", "hardlink_to"}
_FUNCTIONS = {
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move", "make_archive", "unpack_archive"},
    "os": {"rename", "replace", "link", "symlink", "truncate", "write", "mkfifo"},
    "tempfile": {"NamedTemporaryFile", "mkstemp"},
}
_OPENING = {"open", "fdopen", "ZipFile", "TarFile"}
_TO_WRITE = re.compile(r"[rbt]*[wax+][bt+]*(?::.*)?")


def writing_calls(text: str) -> Iterator[str]:
    """What in a module's source writes to the disk, but for what goes nowhere or into memory."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module in _FUNCTIONS:
            yield from (one.name for one in node.names if one.name in _FUNCTIONS[node.module])
        if not isinstance(node, ast.Call):
            continue
        function, given = node.func, [*node.args, *(keyword.value for keyword in node.keywords)]
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        module = getattr(function.value, "id", "") if isinstance(function, ast.Attribute) else ""
        shown = ast.unparse(node)
        if name in _OPENING and isinstance(function, ast.Name):
            given = given[1:]  # The path, which may well be called "w".
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in _METHODS or name in _FUNCTIONS.get(module, ()):
            yield shown
        elif name in _OPENING and any(_TO_WRITE.fullmatch(mode) for mode in modes):
            # A Zip of bytes is made in memory.
            if "BytesIO()" not in text or name != "ZipFile":
                yield shown
        elif name == "open" and module == "os" and "O_RDONLY" not in shown and "os.devnull" not in shown:
            yield shown


@pytest.mark.parametrize(
    "source",
    [
        'open("x", "w")',
        'path.open("ab")',
        'open(x, mode="r+")',
        'path.write_text("x")',
        "path.write_bytes(b)",
        "shutil.copytree(a, b)",
        "from shutil import move",
        "os.replace(a, b)",
        "os.open(x, os.O_WRONLY | os.O_CREAT)",
        'zipfile.ZipFile(path, "w")',
        "link.symlink_to(x)",
    ],
)
def test_what_writes_is_known(source: str) -> None:
    assert list(writing_calls(source))


@pytest.mark.parametrize(
    "source", ['open("x")', 'path.open("rb")', 'text.replace("w", "x")', "webbrowser.open(url)"]
)
def test_what_only_reads_is_let_pass(source: str) -> None:
    assert list(writing_calls(source)) == []


def test_only_the_writer_writes() -> None:
    """Checks, exports and what is done in a build: each writes by base.writing or not at all."""
    found = {
        f"{path.relative_to(HANDBOOK)}: {call}"
        for path in sorted((HANDBOOK / "hooks").rglob("*.py"))
        if path.relative_to(HANDBOOK).as_posix() != "hooks/handbook/base/writing.py"
        for call in writing_calls(path.read_text("utf8"))
    }
    assert found == set()
