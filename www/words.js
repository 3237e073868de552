/** Messages in the language of the page. */

import english from './locales/en.js';

/**
 * A message, or its plural forms.
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Words
 *
 * @typedef {{ readonly [Group in keyof typeof english]: { readonly [Name in keyof typeof english[Group]]: Words } }} Catalogue
 *
 * Messages of one's own in the place of a catalogue's.
 * @typedef {{ readonly [group: string]: { readonly [name: string]: Words } }} Messages
 */

/** Our languages but Arabic, which has digits of its own. */
const PLAIN_DIGITS = /^(en|de|fr|es|pt|it|nl|pl|tr|ru|uk|he|hi|zh|ja|ko)(-|$)/;

/**
 * The words of a message.
 *
 * @param {Messages[]} catalogues The first that has the message words it; English is asked last.
 * @param {string} language A BCP 47 tag, for plurals and digits; what is no tag counts as English.
 * @param {string} group
 * @param {string} name
 * @param {number} [count] The number that the message mentions.
 */
export function word(catalogues, language, group, name, count) {
  const messages = catalogues.find((messages) => messages[group]?.[name]);
  const words = (messages ?? /** @type {Messages} */ (english))[group]?.[name] ?? '';
  if (count === undefined) return typeof words === 'string' ? words : (words.other ?? '');
  // English words have English plurals, in a page of any language.
  const tag = messages && isTag(language) ? language : 'en';
  const form = typeof words === 'string' ? words : (words[new Intl.PluralRules(tag).select(count)] ?? words.other ?? '');
  // A number format takes tens of milliseconds to make, for what is the same in most languages.
  const plain = count < 1_000 && PLAIN_DIGITS.test(tag);
  return form.replace('{count}', plain ? String(count) : new Intl.NumberFormat(tag).format(count));
}

/** @param {string} language */
function isTag(language) {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
