/** The demo's pages in every language and theme: their words, and that nothing moves or is hidden. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, until } from 'selenium-webdriver';
import { WORDS } from '../../demo/words/index.js';
import { assertAccessible } from './axe.mjs';
import { SOON, becomes, byId, demo, driver, one, suite } from './suite.mjs';

test('every language words all that German does, with the same code', () => {
  const code = (/** @type {string} */ words) => words.match(/`[^`]+`/g)?.sort();
  for (const [language, words] of Object.entries(WORDS)) {
    assert.deepEqual(Object.keys(words), Object.keys(WORDS.de), language);
    for (const [key, german] of Object.entries(WORDS.de)) {
      const other = words[key];
      assert.notEqual(other.trim(), '', `${language}: ${key}`);
      assert.deepEqual(code(other), code(german), `${language}: ${key}`);
    }
  }
});

suite('the demo', (browser) => {
  const heading = () => one('h1').getText();
  /** @param {string} page */
  async function open(page) {
    await driver.get(demo.url + page);
    // WebKit's driver does not wait for modules.
    await driver.wait(until.elementLocated(By.css('#switcher select')), SOON);
  }
  /** Chooses in the menu that has it. @param {string} value */
  const choose = (value) =>
    driver.executeScript(
      `
    const menu = document.querySelector('#switcher option[value="' + arguments[0] + '"]').closest('select');
    menu.value = arguments[0];
    menu.dispatchEvent(new Event('change', { bubbles: true }));`,
      value,
    );
  const headline = (/** @type {RegExp} */ expected) =>
    driver.wait(
      async () => expected.test(await one('.passmuster-headline').getText()),
      SOON,
      `the headline did not become ${expected}`,
    );

  test('in each language the page and the widget speak it, in its direction, and no word is left out', async () => {
    for (const [language, words] of Object.entries(WORDS)) {
      await open(`?lang=${language}`);
      assert.equal(await heading(), words.title);
      assert.equal(await driver.getTitle(), words.title);
      const { lang, dir, empty } = /** @type {any} */ (
        await driver.executeScript(`
        const { lang, dir } = document.documentElement;
        return { lang, dir, empty: [...document.querySelectorAll('[data-words]')].filter((element) => !element.textContent).length };`)
      );
      assert.deepEqual({ lang, dir, empty }, { lang: language, dir: ['ar', 'he'].includes(language) ? 'rtl' : 'ltr', empty: 0 });
      await driver.wait(async () => !/^Choose a password/.test(await one('.passmuster-headline').getText()), SOON, language);
    }
  });

  test('in a language that the widget alone speaks, the page’s own words are marked as English, and the page has its direction', async () => {
    await open('?lang=fa');
    const page = await driver.executeScript(`
      const { documentElement: { lang, dir } } = document;
      const heading = document.querySelector('h1');
      return { lang, dir, heading: [heading.textContent, heading.lang, heading.dir] };`);
    assert.deepEqual(page, { lang: 'fa', dir: 'rtl', heading: ['Choose a new password', 'en', 'ltr'] });
    await headline(/^گذرواژه/);
    await choose('de');
    assert.deepEqual(await driver.executeScript(`const { lang, dir } = document.querySelector('h1'); return [lang, dir]`), [
      '',
      '',
    ]);
  });

  test('another language and theme change the page at once, and what was typed stays', async () => {
    await open('');
    await byId('new').sendKeys('password123');
    await headline(/^Easy to guess$/);
    await choose('de');
    await headline(/^Leicht zu erraten$/);
    assert.equal(await heading(), WORDS.de.title);
    await choose('dark');
    assert.equal(await driver.executeScript('return getComputedStyle(document.documentElement).colorScheme'), 'dark');
    assert.equal(await byId('new').getProperty('value'), 'password123');
    await choose('en');
    await headline(/^Easy to guess$/);
    assert.equal(await heading(), 'Choose a new password');
    assert.match(await driver.getCurrentUrl(), /\?lang=en&theme=dark$/);
  });

  test('the page after the form, the one on the second factor and the way back keep language and theme', async () => {
    await open('?lang=fr&theme=dark');
    await byId('email').sendKeys('jane@example.org');
    await byId('current').sendKeys('Old-harbour-lantern-61');
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await byId('confirm').sendKeys('violet-umbrella-fjord-whistle');
    await headline(/^Robuste et absent/);
    assert.match((await one('.passmuster-factor').getAttribute('href')) ?? '', /second-factor\.html\?lang=fr&theme=dark$/);
    await one('button[type="submit"]').click();
    await driver.wait(until.urlContains('done.html'), SOON);
    await driver.wait(async () => (await heading()) === WORDS.fr['done-title'], SOON);
    await driver.findElement(By.linkText(WORDS.fr['factor-link'])).click();
    await driver.wait(async () => (await heading()) === WORDS.fr['factor-title'], SOON);
    await driver.findElement(By.linkText(WORDS.fr.back)).click();
    await driver.wait(async () => (await heading()) === WORDS.fr.title, SOON);
    assert.equal(await driver.executeScript('return document.documentElement.dataset.theme'), 'dark');
  });

  test('with a phone’s keyboard open, the field that is typed into and its verdict are both in sight', async () => {
    // A window is more than its page, by how much differs, and may take its size a moment later.
    let height = 600;
    await driver.wait(
      async () => {
        await driver.manage().window().setRect({ width: 500, height });
        const inner = Number(await driver.executeScript('return innerHeight'));
        height += 330 - inner;
        return inner === 330;
      },
      SOON,
      'the window is not so small',
    );
    await open('');
    await byId('new').sendKeys('password123');
    await headline(/^Easy to guess$/);
    // A browser may scroll a moment after the keystroke.
    await driver.wait(
      () =>
        driver.executeScript(`
      const top = document.querySelector('label[for=new]').getBoundingClientRect().top;
      return top >= 0 && document.querySelector('.passmuster-headline').getBoundingClientRect().bottom <= innerHeight;`),
      SOON,
      'they are not',
    );
    await driver.manage().window().setRect({ width: 1_200, height: 900 });
  });

  // The other browsers measure no layout shift, and have no windows as narrow as a small phone.
  if (browser === 'Chromium') {
    const devTools = () => /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
    const PAGES = ['', 'gallery.html', 'explain.html', 'done.html', 'second-factor.html'];

    test('nothing moves up or down while the page loads and somebody types, whatever the width and the language', async () => {
      for (const [width, language] of /** @type {[number, string][]} */ ([
        [1_200, 'en'],
        [1_200, 'de'],
        [1_200, 'id'],
        [412, 'en'],
        [360, 'ar'],
        [360, 'da'],
        [360, 'fr'],
        [360, 'en'],
        [320, 'en'],
      ])) {
        await devTools().sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
          width,
          height: 800,
          deviceScaleFactor: 1,
          mobile: false,
        });
        await open(`?lang=${language}`);
        await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
        await byId('current').sendKeys('Old-harbour-lantern-61');
        for (const text of ['p', 'assword', '123', ' violet', '-umbrella-fjord']) await byId('new').sendKeys(text);
        await becomes('accepted');
        const shifts = await driver.executeAsyncScript(`
          const done = arguments[0];
          new PerformanceObserver((list) => done(list.getEntries().flatMap(({ sources }) => sources)
            .filter(({ previousRect, currentRect }) => previousRect.y !== currentRect.y)
            .map(({ node, previousRect, currentRect }) => [node?.outerHTML, previousRect.y, currentRect.y])))
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done([]), 300);`);
        assert.deepEqual(shifts, [], `${width} pixels, ${language}`);
      }
    });

    test('no page is wider than a window of 320 pixels, in any language', async () => {
      await devTools().sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
        width: 320,
        height: 800,
        deviceScaleFactor: 1,
        mobile: false,
      });
      for (const page of PAGES) {
        for (const language of ['en', ...Object.keys(WORDS)]) {
          await open(`${page}?lang=${language}`);
          assert.ok(
            await driver.executeScript('return document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
            `${page} ${language}`,
          );
        }
      }
      await devTools().sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
    });
  }

  test('every page is accessible, light and dark, from left to right and from right to left', async () => {
    for (const page of ['', 'done.html', 'second-factor.html']) {
      for (const query of ['?theme=light', '?theme=dark&lang=ar']) {
        await open(page + query);
        await assertAccessible();
      }
    }
  });
});
