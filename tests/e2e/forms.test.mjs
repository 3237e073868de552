/** Forms of every kind that a page can have: what is held, what is let through, and that nothing is left over. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { By, until } from 'selenium-webdriver';
import {
  BUILD,
  SOON,
  becomes,
  byId,
  demo,
  driver,
  openPackage,
  heard,
  one,
  openDemo,
  page,
  strongPassword,
  suite,
} from './suite.mjs';

suite('forms', () => {
  beforeEach(openDemo);

  const verdict = (/** @type {string} */ id) =>
    driver.findElement(By.css(`pass-muster[for="${id}"] .passmuster-meter`)).getAttribute('data-verdict');
  const posted = () => demo.requests.find(({ method }) => method === 'POST')?.body;

  test('a held submit goes on with the button that made it', async () => {
    demo.breakage.rangeDelay = 600;
    await page(`place(reset([field('one'), widget('one'),
      build('button', { name: 'then', value: 'stay' }, ['Stay']), build('button', { name: 'then', value: 'leave', id: 'leave' }, ['Leave'])]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await byId('leave').click();
    await driver.wait(until.urlContains('done.html'), SOON);
    assert.match(posted() ?? '', /(^|&)then=leave$/);
  });

  test('requestSubmit() is held like any other submit', async () => {
    demo.breakage.rangeDelay = 600;
    await page(`place(build('form', { id: 'form', method: 'post', action: 'reset' }, [field('one'), widget('one')]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await page(`document.getElementById('form').requestSubmit()`);
    assert.equal(posted(), undefined);
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('a value that a script sets while a submit is held does not go out unseen', async () => {
    demo.breakage.rangeDelay = 600;
    const script = `setTimeout(() => { document.getElementById('one').value = 'password123'; }, 100)`;
    for (const attributes of ['{}', '{ novalidate: "" }']) {
      await page(`place(reset([field('one'), widget('one', { pause: '9000' }), go()], ${attributes}))`);
      await byId('one').sendKeys(strongPassword());
      await becomes('checking', 'one');
      await page(`document.querySelector('form').requestSubmit(); ${script}`);
      await becomes('weak', 'one');
      await driver.wait(async () => (await driver.switchTo().activeElement().getAttribute('id')) === 'one', SOON);
      assert.equal(await one('form').getAttribute('data-passmuster-waiting'), null);
      assert.equal(posted(), undefined);
    }
  });

  test('a submit that waits does not go on once its page was left, also if that comes back', async () => {
    demo.breakage.rangeDelay = 1_000;
    await page(`place(reset([field('one'), widget('one'), go()]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await byId('go').click();
    assert.equal(await one('form').getAttribute('data-passmuster-waiting'), '');
    await page(`location.href = 'second-factor.html'`);
    await driver.wait(until.urlContains('second-factor.html'), SOON);
    await driver.navigate().back();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    assert.equal(new URL(await driver.getCurrentUrl()).pathname, '/');
    assert.equal(posted(), undefined);
  });

  test('a field that is disabled, or was taken out of the form, stands in no submit’s way', async () => {
    for (const change of [`document.querySelector('fieldset').disabled = true`, `document.getElementById('one').remove()`]) {
      await openDemo();
      await page(`place(reset([build('fieldset', {}, [field('one'), widget('one')]), go()]))`);
      await byId('one').sendKeys('password123');
      await becomes('weak', 'one');
      await page(change);
      await byId('go').click();
      await driver.wait(until.urlContains('done.html'), SOON);
    }
  });

  test('a field that is replaced, or given to another form, is followed', async () => {
    await page(`place(
      build('form', { id: 'first' }, [field('one'), widget('one'), go()]),
      build('form', { id: 'second', method: 'post', action: 'reset' }, [build('button', { id: 'elsewhere' }, ['Elsewhere'])]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('accepted', 'one');
    await page(`document.getElementById('one').replaceWith(field('one'))`);
    await becomes('empty', 'one');
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await page(`
      document.getElementById('second').noValidate = true;
      document.getElementById('one').setAttribute('form', 'second');
      document.querySelector('pass-muster').check();`);
    await byId('elsewhere').click();
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
    assert.equal(posted(), undefined);
    assert.equal(await page(`return document.querySelectorAll('pass-muster').length`), 1);
  });

  test('a fetch of the page’s own that does not heed its signal holds no submit for ever', async () => {
    await page(`
      const fetchOwn = fetch;
      window.fetch = (url, init) => (String(url).includes('range/') ? new Promise(() => {}) : fetchOwn(url, init));
      place(reset([field('one'), widget('one', { timeout: '300' }), go()]));`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await byId('go').click();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('a form with novalidate is refused a weak password all the same, and the page’s own listener sees no such submit', async () => {
    await page(`const form = build('form', { novalidate: '', method: 'post', action: 'reset' }, [field('one'), widget('one'), go()]);
      window.seen = 0;
      form.addEventListener('submit', () => { window.seen += 1; });
      place(form)`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await byId('go').click();
    assert.equal(await page('return window.seen'), 0);
    assert.equal(posted(), undefined);
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
  });

  test('a button with formnovalidate goes through whatever the password is', async () => {
    await page(`place(reset([field('one'), widget('one'), build('button', { id: 'later', formnovalidate: '' }, ['Later'])]))`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await byId('later').click();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('where the site says so, what cannot be checked is blocked, and may be tried again', async () => {
    demo.breakage.rangeDown = true;
    await page(`place(reset([field('one'), widget('one', { 'on-unavailable': 'block' }), go()]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('unverified', 'one');
    demo.breakage.rangeDown = false;
    await byId('go').click();
    await becomes('accepted', 'one');
    await byId('go').click();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('where the wasm cannot be had the form goes through, unless the site says otherwise: until a new try brings it', async () => {
    const configure = (/** @type {string} */ wasm) => page(`window.passmuster.configure({ engines: { zxcvbn: ${wasm} } })`);
    const headline = () => one('.passmuster-headline').getText();
    await openPackage();
    await configure(`() => Promise.reject(new TypeError('refused'))`);
    await page(`place(reset([field('one'), widget('one', { engine: 'zxcvbn', 'on-unavailable': 'block' }), go()]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('unavailable', 'one');
    assert.match(await headline(), /try again/);
    // A try, in vain.
    await byId('go').click();
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
    await configure(`'/zxcvbn.wasm'`);
    await byId('go').click();
    await becomes('accepted', 'one', 10_000);
    assert.equal(posted(), undefined);
    await byId('go').click();
    await driver.wait(until.urlContains('done.html'), SOON);

    await openPackage();
    await configure(`() => Promise.reject(new TypeError('refused'))`);
    await page(`place(reset([field('one'), widget('one', { engine: 'zxcvbn' }), go()]))`);
    await byId('one').sendKeys('password123');
    await becomes('unavailable', 'one');
    await byId('go').click();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('a wasm that never comes is unavailable after ten seconds, and may still come', async () => {
    await openPackage();
    await page(`
      window.passmuster.configure({ engines: { zxcvbn: () => new Promise((resolve) => { window.come = () => resolve('/zxcvbn.wasm'); }) } });
      place(reset([field('one'), widget('one', { engine: 'zxcvbn' })]))`);
    await byId('one').sendKeys('password123');
    await becomes('unavailable', 'one', 13_000);
    assert.match(await one('.passmuster-headline').getText(), /can’t check/);
    await page('window.come()');
    await becomes('weak', 'one', 10_000);
    assert.match(await one('.passmuster-headline').getText(), /Easy to guess/);
  });

  test('two widgets on a page, in a dialog and in a shadow root, each know their own field', async () => {
    await page(`
      const host = build('div', { id: 'host' });
      const root = host.attachShadow({ mode: 'open' });
      root.append(build('form', {}, [field('two'), widget('two')]));
      const dialog = build('dialog', {}, [build('form', {}, [field('one'), widget('one')])]);
      place(host, dialog);
      dialog.showModal();`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await page(`document.querySelector('dialog').close()`);
    await page(
      `const input = document.getElementById('host').shadowRoot.getElementById('two'); input.focus(); input.value = arguments[0]; input.dispatchEvent(new Event('input', { bubbles: true }))`,
      strongPassword(),
    );
    await driver.wait(
      async () =>
        (await page(`return document.getElementById('host').shadowRoot.querySelector('.passmuster-meter').dataset.verdict`)) ===
        'accepted',
      SOON,
    );
    assert.equal(await verdict('one'), 'weak');
  });

  test('auto mounts on a field that is added later, and not on its repetition', async () => {
    await page(`place(build('form', {}, [field('late'), field('again')]))`);
    await driver.wait(until.elementLocated(By.css('pass-muster[for="late"] .passmuster-meter')), SOON);
    assert.equal(await page(`return document.querySelectorAll('pass-muster').length`), 1);
  });

  test('auto mounts on what follows a field that takes no password, and not again where an element was destroyed', async () => {
    await page(
      `place(build('form', {}, [field('tiny', { maxlength: '6' })]), build('form', {}, [field('fine')]), build('form', {}, [field('own'), widget('own')]))`,
    );
    await driver.wait(until.elementLocated(By.css('pass-muster[for="fine"] .passmuster-meter')), SOON);
    const left = await page(`
      for (const element of document.querySelectorAll('pass-muster')) element.destroy();
      document.querySelector('main').append(build('p'));
      return new Promise((resolve) => setTimeout(() => resolve(document.querySelectorAll('pass-muster').length)));`);
    assert.equal(left, 0);
  });

  test('the owner’s name in the form makes a password weak, as it changes', async () => {
    await page(`place(build('form', {}, [build('input', { id: 'name', autocomplete: 'name' }), field('one'), widget('one')]))`);
    await byId('one').sendKeys('hansflorianzimmer84');
    await driver.wait(async () => ['weak', 'accepted', 'checking'].includes(String(await verdict('one'))), SOON);
    await byId('name').sendKeys('Hans Florian Zimmer');
    await becomes('weak', 'one');
    assert.match(await driver.findElement(By.css('.passmuster-reason')).getText(), /personal details/);
  });

  test('a form that is reset is empty again', async () => {
    await page(`place(build('form', { id: 'form' }, [field('one'), widget('one')]))`);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await page(`document.getElementById('form').reset()`);
    await becomes('empty', 'one');
  });

  test('a page may take the element out, or ask it to look again, from within its event', async () => {
    await page(`
      place(build('form', {}, [field('one'), widget('one')]), build('form', {}, [field('two'), widget('two')]));`);
    await driver.executeAsyncScript(`const done = arguments[0]; import('/pages/reentry.js').then(() => done())`);
    await byId('one').sendKeys('password123');
    await driver.wait(async () => (await page(`return document.querySelectorAll('pass-muster').length`)) === 1, SOON);
    assert.equal(await byId('one').getProperty('validationMessage'), '');
    await byId('two').sendKeys('password123');
    await becomes('weak', 'two');
  });

  test('a field that its attribute form ties to a form is found, by auto and by mount()', async () => {
    await page(`place(build('form', { id: 'far' }, [go()]), field('one', { form: 'far' }), field('again', { form: 'far' }))`);
    await driver.wait(until.elementLocated(By.css('pass-muster[for="one"] .passmuster-meter')), SOON);
    assert.equal(await page(`return document.querySelectorAll('pass-muster').length`), 1);
    await byId('one').sendKeys('password123');
    await becomes('weak', 'one');
    await byId('go').click();
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
    const mounted = await driver.executeAsyncScript(`
      const done = arguments[0];
      ${BUILD}
      const far = build('form', { id: 'farther' });
      import('/element.js').then(({ mount }) => {
        document.querySelector('main').append(far, field('two', { form: 'farther' }));
        done(mount(far).htmlFor);
      }).catch((error) => done(String(error)));`);
    assert.equal(mounted, 'two');
  });

  test('a submit that waits is seen to wait, and heard, until the answer has come', async () => {
    demo.breakage.rangeDelay = 900;
    await page(`place(reset([field('one'), widget('one'), go()]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await byId('go').click();
    const waits = 'Checking… Your form will be sent as soon as this is done.';
    assert.equal(await one('.passmuster-note').getText(), waits);
    assert.ok((await heard()).includes(waits));
    assert.equal(await one('form').getAttribute('data-passmuster-waiting'), '');
    assert.equal(await one('.passmuster-meter').getAttribute('aria-busy'), 'true');
    await byId('one').sendKeys('x');
    await driver.wait(async () => (await one('.passmuster-note').getText()) === '', SOON);
    assert.equal(await one('form').getAttribute('data-passmuster-waiting'), null);
    assert.equal(await one('.passmuster-meter').getAttribute('aria-busy'), 'false');
  });

  test('an element that is taken out while a submit waits leaves no trace of it on the form', async () => {
    demo.breakage.rangeDelay = 900;
    await page(`place(reset([field('one'), widget('one'), go()]))`);
    await byId('one').sendKeys(strongPassword());
    await becomes('checking', 'one');
    await byId('go').click();
    assert.equal(await one('form').getAttribute('data-passmuster-waiting'), '');
    await page(`document.querySelector('pass-muster').destroy()`);
    assert.equal(await one('form').getAttribute('data-passmuster-waiting'), null);
    await byId('go').click();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('a field is given what it lacks, nothing that it has is changed, and destroy() leaves it as it was', async () => {
    await page(`
      const bare = build('input', { id: 'bare', type: 'password', maxlength: '64', 'aria-describedby': 'hint' });
      place(build('p', { id: 'hint' }, ['A hint']),
        build('form', {}, [bare, widget('bare', { 'sole-factor': '' })]),
        build('form', {}, [field('own', { passwordrules: 'minlength: 20', autocomplete: 'section-a new-password', minlength: '10' }), widget('own')]),
        build('form', {}, [field('ten', { minlength: '10' }), widget('ten')]));`);
    const attributes = (/** @type {string} */ id) =>
      page(
        `
      return Object.fromEntries(['passwordrules', 'autocomplete', 'spellcheck', 'autocapitalize'].map((name) => [name, document.getElementById(arguments[0]).getAttribute(name)]))`,
        id,
      );
    assert.deepEqual(await attributes('bare'), {
      passwordrules: 'minlength: 15; maxlength: 64;',
      autocomplete: 'new-password',
      spellcheck: 'false',
      autocapitalize: 'none',
    });
    assert.deepEqual(await attributes('own'), {
      passwordrules: 'minlength: 20',
      autocomplete: 'section-a new-password',
      spellcheck: 'false',
      autocapitalize: 'none',
    });
    assert.equal(/** @type {any} */ (await attributes('ten')).passwordrules, 'minlength: 10;');
    await byId('bare').sendKeys('password123');
    await becomes('weak', 'bare');
    await page(`for (const element of document.querySelectorAll('pass-muster')) element.destroy()`);
    // What the wasm set goes once its own code is done.
    await driver.wait(async () => (await byId('bare').getProperty('validationMessage')) === '', SOON);
    assert.equal(
      await page(`return document.getElementById('bare').outerHTML`),
      '<input id="bare" type="password" maxlength="64" aria-describedby="hint">',
    );
    assert.deepEqual(await attributes('own'), {
      passwordrules: 'minlength: 20',
      autocomplete: 'section-a new-password',
      spellcheck: null,
      autocapitalize: null,
    });
  });

  test('a server’s aria-invalid stands until something is typed, and comes back with the empty field', async () => {
    await page(
      `place(build('form', {}, [field('one', { 'aria-invalid': 'true' }), widget('one'), field('again', { 'aria-invalid': 'true' }), build('button', { type: 'button', id: 'else' }, ['Else'])]))`,
    );
    const invalid = () => Promise.all(['one', 'again'].map((id) => byId(id).getAttribute('aria-invalid')));
    await byId('one').click();
    await becomes('empty', 'one');
    await byId('else').click();
    assert.deepEqual(await invalid(), ['true', 'true']);
    const password = strongPassword();
    await byId('one').sendKeys(password);
    await byId('again').sendKeys(password);
    await becomes('accepted', 'one');
    await byId('else').click();
    assert.deepEqual(await invalid(), [null, null]);
    await page(`document.querySelector('pass-muster').destroy()`);
    await driver.wait(async () => String(await invalid()) === 'true,true', SOON);
  });

  test('context and messages of a page’s own are taken', async () => {
    await driver.executeAsyncScript(`
      const done = arguments[0];
      ${BUILD}
      const form = build('form', {}, [field('one')]);
      import('/element.js').then(({ mount }) => {
        const bare = build('form', {}, [field('two')]);
        mount(bare, { endpoint: 'range/', context: undefined, messages: undefined });
        mount(form, { endpoint: 'range/', context: ['Quillstream Umbrella Society'], messages: { headline: { weak: 'Not this one' } } });
        place(form, bare);
        done();
      });`);
    await byId('two').sendKeys('quillstreamumbrella');
    await becomes('accepted', 'two');
    await byId('one').sendKeys('quillstreamumbrella');
    await becomes('weak', 'one');
    assert.equal(await one('.passmuster-headline').getText(), 'Not this one');
    assert.match(await one('.passmuster-reason').getText(), /^It contains your name|personal details/);
  });

  test('the field’s own minlength and required decide beside the widget', async () => {
    await page(`place(reset([field('one', { minlength: '24', required: '' }), widget('one'), go()]))`);
    await byId('one').click();
    await becomes('empty', 'one');
    await byId('go').click();
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'one');
    assert.equal(await page(`return document.getElementById('one').validity.valueMissing`), true);
    assert.equal(posted(), undefined);
    await byId('one').sendKeys(strongPassword());
    await becomes('weak', 'one');
    assert.equal(await one('.passmuster-reason').getText(), 'Add 4 more characters.');
  });

  test('characters are counted as people see them', async () => {
    await page(`place(build('form', {}, [field('one'), widget('one')]))`);
    /** @type {[string, boolean][]} What is typed, and whether it is too short. */
    const texts = [
      ['👨‍👩‍👧‍👦'.repeat(7), true],
      ['👨‍👩‍👧‍👦'.repeat(8), false],
      ['ö̲'.normalize('NFD').repeat(7), true],
      ['กำ'.repeat(7), true],
      ['пароль!', true],
      ['гуляй-поле', false],
      ['東京都特許許可局', false],
      ['한국어', true],
      ['naïveté', true],
      ['Größenwahn', false],
    ];
    for (const [text, short] of texts) {
      await page(
        `const input = document.getElementById('one'); input.value = arguments[0]; input.dispatchEvent(new Event('input', { bubbles: true }))`,
        text,
      );
      // The wasm comes with the first of them.
      await driver.wait(async () => !['empty', null].includes(await one('.passmuster-meter').getAttribute('data-verdict')), SOON);
      assert.equal((await one('.passmuster-headline').getText()) === 'Too short', short, text);
    }
  });

  test('check() looks at the field at once, even before the wasm was wanted, and reset() empties it and its repetition', async () => {
    await page(`
      // Nothing but check() is to start the widget here.
      window.requestIdleCallback = () => 0;
      place(build('form', {}, [field('one'), widget('one'), field('again')]));
      document.getElementById('one').value = 'password123';
      document.querySelector('pass-muster').check();`);
    await becomes('weak', 'one');
    const after = await page(
      `
      document.getElementById('one').value = arguments[0];
      document.getElementById('again').value = 'something else';
      const element = document.querySelector('pass-muster');
      element.check();
      const checked = element.verdict.verdict;
      element.reset();
      return [checked, element.verdict.verdict, document.getElementById('one').value, document.getElementById('again').value];`,
      strongPassword(),
    );
    assert.deepEqual(after, ['checking', 'empty', '', '']);
  });

  test('a thousand mounts and unmounts, and a hundred widgets at once, leave nothing over', async () => {
    // A page without auto, which would mount a widget of its own on each field that has lost one.
    await driver.get(`${demo.url}gallery.html`);
    const { before, after, bytes, error } = /** @type {any} */ (
      await driver.executeAsyncScript(`
      const done = arguments[0];
      import('/pages/mounts.js').then(({ run }) => run()).then(done, (error) => done({ error: String(error) }));`)
    );
    assert.equal(error, undefined);
    assert.deepEqual(after, before);
    assert.equal(bytes[1], bytes[0]);
  });
});
