/** A password made at random, in both fields. */

import { listen } from '../../dom.js';
import { announceChange, formOf, setValue } from '../form.js';
import { addButton } from './button.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/** Random characters where a passphrase does not fit; some 115 bits. */
const LENGTH = 20;

/** @param {Controlled} controlled @param {{ show: (visible: boolean) => void }} visibility */
export function addSuggestion(controlled, visibility) {
  const { field, confirm, note, say, word, load, signal } = controlled;
  let told = '';
  /** @param {string} text */
  const tell = (text) => {
    told = text;
    note('made', text);
    if (text) say(text);
  };
  const button = addButton(controlled, suggest);
  const copy = addButton(controlled, async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      copy.textContent = word('copied');
      say(word('copied'));
    } catch {
      visibility.show(true);
      field.focus();
      field.select();
      tell(word('not-copied'));
    }
  });

  async function suggest() {
    try {
      const { password } = await make(await load(), controlled);
      if (signal.aborted || field.matches(':read-only')) return;
      const inputs = confirm ? [field, confirm] : [field];
      for (const input of inputs) setValue(input, password);
      for (const input of inputs) for (const type of /** @type {const} */ (['input', 'change'])) announceChange(input, type);
      visibility.show(true);
      reword(true);
      tell(word(confirm ? 'made-both' : 'made'));
    } catch {
      tell(word('not-made'));
    }
  }
  // What was typed since is no longer what was made.
  const forget = () => {
    if (!told) return;
    tell('');
    reword(false);
  };
  field.addEventListener('input', forget, { signal });
  const form = formOf(field);
  if (form) listen(form, 'reset', forget, { signal });
  function reword(made = !copy.hidden) {
    button.textContent = word(made ? 'suggest-another' : 'suggest');
    copy.textContent = word('copy');
    copy.hidden = !made;
  }
  copy.hidden = true;
  return { reword };
}

/**
 * A passphrase, or random characters where the field has rules of its own or no room for one.
 * @param {import('../../passmuster.js').Passmuster} muster
 * @param {Controlled} controlled
 */
async function make(muster, { field, rules }) {
  const most = field.maxLength > 0 ? field.maxLength : Infinity;
  const given = field.getAttribute('passwordrules') ?? '';
  const passwordrules = given === rules ? '' : given;
  if (!passwordrules) {
    const generated = await muster.generate();
    if (generated.password.length <= most && generated.password.length >= field.minLength) return generated;
  }
  return muster.generate({ length: Math.min(Math.max(LENGTH, field.minLength), most), passwordrules });
}
