"""YAML as its parser alone reads it, beside which the readers of its usual shapes are held."""

from __future__ import annotations

import pytest

from handbook.reading.yaml import front_matter
from handbook.reading.yaml.front_matter import YamlText, read_yaml


def by_parser(text: str, first_line: int, monkeypatch: pytest.MonkeyPatch) -> YamlText:
    """What the parser makes of a text, with no shape read line by line."""
    with monkeypatch.context() as patched:
        for shape in ("plain_matter", "word_lists"):
            patched.setattr(front_matter, shape, lambda *_: None)
        return read_yaml(text, first_line=first_line)
