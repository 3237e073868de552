/** The conformance files, in Node: the page's wasm, the plain wasm, and what passmuster/server makes of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load as loadPage } from 'passmuster';
import { load as loadServer } from 'passmuster/server';
import { conformanceLines, inUtf16, isSame } from '../conformance.mjs';

const module = new WebAssembly.Module(readFileSync(new URL('../../dist/core/passmuster.wasm', import.meta.url)));
const lines = conformanceLines();

/** An instance with a function that calls an export as the README of crates/core tells. */
function instance() {
  const wasm = /** @type {any} */ (new WebAssembly.Instance(module).exports);
  /** @param {string} name @param {object | string} request */
  const call = (name, request) => {
    const bytes = Buffer.from(typeof request === 'string' ? request : JSON.stringify(request));
    const pointer = wasm.passmuster_alloc(bytes.length);
    Buffer.from(wasm.memory.buffer).set(bytes, pointer);
    return read(wasm[`passmuster_${name}`](pointer, bytes.length));
  };
  /** @param {bigint} packed */
  const read = (packed) => {
    const [start, length] = [Number(BigInt.asUintN(64, packed) >> 32n), Number(packed & 0xffffffffn)];
    const answer = JSON.parse(Buffer.from(wasm.memory.buffer, start, length).toString());
    wasm.passmuster_free(start);
    return answer;
  };
  return { wasm, call, read };
}

test('there are hundreds of lines, of one Unicode version', () => {
  assert.ok(lines.length > 800);
  for (const { place, unicode } of lines) assert.equal(unicode, lines[0].unicode, place);
});

describe('the plain wasm', () => {
  test('imports nothing and exports the interface of version 1', () => {
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    for (const name of ['memory', 'abi', 'alloc', 'estimate', 'judge', 'generate', 'free']) {
      assert.ok(names.includes(name === 'memory' ? name : `passmuster_${name}`), name);
    }
    assert.equal(instance().wasm.passmuster_abi(), 1);
  });

  test('gives every expected answer', () => {
    const { call } = instance();
    for (const { file, place, request, expected } of lines) {
      const answer = call(file === 'generate.jsonl' ? 'generate' : 'judge', request);
      assert.ok(isSame(answer, expected), `${place}:\n${JSON.stringify(answer)}\n${JSON.stringify(expected)}`);
    }
  });

  test('estimates as it judges', () => {
    const { call } = instance();
    const { rules, leak, ...request } = /** @type {any} */ (lines.find(({ file }) => file === 'verdicts.jsonl')).request;
    const { verdict, allowed, length, ...estimate } = call('judge', { ...request, rules, leak });
    assert.deepEqual(call('estimate', request), estimate);
    assert.ok(verdict && length >= 0 && allowed !== undefined);
  });

  test('keeps nothing of a request or an answer in its memory', () => {
    const { wasm, call } = instance();
    const secrets = ['Zq7-Xylophone-Marmalade', 'Old-Quetzal-77-Bassoon', 'Vermilion Ocarina'];
    const whole = { password: secrets[0], currentPassword: secrets[1], context: [secrets[2]], year: 2026 };
    const held = () => {
      const memory = Buffer.from(wasm.memory.buffer);
      // In pieces: a copy may have been cut up.
      return secrets
        .flatMap((secret) => [0, 4, 8].map((at) => secret.slice(at, at + 8)))
        .filter((piece) => memory.includes(piece));
    };
    const bytes = Buffer.from(JSON.stringify(whole));
    const pointer = wasm.passmuster_alloc(bytes.length);
    Buffer.from(wasm.memory.buffer).set(bytes, pointer);
    assert.equal(held().length, 9, 'the request is looked for in the right place');
    wasm.passmuster_free(pointer);
    assert.deepEqual(held(), []);
    for (const name of ['estimate', 'judge']) {
      call(name, whole);
      assert.deepEqual(held(), [], name);
    }
    // Requests that are refused: before, while and after they are parsed.
    for (const wrong of [
      JSON.stringify(whole).slice(0, -1),
      { ...whole, year: undefined },
      { ...whole, more: 1 },
      { ...whole, password: [secrets[0]] },
    ]) {
      assert.ok(call('judge', wrong).error);
      assert.deepEqual(held(), []);
    }
    const seed = '5a'.repeat(32);
    const { password } = call('generate', { seed, length: 24 });
    const memory = Buffer.from(wasm.memory.buffer);
    for (const trace of [password, password.slice(8, 16), seed, Buffer.from(seed, 'hex')])
      assert.ok(!memory.includes(trace), 'generated');
  });

  test('answers a wrong pointer, a wrong length and too many buffers with an error', () => {
    const { wasm, read } = instance();
    const request = Buffer.from('{"password":"x","year":2026}');
    for (const [pointer, length] of [
      [0, 0],
      [0, 5],
      [12, 5],
      [-1, -1],
    ]) {
      assert.match(read(wasm.passmuster_judge(pointer, length)).error, /buffer of passmuster_alloc/);
      wasm.passmuster_free(pointer);
    }
    const pointer = wasm.passmuster_alloc(request.length);
    Buffer.from(wasm.memory.buffer).set(request, pointer);
    assert.match(read(wasm.passmuster_judge(pointer, request.length + 1)).error, /long enough/);
    assert.match(read(wasm.passmuster_judge(pointer, request.length)).error, /once/);
    assert.equal(wasm.passmuster_alloc(0), 0);
    assert.equal(wasm.passmuster_alloc((1 << 20) + 1), 0);
    const held = Array.from({ length: 100 }, () => wasm.passmuster_alloc(1)).filter((pointer) => pointer !== 0);
    assert.equal(held.length, 64);
    for (const pointer of held) wasm.passmuster_free(pointer);
    assert.notEqual(wasm.passmuster_alloc(1), 0);
  });

  test('does not grow with the number of calls', () => {
    const { wasm, call } = instance();
    const request = { password: 'kettle mosquito ladder', year: 2026, context: ['jane@example.org'] };
    call('judge', request);
    const { byteLength } = wasm.memory.buffer;
    for (let i = 0; i < 2_000; i += 1) call('judge', request);
    assert.equal(wasm.memory.buffer.byteLength, byteLength);
  });
});

describe('the page’s wasm', () => {
  test('gives every expected estimate', async () => {
    const muster = await loadPage({ languages: ['en', 'de', 'es', 'fr'] });
    await loadPage({ languages: ['id', 'it', 'nl', 'pl'] });
    await loadPage({ languages: ['pt'] });
    const estimates = lines.filter(({ file }) => file !== 'generate.jsonl');
    assert.ok(estimates.some(({ request }) => request.languages?.length > 1));
    for (const {
      place,
      request: { password, context, currentPassword, year, languages = ['en'] },
      expected,
    } of estimates) {
      const answer = muster.estimate(password, { context, currentPassword, year, languages });
      const { score, guessesLog10, warning, suggestions } = expected;
      const right = { score, guessesLog10, warning, suggestions, sequence: inUtf16(password, expected.sequence) };
      const { languages: used, ...estimate } = answer;
      assert.ok(isSame(estimate, right), `${place}:\n${JSON.stringify(answer)}\n${JSON.stringify(right)}`);
      assert.equal(used.length, languages.length);
    }
  });
});

describe('passmuster/server', () => {
  test('gives every expected verdict', async () => {
    const muster = await loadServer();
    for (const {
      place,
      request: { password, ...options },
      expected,
    } of lines.filter(({ file }) => file !== 'generate.jsonl')) {
      const answer = muster.judge(password, options);
      const right = { ...expected, sequence: inUtf16(password, expected.sequence) };
      assert.ok(isSame(answer, right), `${place}:\n${JSON.stringify(answer)}\n${JSON.stringify(right)}`);
    }
  });

  test('names an option that is wrong, and no value', async () => {
    const muster = await loadServer();
    for (const [options, words] of /** @type {[any, RegExp][]} */ ([
      [{ rules: { minScore: 9 } }, /`minScore` must be a whole number from 0 to 4/],
      [{ context: 'jane' }, /`context` must be an array of strings/],
      [{ languages: ['tlh'] }, /`languages` must be tags/],
      [{ leak: { status: 'fine' } }, /`status` must be found, clear or unknown/],
    ])) {
      assert.throws(
        () => muster.judge('otter-Xylophone-9', options),
        (/** @type {Error} */ error) =>
          error instanceof TypeError && words.test(error.message) && !error.message.includes('otter'),
      );
    }
    assert.throws(() => muster.judge(/** @type {any} */ (undefined)), /`password` is missing/);
  });

  test('takes lone surrogates as a page sends them', async () => {
    const muster = await loadServer();
    assert.deepEqual(muster.judge('kettle \ud800 ladder', { year: 2026 }), muster.judge('kettle \ufffd ladder', { year: 2026 }));
  });

  test('asks for leaks only where the verdict depends on them', async () => {
    const muster = await loadServer();
    const weak = await muster.check('hunter2', { endpoint: 'http://127.0.0.1:1/' });
    assert.deepEqual([weak.verdict, weak.leak], ['weak', null]);
    const strong = await muster.check('kettle mosquito ladder prism', { endpoint: 'http://127.0.0.1:1/' });
    assert.deepEqual([strong.verdict, strong.allowed, strong.leak?.reason], ['unverified', true, 'network']);
  });
});
