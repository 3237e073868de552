/**
 * What the package brings, for Node, Bun and Deno: the wasm is read from the disk, which is quicker than to parse a script
 * that holds it. Where a bundler has left it behind, the script serves.
 */

/** @param {string} name */
function read(name) {
  try {
    // By no import and no `new URL(…, import.meta.url)`, for bundlers meet this module, too, and take either for something to emit.
    return /** @type {any} */ (globalThis).process
      .getBuiltinModule('node:fs')
      .readFileSync(new URL(import.meta.url.replace(/[^/]*\/[^/]*$/, `${name}.wasm`)));
  } catch {
    return undefined;
  }
}

/** @type {Record<string, () => unknown>} */
export const own = {
  muster: () => read('muster') ?? import('./wasm/muster.js'),
  generator: () => read('generator') ?? import('./wasm/generator.js'),
  words: () => import('./wordlist.js'),
  zxcvbn: () => read('zxcvbn') ?? import('./wasm/zxcvbn.js'),
};
