/** What the documentation states of files, against the files. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const engine = readFileSync(join(ROOT, 'docs/engine.md'), 'utf8');

/** @param {string} algorithm @param {Uint8Array} bytes */
const digest = (algorithm, bytes) => createHash(algorithm).update(bytes).digest('hex');

test('docs/engine.md has the size and the checksums of the model file', () => {
  const model = readFileSync(join(ROOT, 'src/estimate/model.bin'));
  const brotli = brotliCompressSync(model, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: model.length },
  }).length;
  const row = (/** @type {string} */ name) => engine.match(new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm'))?.[1];
  assert.equal(row('size'), `${model.length.toLocaleString('en')} bytes, ${brotli.toLocaleString('en')} in brotli`);
  assert.equal(row('SHA-1'), `\`${digest('sha1', model)}\``);
  assert.equal(row('SHA-256'), `\`${digest('sha256', model)}\``);
});

test('docs/engine.md has the versions and the checksums of the lists that npm brings', () => {
  /** `the same` is what the row above says. */
  let list = '';
  let checked = 0;
  for (const [, file, from, checksum] of engine.matchAll(/^\| (`[\w.-]+`|the same) \| (.*?) \|.*\| `(\w{64})` \|$/gm)) {
    if (file !== 'the same') list = file.replaceAll('`', '');
    const [, name, version] = from.match(/^(@[\w/-]+) ([\d.]+)/) ?? [];
    // The rest is PyPI's, and looked at by the test that builds the model.
    if (!name) continue;
    assert.equal(require(`${name}/package.json`).version, version, name);
    assert.equal(digest('sha256', readFileSync(require.resolve(`${name}/src/${list}`))), checksum, `${name}/${list}`);
    checked += 1;
  }
  assert.ok(checked >= 7, `only ${checked} rows were found`);
});

const documents = [...readdirSync(ROOT), ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
for (const name of documents) {
  test(`every link within the repository in ${name} leads to a file`, () => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    const links = [...text.matchAll(/\]\((?!\w+:)([^)#\s]+)/g)].map(([, target]) => target);
    assert.deepEqual(
      // The pages of the reference are written when the site is built; the stage "site" looks at their links.
      links.filter((target) => !target.startsWith('reference/') && !existsSync(join(ROOT, dirname(name), target))),
      [],
    );
  });
}
