/**
 * `npm run model`: builds src/estimate/model.bin from the lists that it is made of.
 *
 * npm brings all of them but one: Django's list of common passwords, which pip puts under target/pypi.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, fail, run, setUp } from './setup.mjs';

const PYPI = join(ROOT, 'target/pypi');

/** Fetches what npm does not bring. */
export function fetchLists() {
  if (existsSync(join(PYPI, 'django/contrib/auth/common-passwords.txt.gz'))) return;
  run('python3', [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--root-user-action=ignore',
    '--no-deps',
    '--no-compile',
    '--target',
    PYPI,
    '--requirement',
    join(ROOT, 'scripts/lists.txt'),
  ]);
}

function main() {
  setUp('lists');
  fetchLists();
  run('cargo', ['run', '--release', '--package', 'passmuster-model', 'build']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    fail(error);
  }
}
