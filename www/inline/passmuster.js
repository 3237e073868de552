/**
 * `passmuster` with the wasm in the script, for where scripts come in one piece: service workers, single-file builds.
 *
 * @module passmuster/inline
 */

import './embedded.js';

export * from '../passmuster.js';
