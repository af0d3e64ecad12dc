"""A built site made ready for a web server: assets named by content, files compressed, headers computed.

The folder that comes out holds site/ and, beside it, what deploy/nginx/nginx.conf includes:
headers.conf and languages.conf are written for this very site.
"""

from __future__ import annotations

import filecmp
import gzip
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import brotli
from selectolax.lexbor import LexborHTMLParser

from ..base.writing import point, put, put_copy
from .kept_files import write_lists

ASSETS = "assets"
# What a compressed copy is made of; pictures and archives are compressed already.
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
_SMALLEST = 256  # Bytes; a smaller file is not worth a copy.
# A reference to the assets in an attribute: href="../../assets/card.css", data-more="/handbook/assets/x.js".
_REFERENCE = re.compile(r"""(=\s*["'](?:[^"'\s<>]*/)?)assets/(?=[\w./-]+["'#?])""")
# Beside the policy of the pages: what only a header can say.
_FRAMES = "frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class NotASite(Exception):
    """The folder does not hold a built handbook; the message says what is missing."""


def release(site: Path, root: Path, configuration: Path) -> Path:
    """Make a release of a built site and let the web server serve it from now on.

    A server whose folder is root/current never sees half of a release: the link is replaced at once.
    The assets of the release before stay, so that a page still open in a browser finds its scripts.

    Args:
        site: what `mkdocs build` wrote. It stays as it is.
        root: holds releases/ and the link current, which names one of them.
        configuration: the folder of nginx.conf and handbook.conf, which are copied along.

    Returns:
        The release's folder, named by a digest of the site.

    Raises:
        NotASite: there is no built handbook in `site`.
    """
    codes = _languages(site)
    releases, current = root / "releases", root / "current"
    releases.mkdir(parents=True, exist_ok=True)
    made = releases / _digest(site, site)
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=root, prefix=".new-") as work:
            new = Path(work, "new")
            new.mkdir()
            put_copy(site, new, "site")
            for name in ("nginx.conf", "handbook.conf"):
                put_copy(configuration / name, new, name)
            assets = _name_by_content(new / "site", codes)
            _write_configuration(new, codes, assets)
            if current.exists():
                _keep_times(current / "site", new / "site")
            _compress(new / "site")
            new.replace(made)
    _serve(made, root)
    _forget(releases, {made, *_served_before(root)})
    return made


def roll_back(root: Path) -> Path:
    """Serve the release before the present one again, and return its folder.

    Raises:
        NotASite: there is none.
    """
    before = _served_before(root)
    if not before:
        raise NotASite(f"{root}: there is no release before the present one")
    _serve(before[0], root)
    return before[0]


def _serve(made: Path, root: Path) -> None:
    current, before = root / "current", root / "before"
    present = current.resolve() if current.is_symlink() else None
    if present == made.resolve():
        return
    if present is not None:
        _keep_assets(present / "site", made / "site")
        point(root, before.name, f"releases/{present.name}")
    point(root, current.name, f"releases/{made.name}")


def _served_before(root: Path) -> list[Path]:
    before = root / "before"
    return [before.resolve()] if before.exists() else []


def _forget(releases: Path, kept: Iterable[Path]) -> None:
    names = {path.name for path in kept}
    for path in releases.iterdir():
        if path.name not in names:
            shutil.rmtree(path)


def _languages(site: Path) -> tuple[str, ...]:
    found = tuple(
        sorted(path.parent.name for path in site.glob("*/index.html") if path.parent.name != ASSETS)
    )
    if not found or not (site / "index.html").is_file():
        raise NotASite(f"{site}: no built handbook here; run `mkdocs build` first")
    return found


def _digest(folder: Path, root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _name_by_content(site: Path, codes: Iterable[str]) -> str:
    """Put the assets into a folder named by a digest of them all, and say so wherever they are named.

    One folder for all: scripts import one another by relative paths, which so stay as they are.
    """
    name = _digest(site / ASSETS, site)
    moved = site / name
    (site / ASSETS).replace(moved)
    (site / ASSETS).mkdir()
    moved.replace(site / ASSETS / name)
    for path in site.rglob("*.html"):
        text = path.read_text("utf8")
        changed = _REFERENCE.sub(rf"\g<1>assets/{name}/", text)
        if changed != text:
            put(site, path.relative_to(site).as_posix(), changed)
    if any((site / code / "offline.json").exists() for code in codes):
        write_lists(site, codes)
    return name


def content_policy(site: Path) -> str:
    """The Content-Security-Policy for the site's header: what its pages say of themselves, together.

    The hashes of all pages' inline scripts are allowed on each; nothing else is wider than on any page.
    """
    directives: dict[str, dict[str, None]] = {}
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_bytes())
        for meta in page.css('meta[http-equiv="Content-Security-Policy" i]'):
            for directive in (meta.attributes.get("content") or "").split(";"):
                name, *sources = directive.split()
                directives.setdefault(name, {}).update(dict.fromkeys(sources))
    said = [" ".join((name, *sources)) for name, sources in directives.items()]
    return "; ".join([*said, _FRAMES])


def _write_configuration(folder: Path, codes: Sequence[str], assets: str) -> None:
    site = folder / "site"
    headers = {**HEADERS, "Content-Security-Policy": content_policy(site)}
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    put(folder, "headers.conf", "\n".join(lines) + "\n")
    put(folder, "languages.conf", _languages_conf(codes))
    # The same for static hosts that read such a file.
    ours = "\n".join(f"  {name}: {value}" for name, value in headers.items())
    forever = "Cache-Control: public, max-age=31536000, immutable"
    put(site, "_headers", f"/*\n{ours}\n/{ASSETS}/{assets}/*\n  {forever}\n")


def _languages_conf(codes: Sequence[str]) -> str:
    """The maps of nginx that know the languages."""
    none = "|".join(codes)
    asked = "\n".join(f'  "~*^(?:(?!(?:{none})\\b)[^,]*,\\s*)*{code}\\b" {code};' for code in codes)
    chosen = "\n".join(f"  {code} {code};" for code in codes)
    return (
        "# The first of the browser's languages that the handbook has.\n"
        f'map $http_accept_language $asked_language {{\n  default "";\n{asked}\n}}\n'
        "# The reader's own choice goes before it.\n"
        f"map $cookie_handbook_language $language {{\n  default $asked_language;\n{chosen}\n}}\n"
        "# A missing page is told in the language of its folder.\n"
        "map $uri $missing_page {\n  default /404.html;\n"
        f'  "~^/(?<folder>{none})/" /$folder/404.html;\n}}\n'
    )


def _keep_assets(old: Path, new: Path) -> None:
    # The release before, not all that ever were: of its own assets, it has only those of its folder.
    for folder in (old / ASSETS).glob("[0-9a-f]" * 12):
        if not (new / ASSETS / folder.name).exists():
            put_copy(folder, new, f"{ASSETS}/{folder.name}")


def _keep_times(old: Path, new: Path) -> None:
    """Let a page that has not changed keep its time, from which the server makes its ETag."""
    for path in new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and filecmp.cmp(path, before, shallow=False):
            shutil.copystat(before, path)


def _compress(site: Path) -> None:
    """Put a .gz and a .br beside each file that becomes smaller; the same bytes each time."""
    for above, _, names in os.walk(site):
        for name in names:
            path = Path(above, name)
            if path.suffix not in _COMPRESSED or path.stat().st_size < _SMALLEST:
                continue
            data = path.read_bytes()
            for suffix, made in (
                (".gz", gzip.compress(data, 9, mtime=0)),
                (".br", brotli.compress(data, quality=11)),
            ):
                if len(made) < len(data):
                    shutil.copystat(path, put(Path(above), name + suffix, made))
