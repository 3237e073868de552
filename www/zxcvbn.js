/**
 * Brings the second engine, for `load({ engine: 'zxcvbn' })` and `<pass-muster engine="zxcvbn">`. Its wasm, 1.9 MB, is
 * fetched when it is first asked for.
 *
 * @module passmuster/zxcvbn
 */

import { own } from './own.js';

/** Fetches the wasm. */
export const wasm = () => import('./wasm/zxcvbn.js');

own.zxcvbn = wasm;
