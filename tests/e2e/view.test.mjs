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
    await byId('email').click();
    assert.equal((await heard()).length, 1);
    assert.equal(await byId('new').getAttribute('aria-invalid'), null);
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
    assert.deepEqual([await reached(), await reached(), await reached()], ['Copy', 'Add two-step verification', 'confirm']);
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
