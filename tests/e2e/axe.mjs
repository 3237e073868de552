/** axe-core over the page as it stands: WCAG 2.2 A and AA, and best practices. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { driver } from './suite.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('selenium-webdriver').WebDriver} [page] The suite's by default. */
export async function assertAccessible(page = driver) {
  await page.executeScript(axe);
  const violations = await page.executeAsyncScript(`
    const done = arguments[0];
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => done(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)])),
        (error) => done([['axe itself', String(error)]]));`);
  assert.deepEqual(violations, []);
}
