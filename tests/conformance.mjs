/** The conformance files, and when an answer is the expected one. */

import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../conformance/', import.meta.url);
/** How much a logarithm may differ. */
const TOLERANCE = 1e-9;

/** @typedef {{ file: string, place: string, unicode: string, request: any, expected: any }} Line */

/** @returns {Line[]} */
export function conformanceLines() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((file) =>
      // At line feeds alone: a text may hold other ends of lines.
      readFileSync(new URL(file, FOLDER), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const { unicode, expected, ...request } = JSON.parse(line);
          return { file, place: `${file}, line ${index + 1}`, unicode, request, expected };
        }),
    );
}

/** Whether two answers are the same, numbers within the tolerance. @param {any} a @param {any} b @returns {boolean} */
export function isSame(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}

/**
 * A sequence whose places count bytes, as the files have them, in UTF-16 units.
 *
 * @param {string} password
 * @param {{ kind: string, start: number, end: number, guessesLog10: number }[]} sequence
 */
export function inUtf16(password, sequence) {
  const bytes = Buffer.from(password.normalize('NFC'));
  const units = (/** @type {number} */ end) => bytes.subarray(0, end).toString().length;
  return sequence.map((part) => ({ ...part, start: units(part.start), end: units(part.end) }));
}
