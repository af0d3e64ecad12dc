// What happens to a page when its form is saved: its versions are put together, and each translation is recorded.

import { begun } from "./beginning.js";
import { cut, join } from "./pages.js";
import { original, parts, recorded, state } from "./record.js";

/** @import { Fields, Shape } from "./pages.js" */
/** @import { Version } from "./record.js" */
/** @typedef {{ code: string, parts: { id: string, label: string }[] }} Waiting Parts of a translation that wait. */
/** @typedef {(source: string, waiting: Waiting[]) => Promise<Record<string, string[]>>} Ask Asks which of them say the
 *   same as the original in the language `source`; raises where nothing is to be saved */

/**
 * The fields of a page, as the editor keeps them.
 * @param {string} text
 * @param {Shape} shape
 * @param {string} kind
 * @returns {Fields}
 */
export function opened(text, shape, kind) {
  const fields = cut(text, shape);
  return { ...fields, kind: fields[shape.marks]?.length ? kind : "" };
}

/**
 * The texts of a page that is saved, each translation with its record.
 * @param {Record<string, Fields>} forms language -> fields, in the order of the languages
 * @param {Shape} shape
 * @param {string} first the language of whoever edits
 * @param {Ask} ask
 * @param {string} missing what is said of a new page that lacks what only an original has
 * @returns {Promise<Record<string, string>>}
 */
export async function saved(forms, shape, first, ask, missing) {
  const kept = complete(copies(forms, first), shape, first, missing);
  /** @param {string} [of] */
  const joined = (of) =>
    Object.entries(kept).map(([code, fields]) => ({
      code,
      before: fields.source || "",
      after: join(of !== undefined && !fields.source ? { ...fields, details: undefined } : fields, shape, code, of),
    }));
  const source = original(joined(), shape.original, first);
  if (!source) return Object.fromEntries(joined().map(({ code, after }) => [code, after]));
  const versions = joined(source.after).map((version) => (version.code === source.code ? source : version));
  const changed = versions.filter((version) => version !== source && version.after !== version.before);
  const found = new Map(
    await Promise.all(
      changed.map(async (version) => /** @type {const} */ ([version, await state(source.after, version)])),
    ),
  );
  const waiting = changed
    .map((version) => ({ code: version.code, parts: labelled(found.get(version)?.asked ?? [], version, shape, first) }))
    .filter((one) => one.parts.length);
  const ticked = waiting.length ? await ask(source.code, waiting) : {};
  const texts = versions.map(async (version) => {
    const known = found.get(version);
    const level = [...(known?.level ?? []), ...(ticked[version.code] ?? [])];
    return [version.code, known ? await recorded(source.after, version.after, level) : version.after];
  });
  return Object.fromEntries(await Promise.all(texts));
}

/**
 * The forms of a page, and where all of it is new that of its original with what a new one is given.
 * @param {Record<string, Fields>} forms
 * @param {Shape} shape
 * @param {string} first
 * @param {string} missing
 * @returns {Record<string, Fields>}
 */
function complete(forms, shape, first, missing) {
  if (!forms[first] || Object.values(forms).some(({ source }) => source)) return forms;
  return { ...forms, [first]: begun(forms[first], shape, missing) };
}

/**
 * The forms, and those that were begun as copies of another one without the text of there, which is not theirs.
 * @param {Record<string, Fields>} forms
 * @param {string} first
 * @returns {Record<string, Fields>}
 */
function copies(forms, first) {
  const copied = forms[first]?.source;
  return Object.fromEntries(
    Object.entries(forms).map(([code, fields]) => {
      const isCopy = code !== first && copied && fields.source === copied;
      return [code, isCopy ? { ...fields, source: "" } : fields];
    }),
  );
}

/**
 * @param {string[]} ids
 * @param {Version} version
 * @param {Shape} shape
 * @param {string} first
 */
function labelled(ids, version, shape, first) {
  const here = parts(version.after);
  return ids.map((id) => ({ id, label: shape.labels[id] ?? shape.headings[first]?.[id] ?? here.get(id)?.title ?? id }));
}
