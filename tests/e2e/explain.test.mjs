/** The page that explains an estimate, at every keystroke. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { SOON, byId, demo, driver, one, suite } from './suite.mjs';

suite('the explanation', () => {
  beforeEach(async () => {
    demo.mend();
    await driver.get(`${demo.url}explain.html`);
    await driver.wait(async () => (await text()) === 'Nothing typed yet', SOON);
  });

  const know = () => one('summary').sendKeys(Key.ENTER);
  const text = () => byId('text').getProperty('textContent');
  /** The parts as the text shows them, with what they were taken for. */
  const marks = () =>
    driver.executeScript(
      `return [...document.querySelectorAll('#text mark')].map((mark) => [mark.textContent, mark.dataset.kind])`,
    );
  /** The parts as the table has them. */
  const rows = () =>
    driver.executeScript(`
    return [...document.querySelectorAll('#parts tbody tr')].map((row) => [row.cells[0].textContent, row.cells[1].querySelector('code').textContent])`);
  /** @param {string} table @param {string} name */
  const cell = (table, name) =>
    driver.executeScript(
      `
    return [...document.querySelectorAll('#' + arguments[0] + ' tr')].find((row) => row.cells[0].textContent === arguments[1]).cells[1].textContent`,
      table,
      name,
    );
  /** @param {string} id @param {string} value */
  const type = async (id, value) => {
    // Firefox's driver clears nothing that is out of sight.
    await driver.executeScript('document.getElementById(arguments[0]).scrollIntoView({ block: "center" })', id);
    await byId(id).clear();
    await byId(id).sendKeys(value);
  };

  test('the text and the table show the same parts, together the whole of what was typed, at every keystroke', async () => {
    let typed = '';
    for (const character of 'monkey 1999') {
      await byId('password').sendKeys(character);
      typed += character;
      assert.equal(await text(), typed);
      assert.deepEqual(await rows(), await marks());
    }
    assert.ok(/** @type {string[][]} */ (await marks()).length > 1);
  });

  test('the score, the guesses, the warning and the times are those of the estimate', async () => {
    await type('password', 'password');
    assert.equal(await cell('whole', 'Score'), '0 of 4');
    assert.match(await cell('whole', 'Guesses'), /^about \d+$/);
    assert.equal(await cell('whole', 'Warning'), 'common-password');
    assert.equal(await cell('times', 'With a stolen fast hash, 10 billion a second'), 'less than a second');
    await type('password', 'violet umbrella fjord whistle');
    assert.equal(await cell('whole', 'Score'), '4 of 4');
    assert.match(await cell('whole', 'Worked out in'), /^[\d,.]+ µs, the mean of \d+ runs just now$/);
    assert.equal(await cell('times', 'At a login that allows 100 an hour'), 'centuries');
  });

  test('what is known of the owner, and the current password, are taken into account as they change', async () => {
    await type('password', 'zephyrine77');
    assert.ok(!JSON.stringify(await marks()).includes('personal'));
    await know();
    await type('name', 'Zephyrine');
    assert.deepEqual(/** @type {string[][]} */ (await marks())[0], ['zephyrine', 'personal']);
    assert.equal(await cell('whole', 'Warning'), 'personal');
    await type('current', 'zephyrine76');
    assert.equal(await cell('whole', 'Warning'), 'like-current-password');
  });

  test('parts are cut where they are in the composed form, beyond the first plane, too', async () => {
    // As an input method may give it: an e, and an accent of its own.
    await driver.executeScript(`
      const field = document.getElementById('password');
      field.value = '\\u{1F600}e\\u0301te\\u03011999';
      field.dispatchEvent(new Event('input', { bubbles: true }));`);
    assert.equal(await text(), '\u{1F600}\u00e9t\u00e91999');
    assert.deepEqual(/** @type {string[][]} */ (await marks()).at(-1), ['1999', 'year']);
  });

  test('an example is explained by one press', async () => {
    const example = await one('.example');
    await example.sendKeys(Key.ENTER);
    assert.equal(await text(), await example.getText());
    assert.equal(await byId('password').getProperty('value'), await example.getText());
  });

  for (const theme of ['light', 'dark']) {
    for (const language of ['en', 'ar']) {
      test(`it is accessible, ${theme}, ${language}`, async () => {
        await driver.get(`${demo.url}explain.html?theme=${theme}&lang=${language}`);
        await driver.wait(async () => (await text()) === 'Nothing typed yet', SOON);
        await assertAccessible();
        await know();
        await type('name', 'Zephyrine');
        await type('password', 'zephyrine1999qwertzsummer11.12.2013aaaaaaabcdefg');
        await assertAccessible();
      });
    }
  }

  test('where WebAssembly is forbidden the page says that it cannot explain', async () => {
    demo.breakage.wasmBlocked = true;
    await driver.get(`${demo.url}explain.html`);
    await driver.wait(async () => (await text()) === 'The engine cannot run here: nothing can be explained.', SOON);
  });
});
