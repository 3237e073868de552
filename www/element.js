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
 * the messages. What is said when, and what becomes of a submit, is decided in Rust: src/widget.rs.
 *
 * @module passmuster/element
 */

import {
  AbortController,
  contains,
  dispatch,
  elementsOf,
  getAttribute,
  requestSubmit,
  setTimeout,
  textOf,
  toggleAttribute,
} from './dom.js';
import { addExtras, describeBy, set, setValue, validityOf } from './extras.js';
import { catalogueFor } from './locales/index.js';
import { endpointUrl, knownLines, load, oneLine } from './passmuster.js';
import { faults, word } from './words.js';

/** @typedef {import('./passmuster.js').Engine} Engine */

/**
 * Where a new password stands.
 * @typedef {'empty' | 'weak' | 'reused' | 'breached' | 'checking' | 'unverified' | 'accepted'} VerdictName
 *
 * The `detail` of a `passmuster-verdict` event. Nothing in it tells the password; the course of many, while somebody
 * types, tells much of it, and is not for logs.
 * @typedef {object} Verdict
 * @property {VerdictName} verdict
 * @property {number} score 0 to 4.
 * @property {number} guessesLog10 log10 of the number of guesses.
 * @property {{ status: import('./passmuster.js').BreachStatus, count: number, reason: import('./passmuster.js').UnknownReason | null } | null} breach
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
 * @property {string | Iterable<string> | null} [context] What an attacker knows besides the form's own fields.
 * @property {import('./words.js').Messages} [messages] Messages of one's own.
 */

export const NEW_PASSWORD = 'input[autocomplete~="new-password" i]';
/** The same, as an error names it. */
const EXPECTED = NEW_PASSWORD.replace(' i', '');
const CURRENT_PASSWORD = 'input[autocomplete~="current-password" i]';
/** The fields of a form that tell who its owner is. */
const OWNER = ['username', 'email', 'name', 'given-name', 'family-name', 'nickname', 'organization', 'tel', 'bday']
  .map((token) => `input[autocomplete~="${token}" i]`)
  .concat('input[type="email"]')
  .join();

/** NIST SP 800-63B-4: the minimum lengths of a password beside a second factor and alone. */
const MIN_LENGTH = 8;
const MIN_LENGTH_SOLE_FACTOR = 15;
/**
 * What an attribute may hold: words, the first of which is taken where it is missing, or a whole number: what is
 * taken where it is missing, the least and the most.
 * @type {Record<string, [string, ...string[]] | [missing: number, least: number, most: number]>}
 */
const VALUES = {
  breach: ['on', 'off'],
  timeout: [3_000, 100, 60_000],
  pause: [800, 0, 60_000],
  'min-score': [3, 0, 4],
  'on-unavailable': ['allow', 'block'],
  engine: ['muster', 'zxcvbn'],
};
/** A password longer than this in UTF-16 units is long enough whatever its graphemes are. */
const COUNTED_LENGTH = 256;
/**
 * Something other than Latin, Greek and Cyrillic letters, kana, Hangul syllables and ideographs, each of which is a
 * grapheme. A segmenter takes tens of milliseconds to make, so none is made for these.
 */
const CLUSTERS = /[^ -\u02ff\u0370-\u0482\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/**
 * What the widget in Rust knows of the page; the whole of it is `Host` in crates/browser/src/widget.rs.
 * @typedef {Parts & { engine: Engine, say: (text: string) => void }} Host
 */
/** @typedef {Record<'meter' | 'headline' | 'reason' | 'suggestions' | 'status' | 'note' | 'factor' | 'actions', HTMLElement>} Parts */

let instances = 0;
/** The fields that have a widget. @type {WeakSet<HTMLInputElement>} */
const taken = new WeakSet();

/**
 * The fields of a form, those too that are tied to it by their attribute `form`.
 *
 * @param {HTMLFormElement | null} form
 * @param {string} [selector] New-password fields unless given.
 */
export function fieldsOf(form, selector = NEW_PASSWORD) {
  return /** @type {HTMLInputElement[]} */ ([...(form ? elementsOf(form) : [])].filter((field) => field.matches(selector)));
}

/**
 * An element as an error names it: its start tag, without values that people typed.
 * @param {unknown} thing
 */
function describe(thing) {
  if (!(thing instanceof Element)) return thing === null ? 'none' : typeof thing;
  const attributes = ['id', 'name', 'type', 'autocomplete', 'for']
    .filter((name) => getAttribute(thing, name) !== null)
    .map((name) => ` ${name}="${getAttribute(thing, name)}"`);
  return `<${thing instanceof HTMLFormElement ? 'form' : thing.localName}${attributes.join('')}>`;
}

/**
 * Where a link leads, which must not be a script: markup that came through a filter may hold one.
 * @param {PassMusterElement} element
 * @param {string | null} href
 */
function link(element, href) {
  const { protocol } = Object.assign(document.createElement('a'), { href: href ?? '' });
  if (protocol === 'javascript:')
    throw new TypeError(`${describe(element)}: second-factor-href must be a URL that runs no script, not "${href}"`);
  return href;
}

/**
 * The fewest characters that a field takes.
 * @param {PassMusterElement} element
 * @param {HTMLInputElement} field
 */
function minLength(element, field) {
  const own = field.minLength;
  const least = element.soleFactor ? Math.max(MIN_LENGTH_SOLE_FACTOR, own) : own > 0 ? own : MIN_LENGTH;
  if (field.maxLength >= 0 && field.maxLength < least) {
    throw new TypeError(
      `${describe(element)}: expected a maxlength of ${least} or more on ${describe(field)}, found ${field.maxLength}`,
    );
  }
  return least;
}

/**
 * Sets what a field for a new password should have and this one lacks.
 * @param {HTMLInputElement} field
 * @param {Record<string, string>} attributes
 * @param {AbortSignal} signal
 */
function prepare(field, attributes, signal) {
  const missing = Object.entries(attributes).filter(([name]) => !field.hasAttribute(name));
  for (const [name, value] of missing) field.setAttribute(name, value);
  signal.addEventListener('abort', () => {
    // What the page has set since is the page's.
    for (const [name, value] of missing) if (field.getAttribute(name) === value) field.removeAttribute(name);
  });
}

/** Words that are written again are laid out again. @param {HTMLElement} element @param {string} words */
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** Beside a field, how strong its new password is and whether it has leaked. */
export class PassMusterElement extends Base {
  static observedAttributes = [
    'for',
    'endpoint',
    'breach',
    'timeout',
    'pause',
    'min-score',
    'sole-factor',
    'on-unavailable',
    'engine',
    'second-factor-href',
  ];

  /** What an attacker knows besides the form's own fields: a text, or at most 10,000 of them. @type {string | Iterable<string> | null} */
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
  /** Whether the wasm cannot be had here. */
  #failed = false;
  /** Fetches the wasm and starts. @type {(() => void) | null} */
  #begin = null;
  /** @type {Verdict | null} */
  #verdict = null;
  /** What was said on the console. @type {Set<string>} */
  #complaints = new Set();
  /** Whether the page is about to be told of the verdict. */
  #announced = false;

  /** The `id` of the field; without it, the first new-password field of the form around. */
  get htmlFor() {
    return this.getAttribute('for') ?? '';
  }
  set htmlFor(id) {
    this.setAttribute('for', id);
  }

  /** The range endpoint; the five-digit prefix is appended. `null` for Have I Been Pwned's. */
  get endpoint() {
    return this.getAttribute('endpoint');
  }
  set endpoint(url) {
    endpointUrl(url ?? undefined, describe(this));
    this.#set('endpoint', url);
  }

  /** Whether leaks are looked up: `on` or `off`. */
  get breach() {
    return /** @type {'on' | 'off'} */ (this.#read('breach'));
  }
  set breach(state) {
    this.#set('breach', state);
  }

  /** Milliseconds that an answer may take. */
  get timeout() {
    return /** @type {number} */ (this.#read('timeout'));
  }
  set timeout(milliseconds) {
    this.#set('timeout', milliseconds);
  }

  /** Milliseconds of rest after which a password has settled. */
  get pause() {
    return /** @type {number} */ (this.#read('pause'));
  }
  set pause(milliseconds) {
    this.#set('pause', milliseconds);
  }

  /** The least score, 0 to 4. */
  get minScore() {
    return /** @type {number} */ (this.#read('min-score'));
  }
  set minScore(score) {
    this.#set('min-score', score);
  }

  /** Whether the password is the only factor. */
  get soleFactor() {
    return this.hasAttribute('sole-factor');
  }
  set soleFactor(sole) {
    this.toggleAttribute('sole-factor', Boolean(sole));
  }

  /** What becomes of a strong password whose leaks cannot be known: `allow` or `block`. */
  get onUnavailable() {
    return /** @type {'allow' | 'block'} */ (this.#read('on-unavailable'));
  }
  set onUnavailable(choice) {
    this.#set('on-unavailable', choice);
  }

  /** The engine that estimates: `muster` or `zxcvbn`. */
  get engine() {
    return /** @type {Engine} */ (this.#read('engine'));
  }
  set engine(engine) {
    this.#set('engine', engine);
  }

  /** Where a second factor is added; offered once the password is accepted. */
  get secondFactorHref() {
    return this.getAttribute('second-factor-href');
  }
  set secondFactorHref(url) {
    this.#set('second-factor-href', link(this, url));
  }

  /** Where the password stands, or `null` before anybody knows. */
  get verdict() {
    return this.#verdict;
  }

  /** Looks at the field now, as after a change that fired no event. */
  check() {
    if (this.#widget) this.#widget.check();
    else this.#begin?.();
  }

  /** Empties the field and its repetition. */
  reset() {
    for (const field of this.#pair()) {
      setValue(field, '');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Leaves the page, and the field as it was. */
  destroy() {
    this.remove();
  }

  connectedCallback() {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    if (this.#found() instanceof HTMLInputElement || document.readyState !== 'loading') {
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
    this.#failed = false;
    this.#begin = null;
    this.#verdict = null;
    this.#catalogue = {};
    this.#field = null;
    this.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (this.#connected && before !== after) this.#restart();
  }

  #restart() {
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** @param {AbortSignal} signal Aborted when the element leaves the page. */
  #connect(signal) {
    const field = this.#found();
    if (!(field instanceof HTMLInputElement)) {
      const expected = this.htmlFor
        ? `an <input> with id="${this.htmlFor}"`
        : `a form around it with ${EXPECTED}, or a for attribute`;
      throw new TypeError(`${describe(this)}: expected ${expected}, found ${describe(field)}`);
    }
    if (taken.has(field))
      throw new TypeError(`${describe(this)}: expected a field without a widget, found ${describe(field)} with one`);
    // What is wrong with the settings is told before anything is changed.
    const settings = this.#settings(field);
    taken.add(field);
    signal.addEventListener('abort', () => taken.delete(field));
    this.#field = field;
    // What belongs to it is tied by its id.
    prepare(field, { id: `passmuster-field-${++instances}` }, signal);
    const parts = this.#skeleton(field, signal);
    /** @type {Record<string, string>} */
    const notes = {};
    /** @param {'waiting' | 'caps-lock' | 'made'} of @param {string} text */
    const note = (of, text) => {
      // Every key tells anew that Caps Lock is off.
      if (text === (notes[of] ?? '')) return;
      notes[of] = text;
      parts.note.textContent = notes.waiting || notes['caps-lock'] || notes.made || '';
    };
    /** @param {string} text */
    const say = (text) => {
      const line = document.createElement('p');
      line.textContent = text;
      parts.status.append(line);
      // The line before may not have been read out yet.
      if (parts.status.childElementCount > 2) parts.status.firstElementChild?.remove();
    };
    const { rules } = settings;
    for (const input of this.#pair()) {
      prepare(
        input,
        { autocomplete: 'new-password', passwordrules: rules, spellcheck: 'false', autocapitalize: 'none', autocorrect: 'off' },
        signal,
      );
    }
    const host = { ...settings, ...this.#host(field, parts, say, note, signal) };
    signal.addEventListener('abort', () => host.wait(false));
    const extras = addExtras({
      field,
      confirm: this.#pair()[1] ?? null,
      rules,
      actions: parts.actions,
      note,
      say,
      word: (name, count) => this.#word('element', name, count),
      load: () => load({ engine: host.engine }),
      signal,
    });
    const spoken = this.#speak(parts, extras, signal);
    let language = this.#language();
    const languages = new MutationObserver(() => {
      if (language === (language = this.#language())) return;
      this.#catalogue = {};
      this.#speak(parts, extras, signal);
    });
    languages.observe(document, { subtree: true, attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => languages.disconnect());
    // Whoever left has given up what was held and shown, also if the page comes back as it was.
    addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) this.#restart();
      },
      { signal },
    );
    const start = () => this.#start(host, spoken, signal);
    this.#begin = start;
    field.addEventListener('focus', start, { once: true, signal });
    field.addEventListener('input', start, { once: true, signal });
    if (document.activeElement === field || field.value) start();
    else if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 5_000 });
    else setTimeout(start, 2_000);
  }

  /** What is meant to be the field. */
  #found() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return (this.htmlFor ? root.getElementById?.(this.htmlFor) : fieldsOf(this.closest('form'))[0]) ?? null;
  }

  /**
   * Starts anew where the page, rendering again, has put another field in the place of this one, or given it to
   * another form.
   * @param {AbortSignal} signal
   */
  #follow(signal) {
    const found = this.#found();
    if (!signal.aborted && found instanceof HTMLInputElement && (found === this.#field || !taken.has(found))) this.#restart();
  }

  /** The field, and the one that repeats it where there is one. */
  #pair() {
    const field = this.#field;
    return field
      ? [
          field,
          ...fieldsOf(field.form)
            .filter((other) => other !== field)
            .slice(0, 1),
        ]
      : [];
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
      role: 'meter',
      'aria-valuemin': '0',
      'aria-valuemax': '4',
      'aria-valuenow': '0',
    });
    for (let segment = 0; segment < 4; segment++) meter.append(make('span', 'segment'));
    const words = make('div', 'words', { id });
    const headline = make('p', 'headline');
    const reason = make('p', 'reason');
    const suggestions = make('p', 'suggestions');
    words.append(headline, reason, suggestions);
    // There before it speaks, or some screen readers do not hear the first words.
    const status = make('div', 'status', { role: 'status', 'aria-atomic': 'false' });
    const factor = make('a', 'factor', { hidden: '', href: this.secondFactorHref ?? '' });
    const note = make('p', 'note');
    const actions = make('div', 'actions');
    words.append(note, factor);
    this.replaceChildren(actions, meter, words, status);

    describeBy(field, id, signal);
    return { meter, headline, reason, suggestions, status, note, factor, actions };
  }

  /**
   * Words what does not change while somebody types, in the page's language. Resolves once it is worded.
   * @param {Parts} parts
   * @param {{ reword: () => void }} extras
   * @param {AbortSignal} signal
   */
  async #speak(parts, extras, signal) {
    const reword = () => {
      if (signal.aborted) return;
      parts.meter.setAttribute('aria-label', this.#word('element', 'meter'));
      parts.factor.textContent = this.#word('element', 'second-factor');
      if (this.#widget) this.#widget.reword();
      else this.#idle(parts);
      extras.reword();
    };
    const language = this.#language();
    const catalogue = catalogueFor(language);
    if (catalogue) {
      const come = catalogue().then(
        ({ default: words }) => {
          if (!signal.aborted && language === this.#language()) this.#catalogue = words;
        },
        () => {},
      );
      // Words that change once they stand there move what is below: better late than English, and English than none.
      await Promise.race([come, new Promise((late) => setTimeout(late, 1_000))]);
      come.then(reword);
    }
    reword();
  }

  /** What is said while the widget in Rust is not there to say more. @param {Parts} parts */
  #idle({ headline, reason }) {
    const why = this.#failed ? 'unavailable' : this.#field?.value && 'loading';
    headline.textContent = why ? this.#word('element', why) : this.#word('headline', 'empty');
    reason.textContent = why ? '' : this.#word('reason', 'empty');
  }

  #language() {
    return this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || 'en';
  }

  /**
   * What a site chose, for the widget in Rust and, as `rules`, for the browser's own generator.
   * @param {HTMLInputElement} field
   */
  #settings(field) {
    const least = minLength(this, field);
    link(this, this.secondFactorHref);
    return {
      endpoint: this.breach === 'off' ? undefined : endpointUrl(this.endpoint ?? undefined, describe(this)),
      timeout: this.timeout,
      pause: this.pause,
      minScore: this.minScore,
      minLength: least,
      rules: `minlength: ${least};${field.maxLength > 0 ? ` maxlength: ${field.maxLength};` : ''}`,
      blockUnverified: this.onUnavailable === 'block',
      engine: this.engine,
    };
  }

  /**
   * What the widget in Rust knows of the page.
   * @param {HTMLInputElement} field
   * @param {Parts} parts
   * @param {(text: string) => void} say
   * @param {(of: 'waiting', text: string) => void} note
   * @param {AbortSignal} signal
   */
  #host(field, parts, say, note, signal) {
    const { form } = field;
    const found = field.getAttribute('aria-invalid');
    const refuse = validityOf(field);
    let refusal = '';
    /** @type {Intl.Segmenter | undefined} */
    let segmenter;
    return {
      ...parts,
      say,
      field,
      form: form ?? undefined,
      isInside: Boolean(form && contains(form, field)),
      year: new Date().getFullYear(),
      value: () => textOf(field),
      length: () => {
        const value = textOf(field);
        if (value.length > COUNTED_LENGTH || !CLUSTERS.test(value)) return value.length;
        try {
          segmenter ??= new Intl.Segmenter();
          return [...segmenter.segment(value)].length;
        } catch {
          // Browsers before 2024 have none.
          return value.length;
        }
      },
      known: () => {
        // Every look at the field comes by here. Once the widget's own code is done:
        if (!field.isConnected || field.form !== form) queueMicrotask(() => this.#follow(signal));
        /** @param {string} selector */
        const values = (selector) =>
          fieldsOf(field.form, selector).map((input) => (input instanceof HTMLInputElement ? textOf(input) : ''));
        /** @type {string[]} */
        const lines = [values(CURRENT_PASSWORD)[0] ?? '', ...values(OWNER), location.hostname];
        try {
          knownLines(this.context, `${describe(this)}: context`, lines);
        } catch (error) {
          // What was read before it counts.
          this.#complain(error);
        }
        return lines.map(oneLine).join('\n');
      },
      word: this.#word.bind(this),
      /** @param {string} told */
      faults: (told) => faults(this.#word.bind(this), told),
      /** @param {string} verdict @param {number} segments @param {string} headline @param {string} reason @param {string} advice */
      show: (verdict, segments, headline, reason, advice) => {
        const { meter } = parts;
        meter.dataset.verdict = verdict;
        meter.dataset.score = String(segments);
        meter.setAttribute('aria-valuenow', String(segments));
        meter.setAttribute('aria-valuetext', headline);
        write(parts.headline, headline);
        write(parts.reason, reason);
        write(parts.suggestions, advice);
      },
      /** @param {boolean | undefined} invalid */
      mark: (invalid) => set(field, 'aria-invalid', invalid === undefined ? found : invalid ? 'true' : null),
      /** @param {HTMLElement | null} [submitter] */
      sends: (submitter) => field.form === form && !field.matches(':disabled') && !submitter?.hasAttribute('formnovalidate'),
      /** @param {HTMLElement | null} [submitter] */
      resume: (submitter) => {
        if (!form) return;
        // A page that sends along what it was told has to have been told.
        this.#tell(signal);
        try {
          requestSubmit(form, submitter);
        } catch {
          // The button is gone from the form since.
          requestSubmit(form);
        }
      },
      focus: () => field.focus(),
      /**
       * @param {VerdictName} verdict @param {number} score @param {number} guessesLog10
       * @param {import('./passmuster.js').BreachStatus | undefined} status @param {number} count
       * @param {import('./passmuster.js').UnknownReason | undefined} reason
       */
      tell: (verdict, score, guessesLog10, status, count, reason) => {
        const breach = status ? { status, count, reason: reason ?? null } : null;
        this.#verdict = { verdict, score, guessesLog10, breach };
        const hidden = verdict !== 'accepted' || !this.secondFactorHref;
        // To hide what is hidden has styles computed again.
        if (parts.factor.hidden !== hidden) parts.factor.hidden = hidden;
        this.#announce(signal);
      },
      /** @param {string} words Why the field may not be sent, none where it may. */
      refuse: (words) => {
        refusal = words;
        refuse(words);
      },
      // Firefox shows the first 256 characters.
      hasRefused: () => field.validationMessage !== '' && refusal.startsWith(field.validationMessage),
      /** @param {boolean} waiting */
      wait: (waiting) => {
        const words = waiting ? this.#word('element', 'waiting') : '';
        if (form) toggleAttribute(form, 'data-passmuster-waiting', waiting);
        // On the meter alone: what is busy may be kept from speaking.
        parts.meter.setAttribute('aria-busy', String(waiting));
        note('waiting', words);
        if (words) say(words);
      },
    };
  }

  /**
   * Tells the page of the verdict, in a task of its own. The widget hears of what is typed before the page's own handlers
   * do. A framework that stores what it is told in between would render its old value into the field.
   *
   * @param {AbortSignal} signal
   */
  #announce(signal) {
    if (this.#announced) return;
    this.#announced = true;
    setTimeout(() => {
      // What the page's handlers did to the field is looked at first: that is no other news.
      if (!signal.aborted) this.#widget?.check();
      this.#tell(signal);
    });
  }

  /** Tells the page of a verdict that it has not been told of yet. @param {AbortSignal} signal */
  #tell(signal) {
    if (!this.#announced) return;
    this.#announced = false;
    if (signal.aborted) return;
    dispatch(this, new CustomEvent('passmuster-verdict', { bubbles: true, composed: true, detail: this.#verdict }));
  }

  /** Says on the console, once, what of the page's cannot be used. @param {unknown} error */
  #complain(error) {
    const text = String(/** @type {any} */ (error)?.message ?? '');
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    console.error(error);
  }

  /**
   * @param {Host} host
   * @param {Promise<void>} spoken Resolved once the words of the page's language are there.
   * @param {AbortSignal} signal
   */
  async #start(host, spoken, signal) {
    const idle = () => {
      if (!this.#widget && !signal.aborted) this.#idle(host);
    };
    spoken.then(idle);
    try {
      const { wasm } = await load({ engine: host.engine });
      await spoken;
      if (this.#widget || signal.aborted) return;
      const widget = new wasm.Widget(host);
      // It has told the page of its verdict, and the page may have taken the element out.
      if (signal.aborted) return widget.free();
      this.#widget = widget;
      // A browser compiles what is first called: in a task of its own, rather than in that of the first keystroke.
      setTimeout(() => wasm.estimate('Compile-1999', 'it\nnow@example.org', 2000));
    } catch (error) {
      await spoken;
      if (signal.aborted) return;
      // For whoever builds the page: a server or a policy that has to be told of the wasm.
      console.error(error);
      this.#failed = true;
      idle();
      host.say(host.headline.textContent ?? '');
    }
  }

  /** @param {string} group @param {string} name @param {number} [count] */
  #word(group, name, count) {
    return word([this.messages ?? {}, this.#catalogue], this.#language(), group, name, count);
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (value === null || value === undefined) return this.removeAttribute(name);
    const text = String(value);
    if (name in VALUES) this.#read(name, text);
    this.setAttribute(name, text);
  }

  /** An attribute's value. @param {string} name @param {string | null} [text] */
  #read(name, text = this.getAttribute(name)) {
    const [missing, least, most] = VALUES[name];
    if (text === null) return missing;
    const isNumber = typeof missing === 'number';
    const value = isNumber ? Number(text) : text;
    const words = /** @type {string[]} */ (VALUES[name]);
    if (isNumber ? text.trim() && Number.isInteger(value) && value >= least && value <= most : words.includes(text)) return value;
    const expected = isNumber ? `a whole number from ${least} to ${most}` : words.map((word) => `"${word}"`).join(' or ');
    throw new TypeError(`${describe(this)}: ${name} must be ${expected}, not "${text}"`);
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
  const [field] = fieldsOf(form);
  if (!field) throw new TypeError(`mount(): expected ${EXPECTED} in ${describe(form)}, found none`);
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
  const unknown = Object.keys(options).find((name) => !(name in element));
  if (unknown) throw new TypeError(`${describe(element)}: expected properties of it as options, found ${unknown}`);
  Object.assign(element, options);
  minLength(element, field);
  // A label around the field is for the field alone.
  (field.closest('label') ?? field).after(element);
  return element;
}
