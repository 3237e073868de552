/** The catalogues of messages against English, which says what there is to say. Run with `node --test`. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { configure } from '../../www/assets.js';
import german from '../../www/locales/de.js';
import english from '../../www/locales/en.js';
import { catalogueFor, catalogues } from '../../www/locales/index.js';
import { isMissing, word } from '../../www/words.js';

const folder = new URL('../../www/locales/', import.meta.url);
const languages = readdirSync(folder)
  .map((file) => file.replace(/\.js$/, ''))
  .filter((name) => name !== 'index' && name !== 'en');

/** In brotli, without the blanks and comments that a bundler takes away. */
const LARGEST_BYTES = 2048;
const MEANT = [
  'de',
  'fr',
  'es',
  'pt-BR',
  'it',
  'nl',
  'pl',
  'tr',
  'ru',
  'uk',
  'ar',
  'he',
  'hi',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'ko',
  'cs',
  'da',
  'sv',
  'nb',
  'fi',
  'id',
  'vi',
  'pt-PT',
  'ro',
  'el',
  'hu',
  'th',
  'fa',
];

/** Whole numbers enough to meet every category that whole numbers reach: also millions, which French, Spanish, Portuguese and Italian treat apart. */
const NUMBERS = [...Array(203).keys(), 1e6, 2e6];
/** Numbers as large counts are rounded to. */
const ROUNDED = [10_000, 11_000, 21_000, 980_000, 1e6, 2e6, 5e6, 11e6, 21e6];

/** @typedef {Record<string, Record<string, Words>>} Messages */
/** @typedef {import('../../www/words.js').Words} Words */

/** Every message of a catalogue: `['headline.empty', 'Choose…']`. @param {Messages} catalogue @returns {[string, Words][]} */
const messages = (catalogue) =>
  Object.entries(catalogue).flatMap(([group, named]) =>
    Object.entries(named).map(([name, words]) => [`${group}.${name}`, words]),
  );
/** @param {Words} words @returns {Record<string, string>} */
const forms = (words) => (typeof words === 'string' ? { other: words } : /** @type {Record<string, string>} */ (words));
/** @param {string} language @returns {Promise<Messages>} */
const load = async (language) => (await import(new URL(`${language}.js`, folder).href)).default;

test('there is a catalogue for each language, and no other', () => {
  assert.deepEqual(languages.sort(), MEANT.sort());
});

for (const language of ['en', ...languages]) {
  describe(language, async () => {
    const catalogue = await load(language);
    const all = messages(catalogue);

    test('has exactly the groups and messages of English, in its order', () => {
      assert.deepEqual(
        all.map(([key]) => key),
        messages(english).map(([key]) => key),
      );
    });

    test('has a form for every category that a whole number can have, and no other', () => {
      const rules = new Intl.PluralRules(language);
      const known = new Set(rules.resolvedOptions().pluralCategories);
      for (const [key, words] of all) {
        if (typeof words === 'string') continue; // One wording serves every number, or there is no number.
        // Characters are not counted in millions.
        const numbers = key === 'times.more' ? ROUNDED : key === 'times.exact' ? NUMBERS : NUMBERS.slice(0, -2);
        for (const category of new Set(numbers.map((number) => rules.select(number))))
          assert.ok(words[category], `${key} lacks ${category}`);
        for (const category of Object.keys(words))
          assert.ok(known.has(/** @type {Intl.LDMLPluralRule} */ (category)), `${key} has ${category}, unknown to ${language}`);
        assert.ok(words.other, `${key} lacks other`);
      }
    });

    test('mentions the number wherever English does, once; one and two may be spelled out', () => {
      for (const [key, words] of messages(english)) {
        const [group, name] = key.split('.');
        const placeholders = /** @param {string} form */ (form) => (form.match(/{\w+}/g) ?? []).sort().join();
        const expected = placeholders(forms(words).other);
        for (const [category, form] of Object.entries(forms(catalogue[group][name]))) {
          const asEnglish = placeholders(form) === expected && form.match(/[{}]/g)?.length === expected.match(/[{}]/g)?.length;
          const spelledOut = expected === '{count}' && !/[{}]/.test(form) && exactly(language, category);
          assert.ok(asEnglish || spelledOut, `${key}.${category}: ${form}`);
        }
      }
    });

    test('has no placeholder but numbers and what catalogues word: no message can show a password or a piece of one', () => {
      for (const [key, words] of all) {
        for (const form of Object.values(forms(words))) {
          for (const placeholder of form.match(/[{<$%][^}>\s]*[}>]?/g) ?? [])
            assert.match(placeholder, /^{(count|times|part|parts|place|rule)}$/, `${key}: ${form}`);
        }
      }
    });

    test('words how often a password leaked: exactly while it is seldom, rounded down where it is often', () => {
      /** @param {number} count */
      const breached = (count) => word([catalogue], language, 'reason', 'breached', count);
      /** @param {number} count @param {Intl.NumberFormatOptions} [options] */
      const shown = (count, options) => new Intl.NumberFormat(language, options).format(count);
      const inWords = /** @type {const} */ ({ notation: 'compact', compactDisplay: 'long' });
      assert.ok(breached(9_876).includes(shown(9_876)), breached(9_876));
      assert.ok(breached(12_999).includes(shown(12_000)), breached(12_999));
      assert.ok(breached(987_654).includes(shown(980_000)), breached(987_654));
      assert.ok(breached(1_999_999).includes(shown(1e6, inWords)), breached(1_999_999));
      assert.ok(breached(10_434_004).includes(shown(1e7, inWords)), breached(10_434_004));
      assert.notEqual(breached(10_434_004), breached(10_000_000), 'the one is more');
      for (const count of [1, 2, 3, 5, 11, 21, 100, 12_345, 2_345_678, 1e6]) assert.doesNotMatch(breached(count), /[{}]/);
    });

    test('joins sentences as its own sentences are joined', () => {
      const { headline, sentence } = /** @type {Record<string, string>} */ (catalogue.join);
      const sentences = all
        .filter(([key]) => /^(reason|warning|suggestion)\./.test(key))
        .flatMap(([, words]) => Object.values(forms(words)));
      // In Thai a blank ends a sentence, and nothing else.
      const stop = headline.trimEnd();
      assert.equal(headline, stop + sentence);
      for (const form of sentences) {
        assert.ok(form.endsWith('…') || (stop ? form.endsWith(stop) : /\p{L}\p{M}*$/u.test(form)), form);
        const inner = stop ? form.slice(0, -1).split(stop).slice(1) : [];
        for (const next of inner) assert.equal(next.startsWith(' '), sentence === ' ', form);
      }
      if (!stop) return;
      const blanks = sentences.filter((form) => / /.test(form)).length / sentences.length;
      assert.equal(sentence === ' ', blanks > 0.5, 'blanks stand between sentences where they stand between words');
    });

    test('is set with care: no blanks around or doubled, no straight quotes, no three dots, no headline ending like a sentence', () => {
      const stop = /** @type {string} */ (catalogue.join.headline).trim();
      for (const [key, words] of all) {
        if (key.startsWith('join.')) continue;
        for (const form of Object.values(forms(words))) {
          assert.equal(form, form.trim(), key);
          assert.ok(!/\s{2}|\.\.\.|["']/.test(form), `${key}: ${form}`);
          if (key.startsWith('headline.')) assert.ok(!/[.。!?…।؟]$/.test(form), `${key}: ${form}`);
          if (key.startsWith('reason.') || key.startsWith('warning.') || key.startsWith('suggestion.')) {
            assert.ok(!stop || /[.。…।]$/.test(form), `${key} is no sentence: ${form}`);
          }
          assert.ok(!/[!！]/.test(form), `${key} shouts: ${form}`);
        }
      }
    });

    test(`fits into ${LARGEST_BYTES} bytes of brotli`, () => {
      const bytes = brotliCompressSync(`export default ${JSON.stringify(catalogue)}`).length;
      assert.ok(bytes <= LARGEST_BYTES, `${bytes} bytes`);
    });

    if (language === 'en') return;

    test('leaves no message in English', () => {
      for (const [key, words] of messages(english)) {
        const [group, name] = key.split('.');
        // These are punctuation.
        if (group === 'join' || key === 'parts.at') continue;
        const originals = Object.values(forms(words));
        for (const form of Object.values(forms(catalogue[group][name]))) assert.ok(!originals.includes(form), `${key}: ${form}`);
      }
    });

    test('is what its own tag finds', async () => {
      assert.equal((await catalogueFor(language)?.())?.default, catalogue);
    });
  });
}

/** Whether a category is that of a single number but none, which no message mentions: Hebrew's `one` is 1 alone, Russian's is also 21. @param {string} language @param {string} category */
function exactly(language, category) {
  const rules = new Intl.PluralRules(language);
  return NUMBERS.filter((number) => number > 0 && rules.select(number) === category).length === 1;
}

test('the documentation lists each catalogue, and says of the same ones as they do that no native speaker has reviewed them', () => {
  const rows = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8').matchAll(
    /^\| `(\S+)` \| .* \| (.*) \|$/gm,
  );
  const states = Object.fromEntries([...rows].map(([, tag, state]) => [tag, state]));
  assert.deepEqual(Object.keys(states).sort(), ['en', ...languages].sort());
  for (const language of languages) {
    const marked = readFileSync(new URL(`${language}.js`, folder), 'utf8').includes('Not yet reviewed by a native speaker.');
    assert.equal(states[language] === 'not yet reviewed by a native speaker', marked, language);
  }
});

test('a tag finds the closest catalogue', () => {
  const found = {
    'de-AT': 'de',
    DE: 'de',
    de_DE: 'de',
    gsw: 'de',
    'fr-CA': 'fr',
    'es-419': 'es',
    'ar-EG': 'ar',
    iw: 'he',
    'ja-JP': 'ja',
    'ko-Kore-KR': 'ko',
    pt: 'pt',
    'pt-BR': 'pt',
    pt_BR: 'pt',
    'pt-US': 'pt',
    'pt-PT': 'pt-PT',
    'pt-AO': 'pt-PT',
    'pt-MZ': 'pt-PT',
    pt_PT: 'pt-PT',
    'pt-Latn-CV': 'pt-PT',
    no: 'nb',
    nn: 'nb',
    'nn-NO': 'nb',
    'nb-NO': 'nb',
    'no-NO': 'nb',
    'sv-FI': 'sv',
    in: 'id',
    mo: 'ro',
    'ro-MD': 'ro',
    'fa-AF': 'fa',
    prs: 'fa',
    zh: 'zh',
    'zh-CN': 'zh',
    'zh-SG': 'zh',
    'zh-Hans-HK': 'zh',
    'zh-TW': 'zh-Hant',
    'zh-HK': 'zh-Hant',
    'zh-MO': 'zh-Hant',
    'zh-Hant-US': 'zh-Hant',
    'zh-hant': 'zh-Hant',
    zh_TW: 'zh-Hant',
    yue: 'zh-Hant',
  };
  for (const [tag, key] of Object.entries(found)) {
    assert.ok(catalogues[key]);
    assert.equal(catalogueFor(tag), catalogues[key], tag);
  }
});

test('English, which is built in, other languages and what is no tag find none', () => {
  for (const tag of ['en', 'en-GB', 'en-US', 'sw', 'fil', 'arn', 'und', '', 'no tag', 'de--DE', 'constructor', 'x']) {
    assert.equal(catalogueFor(tag), undefined, tag);
  }
});

test('messages that the page gave come before ours, and are found for a language that we have not', async () => {
  const own = { headline: { weak: 'Nicht dieses' } };
  const swahili = { headline: { weak: 'Rahisi kukisia' } };
  assert.equal(catalogueFor('sw'), undefined);
  configure({ locales: { 'de-CH': own, sw: async () => ({ default: swahili }) } });
  assert.equal((await catalogueFor('de-CH')?.())?.default, own);
  assert.equal(catalogueFor('de'), catalogues.de);
  assert.equal((await catalogueFor('sw-KE')?.())?.default, swahili);
});

test('configure() names what it does not know', () => {
  // @ts-expect-error There is no such asset.
  assert.throws(() => configure({ wams: 'muster.wasm' }), /configure\(\): expected wasm, .*, not wams/);
});

describe('words', () => {
  /** @type {Messages} */
  const swahili = { headline: { weak: 'Rahisi kukisia' }, reason: { accepted: '' } };

  test('of one’s own come first, an empty one too', () => {
    assert.equal(word([swahili, german], 'sw', 'headline', 'weak'), 'Rahisi kukisia');
    assert.equal(word([swahili, german], 'de', 'headline', 'short'), 'Zu kurz');
    assert.equal(word([swahili], 'sw', 'reason', 'accepted'), '');
  });

  test('are English with English numbers where a language or a message is missing, and it is known that they are', () => {
    assert.equal(
      word([swahili, {}], 'ar-EG', 'reason', 'breached', 12_345_678),
      word([], 'en', 'reason', 'breached', 12_345_678),
    );
    assert.match(word([], 'fa-IR', 'reason', 'breached', 12_345_678), /^It appears more than 12 million times in leaked data\. /);
    assert.equal(isMissing([swahili, {}], 'sw', 'headline', 'short'), true);
    assert.equal(isMissing([swahili, {}], 'sw', 'headline', 'weak'), false);
    assert.equal(isMissing([{}, german], 'de-CH', 'headline', 'short'), false);
    for (const tag of ['en', 'en-GB', 'EN', 'en_US']) assert.equal(isMissing([{}], tag, 'headline', 'short'), false, tag);
    for (const tag of ['enm', 'sw', 'x', '']) assert.equal(isMissing([{}], tag, 'headline', 'short'), true, tag);
  });

  test('of one’s own that mention a count are given all of it', () => {
    const own = { reason: { breached: { one: 'Imeonekana mara moja.', other: 'Imeonekana mara {count}.' } } };
    assert.equal(word([own], 'sw', 'reason', 'breached', 12_345_678), 'Imeonekana mara 12,345,678.');
    assert.equal(word([own], 'sw', 'reason', 'breached', 1), 'Imeonekana mara moja.');
  });

  test('have the digits of a tag with an underscore, or of one that asks for other digits', () => {
    assert.match(word([german], 'de_DE', 'reason', 'breached', 9_876), /9\.876 Mal/);
    assert.match(word([german], 'de-u-nu-arab', 'reason', 'breached', 76), /٧٦ Mal/);
  });
});

test('no code joins sentences with a full stop or a blank of its own', () => {
  for (const file of ['../../www/', '../../crates/browser/'].flatMap((path) => filesOf(new URL(path, import.meta.url)))) {
    const text = readFileSync(file, 'utf8')
      .replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
      .split('#[cfg(test)]')[0];
    assert.doesNotMatch(text, /(["'`])[.。।]\s*\1/, file.pathname);
    if (/css$/.test(file.pathname)) assert.doesNotMatch(text, /content:\s*(["'])\s+\1/, file.pathname);
  }
});

test('every message about the field itself is asked for by name somewhere', () => {
  const code = filesOf(new URL('../../www/', import.meta.url))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
  for (const name of Object.keys(english.element)) assert.ok(code.includes(`'${name}'`), `nothing shows element.${name}`);
});

/** The widget's own code. @param {URL} folder @returns {URL[]} */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return ['locales', 'demo'].includes(entry.name) ? [] : filesOf(new URL(`${entry.name}/`, folder));
    return /\.(js|rs|css)$/.test(entry.name) ? [new URL(entry.name, folder)] : [];
  });
}
