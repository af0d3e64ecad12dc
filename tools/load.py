"""The web server of deploy/ under load, beside a plain nginx on the same files, on this machine alone.

python -m tools.load [--runs N] [--seconds S]

The runs of the two take turns, so that whatever else the machine does falls on both. Then releases are
published while readers ask for pages. Exit status 1: less than 0.95 of the plain server, or any error.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.exports.hosting import release
from tests.operations.servers import AS_ROOT, CONFIGURATION, nginx, serving
from tests.website.building import free_port

BOUND = 0.95
CONNECTIONS = 64
CODINGS = {"uncompressed": "", "brotli": "br"}
_PLAIN = """{as_root}load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
worker_processes auto;
daemon off;
pid {scratch}/plain.pid;
error_log stderr warn;
events {{ worker_connections 4096; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  gzip_static on;
  brotli_static on;
  client_body_temp_path {scratch}/body;
  proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {site};
  }}
}}
"""
# What readers ask for, over and over: a seeded mixture of pages and of what they bring along.
_SCRIPT = """local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ ["Accept-Encoding"] = "{coding}" }})
end
"""
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Run:
    """What wrk measured: requests a second, 99th percentile in milliseconds, and answers that were none."""

    rate: float
    p99: float
    errors: int


def read_wrk(text: str) -> Run:
    """What wrk printed with --latency.

    Raises:
        ValueError: it is not what wrk prints.
    """
    rate = re.search(r"^Requests/sec:\s+([\d.]+)", text, re.MULTILINE)
    p99 = re.search(r"^\s+99%\s+([\d.]+)(us|ms|s|m)$", text, re.MULTILINE)
    if rate is None or p99 is None:
        raise ValueError(text)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    errors = int(refused[1]) if refused else 0
    errors += sum(map(int, broken.groups())) if broken else 0
    return Run(float(rate[1]), float(p99[1]) * _UNITS[p99[2]], errors)


def wrk(port: int, script: Path, seconds: int) -> Run:
    """Load a server; raises CalledProcessError or FileNotFoundError where wrk cannot."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(script)]
    done = subprocess.run([*command, f"http://127.0.0.1:{port}/"], check=True, capture_output=True, text=True)
    return read_wrk(done.stdout)


def mixture(site: Path, seed: int = 1) -> list[str]:
    """The addresses that are asked for: every page, and for each two files that it brings along."""
    pages = [f"/{path.parent.relative_to(site).as_posix()}/" for path in sorted(site.glob("*/**/index.html"))]
    kinds = {".css", ".js", ".json", ".svg"}
    files = [
        f"/{path.relative_to(site).as_posix()}" for path in sorted(site.rglob("*")) if path.suffix in kinds
    ]
    dice = random.Random(seed)
    asked = pages + dice.choices(files, k=2 * len(pages))
    dice.shuffle(asked)
    return asked


def script(folder: Path, name: str, paths: Sequence[str], coding: str) -> Path:
    """A file with what wrk is to ask for."""
    made = folder / f"{name}.lua"
    listed = ", ".join(f'"{path}"' for path in paths)
    made.write_text(_SCRIPT.format(paths=listed, coding=coding), "utf8")
    return made


@contextmanager
def plain(site: Path, scratch: Path) -> Iterator[int]:
    """Serve a folder with the least that nginx can be told; yields the port."""
    port = free_port()
    text = _PLAIN.format(as_root=AS_ROOT, scratch=scratch, port=port, site=site)
    (scratch / "plain.conf").write_text(text, "utf8")
    with serving(scratch, "plain.conf", port):
        yield port


def compare(ours: int, other: int, asked: Path, runs: int, seconds: int) -> tuple[list[Run], list[Run]]:
    """Load two servers in turns, each first as often as the other; returns the runs of each."""
    found: tuple[list[Run], list[Run]] = ([], [])
    for number in range(runs):
        sides = ((0, ours), (1, other)) if number % 2 else ((1, other), (0, ours))
        for side, port in sides:
            found[side].append(wrk(port, asked, seconds))
    return found


def ratio(ours: Sequence[Run], other: Sequence[Run]) -> float:
    """The median of how much faster each run was than the one beside it."""
    return statistics.median(a.rate / b.rate for a, b in zip(ours, other, strict=True))


def publish_under_load(root: Path, site: Path, port: int, asked: Path, scratch: Path) -> list[Run]:
    """Load the server until three releases are made, each of which differs from the one before."""
    edited = scratch / "edited"
    shutil.copytree(site, edited)
    style = sorted((edited / "assets").rglob("*.css"))[0]
    style.write_text(style.read_text("utf8") + "\n/* new */\n", "utf8")
    found: list[Run] = []
    done = threading.Event()

    def load() -> None:
        while not done.is_set():
            found.append(wrk(port, asked, 2))

    loading = threading.Thread(target=load)
    loading.start()
    try:
        for one in (edited, site, edited):
            release(one, root, CONFIGURATION)
    finally:
        done.set()
        loading.join()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--runs", type=int, default=12)
    parser.add_argument("--seconds", type=int, default=2)
    options = parser.parse_args(arguments)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        scratch, root = Path(folder), Path(folder, "srv")
        made = release(options.site, root, CONFIGURATION)
        asked = mixture(made / "site")
        with nginx(root, scratch) as ours, plain(made / "site", scratch) as other:
            for name, coding in CODINGS.items():
                lua = script(scratch, name, asked, coding)
                runs = compare(ours, other, lua, options.runs, options.seconds)
                failed |= _told(name, *runs)
            pages = [path for path in asked if path.endswith("/")]
            lua = script(scratch, "pages", pages, "br")
            busy = publish_under_load(root, options.site, ours, lua, scratch)
            errors = sum(run.errors for run in busy)
            failed |= bool(errors) or not busy
            rate = statistics.median(run.rate for run in busy)
            print(f"while three releases are published: {rate:,.0f} requests/s, {errors} errors")
    return int(failed)


def _told(name: str, ours: Sequence[Run], other: Sequence[Run]) -> bool:
    """Print what was measured; returns whether it is not good enough."""
    for who, runs in (("deploy/nginx", ours), ("plain nginx", other)):
        rate, p99 = (statistics.median(getattr(run, what) for run in runs) for what in ("rate", "p99"))
        errors = sum(run.errors for run in runs)
        print(f"{name:13} {who:13} {rate:10,.0f} requests/s   p99 {p99:6.2f} ms   {errors} errors")
    found = ratio(ours, other)
    print(f"{name:13} ratio {found:.2f} (at least {BOUND})", flush=True)
    return found < BOUND or any(run.errors for run in (*ours, *other))


if __name__ == "__main__":
    sys.exit(main())
