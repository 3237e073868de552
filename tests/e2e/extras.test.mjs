/** What stands around the field: show and hide, the comparison, the suggestion, the second factor. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { By, until } from 'selenium-webdriver';
import { browsers } from '../browsers.mjs';
import { startDemo } from './server.mjs';

const SOON = 3_000;

for (const browser of browsers) {
  describe(`around the field in ${browser.name}`, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;

    before(async () => {
      demo = await startDemo();
      driver = await browser.launch();
    });
    after(async () => {
      await driver?.quit();
      await demo?.close();
    });
    beforeEach(async () => {
      await driver.get(demo.url);
      // WebKit's driver does not wait for modules.
      await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
    });

    const byId = (/** @type {string} */ id) => driver.findElement(By.id(id));
    const button = (/** @type {string} */ name) => driver.findElement(By.xpath(`//button[normalize-space()="${name}"]`));
    const value = (/** @type {string} */ id) => byId(id).getProperty('value');
    const status = () => driver.findElement(By.css('.passmuster-status')).getProperty('textContent');

    test('the password is shown and hidden by a button that says so, and hidden again on submit', async () => {
      await byId('new').sendKeys('password123');
      await button('Show password').click();
      assert.equal(await byId('new').getAttribute('type'), 'text');
      assert.equal(await status(), 'Your password is visible.');
      await button('Hide password').click();
      assert.equal(await byId('new').getAttribute('type'), 'password');
      await button('Show password').click();
      await byId('new').sendKeys(' violet umbrella fjord');
      await driver.wait(async () => (await driver.findElement(By.css('.passmuster-meter')).getAttribute('data-verdict')) === 'accepted', SOON);
      await driver.executeScript(`
        const form = document.querySelector('form');
        form.noValidate = true;
        form.addEventListener('submit', (event) => event.preventDefault());
        form.requestSubmit();`);
      assert.equal(await byId('new').getAttribute('type'), 'password');
    });

    test('a different repetition is told when it is left, blocks the submit, and is taken back at once', async () => {
      await byId('new').sendKeys('violet-umbrella-fjord-whistle');
      await byId('confirm').sendKeys('violet-umbrella-fjord-whistl');
      assert.equal(await byId('confirm').getProperty('validationMessage'), '');
      await byId('email').click();
      assert.equal(await byId('confirm').getProperty('validationMessage'), 'The two passwords are not the same.');
      await byId('confirm').sendKeys('e');
      assert.equal(await byId('confirm').getProperty('validationMessage'), '');
      assert.equal(await byId('confirm').getAttribute('aria-invalid'), null);
    });

    test('a suggested passphrase fills both fields, is shown, accepted and different each time', async () => {
      await button('Suggest a password').click();
      await driver.wait(async () => (await value('new')) !== '', SOON);
      const first = await value('new');
      assert.equal(first.split('-').length >= 5, true);
      assert.equal(await value('confirm'), first);
      assert.equal(await byId('new').getAttribute('type'), 'text');
      await driver.wait(async () => (await driver.findElement(By.css('.passmuster-meter')).getAttribute('data-verdict')) === 'accepted', SOON);
      await driver.wait(until.elementIsVisible(driver.findElement(By.linkText('Add a second factor'))), SOON);
      await button('Suggest another').click();
      await driver.wait(async () => (await value('new')) !== first, SOON);
    });

    test('a suggestion follows the field’s passwordrules and maxlength', async () => {
      await driver.executeScript("const f = document.getElementById('new'); f.setAttribute('passwordrules', 'required: digit; required: lower'); f.maxLength = 10");
      await button('Suggest a password').click();
      await driver.wait(async () => (await value('new')) !== '', SOON);
      assert.match(await value('new'), /^(?=.*\d)(?=.*[a-z])[a-z\d]{10}$/);
    });

    test('the meter and the field have the roles, names and descriptions that assistive technology needs', async () => {
      const meter = driver.findElement(By.css('.passmuster-meter'));
      assert.equal(await meter.getAriaRole(), 'meter');
      assert.equal(await meter.getAccessibleName(), 'Password strength');
      assert.equal(await byId('new').getAccessibleName(), 'New password');
      const described = String(await byId('new').getAttribute('aria-describedby')).split(' ');
      for (const id of described) assert.ok(await byId(id));
      assert.equal(await driver.findElement(By.css('.passmuster-status')).getAriaRole(), 'status');
    });

    test('nothing speaks while the typing goes on', async () => {
      const field = byId('new');
      await field.click();
      await driver.executeScript(`
        window.spoken = [];
        new MutationObserver(() => window.spoken.push(document.querySelector('.passmuster-status').textContent))
          .observe(document.querySelector('.passmuster-status'), { childList: true, characterData: true, subtree: true });`);
      await field.sendKeys('password');
      assert.deepEqual(await driver.executeScript('return window.spoken'), []);
      await driver.wait(async () => (await driver.executeScript('return window.spoken.length')) === 1, SOON);
      assert.match(await status(), /^Easy to guess\. /);
    });

    test('nothing moves while somebody types', async () => {
      const where = () => driver.executeScript("return document.querySelector('button[type=submit]').getBoundingClientRect().top + scrollY");
      await byId('new').click();
      const before = await where();
      for (const text of ['p', 'assword', '1234567', ' violet umbrella fjord', ' whistle']) {
        await byId('new').sendKeys(text);
        assert.equal(await where(), before, `after ${text}`);
      }
    });

    test('wrong use throws an error that names the element and what was expected', async () => {
      const said = await driver.executeAsyncScript(`
        const done = arguments[0];
        import('./element.js').then(({ mount }) => {
          const said = [];
          const form = document.createElement('form');
          form.id = 'login';
          for (const use of [() => mount(document.createElement('div')), () => mount(form), () => mount(null)]) {
            try { use(); said.push('nothing'); } catch (error) { said.push(error.name + ': ' + error.message); }
          }
          const element = document.querySelector('pass-muster');
          for (const [name, value] of [['timeout', 'soon'], ['minScore', 7], ['onUnavailable', 'panic']]) {
            element[name] = value;
            try { element[name]; said.push('nothing'); } catch (error) { said.push(error.name + ': ' + error.message); }
          }
          done(said);
        }, (error) => done([String(error)]));`);
      assert.deepEqual(said, [
        'TypeError: mount(): expected a <form>, found <div>',
        'TypeError: mount(): expected input[autocomplete~="new-password"] in <form id="login">, found none',
        'TypeError: mount(): expected a <form>, found null',
        'TypeError: <pass-muster for="new">: timeout must be a whole number from 100 to 60000, not "soon"',
        'TypeError: <pass-muster for="new">: min-score must be a whole number from 0 to 4, not "7"',
        'TypeError: <pass-muster for="new">: on-unavailable must be "allow" or "block", not "panic"',
      ]);
    });
  });
}
