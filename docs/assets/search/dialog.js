// What makes the open search a dialog: its name, and a page beneath that cannot be reached.

/** Opens and closes a box that stands anywhere in the page. */
export class Dialog {
  /** @type {HTMLElement[]} */
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
    const attributes = { role: "dialog", "aria-modal": "true", "aria-label": this.dialog.dataset.name ?? "" };
    for (const [name, value] of Object.entries(attributes)) this.dialog.setAttribute(name, value);
    for (let inner = this.box; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
      for (const other of inner.parentElement.children) {
        if (!(other instanceof HTMLElement) || other === inner || other.inert) continue;
        if (other.localName !== "script") this.#inert.push(other);
      }
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
