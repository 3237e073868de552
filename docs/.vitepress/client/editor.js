/** The editor of the theming guide: sets custom properties on the widget beside it, and writes the style that does the same. */

const editor = /** @type {HTMLElement} */ (document.querySelector('.editor'));
const widget = /** @type {HTMLElement} */ (editor.querySelector('pass-muster'));
const field = /** @type {HTMLInputElement} */ (editor.querySelector('[data-try] input'));
const form = /** @type {HTMLFormElement} */ (editor.querySelector('[data-editor]'));
const result = /** @type {HTMLElement} */ (editor.querySelector('[data-result]'));
const inputs = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[data-property]')]);
/** What was changed. @type {Map<string, string>} */
const changed = new Map();

/** A colour as red, green and blue of 0 to 255, however it is written. @param {string} colour */
function channels(colour) {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const found = getComputedStyle(probe)
    .color.match(/[\d.]+/g)
    ?.map(Number) ?? [0, 0, 0];
  probe.remove();
  return found.slice(0, 3);
}
/** @param {string} colour */
const hex = (colour) =>
  `#${channels(colour)
    .map((value) => Math.round(value).toString(16).padStart(2, '0'))
    .join('')}`;
/** WCAG 2.2, relative luminance. @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The value that a property has now, by the element's own style. @param {string} name */
const current = (name) => getComputedStyle(widget).getPropertyValue(name.replace('--passmuster-', '--_')).trim();

function show() {
  const ground = getComputedStyle(/** @type {HTMLElement} */ (widget.closest('.try'))).backgroundColor;
  for (const input of inputs) {
    const name = String(input.dataset.property);
    if (input.type === 'color') {
      if (!changed.has(name)) input.value = hex(current(name));
      const told = form.querySelector(`[data-contrast="${name}"]`);
      if (told) told.textContent = `${contrast(input.value, ground).toFixed(1)} to 1 on this background.`;
    }
  }
  result.textContent =
    changed.size === 0
      ? '/* Nothing was changed yet. */'
      : `pass-muster {\n${[...changed].map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;
}

form.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const name = String(target.dataset.property);
  const value = target.value + (target.dataset.unit ?? '');
  changed.set(name, value);
  widget.style.setProperty(name, value);
  show();
});
form.addEventListener('reset', () => {
  for (const name of changed.keys()) widget.style.removeProperty(name);
  changed.clear();
  setTimeout(show);
});
form.addEventListener('submit', (event) => event.preventDefault());
for (const button of /** @type {NodeListOf<HTMLElement>} */ (editor.querySelectorAll('[data-sample]'))) {
  button.addEventListener('click', () => {
    field.value = String(button.dataset.sample);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
new MutationObserver(show).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
show();
