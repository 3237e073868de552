/**
 * The demo behind a proxy that records every request, can break what it passes on, and adds the modules of
 * pages/, which run in the page itself, and those of bundles/, which are modules of pages/ with their frameworks.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Components of Svelte, by its compiler @type {import('esbuild').Plugin} */
const svelte = {
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' }).js.code,
    })),
};

/**
 * A module of pages/ with the frameworks that it imports.
 * @param {URL} url
 * @param {boolean} older Whether React is that of tests/older.
 */
async function bundle(url, older) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(url)],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
    conditions: ['browser'],
    plugins: [svelte],
    alias: older
      ? Object.fromEntries(['react', 'react-dom'].map((name) => [name, `${ROOT}tests/older/node_modules/${name}`]))
      : {},
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0].text;
}

/**
 * Starts `passmuster serve` with the demo and its corpus, and the proxy in front of it.
 *
 * @returns {Promise<{ url: string, requests: Recorded[], breakage: Breakage, mend: () => void, close: () => Promise<void> }>}
 *
 * @typedef {{ method: string, url: string, headers: http.IncomingHttpHeaders, body: string }} Recorded
 * @typedef {object} Breakage
 * @property {boolean} rangeDown Connections for ranges are cut.
 * @property {number} rangeDelay Milliseconds that a range takes longer.
 * @property {number} packDelay Milliseconds that the vocabulary of a language takes longer.
 * @property {boolean} packsDown There is none of them.
 * @property {boolean} wasmBlocked The policy forbids WebAssembly.
 */
export async function startDemo() {
  const serve = spawn(
    `${ROOT}target/release/passmuster`,
    ['serve', '--port', '0', '--site', `${ROOT}target/site`, '--corpus', `${ROOT}target/corpus`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let origin;
  for await (const line of createInterface(serve.stdout)) {
    origin = line.match(/http:\/\/[\d.:]+/)?.[0];
    if (origin) break;
  }
  if (!origin) throw new Error('passmuster serve ended without naming its address');
  serve.stdout?.resume();

  /** @type {Recorded[]} */
  const requests = [];
  const whole = { rangeDown: false, rangeDelay: 0, packDelay: 0, packsDown: false, wasmBlocked: false };
  const breakage = { ...whole };
  const proxy = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers, body: body.toString() });
    // What pages share with the tests that run in Node.
    if (/^\/tests\/\w+\.mjs$/.test(url)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      return response.end(readFileSync(`${ROOT}${url}`));
    }
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const delay = Number(searchParams.get('delay') ?? 0);
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    if (pathname.startsWith('/pages/')) {
      response.writeHead(200, { 'Content-Type': pathname.endsWith('.html') ? 'text/html' : 'text/javascript' });
      return response.end(readFileSync(new URL(`.${pathname}`, import.meta.url)));
    }
    if (pathname.startsWith('/bundles/')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      const { pathname, search } = new URL(url, 'http://localhost');
      return response.end(
        await bundle(new URL(`./pages/${pathname.slice('/bundles/'.length)}`, import.meta.url), search === '?older'),
      );
    }
    if (method === 'POST' && url === '/reset') return response.writeHead(303, { Location: '/done.html' }).end();
    const isRange = url.startsWith('/range/');
    if (isRange && breakage.rangeDown) return request.socket.destroy();
    if (isRange && breakage.rangeDelay) await new Promise((resolve) => setTimeout(resolve, breakage.rangeDelay));
    const isPack = url.startsWith('/chunks/pack-');
    if (isPack && breakage.packDelay) await new Promise((resolve) => setTimeout(resolve, breakage.packDelay));
    if (isPack && breakage.packsDown) return response.writeHead(404).end();
    const upstream = http.request(origin + url, { method, headers }, (answer) => {
      const answered = { ...answer.headers };
      // Each page of a test fetches its own.
      if (isPack) answered['cache-control'] = 'no-store';
      if (breakage.wasmBlocked && answered['content-security-policy']) {
        answered['content-security-policy'] = String(answered['content-security-policy']).replace("'wasm-unsafe-eval'", '');
      }
      // What Svelte writes its own markup by.
      if (url === '/?svelte') {
        answered['content-security-policy'] = String(answered['content-security-policy']).replace(
          "trusted-types 'none'",
          'trusted-types svelte-trusted-html',
        );
      }
      response.writeHead(answer.statusCode ?? 502, answered);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    upstream.end(body);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    breakage,
    mend: () => Object.assign(breakage, whole),
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      serve.kill();
      await once(serve, 'exit');
    },
  };
}
