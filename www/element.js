/**
 * Defines `<pass-muster>`, which says beside a field how strong its new password is and whether it has leaked.
 *
 * ```html
 * <label for="new">New password</label>
 * <input id="new" type="password" autocomplete="new-password">
 * <pass-muster for="new"></pass-muster>
 * ```
 *
 * The element makes what is seen, finds the form's fields, fetches the wasm when it is first wanted and words
 * the messages. What is said when, and what becomes of a submit, is decided in Rust: src/widget.rs.
 *
 * @module passmuster/element
 */

import { PassMusterElement } from './element/element.js';
import { EXPECTED, fieldsOf, hostOf, minLength, startTagOf } from './element/form.js';

export { PassMusterElement };

/** @typedef {import('./element/element.js').VerdictName} VerdictName */
/** @typedef {import('./element/element.js').Verdict} Verdict */
/** @typedef {import('./element/element.js').Options} Options */
/** @typedef {import('./passmuster.js').Engine} Engine */

if (globalThis.customElements && !customElements.get('pass-muster')) {
  customElements.define('pass-muster', PassMusterElement);
}

let instances = 0;

/**
 * Mounts `<pass-muster>` on a form's new-password field, right after it.
 *
 * @param {HTMLFormElement} form
 * @param {Options} [options]
 * @returns {PassMusterElement} With `check()`, `reset()` and `destroy()`.
 */
export function mount(form, options = {}) {
  if (!(form instanceof HTMLFormElement)) throw new TypeError(`mount(): expected a <form>, found ${startTagOf(form)}`);
  const [field] = fieldsOf(form);
  if (!field) throw new TypeError(`mount(): expected ${EXPECTED} in ${startTagOf(form)}, found none`);
  return mountOn(field, options);
}

/**
 * Mounts `<pass-muster>` on a field.
 *
 * @param {HTMLInputElement} field
 * @param {Options} [options]
 */
export function mountOn(field, options = {}) {
  const host = hostOf(field);
  host.id ||= `passmuster-mounted-${++instances}`;
  const element = /** @type {PassMusterElement} */ (/** @type {unknown} */ (document.createElement('pass-muster')));
  element.htmlFor = host.id;
  const unknown = Object.keys(options).find((name) => !(name in element));
  if (unknown) throw new TypeError(`${startTagOf(element)}: expected properties of it as options, found ${unknown}`);
  Object.assign(element, options);
  minLength(element, field);
  if (!element.hasAttribute('placement')) element.placement = 'auto';
  // Whoever mounts it is done with the markup.
  element.ready();
  // A label around the field is for the field alone.
  (host.closest('label') ?? host).after(element);
  return element;
}
