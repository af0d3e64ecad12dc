// The addresses of the site's own workers, in the form that a page asks for which trusts no mere text: where
// Trusted Types are known, a script's address must come from a policy, and this is the only one.

/**
 * @typedef {string} Address a TrustedScriptURL where browsers have these; TypeScript knows but texts.
 * @typedef {{createScriptURL: (url: string) => Address}} Policy
 * @typedef {{createPolicy: (name: string, rules: Policy) => Policy}} Factory the part of window.trustedTypes used.
 */

/**
 * The worker's script that stands on this site; the search and the reading without a network have one each.
 * @param {string} url
 * @returns {string}
 * @throws {TypeError} it is another.
 */
function ours(url) {
  const { origin, pathname } = new URL(url);
  if (origin === location.origin && /\/(sw|assets\/(\w+\/)?search\/worker)\.js$/.test(pathname)) return url;
  throw new TypeError(`no worker of this site: ${url}`);
}

const { trustedTypes } = /** @type {{trustedTypes?: Factory}} */ (window);
const policy = trustedTypes?.createPolicy("handbook", { createScriptURL: ours });

/**
 * A worker's address, to be given to the browser.
 * @param {URL} url
 * @returns {Address}
 * @throws {TypeError} it is none of this site's.
 */
export const workerAddress = ({ href }) => policy?.createScriptURL(href) ?? ours(href);
