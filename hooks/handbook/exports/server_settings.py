"""What a web server is told about one release: its headers, and which languages there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ..base.writing import put
from ..site.form import FOLDER
from .kept_files import is_of_form

# Beside the policy of the pages: what only a header can say.
_POLICY = "Content-Security-Policy"
_FRAMES = "frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def content_policy(site: Path, *, form: bool = False) -> str:
    """The Content-Security-Policy for the site's header: what its pages say of themselves, together.

    The hashes of all pages' inline scripts are allowed on each; nothing else is wider than on any page.

    Args:
        site: the built site.
        form: whether it is for the form of /edit/, which is an application with a policy of its own.
    """
    directives: dict[str, dict[str, None]] = {}
    for path in sorted(path for path in site.rglob("*.html") if is_of_form(site, path) is form):
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
    policies = {"": content_policy(site), "form-": content_policy(site, form=True)}
    for name, policy in policies.items():
        headers = {**HEADERS, _POLICY: policy}
        lines = [f'add_header {header} "{value}" always;' for header, value in headers.items()]
        put(folder, f"{name}headers.conf", "\n".join(lines) + "\n")
    put(folder, "languages.conf", _languages_conf(codes))
    # The same for static hosts that read such a file. Of two policies for one page both would hold there.
    rules = {"/*": HEADERS, f"/{forever}/*": {"Cache-Control": "public, max-age=31536000, immutable"}}
    rules |= {path: {_POLICY: policies[""]} for path in ("/", *(f"/{code}/*" for code in codes))}
    rules |= {f"/{FOLDER}/*": {_POLICY: policies["form-"]}}
    said = [
        line for path, rule in rules.items() for line in (path, *(f"  {key}: {rule[key]}" for key in rule))
    ]
    put(site, "_headers", "\n".join(said) + "\n")


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
