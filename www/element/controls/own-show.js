/**
 * Whether the page has a control of its own that shows the field's password: then the widget's stays away.
 *
 * It is known by `aria-controls`, by its name, by an icon's name where it stands in a line with the field, and in the end by
 * what it does: it changes the field's `type`.
 */

import { boxOf, contains, find, parentOf, queryAll } from '../../dom.js';
import { formOf } from '../form.js';

/** What may be such a control. */
const CONTROLS = 'button, a, [role="button"], [role="switch"], [role="img"], [tabindex], input[type="checkbox"]';
/** A name that says so. */
const NAME = /\b(show|hide|display|reveal|view|see|unmask|toggle)\b.*(pass|pwd|pin\b|typing|characters)|pass\w*.*visib/i;
/** The icon of one, or a class, beside the field. */
const ICON = /\beye|visib|reveal|unmask|(show|hide|toggle)[-_ ]?(pass|pw)|[>"'\s](show|hide)[<"'\s]/i;

/** What a control is called. @param {Element} control */
function nameOf(control) {
  const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
  return [
    control.getAttribute('aria-label'),
    control.getAttribute('title'),
    ...[...labels, control].map((named) => named.textContent),
  ]
    .join(' ')
    .trim();
}

/** Whether two elements share a line. @param {Element} one @param {Element} other */
function inLine(one, other) {
  const [a, b] = [one, other].map(boxOf);
  return a.height > 0 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
}

/**
 * @param {HTMLInputElement} field
 * @param {string[]} words What the page's language calls it.
 */
export function pageShows(field, words) {
  const form = formOf(field);
  const root = /** @type {Document | ShadowRoot} */ (field.getRootNode());
  // The field's own tree may be the shadow of an element that has the button.
  const controls = [
    ...(form ? queryAll(form, CONTROLS) : []),
    ...(form && contains(form, field) ? [] : root.querySelectorAll(CONTROLS)),
  ];
  return controls.some((control) => {
    if (control.closest('pass-muster') || control.matches('[type="submit"], [type="reset"]')) return false;
    if ((control.getAttribute('aria-controls') ?? '').split(/\s+/).includes(field.id)) return true;
    const name = nameOf(control);
    const isNamed = NAME.test(name) || words.some((word) => word && name.toLowerCase() === word.toLowerCase());
    if (!isNamed && !(inLine(control, field) && ICON.test(control.outerHTML))) return false;
    // That of another password stands nearer to that one.
    let around = parentOf(control);
    while (around && !find(around, 'input[type="password"], input[autocomplete*="-password" i]')) around = parentOf(around);
    return around ? contains(around, field) : root instanceof ShadowRoot;
  });
}
