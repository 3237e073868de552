/**
 * Bytes as a string that JavaScript can hold, for the builds in which the wasm is part of the script.
 *
 * Base64 would compress badly: it moves byte boundaries, and the page grows by a quarter. Here every byte is one character,
 * so repeats stay repeats, and the text compresses to some 1.5 % more than the bytes do.
 *
 * The characters have to survive UTF-8 files, minifiers and pages that hold the script. So none is a control character, a
 * quote, a backslash, `$`, `<` or anything else that a language between here and the browser could take to mean something.
 * A byte whose character would be one of those, or takes two bytes in UTF-8, changes places with an ASCII one that occurs
 * less often; what is left over is moved up by 256, which the decoder takes away again (`& 255`).
 */

/** A byte has to occur this many times as often as the one it changes places with, or brotli loses more than it gains. */
const LEAST_GAIN = 1.5;

/** Control characters, quotes, and what means something in a string, a template or HTML. @param {number} code */
const isForbidden = (code) =>
  code < 0x20 || '"\'\\`$<'.includes(String.fromCharCode(code)) || (code >= 0x7f && code <= 0xa0) || code === 0xad;

/**
 * @param {Uint8Array} bytes
 * @returns {[swaps: string, text: string]} Pairs of bytes that changed places, and the bytes. www/assets.js decodes them.
 */
export function embed(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const codes = [...counts.keys()];
  /** One-byte characters of UTF-8, the rarest first. */
  const free = codes.filter((code) => code < 0x80 && !isForbidden(code)).sort((a, b) => counts[a] - counts[b]);
  const map = [...codes];
  const swaps = [];
  for (const code of codes.filter((code) => code >= 0x80 || isForbidden(code)).sort((a, b) => counts[b] - counts[a])) {
    const other = free.shift();
    if (other === undefined || LEAST_GAIN * counts[other] >= counts[code]) break;
    map[code] = other;
    map[other] = code;
    swaps.push(code, other);
  }
  const characters = map.map((code) => String.fromCharCode(isForbidden(code) ? code + 256 : code));
  let text = '';
  for (const byte of bytes) text += characters[byte];
  return [swaps.map((code) => String.fromCharCode(isForbidden(code) ? code + 256 : code)).join(''), text];
}
