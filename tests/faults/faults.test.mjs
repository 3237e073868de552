/** The answers to an endpoint that misbehaves. How soon they come is measured by table.mjs. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clients } from './clients.mjs';
import { cases, expected, startFaults } from './server.mjs';

/** Milliseconds: enough for `Retry-After: 1` and its jitter. */
const TIMEOUT = 2_000;

/** @type {Awaited<ReturnType<typeof startFaults>>} */
let faults;
before(async () => {
  faults = await startFaults();
});
after(() => faults.close());

for (const client of clients) {
  describe(`asked from ${client.name}`, () => {
    /** @type {import('./clients.mjs').Asker} */
    let asker;
    before(async () => {
      asker = await client.open();
    });
    after(() => asker?.close());

    for (const fault of cases) {
      const answer = expected(fault, client);
      test(`${fault.name}: ${answer}`, async () => {
        assert.equal((await asker.ask(faults.endpoint(fault, client.name), TIMEOUT)).answer, answer);
      });
    }
  });
}
