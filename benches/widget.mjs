/**
 * `npm run bench:widget`: how the widget feels, in Chromium with the processor slowed four times: from a keystroke
 * to the painted verdict, long tasks, layout shifts, and when the wasm is fetched. Against the demo as built.
 */

import { By, until } from 'selenium-webdriver';
import { build } from '../scripts/build.mjs';
import { buildDemo } from '../scripts/demo.mjs';
import { fail, setUp } from '../scripts/setup.mjs';
import { launchChromium } from '../tests/browsers.mjs';
import { startDemo } from '../tests/e2e/server.mjs';

const TEXTS = ['password123', 'jane.doe1987', 'violet-umbrella-fjord-whistle', '1qaz2wsx3edc4rfv5tgb', 'h7#Qz!pL2vRk9_xTb4Lm'];
const ROUNDS = 8;

/** Runs in the page: measures each input event from its own time to the frame after the verdict. */
const OBSERVE = `
  window.measured = { keystrokes: [], longTasks: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) window.measured.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('load', () => new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.measured.longTasks.push(duration);
  }).observe({ type: 'longtask' }));
  document.addEventListener('input', (event) => {
    const start = event.timeStamp;
    // After this frame's paint: a task that its animation frame queues.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.measured.keystrokes.push(performance.now() - start);
      port2.postMessage(null);
    });
  }, true);
`;

/** @param {number[]} values @param {number} share */
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

try {
  setUp('chromium');
  await build();
  buildDemo();
  const demo = await startDemo();
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (await launchChromium());
  try {
    await driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: OBSERVE });
    await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: 4 });
    await driver.get(demo.url);
    await driver.wait(until.elementLocated(By.css('.passmuster-button')), 10_000);
    const wasm = () => demo.requests.some(({ url }) => url.endsWith('.wasm'));
    const field = driver.findElement(By.id('new'));
    const early = wasm();
    await field.click();
    await driver.wait(wasm, 10_000);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of TEXTS) {
        for (const character of text) await field.sendKeys(character);
        await field.clear();
      }
    }
    const { keystrokes, longTasks, shift } = /** @type {any} */ (await driver.executeScript('return window.measured'));
    console.log(`Chromium, processor slowed four times, ${keystrokes.length} keystrokes`);
    console.log(`keystroke to painted verdict: median ${percentile(keystrokes, 0.5).toFixed(1)} ms, 95th percentile ${percentile(keystrokes, 0.95).toFixed(1)} ms, slowest ${Math.max(...keystrokes).toFixed(1)} ms`);
    console.log(`tasks over 50 ms after load: ${longTasks.length}${longTasks.length ? `, longest ${Math.max(...longTasks)} ms` : ''}`);
    console.log(`layout shift: ${shift.toFixed(4)}`);
    console.log(`wasm fetched before the first focus or idle: ${early ? 'the page was idle before the first look' : 'no'}`);
  } finally {
    await driver.quit();
    await demo.close();
  }
} catch (error) {
  fail(error);
}
