/**
 * What a page may hand over where something else is expected: values of every kind, members that throw, promises that
 * never settle. At random, but by a seed. For Node and, by its text, for pages.
 */

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). @param {number} seed */
export function randomBy(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {() => number} random @param {readonly T[]} list @returns {T} */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Throws, as a page's broken code does. @returns {never} */
const fail = () => {
  throw new Error('The page’s own code is broken.');
};

/** What is taken for a promise. @param {PropertyDescriptor} then */
const thenable = (then) => Object.defineProperty({}, 'then', then);

/** A promise at whose rejection nobody may look. @param {Promise<unknown>} promise */
function unseen(promise) {
  promise.catch(() => {});
  return promise;
}

/**
 * A value that is not what was asked for.
 *
 * @param {() => number} random
 * @param {number} [depth] How far members of members go.
 * @returns {any}
 */
export function nonsense(random, depth = 3) {
  const plain = [
    undefined,
    null,
    0,
    -1,
    NaN,
    Infinity,
    1e300,
    '',
    'nonsense',
    true,
    false,
    Symbol('nonsense'),
    5n,
    {},
    [],
    new Uint8Array(0),
    () => {},
    fail,
  ];
  if (depth === 0) return pick(random, plain);
  const inner = () => nonsense(random, depth - 1);
  return pick(random, [
    () => pick(random, plain),
    () => inner,
    () => unseen(Promise.resolve(inner())),
    () => unseen(Promise.reject(inner())),
    () => new Promise(() => {}),
    () => thenable({ value: fail }),
    () => thenable({ get: fail }),
    () => thenable({ value() {} }),
    () =>
      thenable({
        value(/** @type {any} */ fulfilled) {
          fulfilled(inner());
        },
      }),
    () =>
      thenable({
        value(/** @type {any} */ fulfilled, /** @type {any} */ rejected) {
          fulfilled(inner());
          rejected(inner());
          fulfilled(inner());
        },
      }),
    () => ({ toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }),
    () => ({ [Symbol.iterator]: fail }),
    () => ({
      *[Symbol.iterator]() {
        yield inner();
        fail();
      },
    }),
    () => ({
      *[Symbol.iterator]() {
        for (;;) yield 'endless';
      },
    }),
    () => Object.defineProperty(new Uint8Array(9), 'length', { value: 4e9 }),
    () => new Proxy({}, { get: fail, has: fail, ownKeys: fail }),
    () => new Proxy(() => {}, { get: inner, apply: inner, construct: () => ({}) }),
  ])();
}

/**
 * An answer to a `fetch`: nonsense, or a right one of which a member is.
 * @param {() => number} random
 */
export function answer(random) {
  if (random() < 0.3) return nonsense(random);
  const response = new Response(`${'0'.repeat(34)}1:3\r\n`, { headers: { 'Content-Type': 'text/plain' } });
  pick(random, [
    () => {
      response.body?.getReader();
    },
    () => {
      void response.text();
    },
    () =>
      Object.defineProperty(response, pick(random, ['status', 'headers', 'body']), {
        get: random() < 0.3 ? fail : () => nonsense(random),
      }),
    () => Object.defineProperty(response.headers, 'get', { value: random() < 0.3 ? fail : () => nonsense(random) }),
    () =>
      Object.defineProperty(response.body, 'getReader', {
        value: () => ({ read: random() < 0.3 ? fail : () => nonsense(random) }),
      }),
    () =>
      Object.defineProperty(response.body, 'getReader', {
        value: () => ({ read: () => unseen((async () => ({ value: nonsense(random) }))()) }),
      }),
  ])();
  return pick(random, [() => response, () => unseen((async () => response)())])();
}
