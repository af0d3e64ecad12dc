"""`make engines`: readers' ways in Firefox and in WebKit, Safari's engine.

python -m tools.engines SITE [ENGINE …]     all engines where none is named; exit status 1 where a way fails

An engine that is not there and cannot be installed is a failure, too: not walked is not well.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.engines.engines import ENGINES, NoEngine
from tools.engines.journeys import JOURNEYS
from tools.engines.site import Site
from tools.engines.tab import Tab


def walk(engine: str, folder: Path) -> Iterator[str]:
    """Walk all ways in one browser, each told on a line of its own; yields what failed."""
    site = Site(folder)
    try:
        with ENGINES[engine]() as driver:
            tab = Tab(driver)
            print(f"{engine}: {tab.run('return navigator.userAgent')}", flush=True)
            tab.resize(1366, 900)
            for journey in JOURNEYS:
                started = time.monotonic()
                problem = ""
                try:
                    journey(tab, site)
                # A driver's own errors, too: the next way is walked whatever this one met.
                except Exception as error:
                    problem = f"{type(error).__name__}: {str(error).splitlines()[0]}"
                    yield f"{engine}, {journey.__name__}: {problem}"
                took = time.monotonic() - started
                print(f"{engine}: {journey.__name__}: {problem or 'well'} ({took:.1f} s)", flush=True)
    except NoEngine as error:
        yield f"{engine}: {error}"
    finally:
        site.close()


def main(folder: Path, engines: list[str]) -> int:
    """Walk in each engine; the exit status."""
    if not (folder / "hr/offline.json").is_file():
        raise SystemExit(f"{folder} is no built handbook")
    problems = [problem for engine in engines or ENGINES for problem in walk(engine, folder)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
