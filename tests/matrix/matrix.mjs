/** Builds the projects of cells.mjs with the packed tarball, opens each in Chromium and types. */

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { By } from 'selenium-webdriver';
import { launchChromium } from '../browsers.mjs';
import { serve } from '../package/static.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Installed projects are kept here, for the next time. */
const PROJECTS = join(ROOT, 'target/matrix');

/** @typedef {import('./cells.mjs').Cell} Cell */
/** @typedef {{ cell: Cell, works: boolean, seconds: number, why?: string }} Result */

/** @param {string} cwd @param {string[]} command @param {Record<string, string>} [env] */
function run(cwd, [program, ...parameters], env = {}) {
  return execFileSync(program, parameters, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
    env: environment(cwd, env),
  });
}

/** The project's own commands come first. @param {string} cwd @param {Record<string, string>} [env] */
const environment = (cwd, env = {}) => ({
  ...process.env,
  PATH: [join(cwd, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  CI: '1',
  NO_COLOR: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  ...env,
});

/** The package as npm would publish it. Built already. */
export function pack() {
  mkdirSync(PROJECTS, { recursive: true });
  const [{ filename }] = JSON.parse(run(ROOT, ['npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', PROJECTS]));
  return join(PROJECTS, filename);
}

/** A copy of a project with what it needs and the package. @param {string} name @param {string} tarball */
function install(name, tarball) {
  const folder = join(PROJECTS, name);
  const manifest = readFileSync(join(HERE, name, 'package.json'), 'utf8');
  const key = createHash('sha256').update(manifest).digest('hex');
  const stamp = join(folder, 'node_modules/.passmuster-key');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== key) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    if (existsSync(join(HERE, name, '.npmrc'))) cpSync(join(HERE, name, '.npmrc'), join(folder, '.npmrc'));
    run(folder, ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
    writeFileSync(stamp, key);
  }
  // Tools cache what they made of the last package.
  for (const cache of ['.vite', '.cache', '.vite-temp'])
    rmSync(join(folder, 'node_modules', cache), { recursive: true, force: true });
  for (const made of ['out', '.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.angular', '.parcel-cache', 'dist'])
    rmSync(join(folder, made), { recursive: true, force: true });
  cpSync(join(HERE, name), folder, {
    recursive: true,
    filter: (source) => !source.endsWith('/package.json') || source !== join(HERE, name, 'package.json'),
  });
  const place = join(folder, 'node_modules/passmuster');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  run(folder, ['tar', '-xzf', tarball, '-C', place, '--strip-components=1']);
  return folder;
}

/** A page with a form and one script. @param {Cell} cell */
const page = ({ page, type }) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A form</title>
<form>
  <label for="new">New password</label>
  <input id="new" type="password" autocomplete="new-password">
  <pass-muster for="new"></pass-muster>
</form>
<script${type ? ` type="${type}"` : ''} src="${page}"></script>
</html>
`;

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @param {string} folder @param {string[]} command */
async function start(folder, command) {
  const port = String(await freePort());
  const [program, ...parameters] = command.map((word) => word.replace('$PORT', port));
  let told = '';
  const server = spawn(program, parameters, {
    cwd: folder,
    env: environment(folder, { PORT: port, HOST: '127.0.0.1', NITRO_PORT: port, NITRO_HOST: '127.0.0.1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      told += chunk;
    });
  const url = `http://127.0.0.1:${port}/`;
  const close = () => {
    try {
      process.kill(-Number(server.pid));
    } catch {}
  };
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  close();
  throw new Error(`nothing was served: ${told.slice(-500)}`);
}

/** The field, once it has been the same for half a second. @param {import('selenium-webdriver').WebDriver} driver */
async function settled(driver) {
  for (let tries = 0; tries < 20; tries++) {
    const field = await driver.findElement(By.css('input#new'));
    await driver.sleep(500);
    if (await driver.executeScript('return arguments[0].isConnected', field).catch(() => false)) return field;
  }
  throw new Error('the field is replaced again and again');
}

/** What must happen in every page. @param {import('selenium-webdriver').WebDriver} driver @param {string} url */
async function answers(driver, url) {
  await driver.get(url);
  await driver.wait(async () => (await driver.findElements(By.css('input#new')))[0], 15_000, 'the page has no field');
  // A page of a server is there before it runs.
  await driver.wait(
    () =>
      driver.executeScript(
        `return document.querySelector('pass-muster')?.constructor !== HTMLElement && !!customElements.get('pass-muster')`,
      ),
    15_000,
    'the element was not defined',
  );
  // A framework that hydrates the page may put another field in its place at first.
  const field = await settled(driver);
  for (const character of 'password123') await field.sendKeys(character);
  await driver.wait(
    () => driver.executeScript(`return document.querySelector('pass-muster').verdict?.verdict === 'weak'`),
    15_000,
    'no verdict',
  );
  const value = await driver.executeScript('return document.querySelector("input#new").value');
  if (value !== 'password123') throw new Error(`of "password123" the field holds "${value}"`);
  const headline = await driver.executeScript(`return document.querySelector('.passmuster-headline')?.textContent`);
  if (headline !== 'Easy to guess') throw new Error(`the widget says "${headline}"`);
}

/** @param {Cell} cell @param {string} tarball @param {import('selenium-webdriver').WebDriver} driver */
async function check(cell, tarball, driver) {
  const folder = install(cell.project, tarball);
  for (const command of cell.build ?? []) run(folder, command);
  if (cell.run) {
    const said = run(folder, cell.run);
    if (!/score 0/.test(said)) throw new Error(`it said: ${said.slice(-500)}`);
    return;
  }
  if (cell.page && cell.site) {
    mkdirSync(join(folder, cell.site), { recursive: true });
    writeFileSync(join(folder, cell.site, 'index.html'), page(cell));
  }
  const site = cell.serve ? await start(folder, cell.serve) : await serve(join(folder, cell.site ?? '.'));
  try {
    await answers(driver, site.url);
    if (cell.server) {
      const said = await fetch(site.url + cell.server, { method: 'POST', body: 'password123' }).then((response) =>
        response.text(),
      );
      if (said !== 'score 0') throw new Error(`the server said: ${said.slice(0, 200)}`);
    }
  } catch (error) {
    const log = await driver
      .manage()
      .logs()
      .get('browser')
      .catch(() => []);
    throw new Error(
      `${/** @type {Error} */ (error).message.split('\n')[0]} ${log
        .filter(({ level }) => level.name === 'SEVERE')
        .map(({ message }) => message)
        .join(' ')
        .slice(0, 500)} ${'told' in site ? String(/** @type {{ told: () => string }} */ (site).told()).slice(-1_500) : ''}`,
    );
  } finally {
    site.close();
  }
}

/** @param {Cell[]} cells @param {(result: Result) => void} tell @returns {Promise<Result[]>} */
export async function matrix(cells, tell = () => {}) {
  const tarball = pack();
  const driver = await launchChromium();
  const results = [];
  try {
    for (const cell of cells) {
      const start = Date.now();
      /** @type {string | undefined} */
      let why;
      try {
        await check(cell, tarball, driver);
      } catch (error) {
        const { message, stderr, stdout } = /** @type {Error & { stderr?: string, stdout?: string }} */ (error);
        why = [message.split('\n').slice(0, 12).join(' '), stderr?.slice(-800), stdout?.slice(-800)]
          .filter(Boolean)
          .join(' | ')
          .replaceAll(/\s+/g, ' ');
      }
      const result = { cell, works: !why, seconds: Math.round((Date.now() - start) / 1_000), why };
      results.push(result);
      tell(result);
    }
  } finally {
    await driver.quit();
  }
  return results;
}
