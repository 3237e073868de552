/** A notice of Caps Lock. */

/** @typedef {import('./button.js').Controlled} Controlled */

/** @param {Controlled} controlled */
export function addCapsLock({ field, confirm, note, word, signal }) {
  /** @param {Event} event */
  const look = (event) => {
    const on = event instanceof KeyboardEvent && event.getModifierState('CapsLock');
    note('caps-lock', on ? word('caps-lock') : '');
  };
  for (const input of [field, confirm]) {
    for (const type of ['keydown', 'keyup', 'blur']) input?.addEventListener(type, look, { signal });
  }
}
