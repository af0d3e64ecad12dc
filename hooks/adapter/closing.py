"""What is written when all languages are there: the pages at the root, former addresses, lists of files."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from handbook.base.writing import put
from handbook.exports.downloads import downloaded, write_downloads
from handbook.model.project import Project
from handbook.site import form, frame
from handbook.site.feed import feed, news_page
from handbook.site.former_pages import REDIRECTS, former_pages, redirects
from handbook.site.lists.download_list import has_downloads
from handbook.site.policy import form_rules, with_policy

from .builds import built_file


def write_missing_page(html: str, code: str, config: MkDocsConfig) -> None:
    """Write a language's page for what is not there; the one at the root is written at the end."""
    put(Path(config.site_dir), f"{code}/404.html", html)


def write_feed(project: Project, code: str, config: MkDocsConfig) -> None:
    """Write <language>/new.xml, which needs the full address of the site."""
    page = news_page(project, code)
    if page is not None and config.site_url:
        made = feed(
            project, page, config.site_name, config.site_url, lambda path: built_file(path, config).url
        )
        put(Path(config.site_dir), f"{code}/new.xml", made)


def offer_downloads(project: Project, code: str, config: MkDocsConfig) -> None:
    """Write a language's files to take along, if one of its pages lists them."""
    if has_downloads(project, code):
        write_downloads(project, code, Path(config.site_dir))


def made_of_texts(project: Project, code: str) -> list[str]:
    """The files of a language that are made of the texts of its pages and of what is drawn from others."""
    downloads = downloaded(code) if has_downloads(project, code) else []
    return [f"{code}/desk.json", f"{code}/learn.json", *downloads]


def write_root(
    project: Project,
    config: MkDocsConfig,
    env: jinja2.Environment,
    languages: Sequence[str],
    finished: Callable[[str], str],
) -> None:
    """Write what stands beside the languages' folders, and the pages at former addresses.

    Args:
        project: what is shown.
        config: where to.
        env: the templates.
        languages: those of the site.
        finished: what is done to each page before it is written.
    """
    root, site_url = Path(config.site_dir), config.site_url or ""
    values = {"languages": frame.entry_pages(list(languages)), "site_url": site_url}
    chooser = env.get_template("chooser.html").render(**values, base="")
    put(root, "index.html", finished(chooser))
    # It is served at any address, so its own ones start at the root of the host.
    missing = env.get_template("missing.html").render(**values, base=urlsplit(site_url).path or "/")
    put(root, "404.html", finished(missing))
    _write_former(project, config, env, finished)
    if config.use_directory_urls:  # An archive has no server that its scripts could come from.
        _write_form(project, config, env, languages)
    if site_url:
        put(root, "sitemap.xml", frame.sitemap(_all_urls(project, config), site_url))
        put(root, "robots.txt", frame.robots(site_url))


def _write_form(
    project: Project, config: MkDocsConfig, env: jinja2.Environment, languages: Sequence[str]
) -> None:
    """The page of the form, which has a policy of its own, and its editor's configurations."""
    root = Path(config.site_dir)
    repository = form.repository(config.repo_url or "", str(config.edit_uri_template or ""))
    values = {"languages": form.page_values(languages, repository), "repository": repository}
    rules = form_rules(repository.api if repository else "")
    # It writes with its user's rights, so nobody may show it in a frame, whoever may show the pages.
    framers = None if env.globals["framers"] is None else ()
    template = env.get_template("edit.html")
    html = template.render(**values, site_url=config.site_url or "", base="../", framers=framers)
    put(root, f"{form.FOLDER}/index.html", with_policy(html, rules))
    for code in languages:
        asked = json.dumps(form.configuration(project, code, repository), ensure_ascii=False)
        put(root, f"{form.FOLDER}/{code}.json", asked)


def _write_former(
    project: Project, config: MkDocsConfig, env: jinja2.Environment, finished: Callable[[str], str]
) -> None:
    """Pages at former addresses, which lead to where each page is now."""
    template, moved = env.get_template("moved.html"), {}
    for former in former_pages(project):
        old, new = built_file(former.path, config), built_file(former.page.path, config)
        url = get_relative_url(new.url, old.url)
        values = {"code": former.code, "title": former.page.title, "text": former.text, "url": url}
        base = get_relative_url(".", old.url)
        html = template.render(**values, base=f"{base.rstrip('/')}/")
        put(Path(config.site_dir), old.dest_uri, finished(html))
        moved[old.url] = new.url
    if moved:
        put(Path(config.site_dir), REDIRECTS, redirects(moved, urlsplit(config.site_url or "").path or "/"))


def _all_urls(project: Project, config: MkDocsConfig) -> list[dict[str, str]]:
    """For each page its addresses by language, of those languages it was built in."""
    found = []
    for versions in project.by_slug.values():
        urls = {}
        for code, page in versions.items():
            file = built_file(page.path, config)
            if Path(file.abs_dest_path).is_file():
                urls[code] = file.url
        if urls:
            found.append(urls)
    return found
