/** The library in hosts that are no browser: two crates of ten lines, built for wasm as their authors would. */

import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { WASI } from 'node:wasi';
import { ROOT, run } from '../../scripts/setup.mjs';

/** What was typed decomposed, and the same composed. */
const PAIRS = [
  ['mu\u0308sterchen', 'm\u00fcsterchen'],
  ['Zu\u0308rich-Ge\u0301ne\u0300ve', 'Z\u00fcrich-G\u00e9n\u00e8ve'],
];
const PASSWORDS = ['', 'password123', 'correct horse battery staple', 'пароль🦀1999', ...PAIRS.flat()];

/** @param {string} host A folder of tests/hosts/. @param {string} target @param {string} file */
function build(host, target, file) {
  run('cargo', [
    'build',
    '--quiet',
    '--release',
    '--package',
    `host-${host}`,
    '--target',
    target,
    '--target-dir',
    'target/hosts',
  ]);
  return new Uint8Array(readFileSync(join(ROOT, 'target/hosts', target, 'release', file)));
}

/** @param {Uint8Array} bytes Not stripped: the names of its functions are in it. */
function assertPlain(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  assert.ok(text.includes('passmuster'), 'the names of functions were stripped');
  assert.doesNotMatch(text, /bindgen|js_sys|web_sys/);
}

/** @type {number[]} */
let guesses;

describe('a crate for wasm32-unknown-unknown with an allocator of its own', () => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  before(() => {
    bytes = build('unknown', 'wasm32-unknown-unknown', 'host_unknown.wasm');
  });

  test('holds nothing of wasm-bindgen and imports nothing', () => {
    assertPlain(bytes);
    assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(bytes)), []);
  });

  test('estimates, and composes what was typed decomposed', () => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    const { type_in, guesses_log10 } = /** @type {{ type_in: (code: number) => void, guesses_log10: () => number }} */ (exports);
    const estimate = (/** @type {string} */ password) => {
      for (const char of password) type_in(/** @type {number} */ (char.codePointAt(0)));
      return guesses_log10();
    };
    for (const [decomposed, composed] of PAIRS) assert.equal(estimate(decomposed), estimate(composed));
    guesses = PASSWORDS.map(estimate);
    assert.ok(guesses[1] < 3 && guesses[2] > 8, String(guesses));
  });
});

describe('a crate for wasm32-wasip1', () => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  /** @type {string} */
  let folder;
  before(() => {
    bytes = build('wasip1', 'wasm32-wasip1', 'host-wasip1.wasm');
    folder = mkdtempSync(join(tmpdir(), 'passmuster-wasi-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('holds nothing of wasm-bindgen and imports only what WASI has', () => {
    assertPlain(bytes);
    const modules = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module }) => module);
    assert.deepEqual([...new Set(modules)], ['wasi_snapshot_preview1']);
  });

  test('gives the same estimates, and counts characters as people do', async () => {
    const [input, output] = ['input', 'output'].map((name) => join(folder, name));
    writeFileSync(input, PASSWORDS.map((password) => `${password}\n`).join(''));
    const [stdin, stdout] = [openSync(input, 'r'), openSync(output, 'w')];
    const wasi = new WASI({ version: 'preview1', stdin, stdout });
    const { instance } = await WebAssembly.instantiate(bytes, /** @type {WebAssembly.Imports} */ (wasi.getImportObject()));
    assert.equal(wasi.start(instance), 0);
    for (const file of [stdin, stdout]) closeSync(file);
    const rows = readFileSync(output, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    assert.deepEqual(
      rows.map(([guesses]) => guesses),
      guesses,
    );
    assert.deepEqual(
      rows.map(([, length]) => length),
      [0, 11, 28, 11, 10, 10, 13, 13],
    );
  });
});
