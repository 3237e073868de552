/** A notice of Caps Lock, at the field in which it is on. */

/** @typedef {import('./button.js').Controlled} Controlled */

/** @param {Controlled} controlled @param {(words: string) => void} [noteAtConfirm] */
export function addCapsLock({ field, confirm, view, word, signal }, noteAtConfirm) {
  /** @param {HTMLInputElement} input @param {(words: string) => void} note */
  const watch = (input, note) => {
    /** @param {Event} event */
    const look = (event) => {
      const on = event instanceof KeyboardEvent && event.getModifierState('CapsLock');
      note(on ? word('caps-lock') : '');
    };
    for (const type of ['keydown', 'keyup', 'blur']) input.addEventListener(type, look, { signal });
  };
  watch(field, (words) => view.note('caps-lock', words));
  if (confirm && noteAtConfirm) watch(confirm, noteAtConfirm);
}
