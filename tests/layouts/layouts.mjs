/**
 * The layouts that the widget is tried in: stock forms as the documentation of each framework has them, with its real
 * styles. Only `autocomplete="new-password"` is added, and marks for the measuring: `data-row` on what stands in one row
 * with the field, `data-shows` on a field whose page has a button of its own that shows the password.
 *
 * @typedef {object} Layout
 * @property {string} name
 * @property {'styles' | 'built' | 'django'} project What has to be installed for it.
 * @property {string} page Its address on the server of pages.mjs.
 * @property {string} [row] A selector of the row, where the page cannot be marked.
 * @property {boolean} [quick] Whether `npm test` has time for it.
 */

/** @param {string} page @param {boolean} [quick] @returns {Layout} */
const styled = (page, quick) => ({ name: page, project: 'styles', page: `${page}.html`, quick });
/** @param {string} name @param {string} [row] @returns {Layout} */
const built = (name, row) => ({ name, project: 'built', page: `built/${name}.html`, row });
/** @param {string} name @param {string} row @returns {Layout} */
const django = (name, row) => ({ name: `django-${name}`, project: 'django', page: `django/${name}.html`, row });

/** @type {Layout[]} */
export const LAYOUTS = [
  styled('bootstrap-plain'),
  styled('bootstrap-input-group', true),
  styled('bootstrap-input-group-button'),
  styled('bootstrap-floating', true),
  styled('bootstrap-horizontal'),
  styled('bootstrap-inline'),
  built('tailwind3'),
  built('tailwind3-icon'),
  built('tailwind4'),
  built('tailwind4-icon'),
  styled('bulma'),
  styled('bulma-addons'),
  styled('pico'),
  styled('pico-group'),
  styled('uikit'),
  styled('uikit-horizontal'),
  styled('foundation', true),
  styled('foundation-label'),
  styled('foundation-middle'),
  styled('govuk', true),
  styled('uswds'),
  styled('patternfly'),
  styled('patternfly-horizontal'),
  styled('materialize'),
  styled('semantic'),
  styled('semantic-input', true),
  styled('semantic-inline'),
  styled('fomantic'),
  built('material-web', 'md-outlined-text-field[type="password"]'),
  built('mui'),
  built('mui-standard'),
  built('antd', '.ant-input-affix-wrapper'),
  built('vuetify', '.v-field:has([autocomplete="new-password"])'),
  built('angular', '.mat-mdc-text-field-wrapper'),
  styled('plain-p'),
  styled('plain-label'),
  styled('plain-br'),
  styled('plain-table'),
  styled('plain-flex'),
  styled('plain-grid', true),
  styled('plain-fieldset'),
  django('admin-reset', '.field-password1 :is(label, input)'),
  django('admin-change', '.field-new_password1 :is(label, input), .form-row:has(#id_new_password1) :is(label, input)'),
  django('as-p', 'p:has(#id_new_password1) > :is(label, input)'),
  django('as-table', 'tr:has(#id_new_password1)'),
  django('as-div', '#id_new_password1'),
];
