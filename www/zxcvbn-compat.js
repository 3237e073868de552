/**
 * `zxcvbn(password, userInputs)` with the result of zxcvbn 4.4.2, for pages that use that and want to change one line. The
 * fields and patterns are zxcvbn's, the numbers are muster's, and the words are those of our English catalogue.
 *
 * ```js
 * import zxcvbn from 'passmuster/zxcvbn-compat';
 * zxcvbn('hunter2', ['jane@example.org']).score;
 * ```
 *
 * @module passmuster/zxcvbn-compat
 */

import { load } from './core.js';
import english from './locales/en.js';
import { loadNow } from './now.js';
import muster from './wasm/muster.js';

/**
 * @typedef {object} ZXCVBNSequence
 * @property {'dictionary' | 'spatial' | 'repeat' | 'sequence' | 'regex' | 'date' | 'bruteforce'} pattern
 * @property {number} i Where it begins in the password's NFC form, in UTF-16 units.
 * @property {number} j Its last unit.
 * @property {string} token
 * @property {number} guesses
 * @property {number} guesses_log10
 * @property {string} [dictionary_name] Of a dictionary's: `passwords`, `english`, `user_inputs`.
 * @property {string} [regex_name] Of a regex's: `recent_year`.
 *
 * @typedef {object} ZXCVBNAttackTime
 * @property {number} online_throttling_100_per_hour
 * @property {number} online_no_throttling_10_per_second
 * @property {number} offline_slow_hashing_1e4_per_second
 * @property {number} offline_fast_hashing_1e10_per_second
 *
 * @typedef {object} ZXCVBNResult
 * @property {string} password
 * @property {number} guesses
 * @property {number} guesses_log10
 * @property {ZXCVBNAttackTime} crack_times_seconds
 * @property {{ [Name in keyof ZXCVBNAttackTime]: string }} crack_times_display
 * @property {0 | 1 | 2 | 3 | 4} score
 * @property {{ warning: string, suggestions: string[] }} feedback
 * @property {ZXCVBNSequence[]} sequence
 * @property {number} calc_time Milliseconds.
 */

/** The pattern of each kind of part, and what zxcvbn says of it besides. @type {Record<string, Pick<ZXCVBNSequence, 'pattern' | 'dictionary_name' | 'regex_name'>>} */
export const PATTERNS = {
  characters: { pattern: 'bruteforce' },
  word: { pattern: 'dictionary', dictionary_name: 'passwords' },
  'dictionary-word': { pattern: 'dictionary', dictionary_name: 'english' },
  personal: { pattern: 'dictionary', dictionary_name: 'user_inputs' },
  'current-password': { pattern: 'dictionary', dictionary_name: 'user_inputs' },
  'keyboard-walk': { pattern: 'spatial' },
  repeat: { pattern: 'repeat' },
  sequence: { pattern: 'sequence' },
  year: { pattern: 'regex', regex_name: 'recent_year' },
  date: { pattern: 'date' },
};

/** Guesses a second, by zxcvbn's names. @type {ZXCVBNAttackTime} */
const RATES = {
  online_throttling_100_per_hour: 100 / 3_600,
  online_no_throttling_10_per_second: 10,
  offline_slow_hashing_1e4_per_second: 1e4,
  offline_fast_hashing_1e10_per_second: 1e10,
};

/** zxcvbn's units: seconds, a name for each; its months have 31 days, and its years twelve of them. @type {[seconds: number, name: string][]} */
const UNITS = [
  [1, 'second'],
  [60, 'minute'],
  [3_600, 'hour'],
  [86_400, 'day'],
  [2_678_400, 'month'],
  [32_140_800, 'year'],
];
const CENTURY = 3_214_080_000;

/** A span of time in zxcvbn's words. @param {number} seconds */
function display(seconds) {
  if (seconds < 1) return 'less than a second';
  if (seconds >= CENTURY) return 'centuries';
  const [unit, name] = UNITS.filter(([unit]) => unit <= seconds).at(-1) ?? UNITS[0];
  const count = Math.round(seconds / unit);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** @template T @param {(rate: number) => T} value */
const each = (value) =>
  /** @type {{ [Name in keyof ZXCVBNAttackTime]: T }} */ (
    Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, value(rate)]))
  );

/** @type {import('./passmuster.js').Passmuster | undefined} */
let api;

/** Guesses as a number that JavaScript can hold. @param {number} log10 */
const number = (log10) => Math.min(10 ** log10, Number.MAX_VALUE);

/**
 * Estimates a password.
 *
 * @param {string} password
 * @param {readonly (string | number | boolean)[]} [userInputs] What an attacker knows of its owner and of the site.
 * @returns {ZXCVBNResult}
 */
export default function zxcvbn(password, userInputs = []) {
  const start = performance.now();
  api ??= loadNow(muster);
  const { score, guessesLog10, warning, suggestions, sequence } = api.estimate(password, { context: userInputs.map(String) });
  const guesses = number(guessesLog10);
  const normal = password.normalize('NFC');
  /** @type {{ warning: Record<string, string>, suggestion: Record<string, string> }} */
  const words = english;
  return {
    password,
    guesses,
    guesses_log10: guessesLog10,
    sequence: sequence.map(({ kind, start, end, guessesLog10 }) => ({
      ...(PATTERNS[kind] ?? PATTERNS.characters),
      i: start,
      j: end - 1,
      token: normal.slice(start, end),
      guesses: number(guessesLog10),
      guesses_log10: guessesLog10,
    })),
    calc_time: Math.round(performance.now() - start),
    crack_times_seconds: each((rate) => guesses / rate),
    crack_times_display: each((rate) => display(guesses / rate)),
    score,
    feedback: {
      // As zxcvbn does: nothing is said of what is strong enough, and something of what is empty.
      warning: score < 3 && warning ? words.warning[warning] : '',
      suggestions: score >= 3 ? [] : password === '' ? [english.reason.empty] : suggestions.map((name) => words.suggestion[name]),
    },
  };
}

/**
 * Takes another engine for all calls that follow: `zxcvbn`, whose numbers are those of zxcvbn, fetches 1.9 MB. Bundlers need an
 * import of `passmuster/zxcvbn` for it.
 *
 * @param {import('./passmuster.js').Engine} engine
 */
export async function useEngine(engine) {
  api = await load({ engine });
}

zxcvbn.useEngine = useEngine;
