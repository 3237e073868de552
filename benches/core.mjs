/**
 * `node benches/core.mjs`: what an estimate takes by the plain wasm in Node, and how much of that is JSON: the same request is
 * also only refused, which is parsing it and wording an answer.
 */

import { readFileSync } from 'node:fs';
import { conformanceLines } from '../tests/conformance.mjs';

const start = performance.now();
const module = new WebAssembly.Module(readFileSync(new URL('../dist/core/passmuster.wasm', import.meta.url)));
const wasm = /** @type {any} */ (new WebAssembly.Instance(module).exports);
const loaded = performance.now();

/** @param {object} request */
function estimate(request) {
  const bytes = Buffer.from(JSON.stringify(request));
  const pointer = wasm.passmuster_alloc(bytes.length);
  Buffer.from(wasm.memory.buffer).set(bytes, pointer);
  const packed = BigInt.asUintN(64, wasm.passmuster_estimate(pointer, bytes.length));
  const [at, length] = [Number(packed >> 32n), Number(packed & 0xffffffffn)];
  const answer = JSON.parse(Buffer.from(wasm.memory.buffer, at, length).toString());
  wasm.passmuster_free(at);
  return answer;
}

const requests = conformanceLines()
  .filter(({ file }) => file === 'passwords.jsonl')
  .map(({ request }) => request);
/** @type {{ estimate: number[], refuse: number[] }} */
const times = { estimate: [], refuse: [] };
for (let round = 0; round < 60; round += 1) {
  for (const request of requests) {
    for (const [kind, asked] of /** @type {['estimate' | 'refuse', object][]} */ ([
      ['estimate', request],
      ['refuse', { ...request, unknown: 1 }],
    ])) {
      const before = performance.now();
      estimate(asked);
      // The first rounds are of code that is not yet compiled to the last.
      if (round >= 20) times[kind].push((performance.now() - before) * 1_000);
    }
  }
}
const quantile = (/** @type {number[]} */ all, /** @type {number} */ share) =>
  all.toSorted((a, b) => a - b)[Math.floor(share * (all.length - 1))].toFixed(1);
console.log(`load ${(loaded - start).toFixed(1)} ms`);
for (const [kind, all] of Object.entries(times))
  console.log(`${kind}: median ${quantile(all, 0.5)} µs, 99th percentile ${quantile(all, 0.99)} µs`);
