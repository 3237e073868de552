/** `checkBreach()` in Node, and what stays of a password in the wasm's memory. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { load } from '../../dist/passmuster.js';
import { found, traces } from '../memory.mjs';

const hash = (/** @type {string} */ password) => createHash('sha1').update(password).digest('hex').toUpperCase();

describe('checkBreach', () => {
  /** @type {import('../../dist/passmuster.js').Passmuster} */
  let muster;
  /** @type {http.Server} */
  let server;
  /** @type {string} */
  let endpoint;
  /** @type {http.IncomingMessage[]} */
  const requests = [];
  const LEAKED = 'Recognisable-Zebra-Umbrella-7731';

  before(async () => {
    muster = await load();
    server = http.createServer((request, response) => {
      requests.push(request);
      if (request.url?.startsWith('/silence/')) return;
      response.setHeader('Content-Type', 'text/plain').end(`${hash(LEAKED).slice(5)}:41\r\n`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    endpoint = `http://127.0.0.1:${port}/range/`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    requests.length = 0;
  });

  test('tells how often a password was seen, or that it was not', async () => {
    assert.deepEqual(await muster.checkBreach(LEAKED, { endpoint }), { status: 'found', count: 41, reason: null });
    const password = `${LEAKED}!`;
    assert.deepEqual(await muster.checkBreach(password, { endpoint }), { status: 'clear', count: 0, reason: null });
    const [{ method, url, headers }] = requests.slice(-1);
    assert.equal(method, 'GET');
    assert.equal(url, `/range/${hash(password).slice(0, 5)}`);
    assert.equal(headers['add-padding'], 'true');
  });

  test('asks once for the same password, with or without the last slash of the endpoint', async () => {
    for (const url of [endpoint, endpoint.slice(0, -1), new URL(endpoint)]) {
      assert.equal((await muster.checkBreach('asked for once', { endpoint: url })).status, 'clear');
    }
    assert.equal(requests.length, 1);
  });

  test('does not know of an endpoint that is silent', async () => {
    const silence = endpoint.replace('range', 'silence');
    const breach = await muster.checkBreach(LEAKED, { endpoint: silence, timeout: 200 });
    assert.deepEqual(breach, { status: 'unknown', count: 0, reason: 'timeout' });
  });

  test('is given up with its signal, and its request with it', async () => {
    const silence = endpoint.replace('range', 'silence');
    const controller = new AbortController();
    const asked = muster.checkBreach('given up', { endpoint: silence, signal: controller.signal });
    const [, response] = await once(server, 'request');
    controller.abort(new Error('changed my mind'));
    await assert.rejects(asked, /changed my mind/);
    if (!response.closed) await once(response, 'close');
    await assert.rejects(muster.checkBreach('never asked', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  test('names what is wrong with its arguments', async () => {
    const wrong = /** @type {[any, object, RegExp][]} */ ([
      [undefined, {}, /password must be a string, not undefined/],
      ['x', { endpoint: 'range' }, /endpoint must be an http or https URL .* not "range"/],
      ['x', { endpoint: 'ftp://example.org/' }, /endpoint must be .* not "ftp:\/\/example\.org\/"/],
      ['x', { endpoint: 'https://jane:secret@example.org/' }, /without user, password/],
      ['x', { endpoint, timeout: 0 }, /timeout must be .* not 0/],
      ['x', { endpoint, timeout: NaN }, /timeout must be .* not NaN/],
      ['x', { endpoint, timeout: '1s' }, /timeout must be .* not 1s/],
    ]);
    for (const [password, options, message] of wrong) {
      await assert.rejects(muster.checkBreach(password, options), { name: 'TypeError', message });
    }
    assert.equal(requests.length, 0);
  });

  test('takes any string', async () => {
    for (const password of ['', '\0', '\ud800', '🦀'.repeat(1_000), 'x'.repeat(1 << 20)]) {
      assert.equal((await muster.checkBreach(password, { endpoint })).status, 'clear');
    }
  });

  for (const engine of /** @type {const} */ (['muster', 'zxcvbn'])) {
    test(`leaves nothing of a password or its digest in the memory of ${engine}`, async () => {
      const muster = await load({ engine });
      const { memory } = await muster.wasm.default();
      // A password of another form than the corpus of the engine, short and long enough for every path.
      for (const password of [LEAKED, 'Zq7%bnw!Kd', `${LEAKED}-`.repeat(40)]) {
        const searched = await traces(password);
        muster.estimate(password, { context: ['jane@example.org'] });
        assert.deepEqual(found(memory.buffer, searched), [], 'after estimate()');
        muster.estimate(`${password}1`, { currentPassword: password, context: [password] });
        assert.deepEqual(found(memory.buffer, searched), [], 'after estimate() with it as the current password');
        await muster.checkBreach(password, { endpoint });
        assert.deepEqual(found(memory.buffer, searched), [], 'after checkBreach()');
      }
    });
  }
});
