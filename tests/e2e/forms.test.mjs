/** Forms of every kind that a page can have: what is held, what is let through, and that nothing is left over. */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { By, until } from 'selenium-webdriver';
import { browsers } from '../browsers.mjs';
import { startDemo } from './server.mjs';

const SOON = 3_000;
const strongPassword = () => randomBytes(15).toString('base64url');

/** Runs in the page: `build(tag, attributes, children)` makes an element, without a parser. */
const BUILD = `
  const build = (tag, attributes = {}, children = []) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const field = (id, attributes = {}) => build('input', { id, name: id, type: 'password', autocomplete: 'new-password', ...attributes });
  const widget = (id, attributes = {}) => build('pass-muster', { for: id, endpoint: 'range/', ...attributes });
  const place = (...elements) => document.querySelector('main').replaceChildren(...elements);
`;

for (const browser of browsers) {
  describe(`forms in ${browser.name}`, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;

    before(async () => {
      demo = await startDemo();
      driver = await browser.launch();
      await driver.manage().setTimeouts({ script: 120_000 });
    });
    after(async () => {
      await driver?.quit();
      await demo?.close();
    });
    beforeEach(async () => {
      Object.assign(demo.breakage, { rangeDown: false, rangeDelay: 0, wasmBlocked: false });
      await driver.get(demo.url);
      await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
      demo.requests.length = 0;
    });

    const page = (/** @type {string} */ script, /** @type {unknown[]} */ ...values) => driver.executeScript(BUILD + script, ...values);
    const byId = (/** @type {string} */ id) => driver.findElement(By.id(id));
    const verdict = (/** @type {string} */ id) => driver.findElement(By.css(`pass-muster[for="${id}"] .passmuster-meter`)).getAttribute('data-verdict');
    const becomes = (/** @type {string} */ id, /** @type {string} */ expected) =>
      driver.wait(async () => (await verdict(id).catch(() => null)) === expected, SOON, `the verdict of ${id} did not become ${expected}`);
    const posted = () => demo.requests.find(({ method }) => method === 'POST')?.body;

    test('a held submit goes on with the button that made it', async () => {
      demo.breakage.rangeDelay = 600;
      await page(`place(build('form', { method: 'post', action: 'reset' }, [field('one'), widget('one'),
        build('button', { name: 'then', value: 'stay' }, ['Stay']), build('button', { name: 'then', value: 'leave', id: 'leave' }, ['Leave'])]))`);
      await byId('one').sendKeys(strongPassword());
      await becomes('one', 'checking');
      await byId('leave').click();
      await driver.wait(until.urlContains('done.html'), SOON);
      assert.match(posted() ?? '', /(^|&)then=leave$/);
    });

    test('requestSubmit() is held like any other submit', async () => {
      demo.breakage.rangeDelay = 600;
      await page(`place(build('form', { id: 'form', method: 'post', action: 'reset' }, [field('one'), widget('one')]))`);
      await byId('one').sendKeys(strongPassword());
      await becomes('one', 'checking');
      await page(`document.getElementById('form').requestSubmit()`);
      assert.equal(posted(), undefined);
      await driver.wait(until.urlContains('done.html'), SOON);
    });

    test('a form with novalidate is refused a weak password all the same, and the page’s own listener sees no such submit', async () => {
      await page(`const form = build('form', { novalidate: '', method: 'post', action: 'reset' }, [field('one'), widget('one'), build('button', { id: 'go' }, ['Go'])]);
        window.seen = 0;
        form.addEventListener('submit', () => { window.seen += 1; });
        place(form)`);
      await byId('one').sendKeys('password123');
      await becomes('one', 'weak');
      await byId('go').click();
      assert.equal(await page('return window.seen'), 0);
      assert.equal(posted(), undefined);
      assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
    });

    test('a button with formnovalidate goes through whatever the password is', async () => {
      await page(`place(build('form', { method: 'post', action: 'reset' }, [field('one'), widget('one'), build('button', { id: 'later', formnovalidate: '' }, ['Later'])]))`);
      await byId('one').sendKeys('password123');
      await becomes('one', 'weak');
      await byId('later').click();
      await driver.wait(until.urlContains('done.html'), SOON);
    });

    test('where the site says so, what cannot be checked is blocked, and may be tried again', async () => {
      demo.breakage.rangeDown = true;
      await page(`place(build('form', { method: 'post', action: 'reset' }, [field('one'), widget('one', { 'on-unavailable': 'block' }), build('button', { id: 'go' }, ['Go'])]))`);
      await byId('one').sendKeys(strongPassword());
      await becomes('one', 'unverified');
      demo.breakage.rangeDown = false;
      await byId('go').click();
      await becomes('one', 'accepted');
      await byId('go').click();
      await driver.wait(until.urlContains('done.html'), SOON);
    });

    test('two widgets on a page, in a dialog and in a shadow root, each know their own field', async () => {
      await page(`
        const host = build('div', { id: 'host' });
        const root = host.attachShadow({ mode: 'open' });
        root.append(build('form', {}, [field('two'), widget('two')]));
        const dialog = build('dialog', {}, [build('form', {}, [field('one'), widget('one')])]);
        place(host, dialog);
        dialog.showModal();`);
      await byId('one').sendKeys('password123');
      await becomes('one', 'weak');
      await page(`document.querySelector('dialog').close()`);
      await page(`const input = document.getElementById('host').shadowRoot.getElementById('two'); input.focus(); input.value = arguments[0]; input.dispatchEvent(new Event('input', { bubbles: true }))`, strongPassword());
      await driver.wait(async () => (await page(`return document.getElementById('host').shadowRoot.querySelector('.passmuster-meter').dataset.verdict`)) === 'accepted', SOON);
      assert.equal(await verdict('one'), 'weak');
    });

    test('auto mounts on a field that is added later, and not on its repetition', async () => {
      await page(`place(build('form', {}, [field('late'), field('again')]))`);
      await driver.wait(until.elementLocated(By.css('pass-muster[for="late"] .passmuster-meter')), SOON);
      assert.equal(await page(`return document.querySelectorAll('pass-muster').length`), 1);
    });

    test('the owner’s name in the form makes a password weak, as it changes', async () => {
      await page(`place(build('form', {}, [build('input', { id: 'name', autocomplete: 'name' }), field('one'), widget('one')]))`);
      await byId('one').sendKeys('hansflorianzimmer84');
      await driver.wait(async () => ['weak', 'accepted', 'checking'].includes(String(await verdict('one'))), SOON);
      await byId('name').sendKeys('Hans Florian Zimmer');
      await becomes('one', 'weak');
      assert.match(await driver.findElement(By.css('.passmuster-reason')).getText(), /your name/);
    });

    test('a form that is reset is empty again', async () => {
      await page(`place(build('form', { id: 'form' }, [field('one'), widget('one')]))`);
      await byId('one').sendKeys('password123');
      await becomes('one', 'weak');
      await page(`document.getElementById('form').reset()`);
      await becomes('one', 'empty');
    });

    test('a page may take the element out, or ask it to look again, from within its event', async () => {
      await page(`
        place(build('form', {}, [field('one'), widget('one')]), build('form', {}, [field('two'), widget('two')]));`);
      await driver.executeAsyncScript(`const done = arguments[0]; import('/pages/reentry.js').then(() => done())`);
      await byId('one').sendKeys('password123');
      await driver.wait(async () => (await page(`return document.querySelectorAll('pass-muster').length`)) === 1, SOON);
      assert.equal(await byId('one').getProperty('validationMessage'), '');
      await byId('two').sendKeys('password123');
      await becomes('two', 'weak');
    });

    test('a thousand mounts and unmounts, and a hundred widgets at once, leave nothing over', async () => {
      // A page without auto, which would mount a widget of its own on each field that has lost one.
      await driver.get(`${demo.url}gallery.html`);
      const { before, after, bytes, error } = /** @type {any} */ (await driver.executeAsyncScript(`
        const done = arguments[0];
        import('/pages/mounts.js').then(({ run }) => run()).then(done, (error) => done({ error: String(error) }));`));
      assert.equal(error, undefined);
      assert.deepEqual(after, before);
      assert.equal(bytes[1], bytes[0]);
    });
  });
}
