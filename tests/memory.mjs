/**
 * Searches the wasm's whole linear memory for what must not stay there. For Node, and for pages by its text.
 */

/**
 * The forms in which a password or its SHA-1 may lie in memory, with their names.
 *
 * @param {string} password
 * @returns {Promise<[string, Uint8Array][]>}
 */
export async function traces(password) {
  const utf8 = new TextEncoder().encode(password);
  const words = (/** @type {ArrayLike<number>} */ units, /** @type {1 | 2 | 4} */ width) => {
    const bytes = new DataView(new ArrayBuffer(units.length * width));
    for (let i = 0; i < units.length; i++) {
      if (width === 4) bytes.setUint32(4 * i, units[i], true);
      else bytes.setUint16(2 * i, units[i], true);
    }
    return new Uint8Array(bytes.buffer);
  };
  const units = Array.from(password, (character) => character.charCodeAt(0));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', utf8));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // The state of SHA-1 is five words, the least byte of each first in wasm.
  const state = digest.map((_, i) => digest[(i & ~3) + 3 - (i & 3)]);
  return [
    ['UTF-8', utf8],
    ['a part in UTF-8', utf8.subarray(0, 8)],
    ['another part in UTF-8', utf8.subarray(-8)],
    ['UTF-16', words(units, 2)],
    ['a part in UTF-16', words(units.slice(0, 8), 2)],
    ['a part in UTF-32', words(units.slice(0, 8), 4)],
    ['the digest', digest],
    ['a part of the digest', digest.subarray(4, 12)],
    ['the state of SHA-1', state],
    ['a part of the state', state.subarray(4, 12)],
    ['the digest in digits', new TextEncoder().encode(hex)],
    ['the suffix in digits', new TextEncoder().encode(hex.slice(5).toUpperCase())],
  ];
}

/**
 * The names of those that lie in a memory.
 *
 * @param {ArrayBuffer} memory
 * @param {[string, Uint8Array][]} traces
 */
export function found(memory, traces) {
  const text = (/** @type {Uint8Array} */ bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
    return text;
  };
  const haystack = text(new Uint8Array(memory));
  return traces.filter(([, bytes]) => haystack.includes(text(bytes))).map(([name]) => name);
}
