"""What readers do, each as a function of a tab and the site that raises Missing where a step fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from handbook.languages import CODES, language
from tools.engines.site import Site
from tools.engines.tab import CONTROL, ENTER, ESCAPE, RIGHT, Missing, Tab

CARD = "scenarios/swearing/"
START = "scenarios/getting-louder/"
SWEARS = {"pl": "przeklinal", "hr": "psovao", "en": "swore"}
OTHER = {"pl": "hr", "hr": "en", "en": "pl"}
FIELD = ".finding input"
_RESULT = ".finding-result h2 a"
_CARDS = "[...document.querySelectorAll('a[data-channel]')].filter((card) => card.checkVisibility()).length"
_IN_VIEW = """(name) => {
  const { top } = document.querySelector(name).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}"""
# How many of the files that a language lists the worker has not kept yet; a promise, so it is put down first.
_ASK = """window.lacking ??= -1;
(async () => {{
  const name = (await caches.keys()).find((one) => one.startsWith("handbook-"));
  const kept = name ? (await (await caches.open(name)).keys()).map((request) => request.url) : [];
  window.lacking = {}.filter((url) => !kept.includes(url)).length;
}})();
return window.lacking === 0;"""

# As wide as a helpdesk's sidebar.
_FRAME = """const frame = document.createElement("iframe");
frame.addEventListener("load", () => (frame.dataset.loaded = "yes"));
document.body.prepend(Object.assign(frame, {}, {{ style: "width: 320px; height: 640px" }}));"""


def home(tab: Tab, site: Site) -> None:
    """The field for the search has the focus; a door leads to a phrase."""
    for code in CODES:
        tab.go(f"{site.address}{code}/")
        tab.wait("the search has no focus", f"return document.activeElement?.matches({json.dumps(FIELD)})")
        tab.click(".door.anger")
        tab.wait_url("#anger")
        tab.click("h2#anger + ul a")
        tab.wait_url("/scenarios/")
        tab.wait_shown("#say + ul > li .spoken")


def search(tab: Tab, site: Site) -> None:
    """An inflected word without its diacritics finds the card; Enter opens it."""
    for code in CODES:
        tab.go(f"{site.address}{code}/")
        tab.type(FIELD, SWEARS[code])
        found = f"return document.querySelector('{_RESULT}')?.href.includes('/{code}/{CARD}')"
        tab.wait(f"{SWEARS[code]} does not find the card", found)
        tab.type(FIELD, ENTER)
        tab.wait_url(f"{code}/{CARD}")


def card(tab: Tab, site: Site) -> None:
    """The phrases in another language stand below ours, and the choice holds on the next card."""
    tab.go(f"{site.address}hr/{CARD}")
    tab.click('.tools [data-language="pl"]')
    tab.wait_shown('.other[data-language="pl"] .spoken')
    tab.click(".steps a.next")
    tab.wait(f"{CARD} is not left", f"return !location.href.includes({json.dumps(CARD)})")
    tab.wait_shown('.other[data-language="pl"] .spoken')
    tab.click('.tools [data-language="pl"]')
    tab.wait_hidden('.other[data-language="pl"]')


def copying(tab: Tab, site: Site) -> None:
    """What a button copies is what is announced, and what can be pasted."""
    for code in CODES:
        tab.go(f"{site.address}{code}/{CARD}")
        tab.click("#say + ul > li .copy")
        tab.wait("nothing is announced", "return document.querySelector('.status')?.textContent.trim()")
        tab.type(FIELD, f"{CONTROL}v")
        tab.wait("nothing can be pasted", f"return document.querySelector({json.dumps(FIELD)}).value")
        pasted = str(tab.run(f"return document.querySelector({json.dumps(FIELD)}).value"))
        tab.wait_text(".status", language(code).word("reading", "copied", phrase=pasted))
        if len(pasted) < 10:
            raise Missing(f"{pasted!r} is no phrase")


def call_mode(tab: Tab, site: Site) -> None:
    """It opens, goes on to the next card, and Escape leaves it and its address."""
    tab.go(f"{site.address}en/{CARD}")
    tab.click(".call-open")
    tab.wait_url(f"{CARD}?call=1")
    tab.wait_shown("dialog.call")
    tab.type("dialog.call .copy", RIGHT)
    tab.wait(f"{CARD} is not left", f"return !location.href.includes({json.dumps(CARD)})")
    tab.wait_url("?call=1")
    tab.wait_shown("dialog.call .copy")
    tab.type("dialog.call .copy", ESCAPE)
    tab.wait_hidden("dialog.call")
    tab.wait("call mode is still in the address", "return !location.search")
    tab.wait_shown("#why")


def language_switch(tab: Tab, site: Site) -> None:
    """The card, the section and the query stay."""
    for code, other in OTHER.items():
        tab.go(f"{site.address}{code}/{CARD}?x=1#do")
        tab.click("button[popovertarget=languages]")
        tab.click(f"#languages a[hreflang={other}]")
        tab.wait_url(f"/{other}/{CARD}?x=1#do")
        tab.wait("the section is not where it was", f"return ({_IN_VIEW})('#do')")


def finder(tab: Tab, site: Site) -> None:
    """A choice leaves fewer cards, stands in the address, holds after a reload; a card opens."""
    tab.go(f"{site.address}hr/find/")
    tab.wait_shown("form.finder")
    before = tab.run(f"return {_CARDS}")
    tab.click('input[value="anger"]')
    tab.wait_url("?family=anger")
    tab.wait("no card is left out", f"const n = {_CARDS}; return n > 0 && n < {before}")
    left = tab.run(f"return {_CARDS}")
    tab.go(tab.url)
    tab.wait("other cards after a reload", f"return {_CARDS} === {left}")
    tab.click("h2#anger + ul a[data-channel]")
    tab.wait_url("/scenarios/")
    tab.wait_shown("#say")


def menu_on_a_phone(tab: Tab, site: Site) -> None:
    """The menu is closed at first, opens, leads on, and nothing runs out of the screen."""
    # No browser for desktops makes its window narrower.
    tab.resize(500, 900)
    try:
        tab.go(f"{site.address}pl/{CARD}")
        tab.wait("the window is not narrow", "return innerWidth <= 520")
        tab.wait_hidden("#menu a")
        tab.click("button[popovertarget=menu]")
        tab.click('#menu a[href$="/find/"]')
        tab.wait_url("/pl/find/")
        tab.wait_hidden("#menu a")
        wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        tab.wait("something runs out of the screen", wide)
    finally:
        tab.resize(1366, 900)


def offline(tab: Tab, site: Site) -> None:
    """Without a network a card that was never opened is there, and so are the search and the finder."""
    tab.go(f"{site.address}hr/")
    listed = json.loads(Path(site.folder, "hr/offline.json").read_text("utf8"))
    tab.wait("the worker has not kept all", _ASK.format(json.dumps([site.address + path for path in listed])))
    with site.unreachable():
        tab.go(f"{site.address}hr/scenarios/getting-louder/")
        tab.wait_shown("#say + ul > li .copy")
        tab.go(f"{site.address}hr/find/?family=anger")
        tab.wait_shown("h2#anger + ul a[data-channel]")
        tab.go(f"{site.address}hr/")
        tab.type(FIELD, SWEARS["hr"])
        tab.wait_shown(_RESULT)
        tab.type(FIELD, ENTER)
        tab.wait_url(f"hr/{CARD}")
        tab.wait_shown("#say + ul > li .copy")
        tab.go(f"{site.address}hr/no-such-page/")
        tab.wait_text("h1", language("hr").word("interface", "missing-title"))


def in_a_frame(tab: Tab, site: Site) -> None:
    """In a helpdesk's sidebar a phrase is copied, whether or not the clipboard is allowed there, and the
    search leads on; a helpdesk that is not named gets a link alone."""
    with site.framed() as framed:
        for code, allow in zip(CODES, ("", "clipboard-write", ""), strict=True):
            _show(tab, framed.allowed, f"{framed.handbook}{code}/{START}", allow)
            tab.wait("the frame does not load", "return document.querySelector('iframe').dataset.loaded")
            with tab.within("iframe"):
                tab.wait("it is no bare page", "return 'framed' in document.documentElement.dataset")
                tab.wait_hidden(".md-footer")
                tab.click("#say + ul > li .copy")
                tab.wait(
                    "nothing is announced", "return document.querySelector('.status')?.textContent.trim()"
                )
                told = str(tab.run("return document.querySelector('.status').textContent"))
            tab.type("textarea", f"{CONTROL}v")
            tab.wait("nothing can be pasted", "return document.querySelector('textarea').value")
            pasted = str(tab.run("return document.querySelector('textarea').value"))
            wanted = language(code).word("reading", "copied", phrase=pasted)
            if len(pasted) < 10 or told.split() != wanted.split():
                raise Missing(f"{pasted!r} was pasted, {told!r} was announced")
            with tab.within("iframe"):
                tab.type(FIELD, SWEARS[code])
                found = f"return document.querySelector('{_RESULT}')?.href.includes('/{code}/{CARD}')"
                tab.wait(f"{SWEARS[code]} does not find the card", found)
                tab.type(FIELD, ENTER)
                tab.wait_url(f"{code}/{CARD}")
                tab.wait_shown("#say + ul > li .copy")
                tab.wait("it is no bare page any more", "return 'framed' in document.documentElement.dataset")
        _show(tab, framed.other, f"{framed.handbook}en/{CARD}")
        with tab.within("iframe"):
            tab.wait("more than a link is shown", "return document.body?.innerText.trim() === document.title")


def _show(tab: Tab, desk: str, address: str, allow: str = "") -> None:
    """Let a helpdesk show an address in a frame."""
    tab.go(desk)
    tab.run(_FRAME.format(json.dumps({"src": address, "allow": allow})))


JOURNEYS: tuple[Callable[[Tab, Site], None], ...] = (
    *(home, search, card, copying, call_mode, language_switch, finder, menu_on_a_phone),
    *(offline, in_a_frame),
)
