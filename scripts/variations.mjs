/**
 * `npm run variations`: of 1,000 weak passwords, how many variations reach the least score, and what was added at random.
 *
 * The passwords are every so many of the list in the development package `@zxcvbn-ts/language-common`, as they are,
 * capitalised, and with a year or a sign after them; those are taken that the engine scores below 3.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, fail } from './setup.mjs';

const COUNT = 1_000;
const LEAST_SCORES = [3, 4];

/** What people do to a word. @type {((word: string) => string)[]} */
const HABITS = [
  (word) => word,
  (word) => word[0].toUpperCase() + word.slice(1),
  (word) => `${word}2024`,
  (word) => `${word[0].toUpperCase()}${word.slice(1)}1!`,
];

/** @param {import('../www/passmuster.js').Passmuster} muster @param {string[]} list */
function weakOnes(muster, list) {
  const step = Math.floor(list.length / COUNT / 1.5);
  /** @type {string[]} */
  const weak = [];
  for (let place = 0; weak.length < COUNT && place < list.length; place += step) {
    const password = HABITS[weak.length % HABITS.length](list[place]);
    if (muster.estimate(password).score < 3) weak.push(password);
  }
  return weak;
}

try {
  const { load } = await import(join(ROOT, 'dist/node/passmuster.js'));
  const muster = /** @type {import('../www/passmuster.js').Passmuster} */ (await load());
  const list = /** @type {string[]} */ (createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json'));
  const weak = weakOnes(muster, list);
  for (const minScore of LEAST_SCORES) {
    /** @type {number[]} */
    const bits = [];
    let kept = 0;
    for (const password of weak) {
      const varied = await muster.vary(password, { minScore }).catch(() => undefined);
      if (!varied || muster.estimate(varied.password).score < minScore) continue;
      bits.push(varied.bits);
      // What was typed stands in it, in one piece or around the words.
      let at = 0;
      for (const char of varied.password) if (char === password[at]) at++;
      if (at === password.length) kept++;
    }
    bits.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => bits[Math.floor((bits.length - 1) * share)]?.toFixed(1);
    console.log(
      `score ${minScore}: ${bits.length} of ${weak.length} variations accepted, ${kept} with all that was typed; ` +
        `random bits: least ${at(0)}, median ${at(0.5)}, most ${at(1)}`,
    );
  }
} catch (error) {
  fail(error);
}
