"""The book: a few cards and pages set by WeasyPrint once, and what of a page belongs on paper."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from handbook.exports.book.chapters import NoPart, chapters
from handbook.exports.book.paper import on_paper
from handbook.exports.book.printing import NoBook, print_book
from handbook.exports.book.volume import Volume, html
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES, language
from handbook.model.card import REPLY_IDS, replies_in
from handbook.model.project import Project
from tests.support.project import real_handbook
from tests.website.pdf_structure import MORE, TAGS, begins, bookmarks, elements, plain, resources

PROJECT = real_handbook()
ADDRESS = "https://example.org/handbook/"
FEW = (
    *("pl/phrasebook/", "pl/scenarios/swearing/", "pl/scenarios/threatens-staff/", "pl/replies/"),
    "pl/guides/staying-calm/",
)


def with_address(address: str | None) -> Project:
    return replace(PROJECT, settings=replace(PROJECT.settings, site_url=address))


def few(site: Path) -> Volume:
    family = language("pl").word("families", "anger")
    found = [one for one in chapters(PROJECT, "pl") if one.address in FEW or one.title == family]
    return Volume(with_address(ADDRESS), "pl", site, found, "CC BY 4.0")


@pytest.fixture(scope="module")
def pdf(site: Path) -> bytes:
    return print_book(few(site)).pdf


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


@pytest.fixture(scope="module")
def pages(reader: PdfReader) -> list[str]:
    return [plain(page.extract_text()) for page in reader.pages]


def test_contents_bookmarks_and_references_name_the_same_pages(reader: PdfReader, pages: list[str]) -> None:
    places, marked = begins(reader), bookmarks(reader)
    listed = pages[places["pl--phrasebook"] - 2]
    for chapter in few(Path()).chapters:
        if chapter.address:
            number = places[chapter.anchor]
            assert marked[plain(chapter.title)] == number
            assert pages[number - 1].startswith(str(number)) or pages[number - 1].endswith(str(number))
            assert re.search(rf"{re.escape(plain(chapter.title))} \.+ {number}\b", listed)
        else:
            # A part that has no page of its own is marked where its first chapter begins.
            assert marked[plain(chapter.title)] == places["pl--scenarios--swearing"]
    swearing = places["pl--scenarios--swearing"]
    assert f"Klient przeklina (s. {swearing})" in pages[places["pl--guides--staying-calm"] - 1]


def test_a_card_is_one_page_with_its_running_head_and_its_address(
    reader: PdfReader, pages: list[str]
) -> None:
    places = begins(reader)
    for slug, following in (
        ("swearing", "pl--scenarios--threatens-staff"),
        ("threatens-staff", "pl--replies"),
    ):
        number = places[f"pl--scenarios--{slug}"]
        assert places[following] == number + 1
        assert language("pl").word("families", "anger") in pages[number - 1]
        assert f"{ADDRESS}pl/scenarios/{slug}/" in pages[number - 1]


def test_each_written_reply_stands_whole_on_one_page_and_card_and_reply_name_each_others_page(
    reader: PdfReader, pages: list[str]
) -> None:
    places = begins(reader)
    for card in PROJECT.cards("pl"):
        anchor = f"pl--{card.slug.removesuffix('.md').replace('/', '--')}"
        number = places.get(f"pl--replies--{anchor}")
        assert (number is None) == (card.document.section("write") is None), card.slug
        for section in replies_in(card.document) if number else ():
            # What is to be replaced is underlined there, without brackets.
            text = re.sub(r"^>|[\[\]]", "", section.text, flags=re.MULTILINE)
            assert plain(text) in pages[(number or 0) - 1], card.slug
        if number and anchor in places:
            assert f"{plain(card.title)} (s. {places[anchor]})" in pages[number - 1]
            name = language("pl").word("page", "replies")
            assert f"{name} (s. {number})" in pages[places[anchor] - 1]


@pytest.mark.parametrize("code", CODES)
def test_no_written_reply_is_left_out_of_the_book(site: Path, code: str) -> None:
    text = html(Volume(PROJECT, code, site, chapters(PROJECT, code, ["replies"])))
    said = {
        reply: language(code).word("sections", f"write-{reply}")
        for reply in (id.removeprefix("write-") for id in REPLY_IDS)
    }
    counted = Counter(reply.kind for card in takeaway(PROJECT, code).cards for reply in card.replies)
    assert counted
    assert {reply: text.count(f"<h4>{word}</h4><") for reply, word in said.items()} == counted
    # Cards that are not in this book are named, and lead nowhere.
    assert 'class="page-reference"' not in text


def test_the_index_has_every_word_of_the_customers_with_its_card(reader: PdfReader, pages: list[str]) -> None:
    index = " ".join(pages[begins(reader)["index-of-customer-words"] - 1 :])
    for card in few(Path()).cards.values():
        number = begins(reader)[f"pl--{card.slug.removesuffix('.md').replace('/', '--')}"]
        for words in card.front.values["customer_words"]:
            after = index.partition(words.rstrip("."))[2]
            assert after.lstrip("”.").strip(" .").startswith(str(number)), words


def test_it_is_tagged_and_its_letters_are_its_own(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "pl"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in resources(page, "/Font").values()
    }
    assert fonts
    assert {name.partition("-")[0] for name in fonts} == {"Book"}
    assert reader.metadata is None or "/CreationDate" not in reader.metadata


def test_each_tag_is_one_of_pdfs_own_and_says_what_it_has_to(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    found = list(elements(root["/StructTreeRoot"]["/K"]))
    tags = {str(element["/S"]) for element in found}
    assert tags - MORE == TAGS
    assert all(element.get("/Alt") for element in found if element["/S"] == "/Figure")
    # No level of headings is left out on the way down.
    levels = [int(str(element["/S"])[2:]) for element in found if re.fullmatch(r"/H\d", str(element["/S"]))]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    said = " ".join(str(element.get("/Lang")) for element in found)
    assert {"hr", "en"} <= set(said.split()), "a phrase in another language is read out as Polish"


def test_each_page_each_link_and_each_font_has_what_a_reader_needs(reader: PdfReader) -> None:
    links = 0
    for page in reader.pages:
        assert str(page["/Tabs"]) == "/S"
        assert "/StructParents" in page
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            assert link["/Subtype"] == "/Link"
            assert link["/Contents"]
            assert "/StructParent" in link
            links += 1
        for font in resources(page, "/Font").values():
            outer = font.get_object()
            inner = outer["/DescendantFonts"][0].get_object() if "/DescendantFonts" in outer else outer
            descriptor = inner["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), "it is not embedded"
            assert "/ToUnicode" in outer, "its letters cannot be read out"
            assert re.match(r"/[A-Z]{6}\+", str(outer["/BaseFont"])), "it is there whole"
    assert links > len(reader.pages)


def test_two_prints_are_the_same_bytes(site: Path, pdf: bytes) -> None:
    assert print_book(few(site)).pdf == pdf


@pytest.mark.parametrize("code", CODES)
def test_nothing_in_the_book_is_closed_or_of_this_machine(site: Path, code: str) -> None:
    volume = Volume(with_address("http://127.0.0.1:8000/"), code, site, chapters(PROJECT, code))
    text = html(volume)
    for gone in ("<details", "<summary", "<button", "<dialog", "<script", "<form", "127.0.0.1", '"qr"'):
        assert gone not in text, gone
    # Each role-play has its words under its title, and each card stands in the index.
    assert text.count('<section class="brief"') == len(list(PROJECT.cards(code)))
    for card in PROJECT.cards(code):
        for words in card.front.values["customer_words"]:
            assert f"<li><span>{language(code).quoted(words)}</span><a" in text.replace("&amp;", "&")
    ids = {part.partition('"')[0] for part in text.split(' id="')[1:]}
    assert {part.partition('"')[0] for part in text.split(' href="#')[1:]} <= ids


def test_parts_are_chosen_by_name() -> None:
    only = chapters(PROJECT, "hr", ["cards", "phrasebook"])
    assert {one.part for one in only if one.address} == {"cards", "phrasebook"}
    parts = [one.part for one in chapters(PROJECT, "hr") if one.address]
    assert parts.index("replies") == len(parts) - parts[::-1].index("cards")
    assert {one.title for one in only if not one.address} >= {language("hr").word("families", "anger")}
    # The list of all cards has the name of its part, and heads it.
    listed = next(one for one in only if one.address == "hr/scenarios/")
    assert listed.level == 1
    assert [one.title for one in only].count(listed.title) == 1
    assert "editing" not in {one.part for one in chapters(PROJECT, "hr")}
    assert {one.part for one in chapters(PROJECT, "hr", ["editing"]) if one.address} == {"editing"}
    with pytest.raises(NoPart, match=r"menu: .*cards.*guides"):
        chapters(PROJECT, "hr", ["menu"])


def test_what_is_not_in_the_book_is_named_without_a_link(site: Path) -> None:
    alone = on_paper(site, "en/scenarios/swearing/", {"en/scenarios/swearing/"})
    assert "href" not in alone
    both = {"en/scenarios/swearing/", "en/scenarios/abuse-does-not-stop/"}
    assert 'href="#en--scenarios--abuse-does-not-stop"' in on_paper(site, "en/scenarios/swearing/", both)


def test_a_picture_from_outside_the_site_is_not_taken_in(tmp_path: Path) -> None:
    page = tmp_path / "site/en/guides/x/index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<article class="text"><h1>X</h1><img src="/../../../../outside.png" alt=""></article>')
    found = [replace(chapters(PROJECT, "en")[0], address="en/guides/x/")]
    with pytest.raises(NoBook, match="outside the site"):
        print_book(Volume(PROJECT, "en", tmp_path / "site", found))
