/**
 * What a range server learns by how it is asked. `told` is worked out from the log of prefixes alone, as whoever reads that log
 * could: the text so far and each character that may follow are hashed, and kept where the prefix is the one that was asked for.
 */

import { load } from '../../../dist/passmuster.js';

/** The printable characters of ASCII. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
/** Milliseconds: of rest before passmuster asks, and between the characters that are typed for the reader. */
const PAUSE = 800;
const TYPING = 350;
/** Made up. */
const EXAMPLE = 'otter-fjord-9';
/** The least score that passmuster asks for. */
const STRONG = 3;

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const field = /** @type {HTMLInputElement} */ (byId('learns-field'));
const play = /** @type {HTMLButtonElement} */ (byId('learns-play'));
const [told, log, own] = ['learns-told', 'learns-log', 'learns-own'].map(byId);
const engine = load();

/** The five hexadecimal digits that a range request holds. @param {string} text */
async function prefixOf(text) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)));
  return [...digest.slice(0, 3)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 5)
    .toUpperCase();
}

/** What fits the log, a prefix for each length of what was typed. @type {string[][]} */
let fitting = [['']];
/** Of one change after the other. */
let work = Promise.resolve();
let typed = '';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

/** @param {HTMLElement} list @param {string} prefix @param {string} words */
function note(list, prefix, words) {
  const item = document.createElement('li');
  const code = document.createElement('code');
  code.textContent = `GET /range/${prefix}`;
  item.append(code, ` ${words}`);
  list.append(item);
}

/** @param {string} text */
async function asked(text) {
  const prefix = await prefixOf(text);
  // A slip that was corrected is a prefix that the log knows already.
  fitting.length = Math.min(fitting.length, text.length);
  const before = fitting[text.length - 1] ?? [];
  const next = [];
  for (const start of before)
    for (const character of CHARACTERS) if ((await prefixOf(start + character)) === prefix) next.push(start + character);
  fitting[text.length] = next;
  told.textContent = next.length > 0 ? next.join(' or ') : 'nothing: too much came at once';
  note(
    log,
    prefix,
    next.length > 0 ? `fits ${next.length === 1 ? 'one text' : `${next.length} texts`} of 95` : 'fits nothing that it knows',
  );
}

async function rested() {
  const text = field.value;
  const { score } = (await engine).estimate(text);
  if (!text || text !== field.value) return;
  if (score >= STRONG) note(own, await prefixOf(text), 'fits a millionth of all passwords');
}

field.addEventListener('input', () => {
  const text = field.value;
  clearTimeout(resting);
  resting = setTimeout(rested, PAUSE);
  if (!text) {
    work = work.then(() => {
      fitting = [['']];
      told.textContent = 'nothing yet';
      log.replaceChildren();
      own.replaceChildren();
    });
  } else if (text !== typed) {
    work = work.then(() => asked(text));
  }
  typed = text;
});

play.addEventListener('click', async () => {
  play.disabled = true;
  for (const text of ['', ...Array.from(EXAMPLE, (_, index) => EXAMPLE.slice(0, index + 1))]) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, TYPING));
  }
  play.disabled = false;
});
