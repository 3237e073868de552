/** Sizes and speeds in the reader's browser, each estimator fetched when its turn comes. The estimators are those of `npm run bench`. */

import { estimators } from '../../../benches/estimators.mjs';
import { PASSWORDS } from './passwords.js';

/** Each password is estimated again for this many milliseconds, for a browser's clock is a coarse one. */
const TIMING = 4;
const passwords = Object.values(PASSWORDS).flat();

const button = /** @type {HTMLButtonElement} */ (document.getElementById('measure'));
const status = /** @type {HTMLElement} */ (document.getElementById('measure-status'));

/** What the page has fetched so far, in bytes as they were sent. */
const fetched = () =>
  performance
    .getEntriesByType('resource')
    .reduce((sum, entry) => sum + /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize, 0);
/** @param {number} value @param {string} unit */
const number = (value, unit) => `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)} ${unit}`;
/** @param {number} milliseconds */
const time = (milliseconds) => (milliseconds < 1 ? number(milliseconds * 1_000, 'µs') : number(milliseconds, 'ms'));
const rest = () => new Promise((resolve) => setTimeout(resolve, 50));

/** @param {import('../../../benches/estimators.mjs').Estimator['estimate']} estimate @param {string} password */
function timeOf(estimate, password) {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    estimate(password);
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < TIMING);
  return elapsed / runs;
}

button.addEventListener('click', async () => {
  button.disabled = true;
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-estimator]'))) {
    const name = String(row.dataset.estimator);
    status.textContent = `Measuring ${name}…`;
    await rest();
    const before = fetched();
    const start = performance.now();
    const { estimate } = await estimators[name]();
    estimate(passwords[0]);
    const first = performance.now() - start;
    await rest();
    const times = [];
    for (const password of passwords) {
      times.push(timeOf(estimate, password));
      if (times.length % 10 === 0) await rest();
    }
    times.sort((a, b) => a - b);
    const cells = [
      number((fetched() - before) / 1_000, 'kB'),
      time(first),
      time(times[Math.floor(times.length / 2)]),
      time(times[times.length - 1]),
    ];
    row.querySelectorAll('td').forEach((cell, index) => {
      cell.textContent = cells[index];
    });
  }
  status.textContent = 'Done.';
});
