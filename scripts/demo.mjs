/** What the demo needs beside the site: the command, a corpus to look leaks up in, and what takes its form. */

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

/** A form that sets a password is far smaller, in bytes. */
const FORM_LIMIT = 64 << 10;

/**
 * Takes the demo's form and forgets it: what a real site would do with it, the next page says in words.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns Whether it was the form.
 */
export function takeForm(request, response) {
  if (request.method !== 'POST' || request.url !== '/reset') return false;
  let size = 0;
  request.on('data', (chunk) => {
    size += chunk.length;
    if (size > FORM_LIMIT && !response.headersSent) response.writeHead(413, { Connection: 'close' }).end();
  });
  request.on('end', () => {
    if (!response.headersSent) response.writeHead(303, { Location: '/done.html' }).end();
  });
  return true;
}
