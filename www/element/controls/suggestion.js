/** A password made at random, or a better variation of what was typed, in both fields; and the way back. */

import { listen, setTimeout, textOf } from '../../dom.js';
import { announceChange, formOf, setValue } from '../form.js';
import { addButton, wordButton } from './button.js';

/** @typedef {import('./button.js').Controlled} Controlled */

/** Random characters where a passphrase does not fit; some 115 bits. */
const LENGTH = 20;
/** Milliseconds for which what was replaced is kept. */
const KEPT = 60_000;
/** Variations that are drawn until one is long enough. */
const DRAWS = 9;

/** @param {Controlled} controlled @param {{ show: (visible: boolean) => void }} visibility */
export function addSuggestion(controlled, visibility) {
  const { field, confirm, view, word, load, signal } = controlled;
  const inputs = confirm ? [field, confirm] : [field];
  /** What was replaced. @type {string[] | undefined} */
  let replaced;
  let wasVisible = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let keeping;
  let told = '';
  /** Whether a change of the fields is our own. */
  let ours = false;

  const button = addButton(controlled, () => fill(generate, ['made', 'made-both']));
  // Either of two that are never there at once, one upon the other.
  const either = document.createElement('span');
  either.className = 'passmuster-either';
  const after = document.createElement('span');
  view.parts.actions.append(either);
  either.append(after);
  const copy = addButton(
    controlled,
    async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        wordButton(controlled, copy, word('copied'), word('copy'));
        view.say(word('copied'));
      } catch {
        visibility.show(true);
        field.focus();
        field.select();
        tell(word('not-copied'));
      }
    },
    after,
  );
  const undo = addButton(controlled, takeBack, after);
  const better = addButton(controlled, () => fill(vary, ['varied', 'varied-both']), either);

  /** @param {string} text */
  function tell(text) {
    told = text;
    view.note('made', text);
    if (text) view.say(text);
  }

  /** @param {(muster: import('../../passmuster.js').Passmuster, controlled: Controlled) => Promise<string>} make @param {string[]} names Of what is said. */
  async function fill(make, names) {
    try {
      const before = inputs.map(textOf);
      const password = await make(await load(), controlled);
      // What was typed meanwhile is not for us to replace.
      if (signal.aborted || field.matches(':read-only') || textOf(field) !== before[0]) return;
      if (!replaced) wasVisible = field.type !== 'password';
      replaced ??= before;
      clearTimeout(keeping);
      keeping = setTimeout(forget, KEPT);
      put(inputs.map(() => password));
      visibility.show(true);
      reword(true);
      tell(word(names[inputs.length - 1]));
    } catch {
      tell(word('not-made'));
    }
  }

  /** @param {string[]} values */
  function put(values) {
    ours = true;
    for (const [place, input] of inputs.entries()) setValue(input, values[place]);
    for (const input of inputs) for (const type of /** @type {const} */ (['input', 'change'])) announceChange(input, type);
    ours = false;
  }

  function takeBack() {
    if (!replaced) return;
    const values = replaced;
    if (undo.matches(':focus')) button.focus();
    forget();
    put(values);
    visibility.show(wasVisible);
    reword(false);
    tell(values[0] ? word('undone') : '');
  }

  /** Keeps no password that is no longer in the field. */
  function forget() {
    clearTimeout(keeping);
    replaced = undefined;
    if (undo.matches(':focus')) button.focus();
    undo.hidden = true;
  }

  // What was typed since is no longer what was made.
  const change = () => {
    if (ours) return;
    forget();
    if (!told) return;
    tell('');
    reword(false);
  };
  for (const input of inputs) input.addEventListener('input', change, { signal });
  const form = formOf(field);
  if (form) {
    listen(form, 'reset', change, { signal });
    listen(form, 'submit', forget, { signal, capture: true });
  }
  addEventListener('pagehide', forget, { signal });
  signal.addEventListener('abort', forget);
  // Where nothing else has a change of its own to take back.
  document.addEventListener(
    'keydown',
    (event) => {
      const { ctrlKey, metaKey, shiftKey, altKey, key } = event;
      const target = /** @type {Node} */ (event.composedPath()[0]);
      const here =
        target === document.body || inputs.includes(/** @type {any} */ (target)) || view.parts.actions.contains(target);
      if (!replaced || !here || !(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== 'z') return;
      event.preventDefault();
      takeBack();
    },
    { signal },
  );

  function reword(made = !copy.hidden) {
    const words = [word('suggest'), word('suggest-another')];
    if (made) words.reverse();
    wordButton(controlled, button, words[0], words[1]);
    wordButton(controlled, copy, word('copy'), word('copied'));
    view.write(undo, word('undo'));
    view.write(better, word('vary'));
    copy.hidden = !made;
    undo.hidden = !replaced;
  }
  copy.hidden = undo.hidden = better.hidden = true;
  view.onVariable((variable) => {
    better.hidden = !variable || ownRules(controlled) !== '';
  });
  return { reword };
}

/** The `passwordrules` that the page gave. @param {Controlled} controlled */
function ownRules({ field, settings: { rules } }) {
  const given = field.getAttribute('passwordrules') ?? '';
  return given === rules ? '' : given;
}

/** @param {HTMLInputElement} field */
const mostOf = (field) => (field.maxLength > 0 ? field.maxLength : Infinity);

/**
 * A passphrase; random characters where the field has rules of its own or no room for one, and where its words, which are
 * English, are not the reader's.
 * @param {import('../../passmuster.js').Passmuster} muster
 * @param {Controlled} controlled
 */
async function generate(muster, controlled) {
  const { field, isEnglish } = controlled;
  const passwordrules = ownRules(controlled);
  const most = mostOf(field);
  if (!passwordrules && isEnglish()) {
    const { password } = await muster.generate();
    if (password.length <= most && password.length >= field.minLength) return password;
  }
  const { password } = await muster.generate({ length: Math.min(Math.max(LENGTH, field.minLength), most), passwordrules });
  return password;
}

/** @param {import('../../passmuster.js').Passmuster} muster @param {Controlled} controlled */
async function vary(muster, { field, settings: { minLength, minScore }, known }) {
  const [currentPassword, ...context] = known().split('\n');
  for (let draw = 0; draw < DRAWS; draw++) {
    const { password } = await muster.vary(textOf(field), { minScore, context, currentPassword });
    if (password.length >= minLength && password.length <= mostOf(field)) return password;
  }
  throw new RangeError('no variation fits');
}
