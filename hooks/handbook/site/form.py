"""The form of /edit/: which repository it proposes changes to, and how the editor in it is configured.

That is Sveltia CMS, bundled in docs/assets/edit/vendor; docs/assets/edit/pages.js cuts pages into fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..languages import language, language_name
from ..languages.language import Language
from ..model import card
from ..model.fields import SLUG, CardOriginal, CardTranslation, PageOriginal
from ..model.new_page import REVIEW_MONTHS, next_number
from ..model.project import NEUTRAL_KEYS, Page, Project
from .form_fields import DAYS, card_fields, guide_fields, keys_of

# The folder of the site that has it all: nothing of it is a page of the handbook.
FOLDER = "edit"
# The folder of the assets with its scripts.
SCRIPTS = "edit"
# The git hosts where a saved change becomes a proposal, and what each is asked through.
_HOSTS = {"github.com": ("github", "https://api.github.com"), "gitlab.com": ("gitlab", "https://gitlab.com")}
_ADDRESS = re.compile(r"https://(?P<host>[\w.-]+)/(?P<name>[\w.-]+(?:/[\w.-]+?)+)(?:\.git)?/?")
# https://github.com/owner/name/edit/main/docs/{path}
_EDITED = re.compile(r"(?P<repository>https://[^/]+/[^/]+/[^/]+)/edit/(?P<branch>[^/]+)/.*")
_GUIDES = "guides"


@dataclass(frozen=True)
class Repository:
    """Where changes are proposed: `api` is the one host beside the site that the form talks to."""

    host: str
    name: str
    branch: str
    kind: str
    api: str


def repository(url: str, edit: str) -> Repository | None:
    """The repository of a handbook; None where none is set, or none that the form can make proposals to.

    Args:
        url: its address, `repo_url` of mkdocs.yml.
        edit: the address for editing a page there, which says as much.
    """
    edited = _EDITED.fullmatch(edit)
    found = _ADDRESS.fullmatch(url or (edited["repository"] if edited else ""))
    if found is None or found["host"] not in _HOSTS:
        return None
    kind, api = _HOSTS[found["host"]]
    return Repository(found["host"], found["name"], edited["branch"] if edited else "", kind, api)


@dataclass(frozen=True)
class FormLink:
    """Where a page is edited in the form; `url` is from the site's root."""

    url: str
    text: str


def form_link(project: Project, page: Page, repository: Repository | None) -> FormLink | None:
    """The link of a card or a guide into the form; None for any other page, and where it cannot be saved."""
    folder, _, name = page.slug.removesuffix(".md").rpartition("/")
    if repository is None or name == "index" or folder not in (project.settings.cards, _GUIDES):
        return None
    url = f"{FOLDER}/?language={page.language}#/collections/{folder}/entries/{name}"
    return FormLink(url, language(page.language).word("form", "here"))


def page_values(codes: Iterable[str], repository: Repository | None) -> list[dict[str, str]]:
    """What the page says in each language before the form is there."""
    said = []
    for code in codes:
        names = language(code)
        texts = {key: names.word("form", key) for key in ("title", "about", "open", "scripts", "failed")}
        texts["home"] = names.word("interface", "home")
        where = (
            names.word("form", "account", host=repository.host)
            if repository
            else names.word("form", "missing")
        )
        said.append({"code": code, "name": names.name, "where": where, **texts})
    return said


def configuration(project: Project, code: str, repository: Repository | None) -> dict[str, Any]:
    """What docs/assets/edit/start.js needs: the editor's configuration, the shapes of pages, its own words.

    Args:
        project: the handbook.
        code: the language of whoever edits; new pages are written in it first.
        repository: None where there is none; then the editor has no backend and is not started.
    """
    names, codes = language(code), list(project.settings.languages)
    editor = {
        "load_config_file": False,
        "backend": _backend(repository) if repository else None,
        "publish_mode": "editorial_workflow",
        "media_folder": f"{project.settings.docs_dir}/assets",
        "media_libraries": {"default": False, "stock_assets": False},
        "app_title": names.word("form", "title"),
        "show_preview_links": False,
        "editor": {"preview": False},
        "i18n": {
            "structure": "multiple_folders",
            "locales": codes,
            "default_locale": code,
            "initial_locales": "default",
        },
        "collections": list(_collections(project, names)),
    }
    ids = {family: {"prefix": p, "next": next_number(project, p)} for family, p in card.PREFIXES.items()}
    shapes = {
        "card": _card_shape(codes, names) | {"given": _given(ids)},
        "guide": _guide_shape(names) | {"given": _given(None)},
    }
    return {"editor": editor, "shapes": shapes, "words": _words(codes, names)}


def _words(codes: Iterable[str], names: Language) -> dict[str, Any]:
    """What is asked of a translation whose original has moved on, and what is said of a new page."""
    languages = {code: language_name(names.code, code) for code in codes}
    return {
        **{key: names.word("form-level", key) for key in ("title", "save", "back", "unsaved")},
        "missing": names.word("form", "details-missing"),
        "about": {code: names.word("form-level", "about", language=languages[code]) for code in languages},
        "languages": languages,
    }


def _backend(repository: Repository) -> dict[str, Any]:
    """Sign-in by token alone: any other way goes through a third host."""
    given: dict[str, Any] = {"name": repository.kind, "repo": repository.name, "auth_methods": ["token"]}
    if repository.branch:
        given["branch"] = repository.branch
    if repository.kind == "github":  # Who may not write there proposes from a copy of their own.
        given |= {"open_authoring": True, "auth_scope": "public_repo"}
    return given


def _collections(project: Project, names: Language) -> Iterable[dict[str, Any]]:
    kinds = (
        (project.settings.cards or "", "card", "cards", card_fields(project, names)),
        (_GUIDES, "guide", "guides", guide_fields(names)),
    )
    for folder, kind, label, fields in (one for one in kinds if one[0]):
        yield {
            "name": folder,
            "label": names.word("page", label),
            "label_singular": names.word("form", kind),
            "folder": f"{project.settings.docs_dir}/{{{{locale}}}}/{folder}",
            "extension": "md",
            "format": f"{kind}-frontmatter",
            # A page that does not exist in this language yet has no kind here: it is there to be translated.
            "filter": {"field": "kind", "value": [kind, None]},
            "slug": {
                "editable": ["create"],
                "hint": names.word("form", "name-of-file"),
                "pattern": [f"^{SLUG}$", names.word("form", "name-of-file")],
            },
            "delete": False,
            # Whoever looks after the pages accepts proposals where the checks are shown.
            "publish": False,
            "duplicate": False,
            "thumbnail": False,
            "i18n": True,
            "fields": fields,
        }


def _card_shape(codes: Iterable[str], names: Language) -> dict[str, Any]:
    marks: dict[str, str] = {}
    for part in card.PARTS:
        marks[part.id] = part.marker if part.high else ""
        if part.id == card.WRITE:
            marks |= dict.fromkeys(card.REPLY_IDS, "")
    front = keys_of(CardOriginal)
    return {
        "front": front,
        "marks": "customer_words",
        "neutral": [key for key in front if key not in CardTranslation.model_fields],
        "original": list(NEUTRAL_KEYS),
        "labels": _labels(names, "answer"),
        "sections": marks,
        "within": dict.fromkeys(card.REPLY_IDS, card.WRITE),
        "headings": {code: {id: language(code).word("sections", id) for id in marks} for code in codes},
    }


def _guide_shape(names: Language) -> dict[str, Any]:
    front = [key for key in keys_of(PageOriginal) if key in ("title", "description", *DAYS)]
    shape = {"front": front, "marks": "sections", "neutral": list(DAYS), "original": list(NEUTRAL_KEYS)}
    return {**shape, "labels": _labels(names, "lead"), "sections": None, "within": {}, "headings": {}}


def _given(ids: Mapping[str, Any] | None) -> dict[str, Any]:
    """What a new page is given when it is saved: see docs/assets/edit/beginning.js."""
    return {"needed": ids is not None, "ids": ids, "months": REVIEW_MONTHS}


def _labels(names: Language, lead: str) -> dict[str, str]:
    """What the parts of a page are called that have no heading."""
    return {"title": names.word("form-fields", "title"), "lead": names.word("form", lead)}
