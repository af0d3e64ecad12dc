"""What a web server is told about one release: its headers, and which languages there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ..base.writing import put

# Beside the policy of the pages: what only a header can say.
_FRAMES = "frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


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


def write_configuration(folder: Path, codes: Sequence[str], forever: str) -> None:
    """Write what a server has to know of a release.

    Args:
        folder: the release, which holds the site.
        codes: the languages.
        forever: the folder within the site of files whose names change with their content.
    """
    site = folder / "site"
    headers = {**HEADERS, "Content-Security-Policy": content_policy(site)}
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    put(folder, "headers.conf", "\n".join(lines) + "\n")
    put(folder, "languages.conf", _languages_conf(codes))
    # The same for static hosts that read such a file.
    ours = "\n".join(f"  {name}: {value}" for name, value in headers.items())
    always = "Cache-Control: public, max-age=31536000, immutable"
    put(site, "_headers", f"/*\n{ours}\n/{forever}/*\n  {always}\n")


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
