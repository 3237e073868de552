/** Passwords made at random: `generate()` and `vary()` of passmuster.js, fetched when one is first wanted. */

import { asset, wasmModule } from './assets.js';

/**
 * @typedef {import('./passmuster.js').Generated} Generated
 * @typedef {{ words?: number } | { length: number, passwordrules?: string }} GenerateOptions
 */

/** @type {Promise<typeof import('./generator/passmuster_wasm.js')> | undefined} */
let generator;

/** Fetches the generator, once a page. */
function loadGenerator() {
  generator ??= import('./generator/passmuster_wasm.js').then(async (glue) => {
    await glue.default(await wasmModule('generator'));
    return glue;
  });
  generator.catch(() => {
    generator = undefined;
  });
  return generator;
}

/** @param {GenerateOptions} [options] @returns {Promise<Generated>} */
export async function generate(options = {}) {
  drawTwice('generate()');
  if ('length' in options) {
    const length = count('length', options.length, 1_024);
    const { characters } = await loadGenerator();
    const [password, bits] = characters(length, options.passwordrules ?? '');
    return { password, bits };
  }
  const words = count('words', options.words ?? 5, 64);
  const [{ passphrase }, list] = await Promise.all([loadGenerator(), asset('words')]);
  const [password, bits] = passphrase(list, words);
  return { password, bits };
}

/** The random words of a variation, some 13 bits each: two at least, and more until it is strong enough. */
const LEAST_WORDS = 2;
const MOST_WORDS = 8;

/**
 * @param {import('./passmuster.js').Passmuster} muster
 * @param {string} password
 * @param {import('./passmuster.js').EstimateOptions & { minScore?: number }} [options]
 * @returns {Promise<Generated>}
 */
export async function vary(muster, password, { minScore = 3, ...options } = {}) {
  drawTwice('vary()');
  if (typeof password !== 'string') throw new TypeError(`vary(): password must be a string, not ${typeof password}`);
  if (!Number.isInteger(minScore) || minScore < 0 || minScore > 4)
    throw new RangeError(`vary(): minScore must be a whole number from 0 to 4, not ${minScore}`);
  const own = password.normalize();
  // An iterable may be read once.
  const known = typeof options.context === 'object' && options.context ? [...options.context] : options.context;
  const estimate = (/** @type {string} */ text) => muster.estimate(text, { ...options, context: known });
  const { warning, sequence } = estimate(own);
  if ([warning, ...sequence.map(({ kind }) => kind)].some((name) => /^personal$|current-password$/.test(name ?? '')))
    throw new RangeError('vary(): password must be neither personal nor like the current one; choose another');
  const parts = new Float64Array(sequence.flatMap(({ start, end, guessesLog10 }) => [start, end, guessesLog10]));
  const [{ variation }, list] = await Promise.all([loadGenerator(), asset('words')]);
  for (let words = LEAST_WORDS; words <= MOST_WORDS; words++) {
    const [varied, bits] = variation(own, parts, list, words);
    if (estimate(varied).score >= minScore) return { password: varied, bits };
  }
  throw new RangeError(`vary(): no variation with up to ${MOST_WORDS} words reaches a score of ${minScore}`);
}

/** Two draws are alike where a page's own `crypto` draws nothing, and what is made of them would be known to everybody. @param {string} caller */
function drawTwice(caller) {
  const [one, other] = [0, 0].map(() => String(crypto.getRandomValues(new Uint8Array(16))));
  if (one === other) throw new Error(`${caller}: crypto.getRandomValues() gives no random values`);
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} most
 */
function count(name, value, most) {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new RangeError(`generate(): ${name} must be a whole number from 1 to ${most}, not ${value}`);
  }
  return value;
}
