/**
 * `passmuster/element` with the wasm in the script.
 *
 * @module passmuster/element/inline
 */

import './embedded.js';

export * from '../element.js';
