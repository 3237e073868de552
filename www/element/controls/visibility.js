/** Show and hide what was typed, in the field and its repetition. */

import { listen } from '../../dom.js';
import { formOf, set } from '../form.js';
import { addButton } from './button.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/** @param {Controlled} controlled */
export function addVisibility(controlled) {
  const { field, confirm, say, word, signal } = controlled;
  const button = addButton(controlled, () => {
    show(field.type === 'password');
    say(word(field.type === 'password' ? 'hidden' : 'shown'));
  });
  button.setAttribute('aria-controls', field.id);
  const inputs = (confirm ? [field, confirm] : [field]).map((input) => ({ input, dir: input.getAttribute('dir') }));
  /** @param {boolean} visible */
  function show(visible) {
    for (const { input, dir } of inputs) {
      input.type = visible ? 'text' : 'password';
      // Or a page that runs from right to left would put the signs around a Latin password in another order.
      set(input, 'dir', dir ?? (visible ? 'auto' : null));
    }
    reword();
  }
  function reword() {
    button.textContent = word(field.type === 'password' ? 'show' : 'hide');
  }
  const hide = () => show(false);
  // Hidden again before a browser stores what was typed as text.
  const form = formOf(field);
  if (form) listen(form, 'submit', hide, { signal });
  signal.addEventListener('abort', hide);
  return { show, reword };
}
