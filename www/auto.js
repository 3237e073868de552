/**
 * Mounts `<pass-muster>` on every `input[autocomplete~="new-password"]` of the page, those added later too.
 * A form's second such field repeats the first and gets none. What stands in a shadow root is not seen from
 * here: `mount()` there.
 *
 * @module passmuster/auto
 */

import { find } from './dom.js';
import { NEW_PASSWORD, fieldsOf, mountOn } from './element.js';

/** The fields that have, or had, a widget. @type {WeakSet<HTMLInputElement>} */
const seen = new WeakSet();

function mountAll() {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(NEW_PASSWORD))) {
    if (seen.has(field) || (field.form && fieldsOf(field.form)[0] !== field)) continue;
    seen.add(field);
    const own = field.id && document.querySelector(`pass-muster[for="${CSS.escape(field.id)}"]`);
    if (own || (field.form && find(field.form, 'pass-muster:not([for])'))) continue;
    try {
      mountOn(field);
    } catch (error) {
      // What is wrong with one field must not keep the others from theirs.
      reportError(error);
    }
  }
}

// On a server there is no page.
if (globalThis.document) {
  mountAll();
  // One observer for the page; a widget's own changes bring no new field and so end here.
  new MutationObserver(mountAll).observe(document, { childList: true, subtree: true });
}
