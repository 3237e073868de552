/** `npm test`: sets up, builds and runs every test there is; `npm test -- e2e package` only these stages. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './build.mjs';
import { COMMAND, CORPUS, buildDemo } from './demo.mjs';
import { fetchLists } from './model.mjs';
import { Failure, ROOT, fail, run, setUp } from './setup.mjs';

/** In order: what fails soonest comes first. @type {[string, () => void | Promise<void>][]} */
const stages = [
  ['format', () => run('cargo', ['fmt', '--check'])],
  ['lint', () => {
    run('cargo', ['clippy', '--quiet', '--all-targets', '--all-features', '--', '-D', 'warnings']);
    run('cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--tests', '--', '-D', 'warnings']);
    run('cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--tests', '--features', 'generator', '--', '-D', 'warnings']);
  }],
  ['rust', () => {
    fetchLists();
    run('cargo', ['test', '--all-features']);
  }],
  ['build', async () => {
    await build();
    buildDemo();
  }],
  ['types', () => run('node_modules/.bin/tsc', ['--project', 'tsconfig.tools.json'])],
  ['wasm', testWasm],
  ['locales', () => testNode('locales')],
  ['node', () => testNode('node')],
  ['faults', () => testNode('faults')],
  ['package', () => testNode('package')],
  ['e2e', testBrowsers],
];

/** What the stages need besides what builds the package. @type {Record<string, import('./setup.mjs').Purpose[]>} */
const NEEDS = {
  format: ['checks'], lint: ['checks'], rust: ['lists'], wasm: ['chromium', 'browsers'], faults: ['chromium', 'browsers'],
  package: ['chromium'], e2e: ['chromium', 'browsers'],
};

/** The test files of a folder of tests/. @param {string} folder */
const testFiles = (folder) =>
  readdirSync(join(ROOT, 'tests', folder)).filter((name) => name.endsWith('.test.mjs')).map((name) => join('tests', folder, name));

/** @param {string} folder Of tests/. */
function testNode(folder) {
  run('node', ['--test', '--test-reporter=spec', ...testFiles(folder)]);
}

/**
 * One file after the other: one browser at a time is enough for two cores. Drivers lose a key press or a connection
 * once in some hundred tests, so a file that fails is run once more; both runs are told of, and the second counts.
 */
function testBrowsers() {
  /** @param {string} file */
  const passes = (file) => {
    try {
      run('node', ['--test', '--test-reporter=spec', file]);
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return false;
    }
  };
  const failed = testFiles('e2e').filter((file) => !passes(file));
  if (failed.length > 0) console.log(`\nOnce more: ${failed.join(', ')}`);
  const again = failed.filter((file) => !passes(file));
  if (again.length > 0) throw new Failure(`failed twice: ${again.join(', ')}`);
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
    run('wasm-pack', ['test', '--node', '--mode', 'no-install', '--test', 'generator', '--features', 'generator']);
    run('wasm-pack', ['test', '--headless', '--chrome', '--firefox', '--mode', 'no-install', '--test', 'web'], {
      env: { ...process.env, PASSMUSTER_ENDPOINT: `${address}/range/` },
    });
  } finally {
    serve.kill();
    await once(serve, 'exit');
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some(([stage]) => stage === name));
if (unknown.length > 0) fail(new Failure(`No stage is called ${unknown.join(', ')}; there are ${stages.map(([name]) => name).join(', ')}.`));

const failed = [];
const times = [];
try {
  setUp(...new Set(stages.filter(([name]) => wanted.length === 0 || wanted.includes(name)).flatMap(([name]) => NEEDS[name] ?? [])));
} catch (error) {
  fail(error);
}
for (const [name, stage] of stages) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = Date.now();
  try {
    await stage();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    failed.push(name);
  }
  times.push(`${name} ${((Date.now() - start) / 1_000).toFixed(0)} s`);
  // Nothing after it can be right.
  if (failed.includes('build')) break;
}
console.log(`\n${times.join(', ')}${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`);
console.log(`stages: ${times.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
