/**
 * `passmuster/auto` with the wasm in the script.
 *
 * @module passmuster/auto/inline
 */

import './embedded.js';
import '../auto.js';
