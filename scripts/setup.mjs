/**
 * Makes a machine ready to build and to test: looks what is there, says what is missing, installs that alone.
 *
 * Rust (by rustup) and Node are the reader's own; the rest is installed where this is Debian and the user root.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Where `cargo install` puts commands; they need not be on the caller's PATH. */
const CARGO_BIN = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
if (!process.env.PATH?.split(delimiter).includes(CARGO_BIN)) process.env.PATH += delimiter + CARGO_BIN;

/** @param {string} command */
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** @param {string} command @param {string[]} args @param {object} [options] */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) throw new Failure(`${[command, ...args].join(' ')} failed`);
}

/** Something went wrong that a stack trace does not explain. */
export class Failure extends Error {}

/** Prints a failure in one line, anything else with its trace, and ends. @param {unknown} error @returns {never} */
export function fail(error) {
  console.error(error instanceof Failure ? `\n${error.message}` : error);
  process.exit(1);
}

/** @param {string} name A crate of Cargo.lock. */
function lockedVersion(name) {
  const lock = readFileSync(join(ROOT, 'Cargo.lock'), 'utf8');
  const version = lock.match(new RegExp(`name = "${name}"\nversion = "([^"]+)"`))?.[1];
  if (!version) throw new Failure(`Cargo.lock has no ${name}`);
  return version;
}

/** What Debian calls the commands that we need of it. */
const DEBIAN = {
  chromium: 'chromium',
  chromedriver: 'chromium-driver',
  'firefox-esr': 'firefox-esr',
  WebKitWebDriver: 'webkit2gtk-driver',
  'xvfb-run': 'xvfb',
  cc: 'gcc libc6-dev',
};

/**
 * @param {{ tests?: boolean }} [wanted] What the tests need, too.
 */
export function setUp({ tests = false } = {}) {
  if (!has('cargo') || !has('rustup')) {
    throw new Failure('Rust is missing: install it with rustup (https://rustup.rs), then try again.');
  }
  const packages = Object.entries(DEBIAN)
    .filter(([command]) => (tests || command === 'cc') && !has(command))
    .flatMap(([, names]) => names.split(' '));
  if (packages.length > 0) installPackages(packages);

  const target = 'wasm32-unknown-unknown';
  if (!execFileSync('rustup', ['target', 'list', '--installed'], { encoding: 'utf8', cwd: ROOT }).includes(target)) {
    step(`Rust's target ${target}`);
    run('rustup', ['target', 'add', target]);
  }
  const bindgen = lockedVersion('wasm-bindgen');
  if (!has('wasm-bindgen') || !execFileSync('wasm-bindgen', ['--version'], { encoding: 'utf8' }).includes(bindgen)) {
    step(`wasm-bindgen-cli ${bindgen}, which takes some minutes`);
    // Without --locked: with it, this crate does not build.
    run('cargo', ['install', '-q', 'wasm-bindgen-cli', '--version', bindgen]);
  }
  for (const crate of tests ? ['wasm-pack', 'geckodriver'] : []) {
    if (has(crate)) continue;
    step(`${crate}, which takes some minutes`);
    run('cargo', ['install', '-q', crate, '--locked']);
  }
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    step('the packages of package-lock.json');
    run('npm', ['ci', '--no-audit', '--no-fund']);
  }
}

/** @param {string} what */
function step(what) {
  console.log(`Installing ${what}.`);
}

/** @param {string[]} packages */
function installPackages(packages) {
  const debian = existsSync('/etc/debian_version') && has('apt-get');
  const root = process.getuid?.() === 0;
  if (!debian || !root) {
    throw new Failure(
      `Missing: ${packages.join(', ')} (by their Debian names).\n` +
        `They can only be installed for you on Debian, as root; this is ${debian ? 'Debian, but you are not root' : 'not Debian'}. ` +
        (debian ? `Try: sudo apt-get install ${packages.join(' ')}` : 'Please install them with your system’s package manager.'),
    );
  }
  step(`Debian's ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}
