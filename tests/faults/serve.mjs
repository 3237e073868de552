/**
 * The endpoint that misbehaves, for clients in other languages: `node tests/faults/serve.mjs` prints one line of JSON, the
 * password to ask for and each case with its endpoints and the expected answer, and serves until its input ends.
 *
 * The answers are those of the crate's client, which the others are made of.
 */

import { PASSWORD, cases, expected, startFaults } from './server.mjs';

const RUST = { name: 'Rust' };
const faults = await startFaults();
console.log(
  JSON.stringify({
    password: PASSWORD,
    cases: cases.map((fault) => ({
      name: fault.name,
      expected: expected(fault, RUST),
      endpoint: faults.endpoint(fault, 'sync'),
      asyncEndpoint: faults.endpoint(fault, 'async'),
    })),
  }),
);
process.stdin.resume().once('end', () => faults.close());
