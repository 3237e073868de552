/** @typedef {Record<string, (...names: string[]) => unknown>} Own */

/** By no `new URL(…, import.meta.url)`: bundlers would look for that, and emit what they find. @param {string} name Of dist/. */
const beside = (name) => import.meta.url.replace(/[^/]*\/[^/]*$/, name);

/**
 * What the package brings. Each is a module with the wasm in it as a string (scripts/embed.mjs): a script reaches the page
 * wherever its importer does, while a file beside it is left behind by half of the bundlers.
 *
 * @type {Own}
 */
export const own = {
  // @ts-ignore: the build makes it.
  muster: () => import('./wasm/muster.js'),
  // @ts-ignore: the build makes it.
  generator: () => import('./wasm/generator.js'),
  // @ts-ignore: the build makes it.
  words: () => import('./wordlist.js'),
  pack: async (language) => {
    try {
      return await (await import('./packs.js')).default[language]();
    } catch (cause) {
      // WebKit does not say which script it is that cannot be had.
      throw /:\/\//.test(String(cause)) ? cause : new Error(`${cause}, beside ${beside('chunks/')}`);
    }
  },
  /**
   * Its 1.9 MB are apart: an import that bundlers see is a file that they emit, and some fetch it for every visitor. So
   * they see none, and `passmuster/zxcvbn` has to be imported; without a bundler it is found beside the scripts.
   */
  async zxcvbn() {
    const url = beside('zxcvbn.js');
    const { wasm } = await import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ url).catch((cause) => {
      throw new Error(`there is no ${url}: bundlers need an import 'passmuster/zxcvbn'`, { cause });
    });
    return wasm();
  },
};
