/** What the matrix tries, with the versions of each project. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CELLS } from '../../../tests/matrix/cells.mjs';

const MATRIX = fileURLToPath(new URL('../../../tests/matrix/', import.meta.url));

export default {
  watch: ['../../../tests/matrix/cells.mjs', '../../../tests/matrix/*/package.json'],
  /** @returns {{ name: string, project: string, quick: boolean, versions: Record<string, string> }[]} */
  load: () =>
    CELLS.map(({ name, project, quick = false }) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(MATRIX, project, 'package.json'), 'utf8'));
      return { name, project, quick, versions: { ...dependencies, ...devDependencies } };
    }),
};
