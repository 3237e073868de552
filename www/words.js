/** Messages in the language of the page. */

import english from './locales/en.js';

/**
 * A message, or its plural forms.
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Words
 *
 * @typedef {{ readonly [Group in keyof typeof english]: { readonly [Name in keyof typeof english[Group]]: Words } }} Catalogue
 *
 * Messages of one's own in the place of a catalogue's, as many as wanted: `{ headline: { weak: 'Not this one' } }`.
 * @typedef {{ readonly [Group in MessageGroup]?: { readonly [Name in keyof typeof english[Group]]?: Words } }} Messages
 *
 * A group of messages; tests/messages.rs holds those that a verdict shows against Rust.
 * @typedef {keyof typeof english} MessageGroup
 *
 * What names a message: its group and its name, with a dot between.
 * @typedef {{ [Group in MessageGroup]: `${Group}.${keyof typeof english[Group] & string}` }[MessageGroup]} MessageKey
 *
 * Messages by any name, as they are looked up.
 * @typedef {{ readonly [group: string]: { readonly [name: string]: Words } | undefined }} Named
 */

/** Our languages but Arabic and Persian, which have digits of their own. */
const PLAIN_DIGITS =
  /^(en|cs|da|de|el|es|fi|fr|he|hi|hu|id|it|ja|ko|nb|nl|nn|no|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(-[A-Za-z]{2,4})*$/;
const MILLION = 1e6;

/**
 * What a catalogue has of a message, which may be the page's own: anything, also what throws.
 * @param {Named} messages @param {string} group @param {string} name @param {Intl.LDMLPluralRule} [form]
 */
function wordsOf(messages, group, name, form = 'other') {
  try {
    const words = messages[group]?.[name];
    const text = typeof words === 'string' ? words : (words?.[form] ?? words?.other);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The first of the catalogues that has a message. @param {Named[]} catalogues @param {string} group @param {string} name */
const holderOf = (catalogues, group, name) => catalogues.find((messages) => wordsOf(messages, group, name) !== undefined);

/**
 * The words of a message.
 *
 * @param {Named[]} catalogues The first that has the message words it; English is asked last.
 * @param {string} language A BCP 47 tag, for plurals and digits; what is no tag counts as English.
 * @param {string} group
 * @param {string} name
 * @param {number} [count] The number that the message mentions.
 * @returns {string}
 */
export function word(catalogues, language, group, name, count) {
  const messages = holderOf(catalogues, group, name);
  const words = messages ?? /** @type {Named} */ (english);
  if (count === undefined) return wordsOf(words, group, name) ?? '';
  // English words have English plurals, in a page of any language.
  const tag = (messages && canonical(language)) || 'en';
  return (wordsOf(words, group, name, plural(count, tag)) ?? '')
    .replace('{times}', () => {
      const rounded = roundDown(count);
      return word(messages ? catalogues : [], tag, 'times', rounded < count ? 'more' : 'exact', rounded);
    })
    .replace('{count}', () => digits(count, tag));
}

/**
 * The parts that make a password guessable, in a sentence. Each stands in it as it is listed, so that no language has to
 * inflect it.
 *
 * @param {(group: string, name: string, count?: number) => string} say
 * @param {string} told `all` or `some`; then for each part a `;`, its name and, where it is told, its place and how many
 *   characters, with `,` between. As src/widget.rs in the repository has it.
 */
export function faults(say, told) {
  const [extent, ...parts] = told.split(';');
  let list = '';
  for (const told of parts) {
    const [name, place, count] = told.split(',');
    let part = say('part', name);
    if (place) part = fill(say('parts', 'at'), { part, place: say('place', place, Number(count)) });
    list = list ? fill(say('parts', 'next'), { parts: list, part }) : part;
  }
  return fill(say('parts', extent), { parts: list });
}

/** @param {string} form @param {Record<string, string>} words */
const fill = (form, words) => form.replace(/[{](part|parts|place)[}]/g, (_, name) => words[name]);

/**
 * Whether a message is worded in English for want of words in the page's language. What shows it then has to have
 * `lang="en"` and `dir="ltr"`, or it is read out in the wrong language and set in the wrong direction.
 *
 * @param {Named[]} catalogues
 * @param {string} language The page's.
 * @param {string} group
 * @param {string} name
 */
export function isMissing(catalogues, language, group, name) {
  return !/^en(-|_|$)/i.test(language) && !holderOf(catalogues, group, name);
}

/**
 * A tag as `Intl` takes it, also of one that is written with an underscore; nothing of what is no tag.
 * @param {string} language
 */
function canonical(language) {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** @param {number} count @param {string} tag */
function plural(count, tag) {
  try {
    return new Intl.PluralRules(tag).select(count);
  } catch {
    return 'other';
  }
}

/** A number as people remember it: whole millions, below them two digits; exact below 10,000. @param {number} count */
function roundDown(count) {
  const unit = count < 10_000 ? 1 : count < MILLION ? 10 ** (String(count).length - 2) : MILLION;
  return count - (count % unit);
}

/** @param {number} count @param {string} tag */
function digits(count, tag) {
  // A number format takes tens of milliseconds to make, for what is the same in most languages.
  if (count < 1_000 && PLAIN_DIGITS.test(tag)) return String(count);
  /** @type {Intl.NumberFormatOptions} */
  const inWords = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 15 };
  try {
    return String(new Intl.NumberFormat(tag, count >= MILLION && count % MILLION === 0 ? inWords : {}).format(count));
  } catch {
    return String(count);
  }
}
