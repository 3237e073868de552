/**
 * Mounts `<pass-muster>` on every `input[autocomplete~="new-password"]` of the page, those added later too.
 * A form's second such field repeats the first and gets none. Fields in the open shadow root of an element that has the
 * `autocomplete` itself are found; `mount()` in other shadow roots.
 *
 * @module passmuster/auto
 */

import { find, setTimeout } from './dom.js';
import { mountOn } from './element.js';
import { NEW_PASSWORD, fieldsOf, formOf, inputOf } from './element/form.js';

/** Custom elements that may wrap a field. */
const WRAPPED = '[autocomplete~="new-password" i]:not(input)';

/** The fields that have, or had, a widget, and what may wrap one. @type {WeakSet<Element>} */
const seen = new WeakSet();

function mountAll() {
  for (const element of document.querySelectorAll(`${NEW_PASSWORD},${WRAPPED}`)) {
    const field = inputOf(element);
    if (!(field instanceof HTMLInputElement)) {
      // Its own field comes once it is defined, and has rendered.
      if (!seen.has(element) && element.localName.includes('-'))
        customElements.whenDefined(element.localName).then(() => setTimeout(mountAll, 50));
      seen.add(element);
      continue;
    }
    const form = formOf(field);
    if (seen.has(field) || (form && fieldsOf(form)[0] !== field)) continue;
    seen.add(field);
    const own = element.id && document.querySelector(`pass-muster[for="${CSS.escape(element.id)}"]`);
    if (own || (form && find(form, 'pass-muster'))) continue;
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
