"""E-mails that were pasted into a page: what mail programs write around a letter and a reply to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.rules.references import MailPasted

# On Mon, 12 Jan 2026 at 10:15, Ann <ann@example.org> wrote:
_WROTE = re.compile(
    r"(?=.*\d)(?=.*(?:@|\d[.:]\d\d)).{6,160}\s"
    r"(?:wrote|napisał(?:a|\(a\)|/a)?|pisze|(?:je )?napisa(?:o|la|o/la)(?: je)?|piše|schrieb\b.{0,80}):"
)
# -----Original Message-----, and what others write there
_LETTERS = (
    *("Original Message", "Forwarded message", "Wiadomość oryginalna", "Oryginalna wiadomość"),
    *("Wiadomość przekazana dalej", "Przekazana wiadomość", "Treść oryginalnej wiadomości"),
    *("Izvorna poruka", "Originalna poruka", "Proslijeđena poruka", "Ursprüngliche Nachricht"),
)
_BETWEEN = re.compile(rf"[-_]{{2,}} ?(?:{'|'.join(_LETTERS)}) ?[-_]{{2,}}", re.IGNORECASE)
# From: Ann, and the other lines at the head of a letter
_FROM = r"From|Od|Šalje|Von"
_HEAD = re.compile(
    rf"[*_]{{0,2}}(?P<name>{_FROM}|Sent|Date|To|Cc|Subject|Wysłano|Wysłane|Data|Do|DW|Kopia|Temat"
    r"|Poslano|Datum|Prima|Za|Kome|Predmet|Gesendet|An|Betreff):[*_]{0,2}(?:\s.*)?",
    re.IGNORECASE,
)
_HEADS = 3
_QUOTED = re.compile(r"[ ]{0,3}>")
_LADDER = re.compile(r"[ ]{0,3}>[ ]?>")
_DEVICE = re.compile(
    r"(?:Sent from|Wysłan[eo] z|Poslano sa?|Poslano iz|Gesendet von)\s.{0,30}\b"
    r"(?:iPhon|iPad|Android|Samsung|Galaxy|Huawei|Xiaomi|telefon|smartfon|phone|mobi|device|Outlook|Mail|Gmail"
    r"|Yahoo|uređaj)\w*.{0,20}"
    r"|(?:Get|Pobierz|Preuzmite|Nabavite)\s(?:\w+\s)?Outlook\s.{0,30}",
    re.IGNORECASE,
)
# How a line begins, or ends, with which an e-mail can: on nearly every page none does.
_BEGINS = re.compile(
    rf"\n\s*(?=[-_>*foošvswpgn\u017f])(?:[-_]{{2}}|>[ ]?>|[*_]*(?:{_FROM}):"
    r"|Sent|Wysłan|Poslano|Gesendet|Get|Pobierz|Preuzmite|Nabavite)",
    re.IGNORECASE,
)
_ENDS = re.compile(r":\s*(?:\n|\Z)")
_VERBS = ("wrote", "napisa", "pisze:", "piše:", "schrieb")
# Nearly every page has none of these signs.
_SIGNS = (
    *(*_VERBS, "\n>", "---", "___", "From:", "Od:", "Šalje:", "Von:"),
    *("Sent from", "Wysłan", "Poslano ", "Gesendet von", "Outlook"),
)


def mails(text: str) -> Iterator[tuple[int, MailPasted]]:
    """The e-mails in a page's text, each with the offset at which it begins.

    Args:
        text: the body with code blanked.
    """
    if not _may_hold_any(text) or not any(sign in text for sign in _SIGNS):
        return
    lines = text.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    replied = _replied(lines)
    number = 0
    while number < len(lines):
        end = _end(lines, number, replied)
        if end is None:
            number += 1
            continue
        span = end - number
        count = None if _is_open(lines, number) else span
        yield starts[number], MailPasted(what=lines[number].strip(), count=count, span=span)
        number = end


def _may_hold_any(text: str) -> bool:
    if _BEGINS.search(f"\n{text}"):
        return True
    return _ENDS.search(text) is not None and any(verb in text for verb in _VERBS)


def _end(lines: list[str], first: int, replied: list[bool]) -> int | None:
    """The line after the e-mail that begins with a line, see `_replied`; None where none begins there."""
    line = lines[first].strip()
    if not line:
        return None
    # Some programs break the line.
    below = lines[first + 1].strip() if first + 1 < len(lines) else ""
    if line.endswith(":") and _WROTE.fullmatch(line):
        return _after_quotation(lines, first + 1)
    if below.endswith(":") and line[-1] not in ".:" and _WROTE.fullmatch(f"{line} {below}"):
        return _after_quotation(lines, first + 2)
    if _is_open(lines, first):
        return _after_section(lines, first)
    if _QUOTED.match(lines[first]) and replied[first]:
        return _after_quotation(lines, first)
    return first + 1 if _DEVICE.fullmatch(line) else None


def _is_open(lines: list[str], first: int) -> bool:
    """Whether an e-mail begins as those do that nothing marks the end of."""
    return bool(_BETWEEN.fullmatch(lines[first].strip())) or _is_head(lines, first)


def _is_head(lines: list[str], first: int) -> bool:
    found = re.fullmatch(rf"[*_]*(?:{_FROM}):.*", lines[first].strip(), re.IGNORECASE)
    return bool(found) and all(_HEAD.fullmatch(line.strip()) for line in lines[first : first + _HEADS])


def _replied(lines: list[str]) -> list[bool]:
    """Of each line, whether the quotation going on from it holds another one, as a reply to a reply does."""
    found = [False] * (len(lines) + 1)
    for number in reversed(range(len(lines))):
        line = lines[number]
        goes_on = not line.strip() or _QUOTED.match(line)
        found[number] = bool(goes_on) and (found[number + 1] or bool(_LADDER.match(line)))
    return found


def _after_quotation(lines: list[str], first: int) -> int:
    end = number = first
    while number < len(lines) and (not lines[number].strip() or _QUOTED.match(lines[number])):
        number += 1
        if lines[number - 1].strip():
            end = number
    return end


def _after_section(lines: list[str], first: int) -> int:
    """Where a letter without marks of its own may end: above the next heading."""
    end = first + 1
    for number in range(first + 1, len(lines)):
        if lines[number].startswith("#"):
            break
        if lines[number].strip():
            end = number + 1
    return end
