/** `checkBreach()` in a worker of each browser. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browsers } from '../browsers.mjs';
import { servePackage } from './page.mjs';
import { PASSWORD, cases, startFaults } from './server.mjs';

const WORKER = `
  import { load } from '/passmuster.js';
  const muster = await load();
  addEventListener('message', async ({ data: [password, endpoint] }) => {
    postMessage(await muster.checkBreach(password, { endpoint, timeout: 1000 }));
  });
  postMessage('ready');`;

/** @type {Awaited<ReturnType<typeof startFaults>>} */
let faults;
/** @type {Awaited<ReturnType<typeof servePackage>>} */
let page;
before(async () => {
  faults = await startFaults();
  page = await servePackage({ '/worker.js': WORKER });
});
after(() => {
  faults.close();
  page.close();
});

/** What the worker answers in a page. */
const ASK = `
  const [password, endpoints, done] = arguments;
  const worker = new Worker('/worker.js', { type: 'module' });
  const answers = [];
  worker.onerror = ({ message }) => done(message);
  worker.onmessage = ({ data }) => {
    if (data !== 'ready') answers.push(data.status + (data.reason ?? data.count));
    if (answers.length === endpoints.length) return done(answers);
    worker.postMessage([password, endpoints[answers.length]]);
  };`;

for (const { name, launch } of browsers) {
  test(`a worker in ${name} learns what a page would`, async () => {
    const driver = await launch();
    try {
      await driver.get(page.url);
      const endpoints = ['a right answer', 'hang in the middle of the body', 'missing CORS header'].map((wanted) => {
        const fault = cases.find((fault) => fault.name === wanted);
        assert.ok(fault, wanted);
        return faults.endpoint(fault, `worker-${name}`);
      });
      const answers = await driver.executeAsyncScript(ASK, PASSWORD, endpoints);
      assert.deepEqual(answers, ['found41', 'unknowntimeout', 'unknownnetwork']);
    } finally {
      await driver.quit();
    }
  });
}
