/** What is seen and heard of the widget: words, roles, order, sizes; and that nothing moves. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { SOON, becomes, byId, demo, driver, heard, one, openDemo, page, suite } from './suite.mjs';

suite('the view', () => {
  beforeEach(openDemo);

  const button = (/** @type {string} */ name) => driver.findElement(By.xpath(`//button[normalize-space()="${name}"]`));
  const value = (/** @type {string} */ id) => byId(id).getProperty('value');
  const status = async () => (await heard()).at(-1);

  test('the words follow the language of the page when that changes, also from within a shadow root', async () => {
    await page(`
      const host = build('div', { id: 'host' });
      host.attachShadow({ mode: 'open' }).append(build('form', {}, [field('two'), widget('two')]));
      place(build('form', {}, [field('one'), widget('one')]), host);`);
    await byId('one').sendKeys('abc');
    await becomes('weak', 'one');
    assert.equal(await one('.passmuster-headline').getText(), 'Too short');
    await page(`document.documentElement.lang = 'de'`);
    await driver.wait(async () => (await one('.passmuster-headline').getText()) === 'Zu kurz', SOON);
    assert.equal(await one('.passmuster-button').getText(), 'Passwort anzeigen');
    assert.equal(await one('.passmuster-meter').getAttribute('aria-valuetext'), 'Zu kurz');
    await driver.wait(
      async () =>
        (await page(`return document.getElementById('host').shadowRoot.querySelector('.passmuster-button').textContent`)) ===
        'Passwort anzeigen',
      SOON,
    );
    await page(`document.documentElement.lang = 'en'`);
    await driver.wait(async () => (await one('.passmuster-headline').getText()) === 'Too short', SOON);
  });

  test('the meter and the field have the roles, names and descriptions that assistive technology needs', async () => {
    const meter = one('.passmuster-meter');
    assert.equal(await meter.getAriaRole(), 'meter');
    assert.equal(await meter.getAccessibleName(), 'Password strength');
    assert.equal(await byId('new').getAccessibleName(), 'New password');
    const described = String(await byId('new').getAttribute('aria-describedby')).split(' ');
    for (const id of described) assert.ok(await byId(id));
    assert.equal(await one('.passmuster-status').getAriaRole(), 'status');
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
    assert.match(String(await status()), /^Easy to guess\. /);
  });

  test('nothing is said of a field that is passed by, or emptied', async () => {
    await byId('new').click();
    await becomes('empty');
    await byId('email').click();
    await byId('new').sendKeys('password');
    await driver.wait(async () => /^Easy to guess/.test(String(await status())), SOON);
    await byId('new').clear();
    assert.deepEqual(await heard(), []);
    await byId('email').click();
    assert.deepEqual(await heard(), []);
    assert.equal(await byId('new').getAttribute('aria-invalid'), null);
  });

  test('ten passwords are announced once each, and the field’s description changes no more often', async () => {
    await byId('new').click();
    await driver.executeScript(`
      window.changes = [];
      for (const part of ['status', 'description']) {
        const element = document.querySelector('.passmuster-' + part);
        // What is taken away is not announced.
        new MutationObserver((records) => {
          if (element.textContent && records.some(({ type, addedNodes }) => type === 'characterData' || addedNodes.length)) window.changes.push(part);
        }).observe(element, { childList: true, characterData: true, subtree: true });
      }`);
    const typed = ['turnip', 'x', '99', ' rabbit', '!', 'qwertyuiop', ' fjord umbrella', 'a', ' whistle', '1999'];
    /** @type {string[]} */
    const words = [];
    for (const text of typed) {
      await page('window.changes.length = 0');
      for (const key of text) await byId('new').sendKeys(key);
      assert.deepEqual(await page('return window.changes'), [], `while typing ${text}`);
      await driver.sleep(1_500);
      const changes = /** @type {string[]} */ (await page('return window.changes'));
      for (const part of ['status', 'description'])
        assert.ok(changes.filter((change) => change === part).length <= 1, `${text}: ${changes}`);
      const said = String(await page(`return document.querySelector('.passmuster-description').textContent`));
      if (said !== words.at(-1)) assert.ok(String(await status()).startsWith(said), `${await status()}, ${said}`);
      words.push(said);
    }
    assert.ok(new Set(words).size >= 4, String(words));
  });

  test('a field is marked as invalid once it was left, and no longer when it is emptied', async () => {
    const marked = () => byId('new').getAttribute('aria-invalid');
    await byId('new').sendKeys('password');
    await driver.wait(async () => /^Easy to guess/.test(String(await status())), SOON);
    assert.equal(await marked(), null);
    await byId('email').click();
    assert.equal(await marked(), 'true');
    await byId('new').clear();
    await byId('email').click();
    assert.equal(await marked(), null);
  });

  test('the rules stand there from the start, describe the empty field, and are ticked off', async () => {
    await byId('current').sendKeys('Old-harbour-lantern-61');
    const rules = () =>
      page(`return [...document.querySelectorAll('.passmuster-rule')].map((rule) =>
      rule.innerText + (rule.matches('[data-met]') ? ' ✓ ' + rule.ariaLabel : ''))`);
    const [length, current, leaked] = ['At least 8 characters', 'Not your current password', 'In no known leak'];
    const ticked = (/** @type {string} */ rule) => `${rule} ✓ ${rule}: done`;
    assert.deepEqual(await rules(), [length, current, leaked]);
    await byId('new').click();
    const description = () => page(`return document.querySelector('.passmuster-description').innerText`);
    for (const rule of [length, current, leaked]) assert.ok(String(await description()).includes(rule));
    await byId('new').sendKeys('turnip9');
    await becomes('weak');
    assert.deepEqual(await rules(), [length, ticked(current), leaked]);
    assert.equal(await one('.passmuster-reason').getText(), 'Add 1 more character.');
    await byId('new').sendKeys('9 violet umbrella');
    await becomes('accepted');
    assert.deepEqual(await rules(), [length, current, leaked].map(ticked));
    await byId('new').clear();
    await byId('new').sendKeys('Old-harbour-lantern-62');
    await becomes('reused');
    assert.deepEqual(await rules(), [ticked(length), current, leaked]);
    await page(`place(build('form', {}, [field('one', { minlength: '12' }), widget('one', { breach: 'off' })]))`);
    await driver.wait(async () => String(await rules()) === 'At least 12 characters', SOON);
  });

  test('after two refusals of one kind the offer of a suggestion leads', async () => {
    await byId('email').sendKeys('jane.doe@example.org');
    await byId('current').sendKeys('Old-harbour-lantern-61');
    const lines = async () => String(await one('.passmuster-words').getText()).replaceAll('\n', ' ');
    const submit = async (/** @type {string} */ password) => {
      await byId('new').clear();
      await byId('new').sendKeys(password);
      await byId('confirm').clear();
      await byId('confirm').sendKeys(password);
      await one('button[type=submit]').click();
    };
    await submit('password123');
    assert.doesNotMatch(await lines(), /Let us make one for you/);
    await submit('password124');
    await driver.wait(async () => /^Easy to guess\s+Let us make one for you\. .*in it: a common word/.test(await lines()), SOON);
    assert.equal(await one('.passmuster-actions[data-offered]').isDisplayed(), true);
    assert.match(String(await status()), /^Easy to guess\. Let us make one for you\. Easy to guess in it/);
    await byId('new').clear();
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await becomes('accepted');
    assert.equal(await page(`return document.querySelectorAll('[data-offered]').length`), 0);
  });

  test('English words in the page of a language that we have not say so, and those that the page gave do not', async () => {
    await page(`
      document.documentElement.lang = 'sw';
      document.documentElement.dir = 'rtl';
      place(build('form', {}, [field('one'), widget('one')]));
      document.querySelector('pass-muster').messages = { headline: { weak: 'Rahisi kukisia' }, element: { show: 'Onyesha' } };`);
    await byId('one').sendKeys('password');
    await becomes('weak', 'one');
    const tongue = () =>
      page(`return Object.fromEntries(['headline', 'reason', 'suggestions', 'button', 'button:nth-child(2)', 'rule', 'meter', 'status p', 'description p']
        .map((part) => [part, document.querySelector('.passmuster-' + part)]).map(([part, { lang, dir }]) => [part, lang + dir]))`);
    await driver.wait(async () => (await heard()).length > 0, SOON);
    assert.deepEqual(await tongue(), {
      headline: '',
      reason: 'enltr',
      suggestions: 'enltr',
      button: '',
      'button:nth-child(2)': 'enltr',
      rule: 'enltr',
      meter: '',
      'status p': 'enltr',
      'description p': 'enltr',
    });
    await page(`document.documentElement.lang = 'de'`);
    await driver.wait(
      async () => (await page(`return document.querySelectorAll('pass-muster [lang]:not(.passmuster-status *)').length`)) === 0,
      SOON,
    );
  });

  test('the link to a second factor stays outside the form’s way: behind the fields, in a tab of its own', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await becomes('accepted');
    const factor = one('.passmuster-factor');
    await driver.wait(until.elementIsVisible(factor), SOON);
    assert.equal(await factor.getAttribute('target'), '_blank');
    assert.equal(
      await page(`
      const factor = document.querySelector('.passmuster-factor');
      const described = document.getElementById('new').getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
      return described.some((element) => element.contains(factor)) ||
        !(document.getElementById('confirm').compareDocumentPosition(factor) & Node.DOCUMENT_POSITION_FOLLOWING)`),
      false,
    );
  });

  test('nothing moves while somebody types', async () => {
    const where = () =>
      driver.executeScript("return document.querySelector('button[type=submit]').getBoundingClientRect().top + scrollY");
    await byId('new').click();
    const before = await where();
    for (const text of ['p', 'assword', '1234567', ' violet umbrella fjord', ' whistle']) {
      await byId('new').sendKeys(text);
      assert.equal(await where(), before, `after ${text}`);
    }
  });

  test('everything is reached by the keyboard, in the order in which it stands', async () => {
    const press = (/** @type {string} */ key) => driver.actions().sendKeys(key).perform();
    const reached = async () => {
      await press(Key.TAB);
      const focused = driver.switchTo().activeElement();
      return (await focused.getAttribute('id')) || focused.getText();
    };
    await byId('new').click();
    assert.deepEqual([await reached(), await reached(), await reached()], ['Show password', 'Suggest a password', 'confirm']);
    await byId('new').click();
    await reached();
    await press(Key.SPACE);
    assert.equal(await byId('new').getAttribute('type'), 'text');
    await reached();
    await press(Key.SPACE);
    await driver.wait(until.elementIsVisible(one('.passmuster-factor')), SOON);
    assert.deepEqual(
      [await reached(), await reached(), await reached(), await reached()],
      ['Copy', 'Undo', 'confirm', 'Add two-step verification'],
    );
  });

  test('two things that are said in a row are both there to be heard, and a focus on the button stays', async () => {
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    await becomes('accepted');
    await driver.wait(async () => (await heard()).length === 2, SOON);
    const [made, strong] = await heard();
    assert.match(made, /^A random password is in both fields and visible\. /);
    assert.equal(strong, 'Strong, and in no known leak. Use it only here.');
    assert.equal(await one('.passmuster-note').getText(), made);
    assert.equal(await driver.switchTo().activeElement().getText(), 'Suggest another');
    await byId('new').sendKeys('x');
    assert.equal(await one('.passmuster-note').getText(), '');
    assert.equal(await page(`return document.querySelectorAll('.passmuster-button')[2].hidden`), true);
  });

  test('what is pressed is at least 24 pixels high and wide', async () => {
    await button('Suggest a password').click();
    const factor = driver.findElement(By.css('.passmuster-factor'));
    await driver.wait(until.elementIsVisible(factor), SOON);
    for (const target of [...(await driver.findElements(By.css('.passmuster-button'))), factor]) {
      if (!(await target.isDisplayed())) continue;
      const { height, width } = await target.getRect();
      assert.ok(height >= 24 && width >= 24, `${await target.getText()}: ${width} × ${height}`);
    }
  });

  test('nothing sticks out at 320 pixels, nor where text is twice as large, in languages of long words and short', async () => {
    for (const language of ['en', 'de', 'fr', 'ru', 'ar', 'ja']) {
      await driver.get(`${demo.url}?lang=${language}`);
      const suggest = () => one('.passmuster-button:nth-child(2)').getText();
      await driver.wait(async () => language === 'en' || !/^(Suggest a password)?$/.test(await suggest().catch(() => '')), SOON);
      await one('.passmuster-button:nth-child(2)').click();
      await driver.wait(until.elementIsVisible(one('.passmuster-factor')), SOON);
      for (const [width, size] of [
        [320, 100],
        [640, 200],
      ]) {
        const out = await page(
          `
          document.documentElement.style.fontSize = arguments[1] + '%';
          const main = document.querySelector('main');
          main.style.boxSizing = 'border-box';
          main.style.inlineSize = arguments[0] + 'px';
          const edges = main.getBoundingClientRect();
          return [...main.querySelectorAll('*')].filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < edges.left - 1 || right > edges.right + 1);
          }).map((element) => element.className || element.localName);`,
          width,
          size,
        );
        assert.deepEqual(out, [], `${language}, ${width} pixels, ${size} %`);
      }
    }
  });
});
