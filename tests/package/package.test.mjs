/**
 * The package as somebody else has it: the tarball that npm would publish, installed into a project of its own.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { By, until } from 'selenium-webdriver';
import { launchChromium } from '../browsers.mjs';
import { serve } from './static.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Vite of package-lock.json. */
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

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
    run(
      project,
      'npm',
      'install',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
      join(project, tarball.filename),
    );
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  test('holds what runs, its types and source maps, the licences and the README, and nothing else', () => {
    const expected = [
      /^(LICENSE-APACHE|LICENSE-MIT|NOTICE\.md|README\.md|package\.json)$/,
      /^dist\/(custom-elements|web-types|vscode\.html-data|vscode\.css-data)\.json$/,
      /^dist\/(node\/|inline\/|workerd\/)?(passmuster|element|auto|react|vue|zxcvbn|zxcvbn-compat|embedded|server)\.js(\.map)?$/,
      /^dist\/(node\/)?element\/class\.js(\.map)?$/,
      /^dist\/(passmuster\.css|(passmuster|zxcvbn-compat)\.global\.js(\.map)?)$/,
      /^dist\/(muster|zxcvbn|generator)\.wasm$/,
      /^dist\/core\/(passmuster\.wasm|README\.md)$/,
      /^dist\/chunks\/[\w-]+-[0-9a-f]{8}\.js(\.map)?$/,
      /^dist\/locales\/[a-z]{2}(-[A-Z][A-Za-z]+)?\.js$/,
      /^dist\/packs\/[a-z]{2}\.(js|bin)$/,
      /^dist\/cjs\/(package\.json|[\w/-]+\.js)$/,
      /^dist\/(cjs\/)?[\w/.-]+\.d\.ts$/,
    ];
    assert.deepEqual(
      packed.filter((name) => !expected.some((pattern) => pattern.test(name))),
      [],
    );
    assert.deepEqual(
      expected.filter((pattern) => !packed.some((name) => pattern.test(name))),
      [],
    );
  });

  test('depends on nothing, and every export exists', () => {
    const { dependencies, exports, main, module, types, unpkg } = JSON.parse(
      readFileSync(join(project, 'node_modules/passmuster/package.json'), 'utf8'),
    );
    assert.equal(dependencies, undefined);
    /** @param {unknown} target @returns {string[]} */
    const paths = (target) =>
      typeof target === 'string' ? [target] : Object.values(/** @type {object} */ (target)).flatMap(paths);
    const targets = [main, module, types, unpkg, ...paths(exports)].map((target) =>
      target.replace('*', target.includes('/types/') ? 'vue' : 'de'),
    );
    assert.deepEqual(
      targets.filter((target) => !existsSync(join(project, 'node_modules/passmuster', target))),
      [],
    );
  });

  test('does not tell where it was built', () => {
    const telling = packed.filter((name) => {
      const text = readFileSync(join(project, 'node_modules/passmuster', name), 'latin1');
      return text.includes(ROOT) || /\/(home|root|Users)\/[\w.]/.test(text);
    });
    assert.deepEqual(telling, []);
  });

  for (const file of ['node.mjs', 'node.cjs']) {
    test(`answers in Node by ${file === 'node.mjs' ? 'import' : 'require()'}`, () => {
      const answer = JSON.parse(run(project, process.execPath, file));
      assert.deepEqual(answer.scores, [0, 0]);
      assert.equal(answer.words, true);
      assert.ok(answer.bits > 77, `six words of 7,776 are 77.5 bits, not ${answer.bits}`);
    });
  }

  test('tells of a wasm that cannot be had, where it was looked for, and what to do', () => {
    const told = run(project, process.execPath, 'astray.mjs').trim().split('\n');
    assert.equal(told.length, 4);
    for (const line of told) assert.match(line, /^passmuster: no (muster|zxcvbn)\.wasm .*configure\(\)/);
    assert.match(told[0], / at file:.*nowhere\.wasm .*ENOENT/);
    assert.match(told[1], / at data:.*\(CompileError/);
    assert.match(told[2], /404/);
    assert.match(told[3], /CompileError/);
  });

  describe('for TypeScript', () => {
    const COMPILERS = { 7: 'node_modules/typescript/bin/tsc', 5: 'tests/older/node_modules/typescript/bin/tsc' };
    /** The frameworks' own types. */
    const MODULES = ['@types/react', 'preact', 'solid-js', 'vue', 'svelte'];
    before(() => {
      mkdirSync(join(project, 'node_modules/@types'));
      for (const name of MODULES) symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
    });

    /** @param {keyof typeof COMPILERS} compiler @param {string[]} files @param {Record<string, unknown>} options */
    function check(compiler, files, options) {
      const config = join(project, 'types/tsconfig.json');
      const compilerOptions = { noEmit: true, strict: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
      writeFileSync(config, JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, files }));
      execFileSync(process.execPath, [join(ROOT, COMPILERS[compiler]), '--project', config], {
        cwd: project,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
    }

    for (const [compiler, moduleResolution, module] of /** @type {const} */ ([
      [7, 'bundler', 'esnext'],
      [7, 'nodenext', 'nodenext'],
      [5, 'bundler', 'esnext'],
      [5, 'node16', 'node16'],
      [5, 'node10', 'esnext'],
    ])) {
      test(`TypeScript ${compiler} resolves the types by ${moduleResolution}, and they refuse what is wrong`, () =>
        check(compiler, ['package.ts'], { module, moduleResolution }));
    }

    for (const [compiler, moduleResolution, module] of /** @type {const} */ ([
      [7, 'nodenext', 'nodenext'],
      [5, 'node16', 'node16'],
      [5, 'node10', 'commonjs'],
    ])) {
      test(`TypeScript ${compiler} resolves them from CommonJS by ${moduleResolution}`, () =>
        check(compiler, ['commonjs.cts'], { module, moduleResolution }));
    }

    for (const compiler of /** @type {const} */ ([7, 5])) {
      for (const framework of ['react', 'react 18', 'preact', 'solid', 'vue', 'svelte']) {
        const [name, older] = framework.split(' ');
        test(`TypeScript ${compiler} knows the element in ${framework}, and refuses what is wrong`, () =>
          check(compiler, [existsSync(join(project, 'types', `${name}.tsx`)) ? `${name}.tsx` : `${name}.ts`], {
            module: 'esnext',
            moduleResolution: 'bundler',
            jsx: name === 'solid' ? 'preserve' : 'react-jsx',
            ...(older && {
              paths: Object.fromEntries(
                ['react', 'react/jsx-runtime'].map((path) => [path, [join(ROOT, 'tests/older/node_modules/@types', path)]]),
              ),
            }),
          }));
      }
    }
  });

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
      // It shows itself once its field is used, and the page has settled.
      const meter = await driver.wait(until.elementLocated(By.css('pass-muster .passmuster-meter')), 5_000);
      await driver.wait(async () => (await meter.getAttribute('data-verdict')) === 'weak', 5_000, '<pass-muster> did not answer');
      // Unstyled, a segment has no height.
      assert.ok((await driver.findElement(By.css('.passmuster-segment')).getRect()).height > 0, 'the style did not arrive');
    }

    test('answers in a page that Vite built without plugins', async () => {
      run(project, process.execPath, VITE, 'build', '--logLevel', 'warn');
      const site = await serve(join(project, 'dist'));
      try {
        await answers(site.url);
      } finally {
        site.close();
      }
    });

    test('answers in a page of Vite’s development server', async () => {
      const vite = spawn(process.execPath, [VITE, '--host', '127.0.0.1', '--port', '0'], {
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

    for (const page of ['global.html', 'inline.html']) {
      test(`answers in a page from the disk or a site, ${page}, without a second file`, async () => {
        const site = await serve(project);
        try {
          await answers(`${site.url}${page}`);
          if (page === 'global.html') await answers(pathToFileURL(join(project, page)).href);
        } finally {
          site.close();
        }
      });
    }

    test('answers in a service worker, which may import nothing later', async () => {
      const site = await serve(project);
      try {
        for (const kind of ['module', 'classic']) {
          await driver.get(`${site.url}worker.html?${kind}`);
          const root = driver.findElement(By.css('html'));
          await driver.wait(
            async () => (await root.getAttribute('data-score')) !== null,
            20_000,
            `a ${kind} service worker did not answer`,
          );
          assert.equal(await root.getAttribute('data-score'), '0', kind);
        }
      } finally {
        site.close();
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
