/** `npm run screenshots`: pictures of the demo and of every state in the gallery, into docs/ and target/screenshots/. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, until } from 'selenium-webdriver';
import { launchChromium } from '../tests/browsers.mjs';
import { startDemo } from '../tests/e2e/server.mjs';
import { build } from './build.mjs';
import { buildDemo } from './demo.mjs';
import { ROOT, fail, setUp } from './setup.mjs';

const FOLDER = join(ROOT, 'target/screenshots');
/** Name, query, width and height in CSS pixels. @type {[string, string, number, number][]} */
const PICTURES = [
  ['light', '?theme=light', 1_200, 1_500],
  ['dark', '?theme=dark', 1_200, 1_500],
  ['arabic', '?lang=ar', 1_200, 1_500],
  ['german', '?lang=de', 1_200, 1_600],
  ['japanese', '?lang=ja', 1_200, 1_500],
  ['narrow', '', 500, 3_000],
];

try {
  setUp('chromium');
  await build();
  buildDemo();
  mkdirSync(FOLDER, { recursive: true });
  const demo = await startDemo();
  const driver = await launchChromium(['--hide-scrollbars', '--force-device-scale-factor=1']);
  try {
    /** @param {string} file @param {number} width @param {number} height */
    const picture = async (file, width, height) => {
      await driver.manage().window().setRect({ width, height });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      writeFileSync(file, await driver.takeScreenshot(), 'base64');
      console.log(file);
    };
    for (const [name, query, width, height] of PICTURES) {
      await driver.get(`${demo.url}gallery.html${query}`);
      await picture(join(FOLDER, `gallery-${name}.png`), width, height);
    }
    for (const theme of ['light', 'dark']) {
      await driver.get(`${demo.url}?theme=${theme}`);
      await driver.wait(until.elementLocated(By.css('.passmuster-button')), 5_000);
      await driver.findElement(By.id('email')).sendKeys('jane.doe@example.org');
      await driver.findElement(By.id('current')).sendKeys('Old-harbour-lantern-61');
      await driver.findElement(By.xpath('//button[text()="Suggest a password"]')).click();
      await picture(theme === 'light' ? join(ROOT, 'docs/screenshot.png') : join(FOLDER, 'demo-dark.png'), 640, 1_300);
    }
  } finally {
    await driver.quit();
    await demo.close();
  }
} catch (error) {
  fail(error);
}
