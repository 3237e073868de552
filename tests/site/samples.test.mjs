/** Every sample of the documentation runs, and what it quotes is there. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { dirname, extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { By, until } from 'selenium-webdriver';
import { COUNT } from '../../scripts/hundred.mjs';
import { launchChromium } from '../browsers.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'target/samples');
const execute = promisify(execFile);

/** The pages that were written, by their path in docs/. */
const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !/^(\.vitepress|reference)\//.test(name),
);
/** @param {string} name */
const read = (name) => readFileSync(join(ROOT, name), 'utf8');

/**
 * What samples are about and do not say: whose password it is, and which. The range server is a stand-in that knows no
 * leak, for nothing is asked of other hosts here.
 */
const PRELUDE = `
globalThis.password = 'otter-candle-fjord';
globalThis.account = { email: 'jane.doe@example.org', name: 'Jane Doe' };
globalThis.endpoint = 'https://ranges.example/range/';
globalThis.fetch = async () => new Response('', { headers: { 'content-type': 'text/plain' } });
globalThis.caches = { match: async () => undefined };
// A service worker that leaves lookups to the network and answers what else is asked for.
globalThis.self = {
  addEventListener(type, listener) {
    for (const [url, expected] of [['https://shop.example/range/ABCDE', false], ['https://shop.example/', true]]) {
      let answered = false;
      listener({ request: new Request(url), respondWith: () => { answered = true; } });
      if (answered !== expected) throw new Error(url);
    }
  },
};
`;

for (const page of pages) {
  const samples = [...read(join('docs', page)).matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  samples.forEach((code, index) => {
    test(`the ${samples.length > 1 ? `sample ${index + 1}` : 'sample'} in docs/${page} runs as it stands`, async () => {
      mkdirSync(FOLDER, { recursive: true });
      const file = join(FOLDER, `${page.replaceAll('/', '-')}-${index}.mjs`);
      const prelude = join(FOLDER, 'prelude.mjs');
      writeFileSync(prelude, PRELUDE);
      // Below the repository's package.json, where the package's own name is the package.
      writeFileSync(file, code);
      const { stderr } = await execute(process.execPath, ['--import', prelude, file], { timeout: 60_000 });
      assert.equal(stderr, '');
    });
  });

  const rust = [...read(join('docs', page)).matchAll(/^```rust\n[\s\S]*?^```$/gm)].map(([block]) => block);
  if (rust.length > 0) {
    test(`the Rust in docs/${page} is compiled with the library's documentation`, () => {
      const compiled = [...read('src/lib.rs').matchAll(/include_str!\("\.\.\/([\w/.]+\.md)"\)/g)]
        .map(([, name]) => read(name))
        .join();
      for (const block of rust) assert.ok(compiled.includes(block), block);
    });
  }

  test(`every file that docs/${page} shows is there`, () => {
    const shown = [...read(join('docs', page)).matchAll(/^(?:<<< |<!--@include: )([^\s{]+?)(?:\{.*)?(?: ?-->)?$/gm)];
    assert.deepEqual(
      shown.map(([, path]) => path).filter((path) => !existsSync(join(ROOT, 'docs', dirname(page), path))),
      [],
    );
  });
}
after(() => rmSync(FOLDER, { recursive: true, force: true }));

test('every message that the page on troubleshooting explains is in the source', () => {
  const source = readdirSync(join(ROOT, 'www'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => read(join('www', name)))
    .join('\n');
  const strings = source.replaceAll(/\s+/g, ' ');
  const headings = [...read('docs/guides/troubleshooting.md').matchAll(/^### `(.*)`/gm)].map(([, message]) => message);
  assert.ok(headings.length >= 10, `only ${headings.length} messages were found`);
  for (const message of headings) {
    // What was expected and what was found are strings of their own.
    const fixed = message.split(/…|: expected |, found |\)\. |passmuster: no /).filter((part) => /\w{3}/.test(part));
    assert.ok(fixed.length > 0, message);
    for (const part of fixed) assert.ok(strings.includes(part.trim()), `"${part}" of "${message}" is nowhere in www/`);
  }
});

test('the policy that the documentation shows is the one that the site is served with', () => {
  const source = read('crates/cli/src/serve/site.rs').match(/pub const POLICY: &str = "([\s\S]*?)";/)?.[1];
  assert.equal(read('examples/html/policy.txt').trim(), `Content-Security-Policy: ${source?.replaceAll(/\\\n\s*/g, '')}`);
});

test('a hundred passwords are a hundred, each once', () => {
  assert.equal(COUNT, 100);
});

describe('the pages of examples/html in Chromium, with dist/ at /passmuster/', () => {
  const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' });
  /** @type {import('selenium-webdriver').WebDriver} */
  let driver;
  /** @type {http.Server} */
  let server;
  let url = '';
  before(async () => {
    server = http.createServer(({ url: path = '' }, response) => {
      const file = path.startsWith('/passmuster/')
        ? join(ROOT, 'dist', path.slice('/passmuster/'.length))
        : join(ROOT, 'examples/html', path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
    driver = await launchChromium();
  });
  after(async () => {
    await driver?.quit();
    server?.closeAllConnections();
    server?.close();
  });

  for (const page of ['index.html', 'classic.html']) {
    test(`${page} judges what is typed`, async () => {
      await driver.get(url + page);
      await driver.findElement(By.id('new')).sendKeys('password123');
      await driver.wait(until.elementLocated(By.css('.passmuster-meter[data-verdict="weak"]')), 15_000);
    });
  }

  test('messages.js words what it names, and leaves the rest', async () => {
    await driver.get(`${url}classic.html`);
    await driver.executeScript(read('examples/html/messages.js'));
    await driver.findElement(By.id('new')).sendKeys('password123');
    await driver.wait(until.elementLocated(By.css('.passmuster-meter[data-verdict="weak"]')), 15_000);
    assert.equal(await driver.findElement(By.css('.passmuster-headline')).getText(), 'Not this one');
    const buttons = await Promise.all(
      (await driver.findElements(By.css('.passmuster-button'))).map((button) => button.getText()),
    );
    assert.ok(buttons.includes('Make one for me') && buttons.includes('Show password'), buttons.join());
  });

  test('theme.css colours the meter', async () => {
    await driver.get(`${url}classic.html`);
    await driver.executeScript(
      `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/theme.css' }))`,
    );
    await driver.findElement(By.id('new')).sendKeys('password123');
    await driver.wait(until.elementLocated(By.css('.passmuster-meter[data-verdict="weak"]')), 15_000);
    const colours = await driver.executeScript(
      `return [...document.querySelectorAll('.passmuster-segment')].map((segment) => getComputedStyle(segment).backgroundColor)`,
    );
    assert.ok(/** @type {string[]} */ (colours).includes('rgb(164, 19, 60)'), String(colours));
  });
});
