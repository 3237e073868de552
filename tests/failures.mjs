/**
 * A reporter of `node --test`: one JSON object a line for each failed test of a browser's suite, with what it says of
 * the driver.
 */

/**
 * What selenium-webdriver says where the driver lost its session or connection, or the browser went away. Anything else
 * is the test's own failure: also a time-out, for that is what a widget that hangs looks like.
 */
const LOST =
  /NoSuchSessionError|SessionNotCreatedError|invalid session id|session not created|chrome not reachable|disconnected: |(page|tab|renderer) crashed|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Failed to decode response from marionette|Browsing context has been discarded/i;

/** @typedef {{ name: string, suite: string, lost: boolean, message: string }} FailedTest */

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* failures(events) {
  /** The failed tests whose suite has not been told of yet. @type {Omit<FailedTest, 'suite'>[]} */
  let pending = [];
  for await (const { type, data } of events) {
    if (type !== 'test:fail') continue;
    const { error } = data.details;
    const text = `${error?.cause?.stack ?? error?.cause ?? error?.stack ?? error}`;
    const kind = error?.failureType;
    // What was never run because its suite could not start, and a suite whose tests failed, say nothing of their own.
    if (kind !== 'cancelledByParent' && kind !== 'subtestsFailed')
      pending.push({ name: data.name, lost: LOST.test(text), message: text.split('\n')[0] });
    if (data.nesting > 0) continue;
    for (const failed of pending) yield `${JSON.stringify({ ...failed, suite: data.name })}\n`;
    pending = [];
  }
}
