"""Why a build could not be finished, for a preview to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import jinja2
from mkdocs.exceptions import MkDocsException

from handbook.base.visible import described
from handbook.findings.messages import worded
from handbook.languages import language
from handbook.model.project import Fault, Finding
from handbook.model.rules.files import DataBroken
from handbook.reading.settings import SettingsError


@dataclass(frozen=True)
class Failure:
    """A build that was not finished: the fault that is known, or what was said."""

    said: tuple[str, ...] = ()
    fault: Fault | None = None
    cure: str = "unforeseen"  # A text of the group "preview".

    def told(self, code: str | None) -> Sequence[Finding | str]:
        """The failure in a language, as far as it is ours to word."""
        cure = language(code).word("preview", self.cure)
        if self.fault is not None:
            broken = Fault(self.fault.broken, self.fault.file, self.fault.position, code)
            return [replace(finding, suggestion=cure) for finding in worded([broken])]
        return [*self.said[:-1], f"{self.said[-1]}\n{cure}"]


def failure(error: BaseException, root: Path, logged: Sequence[str]) -> Failure:
    """What an error and the lines that were logged before it come to.

    Args:
        error: what ended the build.
        root: the project's folder, which names of files are relative to.
        logged: the errors that MkDocs has told of.
    """
    if isinstance(error, SettingsError):
        return _of_settings(error, root)
    if isinstance(error, jinja2.TemplateSyntaxError):
        name = _relative(Path(error.filename or error.name or ""), root)
        return Failure((f"{name}:{error.lineno}: {error.message}",), cure="settings")
    if isinstance(error, MkDocsException | SystemExit):
        said = [line for line in logged if not line.startswith("Error ")] or [str(error)]
        return Failure(tuple(dict.fromkeys(said)), cure="settings")
    return Failure((described(error) if isinstance(error, Exception) else type(error).__name__,))


def _of_settings(error: SettingsError, root: Path) -> Failure:
    if error.problem is None or error.path is None:
        return Failure((str(error).replace(f"{root}/", ""),), cure="settings")
    values = error.problem.broken.values
    broken = DataBroken(reason=values.get("reason") or values.get("key"), detail=values.get("detail"))
    return Failure(fault=Fault(broken, _relative(error.path, root), error.problem.position), cure="settings")


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
