/** Show and hide what was typed, in the field and its repetition. */

import { listen } from '../../dom.js';
import { formOf, set } from '../form.js';
import { addButton, wordButton } from './button.js';
import { pageShows } from './own-show.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/** @param {Controlled} controlled */
export function addVisibility(controlled) {
  const { element, field, confirm, view, word, signal } = controlled;
  const button = addButton(controlled, () => {
    show(field.type === 'password');
    view.say(word(field.type === 'password' ? 'hidden' : 'shown'));
  });
  button.setAttribute('aria-controls', field.id);
  const wanted = element.showPassword;
  button.hidden = wanted === 'off';
  let { type } = field;
  // The page's own may come later, or be known by what it does alone.
  const look = () => {
    if (wanted === 'auto') button.hidden ||= field.type !== type || pageShows(field, [word('show'), word('hide')]);
    type = field.type;
  };
  const observer = new MutationObserver(look);
  observer.observe(field, { attributeFilter: ['type'] });
  signal.addEventListener('abort', () => observer.disconnect());
  field.addEventListener('focus', look, { signal });
  const inputs = (confirm ? [field, confirm] : [field]).map((input) => ({ input, dir: input.getAttribute('dir') }));
  /** @param {boolean} visible */
  function show(visible) {
    for (const { input, dir } of inputs) {
      input.type = visible ? 'text' : 'password';
      type = field.type;
      // Or a page that runs from right to left would put the signs around a Latin password in another order.
      set(input, 'dir', dir ?? (visible ? 'auto' : null));
    }
    reword();
  }
  function reword() {
    const words = [word('show'), word('hide')];
    if (field.type !== 'password') words.reverse();
    wordButton(controlled, button, words[0], words[1]);
    look();
  }
  const hide = () => show(false);
  // Hidden again before a browser stores what was typed as text.
  const form = formOf(field);
  if (form) listen(form, 'submit', hide, { signal });
  signal.addEventListener('abort', hide);
  return { show, reword };
}
