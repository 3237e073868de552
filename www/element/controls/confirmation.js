/** Compares the field with the one that repeats it. */

import { listen, setTimeout, textOf } from '../../dom.js';
import { describeBy, formOf, set, validityOf } from '../form.js';
import { placeBelow } from '../placement.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/** @param {Controlled} controlled @param {HTMLInputElement} confirm */
export function addConfirmation({ field, say, word, signal }, confirm) {
  const message = document.createElement('p');
  message.className = 'passmuster-differs';
  message.id = `${field.id}-passmuster-differs`;
  placeBelow(message, confirm, (change) => change());
  const invalid = confirm.getAttribute('aria-invalid');
  const refuse = validityOf(confirm);
  const compare = () => {
    const differs = textOf(confirm) !== '' && textOf(confirm) !== textOf(field);
    const words = differs ? word('differs') : '';
    refuse(words);
    if (message.textContent !== words) {
      message.textContent = words;
      if (words) say(words);
    }
    set(confirm, 'aria-invalid', differs ? 'true' : confirm.value ? null : invalid);
  };
  describeBy(confirm, message, signal);
  // Compared when left, so that nobody is told of a difference while still typing; taken back at once.
  for (const input of [field, confirm]) {
    input.addEventListener('change', compare, { signal });
    input.addEventListener(
      'input',
      () => {
        if (message.textContent) compare();
      },
      { signal },
    );
  }
  signal.addEventListener('abort', () => {
    message.remove();
    refuse('');
    set(confirm, 'aria-invalid', invalid);
  });
  const form = formOf(field);
  if (!form) return;
  listen(form, 'click', compare, { signal, capture: true });
  listen(form, 'reset', () => setTimeout(compare), { signal });
  // A script's submit clicks on nothing, and a form with novalidate asks nobody.
  listen(
    form,
    'submit',
    (event) => {
      compare();
      const asked = !event.submitter?.hasAttribute('formnovalidate') && formOf(confirm) === form && !confirm.matches(':disabled');
      if (!asked || !message.textContent) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      confirm.reportValidity();
    },
    { signal, capture: true },
  );
}
