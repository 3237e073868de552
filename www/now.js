/** The API at once, for what may not wait. */

import { Passmuster, decode, muster } from './core.js';

/**
 * The engine muster, compiled and run where it stands: one call in a page's life, of some 10 ms.
 * @param {[swaps: string, text: string]} embedded
 */
export function loadNow(embedded) {
  muster.runNow(() => new WebAssembly.Module(decode(embedded)));
  return new Passmuster(muster);
}
