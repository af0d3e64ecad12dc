"""A language of the built site as a folder and a .zip that work from file://, search included.

From file:// browsers load no modules and fetch no data, only plain scripts. So each module is wrapped
into a plain script that registers itself, each data file becomes a script that hands over its text,
and archive.js, a loader of a few lines, stands for `import` and `fetch`. The modules stay as they are
in docs/assets; what is supported of their syntax is what is used there, anything else is an error.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path

from ..base.javascript import UnknownSyntax, module
from ..base.writing import write_files
from ..site.form import FOLDER
from ..site.lists.download_list import FOLDER as DOWNLOADS
from .kept_files import is_of_form

LOADER = "assets/archive.js"

_DYNAMIC = re.compile(r"(?<![\w.@{])import\((?!\"\.{1,2}/[^\"]+\"\)\.\w)")
_MODULE_TAG = re.compile(r'<script\b(?=[^>]*\stype="module")[^>]*?\ssrc="(?P<src>[^"]*)"[^>]*></script>')
_PRELOAD = re.compile(r'\s*<link rel="modulepreload"[^>]*>')
# From a disk nothing is of the same origin, and a page's scripts are others than on the site.
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_ON_DISK = (
    '<meta http-equiv="Content-Security-Policy" content="default-src file: data: blob: '
    "'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)
_INLINE = re.compile(r"<script>(?P<text>.*?)</script>", re.DOTALL)
_LINK = re.compile(r'(?P<start><a\b[^>]*?\shref=")(?P<href>[^"]*)"')


class CannotArchive(Exception):
    """Something on the site has a form that cannot be archived; the message says what and where."""


def classic(name: str, text: str) -> str:
    """A module as a plain script that registers itself with the loader.

    Args:
        name: where it stands, for the message.
        text: its source.

    Raises:
        CannotArchive: it imports or exports in a form that is not supported.
    """
    try:
        found = module(name, text)
    except UnknownSyntax as error:
        raise CannotArchive(str(error)) from None
    body = _DYNAMIC.sub("handbookArchive.load(address, ", found.body).replace("import.meta.url", "address")
    return (
        f"handbookArchive.define({json.dumps(found.imports)}, (modules, address) => {{\n"
        f"{body}\nreturn {{ {', '.join(found.exports)} }};\n}});\n"
    )


def data(text: str) -> str:
    """A data file as a script that hands its text to the loader."""
    shown = json.dumps(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"handbookArchive.put({shown});\n"


def page(html: str, path: str, kept: Collection[str], site_url: str) -> str:
    """A page with plain scripts, whose links out of the archive lead to the site.

    Args:
        html: the page.
        path: where it stands, from the site's root.
        kept: the folders that are in the archive, the language's own among them.
        site_url: the site's address.
    """
    depth = "../" * path.count("/")
    loader = f'<script src="{depth}{LOADER}"></script>'

    def inline(match: re.Match[str]) -> str:
        return f"<script>{_DYNAMIC.sub('handbookArchive.load(document.baseURI, ', match['text'])}</script>"

    def link(match: re.Match[str]) -> str:
        href = match["href"]
        if not href or re.match(r"[a-z]+:|#|//", href):
            return match[0]
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), href.split("#")[0].split("?")[0]))
        if goal.split("/")[0] in kept:
            return match[0]
        rest = href[len(href.split("#")[0].split("?")[0]) :]
        return f'{match["start"]}{escape(site_url)}{"" if goal == "." else goal}{rest}"'

    html = _POLICY.sub(_ON_DISK, _PRELOAD.sub("", html))
    html = _MODULE_TAG.sub(r'<script defer src="\g<src>"></script>', html)
    html = _LINK.sub(link, _INLINE.sub(inline, html))
    return html.replace("<head>", f"<head>\n  {loader}", 1)


def archived(site: Path, code: str, site_url: str) -> dict[str, bytes]:
    """The files of a language's archive, by their paths within it.

    Raises:
        CannotArchive: a script has a form that is not supported.
    """
    home = f"{code}/index.html"
    start = (
        f'<!doctype html><meta charset="utf-8"><title>{code}</title>'
        f'<meta http-equiv="refresh" content="0; url={home}"><a href="{home}">{home}</a>'
    )
    return packed_files(site, (code,), site_url) | {"index.html": start.encode()}


def packed_files(site: Path, codes: Collection[str], site_url: str) -> dict[str, bytes]:
    """The pages of some languages and what they need, as they work from a disk, by their paths.

    Raises:
        CannotArchive: a script has a form that is not supported.
    """
    # What is to be downloaded stays on the site.
    others = set(languages(site)) - set(codes) | {DOWNLOADS}
    kept = {path.name for path in site.iterdir() if path.is_dir()} - others
    files: dict[str, bytes] = {}
    for file in (file for name in sorted(kept) for file in _files(site / name)):
        if is_of_form(site, file):
            continue  # It proposes changes to a repository, which no folder on a disk does.
        path, text = file.relative_to(site).as_posix(), file.read_bytes()
        if file.name == "404.html":
            continue  # Only a server shows it.
        if file.suffix == ".html":
            files[path] = page(text.decode(), path, kept, site_url).encode()
        elif file.suffix == ".js" and not file.name.endswith(".min.js"):
            files[path] = classic(path, text.decode()).encode()
        elif file.suffix == ".json":
            files[f"{path}.js"] = data(_onto_site(text.decode(), others, site_url)).encode()
        else:
            files[path] = text
    return files | {LOADER: Path(__file__).with_name("archive.js").read_bytes()}


def _onto_site(text: str, others: Collection[str], site_url: str) -> str:
    """Data in which the addresses of pages in other languages, which the archive lacks, lead to the site."""
    if not others:
        return text
    elsewhere = re.compile(rf'"(?:\.\./)?(?=(?:{"|".join(sorted(others))})/[^"\s]+\.html")')
    return elsewhere.sub(lambda _: f'"{site_url}', text)


def _packed(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files, key=Path):
            # A fixed date, so that the same site gives the same archive.
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def languages(site: Path) -> list[str]:
    """The languages of a built site: the folders that have a home page."""
    return sorted({home.parent.name for home in site.glob("*/index.html")} - {FOLDER})


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


def write_archives(site: Path, target: Path) -> Iterator[str]:
    """Write the folder handbook-<code> and its .zip for each language of a site with pages as files.

    All of them or none; what else these folders held goes. Says what was written.

    Raises:
        CannotArchive: a script has a form that is not supported.
        NotWritten: one of the folders is a link, or cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    written: dict[str, bytes | None] = {}
    for name, files in _archives(site):
        gone = (file.relative_to(target).as_posix() for file in _files(target / name))
        written |= dict.fromkeys(gone) | files | {f"{name}.zip": _packed(files)}
    write_files(target, written)
    for name, held in written.items():
        if name.endswith(".zip") and "/" not in name and held:
            yield f"{target / name}, {len(held) // 1024} kB"


def _archives(site: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each language's archive: the name of its folder, and its files with the folder before them."""
    for code in languages(site):
        home = (site / code / "index.html").read_text("utf8")
        found = re.search(rf'<link rel="canonical" href="(?P<url>[^"]*?){code}/', home)
        files = archived(site, code, found["url"] if found else "")
        yield f"handbook-{code}", {f"handbook-{code}/{path}": held for path, held in files.items()}
