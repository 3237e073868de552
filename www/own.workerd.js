/**
 * What the package brings where compiling at run time is forbidden (workerd, edge runtimes): modules that were compiled
 * when the worker was built.
 */

import generator from './generator.wasm';
import muster from './muster.wasm';

/** @type {import('./own.js').Own} */
export const own = {
  muster: () => muster,
  generator: () => generator,
  words: () => import('./wordlist.js'),
  pack: async (language) => (await import('./packs.js')).default[language](),
  zxcvbn() {
    throw new Error("give it: load({ engine: 'zxcvbn', wasm }) with an import of 'passmuster/zxcvbn.wasm'");
  },
};
