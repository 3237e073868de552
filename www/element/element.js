/** The class of `<pass-muster>`, in a module that defines nothing: `passmuster/element` does. */

import { AbortController, dispatch, listen, setTimeout } from '../dom.js';
import { catalogueFor } from '../locales/index.js';
import { endpointUrl, load } from '../passmuster.js';
import { isMissing, word } from '../words.js';
import { addControls } from './controls/index.js';
import {
  announceChange,
  describeBy,
  EXPECTED,
  fieldsOf,
  formOf,
  hasCurrent,
  inputOf,
  minLength,
  pairOf,
  prepare,
  setValue,
  startTagOf,
} from './form.js';
import { hostFor } from './host.js';
import { place } from './placement.js';
import { ATTRIBUTES, adopt, read, write } from './settings.js';
import { whenSettled } from './settled.js';
import { makeView } from './view.js';

/** @typedef {import('../passmuster.js').Engine} Engine */

/**
 * Where a new password stands.
 * @typedef {'empty' | 'weak' | 'reused' | 'breached' | 'checking' | 'unverified' | 'accepted'} VerdictName
 *
 * The `detail` of a `passmuster-verdict` event. Nothing in it tells the password; the course of many, while somebody
 * types, tells much of it, and is not for logs.
 * @typedef {object} Verdict
 * @property {VerdictName | 'unavailable'} verdict `unavailable`: the wasm cannot be had, or has not come in ten seconds.
 * @property {number} score 0 to 4.
 * @property {number} guessesLog10 log10 of the number of guesses.
 * @property {{ status: import('../passmuster.js').BreachStatus, count: number, reason: import('../passmuster.js').UnknownReason | null } | null} breach
 *   `null` where nobody has asked, or has answered yet.
 * @property {string[]} languages Whose vocabularies were used.
 *
 * What `mount()` takes: the element's properties.
 * @typedef {object} Options
 * @property {string | null} [endpoint] Where to ask; the five-digit prefix is appended. Have I Been Pwned's by default.
 * @property {'on' | 'off'} [breach] Whether leaks are looked up. On by default.
 * @property {number} [timeout] Milliseconds that an answer may take, 3,000 by default.
 * @property {number} [pause] Milliseconds of rest after which a password has settled, 800 by default.
 * @property {number} [minScore] The least score, 3 by default.
 * @property {boolean} [soleFactor] Whether the password is the only factor: 15 characters at least, and not 8.
 * @property {'allow' | 'block'} [onUnavailable] What becomes of a strong password whose leaks cannot be known.
 * @property {Engine} [engine] `muster` by default.
 * @property {string | Iterable<string> | null} [languages] Whose words the password may be guessed by: tags such as `en` and
 *   `pt-BR`, four at most. The page's and English by default; none for an empty list.
 * @property {string | null} [secondFactorHref] Where a second factor is added; offered once the password is accepted.
 * @property {'auto' | 'below' | 'popover' | 'none'} [placement] Where it stands; `auto` for what `mount()` makes.
 * @property {'auto' | 'on' | 'off'} [showPassword] Whether there is a button that shows the password; by default where the page has none.
 * @property {'on' | 'off'} [suggestion] Whether a password is suggested. On by default.
 * @property {'on' | 'off'} [capsLock] Whether Caps Lock is told of. On by default.
 * @property {'on' | 'off'} [confirmation] Whether the field that repeats the password is compared. On by default.
 * @property {string | Iterable<string> | null} [context] What an attacker knows besides the form's own fields.
 * @property {import('../words.js').Messages | null} [messages] Messages of one's own.
 */

/** Milliseconds after which the wasm counts as unavailable; it may still come. */
const LATE = 10_000;
/** Milliseconds after which a page is told that an element has no field. */
const MISSED = 3_000;

/** The fields that have a widget. @type {WeakSet<HTMLInputElement>} */
const taken = new WeakSet();
let instances = 0;

/** @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/**
 * It renders into the page itself and not into a shadow root: its parts have the classes `passmuster-meter`, `-segment`,
 * `-words`, `-headline`, `-reason`, `-suggestions`, `-note`, `-factor`, `-rules`, `-rule`, `-actions`, `-either`, `-button`,
 * `-description`, `-status`, in a table `-row` and, beside the field that repeats the password, `-below` with `-differs`.
 * While a submit waits for an answer the form has the attribute `data-passmuster-waiting`.
 *
 * @summary Says beside a field how strong its new password is and whether it has leaked.
 * @fires {CustomEvent<Verdict>} passmuster-verdict - Bubbles whenever something changes. Its `detail` tells `verdict`, `score`,
 *   `guessesLog10` and `breach`, and nothing of the password.
 * @cssprop {<color>} --passmuster-weak - The meter of a weak password.
 * @cssprop {<color>} --passmuster-nearly - The meter of one that is not strong enough yet.
 * @cssprop {<color>} --passmuster-strong - The meter of a strong one.
 * @cssprop {<color>} --passmuster-track - The meter's empty segments.
 * @cssprop {<color>} --passmuster-text - The headline, the notes and the buttons.
 * @cssprop {<color>} --passmuster-muted - The reason and the suggestions.
 * @cssprop {<length>} [--passmuster-size=0.9375rem] - The size of the words.
 * @cssprop {<number>} --passmuster-lines - The lines that are kept free for the words: 4 to 7 by default, by the language
 *   and the window's width.
 * @cssprop {<length>} [--passmuster-margin=0.5rem 0 0] - The space around it.
 */
export class PassMusterElement extends Base {
  static observedAttributes = ATTRIBUTES;

  /** @type {string | Iterable<string> | null} */
  #context = null;
  /** @type {import('../words.js').Messages | null} */
  #messages = null;
  /** The catalogue of the page's language; none for English, which is built in. @type {import('../words.js').Messages} */
  #catalogue = {};

  /** @type {HTMLInputElement | null} */
  #field = null;
  /** The form of the field. @type {HTMLFormElement | null} */
  #form = null;
  /** A field that it cannot stand beside, which was said. @type {HTMLInputElement | null} */
  #refused = null;
  /** @type {import('../passmuster_wasm.js').Widget | null} */
  #widget = null;
  /** Undoes what connecting did. @type {AbortController | null} */
  #connected = null;
  /** Undoes what was done to the field and its form. @type {AbortController | null} */
  #mounted = null;
  /** Whether the wasm cannot be had here. */
  #failed = false;
  /** Whether the page's markup may be changed at once. */
  #ready = false;
  /** Fetches the wasm and starts. @type {(() => void) | null} */
  #begin = null;
  /** Shows what is to be seen. @type {(() => void) | null} */
  #show = null;
  /** Words everything anew. @type {(() => void) | null} */
  #reword = null;
  /** The same, once the words of another language are there. @type {(() => Promise<void>) | null} */
  #speak = null;
  /** Words that are English for want of the page's language. @type {Set<string>} */
  #english = new Set();
  /** The language of the words. */
  #spoken = '';
  /** @type {Verdict | null} */
  #verdict = null;
  /** What was said on the console. @type {Set<string>} */
  #complaints = new Set();
  /** Whether it is on its way to another place in the page. */
  #moving = false;
  /** Whether the page is about to be told of the verdict. */
  #announced = false;
  /** What the page was told last. */
  #told = '';

  constructor() {
    super();
    adopt(this);
  }

  /** The `id` of the field; without it, the first new-password field of the form around. */
  get htmlFor() {
    return read(this, 'htmlFor') ?? '';
  }
  set htmlFor(id) {
    write(this, 'htmlFor', id);
  }

  /** The range endpoint; the five-digit prefix is appended. `null` for Have I Been Pwned's. @type {string | null} */
  get endpoint() {
    return this.getAttribute('endpoint');
  }
  set endpoint(url) {
    write(this, 'endpoint', url);
  }

  /** Whether leaks are looked up: `on` or `off`. @type {'on' | 'off'} */
  get breach() {
    return read(this, 'breach');
  }
  set breach(state) {
    write(this, 'breach', state);
  }

  /** Milliseconds that an answer may take, 100 to 60,000. @type {number} */
  get timeout() {
    return read(this, 'timeout');
  }
  set timeout(milliseconds) {
    write(this, 'timeout', milliseconds);
  }

  /** Milliseconds of rest after which a password has settled, 0 to 60,000. @type {number} */
  get pause() {
    return read(this, 'pause');
  }
  set pause(milliseconds) {
    write(this, 'pause', milliseconds);
  }

  /** The least score, 0 to 4. @type {number} */
  get minScore() {
    return read(this, 'minScore');
  }
  set minScore(score) {
    write(this, 'minScore', score);
  }

  /** Whether the password is the only factor: 15 characters at least, and not 8. @type {boolean} */
  get soleFactor() {
    return read(this, 'soleFactor');
  }
  set soleFactor(sole) {
    write(this, 'soleFactor', sole);
  }

  /** What becomes of a strong password whose leaks cannot be known: `allow` or `block`. @type {'allow' | 'block'} */
  get onUnavailable() {
    return read(this, 'onUnavailable');
  }
  set onUnavailable(choice) {
    write(this, 'onUnavailable', choice);
  }

  /** The engine that estimates: `muster` or `zxcvbn`. @type {Engine} */
  get engine() {
    return read(this, 'engine');
  }
  set engine(engine) {
    write(this, 'engine', engine);
  }

  /**
   * Whose words the password may be guessed by: tags such as `en` and `pt-BR`, four at most. `null` for the page's language
   * and English, empty for none.
   * @type {string | Iterable<string> | null}
   */
  get languages() {
    return this.getAttribute('languages');
  }
  set languages(tags) {
    write(this, 'languages', typeof tags === 'string' ? tags : tags && [...tags].join());
  }

  /** Where a second factor is added; offered once the password is accepted. @type {string | null} */
  get secondFactorHref() {
    return this.getAttribute('second-factor-href');
  }
  set secondFactorHref(url) {
    write(this, 'secondFactorHref', url);
  }

  /**
   * Where it stands: `below` the row that the field is part of, in a `popover` at the field while one of both has the focus,
   * or where the page has put it, `none`; `auto` takes the first that goes with the page's layout. What the page itself
   * wrote stays where it is without this attribute: a framework may count on that.
   * @type {'auto' | 'below' | 'popover' | 'none'}
   */
  get placement() {
    return read(this, 'placement');
  }
  set placement(choice) {
    write(this, 'placement', choice);
  }

  /** Whether there is a button that shows the password; `auto`, where the page has none of its own. @type {'auto' | 'on' | 'off'} */
  get showPassword() {
    return read(this, 'showPassword');
  }
  set showPassword(choice) {
    write(this, 'showPassword', choice);
  }

  /** Whether a password is suggested: `on` or `off`. @type {'on' | 'off'} */
  get suggestion() {
    return read(this, 'suggestion');
  }
  set suggestion(choice) {
    write(this, 'suggestion', choice);
  }

  /** Whether Caps Lock is told of: `on` or `off`. @type {'on' | 'off'} */
  get capsLock() {
    return read(this, 'capsLock');
  }
  set capsLock(choice) {
    write(this, 'capsLock', choice);
  }

  /** Whether the field that repeats the password is compared: `on` or `off`. @type {'on' | 'off'} */
  get confirmation() {
    return read(this, 'confirmation');
  }
  set confirmation(choice) {
    write(this, 'confirmation', choice);
  }

  /**
   * What an attacker knows besides the form's own fields: a text, or at most 10,000 of them. The attribute holds one text.
   * @type {string | Iterable<string> | null}
   */
  get context() {
    return this.#context ?? this.getAttribute('context');
  }
  set context(context) {
    this.#context = context ?? null;
    this.check();
  }

  /** Messages of one's own, in the place of the catalogue's. @type {import('../words.js').Messages | null} */
  get messages() {
    return this.#messages;
  }
  set messages(messages) {
    this.#messages = messages ?? null;
    this.#reword?.();
  }

  /** Where the password stands, or `null` before anybody knows. */
  get verdict() {
    return this.#verdict;
  }

  /** Looks at the field now, as after a change that fired no event. */
  check() {
    if (this.#widget) this.#widget.check();
    else if (this.#field?.value) this.#begin?.();
  }

  /**
   * Shows what is to be seen from now on. Without this the page's markup stays as it is until somebody uses the field, so
   * that a framework finds what its server rendered; call it once the page is the framework's.
   */
  ready() {
    this.#ready = true;
    this.#show?.();
  }

  /** Empties the field and its repetition. */
  reset() {
    for (const field of this.#field ? pairOf(this.#field) : []) {
      setValue(field, '');
      announceChange(field, 'input');
    }
  }

  /** Leaves the page, and the field as it was. */
  destroy() {
    this.remove();
  }

  connectedCallback() {
    if (this.#moving) return;
    const connected = new AbortController();
    const { signal } = connected;
    this.#connected = connected;
    const observer = new MutationObserver(() => this.#follow());
    for (const root of new Set([document, this.getRootNode()]))
      observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id', 'lang', 'autocomplete'] });
    signal.addEventListener('abort', () => observer.disconnect());
    this.#follow();
    if (!this.#field) whenSettled(() => setTimeout(() => this.#miss(signal), MISSED));
  }

  disconnectedCallback() {
    if (this.#moving) return;
    this.#connected?.abort();
    this.#connected = null;
    this.#unmount();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (!this.#connected || before === after) return;
    if (name === 'context' || name === 'languages') this.check();
    else this.#restart();
  }

  #restart() {
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** What is meant to be the field. */
  #found() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return inputOf(this.htmlFor ? root.getElementById?.(this.htmlFor) : fieldsOf(this.closest('form'))[0]);
  }

  /** Mounts once there is a field, and again where the page, rendering, has put another in its place or into another form. */
  #follow() {
    if (!this.#connected) return;
    const found = this.#found();
    if (this.#field) {
      if (found === this.#field && formOf(this.#field) === this.#form) {
        if (this.#language() !== this.#spoken) this.#speak?.();
        return;
      }
      this.#unmount();
    }
    if (!(found instanceof HTMLInputElement) || taken.has(found) || found === this.#refused) return;
    try {
      this.#mount(found);
    } catch (error) {
      // Said once, and not whenever the page changes.
      this.#refused = found;
      reportError(error);
    }
  }

  /** Says that there is no field to stand beside: the page may yet bring one. @param {AbortSignal} signal */
  #miss(signal) {
    if (signal.aborted || this.#field || this.#refused) return;
    const found = this.#found();
    const expected =
      found instanceof HTMLInputElement
        ? 'a field without a widget'
        : this.htmlFor
          ? `an <input> with id="${this.htmlFor}"`
          : `a form around it with ${EXPECTED}, or a for attribute`;
    console.warn(
      `${startTagOf(this)}: expected ${expected}, found ${startTagOf(found)}${taken.has(/** @type {any} */ (found)) ? ' with one' : ''}`,
    );
  }

  #unmount() {
    this.#mounted?.abort();
    this.#mounted = null;
    const widget = this.#widget;
    this.#widget = null;
    // Once the widget's own code is done, which may be what told the page that took the element out.
    queueMicrotask(() => widget?.free());
    this.#failed = this.#announced = false;
    this.#told = '';
    this.#begin = this.#show = this.#speak = this.#reword = null;
    this.#verdict = null;
    this.#catalogue = {};
    this.#field = this.#form = this.#refused = null;
  }

  /** @param {HTMLInputElement} field */
  #mount(field) {
    // What is wrong with the settings is told before anything is changed.
    const settings = this.#settings(field);
    const mounted = new AbortController();
    const { signal } = mounted;
    this.#mounted = mounted;
    this.#field = field;
    this.#form = formOf(field);
    taken.add(field);
    signal.addEventListener('abort', () => taken.delete(field));

    const word = this.#word.bind(this);
    const view = makeView({
      secondFactorHref: this.secondFactorHref,
      rules: { 'not-current': hasCurrent(this.#form), 'not-leaked': settings.endpoint !== undefined },
      least: settings.minLength,
      word,
      isEnglish: (text) => [...this.#english].some((words) => text.includes(words)),
    });
    const host = {
      ...settings,
      ...hostFor({
        element: this,
        field,
        view,
        word,
        hasWords: settings.engine === 'zxcvbn',
        came: () => !signal.aborted && this.#widget?.check(),
        follow: () => this.#follow(),
        told: (verdict) => {
          this.#verdict = verdict;
          this.#announce(signal);
          if (verdict.verdict !== 'empty') whenSettled(show);
        },
        tell: () => this.#tell(signal),
        complain: (error) => this.#complain(error),
      }),
    };
    signal.addEventListener('abort', () => host.wait(false));
    /** @type {(() => void) | undefined} */
    let rewordControls;
    this.#reword = () => {
      if (signal.aborted) return;
      view.parts.meter.setAttribute('aria-label', word('element', 'meter'));
      view.write(view.parts.factor, word('element', 'second-factor'));
      view.wordRules();
      if (this.#widget) this.#widget.reword();
      else this.#idle(view);
      rewordControls?.();
    };
    /** Resolved once the words of the page's language are there. @type {Promise<void> | undefined} */
    let spoken;
    const speak = () => {
      spoken = this.#fetchWords(signal);
      return spoken;
    };
    this.#speak = speak;

    const show = () => {
      if (rewordControls || signal.aborted) return;
      this.#ready = true;
      // What belongs to it is tied by its id.
      prepare(field, { id: `passmuster-field-${++instances}` }, signal);
      const pair = pairOf(field);
      for (const input of pair) {
        prepare(
          input,
          {
            autocomplete: 'new-password',
            passwordrules: settings.rules,
            spellcheck: 'false',
            autocapitalize: 'none',
            autocorrect: 'off',
          },
          signal,
        );
      }
      view.attach(this);
      signal.addEventListener('abort', () => this.replaceChildren());
      describeBy(field, view.parts.description, signal);
      const { placement } = this;
      if (placement !== 'none') {
        place(this, field, placement, signal, (change) => {
          this.#moving = true;
          try {
            change();
          } finally {
            this.#moving = false;
          }
        });
      }
      rewordControls = addControls({
        element: this,
        field,
        confirm: pair[1] ?? null,
        view,
        settings,
        known: host.known,
        isEnglish: () => /^en(-|_|$)/i.test(this.#language()),
        word: (name, count) => word('element', name, count),
        load: () => load({ engine: settings.engine }),
        signal,
      });
      // Words that are there already are those of the page's language.
      (spoken ?? speak()).then(rewordControls);
    };
    this.#show = show;

    let starting = false;
    const start = async () => {
      if (starting || this.#widget || signal.aborted) return;
      starting = true;
      const worded = spoken ?? speak();
      worded.then(() => {
        if (!this.#widget && !signal.aborted) this.#idle(view);
      });
      const late = setTimeout(unavailable, LATE);
      try {
        const { wasm } = await load({ engine: settings.engine });
        await worded;
        if (signal.aborted) return;
        this.#failed = false;
        const widget = new wasm.Widget(host);
        // It has told the page of its verdict, and the page may have taken the element out.
        if (signal.aborted) return widget.free();
        this.#widget = widget;
        // A browser compiles what is first called: in a task of its own, rather than in that of the first keystroke.
        setTimeout(() => wasm.estimate('Compile-1999', 'it\n\nnow@example.org', 2000));
      } catch (error) {
        await worded;
        if (signal.aborted) return;
        // For whoever builds the page: a server or a policy that has to be told of the wasm.
        console.error(error);
        unavailable();
      } finally {
        clearTimeout(late);
        starting = false;
      }
    };
    const unavailable = () => {
      if (signal.aborted || this.#failed || this.#widget) return;
      this.#failed = true;
      this.#verdict = { verdict: 'unavailable', score: 0, guessesLog10: 0, breach: null, languages: [] };
      this.#announce(signal);
      this.#idle(view);
      whenSettled(show);
      view.say(view.parts.headline.textContent ?? '');
    };
    if (settings.blockUnverified && this.#form) {
      // Without the wasm nobody else refuses what the site does not take unchecked. A new try is one to fetch it, too.
      listen(
        this.#form,
        'submit',
        (event) => {
          if (this.#widget || !field.value || !host.sends(event.submitter)) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          start();
          show();
          view.say(view.parts.headline.textContent ?? '');
          field.focus();
        },
        { capture: true, signal },
      );
    }
    this.#begin = start;

    const use = () => {
      start();
      whenSettled(show);
    };
    field.addEventListener('focus', use, { once: true, signal });
    field.addEventListener('input', use, { once: true, signal });
    // Whoever left has given up what was held and shown, also if the page comes back as it was.
    addEventListener('pageshow', (event) => event.persisted && this.#restart(), { signal });
    if (this.#ready) show();
    if (field.matches(':focus')) use();
    else if (field.value) start();
    else if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 5_000 });
    else setTimeout(start, 2_000);
  }

  /** Fetches the words of the page's language, and words everything by them. @param {AbortSignal} signal */
  async #fetchWords(signal) {
    const language = this.#language();
    this.#spoken = language;
    this.#english.clear();
    this.#catalogue = {};
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
      come.then(() => this.#reword?.());
    }
    if (!signal.aborted) this.#reword?.();
  }

  /** What is said while the widget in Rust is not there to say more. @param {ReturnType<typeof makeView>} view */
  #idle({ parts: { headline, reason }, write, describe }) {
    const why = this.#failed ? 'unavailable' : this.#field?.value && 'loading';
    const head =
      this.#failed && this.onUnavailable === 'block'
        ? this.#word('reason', 'unverified-blocked')
        : why
          ? this.#word('element', why)
          : this.#word('headline', 'empty');
    const rest = why ? '' : this.#word('reason', 'empty');
    write(headline, head);
    write(reason, rest);
    describe([head, why ? '' : this.#word('join', 'headline'), rest].join(''), !why);
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
    read(this, 'secondFactorHref');
    return {
      endpoint: this.breach === 'off' ? undefined : endpointUrl(this.endpoint ?? undefined, startTagOf(this)),
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

  /**
   * Tells the page of a verdict that it has not been told of yet. What it knows is no news: a framework renders for every
   * event, which may set the context again, and that would go on for ever.
   *
   * @param {AbortSignal} signal
   */
  #tell(signal) {
    if (signal.aborted || !this.#announced) return;
    this.#announced = false;
    const told = JSON.stringify(this.#verdict);
    if (told === this.#told) return;
    this.#told = told;
    dispatch(this, new CustomEvent('passmuster-verdict', { bubbles: true, composed: true, detail: this.#verdict }));
  }

  /** Says on the console, once, what of the page's cannot be used. @param {unknown} error */
  #complain(error) {
    const text = String(/** @type {any} */ (error)?.message ?? '');
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    console.error(error);
  }

  /** @param {string} group @param {string} name @param {number} [count] */
  #word(group, name, count) {
    const catalogues = [this.#messages ?? {}, this.#catalogue];
    const language = this.#language();
    const words = word(catalogues, language, group, name, count);
    // What stands between words is of no language.
    if (group !== 'join' && words && isMissing(catalogues, language, group, name)) this.#english.add(words);
    return words;
  }
}
