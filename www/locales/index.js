import { asset, isGiven } from '../assets.js';

/**
 * The languages there are messages for, besides English. Each import is spelled out, so that every bundler makes a
 * file of its own of each catalogue and a page fetches only the one it shows.
 *
 * A key is a language, or a language and its script or region where that decides between two catalogues.
 *
 * @type {Record<string, () => Promise<{ default: import('../words.js').Messages }>>}
 */
export const catalogues = {
  ar: () => import('./ar.js'),
  cs: () => import('./cs.js'),
  da: () => import('./da.js'),
  de: () => import('./de.js'),
  el: () => import('./el.js'),
  es: () => import('./es.js'),
  fa: () => import('./fa.js'),
  fi: () => import('./fi.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hu: () => import('./hu.js'),
  id: () => import('./id.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nb: () => import('./nb.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt-BR.js'),
  'pt-PT': () => import('./pt-PT.js'),
  ro: () => import('./ro.js'),
  ru: () => import('./ru.js'),
  sv: () => import('./sv.js'),
  th: () => import('./th.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  vi: () => import('./vi.js'),
  zh: () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/** Languages whose readers read one of ours. @type {Record<string, string>} */
const READ_AS = { gsw: 'de', nn: 'nb', no: 'nb', yue: 'zh' };
/** Where Portuguese is written as in Portugal: the regions that CLDR has inherit from it. */
const AS_IN_PORTUGAL = /^(AO|CH|CV|FR|GQ|GW|LU|MO|MZ|PT|ST|TL)$/;

/**
 * What fetches the messages closest to a language, or `undefined` where there are none: then English, which is built
 * in, serves. What the page gave `configure()` comes first. The likely script of a tag tells the two Chinese apart
 * (`zh-TW` is written in `Hant`, `zh-SG` in `Hans`), its region the two Portuguese.
 *
 * @param {string} language A BCP 47 tag, also with underscores; anything else has no catalogue.
 */
export function catalogueFor(language) {
  try {
    const likely = new Intl.Locale(language.replaceAll('_', '-')).maximize();
    const own = READ_AS[likely.language] ?? likely.language;
    const region = own === 'pt' && AS_IN_PORTUGAL.test(likely.region ?? '') ? 'PT' : likely.region;
    const keys = [language, `${own}-${likely.script}`, `${own}-${region}`, own];
    const given = keys.find((key) => isGiven(`locales/${key}`));
    if (given) return async () => ({ default: await asset(`locales/${given}`) });
    return catalogues[keys.find((key) => Object.hasOwn(catalogues, key)) ?? ''];
  } catch {
    return undefined;
  }
}
