// What the tools at the desk say in the page's language, and the cards it has; fetched when first needed.

const site = new URL(document.querySelector(".finding").dataset.base, location.href);
let loading;

/** The words by tool, and under "cards" each card by its name: {url, title, lang}. */
export function words() {
  loading ??= fetch(new URL(`${document.documentElement.lang}/desk.json`, site)).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
    return answer.json();
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The full address of a card. */
export const addressOf = (card) => new URL(card.url, site).href;

/** An element with attributes and children; a function is what listens to an event. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** The style sheet of all tools at the desk. */
export function styled() {
  if (document.querySelector("link[data-desk]")) return;
  const href = new URL("./desk.css", import.meta.url).href;
  document.head.append(element("link", { rel: "stylesheet", href, "data-desk": true }));
}
