/** Opens a layout without the widget and with it, and says what is not as it should be. */

import { writeFileSync } from 'node:fs';

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box In CSS pixels, from the page's upper left corner. */
/**
 * @typedef {object} Measured
 * @property {Box} field
 * @property {Box} row All that stands in a row with the field.
 * @property {Box[]} others The form's other fields, each from the field.
 * @property {Box[]} inRow What stands in the row besides the field, each from the field: the text of what has one.
 * @property {Box | null} widget
 * @property {boolean} shows Whether the page has a button of its own that shows the password.
 * @property {boolean} ownShow Whether the widget's is seen.
 * @property {string[]} overlapped What the widget lies on.
 * @property {string} headline
 * @property {string[]} outside The parts of the widget that reach out of it, or have no size.
 */

/** Runs in the page. @param {string} rowSelector @returns {Measured | null} Null while the field is not there. */
function look(rowSelector) {
  /** @type {(root: Document | ShadowRoot, selector: string) => Element[]} Also in open shadow roots. */
  const all = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((host) => (host.shadowRoot ? all(host.shadowRoot, selector) : [])),
  ];
  const field = /** @type {HTMLInputElement | undefined} */ (all(document, 'input[autocomplete~="new-password"]')[0]);
  if (!field) return null;
  /** @param {{ x: number, y: number, width: number, height: number }} rect @param {{ x: number, y: number }} [from] */
  const box = ({ x, y, width, height }, from) => ({
    x: x - (from ? from.x : -scrollX),
    y: y - (from ? from.y : -scrollY),
    width,
    height,
  });
  /** @param {Element} element */
  const contents = (element) => {
    if (!element.textContent?.trim() || element.children.length > 0) return element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  /** @param {Element} element */
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const at = field.getBoundingClientRect();
  const widget = document.querySelector('pass-muster');
  const rows = [...document.querySelectorAll(rowSelector)];
  const rects = (rows.length > 0 ? rows : [field]).map((row) => row.getBoundingClientRect());
  const left = Math.min(...rects.map(({ left }) => left));
  const top = Math.min(...rects.map(({ top }) => top));
  const right = Math.max(...rects.map(({ right }) => right));
  const bottom = Math.max(...rects.map(({ bottom }) => bottom));
  /** @param {Element} element */
  const ours = (element) => element.closest('pass-muster, [class^="passmuster-"]') !== null;
  const leaves = rows
    .flatMap((row) => [row, ...row.querySelectorAll('*')])
    .filter((element) => element.children.length === 0 && element !== field && !ours(element) && seen(element));
  const place = widget?.getBoundingClientRect();
  /** @param {DOMRect} a @param {DOMRect} b */
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const show = widget?.querySelector('[aria-controls]');
  return {
    field: box(at),
    row: box({ x: left, y: top, width: right - left, height: bottom - top }),
    others: [...(field.form?.elements ?? document.querySelectorAll('input'))]
      .filter((other) => other instanceof HTMLInputElement && other !== field && seen(other) && !ours(other))
      .map((other) => ({ ...box(other.getBoundingClientRect(), at), y: 0 })),
    inRow: leaves.map((element) => box(contents(element), at)),
    widget: place ? box(place) : null,
    shows: field.dataset.shows !== undefined || document.querySelector('[data-shows]') !== null,
    ownShow: Boolean(show && seen(show)),
    overlapped: place
      ? [...document.body.querySelectorAll('*')]
          .filter(
            (element) =>
              !ours(element) &&
              !element.contains(widget) &&
              seen(element) &&
              element.children.length === 0 &&
              meet(contents(element), place),
          )
          .map((element) => [element.localName, ...element.classList].join('.'))
      : [],
    headline: widget?.querySelector('.passmuster-headline')?.textContent ?? '',
    outside: place
      ? [.../** @type {Element} */ (widget).querySelectorAll('.passmuster-button, .passmuster-meter, p, .passmuster-segment')]
          .filter((part) => part.textContent || part.matches('.passmuster-meter, .passmuster-segment'))
          .filter((part) => part.checkVisibility() && !part.closest('.passmuster-status'))
          .filter((part) => {
            const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
            return (
              width < 1 ||
              height < 1 ||
              left < place.left - 1 ||
              right > place.right + 1 ||
              top < place.top - 1 ||
              bottom > place.bottom + 1
            );
          })
          .map((part) => part.className)
      : [],
  };
}

/** Waits until the page looks the same twice. @param {WebDriver} driver @param {string} row @returns {Promise<Measured>} */
async function settled(driver, row) {
  let before = '';
  for (let tries = 0; tries < 60; tries++) {
    const now = await driver.executeScript(`return (${look})(arguments[0])`, row);
    if (now && JSON.stringify(now) === before) return /** @type {Measured} */ (now);
    before = now ? JSON.stringify(now) : '';
    await driver.sleep(150);
  }
  throw new Error(before ? 'the page does not come to rest' : 'the page has no field');
}

/** @param {Box} a @param {Box} b */
const same = (a, b) => /** @type {const} */ (['x', 'y', 'width', 'height']).every((side) => Math.abs(a[side] - b[side]) < 0.5);

/** @param {Measured} before @param {Measured} after @returns {string[]} */
export function faults(before, after) {
  const { field, row, widget } = after;
  if (!widget) return ['no widget'];
  return Object.entries({
    'the field has another box': !same(before.field, field),
    'the row has another size': !same({ ...before.row, y: 0 }, { ...row, y: 0 }),
    'another field has another size': !before.others.every(
      (other, index) => after.others[index] && same(other, after.others[index]),
    ),
    'something in the row has moved':
      before.inRow.length === after.inRow.length && !before.inRow.every((box, index) => same(box, after.inRow[index])),
    'the widget is not below the row': widget.y < row.y + row.height - 0.5,
    'the widget is narrower than the row': widget.width < row.width - 0.5,
    'two buttons show the password': after.shows && after.ownShow,
    'no button shows the password': !after.shows && !after.ownShow,
    [`the widget lies on ${after.overlapped.join(', ')}`]: after.overlapped.length > 0,
    [`out of the widget reach ${after.outside.join(', ')}`]: after.outside.length > 0,
    [`the widget says "${after.headline}"`]: after.headline !== 'Easy to guess',
  })
    .filter(([, wrong]) => wrong)
    .map(([fault]) => fault);
}

/** The field, wherever it is. */
const FIELD = `
  const find = (root) => root.querySelector('input[autocomplete~="new-password"]') ??
    [...root.querySelectorAll('*')].map((host) => host.shadowRoot && find(host.shadowRoot)).find(Boolean);
  const field = find(document);`;

/**
 * @param {WebDriver} driver @param {string} url @param {import('./layouts.mjs').Layout} layout @param {string} [picture] A file.
 * @returns {Promise<{ before: Measured, after: Measured, faults: string[] }>}
 */
export async function measure(driver, url, { page, row = '[data-row]' }, picture) {
  // A field with words in it may look otherwise: its label floats.
  const type = () =>
    driver.executeScript(`${FIELD}
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, 'password123');
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));`);
  await driver.get(url + page);
  await settled(driver, row);
  await type();
  const before = await settled(driver, row);
  await driver.get(`${url}${page}?widget`);
  await settled(driver, row);
  await type();
  const verdict = () => driver.executeScript(`return document.querySelector('pass-muster')?.verdict?.verdict === 'weak'`);
  await driver.wait(verdict, 5_000).catch(() => {});
  const after = await settled(driver, row);
  if (picture) writeFileSync(picture, await driver.takeScreenshot(), 'base64');
  return { before, after, faults: faults(before, after) };
}
