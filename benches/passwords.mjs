/**
 * What is estimated: every so many-th password of the list in `@zxcvbn-ts/language-common`, as it is, and with
 * the same prefix and suffix for all, so that no dictionary knows all of them; and strings crafted to be slow.
 */

import { createRequire } from 'node:module';

/** @type {string[]} From the most to the least popular. */
const list = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json');

const TAKEN = 300;
const step = Math.floor(list.length / TAKEN);

export const passwords = list
  .filter((_, index) => index % step === 0)
  .slice(0, TAKEN)
  .flatMap((password) => [password, `my${password}`, `${password}2026!`]);

/** Every character of these can stand for a letter, or for two: the most l33t readings a length can have. */
const CRAFTED = '4@8({[</369&#!1/|0$5+7%2/';

export const crafted = [16, 32, 64, 128, 256, 512, 1_024].map((length) =>
  CRAFTED.repeat(Math.ceil(length / CRAFTED.length)).slice(0, length),
);
