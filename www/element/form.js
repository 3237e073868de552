/** The fields around `<pass-muster>`: how they are found, and what is done to them and undone. */

import { closest, elementsOf, getAttribute, matches, parentOf, queryAll } from '../dom.js';

export const NEW_PASSWORD = 'input[autocomplete~="new-password" i]';
/** The same, as an error names it. */
export const EXPECTED = NEW_PASSWORD.replace(' i', '');
const CURRENT_PASSWORD = 'input[autocomplete~="current-password" i]';
/** The fields of a form that tell who its owner is. */
const OWNER = ['username', 'email', 'name', 'given-name', 'family-name', 'nickname', 'organization', 'tel', 'bday']
  .map((token) => `input[autocomplete~="${token}" i]`)
  .concat('input[type="email"]')
  .join();

/** NIST SP 800-63B-4: the minimum lengths of a password beside a second factor and alone. */
const MIN_LENGTH = 8;
const MIN_LENGTH_SOLE_FACTOR = 15;

/**
 * An element as an error names it: its start tag, without values that people typed.
 * @param {unknown} thing
 */
export function startTagOf(thing) {
  if (!(thing instanceof Element)) return thing === null ? 'none' : typeof thing;
  const attributes = ['id', 'name', 'type', 'autocomplete', 'for']
    .filter((name) => getAttribute(thing, name) !== null)
    .map((name) => ` ${name}="${getAttribute(thing, name)}"`);
  return `<${thing instanceof HTMLFormElement ? 'form' : thing.localName}${attributes.join('')}>`;
}

/**
 * The input of a custom element that wraps one, in its open shadow root or beside it; an input is its own.
 * @param {Element | null | undefined} element
 * @returns {Element | null}
 */
export function inputOf(element) {
  // A form's `localName` may be a field of that name.
  const wrapped =
    element &&
    String(element.localName).includes('-') &&
    (element.shadowRoot?.querySelector('input') ?? element.querySelector('input'));
  return wrapped || element || null;
}

/**
 * The custom element that wraps a field; without one, the field.
 * @param {HTMLInputElement} field
 * @returns {Element}
 */
export function hostOf(field) {
  const root = field.getRootNode();
  const around = parentOf(field);
  const host = root instanceof ShadowRoot ? root.host : around && closest(around, '[autocomplete]');
  return host && matches(host, '[autocomplete],[type="password"]') && inputOf(host) === field ? host : field;
}

/** The form that a field belongs to. @param {HTMLInputElement} field @returns {HTMLFormElement | null} */
export const formOf = (field) => field.form ?? hostOf(field).closest('form');

/**
 * The fields of a form, those too that are tied to it by their attribute `form`.
 *
 * @param {HTMLFormElement | null} form
 * @param {string} [selector] New-password fields by default.
 */
export function fieldsOf(form, selector = NEW_PASSWORD) {
  if (!form) return [];
  const wrapped = [...queryAll(form, '[autocomplete]:not(input)')].map(inputOf);
  return /** @type {HTMLInputElement[]} */ (
    [...elementsOf(form), ...wrapped].filter((field) => field instanceof HTMLInputElement && field.matches(selector))
  );
}

/** The field, and the one that repeats it where there is one. @param {HTMLInputElement} field */
export const pairOf = (field) => [
  field,
  ...fieldsOf(formOf(field))
    .filter((other) => other !== field)
    .slice(0, 1),
];

/** Whether a form asks for the current password. @param {HTMLFormElement | null} form */
export const hasCurrent = (form) => fieldsOf(form, CURRENT_PASSWORD).length > 0;

/** What a form's other fields tell of the owner: the current password first. @param {HTMLFormElement | null} form @param {(field: HTMLInputElement) => string} textOf */
export function ownerOf(form, textOf) {
  /** @param {string} selector */
  const values = (selector) => fieldsOf(form, selector).map(textOf);
  return [values(CURRENT_PASSWORD)[0] ?? '', ...values(OWNER)];
}

/**
 * The fewest characters that a field takes.
 * @param {import('./element.js').PassMusterElement} element
 * @param {HTMLInputElement} field
 */
export function minLength(element, field) {
  const own = field.minLength;
  const least = element.soleFactor ? Math.max(MIN_LENGTH_SOLE_FACTOR, own) : own > 0 ? own : MIN_LENGTH;
  if (field.maxLength >= 0 && field.maxLength < least) {
    throw new TypeError(
      `${startTagOf(element)}: expected a maxlength of ${least} or more on ${startTagOf(field)}, found ${field.maxLength}`,
    );
  }
  return least;
}

/** Sets an attribute, or takes it away where there is no value. @param {Element} element @param {string} name @param {string | null} value */
export function set(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/**
 * Sets what a field for a new password should have and this one lacks.
 * @param {HTMLInputElement} field
 * @param {Record<string, string>} attributes
 * @param {AbortSignal} signal
 */
export function prepare(field, attributes, signal) {
  const missing = Object.entries(attributes).filter(([name]) => !field.hasAttribute(name));
  for (const [name, value] of missing) field.setAttribute(name, value);
  signal.addEventListener('abort', () => {
    // What the page has set since is the page's.
    for (const [name, value] of missing) if (field.getAttribute(name) === value) field.removeAttribute(name);
  });
}

/**
 * Describes a field by one element more.
 * @param {HTMLInputElement} input
 * @param {Element} description
 * @param {AbortSignal} signal
 */
export function describeBy(input, description, signal) {
  // An id reaches only what stands in the same tree.
  if (input.getRootNode() !== description.getRootNode()) {
    input.ariaDescribedByElements = [...(input.ariaDescribedByElements ?? []), description];
    signal.addEventListener('abort', () => {
      input.ariaDescribedByElements = (input.ariaDescribedByElements ?? []).filter((other) => other !== description);
    });
    return;
  }
  const { id } = description;
  const others = () => (input.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((other) => other && other !== id);
  set(input, 'aria-describedby', [...others(), id].join(' '));
  signal.addEventListener('abort', () => set(input, 'aria-describedby', others().join(' ')));
}

/**
 * Sets a field's value by the prototype's setter, for frameworks watch the field's own.
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function setValue(input, value) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
}

/** Says that a field's value changed, as typing does. @param {HTMLInputElement} input @param {'input' | 'change'} type */
export const announceChange = (input, type) =>
  input.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));

/**
 * Sets the words for which a field may not be sent, and takes back only those: what the page has set is the page's.
 * @param {HTMLInputElement} input
 */
export function validityOf(input) {
  let ours = '';
  /** @param {string} words None where it may be sent. */
  return (words) => {
    const { validity, validationMessage, willValidate } = input;
    // Firefox shows the first 256 characters. A field that is not validated now tells no words, so none can be told apart.
    const theirs = validity.customError && !(willValidate && validationMessage && ours.startsWith(validationMessage));
    if (theirs || (words === ours && validity.customError === Boolean(words))) return;
    input.setCustomValidity(words);
    ours = words;
  };
}
