/**
 * `node tests/faults/table.mjs`: asks the endpoint that misbehaves for every case, from every client, with the
 * default time-out, and writes what came of it, and when, into docs/breach.md.
 *
 * It ends with exit status 1 where an answer is another than expected, or later than the time-out and 200 ms.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { clients } from './clients.mjs';
import { cases, expected, startFaults } from './server.mjs';

const TIMEOUT = 3_000;
const GRACE = 200;
const DOCUMENT = new URL('../../docs/breach.md', import.meta.url);
const BEGIN = '<!-- The table of faults, by `node tests/faults/table.mjs`. -->\n';
const END = '<!-- End of the table. -->';

const faults = await startFaults();
/** @type {import('./clients.mjs').Verdict[][]} */
const verdicts = cases.map(() => []);
let wrong = 0;
for (const client of clients) {
  const { ask, close } = await client.open();
  try {
    // The first question pays for starting up; its time is none of an endpoint's.
    await ask(faults.endpoint(cases[0], `${client.name}-warm-up`), TIMEOUT);
    for (const [index, fault] of cases.entries()) {
      const verdict = await ask(faults.endpoint(fault, client.name), TIMEOUT);
      verdicts[index].push(verdict);
      const right = expected(fault, client);
      if (verdict.answer !== right || verdict.milliseconds > TIMEOUT + GRACE) {
        wrong += 1;
        console.error(
          `${client.name}, ${fault.name}: ${verdict.answer} after ${verdict.milliseconds.toFixed()} ms, not ${right}`,
        );
      }
    }
  } finally {
    await close();
  }
}
faults.close();

const header = `| the server | the answer | ${clients.map(({ name }) => name).join(' | ')} |\n| --- | --- |${' ---: |'.repeat(clients.length)}\n`;
const rows = cases.map(({ name, expect, except = {} }, index) => {
  const answers = [expect, ...Object.entries(except).map(([where, answer]) => `in ${where} ${answer}`)];
  return `| ${name} | ${answers.join('; ')} | ${verdicts[index].map(({ milliseconds }) => milliseconds.toFixed()).join(' | ')} |`;
});
const slowest = Math.max(...verdicts.flat().map(({ milliseconds }) => milliseconds));
const table = `${header}${rows.join('\n')}\n\nThe slowest of these ${verdicts.flat().length} took ${slowest.toFixed()} ms.\n`;
const document = await readFile(DOCUMENT, 'utf8');
const [before, rest] = document.split(BEGIN);
await writeFile(DOCUMENT, `${before}${BEGIN}\n${table}\n${END}${rest.split(END)[1]}`);
console.log(table);
process.exit(wrong > 0 ? 1 : 0);
