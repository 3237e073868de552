import { asset, isGiven } from '../assets.js';

/**
 * The languages there are messages for, besides English. Each import is spelled out, so that every bundler makes a
 * file of its own of each catalogue and a page fetches only the one it shows.
 *
 * A key is a language, or a language and its script where the script decides between two catalogues.
 *
 * @type {Record<string, () => Promise<{ default: import('../words.js').Messages }>>}
 */
export const catalogues = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt-BR.js'),
  ru: () => import('./ru.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  zh: () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/**
 * What fetches the messages closest to a language, the page's own by `configure()` first, or `undefined` where there are none: then English, which is built
 * in, serves. The likely script of a tag tells the two Chinese apart (`zh-TW` is written in `Hant`, `zh-SG` in `Hans`).
 *
 * @param {string} language A BCP 47 tag; anything else has no catalogue.
 */
export function catalogueFor(language) {
  try {
    const likely = new Intl.Locale(language).maximize();
    const keys = [language, `${likely.language}-${likely.script}`, likely.language];
    const own = keys.find((key) => isGiven(`locales/${key}`));
    return own ? async () => ({ default: await asset(`locales/${own}`) }) : (catalogues[keys[1]] ?? catalogues[keys[2]]);
  } catch {
    return undefined;
  }
}
