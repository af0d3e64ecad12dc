"""Languages that the tools know too little of: what is said in English there, or judged less closely."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.positions import Position
from ..languages import lacking
from ..model.project import Fault, Project
from ..model.rules.files import LanguageIncomplete
from ..search.lexicon import has_lexicon


def check(project: Project) -> Iterator[Fault]:
    for code in project.settings.languages:
        missing = [*lacking(code), *([] if has_lexicon(code) else [f"search/lexicons/{code}.txt"])]
        if missing:
            broken = LanguageIncomplete(code=code, lacking=", ".join(missing))
            yield Fault(broken, project.settings.config, Position(1), project.settings.default_language)
