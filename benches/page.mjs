/** The course in a page: `await run(order)`. */

import { run } from './course.mjs';

Object.assign(globalThis, {
  run: (/** @type {{ name: string, passwords: string[], crafted: string[] }} */ order) =>
    run((answer, failed) => {
      const worker = new Worker('worker.js', { type: 'module' });
      worker.addEventListener('message', ({ data }) => answer(data));
      worker.addEventListener('error', ({ message }) => failed(new Error(message)));
      return worker;
    }, order),
});
