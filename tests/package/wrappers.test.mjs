/** The components for React 18, React 19 and Vue 3: rendered in Node, and taken over by a page in Chromium. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { By } from 'selenium-webdriver';
import { launchChromium } from '../browsers.mjs';
import { serve } from './static.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('wrappers/', import.meta.url));
const OLDER = Object.fromEntries(['react', 'react-dom'].map((name) => [name, join(ROOT, 'tests/older/node_modules', name)]));

/** What says of itself what is wrong with a page. */
const DEVELOPMENT = {
  'process.env.NODE_ENV': '"development"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
};

/** The page: what the server rendered, and whatever is said on the console. @param {string} html */
const page = (html) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Rendered on a server</title>
<link rel="stylesheet" href="/passmuster.css">
<script>
  window.said = [];
  for (const level of ['error', 'warn']) console[level] = (...words) => said.push(words.map(String).join(' '));
  addEventListener('error', ({ message }) => said.push(message));
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
</script>
<main>${html}</main>
<script type="module" src="page.js"></script>
</html>
`;

describe('the components for frameworks', () => {
  /** @type {import('selenium-webdriver').WebDriver} */
  let driver;
  before(async () => {
    driver = await launchChromium();
  });
  after(() => driver?.quit());

  for (const [name, framework, alias] of /** @type {const} */ ([
    ['React 19', 'react', {}],
    ['React 18', 'react', OLDER],
    ['Vue 3', 'vue', {}],
  ])) {
    test(`${name}: renders on a server, is taken over without a warning, and follows what it is given`, async () => {
      // In the repository, where modules of Node find what is not bundled.
      const folder = mkdtempSync(join(ROOT, 'target/wrapper-'));
      /** @param {string} entry @param {import('esbuild').BuildOptions} options */
      const bundle = (entry, options) =>
        build({ entryPoints: [join(HERE, entry)], bundle: true, alias, logLevel: 'warning', ...options });
      try {
        await bundle(`${framework}.server.js`, {
          outfile: join(folder, 'server.cjs'),
          platform: 'node',
          format: framework === 'react' ? 'cjs' : 'esm',
          ...(framework === 'vue' && { outfile: join(folder, 'server.mjs'), packages: 'external' }),
        });
        const rendered = spawnSync(process.execPath, [join(folder, framework === 'react' ? 'server.cjs' : 'server.mjs')], {
          encoding: 'utf8',
        });
        assert.equal(rendered.stderr, '');
        const [, attributes] = rendered.stdout.match(/<pass-muster([^>]*)><\/pass-muster>/) ?? [];
        assert.deepEqual(
          [...String(attributes).matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)]
            .map(([, attribute, value = '']) => [attribute, value])
            .sort(),
          [
            ['breach', 'off'],
            ['class', 'wide'],
            ['for', 'new'],
            ['min-score', '4'],
            ['on-unavailable', 'block'],
            ['sole-factor', ''],
          ],
        );

        await bundle(`${framework}.page.js`, {
          outfile: join(folder, 'page.js'),
          format: 'esm',
          conditions: ['browser', 'development'],
          define: DEVELOPMENT,
        });
        writeFileSync(join(folder, 'index.html'), page(rendered.stdout.trim()));
        writeFileSync(join(folder, 'passmuster.css'), readFileSync(join(ROOT, 'dist/passmuster.css')));
        const site = await serve(folder);
        try {
          await inChromium(site.url);
        } finally {
          site.close();
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  /** @param {string} url */
  async function inChromium(url) {
    await driver.get(url);
    const field = () => driver.findElement(By.id('new'));
    const held = () => driver.executeScript('return window.held');
    const headline = () => driver.executeScript(`return document.querySelector('.passmuster-headline')?.textContent`);
    /** @param {() => Promise<unknown>} what @param {unknown} expected */
    const becomes = async (what, expected) => {
      /** @type {unknown} */
      let seen;
      await driver
        .wait(async () => JSON.stringify((seen = await what())) === JSON.stringify(expected), 10_000)
        .catch(() => assert.deepEqual(seen, expected));
    };
    const verdict = async () => /** @type {any} */ (await held()).verdict?.verdict;

    // Shown without being used: the component says when the page is the framework's.
    await becomes(headline, 'Choose a password that you use nowhere else');
    for (const [index, key] of [...'thwickle'].entries()) {
      await field().sendKeys(key);
      assert.equal(await field().getAttribute('value'), 'thwickle'.slice(0, index + 1));
    }
    await becomes(verdict, 'weak');
    await becomes(headline, 'A bit short');
    // What is written out anew at every rendering is no news.
    const heard = await driver.executeAsyncScript(`
      let heard = 0;
      document.addEventListener('passmuster-verdict', () => heard++);
      setTimeout(() => arguments[0](heard), 500);`);
    assert.equal(heard, 0);
    const known = /** @type {any} */ (await held()).verdict.guessesLog10;
    await driver.findElement(By.id('change')).click();
    await driver.findElement(By.id('change')).click();
    await becomes(headline, 'Easy to guess');
    await becomes(async () => /** @type {any} */ (await held()).verdict.guessesLog10 > known, true);
    assert.deepEqual(
      await driver.executeScript(
        `return ['min-score', 'sole-factor'].map((name) => document.querySelector('pass-muster').getAttribute(name))`,
      ),
      [null, null],
    );
    await field().sendKeys(' violet umbrella fjord whistle');
    await becomes(verdict, 'accepted');
    assert.equal(/** @type {any} */ (await held()).password, 'thwickle violet umbrella fjord whistle');
    await driver.findElement(By.id('reset')).click();
    await becomes(async () => /** @type {any} */ (await held()).password, '');
    await becomes(verdict, 'empty');
    assert.deepEqual(await driver.executeScript('return window.said'), []);
  }

  for (const name of ['react', 'vue']) {
    test(`passmuster/${name} answers to import and to require() without a page`, async () => {
      const required = createRequire(import.meta.url)(`passmuster/${name}`);
      const imported = await import(`passmuster/${name}`);
      assert.deepEqual(Object.keys(required), ['PassMuster']);
      assert.deepEqual(Object.keys(imported), ['PassMuster']);
      assert.equal(globalThis.customElements, undefined);
    });
  }

  test('bundlers of server components are told that passmuster/react is for the client', () => {
    for (const folder of ['', 'node/', 'cjs/'])
      assert.match(readFileSync(join(ROOT, `dist/${folder}react.js`), 'utf8'), /^("use strict";)?"use client";/, folder);
  });
});
