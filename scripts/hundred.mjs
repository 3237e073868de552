/**
 * docs/reference/hundred-passwords.md: a hundred invented passwords, judged by zxcvbn, zxcvbn-ts and passmuster side by side. They
 * are made up for this page, by kinds that people use, and show what changes when a site moves; they measure nothing.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PASSWORDS } from '../docs/.vitepress/client/passwords.js';
import { ROOT } from './setup.mjs';

/** @param {string} password */
const cell = (password) => `\`${password.replaceAll('|', '\\|')}\``;

/** The page. dist/ is built already. */
export async function hundredPage() {
  const require = createRequire(import.meta.url);
  const zxcvbn = require('zxcvbn');
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const english = await import('@zxcvbn-ts/language-en');
  const ts = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  const { load, describe } = await import(join(ROOT, 'dist/node/passmuster.js'));
  const muster = await load();
  let count = 0;
  const moved = { refused: 0, accepted: 0 };
  /** @type {string[]} */
  const parts = [];
  for (const [kind, passwords] of Object.entries(PASSWORDS)) {
    const rows = [];
    for (const password of passwords) {
      const estimate = muster.estimate(password);
      const old = zxcvbn(password).score;
      const { reason } = await describe(estimate, { language: 'en' });
      count += 1;
      if (old >= 3 && estimate.score < 3) moved.refused += 1;
      if (old < 3 && estimate.score >= 3) moved.accepted += 1;
      rows.push(
        `| ${cell(password)} | ${old} | ${ts.check(password).score} | ${estimate.score} | ${estimate.guessesLog10.toFixed(1)} | ${reason} |`,
      );
    }
    parts.push(
      `## ${kind}\n\n| password | zxcvbn | zxcvbn-ts | passmuster | log10 of guesses | what passmuster says |\n| --- | :-: | :-: | :-: | ---: | --- |\n${rows.join('\n')}`,
    );
  }
  const version = (/** @type {string} */ name) => require(`${name}/package.json`).version;
  return `<!-- Written by scripts/hundred.mjs. -->

# A hundred passwords side by side

The scores, from 0 to 4, of ${count} passwords that were made up for this page: by zxcvbn ${version('zxcvbn')}, by zxcvbn-ts
${version('@zxcvbn-ts/core')} with its packages \`language-common\` and \`language-en\`, and by passmuster. Nobody knew anything of an owner. The scores mean
the same in all three: fewer than 10³, 10⁶, 10⁸, 10¹⁰ guesses, or more.

They show what changes, and measure nothing: they were not drawn from what people use. [How good the estimates are](../measured.md)
was measured on passwords that leaked.

At the score that most sites ask for, 3: passmuster refuses ${moved.refused} that zxcvbn lets pass, and accepts ${moved.accepted} that zxcvbn refuses.

${parts.join('\n\n')}
`;
}

export const COUNT = Object.values(PASSWORDS).flat().length;
