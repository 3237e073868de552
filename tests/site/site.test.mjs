/** The documentation site as `passmuster serve` serves it beside the demo: in Chromium, and in BROWSERS where that is set. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { By, until } from 'selenium-webdriver';
import { browsers } from '../browsers.mjs';
import { assertAccessible } from '../e2e/axe.mjs';
import { startDemo } from '../e2e/server.mjs';

const SITE = fileURLToPath(new URL('../../target/site/', import.meta.url));
/** Every page, copies of files too, by its path in the site. */
const pages = readdirSync(join(SITE, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => `docs/${name}`)
  .sort();
/** Those that were written, and not copied. */
const written = pages.filter((name) => !name.startsWith('docs/files/') && name !== 'docs/404.html');
/** @param {string} name */
const read = (name) => readFileSync(join(SITE, name), 'utf8');

/** Milliseconds in which a page shows what it shows by script. */
const PATIENCE = 15_000;

test('every link of the site leads to a page that is there, and to a place in it', () => {
  /** @type {Map<string, Set<string>>} */
  const ids = new Map();
  const idsOf = (/** @type {string} */ name) => {
    if (!ids.has(name)) ids.set(name, new Set([...read(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
    return /** @type {Set<string>} */ (ids.get(name));
  };
  /** @type {string[]} */
  const wrong = [];
  for (const name of pages) {
    for (const [, target] of read(name).matchAll(/<[a-z]+\b[^<>]*? (?:href|src)="([^"]*)"/g)) {
      const url = new URL(target.replaceAll('&amp;', '&'), `http://site/${name}`);
      if (url.host !== 'site') continue;
      const path = decodeURIComponent(url.pathname).slice(1);
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!existsSync(join(SITE, file))) wrong.push(`${name}: ${target} is not there`);
      else if (url.hash && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(url.hash.slice(1))))
        wrong.push(`${name}: ${target} has no such place`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every page is in the list of pages, once', () => {
  const list = read('docs/index.html').match(/<div id="pages"[\s\S]*?<\/div>/)?.[0] ?? '';
  const linked = [...list.matchAll(/href="\/(docs\/[^"]*)"/g)].map(([, path]) =>
    path.endsWith('/') ? `${path}index.html` : path,
  );
  assert.deepEqual(
    linked.sort(),
    written.filter((name) => name !== 'docs/index.html'),
  );
});

test('no page has a script or a style in its markup, or fetches from another host', () => {
  for (const name of pages) {
    const html = read(name);
    assert.doesNotMatch(html, /<[a-z][^<>]* (style|on\w+)="|<style|<script(?![^>]* src=)/, name);
    const fetched = [...html.matchAll(/<(?:script|link|img|source|iframe)\b[^>]* (?:src|href)="([^"]*)"/g)].map(([, url]) => url);
    assert.deepEqual(
      fetched.filter((url) => /^(\w+:)?\/\//.test(url)),
      [],
      name,
    );
  }
});

test('every page has a title and a description of its own, and one heading of the first level', () => {
  const titles = written.map((name) => read(name).match(/<title>(.*?)<\/title>/)?.[1]);
  assert.deepEqual(
    titles.filter((title, index) => !title || titles.indexOf(title) !== index),
    [],
  );
  for (const name of written) {
    assert.match(read(name), /<meta name="description" content="[^"]{40,}">/, name);
    assert.equal(read(name).match(/<h1\b/g)?.length, 1, name);
  }
});

for (const { name: browser, launch } of browsers.filter(({ name }) => process.env.BROWSERS || name === 'Chromium')) {
  describe(`the documentation in ${browser}`, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;
    before(async () => {
      demo = await startDemo();
      driver = await launch();
      await driver.manage().setTimeouts({ script: PATIENCE });
    });
    after(async () => {
      await driver?.quit();
      await demo?.close();
    });

    /** @param {string} page */
    const open = async (page) => {
      await driver.get(demo.url + page);
      await driver.executeScript(`
        window.refused = [];
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(violatedDirective + ' ' + blockedURI));`);
    };

    for (const page of written) {
      test(`${page} keeps to its policy and its host, and axe finds nothing wrong`, async () => {
        await open(page);
        if (read(page).includes('<pass-muster'))
          await driver.wait(until.elementLocated(By.css('.passmuster-words, .passmuster-headline')), PATIENCE);
        const [refused, asked] = /** @type {[string[], string[]]} */ (
          await driver.executeScript('return [refused, performance.getEntriesByType("resource").map(({ name }) => name)]')
        );
        assert.deepEqual(refused, []);
        assert.deepEqual(
          asked.filter((url) => !url.startsWith(demo.url)),
          [],
        );
        await assertAccessible(driver);
        if (browser !== 'Chromium') return;
        const log = await driver.manage().logs().get('browser');
        assert.deepEqual(
          log.map(({ message }) => message),
          [],
        );
      });
    }

    test('the widget judges in the page', async () => {
      await open('docs/start.html');
      const field = await driver.findElement(By.id('start'));
      await field.sendKeys('password123');
      const meter = await driver.wait(until.elementLocated(By.css('.passmuster-meter[data-verdict="weak"]')), PATIENCE);
      assert.equal(await meter.getAttribute('data-verdict'), 'weak');
    });

    test('the editor of custom properties colours the widget, writes the style, and starts over', async () => {
      await open('docs/guides/theming.html');
      await driver.findElement(By.css('[data-sample="password123"]')).click();
      const segment = await driver.wait(
        until.elementLocated(By.css('.passmuster-meter[data-verdict="weak"] .passmuster-segment')),
        PATIENCE,
      );
      const colour = () => segment.getCssValue('background-color');
      const before = await colour();
      await driver.executeScript(`
        const input = document.querySelector('[data-property="--passmuster-weak"]');
        input.value = '#123456';
        input.dispatchEvent(new Event('input', { bubbles: true }));`);
      assert.match(await colour(), /^rgba?\(18, 52, 86/);
      const style = await driver.findElement(By.css('[data-result]'));
      assert.match(await style.getText(), /pass-muster \{\s+--passmuster-weak: #123456;\s+\}/);
      await driver.findElement(By.css('[data-editor] [type="reset"]')).click();
      assert.equal(await colour(), before);
    });

    test('the explanation names the parts of what is typed', async () => {
      await open('docs/explained.html');
      await driver.findElement(By.id('password')).sendKeys('qwertz2024');
      await driver.wait(until.elementLocated(By.css('#text mark[data-kind="keyboard-walk"]')), PATIENCE);
      assert.match(await driver.findElement(By.id('parts')).getText(), /keys side by side/);
    });

    test('a log of every keystroke spells the password out, and nothing is asked of anybody', async () => {
      await open('docs/learns.html');
      const field = await driver.findElement(By.id('learns-field'));
      const before = demo.requests.length;
      for (const character of 'kettle-42') await field.sendKeys(character);
      const told = await driver.findElement(By.id('learns-told'));
      await driver.wait(until.elementTextIs(told, 'kettle-42'), PATIENCE);
      assert.equal((await driver.findElements(By.css('#learns-log li'))).length, 9);
      assert.deepEqual(
        demo.requests.slice(before).filter(({ url }) => url.startsWith('/range/')),
        [],
      );
    });

    test('measuring fills the table, and asks no other host', { skip: browser !== 'Chromium' }, async () => {
      await open('docs/measured.html');
      await driver.findElement(By.id('measure')).click();
      const status = await driver.findElement(By.id('measure-status'));
      await driver.wait(until.elementTextIs(status, 'Done.'), 60_000);
      const [cells, refused, asked] = /** @type {[string[], string[], string[]]} */ (
        await driver.executeScript(`return [[...document.querySelectorAll('#measured td')].map((cell) => cell.textContent), refused,
          performance.getEntriesByType('resource').map(({ name }) => name)]`)
      );
      assert.equal(cells.length, 12);
      for (const cell of cells) assert.match(cell, /^[\d.,]+ (kB|µs|ms)$/);
      assert.deepEqual(refused, []);
      assert.ok(asked.every((url) => url.startsWith(demo.url)));
    });

    test('the search finds a heading, and opens it by Enter', async () => {
      await open('docs/start.html');
      await driver.findElement(By.id('search-open')).click();
      const field = await driver.wait(until.elementLocated(By.css('#search[open] #search-field')), PATIENCE);
      await field.sendKeys('what the server learns');
      const first = await driver.wait(until.elementLocated(By.css('#search-results a')), PATIENCE);
      assert.match(await first.getText(), /What the server learns/);
      await assertAccessible(driver);
      await field.sendKeys('\uE007');
      await driver.wait(until.urlContains('/docs/breach.html#what-the-server-learns'), PATIENCE);
    });

    test('the search says when it finds nothing', async () => {
      await open('docs/start.html');
      await driver.findElement(By.id('search-open')).click();
      const field = await driver.wait(until.elementLocated(By.css('#search[open] #search-field')), PATIENCE);
      await field.sendKeys('qqqqqqqqqqqq');
      const status = await driver.findElement(By.id('search-status'));
      await driver.wait(until.elementTextIs(status, 'Nothing was found.'), PATIENCE);
    });

    test('dark colours are chosen by a button, kept on the next page, and legible', async () => {
      await open('docs/start.html');
      const button = await driver.findElement(By.id('theme'));
      const before = await button.getAttribute('aria-pressed');
      await button.click();
      assert.notEqual(await button.getAttribute('aria-pressed'), before);
      await open('docs/servers.html');
      const pressed = await driver.findElement(By.id('theme')).getAttribute('aria-pressed');
      assert.notEqual(pressed, before);
      await assertAccessible(driver);
      await open('docs/frameworks/react.html');
      await assertAccessible(driver);
      await driver.executeScript('localStorage.clear()');
    });

    test('on a phone no page is wider than the window, and the list of pages opens', {
      skip: browser !== 'Chromium',
    }, async () => {
      const devTools = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
      await devTools.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
        width: 320,
        height: 640,
        deviceScaleFactor: 2,
        mobile: true,
      });
      try {
        for (const page of written) {
          await open(page);
          assert.equal(await driver.executeScript('return document.documentElement.scrollWidth'), 320, page);
        }
        await driver.findElement(By.css('.menu')).click();
        await driver.wait(until.elementIsVisible(await driver.findElement(By.css('#pages a'))), PATIENCE);
        await assertAccessible(driver);
      } finally {
        await devTools.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
      }
    });

    test('without JavaScript a page can be read, and the list of pages is there', { skip: browser !== 'Chromium' }, async () => {
      const devTools = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
      await devTools.sendDevToolsCommand('Emulation.setScriptExecutionDisabled', { value: true });
      try {
        await driver.manage().window().setRect({ width: 1_300, height: 800 });
        await driver.get(`${demo.url}docs/start.html`);
        assert.match(await driver.findElement(By.css('main')).getText(), /The widget needs JavaScript; the field works without/);
        assert.equal(await driver.findElement(By.css('.pages a[href="/docs/servers.html"]')).isDisplayed(), true);
        assert.equal(await driver.findElement(By.id('search-open')).isDisplayed(), false);
      } finally {
        await devTools.sendDevToolsCommand('Emulation.setScriptExecutionDisabled', { value: false });
      }
    });
  });
}
