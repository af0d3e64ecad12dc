// What every page does for whoever reads it, whatever its kind: copied text has plain spaces, and a
// page whose review date has passed since it was built says so. Where the site has a worker for
// reading offline, it is started here.

import { all, around, maybe } from "./dom.js";

/**
 * Text as it should leave the page: the no-break spaces of the layout become plain ones.
 * @param {string} text
 */
export function plainSpaces(text) {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

/**
 * Whether a day, written as 2027-05-22, lies before the reader's today.
 * @param {string} day
 * @param {Date} [now]
 */
export function isOver(day, now = new Date()) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date + 1) <= now;
}

document.addEventListener("copy", (event) => {
  if (event.defaultPrevented || around(event, "input, textarea, [contenteditable]")) return;
  const selection = getSelection();
  const text = selection?.toString() ?? "";
  if (!selection || !event.clipboardData || !/[\u00a0\u202f]/.test(text)) return;
  const part = document.createElement("div");
  for (let index = 0; index < selection.rangeCount; index++) {
    part.append(selection.getRangeAt(index).cloneContents());
  }
  event.clipboardData.setData("text/plain", plainSpaces(text));
  event.clipboardData.setData("text/html", plainSpaces(part.innerHTML.replaceAll("&nbsp;", " ")));
  event.preventDefault();
});

for (const banner of all("[data-review-by]", HTMLElement)) {
  if (isOver(banner.dataset.reviewBy ?? "")) banner.hidden = false;
}

const notice = maybe(".banner.offline", HTMLElement);
if (notice) {
  const look = () => {
    notice.hidden = navigator.onLine;
  };
  for (const change of ["online", "offline"]) addEventListener(change, look);
  look();
}

/** Whether the reader's device asks for as little traffic as may be; not all browsers tell. */
function savesData() {
  return /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData ?? false;
}

const worker = maybe("script[data-worker]", HTMLScriptElement);
if (worker && "serviceWorker" in navigator && window.isSecureContext) {
  const address = new URL(worker.dataset.worker ?? "", document.baseURI);
  /** @param {boolean} now */
  const start = async (now) => {
    const { workerAddress } = await import("./trusted.js");
    await navigator.serviceWorker.register(workerAddress(address));
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: savesData() ? null : document.documentElement.lang, now });
  };
  // Reading comes first: nothing is fetched for later while the page itself still loads.
  const later = () => setTimeout(() => start(false).catch(() => {}), 3000);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
  addEventListener("online", () => start(true).catch(() => {}));
}
