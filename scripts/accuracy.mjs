/**
 * `npm run accuracy FILE`: how well do the built package and its npm peers rank the passwords of a file?
 *
 * A meter is accurate when it ranks passwords as attackers would find them. The field's measure is the weighted
 * Spearman correlation of its guess numbers with a reference (Golla and Dürmuth, "On the Accuracy of Password
 * Strength Meters", CCS 2018). A file has a header line and, separated by tabs, a reference, a weight and a password
 * a line. The reference is the guess number of a professional cracker, 1e15 for never guessed; or minus the number of
 * people who had the password, and then there is no calibration to print.
 *
 * `cargo run --release -p passmuster-model accuracy FILE` measures the same natively.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimators } from '../benches/estimators.mjs';
import { Failure, ROOT, fail } from './setup.mjs';

/** Guess numbers are compared up to this power of ten: beyond it nobody has guessed. */
const CEILING = 15;
/** An estimate that is wrong by more powers of ten is counted as over- or underestimated. */
const WRONG = 2;
/** log10 of the guesses at which score 3 begins; of professional crackers' guesses for what is weak, and for what is strong. */
const ACCEPTED = 8;
const WEAK = 8;
const STRONG = 10;

/** @typedef {{ reference: number, weight: number, password: string }} Row */

/** Errors name the line and never quote it. @param {string} file @returns {Row[]} */
function read(file) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new Failure(`${file}: ${/** @type {Error} */ (error).message}`);
  }
  const rows = [];
  for (const [index, line] of text.split('\n').entries()) {
    const columns = line.replace(/\r$/, '').split('\t');
    if (index === 0 || (columns.length === 1 && columns[0] === '')) continue;
    const place = `${file}, line ${index + 1}`;
    if (columns.length < 3) throw new Failure(`${place}: expected a reference, a weight and a password, separated by tabs`);
    const [reference, weight] = columns.slice(0, 2).map((column) => (column.trim() === '' ? NaN : Number(column)));
    if (!Number.isFinite(reference)) throw new Failure(`${place}: the reference is no number`);
    if (!(Number.isFinite(weight) && weight > 0)) throw new Failure(`${place}: the weight is no positive number`);
    rows.push({ reference, weight, password: columns.slice(2).join('\t') });
  }
  if (rows.length < 2) throw new Failure(`${file}: fewer than two passwords`);
  return rows;
}

/** The rank of each value: the weight of those below it, and half the weight of its ties. @param {number[]} values @param {Row[]} rows */
function weightedRanks(values, rows) {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const ranks = new Array(values.length);
  for (let first = 0, below = 0; first < order.length; ) {
    let last = first;
    let tied = 0;
    for (; last < order.length && values[order[last]] === values[order[first]]; last++) tied += rows[order[last]].weight;
    for (; first < last; first++) ranks[order[first]] = below + tied / 2;
    below += tied;
  }
  return ranks;
}

/** @param {number[]} estimates @param {Row[]} rows */
function weightedSpearman(estimates, rows) {
  const x = weightedRanks(estimates, rows);
  const y = weightedRanks(
    rows.map(({ reference }) => reference),
    rows,
  );
  /** @param {(index: number) => number} value */
  const sum = (value) => rows.reduce((total, { weight }, index) => total + weight * value(index), 0);
  const total = sum(() => 1);
  const meanX = sum((index) => x[index]) / total;
  const meanY = sum((index) => y[index]) / total;
  const covariance = sum((index) => (x[index] - meanX) * (y[index] - meanY));
  return covariance / Math.sqrt(sum((index) => (x[index] - meanX) ** 2) * sum((index) => (y[index] - meanY) ** 2));
}

/** @param {string} name @param {number[]} estimates @param {Row[]} rows */
function report(name, estimates, rows) {
  const cells = [name.padEnd(28), weightedSpearman(estimates, rows).toFixed(3).padStart(8)];
  if (rows.every(({ reference }) => reference > 0)) {
    const errors = rows.map(
      ({ reference }, index) => Math.min(estimates[index], CEILING) - Math.min(Math.log10(reference), CEILING),
    );
    /** @param {(error: number) => boolean} counts */
    const share = (counts) => `${((100 * errors.filter(counts).length) / errors.length).toFixed(1)} %`;
    cells.push((errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length).toFixed(2).padStart(8));
    cells.push(share((error) => error > WRONG).padStart(8), share((error) => error < -WRONG).padStart(8));
    const truth = rows.map(({ reference }) => Math.log10(reference));
    /** @param {(truth: number) => boolean} of @param {(estimate: number) => boolean} counts */
    const among = (of, counts) => {
      const those = estimates.filter((_, index) => of(truth[index]));
      return `${((100 * those.filter(counts).length) / those.length).toFixed(1)} %`;
    };
    cells.push(
      among(
        (guesses) => guesses < WEAK,
        (estimate) => estimate >= ACCEPTED,
      ).padStart(8),
    );
    cells.push(
      among(
        (guesses) => guesses >= STRONG,
        (estimate) => estimate < ACCEPTED,
      ).padStart(8),
    );
  }
  console.log(cells.join(' '));
}

async function main() {
  const [file, ...others] = process.argv.slice(2);
  if (!file || others.length > 0) throw new Failure('usage: npm run accuracy FILE');
  const rows = read(file);
  if (!existsSync(join(ROOT, 'dist/passmuster.js'))) throw new Failure('dist/ is missing: `npm run build` makes it');
  console.log(`${rows.length} passwords: weighted Spearman; and where the reference is a guess number, mean absolute error`);
  console.log(
    `in decades, share over- and share underestimated by more than ${WRONG}, share of the weak (under 10^${WEAK}) accepted and of`,
  );
  console.log(`the strong (10^${STRONG} and more) refused at score 3`);
  for (const [name, load] of Object.entries(estimators)) {
    const { estimate } = await load();
    const estimates = rows.map(({ password }) => {
      const result = /** @type {{ guessesLog10?: number, guesses_log10?: number }} */ (estimate(password));
      return result.guessesLog10 ?? result.guesses_log10 ?? NaN;
    });
    if (!estimates.every(Number.isFinite)) throw new Failure(`${name} gives no guess number`);
    report(name, estimates, rows);
  }
}

main().catch(fail);
