// Bundles the editor of /edit/ into a folder: Sveltia CMS with what it needs for this handbook, and the YAML library.
//
//   node bundle.mjs FOLDER     in a folder with the packages of package-lock.json
//
// The same lock file, the same bytes. Left out, so that there is nothing that could be fetched from elsewhere, is what
// no field of ours asks for: code with colours, maps, conversion of pictures, other languages of its interface.

import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import process from "node:process";
import { build } from "esbuild";

const ENTRIES = {
  editor: 'export { init, registerCustomFormat, registerEventListener } from "@sveltia/cms";',
  yaml: 'export { parse, stringify } from "yaml";',
};
const LANGUAGES = ["pl", "hr"];
// Of the package's fonts the page has that of the icons alone, made smaller by `make editor`; texts are set in the
// reader's own, as those of the package lack letters of Polish and Croatian. None is asked for at another host, nor is
// how the git host feels.
/** @type {[RegExp, string][]} */
const CHANGES = [
  [/"(?:source-sans-3|noto-mono)[\w-]+\.woff2":new URL\(new URL\([^)]*\)\.href,[^)]*\)\.href,/g, ""],
  [/assets\/material-symbols-outlined[\w-]+\.woff2/g, "icons.woff2"],
  [/https:\/\/www\.githubstatus\.com\/api[\w/.]+/g, 'data:application/json,{"status":{"indicator":"none"}}'],
  [/https:\/\/status-api\.hostedstatus\.com[\w/.]+/g, "data:application/json,{}"],
  // It stumbles where a new page that stands in one language is closed: the others were never looked at.
  [/Object\.values\(([\w$]+\([\w$]+\)\[[\w$]+\])\)\.some\(\(\{ ?valid:/g, "Object.values($1??{}).some(({valid:"],
  // And where a page is opened, saved or begun in the first language of the form that stands in another one alone.
  [
    /([\w$]+)=([\w$]+)\(([\w$]+)\[([\w$]+)\]\),([\w$]+)=\{\.\.\.\2\(([\w$]+)\),\.\.\.\1\}/g,
    "$1=$2($3[$4]??{}),$5={...$2($6),...$1}",
  ],
  [/path:([\w$]+)\[([\w$]+)\]\.path,fallback/g, "path:($1[$2]??Object.values($1)[0]).path,fallback"],
  [/([\w$]+\[[\w$]+\])\.content=([\w$]+\([\w$]+\.data\))/g, "($1??{}).content=$2"],
  // A version that is begun as a copy of another one leaves out what need not be there, as what only an original has.
  [
    /([\w$]+)=\[\];return Object\.keys\(([\w$]+)\)\.forEach\(([\w$]+)=>\{let ([\w$]+)=([^;]+);if\(!\4\)return;let\{widget:([\w$]+)=([`"]text[`"]),i18n:([\w$]+)=!1\}=\4;/g,
    "$1=[];return Object.keys($2).forEach($3=>{let $4=$5;if(!$4)return;let{widget:$6=$7,i18n:$8=!1}=$4;$6===`object`&&$4.required===!1&&$1.push($3);",
  ],
  // Whoever needs larger letters may have them.
  [/,`maximum-scale=1`/g, ""],
  [/url\(https:\/\/cdn\.[^)]*\)\s*format\('[\w-]+'\)/g, 'local("none")'],
];
const LEFT_OUT = /^(?:@shikijs\/|leaflet|terra-draw|svgo|exifr|turndown|\.\/chunks\/(?:heic|webp|shiki|react-dom))/;

/** @param {string} path of a module that is imported */
function isLeftOut(path) {
  const locale = /^\.\.\/locales\/(.+)\.json$/.exec(path)?.[1];
  return locale === undefined ? LEFT_OUT.test(path) : !LANGUAGES.includes(locale);
}

const plugin = {
  name: "handbook",
  /** @param {import("esbuild").PluginBuild} bundle */
  setup(bundle) {
    bundle.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === "entry-point") return { path, namespace: "entry" };
      return isLeftOut(path) ? { path: "left-out", namespace: "left-out" } : undefined;
    });
    bundle.onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => ({
      contents: ENTRIES[/** @type {keyof typeof ENTRIES} */ (path)],
      resolveDir: import.meta.dirname,
    }));
    bundle.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [found, instead] of CHANGES) {
        if (contents.search(found) < 0) throw new Error(`${path}: nothing is ${found}`);
        contents = contents.replace(found, instead);
      }
      return { contents, resolveDir: dirname(path) };
    });
    bundle.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: 'throw new Error("This is not part of the editor here."); export default undefined;',
    }));
  },
};

await build({
  entryPoints: Object.keys(ENTRIES).map((name) => ({ in: name, out: name })),
  outdir: process.argv[2],
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  banner: { js: "// @ts-nocheck" },
  chunkNames: "[name]",
  plugins: [plugin],
});
