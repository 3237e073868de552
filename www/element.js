/**
 * `<pass-muster>`: says beside a field how strong its new password is and whether it has leaked.
 *
 * ```html
 * <label for="new">New password</label>
 * <input id="new" type="password" autocomplete="new-password">
 * <pass-muster for="new"></pass-muster>
 * ```
 *
 * The element makes what is seen, finds the form's fields, fetches the wasm when it is first wanted and words
 * the messages. What is said when, and what becomes of a submit, is decided in Rust: src/widget/.
 *
 * @module passmuster/element
 */

import { addExtras } from './extras.js';
import { catalogueFor } from './locales/index.js';
import { endpointUrl, load } from './passmuster.js';
import { word } from './words.js';

/** @typedef {import('./passmuster.js').Engine} Engine */

/**
 * Where a new password stands.
 * @typedef {'empty' | 'weak' | 'reused' | 'breached' | 'checking' | 'unverified' | 'accepted'} VerdictName
 *
 * The `detail` of a `passmuster-verdict` event. Nothing in it tells the password.
 * @typedef {object} Verdict
 * @property {VerdictName} verdict
 * @property {number} score 0 to 4.
 * @property {number} guessesLog10 log10 of the number of guesses.
 * @property {{ status: 'found' | 'clear' | 'unknown', count: number, reason: string | null } | null} breach
 *   `null` where nobody has asked, or has answered yet.
 *
 * What `mount()` takes: the element's properties.
 * @typedef {object} Options
 * @property {string | null} [endpoint] Where to ask; the five-digit prefix is appended. Have I Been Pwned's unless given.
 * @property {'on' | 'off'} [breach] Whether leaks are looked up. On unless `off`.
 * @property {number} [timeout] Milliseconds that an answer may take, 3,000 unless given.
 * @property {number} [pause] Milliseconds of rest after which a password has settled, 800 unless given.
 * @property {number} [minScore] The least score, 3 unless given.
 * @property {boolean} [soleFactor] Whether the password is the only factor: 15 characters at least, and not 8.
 * @property {'allow' | 'block'} [onUnavailable] What becomes of a strong password whose leaks cannot be known.
 * @property {Engine} [engine] `muster` unless given.
 * @property {string | null} [secondFactorHref] Where a second factor is added; offered once the password is accepted.
 * @property {readonly string[]} [context] What an attacker knows besides the form's own fields.
 * @property {import('./words.js').Messages} [messages] Messages of one's own.
 */

const NEW_PASSWORD = 'input[autocomplete~="new-password"]';
const CURRENT_PASSWORD = 'input[autocomplete~="current-password"]';
/** The fields of a form that tell who its owner is. */
const OWNER = ['username', 'email', 'name', 'given-name', 'family-name', 'nickname', 'organization', 'tel', 'bday']
  .map((token) => `input[autocomplete~="${token}"]`)
  .concat('input[type="email"]')
  .join();

/** NIST SP 800-63B-4: the minimum lengths of a password beside a second factor and alone. */
const MIN_LENGTH = 8;
const MIN_LENGTH_SOLE_FACTOR = 15;
/** A password longer than this in UTF-16 units is long enough whatever its graphemes are. */
const COUNTED_LENGTH = 256;

/**
 * What the widget in Rust knows of the page; the whole of it is `Host` in src/widget/dom.rs.
 * @typedef {Parts & { engine: Engine }} Host
 */
/** @typedef {Record<'meter' | 'headline' | 'reason' | 'suggestions' | 'status' | 'note' | 'factor' | 'actions', HTMLElement>} Parts */

let instances = 0;

/**
 * An element as an error names it: its start tag, without values that people typed.
 * @param {unknown} thing
 */
function describe(thing) {
  if (!(thing instanceof Element)) return thing === null ? 'null' : typeof thing;
  const attributes = ['id', 'name', 'type', 'autocomplete', 'for']
    .filter((name) => thing.hasAttribute(name))
    .map((name) => ` ${name}="${thing.getAttribute(name)}"`);
  return `<${thing.localName}${attributes.join('')}>`;
}

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** Beside a field, how strong its new password is and whether it has leaked. */
export class PassMusterElement extends Base {
  static observedAttributes = [
    'for', 'endpoint', 'breach', 'timeout', 'pause', 'min-score', 'sole-factor', 'on-unavailable', 'engine',
    'second-factor-href',
  ];

  /** What an attacker knows besides the form's own fields. @type {readonly string[]} */
  context = [];
  /** Messages of one's own, in the place of the catalogue's. @type {import('./words.js').Messages} */
  messages = {};
  /** The catalogue of the page's language; none for English, which is built in. @type {import('./words.js').Messages} */
  #catalogue = {};

  /** @type {HTMLInputElement | null} */
  #field = null;
  /** @type {import('./passmuster_wasm.js').Widget | null} */
  #widget = null;
  /** Undoes what connecting did. @type {AbortController | null} */
  #connected = null;
  /** @type {Verdict | null} */
  #verdict = null;

  /** The `id` of the field; without it, the first new-password field of the form around. */
  get htmlFor() { return this.getAttribute('for') ?? ''; }
  set htmlFor(id) { this.setAttribute('for', id); }

  /** The range endpoint; the five-digit prefix is appended. `null` for Have I Been Pwned's. */
  get endpoint() { return this.getAttribute('endpoint'); }
  set endpoint(url) { this.#set('endpoint', url); }

  /** Whether leaks are looked up: `on` or `off`. */
  get breach() { return /** @type {'on' | 'off'} */ (this.#choice('breach', ['on', 'off'])); }
  set breach(state) { this.#set('breach', state); }

  /** Milliseconds that an answer may take. */
  get timeout() { return this.#number('timeout', 3_000, 100, 60_000); }
  set timeout(milliseconds) { this.#set('timeout', milliseconds); }

  /** Milliseconds of rest after which a password has settled. */
  get pause() { return this.#number('pause', 800, 0, 60_000); }
  set pause(milliseconds) { this.#set('pause', milliseconds); }

  /** The least score, 0 to 4. */
  get minScore() { return this.#number('min-score', 3, 0, 4); }
  set minScore(score) { this.#set('min-score', score); }

  /** Whether the password is the only factor. */
  get soleFactor() { return this.hasAttribute('sole-factor'); }
  set soleFactor(sole) { this.toggleAttribute('sole-factor', Boolean(sole)); }

  /** What becomes of a strong password whose leaks cannot be known: `allow` or `block`. */
  get onUnavailable() { return /** @type {'allow' | 'block'} */ (this.#choice('on-unavailable', ['allow', 'block'])); }
  set onUnavailable(choice) { this.#set('on-unavailable', choice); }

  /** The engine that estimates: `muster` or `zxcvbn`. */
  get engine() { return /** @type {Engine} */ (this.#choice('engine', ['muster', 'zxcvbn'])); }
  set engine(engine) { this.#set('engine', engine); }

  /** Where a second factor is added; offered once the password is accepted. */
  get secondFactorHref() { return this.getAttribute('second-factor-href'); }
  set secondFactorHref(url) { this.#set('second-factor-href', url); }

  /** Where the password stands, or `null` before anybody knows. */
  get verdict() { return this.#verdict; }

  /** Looks at the field now, as after a change that fired no event. */
  check() { this.#widget?.check(); }

  /** Starts over, as on an empty field. */
  reset() {
    if (!this.#field) return;
    this.#field.value = '';
    this.check();
  }

  /** Leaves the page, and the field as it was. */
  destroy() { this.remove(); }

  connectedCallback() {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    if (this.#findField() || document.readyState !== 'loading') {
      this.#connect(signal);
    } else {
      // The field may come after the element.
      document.addEventListener('DOMContentLoaded', () => this.#connect(signal), { signal });
    }
  }

  disconnectedCallback() {
    this.#connected?.abort();
    this.#connected = null;
    const widget = this.#widget;
    this.#widget = null;
    // Once the widget's own code is done, which may be what told the page that took the element out.
    queueMicrotask(() => widget?.free());
    this.#verdict = null;
    this.#field = null;
    this.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (!this.#connected || before === after) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** @param {AbortSignal} signal Aborted when the element leaves the page. */
  #connect(signal) {
    const field = this.#findField();
    if (!field) {
      const expected = this.htmlFor ? `an <input> with id="${this.htmlFor}"` : `a form around it with ${NEW_PASSWORD}, or a for attribute`;
      throw new TypeError(`${describe(this)}: expected ${expected}, found none`);
    }
    this.#field = field;
    const parts = this.#skeleton(field, signal);
    const host = this.#host(field, parts);
    const extras = addExtras({
      field,
      confirm: /** @type {HTMLInputElement | null} */ (
        [...(field.form?.querySelectorAll(NEW_PASSWORD) ?? [])].find((other) => other !== field) ?? null
      ),
      actions: parts.actions,
      note: parts.note,
      say: (text) => { parts.status.textContent = text; },
      word: (name, count) => this.#word('element', name, count),
      load: () => load({ engine: host.engine }),
      signal,
    });
    this.#speak(parts, extras, signal);
    const start = () => this.#start(host, signal);
    field.addEventListener('focus', start, { once: true, signal });
    field.addEventListener('input', start, { once: true, signal });
    if (document.activeElement === field || field.value) start();
    else if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 5_000 });
    else setTimeout(start, 2_000);
  }

  #findField() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const field = this.htmlFor ? root.getElementById?.(this.htmlFor) : this.closest('form')?.querySelector(NEW_PASSWORD);
    return field instanceof HTMLInputElement ? field : null;
  }

  /**
   * What is seen, and the field's tie to it.
   * @param {HTMLInputElement} field
   * @param {AbortSignal} signal
   */
  #skeleton(field, signal) {
    const id = `passmuster-${++instances}`;
    /** @param {string} tag @param {string} name @param {Record<string, string>} [attributes] */
    const make = (tag, name, attributes = {}) => {
      const element = document.createElement(tag);
      element.className = `passmuster-${name}`;
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const meter = make('div', 'meter', {
      role: 'meter', 'aria-valuemin': '0', 'aria-valuemax': '4', 'aria-valuenow': '0',
    });
    for (let segment = 0; segment < 4; segment++) meter.append(make('span', 'segment'));
    const words = make('div', 'words', { id });
    const headline = make('p', 'headline');
    const reason = make('p', 'reason');
    const suggestions = make('p', 'suggestions');
    words.append(headline, reason, suggestions);
    // There before it speaks, or some screen readers do not hear the first words.
    const status = make('div', 'status', { role: 'status' });
    const factor = make('a', 'factor', { hidden: '', href: this.secondFactorHref ?? '' });
    const note = make('p', 'note');
    const actions = make('div', 'actions');
    words.append(note, factor);
    this.replaceChildren(meter, words, actions, status);

    const described = field.getAttribute('aria-describedby');
    field.setAttribute('aria-describedby', described ? `${described} ${id}` : id);
    signal.addEventListener('abort', () => {
      const rest = field.getAttribute('aria-describedby')?.split(/\s+/).filter((other) => other !== id).join(' ');
      if (rest) field.setAttribute('aria-describedby', rest);
      else field.removeAttribute('aria-describedby');
    });
    this.#prepare(field, signal);
    // The repetition is shown with it.
    for (const other of field.form?.querySelectorAll(NEW_PASSWORD) ?? []) this.#prepare(/** @type {HTMLInputElement} */ (other), signal);
    return { meter, headline, reason, suggestions, status, note, factor, actions };
  }

  /**
   * Sets what a field for a new password should have and this one lacks.
   * @param {HTMLInputElement} field
   * @param {AbortSignal} signal
   */
  #prepare(field, signal) {
    const missing = Object.entries({ autocomplete: 'new-password', spellcheck: 'false', autocapitalize: 'none' })
      .filter(([name]) => !field.hasAttribute(name));
    for (const [name, value] of missing) field.setAttribute(name, value);
    signal.addEventListener('abort', () => missing.forEach(([name]) => field.removeAttribute(name)));
  }

  /**
   * Words what does not change while somebody types, and everything anew once the catalogue of the page's
   * language has come.
   * @param {Parts} parts
   * @param {{ reword: () => void }} extras
   * @param {AbortSignal} signal
   */
  async #speak(parts, extras, signal) {
    const reword = () => {
      parts.meter.setAttribute('aria-label', this.#word('element', 'meter'));
      parts.factor.textContent = this.#word('element', 'second-factor');
      if (this.#widget) {
        this.#widget.reword();
      } else {
        parts.headline.textContent = this.#word('headline', 'empty');
        parts.reason.textContent = this.#word('reason', 'empty');
      }
      extras.reword();
    };
    reword();
    const catalogue = catalogueFor(this.#language());
    if (!catalogue) return;
    try {
      this.#catalogue = (await catalogue()).default;
    } catch {
      return; // English is better than nothing.
    }
    if (!signal.aborted) reword();
  }

  #language() {
    return this.closest('[lang]')?.getAttribute('lang') || 'en';
  }

  /**
   * What the widget in Rust knows of the page.
   * @param {HTMLInputElement} field
   * @param {Parts} parts
   */
  #host(field, parts) {
    const segmenter = Intl.Segmenter && new Intl.Segmenter();
    return {
      ...parts,
      field,
      form: field.form ?? undefined,
      endpoint: this.breach === 'off' ? undefined : endpointUrl(this.endpoint ?? undefined, describe(this)),
      timeout: this.timeout,
      pause: this.pause,
      minScore: this.minScore,
      minLength: this.soleFactor ? Math.max(MIN_LENGTH_SOLE_FACTOR, field.minLength) : field.minLength > 0 ? field.minLength : MIN_LENGTH,
      blockUnverified: this.onUnavailable === 'block',
      engine: this.engine,
      year: new Date().getFullYear(),
      length: () => {
        const { value } = field;
        // Printable ASCII is one unit a grapheme.
        return segmenter && value.length <= COUNTED_LENGTH && /[^ -~]/.test(value) ? [...segmenter.segment(value)].length : value.length;
      },
      known: () => {
        const form = field.form;
        /** @param {string} selector */
        const values = (selector) => [.../** @type {NodeListOf<HTMLInputElement>} */ (form?.querySelectorAll(selector) ?? [])]
          .map((input) => input.value);
        const current = values(CURRENT_PASSWORD)[0] ?? '';
        return [current, ...values(OWNER), location.hostname, ...(this.context ?? [])]
          .map((line) => String(line ?? '').replaceAll('\n', ' '))
          .join('\n');
      },
      word: this.#word.bind(this),
      /**
       * @param {VerdictName} verdict @param {number} score @param {number} guessesLog10
       * @param {'found' | 'clear' | 'unknown' | undefined} status @param {number} count @param {string | undefined} reason
       */
      tell: (verdict, score, guessesLog10, status, count, reason) => {
        const breach = status ? { status, count, reason: reason ?? null } : null;
        this.#verdict = { verdict, score, guessesLog10, breach };
        const hidden = verdict !== 'accepted' || !this.secondFactorHref;
        // To hide what is hidden has styles computed again.
        if (parts.factor.hidden !== hidden) parts.factor.hidden = hidden;
        this.dispatchEvent(new CustomEvent('passmuster-verdict', { bubbles: true, composed: true, detail: this.#verdict }));
      },
      /** @param {boolean} waiting */
      wait: (waiting) => {
        field.form?.toggleAttribute('data-passmuster-waiting', waiting);
        if (waiting) parts.status.textContent = this.#word('element', 'waiting');
      },
    };
  }

  /**
   * @param {Host} host
   * @param {AbortSignal} signal
   */
  async #start(host, signal) {
    if (this.#widget || signal.aborted) return;
    try {
      const { wasm } = await load({ engine: host.engine });
      if (this.#widget || signal.aborted) return;
      const widget = new wasm.Widget(host);
      // It has told the page of its verdict, and the page may have taken the element out.
      if (signal.aborted) return widget.free();
      this.#widget = widget;
      // A browser compiles what is first called: in a task of its own, rather than in that of the first keystroke.
      setTimeout(() => wasm.estimate('Compile-1999', 'it\nnow@example.org', 2000));
    } catch {
      if (signal.aborted) return;
      host.headline.textContent = this.#word('element', 'unavailable');
      host.reason.textContent = '';
      host.status.textContent = host.headline.textContent;
    }
  }

  /** @param {string} group @param {string} name @param {number} [count] */
  #word(group, name, count) {
    return word([this.messages, this.#catalogue], this.#language(), group, name, count);
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** @param {string} name @param {string[]} choices The first is taken where the attribute is missing. */
  #choice(name, choices) {
    const value = this.getAttribute(name) ?? choices[0];
    if (!choices.includes(value)) {
      throw new TypeError(`${describe(this)}: ${name} must be ${choices.map((choice) => `"${choice}"`).join(' or ')}, not "${value}"`);
    }
    return value;
  }

  /** @param {string} name @param {number} missing @param {number} least @param {number} most */
  #number(name, missing, least, most) {
    const text = this.getAttribute(name);
    const value = text === null ? missing : Number(text);
    if (text?.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
      throw new TypeError(`${describe(this)}: ${name} must be a whole number from ${least} to ${most}, not "${text}"`);
    }
    return value;
  }
}

if (globalThis.customElements && !customElements.get('pass-muster')) {
  customElements.define('pass-muster', PassMusterElement);
}

/**
 * Mounts `<pass-muster>` on a form's new-password field, right after it.
 *
 * @param {HTMLFormElement} form
 * @param {Options} [options]
 * @returns {PassMusterElement} With `check()`, `reset()` and `destroy()`.
 */
export function mount(form, options = {}) {
  if (!(form instanceof HTMLFormElement)) throw new TypeError(`mount(): expected a <form>, found ${describe(form)}`);
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(NEW_PASSWORD));
  if (!field) throw new TypeError(`mount(): expected ${NEW_PASSWORD} in ${describe(form)}, found none`);
  return mountOn(field, options);
}

/**
 * Mounts `<pass-muster>` on a field.
 *
 * @param {HTMLInputElement} field
 * @param {Options} [options]
 */
export function mountOn(field, options = {}) {
  field.id ||= `passmuster-field-${++instances}`;
  const element = /** @type {PassMusterElement} */ (document.createElement('pass-muster'));
  element.htmlFor = field.id;
  for (const name of Object.keys(options)) {
    if (!(name in element)) throw new TypeError(`mount(): ${describe(field)} has no option "${name}"`);
  }
  Object.assign(element, options);
  // A label around the field is for the field alone.
  (field.closest('label') ?? field).after(element);
  return element;
}
