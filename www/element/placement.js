/**
 * Where the widget stands: below the row that its field is part of.
 *
 * Nothing is known here of any framework. From the field outwards, the widget is put after each ancestor that could be the
 * row, and what stands beside the field is measured. The first place where nothing else moved is taken:
 *
 * ```text
 * <div class="group">                      3. below, and as wide as the group
 *   <label>New password</label>
 *   <div class="row">                      2. beside the row's other boxes: no
 *     <span>icon</span>
 *     <span class="frame"><input></span>   1. in the field's frame: no
 *     <button>Save</button>
 *   </div>
 *   <pass-muster></pass-muster>
 * </div>
 * ```
 */

import { after, append, boxOf, childrenOf, closest, contains, matches, nextOf, parentOf, queryAll } from '../dom.js';
import { hostOf } from './form.js';
import { hasSettled, whenSettled } from './settled.js';

/** Boxes that differ by less are taken as the same, in CSS pixels. */
const TOLERANCE = 0.75;
/** What stands beside a field is looked at as far as this, for a page may be large. */
const MOST_NEIGHBOURS = 60;
/** Boxes that hold what is below one another, whatever they hold beside it. */
const BLOCKS = 'form, fieldset, td, th, li, dd, body';

/** @typedef {{ element: Element, box: DOMRect }} Neighbour */
/** @typedef {{ field: DOMRect, neighbours: Neighbour[], width: number }} Layout */

/** The box of an element's text, which need not move when the element grows, or of one without text. @param {Element} element */
function contentBox(element) {
  if (childrenOf(element).length > 0 || !element.textContent?.trim() || getComputedStyle(element).position === 'absolute')
    return boxOf(element);
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** Whether two boxes share a line. @param {DOMRect} a @param {DOMRect} b */
const besides = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
/** @param {DOMRect} a @param {DOMRect} b */
const meet = (a, b) => besides(a, b) && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;

/**
 * What stands in a line with the field: leaves of the tree, within `limit`.
 * @param {Element} field @param {Element | null} limit @param {Element} ours
 */
function neighboursOf(field, limit, ours) {
  let line = boxOf(field);
  /** @type {Neighbour[]} */
  const found = [];
  /** @param {Element} element */
  const collect = (element) => {
    if (found.length >= MOST_NEIGHBOURS || element === ours) return;
    const box = boxOf(element);
    // What has no box of its own may have children that have one.
    if (box.width > 1 && box.height > 1 && !besides(box, line)) return;
    if (childrenOf(element).length === 0) {
      const box = contentBox(element);
      if (box.width > 1 && box.height > 1 && besides(box, line)) found.push({ element, box });
    } else {
      if (getComputedStyle(element).position === 'absolute' && meet(box, line)) found.push({ element, box });
      for (const child of childrenOf(element)) collect(child);
    }
  };
  /** @type {Element} */
  let inner = field;
  for (let outer = parentOf(field); outer && outer !== limit; inner = outer, outer = parentOf(outer)) {
    // The other cells may hold what stands in their middle.
    if (outer.localName === 'tr') line = boxOf(outer);
    for (const child of childrenOf(outer)) if (child !== inner) collect(child);
  }
  return found;
}

/** @param {Element} parent */
const hasOverlay = (parent) =>
  ['::before', '::after'].some((part) => {
    const { content, position } = getComputedStyle(parent, part);
    return content !== 'none' && position === 'absolute';
  });

/**
 * Whether what is in `parent` stands in a row, or is the field's own frame, so that nothing can go below the field there.
 * @param {Element} parent @param {Element} anchor Its child that holds the field. @param {Layout} layout
 */
function isRow(parent, anchor, { field: line, neighbours }) {
  const { display, flexDirection, borderStyle, boxShadow, backgroundColor } = getComputedStyle(parent);
  if (/^(inline|contents|table|table-row|table-row-group)$/.test(display) || parent.localName === 'label') return true;
  if (/flex/.test(display) && !/column/.test(flexDirection)) return true;
  const beside = neighbours.filter(({ element }) => contains(parent, element) && !contains(anchor, element));
  /** @param {Neighbour} neighbour */
  const floats = ({ element, box }) => getComputedStyle(element).position === 'absolute' && meet(box, line);
  // A floating label or an icon keeps its place by the box that it is in.
  if (beside.some((neighbour) => floats(neighbour) && /** @type {HTMLElement} */ (neighbour.element).offsetParent === parent))
    return true;
  if (matches(parent, BLOCKS)) return false;
  // A frame that is drawn for the field.
  const isDrawn = borderStyle !== 'none' || boxShadow !== 'none' || !/, 0\)|transparent/.test(backgroundColor);
  const isLow = boxOf(parent).height < line.height * 2;
  if (isLow && (isDrawn || hasOverlay(parent))) return true;
  // A cell beside a button: part of a group. Beside a label alone it is a column of a form.
  const group = /** @type {Element} */ (parentOf(parent));
  const isJoined = neighbours.some(
    ({ element }) =>
      contains(group, element) && !contains(parent, element) && closest(element, 'button, a, input, select, [role="button"]'),
  );
  if (isLow && isJoined && /flex|grid|table/.test(getComputedStyle(group).display)) return true;
  if (beside.length === 0 || (/grid/.test(display) && !isLow)) return false;
  // A line of words, fields and buttons, with nothing to fill in below it.
  return ![...queryAll(parent, 'input:not([type="hidden"]), select, textarea, [type="submit"]')].some(
    (other) => !contains(anchor, other) && !beside.some(({ element }) => element === other) && boxOf(other).width > 1,
  );
}

/**
 * What is wrong with where the widget stands now; 0 where all is well.
 * @param {Element} widget @param {Element} field @param {Element} parent @param {Layout} before
 */
function faultsOf(widget, field, parent, { field: was, neighbours, width }) {
  const place = boxOf(widget);
  const now = boxOf(field);
  // What lies upon the row makes it neither wider nor higher.
  const inside = neighbours
    .filter(({ element }) => contains(parent, element) && getComputedStyle(element).position !== 'absolute')
    .map(({ box }) => box);
  const row = [was, ...inside];
  const bottom = Math.max(...row.map(({ bottom }) => bottom)) - was.top + now.top;
  const rowWidth = Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ left }) => left));
  /** @param {number} a @param {number} b */
  const differ = (a, b) => Math.abs(a - b) > TOLERANCE;
  // A scrollbar that comes with the widget makes all else narrower.
  const sameWidth = document.documentElement.clientWidth === width;
  let faults = 0;
  if (differ(was.height, now.height) || (sameWidth && (differ(was.width, now.width) || differ(was.x, now.x)))) faults += 4;
  if (place.top < bottom - TOLERANCE || place.height < 10) faults += 4;
  if (place.width < rowWidth - TOLERANCE && sameWidth) faults += 2;
  if (place.bottom > boxOf(parent).bottom + TOLERANCE) faults += 2;
  const next = nextOf(widget);
  if (next && meet(boxOf(next), place)) faults += 2;
  if (
    neighbours.some(({ element, box }) => {
      const moved = contentBox(element);
      return (
        meet(moved, place) ||
        differ(moved.top - now.top, box.top - was.top) ||
        differ(moved.height, box.height) ||
        (sameWidth && (differ(moved.left - now.left, box.left - was.left) || differ(moved.width, box.width)))
      );
    })
  )
    faults += 1;
  return faults;
}

/** More than this, and the widget is better above the page than in it. */
const BEARABLE = 1;

/**
 * Puts the widget below the row of its field.
 *
 * @param {Element} widget
 * @param {HTMLInputElement} field
 * @param {(change: () => void) => void} move Runs what takes the widget from one place to another.
 * @returns {boolean} Whether it is as it should be there.
 */
export function placeBelow(widget, field, move) {
  /** @type {Element} */
  let anchor = hostOf(field);
  const form = closest(anchor, 'form');
  // Without an id it knows its field by the form around.
  const limit =
    (widget.getAttribute('for') === null && widget.localName === 'pass-muster' ? form : form && parentOf(form)) ?? document.body;
  move(() => leave(widget));
  const layout = {
    field: boxOf(anchor),
    neighbours: neighboursOf(anchor, limit, widget),
    width: document.documentElement.clientWidth,
  };
  /** @type {{ faults: number, put: () => void } | undefined} */
  let best;
  /** @param {Element} parent @param {() => void} put */
  const tried = (parent, put) => {
    move(put);
    const faults = faultsOf(widget, hostOf(field), parent, layout);
    move(() => leave(widget));
    if (!best || faults < best.faults) best = { faults, put };
    return faults;
  };
  for (let parent = parentOf(anchor); parent && anchor !== limit && best?.faults !== 0; parent = parentOf(anchor)) {
    // Whoever listens to the form hears what bubbles from within it: it is left only where nothing in it can hold the widget.
    if (anchor === form && best) break;
    const inner = anchor;
    if (matches(parent, 'tbody, thead, table')) tried(parent, () => after(inner, ownRow(inner, widget)));
    else if (!isRow(parent, inner, layout) && tried(parent, () => after(inner, widget))) {
      // A hint that is drawn up to the field stays where it is.
      const next = nextOf(inner);
      if (next && getComputedStyle(next).position !== 'absolute') tried(parent, () => after(next, widget));
    }
    anchor = parent;
  }
  const { put, faults } = best ?? { put: () => append(limit, widget), faults: BEARABLE + 1 };
  move(put);
  return faults <= BEARABLE || layout.field.width === 0;
}

/** The rows that were made for widgets in tables. @type {WeakMap<Element, Element>} */
const rows = new WeakMap();

/** A row of a table with the widget in it, as wide as another. @param {Element} row @param {Element} widget */
function ownRow(row, widget) {
  const line = document.createElement('tr');
  const cell = document.createElement('td');
  cell.colSpan = [.../** @type {HTMLTableRowElement} */ (row).cells].reduce((sum, { colSpan }) => sum + colSpan, 0);
  line.className = 'passmuster-row';
  cell.append(widget);
  line.append(cell);
  rows.set(widget, line);
  return line;
}

/** Takes the widget out, and the row that was made for it. @param {Element} widget */
function leave(widget) {
  widget.remove();
  rows.get(widget)?.remove();
}

/**
 * Shows the widget above the page, at its field, while one of both has the focus.
 * @param {HTMLElement} widget @param {HTMLElement} field @param {AbortSignal} signal
 */
function popOver(widget, field, signal) {
  widget.popover = 'manual';
  const anchor = () => {
    const { left, top, bottom, width } = boxOf(field);
    const { innerWidth, innerHeight } = window;
    const wide = Math.max(width, Math.min(320, innerWidth - 16));
    const { style } = widget;
    style.setProperty('--_width', `${wide}px`);
    style.setProperty('--_left', `${Math.max(8, Math.min(left, innerWidth - wide - 8))}px`);
    const { height } = boxOf(widget);
    style.setProperty('--_top', `${bottom + height > innerHeight && top > height ? top - height - 4 : bottom + 4}px`);
  };
  /** @param {boolean} open */
  const toggle = (open) => {
    // The page may have taken it out, or be about to.
    if (!widget.isConnected || widget.matches(':popover-open') === open) return;
    widget.togglePopover(open);
    if (open) anchor();
  };
  const look = () => toggle([field, widget].some((part) => part.matches(':focus-within')));
  for (const part of [field, widget]) {
    part.addEventListener('focusin', look, { signal });
    part.addEventListener('focusout', () => setTimeout(look), { signal });
    part.addEventListener('keydown', ({ key }) => key === 'Escape' && toggle(false), { signal });
  }
  for (const type of ['scroll', 'resize']) addEventListener(type, anchor, { signal, capture: true, passive: true });
  look();
  signal.addEventListener('abort', () => widget.removeAttribute('popover'));
}

/**
 * Places the widget, and again when the field's width changes: another layout may be in force, or the first one.
 *
 * @param {HTMLElement} widget
 * @param {HTMLInputElement} field
 * @param {'auto' | 'below' | 'popover'} placement
 * @param {AbortSignal} signal
 * @param {(change: () => void) => void} move Runs what takes the widget from one place to another.
 */
export function place(widget, field, placement, signal, move) {
  /** @type {AbortController | undefined} */
  let popover;
  let width = -1;
  const look = () => {
    if (width === field.offsetWidth || widget.contains(document.activeElement)) return;
    width = field.offsetWidth;
    popover?.abort();
    const fits = placeBelow(widget, field, move);
    if (placement === 'below' || (placement === 'auto' && fits) || !widget.togglePopover) return;
    popover = new AbortController();
    popOver(widget, field, popover.signal);
  };
  look();
  const observer = new ResizeObserver(look);
  observer.observe(field);
  // Styles may have come since.
  if (!hasSettled())
    whenSettled(() => {
      if (signal.aborted) return;
      width = -1;
      look();
    });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    popover?.abort();
    if (!widget.isConnected) rows.get(widget)?.remove();
  });
}
