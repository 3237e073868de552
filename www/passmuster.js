/**
 * How many guesses would a password survive, and has it leaked already? Without a DOM: for pages, workers
 * and Node.
 *
 * @module passmuster
 */

import { configure, wasmModule } from './assets.js';
import * as muster from './passmuster_wasm.js';
import { fetchPack, isThere, languageNames, wasAsked } from './vocabularies.js';

export { configure };

/**
 * Words for an estimate: headline, reason and advice, in the page's language or another. Fetched when first wanted.
 * @type {typeof import('./describe.js').describe}
 */
export const describe = async (...parameters) => (await import('./describe.js')).describe(...parameters);

/**
 * What tests/seam.rs holds against Rust, which has the word.
 * @typedef {'current-password' | 'like-current-password' | 'common-password' | 'like-common-password' | 'personal' | 'word' | 'name' | 'keyboard-walk' | 'repeat' | 'repeated-group' | 'sequence' | 'year' | 'date' | 'short' | 'predictable'} WarningName
 * @typedef {'start-over' | 'choose-another' | 'add-words' | 'generate' | 'avoid-personal' | 'avoid-repeats' | 'avoid-sequences' | 'avoid-keyboard-walks' | 'avoid-dates' | 'capitals-help-little' | 'substitutions-help-little' | 'reversing-helps-little'} SuggestionName
 * @typedef {'characters' | 'word' | 'keyboard-walk' | 'repeat' | 'sequence' | 'year' | 'date' | 'personal' | 'current-password' | 'dictionary-word'} PartKind
 * @typedef {'timeout' | 'network' | 'status' | 'malformed' | 'too-large' | 'resting' | 'too-often'} UnknownReason
 * @typedef {'found' | 'clear' | 'unknown'} BreachStatus
 *
 * @typedef {import('./words.js').Messages} Messages
 * @typedef {import('./words.js').MessageGroup} MessageGroup
 * @typedef {import('./words.js').MessageKey} MessageKey
 */

/**
 * @typedef {'muster' | 'zxcvbn'} Engine
 *   `muster`, small and quick, unless a site's server decides by a zxcvbn score.
 *
 * @typedef {object} EstimateOptions
 * @property {string | Iterable<string> | null} [context] What an attacker knows: account name, e-mail address, the site.
 *   At most 10,000 entries.
 * @property {string | null} [currentPassword] The password that the new one replaces and must not resemble.
 * @property {number} [year] The present year, today's unless given.
 * @property {string | Iterable<string>} [languages] Whose words the password may be guessed by: tags such as `en` and `pt-BR`,
 *   four at most, of those that `load({ languages })` has fetched. Those that it was called with unless given; none for an
 *   empty list. The engine zxcvbn has words of its own.
 *
 * @typedef {object} Part A part of a password and how it was guessed.
 * @property {PartKind} kind What it was taken for.
 * @property {number} start Where it begins in the password's NFC form, in UTF-16 units.
 * @property {number} end Where it ends.
 * @property {number} guessesLog10 log10 of the number of guesses for this part alone.
 *
 * @typedef {object} Estimate
 * @property {0 | 1 | 2 | 3 | 4} score By zxcvbn's thresholds: 1e3, 1e6, 1e8 and 1e10 guesses.
 * @property {number} guessesLog10 log10 of the number of guesses that the password would survive.
 * @property {WarningName | null} warning What made it weak.
 * @property {SuggestionName[]} suggestions What would make it stronger, most useful first.
 * @property {Part[]} sequence The parts that it was taken for.
 */

/**
 * @typedef {object} Generated A password that nobody chose.
 * @property {string} password
 * @property {number} bits log2 of the number of passwords that it was drawn from, each as likely.
 */

/**
 * @typedef {object} BreachOptions
 * @property {string | URL} [endpoint] The range endpoint, relative to the document in a page. The five-digit
 *   prefix is appended, after a slash where there is none. Have I Been Pwned's unless given.
 * @property {number} [timeout] Milliseconds that the answer may take, 3,000 unless given.
 * @property {AbortSignal} [signal] Gives the question up.
 *
 * @typedef {object} Breach Whether a password leaked.
 * @property {BreachStatus} status `unknown` never means that it did not leak.
 * @property {number} count How many times it was seen in leaks; 0 unless found.
 * @property {Exclude<UnknownReason, 'too-often'> | null} reason Why it is unknown: no whole answer in time; no way to the server; a status other than 200; no range response; more
 *   than 1 MiB; three failures in a row, after which the endpoint is left alone for a minute.
 */

/** @type {Map<Engine, Promise<Passmuster>>} */
const loading = new Map();

/**
 * Fetches the wasm, once a page and engine, and answers with the API.
 *
 * @param {{ engine?: Engine, wasm?: import('./assets.js').Given<import('./assets.js').WasmSource>, languages?: string | Iterable<string> }} [options]
 *   The wasm comes with the package unless it is given here: its URL, a response, its bytes, or the module. `languages` are
 *   those whose vocabularies are fetched too, by tags such as `en` and `pt-BR`, four at most; none unless given. One that
 *   cannot be fetched is left out: a warning on the console says which.
 * @returns {Promise<Passmuster>} Rejected where the wasm cannot be fetched or run; the next call tries again. Rejected with a
 *   `RangeError` where there is no vocabulary of a language.
 */
export async function load({ engine = 'muster', wasm, languages } = {}) {
  const names = languages === undefined ? [] : languageNames(languages, 'load(): languages');
  if (wasm) configure({ engines: { [engine]: wasm } });
  let loaded = loading.get(engine);
  if (!loaded) {
    loaded = instantiate(engine).then((wasm) => new Passmuster(wasm));
    loading.set(engine, loaded);
    loaded.catch(() => loading.delete(engine));
  }
  const api = await loaded;
  if (names.length === 0 || engine !== 'muster') return api;
  await Promise.all(names.map(fetchPack));
  return new Passmuster(api.wasm, names.filter(isThere));
}

/** @typedef {typeof import('./passmuster_wasm.js')} Wasm */

/**
 * @param {Engine} engine
 * @returns {Promise<Wasm>}
 */
async function instantiate(engine) {
  if (engine !== 'muster' && engine !== 'zxcvbn')
    throw new TypeError(`load(): engine must be 'muster' or 'zxcvbn', not ${JSON.stringify(engine)}`);
  // The same exports; only the names of the closures within differ.
  return engine === 'muster'
    ? run(muster, engine)
    : run(/** @type {any} */ (await import('./zxcvbn/passmuster_wasm.js')), engine);
}

/**
 * @template {{ default: (module?: WebAssembly.Module) => Promise<unknown> }} Glue
 * @param {Glue} glue
 * @param {string} name
 */
async function run(glue, name) {
  await glue.default(await wasmModule(name));
  return glue;
}

const HAVE_I_BEEN_PWNED = 'https://api.pwnedpasswords.com/range/';
/** A minute; whoever waits has gone by then. */
const MAX_TIMEOUT = 60_000;

/** What `load()` answers with. */
export class Passmuster {
  /** The wasm's exports, for the element. @type {Wasm} */
  wasm;
  /** @type {[WarningName[], SuggestionName[], PartKind[]] | undefined} */
  #names;

  /** The languages whose vocabularies an estimate uses unless it names others. @type {readonly string[]} */
  languages;

  /** @param {Wasm} wasm @param {readonly string[]} [languages] */
  constructor(wasm, languages = []) {
    this.wasm = wasm;
    this.languages = languages;
  }

  /** The names of warnings, suggestions and kinds of parts, which only a caller wants. */
  get #lists() {
    return (this.#names ??= /** @type {any} */ (
      this.wasm
        .names()
        .split(';')
        .map((list) => list.split(','))
    ));
  }

  /**
   * Estimates how many guesses a password would survive.
   *
   * @param {string} password Any string.
   * @param {EstimateOptions} [options]
   * @returns {Estimate & { languages: string[] }} With the languages whose vocabularies were used.
   */
  estimate(password, { context, currentPassword, year = new Date().getFullYear(), languages = this.languages } = {}) {
    if (typeof password !== 'string') {
      throw new TypeError(`estimate(): password must be a string, not ${typeof password}`);
    }
    const used = this.#used(languages);
    const known = knownLines(context, 'estimate(): context', [String(currentPassword ?? ''), used.join()])
      .map(oneLine)
      .join('\n');
    // As a number before the wasm is called: what fails there leaves the password behind.
    const [score, guessesLog10, warning, count, ...rest] = this.wasm.estimate(password, known, Number(year));
    const [warnings, suggestions, kinds] = this.#lists;
    const sequence = [];
    for (let i = count; i < rest.length; i += 4) {
      sequence.push({ kind: kinds[rest[i]], start: rest[i + 1], end: rest[i + 2], guessesLog10: rest[i + 3] });
    }
    return {
      score: /** @type {Estimate['score']} */ (score),
      guessesLog10,
      warning: warnings[warning] ?? null,
      suggestions: rest.slice(0, count).map((index) => suggestions[index]),
      sequence,
      languages: used,
    };
  }

  /** The languages of those named whose vocabularies are there. @param {string | Iterable<string>} languages */
  #used(languages) {
    // What the other engine knows it brings along.
    if (this.wasm !== muster) return [];
    const names = languageNames(languages, 'estimate(): languages');
    const missing = names.find((language) => !wasAsked(language));
    if (missing) throw new RangeError(`estimate(): languages: call load({ languages: ['${missing}'] }) before`);
    return names.filter(isThere);
  }

  /**
   * Asks whether a password leaked. Only the first five of the forty digits of its SHA-1 are sent.
   *
   * @param {string} password Any string.
   * @param {BreachOptions} [options]
   * @returns {Promise<Breach>} Rejected with a `TypeError` where an option is wrong and, as with `fetch`, with the
   *   signal's reason once that is aborted; never because of what a network or a server does.
   */
  async checkBreach(password, { endpoint, timeout = 3_000, signal } = {}) {
    if (typeof password !== 'string') {
      throw new TypeError(`checkBreach(): password must be a string, not ${typeof password}`);
    }
    // As a number before the wasm is called: what fails there leaves the password behind.
    const milliseconds = Number(timeout);
    if (!(milliseconds > 0 && milliseconds <= MAX_TIMEOUT)) {
      throw new TypeError(`checkBreach(): timeout must be from 1 to ${MAX_TIMEOUT} milliseconds, not ${timeout}`);
    }
    const url = endpointUrl(endpoint, 'checkBreach()');
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        lookup.free();
        reject(signal?.reason);
      };
      /** @param {Breach['status']} status @param {number} count @param {Breach['reason']} [reason] */
      const answer = (status, count, reason = null) => {
        resolve({ status, count, reason });
        lookup.free();
        signal?.removeEventListener('abort', giveUp);
      };
      const lookup = new this.wasm.Lookup(password, url, milliseconds, answer);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /**
   * Makes a password from `crypto.getRandomValues`: a passphrase of `words` words of the EFF's large list
   * or `length` random characters that follow `passwordrules`. What that takes is fetched when first asked for.
   *
   * @param {import('./generate.js').GenerateOptions} [options] Five words unless said otherwise.
   * @returns {Promise<Generated>} Rejected where no password can follow the rules.
   */
  async generate(options) {
    return (await import('./generate.js')).generate(options);
  }

  /**
   * Makes a password better that somebody chose: what was typed stays, and random words of the EFF's large list are put
   * where the guessing is cheapest, two or as many more as it takes to reach a score.
   *
   * Nothing makes a password better that leaked: ask `checkBreach()` of one that is strong.
   *
   * @param {string} password Any string.
   * @param {EstimateOptions & { minScore?: number }} [options] The least score, 3 unless given.
   * @returns {Promise<Generated>} Its bits are those of the random words alone. Rejected with a `RangeError` where the
   *   password is personal or like the current one: of such a one nothing should stay.
   */
  async vary(password, options) {
    return (await import('./generate.js')).vary(this, password, options);
  }
}

/** More is no context but a blocklist that belongs on a server. */
const MAX_KNOWN = 10_000;

/**
 * What an attacker knows, as the wasm takes it, joined by line feeds.
 *
 * @param {unknown} context A text, or an iterable of them; `null` and `undefined` are none, also as entries.
 * @param {string} name What an error calls it.
 * @param {string[]} lines Where to: what comes before an entry that throws stands in it.
 * @returns {string[]} The lines.
 * @throws {TypeError} Where it is neither.
 * @throws {RangeError} Where there are more than 10,000 entries.
 */
export function knownLines(context, name, lines) {
  if (context === undefined || context === null) return lines;
  const entries = typeof context === 'string' ? [context] : /** @type {Iterable<unknown>} */ (context);
  if (typeof entries[Symbol.iterator] !== 'function') {
    throw new TypeError(`${name} must be a string or an iterable of strings, not ${typeof context}`);
  }
  let count = 0;
  for (const entry of entries) {
    if (++count > MAX_KNOWN) throw new RangeError(`${name} may have at most ${MAX_KNOWN.toLocaleString('en')} entries`);
    if (entry !== undefined && entry !== null) lines.push(String(entry));
  }
  return lines;
}

/** @param {string} line */
export const oneLine = (line) => line.replaceAll('\n', ' ');

/**
 * @param {string | URL} [endpoint]
 * @param {string} [caller] Named where the endpoint is wrong.
 * @returns {string} Its absolute URL.
 */
export function endpointUrl(endpoint = HAVE_I_BEEN_PWNED, caller = '') {
  try {
    const { href } = new URL(endpoint, globalThis.document?.baseURI ?? globalThis.location?.href);
    // No user and password before the host, and no fragment after the path.
    if (/^https?:[/][/][^@/]+[/][^#\\]*$/.test(href)) return href;
  } catch {
    // What is no URL at all is wrong in the same way.
  }
  throw new TypeError(`${caller}: endpoint must be an http or https URL without user, password and fragment, not "${endpoint}"`);
}
