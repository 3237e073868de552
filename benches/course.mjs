/** Takes one estimator over the course: typical passwords, crafted ones, many. Runs in Node and in a page. */

/**
 * @typedef {object} Result
 * @property {number[]} typical Milliseconds for each password.
 * @property {(number | null)[]} crafted Milliseconds for each crafted string; `null` where it took longer than
 *   the cut-off, or a shorter one did.
 * @property {[number, number] | null} heap Bytes before and after many estimates.
 *
 * @typedef {object} Running A worker, of Node's or of a browser's kind.
 * @property {(message: unknown) => void} postMessage
 * @property {() => unknown} terminate
 */

/** Milliseconds after which a crafted string is given up. */
export const CUT_OFF = 10_000;

/**
 * @param {(answer: (message: any) => void, failed: (error: unknown) => void) => Running} startWorker
 * @param {{ name: string, passwords: string[], crafted: string[] }} order
 * @returns {Promise<Result>}
 */
export function run(startWorker, order) {
  return new Promise((resolve, reject) => {
    /** @type {Result} */
    const result = { typical: [], crafted: [], heap: null };
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let cutOff;
    const finish = () => {
      clearTimeout(cutOff);
      worker.terminate();
      while (result.crafted.length < order.crafted.length) result.crafted.push(null);
      resolve(result);
    };
    const worker = startWorker(
      (message) => {
        clearTimeout(cutOff);
        if (message.typical) result.typical = message.typical;
        if (message.crafted !== undefined) result.crafted.push(message.crafted);
        if (message.heap !== undefined) {
          result.heap = message.heap;
          finish();
        } else if (result.crafted.length < order.crafted.length) {
          cutOff = setTimeout(finish, CUT_OFF);
        }
      },
      (error) => {
        clearTimeout(cutOff);
        reject(error);
      },
    );
    worker.postMessage(order);
  });
}
