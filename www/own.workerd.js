/**
 * What the package brings where compiling at run time is forbidden (workerd, edge runtimes): modules that were compiled
 * when the worker was built.
 */

import generator from './generator.wasm';
import muster from './muster.wasm';

/** @type {Record<string, () => unknown>} */
export const own = {
  muster: () => muster,
  generator: () => generator,
  words: () => import('./wordlist.js'),
  zxcvbn() {
    throw new Error("give it: load({ engine: 'zxcvbn', wasm }) with an import of 'passmuster/zxcvbn.wasm'");
  },
};
