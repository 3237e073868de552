/** axe-core over every state, theme and direction: WCAG 2.2 A and AA, and best practices. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { browsers } from '../browsers.mjs';
import { startDemo } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What each state of the gallery must have come to before it is looked at. */
const SETTLED = {
  empty: 'empty', short: 'weak', weak: 'weak', keyboard: 'weak', personal: 'weak', nearly: 'weak', reused: 'reused',
  breached: 'breached', checking: 'checking', unverified: 'unverified', blocked: 'unverified', accepted: 'accepted',
};

for (const browser of browsers) {
  describe(`the gallery in ${browser.name}`, () => {
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

    for (const theme of ['light', 'dark']) {
      for (const direction of ['ltr', 'rtl']) {
        test(`every state is what it says and accessible, ${theme}, ${direction}`, async () => {
          await driver.get(`${demo.url}gallery.html?theme=${theme}&dir=${direction}`);
          const states = () => driver.executeScript(`
            return Object.fromEntries([...document.querySelectorAll('form')].map((form) =>
              [form.id.replace('state-', ''), form.querySelector('.passmuster-meter').dataset.verdict]));`);
          await driver.wait(async () => {
            try {
              assert.deepEqual(await states(), SETTLED);
              return true;
            } catch {
              return false;
            }
          }, 8_000).catch(async () => assert.deepEqual(await states(), SETTLED));
          await driver.executeScript(axe);
          const violations = await driver.executeAsyncScript(`
            const done = arguments[0];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then(({ violations }) => done(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)])),
                (error) => done([['axe itself', String(error)]]));`);
          assert.deepEqual(violations, []);
        });
      }
    }
  });
}
