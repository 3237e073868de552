/** What the package's entries share: one file, so that what is loaded or configured is so for all of them. */

export * from './assets.js';
export * from './own.js';
export * from './passmuster.js';
export * from './vocabularies.js';
export * as muster from './passmuster_wasm.js';
