/** Forms whose fields hide the form's own members. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driver, openDemo, suite } from './suite.mjs';

suite('a form with a field by the name of any of its members', () => {
  test('is judged, refused and sent like any other', async () => {
    await openDemo();
    const { tried, wrong, errors } = /** @type {{ tried: number, wrong: string[], errors: string[] }} */ (
      await driver.executeAsyncScript(
        `const done = arguments[0]; import('/pages/clobbered.js').then(({ run }) => run()).then(done, (error) => done({ wrong: [String(error)] }));`,
      )
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(errors, []);
    assert.ok(tried > 250, String(tried));
  });
});
