/**
 * When the page's markup may be changed. A framework that takes over what a server rendered compares the two: what it
 * finds changed it throws away, and what was typed with it.
 */

/** Milliseconds after which a page that still loads is taken for settled. */
const LATEST = 3_000;

let settled = false;
/** @type {Promise<void> | undefined} */
let settling;

export const hasSettled = () => settled;

/** @param {() => void} react Called at once where the page has settled. */
export function whenSettled(react) {
  if (settled) return react();
  settling ??= new Promise((resolve) => {
    const done = () => {
      settled = true;
      resolve();
    };
    const idle = () =>
      'requestIdleCallback' in globalThis ? requestIdleCallback(done, { timeout: LATEST }) : setTimeout(done, 200);
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, { once: true });
    setTimeout(done, LATEST);
  });
  settling.then(react);
}
