/** What the wrappers for frameworks share. */

import { PassMusterElement } from './element.js';

/**
 * The element's properties; `for` is also taken by its name in markup.
 * @typedef {import('./element.js').Options & { htmlFor?: string, for?: string }} Settings
 */

/** The attributes by their properties. @type {Record<string, string>} */
export const ATTRIBUTES = { htmlFor: 'for' };
for (const name of PassMusterElement.observedAttributes)
  ATTRIBUTES[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = name;
// A property, for it may be more than one text.
delete ATTRIBUTES.context;

/** An attribute's value: frameworks differ in what they make of truth values. @param {unknown} value */
export const attributeOf = (value) => (value === true ? '' : value === false ? undefined : value);
