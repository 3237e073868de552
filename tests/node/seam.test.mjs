/** What tests/seam.rs pins in Rust, by what JavaScript does: an endpoint may be the same. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../dist/passmuster.js';

test('an endpoint may be the same in JavaScript as in Rust', async () => {
  const muster = await load();
  const lines = readFileSync(new URL('../data/endpoints.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  assert.ok(lines.length > 10);
  for (const line of lines) {
    const endpoint = line.slice(2);
    // Given up before anything is sent.
    const refusal = line.startsWith('+') ? { name: 'AbortError' } : { name: 'TypeError', message: /endpoint must be/ };
    await assert.rejects(muster.checkBreach('x', { endpoint, signal: AbortSignal.abort() }), refusal, endpoint);
  }
});
