/**
 * `npm run python`: builds the wheel of bindings/python and tests it, installed in a virtual environment of its own.
 * `npm run python -- build` stops after the wheel; `npm run python -- bench` compares it with its peers.
 */

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, fail, run, setUp } from './setup.mjs';

const PYTHON = join(ROOT, 'bindings/python');
const WORK = join(ROOT, 'target/python');
const PIP = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
/** The counts whose plural forms are kept: the least lengths that a site may ask for. */
const MAX_COUNT = 128;

/** What the widget's catalogues say of verdicts, as JSON: Python has no plural rules and no digits of languages. */
async function messages() {
  const folder = join(ROOT, 'www/locales');
  const names = readdirSync(folder)
    .map((name) => name.replace('.js', ''))
    .filter((name) => name !== 'index')
    .sort();
  /** @type {Record<string, object>} */
  const all = {};
  for (const name of ['en', ...names.filter((name) => name !== 'en')]) {
    const {
      default: { join: joints, headline, reason, warning, suggestion },
    } = await import(join(folder, `${name}.js`));
    const rules = new Intl.PluralRules(name);
    const digits = new Intl.NumberFormat(name, { useGrouping: false });
    all[name] = {
      join: joints,
      headline,
      reason,
      warning,
      suggestion,
      plurals: Array.from({ length: MAX_COUNT + 1 }, (_, count) => rules.select(count)),
      digits: Array.from({ length: 10 }, (_, digit) => digits.format(digit)).join(''),
    };
  }
  return all;
}

/** Writes what of the package is made from other parts of this repository. */
export async function writePythonData() {
  const data = join(PYTHON, 'python/passmuster/_data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'messages.json'), JSON.stringify(await messages()));
  const { default: words } = await import('@zxcvbn-ts/language-common/src/diceware.json', { with: { type: 'json' } });
  writeFileSync(join(data, 'words.txt'), `${words.join('\n')}\n`);
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE.md']) copyFileSync(join(ROOT, name), join(PYTHON, name));
}

/** A virtual environment with what a file of requirements names. @param {string} name @param {string} requirements */
export function environment(name, requirements) {
  const folder = join(WORK, name);
  const python = join(folder, 'bin/python');
  const stamp = join(folder, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder]);
  run(python, [...PIP, '--requirement', requirements]);
  writeFileSync(stamp, wanted);
  return python;
}

/** Builds the wheel. @returns {Promise<string>} Its file. */
export async function buildWheel() {
  await writePythonData();
  const python = environment('build', join(PYTHON, 'requirements-build.txt'));
  const out = join(WORK, 'wheel');
  rmSync(out, { recursive: true, force: true });
  run(python, ['-m', 'maturin', 'build', '--quiet', '--out', out, '--interpreter', python], { cwd: PYTHON });
  return join(out, readdirSync(out)[0]);
}

/** An environment of tests or of an example, with the wheel as it is now. @param {string} name @param {string} requirements */
export async function installed(name, requirements) {
  const wheel = await buildWheel();
  const python = environment(name, requirements);
  run(python, [...PIP, '--no-deps', '--force-reinstall', wheel]);
  return python;
}

export async function testPython() {
  const python = await installed('test', join(PYTHON, 'requirements-test.txt'));
  run(python, ['-m', 'pytest', '-p', 'no:cacheprovider'], { cwd: PYTHON });
  run(python, ['-m', 'ruff', 'check', '--no-cache', '.', '../../examples/django', '../../examples/fastapi'], { cwd: PYTHON });
  run(python, ['-m', 'ruff', 'format', '--no-cache', '--check', '.', '../../examples/django', '../../examples/fastapi'], {
    cwd: PYTHON,
  });
  run(python, ['-m', 'mypy', 'python/passmuster', 'tests/typing_check.py'], { cwd: PYTHON });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp('lists', 'python');
    if (process.argv[2] === 'build') console.log(await buildWheel());
    else if (process.argv[2] === 'bench')
      run(await installed('bench', join(PYTHON, 'benches/requirements.txt')), ['benches/peers.py'], { cwd: PYTHON });
    else await testPython();
  } catch (error) {
    fail(error);
  }
}
