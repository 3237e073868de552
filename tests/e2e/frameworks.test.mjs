/**
 * The widget in forms that frameworks render, in three browsers. Each holds the field's value and stores all that it is
 * told: a verdict that comes between the browser's event and the framework's own handler would undo what was typed.
 */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { becomes, byId, driver, openDemoForSvelte, page, strongPassword, suite } from './suite.mjs';

suite('forms of frameworks', () => {
  beforeEach(openDemoForSvelte);

  /** Brings the forms into the page. @param {string} [query] `?older` for React 18. */
  async function bundle(query = '') {
    const error = await driver.executeAsyncScript(
      `import('/bundles/frameworks.js' + arguments[0]).then(() => arguments[1](null), (error) => arguments[1](String(error)))`,
      query,
    );
    assert.equal(error, null);
  }

  const held = () =>
    /** @type {Promise<{ password: string, verdict: { verdict: string } | null }>} */ (driver.executeScript('return state()'));

  for (const framework of [
    'vue',
    'passmuster/vue',
    'preact',
    'react',
    'react?older',
    'passmuster/react',
    'passmuster/react?older',
    'solid',
    'svelte',
  ]) {
    for (const inForm of [true, false]) {
      test(`${framework}, ${inForm ? 'in' : 'without'} a form: nothing that is typed vanishes, and each verdict is the one of what stands there`, async () => {
        const [name, query] = framework.split('?');
        await bundle(query && `?${query}`);
        await driver.executeScript('show(...arguments)', name, inForm);
        const password = 'password123';
        for (const [index, key] of [...password].entries()) {
          await byId('new').sendKeys(key);
          assert.equal(await byId('new').getProperty('value'), password.slice(0, index + 1));
        }
        await becomes('weak', 'new');
        assert.equal((await held()).password, password);
        assert.equal((await held()).verdict?.verdict, 'weak');

        const strong = strongPassword();
        await byId('new').sendKeys(strong);
        await becomes('accepted', 'new');
        const { password: kept, verdict } = await held();
        assert.equal(kept, password + strong);
        assert.equal(verdict?.verdict, 'accepted');
        assert.equal(await byId('new').getProperty('value'), password + strong);
        const heard = await driver.executeAsyncScript(`
          let heard = 0;
          document.addEventListener('passmuster-verdict', () => heard++);
          setTimeout(() => arguments[0](heard), 200);`);
        assert.equal(heard, 0);
      });
    }
  }

  test('a handler of the page that changes what was typed is heard before the page is told', async () => {
    await page(`
      place(build('form', {}, [field('new'), widget('new')]));
      const input = document.querySelector('#new');
      input.addEventListener('input', () => { input.value = input.value.trim(); });
      window.told = [];
      document.addEventListener('passmuster-verdict', ({ detail }) => window.told.push([input.value, detail.verdict]));
    `);
    await byId('new').sendKeys(' ');
    await byId('new').sendKeys('p');
    await becomes('weak', 'new');
    const told = /** @type {string[][]} */ (await driver.executeScript('return window.told'));
    assert.deepEqual(
      told.filter(([value, verdict]) => (value === '') !== (verdict === 'empty')),
      [],
    );
  });

  test('what the page itself says of the field stays, also when the answer about leaks comes', async () => {
    await page(`
      place(build('form', { id: 'shown' }, [field('new'), widget('new'), build('button', { id: 'send' })]));
      window.sent = 0;
      document.querySelector('#shown').addEventListener('submit', (event) => { event.preventDefault(); window.sent++; });
    `);
    await byId('new').sendKeys(strongPassword());
    await driver.executeScript(`document.querySelector('#new').setCustomValidity('Not on Tuesdays.')`);
    await byId('send').click();
    await becomes('accepted', 'new');
    assert.equal(await byId('new').getProperty('validationMessage'), 'Not on Tuesdays.');
    await byId('send').click();
    assert.equal(await driver.executeScript('return window.sent'), 0);
    // What refuses next is the page's again, and not what the widget said last.
    await byId('new').clear();
    await byId('new').sendKeys('password');
    assert.equal(await byId('new').getProperty('validationMessage'), 'Not on Tuesdays.');
    await driver.executeScript(`document.querySelector('#new').setCustomValidity('')`);
    await byId('send').click();
    assert.match(/** @type {string} */ (await byId('new').getProperty('validationMessage')), /^Easy to guess/);
    assert.equal(await driver.executeScript('return window.sent'), 0);
  });

  test('a page that clears its words at every key does not clear the refusal', async () => {
    await page(`
      place(build('form', {}, [field('new'), widget('new')]));
      const input = document.querySelector('#new');
      input.addEventListener('input', () => input.setCustomValidity(''));
    `);
    await byId('new').sendKeys('password');
    await becomes('weak', 'new');
    await driver.wait(
      async () => /^Easy to guess/.test(/** @type {string} */ (await byId('new').getProperty('validationMessage'))),
      1_000,
    );
  });
});
