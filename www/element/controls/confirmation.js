/** Compares the field with the one that repeats it. */

import { listen, setTimeout, textOf } from '../../dom.js';
import { describeBy, formOf, set, validityOf } from '../form.js';
import { placeBelow } from '../placement.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/**
 * @param {Controlled} controlled
 * @param {HTMLInputElement} confirm
 * @returns {(words: string) => void} Notes something else at that field.
 */
export function addConfirmation({ field, view, word, signal }, confirm) {
  const message = document.createElement('p');
  message.className = 'passmuster-differs';
  message.id = `${field.id}-passmuster-differs`;
  const below = document.createElement('div');
  below.className = 'passmuster-below';
  // Behind the fields, so that nobody comes by it on the way from one to the other.
  below.append(message, view.parts.factor);
  placeBelow(below, confirm, (change) => change());
  /** That they differ, or what else is to be noted. */
  let told = '';
  let noted = '';
  const write = () => view.write(message, told || noted);
  const invalid = confirm.getAttribute('aria-invalid');
  const refuse = validityOf(confirm);
  const compare = () => {
    const differs = textOf(confirm) !== '' && textOf(confirm) !== textOf(field);
    const words = differs ? word('differs') : '';
    refuse(words);
    if (words && told !== words) view.say(words);
    told = words;
    write();
    set(confirm, 'aria-invalid', differs ? 'true' : confirm.value ? null : invalid);
  };
  describeBy(confirm, message, signal);
  // Compared when left, so that nobody is told of a difference while still typing; taken back at once.
  for (const input of [field, confirm]) {
    input.addEventListener('change', compare, { signal });
    input.addEventListener(
      'input',
      () => {
        if (told) compare();
      },
      { signal },
    );
  }
  signal.addEventListener('abort', () => {
    below.remove();
    refuse('');
    set(confirm, 'aria-invalid', invalid);
  });
  const form = formOf(field);
  const note = (/** @type {string} */ words) => {
    noted = words;
    write();
  };
  if (!form) return note;
  listen(form, 'click', compare, { signal, capture: true });
  listen(form, 'reset', () => setTimeout(compare), { signal });
  // A script's submit clicks on nothing, and a form with novalidate asks nobody.
  listen(
    form,
    'submit',
    (event) => {
      compare();
      const asked = !event.submitter?.hasAttribute('formnovalidate') && formOf(confirm) === form && !confirm.matches(':disabled');
      if (!asked || !told) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      confirm.reportValidity();
    },
    { signal, capture: true },
  );
  return note;
}
