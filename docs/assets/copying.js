// Copying where a browser gives no clipboard to scripts: over plain http, and in a frame whose site has not
// allowed it (allow="clipboard-write"). The older way takes what is selected and needs nobody's leave.

/**
 * Select an element and copy it.
 * @param {Element} source
 * @param {string} text what is to be copied for it.
 * @returns {boolean} whether it was copied; if not, it stays selected, for whoever copies by key.
 */
export function copySelected(source, text) {
  const selection = getSelection();
  /** @param {ClipboardEvent} event */
  const give = (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  selection?.selectAllChildren(source);
  addEventListener("copy", give, { capture: true });
  const copied = document.execCommand("copy");
  removeEventListener("copy", give, { capture: true });
  if (copied) selection?.removeAllRanges();
  return copied;
}
