/**
 * What makes the field easier to fill in: show and hide, a notice of Caps Lock, the comparison with the
 * second new-password field, and a password made at random. None of it needs the verdict.
 *
 * Everything is undone when `signal` aborts.
 */

import { listen, setTimeout, textOf } from './dom.js';

/**
 * @typedef {object} Extras
 * @property {HTMLInputElement} field
 * @property {HTMLInputElement | null} confirm The field that repeats the password.
 * @property {HTMLElement} actions Where the buttons go.
 * @property {string} rules The `passwordrules` that a field without its own was given.
 * @property {(of: 'caps-lock' | 'made', text: string) => void} note In a line below the words.
 * @property {(text: string) => void} say To those who cannot see.
 * @property {(name: string, count?: number) => string} word
 * @property {() => Promise<import('./passmuster.js').Passmuster>} load
 * @property {AbortSignal} signal
 */

/** Random characters where a passphrase does not fit; some 115 bits. */
const LENGTH = 20;

/** @param {Extras} extras */
export function addExtras(extras) {
  const visibility = addVisibility(extras);
  addCapsLock(extras);
  if (extras.confirm) addComparison(extras, extras.confirm);
  const suggestion = addSuggestion(extras, visibility);
  return {
    /** Words everything anew, in another language. */
    reword() {
      visibility.reword();
      suggestion.reword();
    },
  };
}

/** Sets an attribute, or takes it away where there is no value. @param {Element} element @param {string} name @param {string | null} value */
export function set(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/**
 * Describes a field by one element more.
 * @param {HTMLInputElement} input
 * @param {string} id
 * @param {AbortSignal} signal
 */
export function describeBy(input, id, signal) {
  const others = () => (input.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((other) => other && other !== id);
  set(input, 'aria-describedby', [...others(), id].join(' '));
  signal.addEventListener('abort', () => set(input, 'aria-describedby', others().join(' ')));
}

/**
 * Sets a field's value by the prototype's setter, for frameworks watch the field's own.
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function setValue(input, value) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
}

/**
 * Sets the words for which a field may not be sent, and takes back only those: what the page has set is the page's.
 * @param {HTMLInputElement} input
 */
export function validityOf(input) {
  let ours = '';
  /** @param {string} words None where it may be sent. */
  return (words) => {
    const { validity, validationMessage, willValidate } = input;
    // Firefox shows the first 256 characters. A field that is not validated now tells no words, so none can be told apart.
    const theirs = validity.customError && !(willValidate && validationMessage && ours.startsWith(validationMessage));
    if (theirs || (words === ours && validity.customError === Boolean(words))) return;
    input.setCustomValidity(words);
    ours = words;
  };
}

/** @param {Extras} extras @param {() => void} react */
function addButton({ actions, signal }, react) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passmuster-button';
  button.addEventListener('click', react, { signal });
  actions.append(button);
  return button;
}

/** @param {Extras} extras */
function addVisibility(extras) {
  const { field, confirm, say, word, signal } = extras;
  const button = addButton(extras, () => {
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
  if (field.form) listen(field.form, 'submit', hide, { signal });
  signal.addEventListener('abort', hide);
  return { show, reword };
}

/** @param {Extras} extras */
function addCapsLock({ field, confirm, note, word, signal }) {
  /** @param {Event} event */
  const look = (event) => {
    const on = event instanceof KeyboardEvent && event.getModifierState('CapsLock');
    note('caps-lock', on ? word('caps-lock') : '');
  };
  for (const input of [field, confirm]) {
    for (const type of ['keydown', 'keyup', 'blur']) input?.addEventListener(type, look, { signal });
  }
}

/** @param {Extras} extras @param {HTMLInputElement} confirm */
function addComparison({ field, say, word, signal }, confirm) {
  const message = document.createElement('p');
  message.className = 'passmuster-differs';
  message.id = `${field.id}-passmuster-differs`;
  confirm.after(message);
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
  describeBy(confirm, message.id, signal);
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
  const { form } = field;
  if (!form) return;
  listen(form, 'click', compare, { signal, capture: true });
  listen(form, 'reset', () => setTimeout(compare), { signal });
  // A script's submit clicks on nothing, and a form with novalidate asks nobody.
  listen(
    form,
    'submit',
    (event) => {
      compare();
      const asked = !event.submitter?.hasAttribute('formnovalidate') && confirm.form === form && !confirm.matches(':disabled');
      if (!asked || !message.textContent) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      confirm.reportValidity();
    },
    { signal, capture: true },
  );
}

/** @param {Extras} extras @param {{ show: (visible: boolean) => void }} visibility */
function addSuggestion(extras, visibility) {
  const { field, confirm, note, say, word, load, signal } = extras;
  let told = '';
  /** @param {string} text */
  const tell = (text) => {
    told = text;
    note('made', text);
    if (text) say(text);
  };
  const button = addButton(extras, suggest);
  const copy = addButton(extras, async () => {
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
      const { password } = await make(await load(), extras);
      if (signal.aborted || field.matches(':read-only')) return;
      const inputs = confirm ? [field, confirm] : [field];
      for (const input of inputs) setValue(input, password);
      for (const input of inputs) for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
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
  if (field.form) listen(field.form, 'reset', forget, { signal });
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
 * @param {import('./passmuster.js').Passmuster} muster
 * @param {Extras} extras
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
