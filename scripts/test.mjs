/**
 * `npm test`: sets up, builds and runs every stage that is not long; `npm test -- e2e package` only these stages.
 * `npm run test:all` runs the long ones too and writes what came of it to docs/test-all.md.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './build.mjs';
import { COMMAND, CORPUS, buildDemo } from './demo.mjs';
import { buildDocs } from './docs.mjs';
import { fetchLists } from './model.mjs';
import { testPython } from './python.mjs';
import { Failure, ROOT, fail, leastRust, run, setUp } from './setup.mjs';

/**
 * @typedef {object} Stage
 * @property {string} what
 * @property {() => unknown} run Rejected or thrown out of where something failed.
 * @property {import('./setup.mjs').Purpose[]} [needs] Besides what builds the package.
 * @property {boolean} [long] Only run by `npm run test:all`, or by its name.
 */

/** In order: what fails soonest comes first. @type {Record<string, Stage>} */
const STAGES = {
  format: { what: 'cargo fmt', needs: ['checks'], run: () => run('cargo', ['fmt', '--check']) },
  lint: {
    what: 'clippy, Biome',
    needs: ['checks'],
    run: () => {
      run('node_modules/.bin/biome', ['ci', '--error-on-warnings', '.']);
      run('cargo', ['clippy', '--quiet', '--workspace', '--all-targets', '--all-features', '--', '-D', 'warnings']);
      for (const crate of ['passmuster', 'passmuster-browser', 'passmuster-generator']) {
        run('cargo', [
          'clippy',
          '--quiet',
          '--package',
          crate,
          '--target',
          'wasm32-unknown-unknown',
          '--tests',
          '--',
          '-D',
          'warnings',
        ]);
      }
    },
  },
  rust: {
    what: 'the tests of the library and the command',
    needs: ['lists'],
    run: () => {
      fetchLists();
      run('cargo', ['test', '--package', 'passmuster', '--all-features']);
      run('cargo', ['test', '--package', 'passmuster-cli', '--package', 'passmuster-core', '--package', 'passmuster-model']);
    },
  },
  docs: { what: 'cargo doc, as docs.rs builds it; what cargo would publish', run: checkCrate },
  features: {
    what: 'the library with every set of features, and by the oldest Rust',
    needs: ['hosts'],
    run: () => {
      run('cargo', [`+${leastRust().join('.')}.0`, 'check', '--quiet', '--package', 'passmuster', '--all-features']);
      run('cargo', ['hack', 'check', '--quiet', '--feature-powerset']);
    },
  },
  hosts: { what: 'the library in wasm without a browser', needs: ['hosts'], run: () => testNode('hosts') },
  wasmtime: {
    what: 'the plain wasm in a Rust host, under Wasmtime',
    long: true,
    run: async () => {
      await build();
      const manifest = 'tests/hosts/wasmtime/Cargo.toml';
      run('cargo', ['run', '--quiet', '--release', '--manifest-path', manifest, '--target-dir', 'target/wasmtime', '--', '.']);
    },
  },
  build: {
    what: 'the package, the command and the demo',
    run: async () => {
      await build();
      buildDemo();
    },
  },
  types: {
    what: 'the scripts and tests by TypeScript',
    run: () => run('node_modules/.bin/tsc', ['--project', 'tsconfig.tools.json']),
  },
  wasm: { what: 'tests/web.rs in headless browsers', needs: ['chromium', 'browsers'], run: testWasm },
  locales: { what: 'the catalogues of messages', run: () => testNode('locales') },
  node: { what: 'the package in Node', run: () => testNode('node') },
  python: {
    what: 'the Python package as a wheel, and the plain wasm under Wasmtime',
    needs: ['lists', 'python'],
    run: testPython,
  },
  servers: {
    what: 'the examples of servers, in Chromium and by direct requests',
    needs: ['chromium', 'python'],
    run: () => testNode('servers'),
  },
  faults: { what: 'networks and servers that misbehave', needs: ['chromium', 'browsers'], run: () => testNode('faults') },
  package: { what: 'the packed package in projects of its users', needs: ['chromium'], run: () => testNode('package') },
  matrix: {
    what: 'the packed package in bundlers, frameworks and runtimes: the quick part',
    needs: ['chromium'],
    run: () => run('node', ['scripts/matrix.mjs', '--built', '--quick']),
  },
  'matrix-all': {
    what: 'the whole of it',
    needs: ['chromium'],
    long: true,
    run: () => run('node', ['scripts/matrix.mjs', '--built']),
  },
  layouts: {
    what: 'the widget in stock forms of CSS frameworks: the quick part, in three browsers',
    needs: ['chromium', 'browsers'],
    run: () => run('node', ['scripts/layouts.mjs', '--built', '--quick']),
  },
  'layouts-all': {
    what: 'the whole of it, in Chromium',
    needs: ['chromium', 'python'],
    long: true,
    run: () => run('node', ['scripts/layouts.mjs', '--built']),
  },
  publish: { what: 'npm publish --dry-run, publint, arethetypeswrong', run: checkPackage },
  site: {
    what: 'the documentation site: its links, samples and policy; axe in Chromium',
    needs: ['chromium'],
    run: () => testSite(),
  },
  'site-all': {
    what: 'the same in every browser',
    needs: ['chromium', 'browsers'],
    long: true,
    run: () => testSite('chromium,firefox,webkitgtk'),
  },
  e2e: { what: 'the widget in real browsers', needs: ['chromium', 'browsers'], run: testBrowsers },
};

/** The test files of a folder of tests/. @param {string} folder */
const testFiles = (folder) =>
  readdirSync(join(ROOT, 'tests', folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => join('tests', folder, name));

/** @param {string} folder Of tests/. */
function testNode(folder) {
  run('node', ['--test', '--test-reporter=spec', ...testFiles(folder)]);
}

/** Made of what is built already. @param {string} [browsers] Chromium alone by default. */
async function testSite(browsers) {
  await buildDocs();
  const env = browsers ? { ...process.env, BROWSERS: browsers } : process.env;
  run('node', ['--test', '--test-reporter=spec', ...testFiles('site')], { env });
}

/** The crate's documentation without a warning, and the crate as it would be packed, built from that alone. */
function checkCrate() {
  run('cargo', ['doc', '--quiet', '--workspace', '--no-deps', '--all-features'], {
    env: { ...process.env, RUSTDOCFLAGS: '-D warnings' },
  });
  // What is not committed is packed too: this is about the files, not about a release.
  run('cargo', ['package', '--quiet', '--package', 'passmuster', '--allow-dirty', '--all-features']);
}

/** What npm would publish, and what linters of packages say to it. Built already. */
function checkPackage() {
  run('npm', ['publish', '--dry-run', '--ignore-scripts', '--loglevel=warn']);
  run('node_modules/.bin/publint', ['--strict']);
  const folder = mkdtempSync(join(tmpdir(), 'passmuster-pack-'));
  try {
    const [{ filename }] = JSON.parse(
      run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    run('node_modules/.bin/attw', [
      join(folder, filename),
      '--exclude-entrypoints',
      'style.css',
      'global',
      'zxcvbn-compat/global',
      'muster.wasm',
      'generator.wasm',
      'zxcvbn.wasm',
      'core.wasm',
      // What editors read, and no program.
      'custom-elements.json',
      'web-types.json',
      'vscode.html-data.json',
      'vscode.css-data.json',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One file after the other: one browser at a time is enough for two cores. Drivers lose their session or connection once
 * in some hundred tests: where nothing else failed, the suite of that browser is run once more. Every other failure counts.
 */
function testBrowsers() {
  const list = join(ROOT, 'target/failed-tests.jsonl');
  /** @param {string} file @param {string} [browser] @returns {import('../tests/failures.mjs').FailedTest[] | null} Null where all passed. */
  const failures = (file, browser) => {
    try {
      run(
        'node',
        [
          '--test',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          '--test-reporter=./tests/failures.mjs',
          `--test-reporter-destination=${list}`,
          file,
        ],
        { env: browser ? { ...process.env, BROWSERS: browser } : process.env },
      );
      return null;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return readFileSync(list, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    }
  };
  /** @type {string[]} */
  const failed = [];
  for (const file of testFiles('e2e')) {
    const found = failures(file);
    if (found === null) continue;
    const suites = [...new Set(found.map(({ suite }) => suite))];
    // Not even a suite is named where the file itself could not be run.
    if (suites.length === 0) failed.push(file);
    for (const suite of suites) {
      const own = found.filter((test) => test.suite === suite).filter(({ lost }) => !lost);
      const browser = suite.match(/ in (\w+)$/)?.[1];
      if (own.length > 0 || !browser) {
        failed.push(...own.map(({ name }) => `${file}, ${suite}: ${name}`), ...(own.length === 0 ? [`${file}: ${suite}`] : []));
        continue;
      }
      console.log(`\nThe driver was lost in "${suite}" of ${file}: once more.`);
      if (failures(file, browser) !== null) failed.push(`${file}, ${suite}, twice`);
    }
  }
  if (failed.length > 0) throw new Failure(`failed:\n${failed.map((name) => `- ${name}`).join('\n')}`);
}

/** tests/web.rs in headless browsers, with a range endpoint to ask. */
async function testWasm() {
  const serve = spawn(COMMAND, ['serve', '--port', '0', '--corpus', CORPUS], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let address;
    for await (const line of createInterface({ input: serve.stdout })) {
      address = line.match(/http:\/\/[\d.:]+/)?.[0];
      if (address) break;
    }
    if (!address) throw new Failure('passmuster serve ended without naming its address');
    run('wasm-pack', ['test', '--node', '--mode', 'no-install', 'crates/generator']);
    run('wasm-pack', ['test', '--headless', '--chrome', '--firefox', '--mode', 'no-install', '--test', 'web'], {
      env: { ...process.env, PASSMUSTER_ENDPOINT: `${address}/range/` },
    });
  } finally {
    serve.kill();
    await once(serve, 'exit');
  }
}

const parameters = process.argv.slice(2);
const all = parameters.includes('--all');
const wanted = parameters.filter((name) => name !== '--all');
if (wanted.includes('--list')) {
  for (const [name, { what, long }] of Object.entries(STAGES))
    console.log(`${name.padEnd(12)}${what}${long ? ' (only in npm run test:all)' : ''}`);
  process.exit();
}
const unknown = wanted.filter((name) => !Object.hasOwn(STAGES, name));
if (unknown.length > 0)
  fail(new Failure(`No stage is called ${unknown.join(', ')}; there are ${Object.keys(STAGES).join(', ')}.`));

const chosen = Object.entries(STAGES).filter(([name, { long }]) => (wanted.length > 0 ? wanted.includes(name) : all || !long));
try {
  setUp(...new Set(chosen.flatMap(([, { needs = [] }]) => needs)));
} catch (error) {
  fail(error);
}
/** @type {{ name: string, seconds: number, passed: boolean }[]} */
const results = [];
for (const [name, { run }] of chosen) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  let passed = true;
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    passed = false;
  }
  results.push({ name, seconds: Math.round((Date.now() - start) / 1_000), passed });
  // Nothing after it can be right.
  if (name === 'build' && !passed) break;
}
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
if (all && wanted.length === 0) writeResult();
console.log(
  `\n${results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`,
);
console.log(`stages: ${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);

/** What `npm run test:all` came to, for whoever reads the repository. */
function writeResult() {
  const print = (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
    run(command, args, { stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const dirty = print('git', 'status', '--porcelain') ? ', with changes that are not committed' : '';
  writeFileSync(
    join(ROOT, 'docs/test-all.md'),
    `# The last run of \`npm run test:all\`

${new Date().toISOString().slice(0, 10)}, commit ${print('git', 'rev-parse', 'HEAD')}${dirty}; Node ${process.versions.node}, ${print('rustc', '--version')}, ${platform()} ${arch()}.

| stage | what | result | seconds |
| --- | --- | --- | ---: |
${chosen
  .map(([name, { what }]) => {
    const result = results.find((result) => result.name === name);
    return `| ${name} | ${what} | ${result === undefined ? 'not run' : result.passed ? 'passed' : '**failed**'} | ${result?.seconds ?? ''} |`;
  })
  .join('\n')}
`,
  );
}
