/**
 * What stays of a password in the wasm's memory in Chromium, Firefox and WebKitGTK: nothing, once it is answered
 * or gone from the field.
 */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { found, traces } from '../memory.mjs';
import { becomes, byId, driver, openDemo, suite } from './suite.mjs';

const PASSWORD = 'Recognisable-Zebra-Umbrella-7731';

suite('the memory of the wasm', () => {
  beforeEach(openDemo);

  /** Runs the body of an async function in the page, and answers with what was found after it. @param {string} work */
  const foundAfter = (work) =>
    driver.executeAsyncScript(
      `
    const [password, done] = arguments;
    ${traces}
    ${found}
    (async () => {
      const { load } = await import('/passmuster.js');
      const muster = await load();
      { ${work} }
      const { memory } = await muster.wasm.default();
      return found(memory.buffer, await traces(password));
    })().then(done, (error) => done(String(error)));`,
      PASSWORD,
    );

  test('is searched for what it does hold', async () => {
    const held = await foundAfter(`
      const { memory } = await muster.wasm.default();
      new Uint8Array(memory.buffer).set(new TextEncoder().encode(password), memory.buffer.byteLength - 64);`);
    assert.deepEqual(held, ['UTF-8', 'a part in UTF-8', 'another part in UTF-8']);
  });

  test('holds nothing of a password that was estimated and checked', async () => {
    assert.deepEqual(
      await foundAfter(`
      muster.estimate(password, { currentPassword: password, context: [password] });
      await muster.checkBreach(password, { endpoint: '/range/' });`),
      [],
    );
  });

  test('holds nothing of a password that is gone from the field', async () => {
    await byId('new').sendKeys(PASSWORD);
    await becomes('accepted');
    await byId('new').clear();
    await becomes('empty');
    assert.deepEqual(await foundAfter(''), []);
  });
});
