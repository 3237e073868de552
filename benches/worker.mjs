/**
 * Measures one estimator in a worker, of Node or of a browser: a worker can be ended while it computes.
 *
 * Told `{ name, passwords, crafted }`, it answers `{ typical: milliseconds[] }`, then `{ crafted: milliseconds }`
 * for each crafted string in turn, and at last `{ heap: bytes[] }`, its memory before and after.
 */

import { estimators } from './estimators.mjs';

/** A password is estimated again and again for so many milliseconds: clocks are coarse, in browsers above all. */
const SPAN = 0.5;
const ROUNDS = 3;
/** Estimates between the two looks at the memory. */
const MANY = 100_000;

const parent = 'WorkerGlobalScope' in globalThis ? null : (await import('node:worker_threads')).parentPort;
/** @param {unknown} message */
const post = (message) => (parent ?? globalThis).postMessage(message);

/** Milliseconds of one call. @param {() => void} call */
function time(call) {
  const start = performance.now();
  let calls = 0;
  let passed = 0;
  do {
    call();
    calls++;
    passed = performance.now() - start;
  } while (passed < SPAN);
  return passed / calls;
}

/** @param {{ name: string, passwords: string[], crafted: string[] }} order */
async function measure({ name, passwords, crafted }) {
  const { estimate, heap } = await estimators[name]();
  // The first round warms up. Of the others each password's median counts: one that a pause of the garbage
  // collector or of another process fell into is not slow.
  const rounds = Array.from({ length: 1 + ROUNDS }, () => passwords.map((password) => time(() => estimate(password))));
  const typical = passwords.map(
    (_, index) =>
      rounds
        .slice(1)
        .map((round) => round[index])
        .sort((a, b) => a - b)[Math.floor(ROUNDS / 2)],
  );
  post({ typical });

  for (const password of crafted) post({ crafted: time(() => estimate(password)) });

  if (!heap) return post({ heap: null });
  const before = await heap();
  for (let done = 0; done < MANY; done++) estimate(passwords[done % passwords.length]);
  post({ heap: [before, await heap()] });
}

if (parent) parent.on('message', measure);
else globalThis.addEventListener('message', ({ data }) => measure(data));
