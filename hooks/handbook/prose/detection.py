"""Which of the handbook's languages a text is in, by lingua's models.

They are big, so they are loaded only when a text has to be judged.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..languages import LANGUAGES

if TYPE_CHECKING:
    from lingua import LanguageDetector

NAME = "lingua-language-detector"
INSTALL = "uv sync --group prose"


def is_available() -> bool:
    """Whether lingua is installed."""
    return find_spec("lingua") is not None


def confidences(text: str) -> dict[str, float]:
    """How much speaks for each language: code -> 0 to 1, the likeliest first."""
    values = _detector().compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in values}


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    wanted = [getattr(Language, spoken.detector) for spoken in LANGUAGES.values() if spoken.detector]
    return LanguageDetectorBuilder.from_languages(*wanted).build()
