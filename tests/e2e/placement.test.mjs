/** Where the widget stands, in layouts of our own making; tests/layouts/ has those of frameworks. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { servePages } from '../layouts/pages.mjs';
import { becomes, byId, driver, suite } from './suite.mjs';

/** @param {string} script @param {unknown[]} values */
const page = (script, ...values) => driver.executeScript(script, ...values);

/** Runs in the page: shows this HTML and mounts the widget on its form, by `options`. */
const MOUNT = `
  const [html, options] = arguments;
  document.body.innerHTML = html;
  return options && import('/passmuster/element.js').then(({ mount }) => {
    window.mounted = mount(document.querySelector('form'), { endpoint: 'range/', ...options });
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  });`;
/** @param {string} html */
const show = (html) => driver.executeScript(MOUNT, html, null);
/** @param {string} html @param {object} [options] */
const mount = (html, options = {}) => driver.executeScript(MOUNT, html, options);

/** @param {string} selector @returns {Promise<{ left: number, top: number, right: number, bottom: number, width: number, height: number }>} */
const box = (selector) =>
  driver.executeScript('return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()', selector);

/** Whether the widget is below a row, and no narrower. @param {string} row @param {number} [slack] */
async function isBelow(row, slack = 1) {
  const [above, widget] = [await box(row), await box('pass-muster')];
  assert.ok(widget.top >= above.bottom - 1, `the widget begins at ${widget.top}, the row ends at ${above.bottom}`);
  assert.ok(widget.width >= above.width - slack, `the widget is ${widget.width} wide, the row ${above.width}`);
}

/** Whether the widget has a button of this name that is seen. @param {string} name @returns {Promise<boolean>} */
const offers = (name) =>
  driver.executeScript(
    `return [...document.querySelectorAll('pass-muster button')].some((button) => button.textContent === arguments[0] && button.offsetWidth > 0)`,
    name,
  );

const FIELD = '<input id="one" type="password" autocomplete="new-password">';
const ROW = `<style>.row { display: flex; align-items: center }</style>
  <form><div class="row" id="row"><label for="one">New password</label>${FIELD}<button>Save</button></div></form>`;

suite('the placement', () => {
  /** @type {Awaited<ReturnType<typeof servePages>>} */
  let pages;
  before(async () => {
    pages = await servePages([]);
  });
  after(() => pages.close());
  beforeEach(() => driver.get(`${pages.url}empty.html`));

  test('the widget stands below a row of flex items, and the field keeps its width', async () => {
    await show(ROW);
    const before = await box('#one');
    await mount(ROW);
    await isBelow('#row');
    assert.equal((await box('#one')).width, before.width);
    await byId('one').sendKeys('password123');
    await becomes('weak');
  });

  test('in a table it gets a row of its own, which goes with it', async () => {
    await mount(
      `<form><table><tr id="row"><th>New password</th><td>${FIELD}</td><td>?</td></tr><tr><td>below</td></tr></table></form>`,
    );
    // WebKit's box of a row has the space around the cells in it.
    await isBelow('#row', 5);
    assert.equal(await page('return document.querySelector(".passmuster-row").cells[0].colSpan'), 3);
    await page('window.mounted.destroy()');
    assert.equal(await page('return document.querySelectorAll("tr").length'), 2);
  });

  test('an icon over the field and a label that floats in it stay where they are', async () => {
    const style = `<style>
      .box { position: relative; inline-size: 20rem }
      .box > * { position: absolute; inset-block: 0; margin: auto; block-size: 1rem; inset-inline-end: 1rem }
      .box > input { position: static; block-size: 3rem; inline-size: 100% }</style>`;
    const html = `${style}<form><div class="box" id="row">${FIELD}<span id="icon">i</span></div></form>`;
    await show(html);
    const before = await box('#icon');
    await mount(html);
    await isBelow('#row');
    assert.deepEqual(await box('#icon'), before);
  });

  test('it moves when the layout becomes another', async () => {
    const html = `<style>#row { display: block } #row.wide { display: flex } #row.wide input { inline-size: 10rem } #row > div { flex: 1 }</style>
      <form><div id="row"><div id="cell"><label for="one">New</label><br>${FIELD}</div><button type="button" id="beside">Help</button></div></form>`;
    await mount(html);
    assert.equal(await page('return document.querySelector("pass-muster").parentElement.id'), 'cell');
    await page('document.querySelector("br").remove(); document.getElementById("row").className = "wide"');
    await driver.wait(() => page('return document.querySelector("pass-muster").parentElement.id !== "cell"'), 3_000);
    await isBelow('#row');
  });

  test('where nothing can go below, it is shown above the page at the field, while that has the focus', async () => {
    const html = `<style>.bar { display: flex; block-size: 3rem; overflow: hidden } .bar form { display: flex }</style>
      <div class="bar"><form>${FIELD}<button id="save">Save</button></form><a href="#" id="other">Home</a></div>`;
    await mount(html);
    const shown = () => page('return document.querySelector("pass-muster").matches(":popover-open")');
    assert.equal(await shown(), false);
    await byId('one').click();
    await driver.wait(shown, 3_000);
    const [field, widget] = [await box('#one'), await box('pass-muster')];
    assert.ok(Math.abs(widget.left - field.left) < 1 && widget.top >= field.bottom && widget.top < field.bottom + 16);
    await byId('one').sendKeys('password123');
    await becomes('weak');
    await byId('other').click();
    await driver.wait(async () => !(await shown()), 3_000);
  });

  test('placement="popover" and placement="below" are obeyed, and changed while it stands', async () => {
    await mount(ROW, { placement: 'popover' });
    assert.equal(await page('return window.mounted.popover'), 'manual');
    await page('window.mounted.placement = "below"');
    assert.equal(await page('return window.mounted.hasAttribute("popover")'), false);
    await isBelow('#row');
    await assert.rejects(page('window.mounted.placement = "left"'), /placement must be/);
  });

  test('what the page wrote stays where it wrote it', async () => {
    await show(
      `<form><div style="display: flex" id="row">${FIELD}<pass-muster for="one" endpoint="range/"></pass-muster></div></form>`,
    );
    await page('return import("/passmuster/element.js").then(() => document.querySelector("pass-muster").ready())');
    assert.equal(await page('return document.querySelector("pass-muster").parentElement.id'), 'row');
  });

  test('the widget holds against a style for all that is in a form', async () => {
    const style = `<style>
      form > *, form div { float: left; inline-size: 3rem; margin: 2rem; padding: 1rem; position: relative; inset-inline-start: 3rem }
      p, span { margin: 3rem; padding: 2rem; max-inline-size: 2rem; text-indent: 5rem }
      button { display: block; inline-size: 100%; margin: 2rem; text-transform: uppercase }</style>`;
    await mount(`${style}<form>${FIELD}</form>`);
    await byId('one').sendKeys('password123');
    await becomes('weak');
    const widget = await box('pass-muster');
    for (const part of ['.passmuster-headline', '.passmuster-meter', '.passmuster-segment', '.passmuster-button']) {
      const { left, right, width, height } = await box(part);
      assert.ok(left >= widget.left - 1 && right <= widget.right + 1 && width > 0 && height > 0, part);
    }
    assert.ok((await box('.passmuster-headline')).height < 40);
    assert.ok((await box('.passmuster-button')).width < 200);
  });

  test('each control can be switched off', async () => {
    const pair = `<form>${FIELD}<input id="two" type="password" autocomplete="new-password"></form>`;
    await mount(pair);
    assert.ok((await offers('Show password')) && (await offers('Suggest a password')));
    await mount(pair, { showPassword: 'off', suggestion: 'off', confirmation: 'off' });
    assert.ok(!(await offers('Show password')) && !(await offers('Suggest a password')));
    assert.equal(await page('return document.querySelectorAll(".passmuster-differs").length'), 0);
  });

  for (const [what, control] of Object.entries({
    'by aria-controls': '<button type="button" aria-controls="one">◉</button>',
    'by its name': '<button type="button" aria-label="Reveal my password">◉</button>',
    'by the label of a checkbox': '<label><input type="checkbox"> Show password</label>',
    'by an icon beside the field': '<a role="button" tabindex="0"><i class="fa fa-eye-slash">◉</i></a>',
  })) {
    test(`the page’s own button that shows the password is known ${what}, and ours stays away`, async () => {
      await mount(`<form><p>${FIELD}${control}</p></form>`);
      assert.equal(await offers('Show password'), false);
      assert.equal(await offers('Suggest a password'), true);
      await mount(`<form><p>${FIELD}${control}</p></form>`, { showPassword: 'on' });
      assert.equal(await offers('Show password'), true);
    });
  }

  test('one that only shows by what it does is known once it was used', async () => {
    await mount(`<form><p>${FIELD}<button type="button" id="own">◉</button></p></form>`);
    assert.equal(await offers('Show password'), true);
    await page('document.getElementById("one").type = "text"');
    await driver.wait(async () => !(await offers('Show password')), 3_000);
  });

  test('a button for another password, or for something else, is none', async () => {
    await mount(`<form>
      <p><input id="old" type="password" autocomplete="current-password"><button type="button" aria-label="Show password">◉</button></p>
      <p>${FIELD}<button type="button" data-toggle="dropdown" aria-label="Help">?</button></p></form>`);
    assert.equal(await offers('Show password'), true);
  });
});
