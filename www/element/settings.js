/** The settings of `<pass-muster>`: one table of properties, the attributes that hold them, and what these may hold. */

import { endpointUrl } from '../passmuster.js';
import { languageNames } from '../vocabularies.js';
import { startTagOf } from './form.js';

/** @typedef {import('./element.js').PassMusterElement} PassMusterElement */
/**
 * @typedef {object} Setting
 * @property {string} [attribute] None for what only a property can hold.
 * @property {[string, ...string[]]} [words] What it may be; the first is the default.
 * @property {[missing: number, least: number, most: number]} [range] A whole number: the default, the least and the most.
 * @property {boolean} [flag] Whether it is there or not.
 * @property {(value: any, owner: string) => unknown} [check] Throws what is wrong with a value.
 */

/** @type {Record<string, Setting>} */
export const SETTINGS = {
  htmlFor: { attribute: 'for' },
  endpoint: { attribute: 'endpoint', check: (url, owner) => endpointUrl(url, owner) },
  breach: { attribute: 'breach', words: ['on', 'off'] },
  timeout: { attribute: 'timeout', range: [3_000, 100, 60_000] },
  pause: { attribute: 'pause', range: [800, 0, 60_000] },
  minScore: { attribute: 'min-score', range: [3, 0, 4] },
  soleFactor: { attribute: 'sole-factor', flag: true },
  onUnavailable: { attribute: 'on-unavailable', words: ['allow', 'block'] },
  engine: { attribute: 'engine', words: ['muster', 'zxcvbn'] },
  languages: { attribute: 'languages', check: (tags, owner) => languageNames(tags, `${owner}: languages`) },
  secondFactorHref: { attribute: 'second-factor-href', check: link },
  placement: { attribute: 'placement', words: ['none', 'auto', 'below', 'popover'] },
  showPassword: { attribute: 'show-password', words: ['auto', 'on', 'off'] },
  suggestion: { attribute: 'suggestion', words: ['on', 'off'] },
  capsLock: { attribute: 'caps-lock', words: ['on', 'off'] },
  confirmation: { attribute: 'confirmation', words: ['on', 'off'] },
  context: { attribute: 'context' },
  messages: {},
};

export const ATTRIBUTES = Object.values(SETTINGS).flatMap(({ attribute }) => attribute ?? []);

/** The protocols that a link may have: markup that came through a filter may hold a script. */
const LINKS = ['http:', 'https:'];

/** @param {string} href @param {string} owner */
function link(href, owner) {
  const { protocol } = Object.assign(document.createElement('a'), { href });
  // A relative one has the page's own, whatever that is.
  if (!LINKS.includes(protocol) && protocol !== location.protocol)
    throw new TypeError(`${owner}: second-factor-href must be relative, http: or https:, not "${href}"`);
}

/**
 * The value of a setting by its attribute.
 * @param {PassMusterElement} element
 * @param {string} name The property's.
 * @param {string | null} [text] What the attribute holds, or would.
 * @returns {any}
 * @throws {TypeError} Where it may not hold that.
 */
export function read(element, name, text = element.getAttribute(/** @type {string} */ (SETTINGS[name].attribute))) {
  const { attribute, words, range, flag, check } = SETTINGS[name];
  if (flag) return text !== null;
  if (text === null) return range?.[0] ?? words?.[0] ?? null;
  check?.(text, startTagOf(element));
  if (!words && !range) return text;
  if (words?.includes(text)) return text;
  const value = Number(text);
  if (range && text.trim() && Number.isInteger(value) && value >= range[1] && value <= range[2]) return value;
  const expected = range ? `a whole number from ${range[1]} to ${range[2]}` : words?.map((word) => `"${word}"`).join(' or ');
  throw new TypeError(`${startTagOf(element)}: ${attribute} must be ${expected}, not "${text}"`);
}

/**
 * Sets the attribute of a setting; `null` and `undefined` take it away.
 * @param {PassMusterElement} element
 * @param {string} name The property's.
 * @param {unknown} value
 * @throws {TypeError | RangeError} Where it may not hold that.
 */
export function write(element, name, value) {
  const attribute = /** @type {string} */ (SETTINGS[name].attribute);
  if (SETTINGS[name].flag) return element.toggleAttribute(attribute, Boolean(value));
  if (value === null || value === undefined) return element.removeAttribute(attribute);
  const text = String(value);
  read(element, name, text);
  element.setAttribute(attribute, text);
}

/** Takes over what was set before the element was defined, and hides its accessors. @param {any} element */
export function adopt(element) {
  for (const name of Object.keys(SETTINGS)) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    try {
      element[name] = value;
    } catch (error) {
      // What is wrong with one setting must not keep the element from its definition.
      console.error(error);
    }
  }
}
