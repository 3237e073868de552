/**
 * The same verdict on a server: judges a password by the very rules of the page, from the plain wasm.
 *
 * @module passmuster/server
 */

import { load as loadPage } from './passmuster.js';

/**
 * @typedef {import('./passmuster.js').Breach} Breach
 * @typedef {import('./passmuster.js').BreachOptions} BreachOptions
 * @typedef {import('./passmuster.js').Estimate} Estimate
 *
 * @typedef {object} Rules What the site demands; the same as the element's attributes.
 * @property {number} [minLength] The fewest characters as people count them. 8 by default.
 * @property {number} [minScore] The least score, 0 to 4. 3 by default.
 * @property {boolean} [blockUnverified] Whether a password whose leaks cannot be known is refused. False by default.
 *
 * @typedef {object} JudgeOptions
 * @property {readonly string[]} [context] What an attacker knows: account name, e-mail address, the site.
 * @property {string} [currentPassword] The password that the new one replaces and must not resemble.
 * @property {number} [year] The present year. Today's by default.
 * @property {readonly string[]} [languages] Whose words the password may be guessed by. `['en']` by default.
 * @property {Rules} [rules]
 * @property {Pick<Breach, 'status'> & Partial<Breach> | null} [leak] What is known of leaks. Not asked yet by default.
 *
 * @typedef {object} Judgement
 * @property {'empty' | 'weak' | 'reused' | 'breached' | 'checking' | 'unverified' | 'accepted'} verdict `checking`: strong,
 *   and nobody has asked whether it leaked.
 * @property {boolean} allowed Whether the password may be stored.
 * @property {number} length Characters as people count them.
 */

/** @type {Promise<Server> | undefined} */
let loading;

/**
 * Compiles the wasm, once for a process.
 *
 * @param {{ wasm?: WebAssembly.Module | BufferSource }} [options] Where `passmuster/core.wasm` cannot be read from the disk, such
 *   as in a bundle or at the edge: its bytes or the module. Counts in the first call.
 * @returns {Promise<Server>}
 */
export function load({ wasm } = {}) {
  loading ??= instantiate(wasm);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** @param {WebAssembly.Module | BufferSource} [wasm] */
async function instantiate(wasm) {
  if (wasm === undefined) {
    // Not by an import: bundlers for the edge do not know Node's.
    const { readFileSync } = /** @type {any} */ (globalThis).process.getBuiltinModule('node:fs');
    wasm = /** @type {Uint8Array<ArrayBuffer>} */ (readFileSync(new URL('../core/passmuster.wasm', import.meta.url)));
  }
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  return new Server(new WebAssembly.Instance(module));
}

/** What `load()` answers with. */
export class Server {
  /** @type {any} */
  #exports;

  /** @param {WebAssembly.Instance} instance */
  constructor({ exports }) {
    this.#exports = exports;
  }

  /**
   * Judges a password. Asks nobody: without `leak` the best verdict is `checking`.
   *
   * @param {string} password
   * @param {JudgeOptions} [options]
   * @returns {Judgement & Estimate}
   * @throws {TypeError} Where an option is wrong. The words name the option and no value.
   */
  judge(password, { context, currentPassword, year = new Date().getFullYear(), languages, rules, leak } = {}) {
    const request = { password, context, currentPassword, year, languages, rules, leak: leak && withoutNothing(leak) };
    const answer = this.#call('passmuster_judge', request);
    const bytes = new TextEncoder().encode(wellFormed(password).normalize('NFC'));
    const units = (/** @type {number} */ end) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, end)).length;
    for (const part of answer.sequence) [part.start, part.end] = [units(part.start), units(part.end)];
    return answer;
  }

  /**
   * Judges a password and asks the range endpoint where the verdict depends on it, as the page does.
   *
   * @param {string} password
   * @param {Omit<JudgeOptions, 'leak'> & BreachOptions} [options]
   * @returns {Promise<Judgement & Estimate & { leak: Breach | null }>} `leak` is null where nobody was asked.
   */
  async check(password, { endpoint, timeout, signal, ...options } = {}) {
    const judgement = this.judge(password, options);
    if (judgement.verdict !== 'checking') return { ...judgement, leak: null };
    const leak = await this.checkBreach(password, { endpoint, timeout, signal });
    return { ...this.judge(password, { ...options, leak }), leak };
  }

  /**
   * Asks whether a password leaked; see `checkBreach()` of `passmuster`.
   *
   * @param {string} password
   * @param {BreachOptions} [options]
   * @returns {Promise<Breach>}
   */
  async checkBreach(password, options) {
    return (await loadPage()).checkBreach(password, options);
  }

  /** @param {string} name @param {object} request */
  #call(name, request) {
    const wasm = this.#exports;
    const bytes = new TextEncoder().encode(
      JSON.stringify(request, (_, value) => (typeof value === 'string' ? wellFormed(value) : value)),
    );
    const pointer = wasm.passmuster_alloc(bytes.length);
    if (pointer === 0) throw new TypeError('judge(): the password and its context are longer than 1 MiB');
    new Uint8Array(wasm.memory.buffer, pointer, bytes.length).set(bytes);
    bytes.fill(0);
    const packed = BigInt.asUintN(64, wasm[name](pointer, bytes.length));
    const [start, length] = [Number(packed >> 32n), Number(packed & 0xffffffffn)];
    const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, start, length)));
    wasm.passmuster_free(start);
    if (answer.error) throw new TypeError(`judge(): ${answer.error}`);
    return answer;
  }
}

/** A leak without the fields that say nothing. @param {Partial<Breach>} leak */
const withoutNothing = ({ status, count, reason }) => ({ status, count, reason });

/** Lone surrogates become U+FFFD, as in what a page sends. @param {unknown} text @returns {any} */
function wellFormed(text) {
  return typeof text === 'string' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)) : text;
}
