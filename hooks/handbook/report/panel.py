"""Findings as a part of a page, for a preview: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..base.visible import visible
from ..languages import language
from ..model.project import Finding

# So many are shown; the command line lists them all.
_MOST_HERE, _MOST_ELSEWHERE = 20, 10
_STYLE = (
    "#preview-panel{position:fixed;inset:auto 0 0;z-index:99;max-height:60vh;overflow:auto;"
    "padding:.75rem 1rem;background:#fff;color:#1a1a1a;border-top:4px solid #b3261e;font:16px/1.4 sans-serif;"
    "box-shadow:0 -2px 12px #0006}"
    "#preview-panel ul{margin:.25rem 0;padding-left:1.25rem}#preview-panel li{margin:.35rem 0}"
    "#preview-panel p{margin:.25rem 0}#preview-panel code{font:14px/1.4 monospace;overflow-wrap:anywhere}"
    "#preview-panel summary{cursor:pointer}"
    "@media print{#preview-panel{display:none}}"
)


@dataclass(frozen=True)
class Trouble:
    """What a page of a preview has to say of itself.

    `failed` is what stopped the build, `kept` says that the page is shown as it was when it could be read.
    """

    here: Sequence[Finding] = ()
    elsewhere: Sequence[Finding] = ()
    failed: Sequence[Finding | str] = ()
    kept: bool = False

    def __bool__(self) -> bool:
        return bool(self.here or self.elsewhere or self.failed)


def panel(trouble: Trouble, code: str | None) -> str:
    """The trouble of a page as HTML, in a language; nothing where there is none."""
    if not trouble:
        return ""
    told = language(code)
    parts = []
    if trouble.failed:
        parts += [f"<p><strong>{escape(told.word('preview', 'failed'))}</strong></p>", _list(trouble.failed)]
    if trouble.kept:
        parts.append(f"<p><strong>{escape(told.word('preview', 'kept'))}</strong></p>")
    # An open list of what is wrong on this page; what is wrong on others waits until it is asked for.
    for name, found, most, is_open in (
        ("here", trouble.here, _MOST_HERE, " open"),
        ("elsewhere", trouble.elsewhere, _MOST_ELSEWHERE, ""),
    ):
        if found:
            title = escape(told.word("preview", name, count=len(found)))
            more = len(found) - most
            rest = f"<p>{escape(told.word('preview', 'more', count=more))}</p>" if more > 0 else ""
            parts.append(f"<details{is_open}><summary>{title}</summary>{_list(found[:most])}{rest}</details>")
    label = escape(told.word("preview", "label"))
    return (
        f'<aside id="preview-panel" lang="{told.code}" dir="ltr" aria-label="{label}">'
        f"<style>{_STYLE}</style>{''.join(parts)}</aside>"
    )


def _list(entries: Sequence[Finding | str]) -> str:
    return f"<ul>{''.join(f'<li>{_entry(entry)}</li>' for entry in entries)}</ul>"


def _entry(entry: Finding | str) -> str:
    if isinstance(entry, str):
        return "<br>".join(escape(visible(line)) for line in entry.split("\n"))
    place = f"{visible(entry.file)}:{entry.line}:{entry.column}"
    cure = "<br>".join(escape(visible(line)) for line in entry.suggestion.split("\n") if line)
    said = f"<code>{escape(place)}</code> {escape(visible(entry.message))}"
    return f"{said}<br>{cure}" if cure else said
