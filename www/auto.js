/**
 * Mounts `<pass-muster>` on every `input[autocomplete~="new-password"]` of the page, those added later too.
 * A form's second such field repeats the first and gets none.
 *
 * @module passmuster/auto
 */

import { mountOn } from './element.js';

const NEW_PASSWORD = 'input[autocomplete~="new-password"]';
/** @type {WeakSet<HTMLInputElement>} */
const mounted = new WeakSet();

function mountAll() {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(NEW_PASSWORD))) {
    const first = field.form ? field.form.querySelector(NEW_PASSWORD) : field;
    const taken = field.id && document.querySelector(`pass-muster[for="${CSS.escape(field.id)}"]`);
    if (field !== first || taken || mounted.has(field) || field.form?.querySelector('pass-muster:not([for])')) continue;
    mounted.add(field);
    mountOn(field);
  }
}

mountAll();
// One observer for the page; a widget's own changes bring no new field and so end here.
new MutationObserver(mountAll).observe(document, { childList: true, subtree: true });
