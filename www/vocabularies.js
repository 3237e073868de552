/** The vocabularies of languages: which there are, and which of them the page has fetched. */

import { isGiven, packBytes } from './assets.js';
import { pack } from './passmuster_wasm.js';

/** The languages that the package has a vocabulary of; tests/seam.rs holds them against Rust. */
export const LANGUAGES = ['de', 'en', 'es', 'fr', 'id', 'it', 'nl', 'pl', 'pt'];
/** For the words of each are looked for as well. */
export const MAX_LANGUAGES = 4;

/** The language of a tag such as `pt-BR`. @param {string} tag */
export const languageOf = (tag) => tag.trim().split(/[-_]/)[0].toLowerCase();

/** Whether there is a vocabulary of a language. @param {string} language */
export const isLanguage = (language) => LANGUAGES.includes(language) || isGiven(`packs/${language}`);

/**
 * The languages that somebody named.
 *
 * @param {unknown} tags Tags such as `en` or `pt-BR`, in an iterable or in a text with commas or spaces between.
 * @param {string} name What an error calls them.
 * @returns {string[]} Each once.
 * @throws {TypeError} Where they are neither.
 * @throws {RangeError} Where there is no vocabulary of one, or there are more than four.
 */
export function languageNames(tags, name) {
  const list = typeof tags === 'string' ? tags.split(/[\s,]+/).filter(Boolean) : /** @type {Iterable<unknown>} */ (tags);
  if (typeof list?.[Symbol.iterator] !== 'function')
    throw new TypeError(`${name} must be an iterable of tags such as 'en', not ${list === null ? 'null' : typeof list}`);
  /** @type {Set<string>} */
  const languages = new Set();
  for (const tag of list) {
    const language = languageOf(String(tag));
    if (!isLanguage(language))
      throw new RangeError(`${name}: there is no vocabulary of the language "${tag}"; there is one of ${LANGUAGES.join(', ')}`);
    languages.add(language);
    if (languages.size > MAX_LANGUAGES) throw new RangeError(`${name} may have at most ${MAX_LANGUAGES} languages`);
  }
  return [...languages];
}

/** Those that were asked for. What failed may be asked for again. @type {Map<string, Promise<void> | undefined>} */
const asked = new Map();
/** @type {Set<string>} */
const there = new Set();
/** What was said on the console. @type {Set<string>} */
const told = new Set();

/** @param {string} language */
export const isThere = (language) => there.has(language);

/** @param {string} language */
export const wasAsked = (language) => asked.has(language);

/**
 * Fetches a vocabulary, once a page. The wasm of muster has to be there. Never rejected: without one an estimate is
 * complete, only less informed, and so the console is told, once.
 *
 * @param {string} language
 * @returns {Promise<void>}
 */
export function fetchPack(language) {
  let coming = asked.get(language);
  if (!coming) {
    coming = packBytes(language, (bytes) => {
      const found = pack(bytes);
      if (found !== language) throw new Error(found ? `it is of the language ${found}` : 'it is none that this version can read');
      there.add(language);
    }).catch((error) => {
      asked.set(language, undefined);
      if (!told.has(language)) console.warn(error.message);
      told.add(language);
    });
    asked.set(language, coming);
  }
  return coming;
}
