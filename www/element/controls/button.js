/**
 * What the controls are given.
 * @typedef {object} Controlled
 * @property {import('../element.js').PassMusterElement} element Which of them are wanted.
 * @property {HTMLInputElement} field
 * @property {HTMLInputElement | null} confirm The field that repeats the password.
 * @property {HTMLElement} actions Where the buttons go.
 * @property {string} rules The `passwordrules` that a field without its own was given.
 * @property {(of: 'caps-lock' | 'made', text: string) => void} note In a line below the words.
 * @property {(text: string) => void} say To those who cannot see.
 * @property {(name: string, count?: number) => string} word
 * @property {() => Promise<import('../../passmuster.js').Passmuster>} load
 * @property {AbortSignal} signal Everything is undone when it aborts.
 */

/** @param {Controlled} controlled @param {() => void} react */
export function addButton({ actions, signal }, react) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passmuster-button';
  button.addEventListener('click', react, { signal });
  actions.append(button);
  return button;
}
