/**
 * Pages whose own code throws and returns nonsense at random. After each, the form has been sent or is refused with
 * words, and no password is left in the wasm's memory. Runs in the page itself.
 */

import { load } from '/passmuster.js';
import { answer, nonsense, pick, randomBy } from '/tests/nonsense.mjs';
import { found, traces } from '/tests/memory.mjs';

// As they are before a host breaks them.
const { setTimeout, performance } = globalThis;
const now = performance.now.bind(performance);
const wait = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const textOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const { dispatchEvent } = EventTarget.prototype;
const { requestSubmit } = HTMLFormElement.prototype;
const { click } = HTMLElement.prototype;

/** Milliseconds after which a form counts as stuck: its time-out is 100. */
const STUCK = 30_000;
/** What every host does wrong is undone by these. @type {(() => void)[]} */
let undo = [];

/** @param {any} object @param {string} name @param {PropertyDescriptor} descriptor */
function replace(object, name, descriptor) {
  const own = Object.getOwnPropertyDescriptor(object, name);
  try {
    Object.defineProperty(object, name, { configurable: true, ...descriptor });
  } catch {
    return;
  }
  undo.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)));
}

/** @param {() => number} random @param {any} object @param {string} name */
const broken = (random, object, name) =>
  replace(object, name, {
    writable: true,
    value:
      random() < 0.4
        ? () => {
            throw new Error('The page’s own code is broken.');
          }
        : () => nonsense(random),
  });

/** What a page brings of its own. @type {Record<string, (random: () => number) => void>} */
const PARTS = {
  crypto: (random) => broken(random, crypto, 'getRandomValues'),
  intl: (random) =>
    broken(random, Intl, pick(random, ['Segmenter', 'PluralRules', 'NumberFormat', 'getCanonicalLocales', 'Locale'])),
  clock: (random) => broken(random, performance, 'now'),
  abort: (random) => broken(random, globalThis, 'AbortController'),
  clipboard: (random) => replace(navigator, 'clipboard', { get: () => nonsense(random) }),
  timers: (random) => broken(random, globalThis, pick(random, ['setTimeout', 'clearTimeout', 'setInterval', 'queueMicrotask'])),
  storage: (random) => replace(globalThis, pick(random, ['localStorage', 'sessionStorage']), { get: () => nonsense(random) }),
};
/** Prototypes that a page has changed since the script was loaded: the widget may be unable to do its work then. */
const PROTOTYPES = {
  string: (/** @type {() => number} */ random) =>
    broken(random, String.prototype, pick(random, ['normalize', 'replaceAll', 'trim'])),
  bytes: (/** @type {() => number} */ random) => broken(random, Uint8Array.prototype, 'set'),
  json: (/** @type {() => number} */ random) => broken(random, JSON, 'parse'),
  value: (/** @type {() => number} */ random) =>
    replace(HTMLInputElement.prototype, 'value', { get: () => nonsense(random), set: textOf?.set }),
  elements: (/** @type {() => number} */ random) =>
    replace(HTMLFormElement.prototype, 'elements', { get: () => nonsense(random) }),
  events: (/** @type {() => number} */ random) =>
    broken(random, EventTarget.prototype, pick(random, ['addEventListener', 'removeEventListener', 'dispatchEvent'])),
  attributes: (/** @type {() => number} */ random) =>
    broken(random, Element.prototype, pick(random, ['setAttribute', 'removeAttribute', 'hasAttribute', 'matches', 'closest'])),
};

/**
 * @param {number} seed
 * @param {{ prototypes: boolean }} options
 * @returns {Promise<{ passwords: string[], what: string[], outcome: string }>}
 */
async function host(seed, { prototypes }) {
  const random = randomBy(seed);
  // Not by the page's generator, which may be broken.
  const letters = (/** @type {number} */ length) =>
    Array.from({ length }, () => pick(random, [...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'])).join('');
  const weak = random() < 0.4;
  const password = weak ? `zebra${letters(1)}` : `${letters(18)}-${letters(8)}`;
  const form = document.createElement('form');
  const field = document.createElement('input');
  const element = /** @type {any} */ (document.createElement('pass-muster'));
  field.id = `host-${seed}`;
  field.type = 'password';
  field.autocomplete = 'new-password';
  element.setAttribute('for', field.id);
  element.setAttribute('endpoint', `/nowhere-${seed}/`);
  element.setAttribute('timeout', '100');
  form.append(field, element);
  let sent = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent = true;
  });
  const what = [];
  replace(globalThis, 'fetch', {
    writable: true,
    value:
      random() < 0.1
        ? () => {
            throw new Error('no fetch');
          }
        : () => answer(random),
  });
  if (random() < 0.4) {
    what.push('context');
    const context = random() < 0.5 ? nonsense(random) : [nonsense(random), password.slice(0, 5), nonsense(random)];
    try {
      element.context = context;
    } catch {
      /* Refused with words. */
    }
  }
  if (random() < 0.4) {
    what.push('messages');
    const messages = random() < 0.5 ? nonsense(random) : new Proxy({}, { get: () => nonsense(random) });
    try {
      element.messages = messages;
    } catch {
      /* Refused with words. */
    }
  }
  for (const [name, part] of Object.entries(PARTS)) {
    if (random() > 0.2) continue;
    what.push(name);
    part(random);
  }
  // Connected first: what cannot be mounted leaves the form as it was.
  document.querySelector('main')?.append(form);
  if (prototypes) {
    const name = pick(random, Object.keys(PROTOTYPES));
    what.push(name);
    await element.check();
    await wait(5);
    PROTOTYPES[/** @type {keyof typeof PROTOTYPES} */ (name)](random);
  }
  const type = (/** @type {string} */ text) => {
    textOf?.set?.call(field, text);
    dispatchEvent.call(field, new Event('input', { bubbles: true }));
  };
  type(password.slice(0, 4));
  await wait(random() < 0.5 ? 0 : 10);
  type(password);
  if (random() < 0.2) dispatchEvent.call(field, new Event('blur'));
  if (random() < 0.2)
    for (const button of form.getElementsByTagName('button')) if (button.className === 'passmuster-button') click.call(button);
  await wait(random() < 0.5 ? 0 : 10);
  const typed = String(textOf?.get?.call(field));
  if (typed !== password) type(password);
  const start = now();
  requestSubmit.call(form);
  const refused = () => !field.validity.valid && /\S/.test(field.validationMessage);
  while (!sent && !refused() && now() - start < STUCK) await wait(5);
  // What is decided later is decided by then.
  if (random() < 0.2) await wait(120);
  const outcome = sent ? (weak && !prototypes ? 'weak, and sent' : 'sent') : refused() ? 'refused' : 'stuck';
  for (const restore of undo.reverse()) restore();
  undo = [];
  form.remove();
  form.replaceChildren();
  return { passwords: [password, typed], what, outcome };
}

/** @param {{ count: number, seed: number, prototypes: boolean }} options */
export async function run({ count, seed, prototypes }) {
  // The engine's code is there before anything is broken; that it cannot be had is another test's.
  const { memory } = await (await load()).wasm.default();
  /** @type {Record<string, number>} */
  const outcomes = {};
  /** @type {string[]} */
  const failures = [];
  /** @type {string[]} */
  let passwords = [];
  globalThis.addEventListener('error', (event) => event.preventDefault());
  globalThis.addEventListener('unhandledrejection', (event) => event.preventDefault());
  console.error = () => {};
  for (let i = 0; i < count; i++) {
    const { passwords: typed, what, outcome } = await host(seed + i, { prototypes });
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (!['sent', 'refused'].includes(outcome)) failures.push(`host ${seed + i} (${what.join(', ')}): ${outcome}`);
    passwords.push(...typed.filter((text) => text.length > 8));
    if (i % 50 !== 49 && i < count - 1) continue;
    // Answers that were waited for are given up by then.
    await wait(300);
    for (const password of new Set(passwords)) {
      const left = found(
        memory.buffer,
        (await traces(password)).filter(([name]) => !/part/.test(name)),
      );
      if (left.length > 0)
        failures.push(`host ${seed + i - 49}..${seed + i}: a password is left in memory as ${left.join(', ')}`);
    }
    passwords = [];
  }
  return { outcomes, failures };
}
