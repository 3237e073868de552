/**
 * `npm run matrix`: tries the packed package in every bundler, framework and runtime of tests/matrix/cells.mjs, and writes
 * the table into the README. `npm run matrix -- webpack Vue` tries those whose names hold one of these words, and
 * `--quick` those that `npm test` tries; neither touches the README. `--built` takes dist/ as it is.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CELLS } from '../tests/matrix/cells.mjs';
import { matrix } from '../tests/matrix/matrix.mjs';
import { build } from './build.mjs';
import { Failure, ROOT, fail, setUp } from './setup.mjs';

const parameters = process.argv.slice(2);
const quick = parameters.includes('--quick');
const words = parameters.filter((word) => !word.startsWith('--'));

/** Writes the table into the README: at every step, for the whole takes long. @param {import('../tests/matrix/matrix.mjs').Result[]} results */
function write(results) {
  const rows = CELLS.map(({ name }) => {
    const result = results.find(({ cell }) => cell.name === name);
    return `| ${name} | ${result === undefined ? 'not tried' : result.works ? 'works' : '**fails**'} |`;
  });
  const table = `| tried in | |\n| --- | --- |\n${rows.join('\n')}\n`;
  const readme = join(ROOT, 'README.md');
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(
      /(<!-- npm run matrix -->\n)[\s\S]*?(<!-- end -->)/,
      (_, start, end) => `${start}${table}${end}`,
    ),
  );
}

try {
  setUp('chromium');
  if (!parameters.includes('--built')) await build();
  const cells = CELLS.filter(
    (cell) =>
      (!quick || cell.quick) &&
      (words.length === 0 || words.some((word) => cell.name.toLowerCase().includes(word.toLowerCase()))),
  );
  if (cells.length === 0)
    throw new Failure(`Nothing is called ${words.join(' or ')}; there are ${CELLS.map(({ name }) => name).join('; ')}.`);
  /** @type {import('../tests/matrix/matrix.mjs').Result[]} */
  const results = [];
  await matrix(cells, (result) => {
    results.push(result);
    const { cell, works, seconds, why } = result;
    console.log(`${works ? '✔' : '✖'} ${cell.name} (${seconds} s)${why ? `: ${why}` : ''}`);
    if (!quick && words.length === 0) write(results);
  });
  const failed = results.filter(({ works }) => !works);
  console.log(`matrix: ${results.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exit(1);
} catch (error) {
  fail(error);
}
