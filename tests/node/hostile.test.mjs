/** Code around the package that throws, lies or hands over something else than what was asked for. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import vm from 'node:vm';
import { load } from 'passmuster';
import { found, traces } from '../memory.mjs';
import { answer, randomBy } from '../nonsense.mjs';

describe('what the host hands over', () => {
  /** @type {import('../../dist/passmuster.js').Passmuster} */
  let muster;
  before(async () => {
    muster = await load();
  });
  /** What TypeScript would not let pass. @param {any} options */
  const estimate = (options) => muster.estimate('featherstonehaugh', options);

  test('a context is a text or any iterable of texts, and null is none', () => {
    const alone = estimate({}).guessesLog10;
    for (const context of [
      'featherstonehaugh',
      ['featherstonehaugh'],
      new Set(['featherstonehaugh']),
      new Map([['featherstonehaugh', 1]]).keys(),
      [null, undefined, 'featherstonehaugh'],
    ]) {
      assert.ok(estimate({ context }).guessesLog10 < alone, String(context));
    }
    for (const context of [undefined, null, '', [], [null]])
      assert.equal(estimate({ context }).guessesLog10, alone, String(context));
    assert.throws(() => estimate({ context: 5 }), {
      name: 'TypeError',
      message: /context must be a string or an iterable of strings, not number/,
    });
  });

  test('a context of more than ten thousand entries is refused in words, also where it never ends', () => {
    const words = Array.from({ length: 10_000 }, (_, i) => `word${i}`);
    assert.equal(typeof estimate({ context: words }).score, 'number');
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield 'more';
      },
    };
    for (const context of [[...words, 'more'], endless]) {
      assert.throws(() => estimate({ context }), { name: 'RangeError', message: /at most 10,000 entries/ });
    }
  });

  test('the bytes of an answer may come from another realm', async () => {
    const { fetch } = globalThis;
    const suffix = createHash('sha1').update('featherstonehaugh').digest('hex').toUpperCase().slice(5);
    const ForeignArray = vm.runInNewContext('Uint8Array');
    const bytes = new ForeignArray(Buffer.from(`${suffix}:41\r\n`));
    const pieces = [
      { done: false, value: bytes },
      { done: true, value: undefined },
    ];
    const body = { getReader: () => ({ read: async () => pieces.shift() }) };
    globalThis.fetch = /** @type {any} */ (
      async () => ({ status: 200, headers: new Headers({ 'Content-Type': 'text/plain' }), body })
    );
    try {
      const { status, count } = await muster.checkBreach('featherstonehaugh', { endpoint: 'https://realm.example/range/' });
      assert.deepEqual([status, count], ['found', 41]);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test('a current password of null is none', () => {
    assert.equal(muster.estimate('null', /** @type {any} */ ({ currentPassword: null })).warning === 'current-password', false);
    assert.equal(muster.estimate('undefined', { currentPassword: undefined }).warning === 'current-password', false);
  });

  test('options that throw are told to the caller, and leave no password in memory', async () => {
    const fail = () => {
      throw new Error('broken');
    };
    const password = 'Qz7-hemlock-Vireo-19';
    const { memory } = await muster.wasm.default();
    const wrong = [
      { context: [{ toString: fail }] },
      { context: { [Symbol.iterator]: fail } },
      { currentPassword: { toString: fail } },
      { year: { valueOf: fail } },
      { year: Symbol('year') },
      {
        get context() {
          return fail();
        },
      },
    ];
    for (const options of wrong) assert.throws(() => muster.estimate(password, /** @type {any} */ (options)));
    for (const options of [
      { timeout: Symbol('time') },
      { timeout: { valueOf: fail } },
      { signal: {} },
      { endpoint: { toString: fail } },
      {
        get signal() {
          return fail();
        },
      },
    ]) {
      await assert.rejects(muster.checkBreach(password, /** @type {any} */ (options)));
    }
    assert.deepEqual(found(memory.buffer, await traces(password)), []);
    assert.equal(muster.estimate('password123').score, 0);
  });

  test('a page’s own fetch may answer with anything: there is an answer in time, never that all is clear', async () => {
    const own = globalThis.fetch;
    const count = Number(process.env.PAGES ?? 400);
    const { memory } = await muster.wasm.default();
    try {
      /** @type {Map<string, () => unknown>} */
      const answers = new Map();
      globalThis.fetch = /** @type {any} */ ((/** @type {string} */ url) => answers.get(new URL(url).hostname)?.());
      const asked = Array.from({ length: count }, async (_, seed) => {
        const random = randomBy(seed);
        const password = `Vireo-hemlock-${seed}-${random()}`;
        answers.set(`host${seed}.example`, () => answer(random));
        const start = performance.now();
        const breach = await muster.checkBreach(password, { endpoint: `https://host${seed}.example/`, timeout: 500 });
        assert.equal(breach.status, 'unknown', `host ${seed}`);
        assert.ok(performance.now() - start < 10_000, `host ${seed}`);
        return password;
      });
      const passwords = await Promise.all(asked);
      const password = passwords[count - 1];
      assert.deepEqual(found(memory.buffer, await traces(password)), []);
    } finally {
      globalThis.fetch = own;
    }
    assert.equal(muster.estimate('password123').score, 0);
  });

  test('no password is made where nothing is random', async () => {
    const own = Object.getOwnPropertyDescriptor(crypto, 'getRandomValues');
    for (const value of [
      () => {
        throw new Error('broken');
      },
      (/** @type {unknown} */ bytes) => bytes,
      () => undefined,
    ]) {
      Object.defineProperty(crypto, 'getRandomValues', { configurable: true, value });
      await assert.rejects(muster.generate());
      await assert.rejects(muster.generate({ length: 20 }));
    }
    if (own) Object.defineProperty(crypto, 'getRandomValues', own);
    else Reflect.deleteProperty(crypto, 'getRandomValues');
    assert.ok((await muster.generate()).bits > 60);
  });

  test('the element and auto may be imported where there is no page', async () => {
    assert.equal('document' in globalThis, false);
    await import('passmuster/auto');
    assert.equal(typeof (await import('passmuster/element')).mount, 'function');
  });
});
