/** `passmuster/zxcvbn-compat` beside zxcvbn 4.4.2, and `describe()`. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import vm from 'node:vm';
import original from 'zxcvbn';
import { describe, load } from '../../dist/passmuster.js';
import zxcvbn, { PATTERNS } from '../../dist/zxcvbn-compat.js';
import german from '../../www/locales/de.js';
import english from '../../www/locales/en.js';

const require = createRequire(import.meta.url);
const PASSWORDS = [
  '',
  'a',
  'password123',
  'P@ssw0rd2024',
  'qwertyuiop',
  'abcabcabc',
  '12.05.1987',
  'janedoe1984',
  'zxcvbnm,./',
  'correct horse battery staple',
  'ü€😀 8fJ!x9',
  'x'.repeat(200),
];

/** The type of a value, and of what it holds. @param {unknown} value @returns {unknown} */
const shape = (value) =>
  Array.isArray(value)
    ? 'list'
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([name, inner]) => [name, shape(inner)]),
        )
      : typeof value;

for (const password of PASSWORDS) {
  test(`the result for "${password.slice(0, 20)}" has the shape of zxcvbn’s`, () => {
    const [ours, theirs] = [zxcvbn(password, ['jane', 'doe']), original(password, ['jane', 'doe'])];
    assert.deepEqual(shape(ours), shape(theirs));
    assert.equal(ours.password, password);
    assert.ok(Math.abs(10 ** ours.guesses_log10 / ours.guesses - 1) < 1e-9);
    const patterns = new Set(['dictionary', 'spatial', 'repeat', 'sequence', 'regex', 'date', 'bruteforce']);
    let end = -1;
    for (const { pattern, i, j, token, guesses, guesses_log10 } of ours.sequence) {
      assert.ok(patterns.has(pattern));
      assert.equal(i, end + 1);
      assert.equal(token, password.normalize('NFC').slice(i, j + 1));
      assert.ok(Math.abs(Math.log10(guesses) - guesses_log10) < 1e-9);
      end = j;
    }
    assert.equal(end, password.normalize('NFC').length - 1);
  });
}

test('crack times are worded as zxcvbn words them', () => {
  // zxcvbn's own guesses, from a fraction of a second to centuries, through the words of both.
  for (const password of PASSWORDS) {
    const { crack_times_seconds: seconds, crack_times_display: shown, guesses } = zxcvbn(password);
    for (const name of /** @type {(keyof typeof seconds)[]} */ (Object.keys(seconds))) {
      const theirs = require('zxcvbn/lib/time_estimates').estimate_attack_times(guesses);
      assert.equal(shown[name], theirs.crack_times_display[name], `${password}: ${seconds[name]} s`);
      assert.ok(Math.abs(seconds[name] / theirs.crack_times_seconds[name] - 1) < 1e-9);
    }
  }
});

test('every kind of part has a pattern', async () => {
  const [, , kinds] = (await load()).wasm.names().split(';');
  assert.deepEqual(
    kinds.split(',').filter((kind) => kind && !PATTERNS[kind]),
    [],
  );
});

test('weak passwords are given words, and strong ones none', () => {
  const weak = zxcvbn('password123').feedback;
  assert.equal(weak.warning, english.warning['common-password']);
  assert.ok(weak.suggestions.length > 0);
  assert.deepEqual(zxcvbn('correct horse battery staple').feedback, { warning: '', suggestions: [] });
  assert.ok(zxcvbn('').feedback.suggestions.length > 0);
});

test('what is known of the owner makes a password weak', () => {
  assert.ok(zxcvbn('Rumpelstilz', ['rumpelstilz', 7, true]).guesses < zxcvbn('Rumpelstilz').guesses);
});

test('require() answers with the function, at once', () => {
  const required = require('../../dist/cjs/zxcvbn-compat.js');
  assert.deepEqual({ ...required('password123'), calc_time: 0 }, { ...zxcvbn('password123'), calc_time: 0 });
  assert.equal(required.default, required);
});

test('the classic script defines zxcvbn', () => {
  const page = vm.createContext({ TextDecoder, TextEncoder, URL, performance, location: { href: 'https://example.org/' } });
  vm.runInContext(readFileSync(new URL('../../dist/zxcvbn-compat.global.js', import.meta.url), 'utf8'), page);
  assert.equal(vm.runInContext('zxcvbn("password123").score', page), 0);
});

test('with the other engine the numbers are zxcvbn’s', async () => {
  await zxcvbn.useEngine('zxcvbn');
  try {
    for (const password of ['password123', 'Tr0ub4dour&3', 'janedoe1984']) {
      assert.ok(Math.abs(zxcvbn(password).guesses_log10 - original(password).guesses_log10) < 1e-9, password);
    }
  } finally {
    await zxcvbn.useEngine('muster');
  }
});

test('describe() words an estimate in the language that is asked for, and by the page’s own messages', async () => {
  const muster = await load();
  const weak = muster.estimate('password123');
  assert.deepEqual(await describe(weak), {
    headline: english.headline.weak,
    reason: english.warning['common-password'],
    advice: weak.suggestions.map((name) => /** @type {Record<string, string>} */ (english.suggestion)[name]),
  });
  assert.equal((await describe(weak, { language: 'de-AT' })).headline, german.headline.weak);
  assert.equal((await describe(weak, { language: 'de', messages: { headline: { weak: 'Nein' } } })).headline, 'Nein');
  assert.equal((await describe(muster.estimate('correct horse battery staple'))).headline, english.headline.unverified);
  assert.equal((await describe(muster.estimate(''))).headline, english.headline.empty);
  const reused = await describe(muster.estimate('hunter22', { currentPassword: 'hunter2' }));
  assert.equal(reused.headline, english.headline.reused);
});
