/**
 * docs/reference/hundred-passwords.md: a hundred invented passwords, judged by zxcvbn, zxcvbn-ts and passmuster side by side. They
 * are made up for this page, by kinds that people use, and show what changes when a site moves; they measure nothing.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** @type {Record<string, string[]>} */
const PASSWORDS = {
  'A word, and what is put behind it': [
    'sunshine',
    'Sunshine1',
    'sunshine2024',
    'Sunshine2024!',
    'kitchen7',
    'Kitchen!7',
    'teapot99',
    'Teapot99$',
    'Monday2023',
    'Autumn2025!',
    'November11',
    'welcome123',
  ],
  'Letters replaced': ['p4ssw0rd', 'P@55w0rd!', 'm0nk3y12', 'Dr4g0nfly', 'w3lc0me!', '$unfl0wer', 'h4mst3r!', 'Cl3menT1ne'],
  'Keys side by side': [
    'qwertyuiop',
    'qazwsxedc',
    '1qaz2wsx',
    'zxcvbnm,./',
    'qwertz2024',
    'poiuytrewq',
    'asdf1234',
    '!QAZ@WSX3edc',
  ],
  'Dates and years': ['14071989', '1989-07-14', '14.07.1989', 'july141989', '31121999!', '20240229', 'since1987', '2019to2024'],
  Names: ['michael88', 'Jessica1992', 'thomas&anna', 'AnnaLovesTom', 'rover2015', 'Bella&Max12', 'Oliver.Smith', 'grandma_rose'],
  'Repeats and sequences': [
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefgh123',
    '112233445566',
    'lemonlemonlemon',
    'xyzxyz789',
    '9876543210',
    'haHAhaHAha',
  ],
  'Sayings, lines and sites': [
    'letmeinplease',
    'iloveyouforever',
    'tobeornottobe',
    'MayTheForce4',
    'youshallnotpass',
    'facebook2023',
    'netflixandchill',
    'openthedoor1',
    'gooutsideandplay',
    'ninetyninebottles',
    'UnderTheBridge',
    'dancingqueen76',
  ],
  'Of other languages': [
    'schatzi2022',
    'Passwort!23',
    'bonjour1789',
    'contraseña12',
    'mariposa77',
    'dragostea1',
    'kuningas55',
    'amoremio2020',
  ],
  'Two words and a sign': [
    'blue-kettle',
    'Fox_Candle9',
    'river.stone4',
    'PaperMoon!21',
    'silentOtter7',
    'copperbucket',
    'window&cheese',
    'GreenTractor3',
  ],
  'Three words and more': [
    'otter-candle-fjord',
    'brass lantern picnic',
    'seventeenMossyAnchors',
    'velvet-drum-orchard-nine',
    'penguin tax umbrella',
    'quietharbourmustard',
    'my cousin sells blue tractors',
    'six grey herons at noon',
  ],
  'By chance': [
    'tq8vzk',
    'k3Vd9wQz',
    'zR7#mw2K',
    'xw4nq0bfjt',
    'Vt!9kq2ZpL',
    '7hG2kd9QxWb4',
    'nemvxyheqdd5oq',
    'G5$k!w9Zr@2pXv',
    'ublqhzrkyvtx',
    'tN4v-8xQp-Lm2w',
    '83926150',
    '4718205936174',
  ],
};

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

They show what changes, and measure nothing: they were not drawn from what people use. [How good the estimates are](../../README.md)
was measured on passwords that leaked.

At the score that most sites ask for, 3: passmuster refuses ${moved.refused} that zxcvbn lets pass, and accepts ${moved.accepted} that zxcvbn refuses.

${parts.join('\n\n')}
`;
}

export const COUNT = Object.values(PASSWORDS).flat().length;
