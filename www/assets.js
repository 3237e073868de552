/**
 * Where the files come from that are fetched when they are first wanted: the wasm of each engine and of the generator,
 * the vocabularies of languages, the list of words, the catalogues. What the page says by `configure()` comes first, and else what the package brings.
 */

import { own } from './own.js';

/**
 * Where a wasm is, or the wasm itself. A relative URL is relative to the document.
 * @typedef {string | URL | Response | BufferSource | WebAssembly.Module} WasmSource
 *
 * Where a vocabulary is, or the vocabulary itself: its bytes, or what a module `passmuster/packs/de` exports.
 * @typedef {string | URL | Response | BufferSource | [swaps: string, text: string]} PackSource
 */
/**
 * The same, also of what `import()` and bundlers make of it: a promise, a function that answers with one, a module whose
 * default export it is.
 * @template T
 * @typedef {T | { default: T } | Promise<T | { default: T }> | (() => T | { default: T } | Promise<T | { default: T }>)} Given
 */

/**
 * @typedef {object} Assets
 * @property {Given<WasmSource>} [wasm] The wasm of the engine muster: `passmuster/muster.wasm`.
 * @property {{ muster?: Given<WasmSource>, zxcvbn?: Given<WasmSource> }} [engines] The wasm of each engine.
 * @property {Given<WasmSource>} [generator] The wasm that makes passwords: `passmuster/generator.wasm`.
 * @property {Given<string>} [words] The 7,776 words of passphrases, with a space between.
 * @property {Record<string, Given<PackSource>>} [packs] Vocabularies by language: `{ de: … }`, of `passmuster/packs/de.bin`.
 * @property {Record<string, Given<import('./words.js').Messages>>} [locales] Messages by language: `{ de: … }`.
 */

/** What the page said. @type {Record<string, any>} */
const given = Object.create(null);

/**
 * Says, once for a page and before anything is loaded, where files are. What is left out comes with the package.
 * @param {Assets} assets
 */
export function configure({ wasm, engines, generator, words, packs = {}, locales = {}, ...rest }) {
  const [unknown] = Object.keys(rest);
  if (unknown) throw new TypeError(`configure(): expected wasm, engines, generator, words, packs or locales, not ${unknown}`);
  /** @type {Record<string, unknown>} */
  const named = { muster: wasm, ...engines, generator, words };
  for (const language in packs) named[`packs/${language}`] = packs[language];
  for (const language in locales) named[`locales/${language}`] = locales[language];
  for (const name in named) if (named[name]) given[name] = named[name];
}

/** Whether the page said where something is. @param {string} name */
export const isGiven = (name) => name in given;

/**
 * An asset: what the page said, else what the package brings.
 * @param {string} name
 * @param {() => unknown} [brought]
 * @returns {Promise<any>}
 */
export async function asset(name, brought = own[name]) {
  const source = given[name] ?? brought;
  const value = await (typeof source === 'function' ? source() : source);
  return value?.default ?? value;
}

/**
 * The bytes that scripts/embed.mjs made a string of.
 * @param {[swaps: string, text: string]} embedded
 */
export function decode([swaps, text]) {
  const bytes = new Uint8Array(text.length);
  const map = bytes.slice(0, 256).map((_, code) => code);
  for (let i = 0; i < swaps.length; i++) map[swaps.charCodeAt(i) & 255] = swaps.charCodeAt(i ^ 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = map[text.charCodeAt(i) & 255];
  return bytes;
}

/**
 * The wasm of an engine or of the generator, compiled.
 * @param {string} name
 * @returns {Promise<WebAssembly.Module>} Rejected with what is missing, where, and what to do.
 */
export const wasmModule = (name) =>
  fetched(
    name,
    undefined,
    (source) =>
      source instanceof WebAssembly.Module
        ? source
        : // At once where nobody waits for the next frame: the wait for other threads would take longer.
          globalThis.document
          ? WebAssembly.compile(source)
          : new WebAssembly.Module(source),
    (at, cause) =>
      `passmuster: no ${name}.wasm ${at}(${cause}). Allow 'wasm-unsafe-eval' in the Content-Security-Policy, or say where it is by configure()`,
  );

/** More than any vocabulary has. */
const MAX_PACK = 1 << 20;

/**
 * The vocabulary of a language, handed over as bytes.
 * @param {string} language
 * @param {(bytes: Uint8Array) => void} use
 * @returns {Promise<void>} Rejected with what is missing, where, and what to do.
 */
export const packBytes = (language, use) =>
  fetched(
    `packs/${language}`,
    () => own.pack(language),
    (source) => {
      const bytes = ArrayBuffer.isView(source)
        ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
        : new Uint8Array(source);
      if (bytes.length > MAX_PACK) throw new RangeError('it is larger than 1 MiB');
      use(bytes);
    },
    (at, cause) =>
      `passmuster: no vocabulary packs/${language}.bin ${at}(${cause}). Passwords are judged without it. Serve it, or say where it is by configure({ packs })`,
  );

/**
 * What an asset is made of: bytes, or a module of the page's own.
 * @template T
 * @param {string} name
 * @param {(() => unknown) | undefined} brought
 * @param {(source: any) => T | Promise<T>} use
 * @param {(at: string, cause: unknown) => string} words Of what failed, also in `use`.
 * @returns {Promise<T>}
 */
async function fetched(name, brought, use, words) {
  let url = '';
  try {
    let source = await asset(name, brought);
    if (Array.isArray(source)) source = decode(/** @type {[string, string]} */ (source));
    url = typeof source === 'string' ? source : (source.href ?? source.url ?? '');
    if (url && !source.body) source = await read(url);
    if (source.ok === false) throw source.status;
    return await use(await (source.arrayBuffer?.() ?? source));
  } catch (cause) {
    throw new Error(words(url && `at ${url} `, cause), { cause });
  }
}

/** What is at an address. @param {string} url */
function read(url) {
  // Node's fetch does not read files. An import of the module would make bundlers for browsers look for it.
  const { process } = /** @type {any} */ (globalThis);
  return /^file:/.test(url) && process ? process.getBuiltinModule('node:fs').readFileSync(new URL(url)) : fetch(url);
}
