"""What axe cannot see: where the focus goes, and that all is reached by keyboard and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

CARD = "scenarios/refund-after-deadline/"
# What has the focus, whether it can be seen, and whether something lies over it.
_FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // A link that goes over two lines has a box for each.
  const [box] = focused.getClientRects();
  const x = Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 0), innerWidth - 1);
  const y = box.top + Math.min(box.height, 20) / 2;
  const over = document.elementFromPoint(x, y);
  const shown =
    over !== null && (focused.contains(over) || over.contains(focused) || over.tagName === "LABEL");
  const name = `${focused.tagName} ${focused.className} ${focused.textContent.trim().slice(0, 30)}`;
  return { name, shown, inMenu: focused.closest("#menu") !== null, y };
}"""


@pytest.mark.parametrize("size", [(1280, 720), (390, 800), (320, 256)], ids=["desktop", "phone", "400% zoom"])
def test_tab_reaches_everything_and_never_a_place_that_is_hidden(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}")
    seen = []
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None:
            break
        seen.append(focus)
    hidden = [focus["name"] for focus in seen if not focus["shown"]]
    in_menu = [focus for focus in seen if focus["inMenu"]]
    context.close()
    assert len(seen) > 20
    assert hidden == []
    assert bool(in_menu) == (size[0] > 960), "the menu is reached where it is open and nowhere else"


def test_the_skip_link_moves_the_focus_into_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_a_menu_says_whether_it_is_open_and_escape_closes_it(
    browser: Browser, address: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}hr/{CARD}")
    button, opened = page.locator(f"button[popovertarget={name}]"), page.locator(f"#{name}")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(opened).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(opened).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('#{name}').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    context.close()


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_a_menu_closes_when_the_focus_leaves_it(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}")
    page.locator(f"button[popovertarget={name}]").press("Enter")
    page.locator(f"#{name} a, #{name} button").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"#{name}")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_the_menus_open_without_scripts(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}en/{CARD}")
    page.locator(f"button[popovertarget={name}]").click()
    expect(page.locator(f"#{name} a").first).to_be_visible()
    context.close()


def test_no_single_key_leads_away(page: Page, address: str) -> None:
    page.goto(f"{address}en/{CARD}")
    for key in "abcdefghijklmnopqrstuvwxyz/.,?123":
        page.keyboard.press(key)
    # Call mode is the same page, and says so behind its address.
    assert page.url.split("?")[0] == f"{address}en/{CARD}"
