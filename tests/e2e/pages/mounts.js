/** Mounts and unmounts widgets by the thousand, and tells what is left. Runs in the page itself. */

import { load } from '/passmuster.js';

/** @param {string} tag @param {Record<string, string>} attributes @param {Element[]} children */
function build(tag, attributes, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
const field = (/** @type {string} */ id) =>
  build('input', { id, type: 'password', autocomplete: 'new-password', value: 'password123' });
const widget = (/** @type {string} */ id) => {
  const element = /** @type {any} */ (build('pass-muster', { for: id, endpoint: 'range/' }));
  element.ready();
  return element;
};
const place = (/** @type {Element[]} */ ...elements) => document.querySelector('main')?.replaceChildren(...elements);

/** Counts the listeners that are added to these targets without a signal, less those that are removed. @param {EventTarget[]} targets */
function countListeners(targets) {
  let count = 0;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (targets.includes(this) && !(/** @type {any} */ (options)?.signal)) count += 1;
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (targets.includes(this)) count -= 1;
    return removeEventListener.call(this, type, listener, options);
  };
  return () => count;
}

export async function run() {
  const { memory } = await (await load()).wasm.default();
  const input = field('one');
  const form = build('form', {}, [input, field('confirm')]);
  place(form);
  const listeners = countListeners([input, form, window]);
  const state = () => ({ bytes: memory.buffer.byteLength, html: form.outerHTML, listeners: listeners() });

  async function mount() {
    const element = widget('one');
    const mounted = new Promise((resolve) => element.addEventListener('passmuster-verdict', resolve, { once: true }));
    form.append(element);
    await mounted;
    element.remove();
  }
  for (let i = 0; i < 50; i += 1) await mount();
  const before = state();
  for (let i = 0; i < 1_000; i += 1) await mount();
  const after = state();

  const forms = Array.from({ length: 100 }, (_, i) => build('form', {}, [field(`f${i}`), widget(`f${i}`)]));
  const verdicts = () =>
    forms.map((form) => /** @type {HTMLElement} */ (form.querySelector('.passmuster-meter'))?.dataset.verdict);
  const bytes = [];
  for (let times = 0; times < 2; times += 1) {
    place(...forms);
    while (!verdicts().every((verdict) => verdict === 'weak')) await new Promise((resolve) => setTimeout(resolve, 10));
    place();
    bytes.push(memory.buffer.byteLength);
  }
  return { before, after, bytes };
}
