/**
 * Who asks the endpoint that misbehaves: the crate on a server, the package in Node, and the widget in three
 * browsers.
 */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { browsers } from '../browsers.mjs';
import { servePackage } from './page.mjs';
import { PASSWORD } from './server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {{ answer: string, milliseconds: number }} Verdict
 *   The answer as `found N`, `clear` or `unknown (reason)`, and the time until it. In browsers that is the time
 *   for which a submit was held.
 *
 * @typedef {object} Client
 * @property {string} name
 * @property {boolean} [browser]
 * @property {() => Promise<Asker>} open
 *
 * @typedef {{ ask: (endpoint: string, timeout: number) => Promise<Verdict>, close: () => Promise<void> }} Asker
 */

/** @type {Client[]} */
export const clients = [
  { name: 'Rust', open: openRust },
  { name: 'Node', open: openNode },
  ...browsers.map(({ name, launch }) => ({ name, browser: true, open: () => openBrowser(launch) })),
];

/** @param {import('../../dist/passmuster.js').Breach} breach */
const spell = ({ status, count, reason }) => {
  if (status === 'found') return `found ${count}`;
  return status === 'clear' ? 'clear' : `unknown (${reason})`;
};

/** The crate's client, as the example check_breach uses it. @returns {Promise<Asker>} */
async function openRust() {
  const run = promisify(execFile);
  await run('cargo', ['build', '--quiet', '--features', 'http', '--example', 'check_breach'], { cwd: ROOT });
  return {
    async ask(endpoint, timeout) {
      const checking = run(`${ROOT}target/debug/examples/check_breach`, [endpoint, String(timeout)]);
      checking.child.stdin?.end(`${PASSWORD}\n`);
      const { stdout } = await checking;
      const [, answer, milliseconds] = stdout.match(/^(.*) after (\d+) ms$/m) ?? [];
      return { answer, milliseconds: Number(milliseconds) };
    },
    async close() {},
  };
}

/** `checkBreach()` in this process. @returns {Promise<Asker>} */
async function openNode() {
  const { load } = await import('../../dist/passmuster.js');
  const muster = await load();
  return {
    async ask(endpoint, timeout) {
      const start = performance.now();
      const breach = await muster.checkBreach(PASSWORD, { endpoint, timeout });
      return { answer: spell(breach), milliseconds: performance.now() - start };
    },
    async close() {},
  };
}

/**
 * A form with the widget, submitted at once.
 *
 * @param {() => Promise<import('selenium-webdriver').WebDriver>} launch
 * @returns {Promise<Asker>}
 */
async function openBrowser(launch) {
  const page = await servePackage();
  const driver = await launch();
  await driver.manage().setTimeouts({ script: 60_000 });
  await driver.get(page.url);
  return {
    async ask(endpoint, timeout) {
      const { breach, milliseconds } = /** @type {any} */ (await driver.executeAsyncScript(SUBMIT, PASSWORD, endpoint, timeout));
      return { answer: spell(breach), milliseconds };
    },
    async close() {
      await driver.quit();
      page.close();
    },
  };
}

/** Runs in the page: answers with the breach part of the last verdict and how long the submit was held. */
const SUBMIT = `
  const [password, endpoint, timeout, done] = arguments;
  import('/element.js').then(({ mount }) => {
    const form = document.createElement('form');
    form.innerHTML = '<input type="password" autocomplete="new-password">';
    document.body.replaceChildren(form);
    const handle = mount(form, { endpoint, timeout, pause: 60000 });
    let breach, start;
    const answer = () => {
      const milliseconds = performance.now() - start;
      handle.destroy();
      done({ breach, milliseconds });
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // In a task of its own: the widget tells of its verdict first.
      setTimeout(answer);
    });
    form.addEventListener('passmuster-verdict', ({ detail }) => {
      breach = detail.breach;
      if (detail.verdict === 'breached') setTimeout(answer);
      if (detail.verdict !== 'checking' || start !== undefined) return;
      start = performance.now();
      form.requestSubmit();
    });
    form.elements[0].value = password;
    form.elements[0].dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, (error) => done({ breach: { status: 'unknown', reason: String(error) }, milliseconds: 0 }));
`;
