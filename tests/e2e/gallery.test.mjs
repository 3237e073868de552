/** Every state of the widget is in the gallery, and axe-core finds nothing wrong with any, in every theme and direction. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { demo, driver, suite } from './suite.mjs';

/** What each card must have come to: its verdict, and what else there is to see. */
const SETTLED = {
  loading: '',
  unavailable: '',
  empty: 'empty',
  short: 'weak',
  weak: 'weak',
  nearly: 'weak',
  reused: 'reused',
  current: 'reused',
  breached: 'breached',
  checking: 'checking',
  unverified: 'unverified',
  blocked: 'unverified',
  accepted: 'accepted factor',
  waiting: 'checking waiting note',
  suggested: 'accepted note factor',
  varied: 'accepted note',
  undone: 'weak note',
  offered: 'weak',
  differs: 'accepted differs',
  'caps-lock': 'weak note',
  'sole-factor': 'weak',
  'like-common': 'weak',
  keyboard: 'weak',
  repeat: 'weak',
  'repeated-group': 'weak',
  sequence: 'weak',
  date: 'weak',
  personal: 'weak',
  year: 'weak',
};
/** Some of the words that tell cards with the same verdict apart. */
const WORDS = {
  loading: 'Getting ready to check',
  unavailable: 'can’t check passwords',
  short: ' more characters.',
  weak: 'one of the most common',
  nearly: 'Not strong enough yet',
  reused: 'variations of the old one',
  current: 'It is your current password.',
  blocked: 'Please try again',
  'sole-factor': ' more characters.',
  waiting: 'Your form will be sent',
  suggested: 'random password',
  varied: 'Random words were added',
  undone: 'The password you typed is back.',
  offered: 'Let us make one for you.',
  'caps-lock': 'Caps Lock is on.',
  'like-common': 'a common word',
  keyboard: 'keys next to each other',
  repeat: 'a repeated character',
  'repeated-group': 'It’s a repetition',
  sequence: 'a simple sequence',
  date: 'It’s a date',
  personal: 'personal details',
  year: 'a year',
};

suite('the gallery', (browser) => {
  const states = () =>
    driver.executeScript(`
    return Object.fromEntries([...document.querySelectorAll('form')].map((form) => {
      const seen = (selector) => form.querySelector(selector)?.checkVisibility() && form.querySelector(selector).textContent !== '';
      return [form.id.replace('state-', ''), [
        form.querySelector('.passmuster-meter')?.dataset.verdict,
        form.hasAttribute('data-passmuster-waiting') && 'waiting',
        ...['note', 'factor', 'differs'].map((part) => seen('.passmuster-' + part) && part),
      ].filter(Boolean).join(' ')];
    }));`);

  /** @param {string} query */
  async function open(query) {
    await driver.get(`${demo.url}gallery.html?${query}`);
    const settled = async () => {
      try {
        assert.deepEqual(await states(), SETTLED);
        return true;
      } catch {
        return false;
      }
    };
    await driver.wait(settled, 10_000).catch(async () => assert.deepEqual(await states(), SETTLED));
  }

  test('nothing of the widget is in motion', async () => {
    await open('');
    assert.ok(
      !(await driver.executeScript('return document.getAnimations().some(({ effect }) => effect.target.closest("pass-muster"))')),
    );
  });

  for (const theme of ['light', 'dark']) {
    for (const direction of ['ltr', 'rtl']) {
      test(`every state is what it says and accessible, ${theme}, ${direction}`, async () => {
        await open(`theme=${theme}&dir=${direction}`);
        const words = /** @type {Record<string, string>} */ (
          await driver.executeScript(`
          return Object.fromEntries([...document.querySelectorAll('form')].map((form) =>
            [form.id.replace('state-', ''), form.querySelector('.passmuster-words').innerText]));`)
        );
        for (const [id, expected] of Object.entries(WORDS)) assert.ok(words[id].includes(expected), `${id}: ${words[id]}`);
        await assertAccessible();
      });
    }
  }

  test('verdicts differ by the shape of the mark, and not by colour alone', async () => {
    await open('');
    const shapes = await driver.executeScript(`
      return ['empty', 'weak', 'unverified', 'accepted'].map((id) =>
        getComputedStyle(document.querySelector('#state-' + id + ' .passmuster-meter'), '::after').clipPath);`);
    assert.equal(new Set(/** @type {string[]} */ (shapes)).size, 4, String(shapes));
  });

  // The other browsers here have no way to ask for media features.
  if (browser === 'Chromium') {
    const emulate = (/** @type {string} */ name, /** @type {string} */ value) =>
      /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver).sendDevToolsCommand('Emulation.setEmulatedMedia', {
        features: [{ name, value }],
      });

    test('every state is accessible in forced colours', async () => {
      await emulate('forced-colors', 'active');
      await open('');
      assert.equal(await driver.executeScript(`return matchMedia('(forced-colors: active)').matches`), true);
      await assertAccessible();
    });
  }
});
