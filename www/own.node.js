/**
 * What the package brings, for Node, Bun and Deno: the wasm is read from the disk, which is quicker than to parse a script
 * that holds it. Where a bundler has left it behind, the script serves.
 */

/** @param {string} name Of a file of dist/. */
function read(name) {
  try {
    // By no import and no `new URL(…, import.meta.url)`, for bundlers meet this module, too, and take either for something to emit.
    return /** @type {any} */ (globalThis).process
      .getBuiltinModule('node:fs')
      .readFileSync(new URL(import.meta.url.replace(/[^/]*\/[^/]*$/, name)));
  } catch {
    return undefined;
  }
}

/** @type {import('./own.js').Own} */
export const own = {
  muster: () => read('muster.wasm') ?? import('./wasm/muster.js'),
  generator: () => read('generator.wasm') ?? import('./wasm/generator.js'),
  words: () => import('./wordlist.js'),
  pack: async (language) => read(`packs/${language}.bin`) ?? (await import('./packs.js')).default[language](),
  zxcvbn: () => read('zxcvbn.wasm') ?? import('./wasm/zxcvbn.js'),
};
