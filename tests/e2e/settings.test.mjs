/** The settings: what is refused, in which words, and what is given to fields that lack it. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { BUILD, driver, openDemo, page, suite } from './suite.mjs';

suite('settings', () => {
  beforeEach(openDemo);

  test('fields without an id have ids of their own while there is a widget', async () => {
    await page(`
      const bare = () => build('input', { type: 'password', autocomplete: 'new-password' });
      place(...[1, 2].map(() => build('form', {}, [bare(), build('pass-muster', { endpoint: 'range/' }), bare()])));`);
    const ids = await page(
      `return [...document.querySelectorAll('.passmuster-differs, .passmuster-description, pass-muster ~ input:first-child, form > input:first-child')].map(({ id }) => id)`,
    );
    assert.equal(ids.length, 6);
    assert.equal(new Set(ids).size, 6);
    assert.equal(
      await page(
        `return [...document.querySelectorAll('form')].every((form) => document.getElementById(form.querySelector('[aria-controls]').getAttribute('aria-controls')) === form.elements[0])`,
      ),
      true,
    );
    assert.equal(
      await page(
        `for (const element of document.querySelectorAll('pass-muster')) element.destroy(); return document.querySelectorAll('input[id]').length`,
      ),
      0,
    );
  });

  test('wrong use throws an error that names the element and what was expected', async () => {
    const said = await driver.executeAsyncScript(`
      const done = arguments[0];
      ${BUILD}
      import('./element.js').then(({ mount }) => {
        const said = [];
        const attempt = (use) => {
          try { use(); said.push('nothing'); } catch (error) { said.push(error.name + ': ' + error.message); }
        };
        const form = build('form', { id: 'login' });
        for (const target of [build('div'), form, null, undefined, '#login']) attempt(() => mount(target));
        form.append(field('one'));
        attempt(() => mount(form, { minscore: 4 }));
        attempt(() => mount(form, { pause: -1 }));
        form.append(field('one', { maxlength: '12' }));
        form.firstElementChild.remove();
        attempt(() => mount(form, { soleFactor: true }));
        const element = document.querySelector('pass-muster');
        for (const [name, value] of [['timeout', 'soon'], ['minScore', 7], ['onUnavailable', 'panic'], ['breach', 'maybe'], ['engine', 'other'],
          ['secondFactorHref', ' java\\nscript:alert(1)'], ['endpoint', 'ftp://x.org/'], ['endpoint', 'https://x.org/#'], ['endpoint', 'https://me:secret@x.org/']]) attempt(() => { element[name] = value; });
        said.push(element.constructor.observedAttributes.filter((name) => element.hasAttribute(name)).join());
        done(said);
      }).catch((error) => done([String(error)]));`);
    assert.deepEqual(said, [
      'TypeError: mount(): expected a <form>, found <div>',
      'TypeError: mount(): expected input[autocomplete~="new-password"] in <form id="login">, found none',
      'TypeError: mount(): expected a <form>, found none',
      'TypeError: mount(): expected a <form>, found undefined',
      'TypeError: mount(): expected a <form>, found string',
      'TypeError: <pass-muster for="one">: expected properties of it as options, found minscore',
      'TypeError: <pass-muster for="one">: pause must be a whole number from 0 to 60000, not "-1"',
      'TypeError: <pass-muster for="one">: expected a maxlength of 15 or more on <input id="one" name="one" type="password" autocomplete="new-password">, found 12',
      'TypeError: <pass-muster for="new">: timeout must be a whole number from 100 to 60000, not "soon"',
      'TypeError: <pass-muster for="new">: min-score must be a whole number from 0 to 4, not "7"',
      'TypeError: <pass-muster for="new">: on-unavailable must be "allow" or "block", not "panic"',
      'TypeError: <pass-muster for="new">: breach must be "on" or "off", not "maybe"',
      'TypeError: <pass-muster for="new">: engine must be "muster" or "zxcvbn", not "other"',
      'TypeError: <pass-muster for="new">: second-factor-href must be relative, http: or https:, not " java\nscript:alert(1)"',
      ...['ftp://x.org/', 'https://x.org/#', 'https://me:secret@x.org/'].map(
        (url) =>
          `TypeError: <pass-muster for="new">: endpoint must be an http or https URL without user, password and fragment, not "${url}"`,
      ),
      // As it was.
      'for,endpoint,second-factor-href',
    ]);
  });

  test('what is wrong in the page’s own markup is an error in its console, and its form is left alone', async () => {
    const said = await page(`
      const said = [];
      addEventListener('error', (event) => { said.push(event.message.replace(/^.*?TypeError: /, '')); event.preventDefault(); });
      const one = field('one');
      const html = one.outerHTML;
      place(
        one, widget('one', { timeout: 'soon' }),
        widget('one', { endpoint: 'https://x.org/#' }), widget('one', { 'second-factor-href': 'JavaScript:alert(1)' }), field('short', { maxlength: '6' }), widget('short'));
      said.push(one.outerHTML === html);
      return said;`);
    assert.deepEqual(said, [
      '<pass-muster for="one">: timeout must be a whole number from 100 to 60000, not "soon"',
      '<pass-muster for="one">: endpoint must be an http or https URL without user, password and fragment, not "https://x.org/#"',
      '<pass-muster for="one">: second-factor-href must be relative, http: or https:, not "JavaScript:alert(1)"',
      '<pass-muster for="short">: expected a maxlength of 8 or more on <input id="short" name="short" type="password" autocomplete="new-password">, found 6',
      true,
    ]);
  });

  test('a field that does not come is told on the console, once it is late', async () => {
    const said = await page(`
      const said = [];
      const { warn } = console;
      console.warn = (text) => said.push(text);
      place(
        widget('nobody'), build('p', { id: 'text' }), widget('text'), build('pass-muster'),
        field('one'), widget('one'), widget('one'));
      return new Promise((resolve) => setTimeout(() => { console.warn = warn; resolve(said); }, 5_000));`);
    assert.deepEqual(said, [
      '<pass-muster for="nobody">: expected an <input> with id="nobody", found none',
      '<pass-muster for="text">: expected an <input> with id="text", found <p id="text">',
      '<pass-muster>: expected a form around it with input[autocomplete~="new-password"], or a for attribute, found none',
      '<pass-muster for="one">: expected a field without a widget, found <input id="one" name="one" type="password" autocomplete="new-password"> with one',
    ]);
  });
});
