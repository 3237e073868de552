/** The catalogues of messages against English, which says what there is to say. Run with `node --test`. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { configure } from '../../www/assets.js';
import english from '../../www/locales/en.js';
import { catalogueFor, catalogues } from '../../www/locales/index.js';
import { word } from '../../www/words.js';

const folder = new URL('../../www/locales/', import.meta.url);
const languages = readdirSync(folder)
  .map((file) => file.replace(/\.js$/, ''))
  .filter((name) => name !== 'index' && name !== 'en');

/** In brotli, without the blanks and comments that a bundler takes away. */
const LARGEST_BYTES = 2048;
const MEANT = ['de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar', 'he', 'hi', 'zh-Hans', 'zh-Hant', 'ja', 'ko'];

/** Whole numbers enough to meet every category that whole numbers reach: also millions, which French, Spanish, Portuguese and Italian treat apart. */
const NUMBERS = [...Array(203).keys(), 1e6, 2e6];

/** @typedef {import('../../www/words.js').Messages} Messages */
/** @typedef {import('../../www/words.js').Words} Words */

/** Every message of a catalogue: `['headline.empty', 'Choose…']`. @param {Messages} catalogue @returns {[string, Words][]} */
const messages = (catalogue) =>
  Object.entries(catalogue).flatMap(([group, named]) => Object.entries(named).map(([name, words]) => [`${group}.${name}`, words]));
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
      assert.deepEqual(all.map(([key]) => key), messages(english).map(([key]) => key));
    });

    test('has a form for every category that a whole number can have, and no other', () => {
      const rules = new Intl.PluralRules(language);
      const reachable = new Set(NUMBERS.map((number) => rules.select(number)));
      const known = new Set(rules.resolvedOptions().pluralCategories);
      for (const [key, words] of all) {
        if (typeof words === 'string') continue; // One wording serves every number, or there is no number.
        for (const category of reachable) assert.ok(words[category], `${key} lacks ${category}`);
        for (const category of Object.keys(words)) assert.ok(known.has(/** @type {Intl.LDMLPluralRule} */ (category)), `${key} has ${category}, unknown to ${language}`);
        assert.ok(words.other, `${key} lacks other`);
      }
    });

    test('mentions the number wherever English does, once; one and two may be spelled out', () => {
      for (const [key, words] of messages(english)) {
        const [group, name] = key.split('.');
        const expected = forms(words).other.includes('{count}') ? 1 : 0;
        for (const [category, form] of Object.entries(forms(catalogue[group][name]))) {
          const mentions = form.split('{count}').length - 1;
          const spelledOut = expected === 1 && mentions === 0 && exactly(language, category);
          assert.ok(mentions === expected || spelledOut, `${key}.${category}: ${form}`);
          assert.ok(!/[{}]/.test(form.replace('{count}', '')), `${key}.${category} has another placeholder`);
        }
      }
    });

    test('words every number with its digits', () => {
      const shown = word([catalogue], language, 'reason', 'breached', 12_345);
      assert.ok(shown.includes(new Intl.NumberFormat(language).format(12_345)), shown);
    });

    test('is set with care: no blanks around or doubled, no straight quotes, no three dots, no headline ending like a sentence', () => {
      for (const [key, words] of all) {
        for (const form of Object.values(forms(words))) {
          assert.equal(form, form.trim(), key);
          assert.ok(!/\s{2}|\.\.\.|["']/.test(form), `${key}: ${form}`);
          if (key.startsWith('headline.')) assert.ok(!/[.。!?…।؟]$/.test(form), `${key}: ${form}`);
          if (key.startsWith('reason.') || key.startsWith('warning.') || key.startsWith('suggestion.')) {
            assert.ok(/[.。…।]$/.test(form), `${key} is no sentence: ${form}`);
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
        const originals = Object.values(forms(words));
        for (const form of Object.values(forms(catalogue[group][name]))) assert.ok(!originals.includes(form), `${key}: ${form}`);
      }
    });

    test('is what its own tag finds', async () => {
      assert.equal((await catalogueFor(language)?.())?.default, catalogue);
    });
  });
}

/** Whether a category is that of a single number: Hebrew's `one` is 1 alone, Russian's is also 21. @param {string} language @param {string} category */
function exactly(language, category) {
  const rules = new Intl.PluralRules(language);
  return NUMBERS.filter((number) => rules.select(number) === category).length === 1;
}

test('a tag finds the closest catalogue', () => {
  const found = {
    'de-AT': 'de', 'DE': 'de', 'fr-CA': 'fr', 'es-419': 'es', 'ar-EG': 'ar', 'iw': 'he', 'ja-JP': 'ja', 'ko-Kore-KR': 'ko',
    'pt': 'pt', 'pt-PT': 'pt', 'pt-BR': 'pt',
    'zh': 'zh', 'zh-CN': 'zh', 'zh-SG': 'zh', 'zh-Hans-HK': 'zh',
    'zh-TW': 'zh-Hant', 'zh-HK': 'zh-Hant', 'zh-MO': 'zh-Hant', 'zh-Hant-US': 'zh-Hant', 'zh-hant': 'zh-Hant',
  };
  for (const [tag, key] of Object.entries(found)) {
    assert.ok(catalogues[key]);
    assert.equal(catalogueFor(tag), catalogues[key], tag);
  }
});

test('English, which is built in, other languages and what is no tag find none', () => {
  for (const tag of ['en', 'en-GB', 'en-US', 'sv', 'fil', 'arn', 'und', '', 'no tag', 'de_DE', 'constructor', 'x']) {
    assert.equal(catalogueFor(tag), undefined, tag);
  }
});

test('messages that the page gave come before ours, and are found for a language that we have not', async () => {
  const own = { headline: { weak: 'Nicht dieses' } };
  const swedish = { headline: { weak: 'Lätt att gissa' } };
  assert.equal(catalogueFor('sv'), undefined);
  configure({ locales: { 'de-CH': own, sv: async () => ({ default: swedish }) } });
  assert.equal((await catalogueFor('de-CH')?.())?.default, own);
  assert.equal(catalogueFor('de'), catalogues.de);
  assert.equal((await catalogueFor('sv-FI')?.())?.default, swedish);
});

test('configure() names what it does not know', () => {
  // @ts-expect-error There is no such asset.
  assert.throws(() => configure({ wams: 'muster.wasm' }), /configure\(\): expected wasm, .*, not wams/);
});
