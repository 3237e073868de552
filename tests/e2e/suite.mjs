/** A file's tests in every browser: the demo and the browser that they drive, and what each of them does first. */

import { randomBytes } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { By, until } from 'selenium-webdriver';
import { browsers } from '../browsers.mjs';
import { startDemo } from './server.mjs';

/** The browser of the suite that runs. @type {import('selenium-webdriver').WebDriver} */
export let driver;
/** The demo that it looks at. @type {Awaited<ReturnType<typeof startDemo>>} */
export let demo;

/** Milliseconds within which a verdict is expected: the pause, and what a busy machine takes. */
export const SOON = 3_000;

/**
 * Tests in every browser, one after the other.
 *
 * @param {string} name What they are about; the browser's name is added.
 * @param {(browser: string) => void} tests
 */
export function suite(name, tests) {
  for (const browser of browsers) {
    describe(`${name} in ${browser.name}`, () => {
      before(async () => {
        demo = await startDemo();
        driver = await browser.launch();
        await driver.manage().setTimeouts({ script: 120_000 });
      });
      after(async () => {
        await driver?.quit();
        await demo?.close();
      });
      tests(browser.name);
    });
  }
}

/** Opens the demo as it is when nothing is broken, and forgets what was asked for until then. */
export const openDemo = () => open('');

/** The same with a policy that lets Svelte write its markup. */
export const openDemoForSvelte = () => open('?svelte');

/** @param {string} query */
async function open(query) {
  demo.mend();
  await driver.get(demo.url + query);
  // WebKit's driver does not wait for modules.
  await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
  demo.requests.length = 0;
}

/** Runs in the page: `build(tag, attributes, children)` makes an element, without a parser. */
export const BUILD = `
  const build = (tag, attributes = {}, children = []) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    // These pages are no framework's, unless a test says so.
    if (tag === 'pass-muster' && !globalThis.rendered) element.ready();
    return element;
  };
  const field = (id, attributes = {}) => build('input', { id, name: id, type: 'password', autocomplete: 'new-password', ...attributes });
  const widget = (id, attributes = {}) => build('pass-muster', { for: id, endpoint: 'range/', ...attributes });
  const go = (attributes = { id: 'go' }) => build('button', attributes, ['Go']);
  const reset = (children, attributes = {}) => build('form', { method: 'post', action: 'reset', ...attributes }, children);
  const place = (...elements) => document.querySelector('main').replaceChildren(...elements);
`;

/** Runs a script in the page, which may `build` and `place` elements, a `field`, a `widget`, a `reset` form and the button to `go`. @param {string} script @param {unknown[]} values */
export const page = (script, ...values) =>
  driver.executeScript(/\bawait\b/.test(script) ? `return (async () => {${BUILD}${script}})()` : BUILD + script, ...values);

/** Opens a page without more than the package, which is `passmuster` in its scripts: what a driver imports may be a copy. */
export async function openPackage() {
  demo.mend();
  await driver.get(`${demo.url}pages/package.html`);
  await driver.wait(() => page('return Boolean(window.passmuster)'), SOON);
  demo.requests.length = 0;
}

/** What was said to those who cannot see, the last of it last. @returns {Promise<string[]>} */
export const heard = () =>
  driver.executeScript(`return [...document.querySelectorAll('.passmuster-status p')].map((line) => line.textContent)`);

/** Strong, and in no corpus. */
export const strongPassword = () => randomBytes(15).toString('base64url');

/** @param {string} id */
export const byId = (id) => driver.findElement(By.id(id));

/** @param {string} selector */
export const one = (selector) => driver.findElement(By.css(selector));

/**
 * Waits until the verdict is this one.
 *
 * @param {string} expected
 * @param {string} [id] Of the field; the page's only widget by default.
 * @param {number} [within] Milliseconds.
 */
export async function becomes(expected, id, within = SOON) {
  const widget = id ? `pass-muster[for="${id}"]` : 'pass-muster';
  /** @type {unknown} */
  let seen;
  const verdict = async () => {
    // Where the page is just being left, nothing is seen.
    seen = await driver.executeScript('return document.querySelector(arguments[0])?.verdict', widget).catch(String);
    return /** @type {{ verdict: string } | null} */ (seen)?.verdict === expected;
  };
  await driver.wait(verdict, within).catch((error) => {
    throw new Error(`the verdict of ${widget} did not become ${expected}, but ${JSON.stringify(seen)}`, { cause: error });
  });
}
