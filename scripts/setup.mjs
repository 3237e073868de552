/**
 * `npm run setup`: makes a machine ready to build and to test. Looks what is there, says what is missing, installs that
 * alone. `npm start`, `npm test` and the other commands call it for what they need.
 *
 * Rust (by rustup) and Node are the reader's own; the rest is installed where this is Debian and the user root.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Commands of another version than the machine's own; see setUp(). */
const OWN_TOOLS = join(ROOT, 'target/tools');
/** Where `cargo install` puts commands; they need not be on the caller's PATH. */
const CARGO_BIN = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
process.env.PATH = [join(OWN_TOOLS, 'bin'), process.env.PATH, CARGO_BIN].join(delimiter);

/** @param {string} command */
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** What a command prints, or `undefined` where it fails. @param {string} command @param {string[]} args */
function output(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** @param {string} command @param {string[]} args @param {object} [options] */
export function run(command, args, options = {}) {
  const { status, error, stdout } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', encoding: 'utf8', ...options });
  if (error) throw error;
  if (status !== 0) throw new Failure(`${[command, ...args].join(' ')} failed`);
  return stdout;
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

/**
 * What a command of this repository needs: every one to build, some to check the sources, to fetch the model's lists, to
 * build the library for other hosts, to drive Chromium, or to drive all browsers.
 * @typedef {'build' | 'checks' | 'lists' | 'python' | 'hosts' | 'chromium' | 'browsers'} Purpose
 */

/** @type {Record<Purpose, string>} */
const PURPOSES = {
  build: 'build',
  checks: 'check the sources',
  lists: 'build the model',
  python: 'build and test the Python package',
  hosts: 'build the library for other hosts',
  chromium: 'drive Chromium',
  browsers: 'drive Firefox and WebKitGTK',
};

/** What is taken from Debian, and the packages that have it. @type {{ for: Purpose, present: () => boolean, packages: string[] }[]} */
const DEBIAN = [
  { for: 'build', present: () => has('cc'), packages: ['gcc', 'libc6-dev'] },
  { for: 'chromium', present: () => has('chromium'), packages: ['chromium'] },
  { for: 'chromium', present: () => has('chromedriver'), packages: ['chromium-driver'] },
  { for: 'browsers', present: () => has('firefox-esr') || has('firefox'), packages: ['firefox-esr'] },
  { for: 'browsers', present: () => has('WebKitWebDriver'), packages: ['webkit2gtk-driver'] },
  { for: 'browsers', present: hasMiniBrowser, packages: ['libwebkit2gtk-4.1-0'] },
  { for: 'browsers', present: () => has('xvfb-run'), packages: ['xvfb'] },
  { for: 'browsers', present: () => has('xauth'), packages: ['xauth'] },
  // One of the lists that the model is built from is a Python package's; see scripts/lists.txt.
  { for: 'lists', present: () => output('python3', '-m', 'pip', '--version') !== undefined, packages: ['python3-pip'] },
  { for: 'python', present: () => output('python3', '-c', 'import ensurepip, venv') !== undefined, packages: ['python3-venv'] },
];

/** What rustup adds. @type {{ for: Purpose, present: () => boolean, add: string[] }[]} */
const RUST = [
  { for: 'build', present: () => hasTarget('wasm32-unknown-unknown'), add: ['target', 'add', 'wasm32-unknown-unknown'] },
  { for: 'hosts', present: () => hasTarget('wasm32-wasip1'), add: ['target', 'add', 'wasm32-wasip1'] },
  { for: 'build', present: hasStdSource, add: ['component', 'add', 'rust-src'] },
  { for: 'checks', present: () => output('cargo', 'fmt', '--version') !== undefined, add: ['component', 'add', 'rustfmt'] },
  { for: 'checks', present: () => output('cargo', 'clippy', '--version') !== undefined, add: ['component', 'add', 'clippy'] },
];

/** The least version of Node, which is the reader's own: that of `process.getBuiltinModule()`. */
const LEAST_NODE = [20, 16];

/** The least version of Rust, told once, in Cargo.toml. rustup takes the one of rust-toolchain.toml by itself; others may not. */
export function leastRust() {
  const version = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').match(/^rust-version = "(\d+)\.(\d+)"$/m);
  if (!version) throw new Failure('Cargo.toml names no rust-version');
  return version.slice(1).map(Number);
}

/** Whether `major.minor` is at least this. @param {string} version @param {number[]} least */
function isAtLeast(version, [major, minor]) {
  const [, ownMajor, ownMinor] = (version.match(/(\d+)\.(\d+)/) ?? []).map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Commands that this one starts need not look again. */
const DONE = 'PASSMUSTER_SET_UP';
/** What this run has installed. @type {string[]} */
const steps = [];

/**
 * Installs what is missing. Says first what it looks for, and at the end what it did.
 * @param {Purpose[]} purposes Besides building.
 */
export function setUp(...purposes) {
  const missing = purposes.filter((purpose) => !process.env[DONE]?.split(',').includes(purpose));
  if (process.env[DONE] !== undefined && missing.length === 0) return;
  console.log(
    `Set-up: looking for what it takes to ${/** @type {Purpose[]} */ (['build', ...missing]).map((purpose) => PURPOSES[purpose]).join(', ')}.`,
  );
  install(purposes);
  console.log(
    steps.length > 0
      ? `Set-up: installed ${steps.length === 1 ? 'one thing' : `${steps.length} things`}.`
      : 'Set-up: nothing was missing.',
  );
  process.env[DONE] = [process.env[DONE], ...purposes].filter(Boolean).join();
}

/** @param {Purpose[]} purposes */
function install(purposes) {
  /** @param {{ for: Purpose }} tool */
  const needed = (tool) => tool.for === 'build' || purposes.includes(tool.for);

  if (!isAtLeast(process.versions.node, LEAST_NODE)) {
    throw new Failure(`Node ${LEAST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
  }
  const rust = output('rustc', '--version');
  if (rust === undefined || output('cargo', '--version') === undefined) {
    throw new Failure('Rust is missing: install it with rustup (https://rustup.rs), then try again.');
  }
  if (!isAtLeast(rust, leastRust())) {
    throw new Failure(`Rust ${leastRust().join('.')} or later is needed; this is ${rust.trim()}. Try: rustup update`);
  }
  const packages = DEBIAN.filter((tool) => needed(tool) && !tool.present()).flatMap(({ packages }) => packages);
  if (packages.length > 0) installPackages(packages);

  for (const { add } of RUST.filter((part) => needed(part) && !part.present())) {
    if (!has('rustup')) throw new Failure(`Missing: Rust's ${add[2]}. With rustup it would be added by: rustup ${add.join(' ')}`);
    step(`Rust's ${add[2]}`);
    run('rustup', add);
  }
  const bindgen = lockedVersion('wasm-bindgen');
  const present = output('wasm-bindgen', '--version');
  if (present?.trim() !== `wasm-bindgen ${bindgen}`) {
    step(`wasm-bindgen-cli ${bindgen}, which takes some minutes`);
    // Another version stays where it is, for whoever wants that one.
    const root = present === undefined ? [] : ['--root', OWN_TOOLS];
    // Without --locked: with it, this crate does not build.
    run('cargo', ['install', '-q', 'wasm-bindgen-cli', '--version', bindgen, ...root]);
  }
  for (const [purpose, crate] of /** @type {const} */ ([
    ['hosts', 'cargo-hack'],
    ['browsers', 'wasm-pack'],
    ['browsers', 'geckodriver'],
  ])) {
    if (!purposes.includes(purpose) || has(crate)) continue;
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

/** @param {string} target */
function hasTarget(target) {
  const folder = output('rustc', '--print', 'target-libdir', '--target', target);
  return folder !== undefined && existsSync(folder.trim());
}

/** The standard library is built with the crate; see scripts/build.mjs. */
function hasStdSource() {
  return existsSync(join(output('rustc', '--print', 'sysroot')?.trim() ?? '', 'lib/rustlib/src/rust/library/std'));
}

/** Debian keeps it in a folder of the library's, on no PATH. */
function hasMiniBrowser() {
  return (
    output('dpkg', '-L', 'libwebkit2gtk-4.1-0')
      ?.split('\n')
      .some((file) => file.endsWith('/MiniBrowser') && existsSync(file)) ?? false
  );
}

/** @param {string} what */
function step(what) {
  steps.push(what);
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp('checks', 'lists', 'python', 'hosts', 'chromium', 'browsers');
  } catch (error) {
    fail(error);
  }
}
