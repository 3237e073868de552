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

/** Languages whose readers read one of ours. @type {Record<string, string>} */
const READ_AS = { gsw: 'de', yue: 'zh' };

/**
 * What fetches the messages closest to a language, or `undefined` where there are none: then English, which is built
 * in, serves. What the page gave `configure()` comes first. The likely script of a tag tells the two Chinese apart
 * (`zh-TW` is written in `Hant`, `zh-SG` in `Hans`).
 *
 * @param {string} language A BCP 47 tag, also with underscores; anything else has no catalogue.
 */
export function catalogueFor(language) {
  try {
    const likely = new Intl.Locale(language.replaceAll('_', '-')).maximize();
    const own = READ_AS[likely.language] ?? likely.language;
    const keys = [language, `${own}-${likely.script}`, own];
    const given = keys.find((key) => isGiven(`locales/${key}`));
    return given ? async () => ({ default: await asset(`locales/${given}`) }) : (catalogues[keys[1]] ?? catalogues[own]);
  } catch {
    return undefined;
  }
}
