/** The page that explains an estimate: `load()` and `estimate()`, and what they answer with, at every keystroke. */

import { load } from '../passmuster.js';

const EXAMPLES = [
  'password123',
  'P@ssw0rd!',
  'qwertz2024',
  'jane.doe1987',
  'lemonlemonlemon',
  'nemvxyheqdd5oqxyxyzi',
  'violet-umbrella-fjord',
];

/** What a part can be taken for. @type {Record<string, string>} */
const KINDS = {
  characters: 'characters as people write them',
  word: 'a popular password, word or name',
  'keyboard-walk': 'keys side by side',
  repeat: 'something repeated',
  sequence: 'a sequence',
  year: 'a year',
  date: 'a date',
  personal: 'what is known of its owner',
  'current-password': 'the current password, or close to it',
};

/**
 * Who guesses, and how often a second.
 * Source: the four attacks of Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
 * @type {[who: string, rate: number][]}
 */
const ATTACKS = [
  ['At a login that allows 100 an hour', 100 / 3_600],
  ['At a login that allows 10 a second', 10],
  ['With a stolen slow hash, 10,000 a second', 1e4],
  ['With a stolen fast hash, 10 billion a second', 1e10],
];
/** Seconds of a unit. @type {[unit: string, seconds: number][]} */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const CENTURY = 3_155_760_000;

/** More parts than anybody reads. */
const MOST_PARTS = 200;
/** Milliseconds for which an estimate is repeated to take its time, for a browser's clock is a coarse one. */
const TIMING = 4;

/** @template {Element} T @param {string} id @param {new () => T} type @returns {T} */
function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`#${id} is no ${type.name}`);
  return element;
}
const fields = ['password', 'name', 'email', 'current'].map((id) => byId(id, HTMLInputElement));
const [password, name, email, current] = fields;

/** @param {string} tag @param {(Node | string)[]} children @param {Record<string, string>} [attributes] */
function make(tag, children, attributes = {}) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A number of guesses in words, or as a power of ten. @param {number} log10 */
function guesses(log10) {
  if (log10 < 3) return [String(Math.round(10 ** log10))];
  if (log10 < 15) {
    const options = /** @type {const} */ ({
      notation: log10 < 4 ? 'standard' : 'compact',
      compactDisplay: 'long',
      maximumSignificantDigits: 2,
    });
    return [new Intl.NumberFormat('en', options).format(10 ** log10)];
  }
  return ['10', make('sup', [String(Math.round(log10))])];
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds < 1) return 'less than a second';
  if (seconds >= CENTURY) return 'centuries';
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? UNITS[UNITS.length - 1];
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    seconds / length,
  );
}

/** @param {string} label @param {(Node | string)[]} value */
const row = (label, value) => make('tr', [make('th', [label], { scope: 'row' }), make('td', value)]);

/** Names of the API's, or a dash. @param {(string | null)[]} names */
const codes = (names) => {
  const present = names.filter((name) => name !== null);
  return present.length > 0 ? present.flatMap((name, index) => [index > 0 ? ', ' : '', make('code', [name])]) : ['none'];
};

/** @param {string} id @param {Node[]} rows */
const fill = (id, rows) => byId(id, HTMLTableElement).tBodies[0].replaceChildren(...rows);

/** Microseconds that an estimate takes, the mean of as many as fit. @param {() => void} estimate */
function time(estimate) {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    estimate();
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < TIMING);
  return { microseconds: (elapsed / runs) * 1_000, runs };
}

/** @param {import('../passmuster.js').Passmuster} muster */
function explain(muster) {
  const options = { context: [name.value, email.value], currentPassword: current.value };
  const estimate = () => muster.estimate(password.value, options);
  const { score, guessesLog10, warning, suggestions, sequence } = estimate();
  const { microseconds, runs } = time(estimate);
  // Its parts are counted in the NFC form.
  const text = password.value.normalize();
  const shown = sequence.slice(0, MOST_PARTS);
  const parts = shown.map(({ kind, start, end }) => make('mark', [text.slice(start, end)], { 'data-kind': kind }));
  byId('text', HTMLElement).replaceChildren(
    ...(parts.length > 0 ? parts : ['Nothing typed yet']),
    ...(sequence.length > MOST_PARTS ? ['…'] : []),
  );
  fill(
    'parts',
    shown.map(({ kind, start, end, guessesLog10 }) =>
      make('tr', [
        make('td', [make('mark', [text.slice(start, end)], { 'data-kind': kind })]),
        make('td', [KINDS[kind] ?? '', ' ', make('code', [kind])]),
        make('td', guesses(guessesLog10), { class: 'number' }),
      ]),
    ),
  );
  fill('whole', [
    row('Guesses', ['about ', ...guesses(guessesLog10)]),
    row('Score', [`${score} of 4`]),
    row('Warning', codes([warning])),
    row('Suggestions', codes(suggestions)),
    row('Worked out in', [
      `${new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(microseconds)} µs, the mean of ${runs} runs just now`,
    ]),
  ]);
  fill(
    'times',
    ATTACKS.map(([who, rate]) => row(who, [duration(10 ** guessesLog10 / rate)])),
  );
}

byId('examples', HTMLElement).append(
  ...EXAMPLES.map((example) => {
    const button = make('button', [example], { type: 'button', class: 'example' });
    button.addEventListener('click', () => {
      password.value = example;
      password.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return button;
  }),
);
password.form?.addEventListener('submit', (event) => event.preventDefault());

try {
  const muster = await load();
  for (const field of fields) field.addEventListener('input', () => explain(muster));
  explain(muster);
} catch {
  byId('text', HTMLElement).textContent = 'The engine cannot run here: nothing can be explained.';
}
