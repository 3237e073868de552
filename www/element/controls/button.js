/**
 * What the controls are given.
 * @typedef {object} Controlled
 * @property {import('../element.js').PassMusterElement} element Which of them are wanted.
 * @property {HTMLInputElement} field
 * @property {HTMLInputElement | null} confirm The field that repeats the password.
 * @property {ReturnType<typeof import('../view.js').makeView>} view
 * @property {{ rules: string, minLength: number, minScore: number }} settings With the `passwordrules` that a field without its own was given.
 * @property {() => string} known What an attacker knows, a line each, the current password first.
 * @property {() => boolean} isEnglish Whether the page's words are English.
 * @property {(name: string, count?: number) => string} word
 * @property {() => Promise<import('../../passmuster.js').Passmuster>} load
 * @property {AbortSignal} signal Everything is undone when it aborts.
 */

/** @param {Controlled} controlled @param {() => void} react @param {HTMLElement} [group] */
export function addButton({ view, signal }, react, group = view.parts.actions) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passmuster-button';
  button.addEventListener('click', react, { signal });
  group.append(button);
  return button;
}

/**
 * Words a button, which is as wide as the wider of the words that it has by turns: what stands after it stays.
 * @param {Controlled} controlled
 * @param {HTMLElement} button
 * @param {string} words
 * @param {string} others
 */
export function wordButton({ view }, button, words, others) {
  view.write(button, words);
  if (button.dataset.others !== others) button.dataset.others = others;
}
