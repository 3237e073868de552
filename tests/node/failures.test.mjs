/** Which failures of browser tests are the driver's, and are run once more. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import failures from '../failures.mjs';

/** @param {string} name @param {number} nesting @param {Error | undefined} cause @param {string} [failureType] */
const fail = (name, nesting, cause, failureType = 'testCodeFailure') => ({
  type: 'test:fail',
  data: { name, nesting, details: { error: Object.assign(new Error(cause?.message), { cause, failureType }) } },
});

/** @param {ReturnType<typeof fail>[]} events */
async function told(events) {
  const stream = (async function* () {
    yield* events;
  })();
  const lines = [];
  for await (const line of failures(stream)) lines.push(JSON.parse(line));
  return lines.map(({ suite, name, lost }) => [suite, name, lost]);
}

/** @param {string} name @param {string} message */
function driverError(name, message) {
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}\n    at somewhere`;
  return error;
}

test('a lost session or connection is told from a failed assertion and from a time-out', async () => {
  const events = [
    fail('loses its session', 1, driverError('NoSuchSessionError', 'invalid session id')),
    fail('loses its connection', 1, new Error('ECONNREFUSED connect ECONNREFUSED 127.0.0.1:4444')),
    fail('asserts', 1, new Error('Expected values to be strictly equal')),
    fail('waits in vain', 1, driverError('TimeoutError', 'Wait timed out after 3000ms')),
    fail('forms in Chromium', 0, undefined, 'subtestsFailed'),
  ];
  assert.deepEqual(await told(events), [
    ['forms in Chromium', 'loses its session', true],
    ['forms in Chromium', 'loses its connection', true],
    ['forms in Chromium', 'asserts', false],
    ['forms in Chromium', 'waits in vain', false],
  ]);
});

test('a suite that cannot start counts once, and not once for each of its tests', async () => {
  const events = [
    fail('never ran', 1, new Error('test did not finish before its parent and was cancelled'), 'cancelledByParent'),
    fail('forms in Firefox', 0, driverError('SessionNotCreatedError', 'session not created'), 'hookFailed'),
  ];
  assert.deepEqual(await told(events), [['forms in Firefox', 'forms in Firefox', true]]);
});
