/**
 * `npm run screenshots`: pictures of the demo's pages and of every state in the gallery, into target/screenshots/.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, until } from 'selenium-webdriver';
import { launchChromium } from '../tests/browsers.mjs';
import { startDemo } from '../tests/e2e/server.mjs';
import { build } from './build.mjs';
import { buildDemo } from './demo.mjs';
import { ROOT, fail, setUp } from './setup.mjs';

const FOLDER = join(ROOT, 'target/screenshots');
/** Milliseconds in which every state is reached and the last transition over. */
const SETTLED = 3_000;

/**
 * @typedef {object} Picture
 * @property {string} page
 * @property {number} [width] CSS pixels, 1,200 unless given.
 * @property {number} [height] CSS pixels of a window that is pictured alone; the whole page unless given.
 * @property {number} [scale] Device pixels of a CSS pixel.
 * @property {string} [around] A selector of what alone is pictured, with a margin.
 * @property {Record<string, string>} [media] Media features, as `forced-colors`.
 * @property {(driver: import('selenium-webdriver').WebDriver) => Promise<void>} [act] What somebody does first.
 */

/** @param {import('selenium-webdriver').WebDriver} driver */
async function fillIn(driver) {
  await driver.findElement(By.id('email')).sendKeys('jane.doe@example.org');
  await driver.findElement(By.id('current')).sendKeys('Old-harbour-lantern-61');
}
/** @param {string} password @returns {NonNullable<Picture['act']>} */
const type = (password) => async (driver) => {
  await fillIn(driver);
  await driver.findElement(By.id('new')).sendKeys(password);
};
/** @param {import('selenium-webdriver').WebDriver} driver */
async function suggest(driver) {
  await fillIn(driver);
  await driver.findElement(By.css('.passmuster-button:nth-of-type(2)')).click();
}

/** @type {Record<string, Picture>} */
const PICTURES = {
  'gallery-light': { page: 'gallery.html?theme=light' },
  'gallery-dark': { page: 'gallery.html?theme=dark' },
  'gallery-forced-colours': { page: 'gallery.html', media: { 'forced-colors': 'active' } },
  'gallery-german': { page: 'gallery.html?lang=de' },
  'gallery-arabic': { page: 'gallery.html?lang=ar' },
  'gallery-japanese': { page: 'gallery.html?lang=ja' },
  'gallery-narrow': { page: 'gallery.html', width: 320 },
  'demo-light': { page: '?theme=light', width: 800 },
  'demo-dark': { page: '?theme=dark', width: 800, act: type('password123') },
  'demo-suggested': { page: '?theme=light', width: 800, act: suggest },
  'demo-german-narrow': { page: '?lang=de', width: 320, act: type('password123') },
  'demo-arabic': { page: '?lang=ar', width: 800, act: type('Old-harbour-lantern-62') },
  'demo-keyboard-open': { page: '', width: 360, height: 330, act: type('password123') },
  'explain-light': {
    page: 'explain.html?theme=light',
    act: (driver) => driver.findElement(By.css('.example:nth-of-type(4)')).click(),
  },
  'explain-narrow': {
    page: 'explain.html?theme=dark',
    width: 320,
    act: (driver) => driver.findElement(By.css('.example')).click(),
  },
};
try {
  setUp('chromium');
  await build();
  buildDemo();
  mkdirSync(FOLDER, { recursive: true });
  const demo = await startDemo();
  const driver = await launchChromium(['--hide-scrollbars']);
  const devTools = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
  try {
    /** @param {string} file @param {Picture} picture */
    const take = async (file, { page, width = 1_200, height, scale = 1, around, media = {}, act }) => {
      const features = Object.entries(media).map(([name, value]) => ({ name, value }));
      await devTools.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
      await devTools.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
        width,
        height: height ?? 800,
        deviceScaleFactor: scale,
        mobile: false,
      });
      await driver.get(demo.url + page);
      await driver.wait(until.elementLocated(By.css('.passmuster-button')), SETTLED);
      await act?.(driver);
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      const clip =
        around &&
        /** @type {any} */ (
          await driver.executeScript(
            `
        const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return { x: x + scrollX - 16, y: y + scrollY - 16, width: width + 32, height: height + 32, scale: 1 };`,
            around,
          )
        );
      const { data } = /** @type {any} */ (
        await devTools.sendAndGetDevToolsCommand('Page.captureScreenshot', { captureBeyondViewport: !height, clip })
      );
      writeFileSync(file, data, 'base64');
      console.log(file);
    };
    for (const [name, picture] of Object.entries(PICTURES)) await take(join(FOLDER, `${name}.png`), picture);
  } finally {
    await driver.quit();
    await demo.close();
  }
} catch (error) {
  fail(error);
}
