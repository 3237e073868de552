/** The element in pages that a framework renders: nothing is touched too early, and what comes, changes or leaves is followed. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SOON, becomes, byId, demo, driver, one, openDemo, openPackage, page, suite } from './suite.mjs';

/** Has the elements that follow wait for their field to be used. */
const RENDERED = 'globalThis.rendered = true;';
const headline = () => driver.executeScript(`return document.querySelector('.passmuster-headline')?.textContent ?? ''`);
/** @param {RegExp} expected */
const says = (expected) => driver.wait(async () => expected.test(String(await headline())), SOON, `${expected}`);

suite('the element in a rendered page', () => {
  beforeEach(openDemo);

  test('the markup stays as it was until the field is used, and has its words then', async () => {
    const html = await page(
      `${RENDERED} place(build('form', {}, [field('one'), widget('one'), field('two')])); return document.querySelector('form').outerHTML`,
    );
    await page('return new Promise((resolve) => setTimeout(resolve, 2_500))');
    assert.equal(await page(`return document.querySelector('form').outerHTML`), html);
    const height = await page(`return document.querySelector('pass-muster').offsetHeight`);
    await byId('one').click();
    await says(/Choose/);
    assert.equal(await page(`return document.querySelector('pass-muster').offsetHeight`), height);
    await page(`document.querySelector('pass-muster').destroy()`);
    assert.equal(
      await page(`return document.querySelector('form').outerHTML.replace(/ (value|data-focus)="[^"]*"/g, '')`),
      String(html).replace(/<pass-muster.*<\/pass-muster>/, ''),
    );
  });

  test('a value that a script sets before the field is used is judged', async () => {
    await page(
      `${RENDERED} place(build('form', {}, [field('one'), widget('one')])); document.getElementById('one').value = 'password123';`,
    );
    await becomes('weak', 'one', 10_000);
    await says(/Easy to guess/);
    assert.equal(await page(`return document.getElementById('one').checkValidity()`), false);
  });

  test('what was set before the definition is taken over, and what was wrong is told', async () => {
    await openPackage();
    const seen = await page(`
      const said = [];
      const { error } = console;
      console.error = (thing) => said.push(String(thing.message ?? thing));
      const early = document.createElement('x-early');
      Object.assign(early, { htmlFor: 'one', minScore: 4, timeout: undefined, pause: -5, context: ['acme'], messages: { headline: { empty: 'Mine' } }, soleFactor: true, secondFactorHref: null });
      place(build('form', {}, [field('one'), early]));
      customElements.define('x-early', class extends window.passmuster.PassMusterElement {});
      console.error = error;
      const { htmlFor, minScore, timeout, pause, context, messages, soleFactor } = early;
      early.ready();
      return [htmlFor, minScore, timeout, pause, context, messages, soleFactor, Object.keys(early), early.getAttribute('min-score'), said];`);
    assert.deepEqual(seen, [
      'one',
      4,
      3_000,
      800,
      ['acme'],
      { headline: { empty: 'Mine' } },
      true,
      [],
      '4',
      ['<x-early for="one">: pause must be a whole number from 0 to 60000, not "-5"'],
    ]);
    await says(/Mine/);
  });

  test('new messages are worded at once, and new context is known at once', async () => {
    await page(`place(build('form', {}, [field('one'), widget('one')]))`);
    await byId('one').sendKeys('Lindqvist-Quarry-77');
    await becomes('accepted', 'one', 10_000);
    await page(`document.querySelector('pass-muster').messages = { headline: { accepted: 'Splendid' } }`);
    assert.equal(await headline(), 'Splendid');
    await page(`document.querySelector('pass-muster').messages = null`);
    assert.notEqual(await headline(), 'Splendid');
    const { guessesLog10 } = await page(`return document.querySelector('pass-muster').verdict`);
    await page(`document.querySelector('pass-muster').context = 'Quarry Lindqvist'`);
    const after = await page(`return document.querySelector('pass-muster').verdict`);
    assert.ok(after.guessesLog10 < guessesLog10, `${after.guessesLog10} < ${guessesLog10}`);
    await page(
      `const element = document.querySelector('pass-muster'); element.context = null; element.setAttribute('context', 'Lindqvist')`,
    );
    assert.ok((await page(`return document.querySelector('pass-muster').verdict`)).guessesLog10 < guessesLog10);
  });

  test('a field that comes late, is replaced, leaves and comes back is followed without an error', async () => {
    await page(`
      window.errors = [];
      addEventListener('error', (event) => window.errors.push(event.message));
      place(build('form', {}, [widget('one'), field('two')]));`);
    await page(`document.querySelector('pass-muster').before(field('one'))`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await page(`document.getElementById('one').replaceWith(field('one'))`);
    await byId('one').sendKeys('fjord');
    await becomes('weak', 'one');
    assert.equal(await page(`return document.querySelectorAll('.passmuster-meter, .passmuster-differs').length`), 2);
    await page(`document.getElementById('one').remove()`);
    await driver.wait(
      async () => (await page(`return document.querySelectorAll('.passmuster-meter, .passmuster-differs').length`)) === 0,
      SOON,
    );
    assert.equal(await page(`return document.getElementById('two').outerHTML`), await page(`return field('two').outerHTML`));
    await page(`document.querySelector('pass-muster').before(field('one', { value: 'password123' }))`);
    await becomes('weak', 'one');
    assert.deepEqual(await page('return window.errors'), []);
  });

  test('two elements that take turns on a field do not trip over each other', async () => {
    await page(`
      window.errors = [];
      addEventListener('error', (event) => window.errors.push(event.message));
      place(build('form', {}, [field('one'), widget('one')]));
      const old = document.querySelector('pass-muster');
      old.before(widget('one'));
      old.remove();`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    assert.deepEqual(await page('return window.errors'), []);
  });

  test('the field of another library’s element is found in its open shadow root', async () => {
    await page(`
      customElements.define('x-input', class extends HTMLElement {
        connectedCallback() {
          const inner = field('inner');
          for (const name of ['type', 'autocomplete']) inner.setAttribute(name, this.getAttribute(name));
          inner.removeAttribute('id');
          this.attachShadow({ mode: 'open' }).append(build('div', {}, [inner]));
        }
      });
      place(build('form', { method: 'post', action: 'reset' }, [build('x-input', { id: 'wrapped', type: 'password', autocomplete: 'new-password' }), widget('wrapped'), build('button', { id: 'go' }, ['Go'])]));`);
    const inner = () => page(`return document.getElementById('wrapped').shadowRoot.querySelector('input')`);
    await (await inner()).sendKeys('password123');
    await becomes('weak', 'wrapped');
    const widget = await one('pass-muster').getRect();
    const host = await byId('wrapped').getRect();
    assert.ok(widget.y >= host.y + host.height - 1);
    await byId('go').click();
    assert.equal(await page('return location.pathname'), '/');
    // `mount()` finds it by the form, and puts its widget beside what can be seen.
    await page(`document.querySelector('pass-muster').remove();
      const { mount } = await import('/element.js');
      mount(document.querySelector('form'), { endpoint: 'range/' });`);
    assert.equal(await page(`return document.querySelector('pass-muster').parentElement.localName`), 'form');
    await becomes('weak', 'wrapped');
  });

  test('what is typed before a framework takes over its server’s markup stays, and nothing differs', async () => {
    await driver.get(`${demo.url}pages/hydration.html`);
    await driver.wait(() => page('return window.hydrated === true'), 10_000);
    assert.equal(await page('return untouched'), true);
    assert.equal(await byId('new').getAttribute('value'), 'password');
    await becomes('weak', 'new', 10_000);
    await byId('new').sendKeys('123');
    await driver.wait(() => page(`return held.password === 'password123' && held.verdict === 'weak'`), SOON);
    assert.deepEqual(await page('return window.errors'), []);
    await says(/Easy to guess/);
  });
});
