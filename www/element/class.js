/**
 * The class of `<pass-muster>`, for whoever defines it himself, by another name or later. Importing it changes nothing.
 *
 * @module passmuster/element/class
 */

export { PassMusterElement } from './element.js';

/** @typedef {import('./element.js').VerdictName} VerdictName */
/** @typedef {import('./element.js').Verdict} Verdict */
/** @typedef {import('./element.js').Options} Options */
