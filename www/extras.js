/**
 * What makes the field easier to fill in: show and hide, a notice of Caps Lock, the comparison with the
 * second new-password field, and a password made at random. None of it needs the verdict.
 *
 * Everything is undone when `signal` aborts.
 */

/**
 * @typedef {object} Extras
 * @property {HTMLInputElement} field
 * @property {HTMLInputElement | null} confirm The field that repeats the password.
 * @property {HTMLElement} actions Where the buttons go.
 * @property {HTMLElement} note A line below the words.
 * @property {(text: string) => void} say To those who cannot see.
 * @property {(name: string, count?: number) => string} word
 * @property {() => Promise<import('./passmuster.js').Passmuster>} load
 * @property {AbortSignal} signal
 */

/** Random characters where a passphrase does not fit; some 120 bits. */
const LENGTH = 20;

/** @param {Extras} extras */
export function addExtras(extras) {
  const visibility = addVisibility(extras);
  addCapsLock(extras);
  const compare = extras.confirm ? addComparison(extras, extras.confirm) : () => {};
  const suggestion = addSuggestion(extras, visibility, compare);
  return {
    /** Words everything anew, in another language. */
    reword() {
      visibility.reword();
      suggestion.reword();
    },
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
  /** @param {boolean} visible */
  function show(visible) {
    for (const input of [field, confirm]) if (input) input.type = visible ? 'text' : 'password';
    reword();
  }
  function reword() {
    button.textContent = word(field.type === 'password' ? 'show' : 'hide');
  }
  const hide = () => show(false);
  // Hidden again before a browser stores what was typed as text, and when the page is seen again.
  field.form?.addEventListener('submit', hide, { signal });
  addEventListener('pageshow', (event) => { if (event.persisted) hide(); }, { signal });
  signal.addEventListener('abort', hide);
  reword();
  return { show, reword };
}

/** @param {Extras} extras */
function addCapsLock({ field, note, word, signal }) {
  /** @param {Event} event */
  const look = (event) => {
    const on = event instanceof KeyboardEvent && event.getModifierState('CapsLock');
    const text = on ? word('caps-lock') : '';
    if (on || note.dataset.of === 'caps-lock') {
      note.textContent = text;
      note.dataset.of = on ? 'caps-lock' : '';
    }
  };
  for (const type of ['keydown', 'keyup', 'blur']) field.addEventListener(type, look, { signal });
}

/** @param {Extras} extras @param {HTMLInputElement} confirm */
function addComparison({ field, say, word, signal }, confirm) {
  const message = document.createElement('p');
  message.className = 'passmuster-differs';
  message.id = `${field.id}-passmuster-differs`;
  confirm.after(message);
  const compare = () => {
    const differs = confirm.value !== '' && confirm.value !== field.value;
    const words = differs ? word('differs') : '';
    confirm.setCustomValidity(words);
    if (message.textContent !== words) {
      message.textContent = words;
      if (words) say(words);
    }
    if (differs) confirm.setAttribute('aria-invalid', 'true');
    else confirm.removeAttribute('aria-invalid');
  };
  confirm.setAttribute('aria-describedby', `${confirm.getAttribute('aria-describedby') ?? ''} ${message.id}`.trim());
  // Compared when left, so that nobody is told of a difference while still typing; taken back at once.
  confirm.addEventListener('change', compare, { signal });
  for (const input of [field, confirm]) {
    input.addEventListener('input', () => { if (message.textContent || input === field) compare(); }, { signal });
  }
  field.form?.addEventListener('click', compare, { signal, capture: true });
  field.form?.addEventListener('reset', () => setTimeout(compare), { signal });
  signal.addEventListener('abort', () => {
    message.remove();
    confirm.setCustomValidity('');
    confirm.removeAttribute('aria-invalid');
    const others = confirm.getAttribute('aria-describedby')?.split(' ').filter((id) => id !== message.id).join(' ');
    if (others) confirm.setAttribute('aria-describedby', others);
    else confirm.removeAttribute('aria-describedby');
  });
  return compare;
}

/**
 * @param {Extras} extras
 * @param {{ show: (visible: boolean) => void }} visibility
 * @param {() => void} compare
 */
function addSuggestion(extras, visibility, compare) {
  const { field, confirm, note, say, word, load } = extras;
  let made = '';
  const button = addButton(extras, suggest);
  const copy = addButton(extras, async () => {
    await navigator.clipboard?.writeText(field.value);
    say(word('copied'));
    copy.textContent = word('copied');
  });
  copy.hidden = true;

  async function suggest() {
    try {
      const { password, bits } = await make(await load(), field);
      for (const input of [field, confirm]) {
        if (!input) continue;
        // By the prototype's setter, for frameworks watch the field's own.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, password);
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
      }
      visibility.show(true);
      compare();
      made = word('made', Math.floor(bits));
      copy.hidden = !navigator.clipboard;
    } catch {
      made = word('not-made');
    }
    note.textContent = made;
    note.dataset.of = 'made';
    say(made);
    reword();
  }
  // What was typed since is no longer what was made.
  field.addEventListener('input', (event) => {
    if (!event.isTrusted || note.dataset.of !== 'made') return;
    note.textContent = '';
    note.dataset.of = '';
    copy.hidden = true;
  }, { signal: extras.signal });
  function reword() {
    button.textContent = word(made ? 'suggest-another' : 'suggest');
    copy.textContent = word('copy');
  }
  reword();
  return { reword };
}

/**
 * A passphrase, or random characters where the field has rules or no room for one.
 * @param {import('./passmuster.js').Passmuster} muster
 * @param {HTMLInputElement} field
 */
async function make(muster, field) {
  const most = field.maxLength > 0 ? field.maxLength : Infinity;
  const passwordrules = field.getAttribute('passwordrules') ?? '';
  if (!passwordrules) {
    const generated = await muster.generate();
    if (generated.password.length <= most && generated.password.length >= field.minLength) return generated;
  }
  return muster.generate({ length: Math.min(Math.max(LENGTH, field.minLength), most), passwordrules });
}
