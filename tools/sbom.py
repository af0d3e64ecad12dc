"""A bill of materials (CycloneDX 1.5) of the packages that a package-lock.json names.

python -m tools.sbom FOLDER …     to standard output, one for all folders

npm's own refuses a lock in which a package asks for the "latest" of another, as Lighthouse's does. The
Python packages are written by uv.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

_HASHES = {"sha512": "SHA-512", "sha384": "SHA-384", "sha256": "SHA-256", "sha1": "SHA-1"}


def bill(locks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The bill of all packages in some lock files, each once, sorted; the same locks, the same bill."""
    found = {one["bom-ref"]: one for lock in locks for one in components(lock)}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "components": [found[ref] for ref in sorted(found)],
    }


def components(lock: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The packages of a lock file, as components with their digests."""
    for path, package in lock["packages"].items():
        if not path or package.get("link"):
            continue
        name = package.get("name") or path.rpartition("node_modules/")[2]
        purl = f"pkg:npm/{quote(name, safe='/')}@{package['version']}"
        component = {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": package["version"],
            "purl": purl,
        }
        algorithm, _, digest = package.get("integrity", "").partition("-")
        if algorithm in _HASHES:
            content = base64.b64decode(digest).hex()
            component["hashes"] = [{"alg": _HASHES[algorithm], "content": content}]
        if licence := package.get("license"):
            component["licenses"] = [{"expression": licence}]
        yield component


def main(folders: Iterable[str]) -> int:
    locks = [json.loads(Path(folder, "package-lock.json").read_text("utf8")) for folder in folders]
    json.dump(bill(locks), sys.stdout, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
