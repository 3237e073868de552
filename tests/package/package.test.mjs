/**
 * The package as somebody else has it: the tarball that npm would publish, installed into a project of its own.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { By } from 'selenium-webdriver';
import { launchChromium } from '../browsers.mjs';
import { serve } from './static.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITE = 'vite@8.3.8';

describe('the packed package', () => {
  /** The consumer's project. */
  let project = '';
  /** @type {string[]} */
  let packed = [];

  /** @param {string} cwd @param {string} program @param {string[]} parameters */
  const run = (cwd, program, ...parameters) =>
    execFileSync(program, parameters, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'passmuster-consumer-'));
    // Built already, by whoever runs the tests.
    const [tarball] = JSON.parse(run(ROOT, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', project));
    packed = tarball.files.map((/** @type {{ path: string }} */ { path }) => path);
    cpSync(new URL('consumer/', import.meta.url), project, { recursive: true });
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', join(project, tarball.filename), VITE);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  test('holds what runs, its types, the licences and the README, and nothing else', () => {
    const engine = ['passmuster_wasm.d.ts', 'passmuster_wasm_bg.wasm'];
    const expected = [
      'LICENSE-APACHE', 'LICENSE-MIT', 'NOTICE.md', 'README.md', 'custom-elements.json', 'package.json',
      ...['auto', 'element', 'passmuster', 'wordlist'].flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]),
      ...['extras', 'locales/en', 'locales/index', 'style', 'words'].map((name) => `dist/${name}.d.ts`),
      'dist/passmuster.css',
      ...engine.map((name) => `dist/${name}`),
      ...['zxcvbn', 'generator'].flatMap((folder) => [...engine, 'passmuster_wasm.js'].map((name) => `dist/${folder}/${name}`)),
    ];
    const catalogue = /^dist\/locales\/[a-z]{2}(-[A-Z][A-Za-z]+)?\.(js|d\.ts)$/;
    assert.deepEqual(packed.filter((name) => expected.includes(name) || !catalogue.test(name)).sort(), expected.sort());
  });

  test('depends on nothing, and every export exists', () => {
    const { dependencies, exports } = JSON.parse(readFileSync(join(project, 'node_modules/passmuster/package.json'), 'utf8'));
    assert.equal(dependencies, undefined);
    const targets = Object.values(exports).flatMap((target) => (typeof target === 'string' ? target : Object.values(target)));
    assert.deepEqual(targets.filter((target) => !existsSync(join(project, 'node_modules/passmuster', target))), []);
  });

  test('does not tell where it was built', () => {
    const telling = packed.filter((name) => {
      const text = readFileSync(join(project, 'node_modules/passmuster', name), 'latin1');
      return text.includes(ROOT) || /\/(home|root|Users)\/[\w.]/.test(text);
    });
    assert.deepEqual(telling, []);
  });

  test('answers in Node', () => {
    const answer = JSON.parse(run(project, process.execPath, 'node.mjs'));
    assert.deepEqual(answer.scores, [0, 0]);
    assert.equal(answer.words, true);
    assert.ok(answer.bits > 77, `six words of 7,776 are 77.5 bits, not ${answer.bits}`);
  });

  for (const resolution of ['nodenext', 'bundler']) {
    test(`has types that a strict TypeScript resolves by ${resolution} and that refuse what is wrong`, () => {
      const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
      execFileSync(process.execPath, [
        join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom',
        '--module', module, '--moduleResolution', resolution, '--types', '', 'types.ts',
      ], { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
    });
  }

  describe('in Chromium', () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    before(async () => {
      driver = await launchChromium();
    });
    after(() => driver?.quit());

    /** `load()` answers for both engines, and `<pass-muster>` for what is typed. @param {string} url */
    async function answers(url) {
      await driver.get(url);
      const root = driver.findElement(By.css('html'));
      await driver.wait(async () => (await root.getAttribute('data-scores')) !== null, 20_000, 'load() did not answer');
      assert.equal(await root.getAttribute('data-scores'), '0,0');
      await driver.findElement(By.id('new')).sendKeys('password123');
      const meter = driver.findElement(By.css('pass-muster .passmuster-meter'));
      await driver.wait(async () => (await meter.getAttribute('data-verdict')) === 'weak', 5_000, '<pass-muster> did not answer');
      // Unstyled, a segment has no height.
      assert.ok((await driver.findElement(By.css('.passmuster-segment')).getRect()).height > 0, 'the style did not arrive');
    }

    test('answers in a page that Vite built without plugins', async () => {
      run(project, 'node_modules/.bin/vite', 'build', '--logLevel', 'warn');
      const site = await serve(join(project, 'dist'));
      try {
        await answers(site.url);
      } finally {
        site.close();
      }
    });

    test('answers in a page of Vite’s development server', async () => {
      const vite = spawn(join(project, 'node_modules/.bin/vite'), ['--host', '127.0.0.1', '--port', '0'], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        let url;
        for await (const line of createInterface(vite.stdout)) {
          url = stripVTControlCharacters(line).match(/http:\S+/)?.[0];
          if (url) break;
        }
        assert.ok(url, 'Vite named no address');
        vite.stdout.resume();
        await answers(url);
      } finally {
        vite.kill();
        if (vite.exitCode === null && vite.signalCode === null) await once(vite, 'exit');
      }
    });

    test('answers in a plain page with a module script', async () => {
      const site = await serve(project);
      try {
        await answers(`${site.url}plain.html`);
      } finally {
        site.close();
      }
    });
  });
});
