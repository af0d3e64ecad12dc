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
# Who may show a page in a frame stands in two: the older one knows nobody or anybody, and so is left out
# where some may.
_NO_FRAMES = "X-Frame-Options"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    _NO_FRAMES: "DENY",
}


def content_policy(site: Path, *, form: bool = False) -> str:
    """The Content-Security-Policy for the site's header: what its pages say of themselves, together.

    The hashes of all pages' inline scripts are allowed on each; nothing else is wider than on any page.

    Args:
        site: the built site.
        form: whether it is for the form of /edit/, which is an application with a policy of its own, and
            which nobody may show in a frame.
    """
    directives: dict[str, dict[str, None]] = {}
    for path in sorted(path for path in site.rglob("*.html") if is_of_form(site, path) is form):
        page = LexborHTMLParser(path.read_bytes())
        for meta in page.css('meta[http-equiv="Content-Security-Policy" i]'):
            for directive in (meta.attributes.get("content") or "").split(";"):
                name, *sources = directive.split()
                directives.setdefault(name, {}).update(dict.fromkeys(sources))
    said = [" ".join((name, *sources)) for name, sources in directives.items()]
    framers = ([] if form else _framers(site)) or ["'none'"]
    return "; ".join([*said, " ".join(("frame-ancestors", *framers))])


def _framers(site: Path) -> list[str]:
    """The sites that may show the handbook in a frame, as the page at its root says."""
    page = LexborHTMLParser((site / "index.html").read_bytes())
    said = page.css_first('meta[name="frame-ancestors"]')
    return (said.attributes.get("content") or "").split() if said else []


def write_configuration(folder: Path, codes: Sequence[str], forever: str) -> None:
    """Write what a server has to know of a release.

    Args:
        folder: the release, which holds the site.
        codes: the languages.
        forever: the folder within the site of files whose names change with their content.
    """
    site = folder / "site"
    policies = {"": content_policy(site), "form-": content_policy(site, form=True)}
    shared = {name: HEADERS[name] for name in HEADERS if name != _NO_FRAMES or not _framers(site)}
    for name, policy in policies.items():
        headers = {**(HEADERS if name else shared), _POLICY: policy}
        lines = [f'add_header {header} "{value}" always;' for header, value in headers.items()]
        put(folder, f"{name}headers.conf", "\n".join(lines) + "\n")
    put(folder, "languages.conf", _languages_conf(codes))
    # The same for static hosts that read such a file. Of two policies for one page both would hold there.
    rules = {"/*": shared, f"/{forever}/*": {"Cache-Control": "public, max-age=31536000, immutable"}}
    rules |= {path: {_POLICY: policies[""]} for path in ("/", *(f"/{code}/*" for code in codes))}
    apart = {name: HEADERS[name] for name in HEADERS if name not in shared}
    rules |= {f"/{FOLDER}/*": {**apart, _POLICY: policies["form-"]}}
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
