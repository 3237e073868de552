/** The figures of the README, by the name of their row: they stand there once, and are quoted from there. */

import { readFileSync } from 'node:fs';

const README = new URL('../../../README.md', import.meta.url);

export default {
  watch: ['../../../README.md'],
  /** @returns {{ columns: string[], rows: Record<string, string[]> }} */
  load() {
    const table = readFileSync(README, 'utf8').match(/^\| \| passmuster \|.*\n[\s\S]*?\n\n/m)?.[0];
    if (!table) throw new Error('README.md has no table of figures');
    const [heading, , ...rows] = table
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    return {
      columns: heading.slice(1, -1),
      rows: Object.fromEntries(rows.map(([name, ...cells]) => [name, cells.slice(0, -1)])),
    };
  },
};
