/**
 * What is measured: passmuster as npm ships it, and its npm peers, each set up as its README says.
 *
 * Each loads only when asked for, so that a fresh process or page pays for the one that it measures. The
 * specifiers are whole strings, and the package's own is outside the bundle that a browser gets.
 */

/**
 * @typedef {object} Estimator
 * @property {(password: string) => unknown} estimate
 * @property {() => Promise<number>} [heap] Bytes of its linear memory.
 */

/** @type {Record<string, () => Promise<Estimator>>} */
export const estimators = {
  passmuster: () => passmuster('muster'),
  'passmuster, engine zxcvbn': () => passmuster('zxcvbn'),
  'zxcvbn 4.4.2': async () => {
    const { default: zxcvbn } = await import('zxcvbn');
    return { estimate: (password) => zxcvbn(password) };
  },
  'zxcvbn-ts 4.2 (common, en)': async () => {
    const [{ ZxcvbnFactory }, common, en] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ]);
    const zxcvbn = new ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...en.dictionary },
      graphs: common.adjacencyGraphs,
      translations: en.translations,
    });
    return { estimate: (password) => zxcvbn.check(password) };
  },
};

/** @param {import('../dist/passmuster.js').Engine} engine */
async function passmuster(engine) {
  const { load } = await import('../dist/passmuster.js');
  const muster = await load({ engine });
  return {
    estimate: (/** @type {string} */ password) => muster.estimate(password),
    heap: async () => (await muster.wasm.default()).memory.buffer.byteLength,
  };
}
