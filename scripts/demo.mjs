/** What the demo needs beside the site: the command, and a corpus to look leaks up in. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, run } from './setup.mjs';

export const COMMAND = join(ROOT, 'target/release/passmuster');
export const CORPUS = join(ROOT, 'target/corpus');

/** Builds both, the corpus of the passwords of `@zxcvbn-ts/language-common`. */
export function buildDemo() {
  run('cargo', ['build', '--quiet', '--release', '--package', 'passmuster-cli']);
  const passwords = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json');
  const text = passwords.map((/** @type {string} */ password) => `${password}\n`).join('');
  const key = createHash('sha256').update(text).digest('hex');
  const stamp = join(ROOT, 'target/corpus-key');
  if (existsSync(join(CORPUS, 'corpus.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  rmSync(CORPUS, { recursive: true, force: true });
  const list = join(ROOT, 'target/passwords.txt');
  writeFileSync(list, text);
  run(COMMAND, ['corpus', 'build', '--sparse', '--from', list, '--out', CORPUS]);
  writeFileSync(stamp, key);
}
