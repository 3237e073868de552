/**
 * The page's elements by their prototypes, as these are when the script loads. A form's fields stand in the place of the
 * form's own members (`<input name="elements">`, `<button name="submit">`), and what a framework puts on an element hides
 * what was there.
 */

/** @param {string} type @param {string} name @returns {(thing: any) => any} */
const getter = (type, name) => {
  const get = Object.getOwnPropertyDescriptor(/** @type {any} */ (globalThis)[type]?.prototype ?? {}, name)?.get;
  return (thing) => get?.call(thing);
};

/** @param {string} type @param {string} name @returns {(thing: any, ...given: any[]) => any} */
const method = (type, name) => {
  const call = /** @type {any} */ (globalThis)[type]?.prototype[name];
  return (thing, ...given) => call.apply(thing, given);
};

export const { AbortController, setTimeout } = globalThis;

/** @type {(field: HTMLInputElement) => string} */
export const textOf = getter('HTMLInputElement', 'value');
/** @type {(form: HTMLFormElement) => Iterable<Element>} */
export const elementsOf = getter('HTMLFormElement', 'elements');
/** @type {(form: HTMLFormElement, submitter?: HTMLElement | null) => void} */
export const requestSubmit = method('HTMLFormElement', 'requestSubmit');
/** @type {(target: EventTarget, type: string, react: (event: any) => void, options?: AddEventListenerOptions) => void} */
export const listen = method('EventTarget', 'addEventListener');
/** @type {(target: EventTarget, event: Event) => boolean} */
export const dispatch = method('EventTarget', 'dispatchEvent');
/** @type {(node: Node, other: Node) => boolean} */
export const contains = method('Node', 'contains');
/** @type {(element: Element, selector: string) => Element | null} */
export const find = method('Element', 'querySelector');
/** @type {(element: Element, selector: string) => Iterable<Element>} */
export const queryAll = method('Element', 'querySelectorAll');
/** @type {(element: Element, name: string, force: boolean) => void} */
export const toggleAttribute = method('Element', 'toggleAttribute');
/** @type {(element: Element, name: string) => string | null} */
export const getAttribute = method('Element', 'getAttribute');
/** @type {(element: Element, selector: string) => boolean} */
export const matches = method('Element', 'matches');
/** @type {(element: Element, selector: string) => Element | null} */
export const closest = method('Element', 'closest');
/** @type {(node: Node) => Element | null} */
export const parentOf = getter('Node', 'parentElement');
/** @type {(element: Element) => HTMLCollection} */
export const childrenOf = getter('Element', 'children');
/** @type {(element: Element) => Element | null} */
export const nextOf = getter('Element', 'nextElementSibling');
/** @type {(element: Element) => DOMRect} */
export const boxOf = method('Element', 'getBoundingClientRect');
/** @type {(element: Element, other: Element) => void} */
export const after = method('Element', 'after');
/** @type {(element: Element, child: Element) => void} */
export const append = method('Element', 'append');
