/**
 * What the package brings, for Node, Bun and Deno: the wasm is read from the disk, which is quicker than to parse a script
 * that holds it. Where a bundler has left it behind, the script serves.
 */

const here = import.meta.url;

/** @param {string} name */
function read(name) {
  try {
    // Not by an import, for bundlers meet this module, too, and not all of them know Node's.
    return /** @type {any} */ (globalThis).process.getBuiltinModule('node:fs').readFileSync(new URL(`../${name}.wasm`, here));
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
