// What makes the open search a dialog: its name, and a page beneath that cannot be reached.

/** Opens and closes a box that stands anywhere in the page. */
export class Dialog {
  #inert = [];

  /**
   * @param {HTMLElement} box all of it; has the attribute data-open while it is open.
   * @param {HTMLElement} dialog the part of it that is the dialog, with its name in data-name.
   */
  constructor(box, dialog) {
    this.box = box;
    this.dialog = dialog;
    this.isOpen = false;
  }

  /** @returns {boolean} whether it was closed before. */
  open() {
    if (this.isOpen) return false;
    this.isOpen = true;
    this.box.dataset.open = "";
    const attributes = { role: "dialog", "aria-modal": "true", "aria-label": this.dialog.dataset.name };
    for (const [name, value] of Object.entries(attributes)) this.dialog.setAttribute(name, value);
    for (let inner = this.box; inner !== document.body; inner = inner.parentElement) {
      const others = [...inner.parentElement.children].filter((other) => other !== inner && !other.inert);
      this.#inert.push(...others.filter((other) => other.localName !== "script"));
    }
    for (const other of this.#inert) other.inert = true;
    return true;
  }

  /** @returns {boolean} whether it was open before. */
  close() {
    if (!this.isOpen) return false;
    this.isOpen = false;
    delete this.box.dataset.open;
    for (const name of ["role", "aria-modal", "aria-label"]) this.dialog.removeAttribute(name);
    for (const other of this.#inert.splice(0)) other.inert = false;
    return true;
  }
}
