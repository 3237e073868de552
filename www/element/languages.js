/** Whose words count for a field: the languages that the site names, and their vocabularies as they come. */

import { getAttribute, setTimeout } from '../dom.js';
import { fetchPack, isLanguage, isThere, languageNames, languageOf, MAX_LANGUAGES } from '../vocabularies.js';
import { startTagOf } from './form.js';

/** Not before the page is idle: until then the estimate does without. @param {() => void} work */
const whenIdle = (work) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 1_000 }) : setTimeout(work, 100);

/** @param {string} text */
const tagsIn = (text) => text.split(/[\s,]+/).filter(Boolean);

/**
 * @param {object} page
 * @param {import('./element.js').PassMusterElement} page.element
 * @param {HTMLInputElement} page.field
 * @param {(error: unknown) => void} page.complain
 * @param {() => void} page.came Called once a vocabulary is there, or cannot be had.
 */
export function languagesFor({ element, field, complain, came }) {
  /** Those whose vocabularies were asked for here; `false` once one cannot be had. @type {Map<string, boolean>} */
  const asked = new Map();

  const wanted = () => {
    const named = getAttribute(element, 'languages');
    if (named === null) {
      const page = field.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
      return [...new Set([languageOf(page), 'en'])].filter(isLanguage);
    }
    /** @type {Set<string>} */
    const languages = new Set();
    for (const tag of tagsIn(named)) {
      try {
        const [language] = languageNames([tag], `${startTagOf(element)}: languages`);
        if (languages.size === MAX_LANGUAGES && !languages.has(language))
          languageNames(named, `${startTagOf(element)}: languages`);
        languages.add(language);
      } catch (error) {
        // The others count.
        complain(error);
      }
    }
    return [...languages];
  };

  /** The languages whose vocabularies are there or on their way. Those that nobody asked for yet are fetched at idle. */
  const expected = () => {
    try {
      const languages = wanted();
      for (const language of languages) {
        if (asked.has(language)) continue;
        asked.set(language, true);
        if (isThere(language)) continue;
        whenIdle(async () => {
          await fetchPack(language);
          asked.set(language, isThere(language));
          came();
        });
      }
      return languages.filter((language) => asked.get(language));
    } catch (error) {
      complain(error);
      return [];
    }
  };

  return { expected, used: () => expected().filter(isThere) };
}
