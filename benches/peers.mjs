/**
 * `npm run bench`: passmuster beside its npm peers, in Node and in headless Chromium, all in one run.
 */

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import http from 'node:http';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from '../scripts/build.mjs';
import { ROOT, fail, setUp } from '../scripts/setup.mjs';
import { CUT_OFF, run } from './course.mjs';

/** Fresh processes for each estimator. */
const PROCESSES = 15;
const PAGES = join(ROOT, 'target/bench');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** @typedef {import('./course.mjs').Result} Result */

/** @param {number[]} values @param {number} part Of 1. */
function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

/** @param {number | null} milliseconds */
function show(milliseconds) {
  if (milliseconds === null) return `> ${CUT_OFF / 1_000} s`;
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  if (milliseconds >= 1) return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
  return `${(milliseconds * 1_000).toFixed(milliseconds < 0.01 ? 1 : 0)} µs`;
}

/** @param {string} title @param {string[]} columns @param {[string, ...string[]][]} rows */
function table(title, columns, rows) {
  console.log(`\n${title}\n`);
  for (const [name, ...cells] of [['', ...columns], ...rows]) {
    console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(11)).join(''));
  }
}

/** @param {string} place @param {Map<string, Result>} results @param {string[]} crafted @param {number} count */
function report(place, results, crafted, count) {
  table(
    `${place}: one estimate, over ${count} passwords`,
    ['median', 'p99', 'slowest'],
    [...results].map(([name, { typical }]) => [name, ...[0.5, 0.99, 1].map((part) => show(quantile(typical, part)))]),
  );
  table(
    `${place}: one estimate of the crafted string, by its length in characters`,
    crafted.map(({ length }) => length.toLocaleString('en')),
    [...results].map(([name, result]) => [name, ...result.crafted.map(show)]),
  );
  for (const [name, { heap }] of results) {
    if (heap)
      console.log(
        `${place}, ${name}: memory grew by ${heap[1] - heap[0]} bytes over 100,000 estimates (${heap[0]} bytes before)`,
      );
  }
}

/** @param {string} name @param {string[]} passwords @param {string[]} crafted */
function inNode(name, passwords, crafted) {
  return run(
    (answer, failed) => {
      const worker = new Worker(new URL('worker.mjs', import.meta.url));
      worker.on('message', answer);
      worker.on('error', failed);
      return worker;
    },
    { name, passwords, crafted },
  );
}

/** Bundles the course for browsers; the package comes as it is. */
async function bundle() {
  const { build } = await import('esbuild');
  const source = fileURLToPath(new URL('.', import.meta.url));
  await build({
    entryPoints: [join(source, 'page.mjs'), join(source, 'worker.mjs')],
    outdir: PAGES,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    external: ['../dist/passmuster.js', 'node:*'],
    logLevel: 'warning',
  });
}

/** Serves the course. Isolated, a page has a clock of five microseconds; else one of a hundred. */
async function serve() {
  const server = http.createServer(({ url = '/' }, response) => {
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(url))];
    const headers = {
      'content-type': type ?? 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    if (!type)
      return response
        .writeHead(200, headers)
        .end('<!doctype html><title>bench</title><script type="module" src="page.js"></script>');
    const file = createReadStream(
      join(url.startsWith('/dist/') ? ROOT : join(PAGES, '..'), new URL(url, 'http://localhost').pathname),
    );
    file.on('open', () => file.pipe(response.writeHead(200, headers)));
    file.on('error', () => response.writeHead(404).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/bench/`, close: () => server.close() };
}

/** @param {string[]} names @param {string[]} passwords @param {string[]} crafted */
async function inChromium(names, passwords, crafted) {
  const { launchChromium } = await import('../tests/browsers.mjs');
  await bundle();
  const server = await serve();
  const driver = await launchChromium();
  /** @type {Map<string, Result>} */
  const results = new Map();
  try {
    await driver.manage().setTimeouts({ script: 600_000 });
    await driver.get(server.url);
    await driver.wait(() => driver.executeScript('return "run" in globalThis && crossOriginIsolated'), 10_000);
    for (const name of names) {
      const result = /** @type {Result | string} */ (
        await driver.executeAsyncScript(
          'const done = arguments[1]; run(arguments[0]).then(done, (error) => done(String(error)));',
          { name, passwords, crafted },
        )
      );
      if (typeof result === 'string') throw new Error(`${name} in Chromium: ${result}`);
      results.set(name, result);
    }
    const version = (await driver.getCapabilities()).getBrowserVersion();
    return { version, results };
  } finally {
    await driver.quit();
    server.close();
  }
}

/** @param {string} name */
function firstEstimates(name) {
  const file = fileURLToPath(new URL('first.mjs', import.meta.url));
  return Array.from({ length: PROCESSES }, () => Number(execFileSync(process.execPath, [file, name], { encoding: 'utf8' })));
}

try {
  setUp('chromium');
  await build();
  const { passwords, crafted } = await import('./passwords.mjs');
  const { estimators } = await import('./estimators.mjs');
  const names = Object.keys(estimators);
  console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);

  table(
    `Node: load and first estimate, over ${PROCESSES} fresh processes`,
    ['median', 'slowest'],
    names.map((name) => {
      const times = firstEstimates(name);
      return [name, show(quantile(times, 0.5)), show(quantile(times, 1))];
    }),
  );
  /** @type {Map<string, Result>} */
  const results = new Map();
  for (const name of names) results.set(name, await inNode(name, passwords, crafted));
  report('Node', results, crafted, passwords.length);

  const chromium = await inChromium(names, passwords, crafted);
  report(`Chromium ${chromium.version}`, chromium.results, crafted, passwords.length);
  console.log('\nzxcvbn-ts looks at the first 256 characters alone, the zxcvbn crate at the first 100.');
} catch (error) {
  fail(error);
}
