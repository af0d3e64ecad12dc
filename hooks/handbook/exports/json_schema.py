"""The schema of front matter as JSON Schema, for editors' tools: the same models as the check's.

`handbook schema` writes the files; .remarkrc.yml tells remark-lint-frontmatter-schema, and with it the
editors that run remark, which pages each is for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ..base.writing import write_files
from ..model.fields import CardOriginal, CardTranslation, PageOriginal, PageTranslation
from ..model.project import NEUTRAL_KEYS

FOLDER = "schemas"
_PAIRS: dict[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "card": (CardOriginal, CardTranslation),
    "page": (PageOriginal, PageTranslation),
}


def json_schemas() -> dict[str, str]:
    """The schemas' files: name -> text."""
    return {
        f"{name}.json": json.dumps(_schema(name, *pair), ensure_ascii=False, indent=2) + "\n"
        for name, pair in _PAIRS.items()
    }


def write(root: Path) -> list[str]:
    """Write the files below a project's folder; returns their names. Raises NotWritten."""
    files = {f"{FOLDER}/{name}": text.encode("utf8") for name, text in json_schemas().items()}
    write_files(root, files)
    return list(files)


def _schema(name: str, original: type[BaseModel], translation: type[BaseModel]) -> dict[str, Any]:
    """One schema for both: what only an original holds marks it, so a tool names one fault and not two."""
    references, definitions = models_json_schema(
        [(original, "validation"), (translation, "validation")], ref_template="#/$defs/{model}"
    )
    marks = [key for key in NEUTRAL_KEYS if key in original.model_fields]
    return {
        # The one that remark-lint-frontmatter-schema understands.
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Front matter of a {name}",
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in marks]},
        "then": references[original, "validation"],
        "else": references[translation, "validation"],
        "$defs": definitions["$defs"],
    }
