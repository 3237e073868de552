/** The controls around the field: show and hide, Caps Lock, the repetition, the suggestion. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { SOON, becomes, byId, driver, heard, one, openDemo, page, suite } from './suite.mjs';

suite('the controls', () => {
  beforeEach(openDemo);

  const button = (/** @type {string} */ name) => driver.findElement(By.xpath(`//button[normalize-space()="${name}"]`));
  const value = (/** @type {string} */ id) => byId(id).getProperty('value');
  const status = async () => (await heard()).at(-1);

  test('the password is shown and hidden by a button that says so, and hidden again on submit', async () => {
    await byId('new').sendKeys('password123');
    await button('Show password').click();
    assert.equal(await byId('new').getAttribute('type'), 'text');
    assert.equal(await status(), 'Your password is visible.');
    await button('Hide password').click();
    assert.equal(await byId('new').getAttribute('type'), 'password');
    assert.equal(await status(), 'Your password is hidden.');
    await button('Show password').click();
    await byId('new').sendKeys(' violet umbrella fjord');
    await becomes('accepted');
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
    assert.equal(await byId('confirm').getProperty('validationMessage'), 'The passwords don’t match.');
    await byId('confirm').sendKeys('e');
    assert.equal(await byId('confirm').getProperty('validationMessage'), '');
    assert.equal(await byId('confirm').getAttribute('aria-invalid'), null);
  });

  test('a different repetition is refused to a script’s submit, and where the form has novalidate', async () => {
    for (const attributes of ['{}', `{ novalidate: '' }`]) {
      await page(`
        window.seen = [];
        const form = build('form', ${attributes}, [field('one'), widget('one'), field('again'), build('button', { id: 'go', formnovalidate: '' }, ['Go'])]);
        form.addEventListener('submit', (event) => { event.preventDefault(); window.seen.push(event.submitter?.id ?? ''); });
        place(form);`);
      await byId('one').sendKeys('violet-umbrella-fjord-whistle');
      await becomes('accepted', 'one');
      await byId('again').sendKeys('violet-umbrella-fjord-whistl');
      await page(`document.querySelector('form').requestSubmit()`);
      assert.equal(await byId('again').getProperty('validationMessage'), 'The passwords don’t match.');
      assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'again');
      await byId('go').click();
      await byId('again').sendKeys('e');
      await page(`document.querySelector('form').requestSubmit()`);
      assert.deepEqual(await page('return window.seen'), ['go', '']);
    }
  });

  test('a password that is shown in a page that runs from right to left has its own direction, and only while it is shown', async () => {
    await page(
      `document.documentElement.dir = 'rtl'; place(build('form', {}, [field('one'), widget('one'), field('again', { dir: 'rtl' })]))`,
    );
    const directions = () => page(`return ['one', 'again'].map((id) => getComputedStyle(document.getElementById(id)).direction)`);
    await byId('one').sendKeys('fjord-61!');
    await button('Show password').click();
    assert.deepEqual(await directions(), ['ltr', 'rtl']);
    await button('Hide password').click();
    assert.deepEqual(await directions(), ['rtl', 'rtl']);
    assert.equal(await byId('one').getAttribute('dir'), '');
  });

  test('a suggested passphrase fills both fields, is shown, accepted and different each time', async () => {
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    const first = await value('new');
    assert.equal(first.split('-').length >= 5, true);
    assert.equal(await value('confirm'), first);
    assert.equal(await byId('new').getAttribute('type'), 'text');
    await becomes('accepted');
    await driver.wait(until.elementIsVisible(driver.findElement(By.linkText('Add two-step verification'))), SOON);
    await button('Suggest another').click();
    await driver.wait(async () => (await value('new')) !== first, SOON);
  });

  test('what was typed is made better by a button beside the suggestion, and comes back by another', async () => {
    await byId('new').sendKeys('turnip99');
    await driver.wait(until.elementIsVisible(button('Improve mine')), SOON);
    await button('Improve mine').click();
    await driver.wait(async () => (await value('new')) !== 'turnip99', SOON);
    assert.match(String(await value('new')), /^turnip99?-[a-z]+-[a-z-]+(99)?$/);
    assert.equal(await value('confirm'), await value('new'));
    assert.equal(await byId('new').getAttribute('type'), 'text');
    await becomes('accepted');
    const said = 'Random words were added to your password. It is in both fields and visible.';
    assert.ok((await heard()).includes(said));
    assert.equal(await one('.passmuster-note').getText(), said);
    assert.equal(await button('Improve mine').isDisplayed(), false);
    await button('Undo').click();
    assert.deepEqual([await value('new'), await value('confirm')], ['turnip99', '']);
    assert.equal(await byId('new').getAttribute('type'), 'password');
    assert.ok((await heard()).includes('The password you typed is back.'));
    assert.equal(await button('Undo').isDisplayed(), false);
    assert.equal(await driver.switchTo().activeElement().getText(), 'Suggest a password');
    await becomes('weak');
  });

  test('no variation is offered of what is personal, reused, leaked or strong, nor where the field has rules of its own', async () => {
    await byId('email').sendKeys('jane.doe@example.org');
    await byId('current').sendKeys('Old-harbour-lantern-61');
    const offered = () => button('Improve mine').isDisplayed();
    for (const [password, verdict, expected] of /** @type {[string, string, boolean][]} */ ([
      ['turnip', 'weak', true],
      ['jane.doe1987', 'weak', false],
      ['turnip99', 'weak', true],
      ['Old-harbour-lantern-62', 'reused', false],
      ['nemvxyheqdd5oqxyxyzi', 'breached', false],
      ['violet-umbrella-fjord-whistle', 'accepted', false],
    ])) {
      await byId('new').clear();
      await byId('new').sendKeys(password);
      await becomes(verdict);
      assert.equal(await offered(), expected, password);
    }
    await page(`place(build('form', {}, [field('one', { passwordrules: 'required: digit' }), widget('one')]))`);
    await byId('one').sendKeys('turnip99');
    await becomes('weak', 'one');
    assert.equal(await offered(), false);
  });

  test('what a suggestion replaced comes back by Ctrl+Z directly after it, from the button and from the field', async () => {
    await byId('new').sendKeys('turnip99');
    await byId('confirm').sendKeys('turnip99');
    for (const press of [
      () => driver.actions().keyDown(Key.CONTROL).sendKeys('z').keyUp(Key.CONTROL).perform(),
      () => byId('new').sendKeys(Key.chord(Key.CONTROL, 'z')),
    ]) {
      await button('Suggest a password').click();
      await driver.wait(async () => (await value('new')) !== 'turnip99', SOON);
      await button('Suggest another').click();
      await driver.wait(until.elementIsVisible(button('Undo')), SOON);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await press();
      assert.deepEqual([await value('new'), await value('confirm')], ['turnip99', 'turnip99']);
    }
  });

  test('what was replaced is forgotten at the next key, at a submit and when the page is left', async () => {
    await page(`document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())`);
    for (const leave of [
      () => byId('new').sendKeys('x'),
      () => byId('confirm').sendKeys('x'),
      () => page(`document.querySelector('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))`),
      () => page(`dispatchEvent(new PageTransitionEvent('pagehide'))`),
    ]) {
      await byId('new').clear();
      await byId('new').sendKeys('turnip99');
      await button('Suggest a password').click();
      await driver.wait(until.elementIsVisible(button('Undo')), SOON);
      await leave();
      const made = await value('new');
      assert.equal(await button('Undo').isDisplayed(), false);
      await byId('email').click();
      await page(`
        document.getElementById('new').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true }))`);
      assert.equal(await value('new'), made);
    }
  });

  test('where the words of a passphrase are not the reader’s, characters are offered', async () => {
    await page(`document.documentElement.lang = 'de'`);
    await driver.wait(async () => (await one('.passmuster-button:nth-child(2)').getText()) === 'Passwort vorschlagen', SOON);
    await button('Passwort vorschlagen').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    assert.match(String(await value('new')), /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{20}$/);
    await becomes('accepted');
  });

  test('a field that may not be changed is given no suggestion', async () => {
    await page(`
      document.getElementById('new').readOnly = true;
      window.changed = 0;
      document.getElementById('new').addEventListener('input', () => { window.changed += 1; });`);
    await button('Suggest a password').click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page(`document.getElementById('new').readOnly = false`);
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    assert.equal(await page('return window.changed'), 1);
  });

  test('where there is no second field, only one is said to be filled, and where there is no randomness, none', async () => {
    const note = () => one('.passmuster-note').getText();
    await page(`place(build('form', {}, [field('one'), widget('one')]))`);
    await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
    await button('Suggest a password').click();
    await driver.wait(async () => (await note()).startsWith('A random password is in the field and visible. '), SOON);
    const made = await value('one');
    await page(`crypto.getRandomValues = () => { throw new Error('none here'); }`);
    await button('Suggest another').click();
    await driver.wait(async () => (await note()) === 'We couldn’t make one. Please choose one yourself.', SOON);
    assert.equal(await value('one'), made);
  });

  test('a suggestion follows the field’s passwordrules and maxlength', async () => {
    await driver.executeScript(
      "const f = document.getElementById('new'); f.setAttribute('passwordrules', 'required: digit; required: lower'); f.maxLength = 10",
    );
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    assert.match(await value('new'), /^(?=.*\d)(?=.*[a-z])[a-z\d]{10}$/);
  });

  test('a password that was made is copied, and where the browser refuses, it is selected and told so', async () => {
    await page(`
      window.copied = [];
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } }, configurable: true });`);
    await button('Suggest a password').click();
    await driver.wait(until.elementIsVisible(button('Copy')), SOON);
    await button('Copy').click();
    await driver.wait(async () => (await status()) === 'Copied.', SOON);
    assert.deepEqual(await page('return window.copied'), [await value('new')]);
    await page(
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('', 'NotAllowedError'); } }, configurable: true })`,
    );
    await button('Hide password').click();
    await button('Copied.').click();
    const refused = 'It couldn’t be copied. It’s selected: copy it with the keyboard or menu.';
    await driver.wait(async () => (await status()) === refused, SOON);
    assert.equal(await one('.passmuster-note').getText(), refused);
    assert.deepEqual(
      await page(`
      const { id, type, value, selectionStart, selectionEnd } = document.activeElement;
      return [id, type, value.slice(selectionStart, selectionEnd) === value];`),
      ['new', 'text', true],
    );
  });

  test('a new password that is changed after its repetition is compared when it is left, and not while it is typed', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await byId('confirm').sendKeys('violet-umbrella-fjord-whistle');
    await byId('new').sendKeys('s');
    assert.equal(await one('.passmuster-differs').getProperty('textContent'), '');
    await byId('email').click();
    assert.equal(await one('.passmuster-differs').getText(), 'The passwords don’t match.');
  });

  test('Caps Lock is noted while it is on, at the field or at its repetition', async () => {
    // WebDriver has no Caps Lock to press.
    const press = (/** @type {string} */ id, /** @type {boolean} */ on) =>
      page(
        `
      document.getElementById(arguments[0]).dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: arguments[1], bubbles: true }))`,
        id,
        on,
      );
    for (const [id, place, other] of [
      ['new', '.passmuster-note', '.passmuster-differs'],
      ['confirm', '.passmuster-differs', '.passmuster-note'],
    ]) {
      const note = () => one(place).getText();
      await byId(id).click();
      await press(id, true);
      assert.equal(await note(), 'Caps Lock is on.');
      assert.equal(await one(other).getText(), '');
      await press(id, false);
      assert.equal(await note(), '');
      await press(id, true);
      await byId('email').click();
      assert.equal(await note(), '');
    }
  });

  test('a password that was shown is hidden when the page comes back', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await button('Show password').click();
    await page(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    assert.equal(await byId('new').getAttribute('type'), 'password');
    assert.equal(await byId('confirm').getAttribute('type'), 'password');
  });

  test('and by the browser’s own way back', async (t) => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await button('Show password').click();
    await page(`document.documentElement.dataset.left = ''; location.href = 'done.html'`);
    await driver.wait(until.urlContains('done.html'), SOON);
    await driver.navigate().back();
    await driver.wait(until.elementLocated(By.id('new')), SOON);
    assert.equal(await byId('new').getAttribute('type'), 'password');
    if (!(await page(`return 'left' in document.documentElement.dataset`)))
      return t.skip('this browser under WebDriver loads the page anew');
    assert.equal(await value('new'), 'violet-umbrella-fjord-whistle');
  });
});
