/** What the entries of the element share: one file, so that there is one class. */

export * from './element.js';
export * from './form.js';
