/**
 * Pages whose own code throws or returns nonsense at random, in three browsers. `PAGES=10000 node --test
 * tests/e2e/hostile.test.mjs` for as many; `SEED=…` for others.
 */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { driver, openDemo, suite } from './suite.mjs';

const count = Number(process.env.PAGES ?? 40);
const seed = Number(process.env.SEED ?? 1);

suite('pages that throw and lie', () => {
  beforeEach(openDemo);

  /** @param {object} options @returns {Promise<{ outcomes: Record<string, number>, failures: string[] }>} */
  const run = async (options) => {
    const result = await driver.executeAsyncScript(
      `import('/pages/hostile.js').then(({ run }) => run(arguments[0])).then(arguments[1], (error) => arguments[1](String(error?.stack ?? error)))`,
      options,
    );
    assert.equal(typeof result, 'object', String(result));
    return result;
  };

  for (const prototypes of [false, true]) {
    test(`${prototypes ? 'also where prototypes are changed later, ' : ''}a form is sent or refused with words, and no password stays in memory`, async () => {
      /** Of one call to the driver. */
      const batch = 100;
      for (let done = 0; done < count; done += batch) {
        const { outcomes, failures } = await run({ count: Math.min(batch, count - done), seed: seed + done, prototypes });
        console.log(`pages ${seed + done}…: ${JSON.stringify(outcomes)}`);
        assert.deepEqual(failures, []);
        if (done > 0 || count < 20) continue;
        // Both happen, or nothing was tried.
        assert.ok(outcomes.sent > 0 && (prototypes || outcomes.refused > 0), JSON.stringify(outcomes));
      }
    });
  }
});
