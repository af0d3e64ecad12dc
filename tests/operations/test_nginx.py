"""What readers get from the web server's configuration in deploy/nginx."""

from __future__ import annotations

import re
import shutil
import threading
import time
from html import unescape
from pathlib import Path

import pytest

from handbook.exports import hosting
from handbook.exports.hosting import NotASite, release, roll_back
from handbook.exports.server_settings import HEADERS
from tests.operations.servers import CONFIGURATION, ask, nginx


@pytest.mark.parametrize(
    ("asked", "cookie", "language"),
    [
        pytest.param("hr-HR,hr;q=0.9,en;q=0.8", "", "hr", id="the first language of the browser"),
        pytest.param("de-DE,de;q=0.9,pl;q=0.5", "", "pl", id="the first that the handbook has"),
        pytest.param("plt,en-GB;q=0.7", "", "en", id="a language that only begins like ours"),
        pytest.param("pl", "handbook_language=hr", "hr", id="the reader's own choice goes first"),
        pytest.param("pl", "handbook_language=xx", "pl", id="a choice that is no language of ours"),
    ],
)
def test_the_root_leads_to_the_readers_language(port: int, asked: str, cookie: str, language: str) -> None:
    status, headers, _ = ask(port, "/", Accept_Language=asked, Cookie=cookie)
    assert (status, headers["location"]) == (302, f"/{language}/")
    assert headers["vary"] == "Accept-Language, Cookie"


@pytest.mark.parametrize(("path", "asked"), [("/", "de"), ("/?choose", "pl")])
def test_who_has_no_language_or_wants_another_gets_the_chooser(port: int, path: str, asked: str) -> None:
    status, _, body = ask(port, path, Accept_Language=asked)
    assert status == 200
    assert all(f'hreflang="{code}"'.encode() in body for code in ("pl", "hr", "en"))


@pytest.mark.parametrize(
    ("path", "language"),
    [("/pl/nie-ma/", "pl"), ("/hr/x/y", "hr"), ("/en/scenarios/gone/", "en"), ("/other", "mul")],
)
def test_a_missing_page_is_told_in_its_language(port: int, path: str, language: str) -> None:
    status, headers, body = ask(port, path)
    assert status == 404
    assert f'<html lang="{language}"'.encode() in body
    assert HEADERS.items() <= _titled(headers).items()


@pytest.mark.parametrize("path", ["/.git/config", "/pl/.hidden", "/%2e%2e/etc/passwd", "/headers.conf"])
def test_nothing_beside_the_site_is_served(port: int, path: str) -> None:
    assert ask(port, path)[0] in (400, 404)


@pytest.mark.parametrize("path", ["/", "/pl/", "/pl/scenarios/swearing/", "/nothing"])
def test_every_answer_carries_the_headers(port: int, path: str) -> None:
    _, headers, _ = ask(port, path, Accept_Language="hr")
    assert HEADERS.items() <= _titled(headers).items()
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "nginx/" not in headers["server"]


def test_the_policy_of_the_header_holds_all_that_the_pages_say(port: int, root: Path) -> None:
    policy = set(ask(port, "/pl/")[1]["content-security-policy"].replace(";", "").split())
    said: set[str] = set()
    site = root / "current" / "site"
    # The form for editing has a policy of its own, in the page and in the header.
    for path in (path for path in site.rglob("*.html") if path.parent != site / "edit"):
        for content in re.findall(r'Content-Security-Policy" content="([^"]*)"', path.read_text("utf8")):
            said |= set(content.replace(";", "").replace("&#39;", "'").split())
    assert said <= policy
    assert "'unsafe-inline'" not in policy


def test_the_form_for_editing_has_a_policy_of_its_own(port: int, root: Path) -> None:
    html = (root / "current/site/edit/index.html").read_text("utf8")
    (said,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    header = ask(port, "/edit/")[1]["content-security-policy"]
    assert header == f"{unescape(said)}; frame-ancestors 'none'"
    assert HEADERS.items() <= _titled(ask(port, "/edit/")[1]).items()


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_files_are_compressed_beforehand(port: int, root: Path, coding: str) -> None:
    plain = (root / "current" / "site" / "pl" / "index.html").read_bytes()
    status, headers, body = ask(port, "/pl/", Accept_Encoding=coding)
    assert (status, headers["content-encoding"]) == (200, coding)
    assert body == plain
    assert int(headers["content-length"]) < len(plain) / 2


def test_assets_are_kept_for_ever_and_pages_asked_for_anew(port: int) -> None:
    _, headers, body = ask(port, "/pl/")
    assert headers["cache-control"] == "no-cache"
    assert ask(port, "/pl/", If_None_Match=headers["etag"])[0] == 304
    style = re.search(rb'href="\.\./(assets/[0-9a-f]{12}/[\w./-]+\.css)"', body)
    assert style is not None
    status, headers, _ = ask(port, f"/{style[1].decode()}")
    assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")


def test_every_reference_to_an_asset_leads_to_its_file(root: Path) -> None:
    site = root / "current" / "site"
    count = 0
    references = re.compile(r'(?:href|src|data-[a-z-]+)="([^"]*assets/[^"]*)"')
    for path in site.rglob("*.html"):
        for attribute in references.findall(path.read_text("utf8")):
            file = attribute.split("#")[0].split("?")[0]
            if "://" in file:
                continue
            target = site / file.lstrip("/") if file.startswith("/") else path.parent / file
            # A folder is where a script finds its own files.
            there = target.resolve().is_dir() if file.endswith("/") else target.resolve().is_file()
            assert there, f"{path}: {attribute}"
            count += 1
    assert count > 200


def test_the_root_of_the_site_is_watched(port: int) -> None:
    assert ask(port, "/healthz")[2] == b"ok\n"


@pytest.fixture
def homes(built: Path, tmp_path: Path) -> Path:
    """A site of the home pages alone, and of what they bring along."""
    site = tmp_path / "homes"
    shutil.copytree(built / "assets", site / "assets", ignore=shutil.ignore_patterns("edit", "learn"))
    for path in [*built.glob("*.html"), *built.glob("*/index.html"), *built.glob("*/*.json")]:
        if path.parent.name not in ("edit", "assets"):
            (site / path.relative_to(built)).parent.mkdir(exist_ok=True)
            shutil.copy(path, site / path.relative_to(built))
    return site


@pytest.fixture
def edited(homes: Path, tmp_path: Path) -> Path:
    """The same site with another word on a page and another rule in a style sheet."""
    site = shutil.copytree(homes, tmp_path / "edited")
    page = site / "pl" / "index.html"
    page.write_text(page.read_text("utf8").replace("</main>", "<p>Nowe wydanie</p></main>"), "utf8")
    style = sorted((site / "assets").rglob("*.css"))[0]
    style.write_text(style.read_text("utf8") + "\n/* new */\n", "utf8")
    return site


def test_a_release_under_load_mixes_no_versions(homes: Path, edited: Path, tmp_path: Path) -> None:
    root = tmp_path / "srv"
    release(edited, root, CONFIGURATION)
    (tmp_path / "nginx").mkdir()
    with nginx(root, tmp_path / "nginx") as port:
        faults: list[str] = []
        seen: list[bytes] = []
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                status, _, body = ask(port, "/pl/")
                styles = re.findall(rb'href="\.\./(assets/[0-9a-f]{12})/', body)
                if status != 200 or len(set(styles)) != 1:
                    faults.append(f"page: {status} {set(styles)}")
                    continue
                for style in re.findall(rb'href="\.\./(assets/[0-9a-f]{12}/[\w./-]+\.css)"', body):
                    if (status := ask(port, f"/{style.decode()}")[0]) != 200:
                        faults.append(f"{style.decode()}: {status}")
                seen.append(styles[0])

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        end = time.monotonic() + 120
        for site in (homes, edited):
            while len(seen) < 10 and time.monotonic() < end:
                time.sleep(0.02)
            before = seen[-1]
            release(site, root, CONFIGURATION)
            # The server looks for another file every two seconds.
            while seen[-1] == before and not faults and time.monotonic() < end:
                time.sleep(0.02)
            count = len(seen)
            while len(seen) < count + 100 and not faults and time.monotonic() < end:
                time.sleep(0.02)
        done.set()
        for reader in readers:
            reader.join()
        assert faults == []
        assert len(seen) > 200
        assert len(set(seen)) == 2
        # Each of the server's processes looks for itself.
        while "Nowe wydanie" not in ask(port, "/pl/")[2].decode():
            assert time.monotonic() < end
        roll_back(root)
        assert "Nowe wydanie" not in (root / "current" / "site" / "pl" / "index.html").read_text("utf8")


def test_the_same_site_gives_the_same_release(
    tmp_path: Path, best_compression: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosting, "QUALITY", best_compression)
    site = tmp_path / "site"
    for name in ("index.html", "pl/index.html", "assets/a.css", "pl/offline.json"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text('<link href="../assets/a.css">' * 30, "utf8")
    once = release(site, tmp_path / "a", CONFIGURATION)
    again = release(site, tmp_path / "b", CONFIGURATION)
    first, second = (
        {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
        for made in (once, again)
    )
    assert first == second


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotASite, match="run `mkdocs build` first"):
        release(tmp_path, tmp_path / "srv", CONFIGURATION)
    with pytest.raises(NotASite, match="no release before"):
        roll_back(tmp_path / "srv")


def _titled(headers: object) -> dict[str, str]:
    assert isinstance(headers, dict)
    return {"-".join(part.capitalize() for part in name.split("-")): value for name, value in headers.items()}
