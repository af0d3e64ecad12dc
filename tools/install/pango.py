"""Pango where there is none: what sets the lines of the printed book, which no registry of Python's has.

`python -m tools.install.pango` makes sure that WeasyPrint finds it.
"""

from __future__ import annotations

import sys

from tools.install.debian import install_packages, runs

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def is_there() -> bool:
    """Whether WeasyPrint can be imported; asked of another process, as a failed import stays failed."""
    return runs(sys.executable, "-c", "import weasyprint", quiet=True)


def main() -> int:
    if is_there():
        return 0
    problem = install_packages(*PACKAGES)
    if problem is None and is_there():
        return 0
    print(f"pango: {problem or 'installed, but WeasyPrint does not find it'}", file=sys.stderr)
    print(f"pango: WeasyPrint needs the libraries of {', '.join(PACKAGES)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
