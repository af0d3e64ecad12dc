"""The form of /edit/ in a browser, on the editor's own test backend: nothing leaves the machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.website.visiting import errors_of

# What the editor itself calls its buttons.
SAVE = {"pl": "Zapisz", "hr": "Spremi", "en": "Save"}
# The one that begins a page in one's own language.
ENABLE = {"pl": "^ ?Włącz.*Polski", "hr": "^ ?Omogući.*Hrvatski", "en": "^ ?Enable.*English"}
# What a translation was compared with, in a file.
RECORD = re.compile(r"^translation:\n(?:  .+\n)+", re.MULTILINE)
# The folder of its test backend, and what it gives and takes.
_WRITE = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = ["sveltia-cms-test", ...path.split("/")];
    let folder = root;
    for (const name of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_READ = """async () => {
  const found = {};
  const read = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await read(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  const root = await navigator.storage.getDirectory();
  await read(await root.getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}"""
# Fields are there only when one comes near to them.
_SHOW = """([code, key]) => {
  const fields = [...document.querySelectorAll(`[data-locale="${code}"] [data-key-path]`)];
  const found = fields.find(({ dataset }) => dataset.keyPath === key);
  (found ?? fields.at(-1))?.scrollIntoView();
  return Boolean(found);
}"""
_TELL = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`));"""

Files = Mapping[str, str]


class Form:
    """The form in one language, with some files in its test backend."""

    def __init__(self, page: Page, address: str, code: str) -> None:
        self.page, self.address, self.code = page, address, code

    def open(self, folder: str, name: str) -> None:
        """Open a page in fields; "new" begins one."""
        path = "new" if name == "new" else f"entries/{name}"
        self.page.goto(f"{self.address}edit/?language={self.code}#/collections/{folder}/{path}")
        self.page.get_by_role("button", name=SAVE[self.code], exact=True).wait_for()

    def field(self, key: str, code: str = "") -> Locator:
        """The field of a key, in the language of whoever edits where none is named."""
        self.page.wait_for_function(_SHOW, arg=[code or self.code, key])
        return self.page.locator(f'[data-locale="{code or self.code}"] [data-key-path="{key}"]')

    def entries(self, key: str, values: Sequence[str], code: str = "") -> None:
        """Give a list these entries and no other; it grows and shrinks to their number."""
        field = self.field(key, code)
        boxes, buttons = field.get_by_role("textbox"), field.get_by_role("button")
        for at, value in enumerate(values):
            if boxes.count() <= at:
                buttons.last.click()
            boxes.nth(at).fill(value)
        for more in range(boxes.count(), len(values), -1):
            buttons.nth(-2).click()
            expect(boxes).to_have_count(more - 1)

    def fill(self, words: Mapping[str, str | Sequence[str]], code: str = "") -> None:
        """Give each field its text, or a list its entries."""
        for key, said in words.items():
            if isinstance(said, str):
                self.field(key, code).get_by_role("textbox").fill(said)
            else:
                self.entries(key, said, code)

    def choose(self, key: str, label: str) -> None:
        self.field(key).get_by_role("combobox").click()
        self.page.get_by_role("option", name=label, exact=True).click()

    def save(self) -> None:
        self.page.get_by_role("button", name=SAVE[self.code], exact=True).click()
        self.page.wait_for_url(re.compile(r"#/collections/[a-z]+$"))


@contextmanager
def form_with(browser: Browser, address: str, code: str, files: Files) -> Iterator[Form]:
    """The form, signed in to its test backend; nothing of another host is asked for, no policy broken."""
    # To draw what moves, and much of it, takes a third of the computing.
    context = browser.new_context(
        viewport={"width": 1500, "height": 600}, service_workers="block", reduced_motion="reduce"
    )
    context.add_init_script(_TELL)
    page = context.new_page()
    wrong = errors_of(page)
    page.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))

    def with_backend(route: Route) -> None:
        given = route.fetch().json()
        given["editor"] |= {"backend": {"name": "test-repo"}, "publish_mode": "simple"}
        route.fulfill(json=given)

    page.route(f"**/edit/{code}.json", with_backend)
    page.goto(f"{address}robots.txt")
    page.evaluate(_WRITE, files)
    page.goto(f"{address}edit/?language={code}")
    page.get_by_role("button").first.click()
    page.wait_for_url("**#/collections/**")
    yield Form(page, address, code)
    context.close()
    assert [line for line in wrong if not line.startswith(("data:", "blob:"))] == []


def saved(form: Form, before: Files) -> dict[str, str]:
    """The files that the form has changed or added."""
    return {path: text for path, text in form.page.evaluate(_READ).items() if before.get(path) != text}
