/** What the demo needs beside the site: the command, and a corpus to look leaks up in. */

import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, run } from './setup.mjs';

export const COMMAND = join(ROOT, 'target/release/passmuster');
export const CORPUS = join(ROOT, 'target/corpus');

/** Builds both, the corpus once: of the passwords of `@zxcvbn-ts/language-common`. */
export function buildDemo() {
  run('cargo', ['build', '--quiet', '--release', '--features', 'cli,zxcvbn']);
  if (existsSync(CORPUS)) return;
  const passwords = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json');
  const list = join(ROOT, 'target/passwords.txt');
  writeFileSync(list, passwords.map((/** @type {string} */ password) => `${password}\n`).join(''));
  run(COMMAND, ['corpus', 'build', '--from', list, '--out', CORPUS]);
}
