"""What PyYAML says is wrong, as the names of reasons that every language has words for.

PyYAML speaks English only, and of tokens and streams; the words stand under `reasons` in
texts/<code>.yml.
"""

from __future__ import annotations

# A part of PyYAML's problem, and the reason it stands for; the first that fits counts.
_REASONS = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("expected ',' or ']'", "list-open"),
    ("expected ',' or '}'", "braces-open"),
    ("found a tab", "tab"),
    ("character '\\t'", "tab"),
    ("unexpected end of stream", "quote-open"),
    ("document separator", "quote-open"),
    ("cannot start any token", "sign"),
    ("unknown escape", "escape"),
    ("escape sequence", "escape"),
    ("undefined alias", "alias"),
    ("second occurrence", "alias"),
    ("nested too deeply", "depth"),
    ("references stand for", "depth"),
    ("merged", "merge"),
    ("alphabetic or numeric", "alias"),
    ("unconstructable recursive", "value"),
    ("determine a constructor", "tag"),
    ("tag", "tag"),
    ("expected key", "indent"),
    ("<block end>", "indent"),
    ("'-' indicator", "indent"),
    ("block sequence entries are not allowed", "indent"),
    ("sequence entries", "indent"),
    ("block mappings are not allowed", "indent"),
    ("unhashable key", "key"),
    ("mapping keys are not allowed", "key"),
    ("recursion", "depth"),
)
MAPPING, VALUE, CHARACTER, OPENED, OTHER = "mapping", "value", "character", "opening", "other"
AGAIN, SPACE = "again", "space"


def reason_of(problem: str, before: str = "", sign: str = "") -> str:
    """The name of the reason for what PyYAML said.

    Args:
        problem: PyYAML's own words.
        before: what stands in the line before the place that they are about.
        sign: the sign at that place.
    """
    lower = problem.lower()
    if sign == "\t":
        return "tab"
    if "expected key" in lower and before.strip():
        return "after"  # title: "One" and two
    return next((reason for part, reason in _REASONS if part in lower), OTHER)
