/** What stands around the field: show and hide, the comparison, the suggestion, the second factor. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { BUILD, SOON, becomes, byId, demo, driver, heard, one, openDemo, page, suite } from './suite.mjs';

suite('around the field', () => {
  beforeEach(openDemo);

  const button = (/** @type {string} */ name) => driver.findElement(By.xpath(`//button[normalize-space()="${name}"]`));
  const value = (/** @type {string} */ id) => byId(id).getProperty('value');
  const status = async () => (await heard()).at(-1);

  test('the password is shown and hidden by a button that says so, and hidden again on submit', async () => {
    await byId('new').sendKeys('password123');
    await button('Show password').click();
    assert.equal(await byId('new').getAttribute('type'), 'text');
    assert.equal(await status(), 'Your password is visible.');
    await button('Hide password').click();
    assert.equal(await byId('new').getAttribute('type'), 'password');
    assert.equal(await status(), 'Your password is hidden.');
    await button('Show password').click();
    await byId('new').sendKeys(' violet umbrella fjord');
    await becomes('accepted');
    await driver.executeScript(`
      const form = document.querySelector('form');
      form.noValidate = true;
      form.addEventListener('submit', (event) => event.preventDefault());
      form.requestSubmit();`);
    assert.equal(await byId('new').getAttribute('type'), 'password');
  });

  test('a different repetition is told when it is left, blocks the submit, and is taken back at once', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await byId('confirm').sendKeys('violet-umbrella-fjord-whistl');
    assert.equal(await byId('confirm').getProperty('validationMessage'), '');
    await byId('email').click();
    assert.equal(await byId('confirm').getProperty('validationMessage'), 'The passwords don’t match.');
    await byId('confirm').sendKeys('e');
    assert.equal(await byId('confirm').getProperty('validationMessage'), '');
    assert.equal(await byId('confirm').getAttribute('aria-invalid'), null);
  });

  test('a different repetition is refused to a script’s submit, and where the form has novalidate', async () => {
    for (const attributes of ['{}', `{ novalidate: '' }`]) {
      await page(`
        window.seen = [];
        const form = build('form', ${attributes}, [field('one'), widget('one'), field('again'), build('button', { id: 'go', formnovalidate: '' }, ['Go'])]);
        form.addEventListener('submit', (event) => { event.preventDefault(); window.seen.push(event.submitter?.id ?? ''); });
        place(form);`);
      await byId('one').sendKeys('violet-umbrella-fjord-whistle');
      await becomes('accepted', 'one');
      await byId('again').sendKeys('violet-umbrella-fjord-whistl');
      await page(`document.querySelector('form').requestSubmit()`);
      assert.equal(await byId('again').getProperty('validationMessage'), 'The passwords don’t match.');
      assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'again');
      await byId('go').click();
      await byId('again').sendKeys('e');
      await page(`document.querySelector('form').requestSubmit()`);
      assert.deepEqual(await page('return window.seen'), ['go', '']);
    }
  });

  test('a password that is shown in a page that runs from right to left has its own direction, and only while it is shown', async () => {
    await page(
      `document.documentElement.dir = 'rtl'; place(build('form', {}, [field('one'), widget('one'), field('again', { dir: 'rtl' })]))`,
    );
    const directions = () => page(`return ['one', 'again'].map((id) => getComputedStyle(document.getElementById(id)).direction)`);
    await byId('one').sendKeys('fjord-61!');
    await button('Show password').click();
    assert.deepEqual(await directions(), ['ltr', 'rtl']);
    await button('Hide password').click();
    assert.deepEqual(await directions(), ['rtl', 'rtl']);
    assert.equal(await byId('one').getAttribute('dir'), '');
  });

  test('fields without an id have ids of their own while there is a widget', async () => {
    await page(`
      const bare = () => build('input', { type: 'password', autocomplete: 'new-password' });
      place(...[1, 2].map(() => build('form', {}, [bare(), build('pass-muster', { endpoint: 'range/' }), bare()])));`);
    const ids = await page(
      `return [...document.querySelectorAll('.passmuster-differs, .passmuster-words, pass-muster ~ input:first-child, form > input:first-child')].map(({ id }) => id)`,
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

  test('the words follow the language of the page when that changes, also from within a shadow root', async () => {
    await page(`
      const host = build('div', { id: 'host' });
      host.attachShadow({ mode: 'open' }).append(build('form', {}, [field('two'), widget('two')]));
      place(build('form', {}, [field('one'), widget('one')]), host);`);
    await byId('one').sendKeys('abc');
    await becomes('weak', 'one');
    assert.equal(await one('.passmuster-headline').getText(), 'Too short');
    await page(`document.documentElement.lang = 'de'`);
    await driver.wait(async () => (await one('.passmuster-headline').getText()) === 'Zu kurz', SOON);
    assert.equal(await one('.passmuster-button').getText(), 'Passwort anzeigen');
    assert.equal(await one('.passmuster-meter').getAttribute('aria-valuetext'), 'Zu kurz');
    await driver.wait(
      async () =>
        (await page(`return document.getElementById('host').shadowRoot.querySelector('.passmuster-button').textContent`)) ===
        'Passwort anzeigen',
      SOON,
    );
    await page(`document.documentElement.lang = 'en'`);
    await driver.wait(async () => (await one('.passmuster-headline').getText()) === 'Too short', SOON);
  });

  test('a suggested passphrase fills both fields, is shown, accepted and different each time', async () => {
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    const first = await value('new');
    assert.equal(first.split('-').length >= 5, true);
    assert.equal(await value('confirm'), first);
    assert.equal(await byId('new').getAttribute('type'), 'text');
    await becomes('accepted');
    await driver.wait(until.elementIsVisible(driver.findElement(By.linkText('Add two-step verification'))), SOON);
    await button('Suggest another').click();
    await driver.wait(async () => (await value('new')) !== first, SOON);
  });

  test('a field that may not be changed is given no suggestion', async () => {
    await page(`
      document.getElementById('new').readOnly = true;
      window.changed = 0;
      document.getElementById('new').addEventListener('input', () => { window.changed += 1; });`);
    await button('Suggest a password').click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page(`document.getElementById('new').readOnly = false`);
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    assert.equal(await page('return window.changed'), 1);
  });

  test('where there is no second field, only one is said to be filled, and where there is no randomness, none', async () => {
    const note = () => one('.passmuster-note').getText();
    await page(`place(build('form', {}, [field('one'), widget('one')]))`);
    await driver.wait(until.elementLocated(By.css('.passmuster-button')), SOON);
    await button('Suggest a password').click();
    await driver.wait(async () => (await note()).startsWith('A random password is in the field and visible. '), SOON);
    const made = await value('one');
    await page(`crypto.getRandomValues = () => { throw new Error('none here'); }`);
    await button('Suggest another').click();
    await driver.wait(async () => (await note()) === 'We couldn’t make one. Please choose one yourself.', SOON);
    assert.equal(await value('one'), made);
  });

  test('a suggestion follows the field’s passwordrules and maxlength', async () => {
    await driver.executeScript(
      "const f = document.getElementById('new'); f.setAttribute('passwordrules', 'required: digit; required: lower'); f.maxLength = 10",
    );
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    assert.match(await value('new'), /^(?=.*\d)(?=.*[a-z])[a-z\d]{10}$/);
  });

  test('the meter and the field have the roles, names and descriptions that assistive technology needs', async () => {
    const meter = one('.passmuster-meter');
    assert.equal(await meter.getAriaRole(), 'meter');
    assert.equal(await meter.getAccessibleName(), 'Password strength');
    assert.equal(await byId('new').getAccessibleName(), 'New password');
    const described = String(await byId('new').getAttribute('aria-describedby')).split(' ');
    for (const id of described) assert.ok(await byId(id));
    assert.equal(await one('.passmuster-status').getAriaRole(), 'status');
  });

  test('nothing speaks while the typing goes on', async () => {
    const field = byId('new');
    await field.click();
    await driver.executeScript(`
      window.spoken = [];
      new MutationObserver(() => window.spoken.push(document.querySelector('.passmuster-status').textContent))
        .observe(document.querySelector('.passmuster-status'), { childList: true, characterData: true, subtree: true });`);
    await field.sendKeys('password');
    assert.deepEqual(await driver.executeScript('return window.spoken'), []);
    await driver.wait(async () => (await driver.executeScript('return window.spoken.length')) === 1, SOON);
    assert.match(String(await status()), /^Easy to guess\. /);
  });

  test('nothing is said of a field that is passed by, or emptied', async () => {
    await byId('new').click();
    await becomes('empty');
    await byId('email').click();
    await byId('new').sendKeys('password');
    await driver.wait(async () => /^Easy to guess/.test(String(await status())), SOON);
    await byId('new').clear();
    await byId('email').click();
    assert.equal((await heard()).length, 1);
    assert.equal(await byId('new').getAttribute('aria-invalid'), null);
  });

  test('nothing moves while somebody types', async () => {
    const where = () =>
      driver.executeScript("return document.querySelector('button[type=submit]').getBoundingClientRect().top + scrollY");
    await byId('new').click();
    const before = await where();
    for (const text of ['p', 'assword', '1234567', ' violet umbrella fjord', ' whistle']) {
      await byId('new').sendKeys(text);
      assert.equal(await where(), before, `after ${text}`);
    }
  });

  test('everything is reached by the keyboard, in the order in which it stands', async () => {
    const press = (/** @type {string} */ key) => driver.actions().sendKeys(key).perform();
    const reached = async () => {
      await press(Key.TAB);
      const focused = driver.switchTo().activeElement();
      return (await focused.getAttribute('id')) || focused.getText();
    };
    await byId('new').click();
    assert.deepEqual([await reached(), await reached(), await reached()], ['Show password', 'Suggest a password', 'confirm']);
    await byId('new').click();
    await reached();
    await press(Key.SPACE);
    assert.equal(await byId('new').getAttribute('type'), 'text');
    await reached();
    await press(Key.SPACE);
    await driver.wait(until.elementIsVisible(one('.passmuster-factor')), SOON);
    assert.deepEqual([await reached(), await reached(), await reached()], ['Copy', 'Add two-step verification', 'confirm']);
  });

  test('two things that are said in a row are both there to be heard, and a focus on the button stays', async () => {
    await button('Suggest a password').click();
    await driver.wait(async () => (await value('new')) !== '', SOON);
    await becomes('accepted');
    await driver.wait(async () => (await heard()).length === 2, SOON);
    const [made, strong] = await heard();
    assert.match(made, /^A random password is in both fields and visible\. /);
    assert.equal(strong, 'Strong, and in no known leak. Use it only here.');
    assert.equal(await one('.passmuster-note').getText(), made);
    assert.equal(await driver.switchTo().activeElement().getText(), 'Suggest another');
    await byId('new').sendKeys('x');
    assert.equal(await one('.passmuster-note').getText(), '');
    assert.equal(await page(`return document.querySelectorAll('.passmuster-button')[2].hidden`), true);
  });

  test('a password that was made is copied, and where the browser refuses, it is selected and told so', async () => {
    await page(`
      window.copied = [];
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } }, configurable: true });`);
    await button('Suggest a password').click();
    await driver.wait(until.elementIsVisible(one('.passmuster-button:nth-child(3)')), SOON);
    await button('Copy').click();
    await driver.wait(async () => (await status()) === 'Copied.', SOON);
    assert.deepEqual(await page('return window.copied'), [await value('new')]);
    await page(
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('', 'NotAllowedError'); } }, configurable: true })`,
    );
    await button('Hide password').click();
    await button('Copied.').click();
    const refused = 'It couldn’t be copied. It’s selected: copy it with the keyboard or menu.';
    await driver.wait(async () => (await status()) === refused, SOON);
    assert.equal(await one('.passmuster-note').getText(), refused);
    assert.deepEqual(
      await page(`
      const { id, type, value, selectionStart, selectionEnd } = document.activeElement;
      return [id, type, value.slice(selectionStart, selectionEnd) === value];`),
      ['new', 'text', true],
    );
  });

  test('a new password that is changed after its repetition is compared when it is left, and not while it is typed', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await byId('confirm').sendKeys('violet-umbrella-fjord-whistle');
    await byId('new').sendKeys('s');
    assert.equal(await one('.passmuster-differs').getProperty('textContent'), '');
    await byId('email').click();
    assert.equal(await one('.passmuster-differs').getText(), 'The passwords don’t match.');
  });

  test('Caps Lock is noted while it is on, in the field and in its repetition', async () => {
    // WebDriver has no Caps Lock to press.
    const press = (/** @type {string} */ id, /** @type {boolean} */ on) =>
      page(
        `
      document.getElementById(arguments[0]).dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: arguments[1], bubbles: true }))`,
        id,
        on,
      );
    const note = () => one('.passmuster-note').getText();
    for (const id of ['new', 'confirm']) {
      await byId(id).click();
      await press(id, true);
      assert.equal(await note(), 'Caps Lock is on.');
      await press(id, false);
      assert.equal(await note(), '');
      await press(id, true);
      await byId('email').click();
      assert.equal(await note(), '');
    }
  });

  test('a password that was shown is hidden when the page comes back', async () => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await button('Show password').click();
    await page(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    assert.equal(await byId('new').getAttribute('type'), 'password');
    assert.equal(await byId('confirm').getAttribute('type'), 'password');
  });

  test('and by the browser’s own way back', async (t) => {
    await byId('new').sendKeys('violet-umbrella-fjord-whistle');
    await button('Show password').click();
    await page(`document.documentElement.dataset.left = ''; location.href = 'done.html'`);
    await driver.wait(until.urlContains('done.html'), SOON);
    await driver.navigate().back();
    await driver.wait(until.elementLocated(By.id('new')), SOON);
    assert.equal(await byId('new').getAttribute('type'), 'password');
    if (!(await page(`return 'left' in document.documentElement.dataset`)))
      return t.skip('this browser under WebDriver loads the page anew');
    assert.equal(await value('new'), 'violet-umbrella-fjord-whistle');
  });

  test('what is pressed is at least 24 pixels high and wide', async () => {
    await button('Suggest a password').click();
    const factor = driver.findElement(By.css('.passmuster-factor'));
    await driver.wait(until.elementIsVisible(factor), SOON);
    for (const target of [...(await driver.findElements(By.css('.passmuster-button'))), factor]) {
      const { height, width } = await target.getRect();
      assert.ok(height >= 24 && width >= 24, `${await target.getText()}: ${width} × ${height}`);
    }
  });

  test('nothing sticks out at 320 pixels, nor where text is twice as large, in languages of long words and short', async () => {
    for (const language of ['en', 'de', 'fr', 'ru', 'ar', 'ja']) {
      await driver.get(`${demo.url}?lang=${language}`);
      const suggest = () => one('.passmuster-button:nth-child(2)').getText();
      await driver.wait(async () => language === 'en' || !/^(Suggest a password)?$/.test(await suggest().catch(() => '')), SOON);
      await one('.passmuster-button:nth-child(2)').click();
      await driver.wait(until.elementIsVisible(one('.passmuster-factor')), SOON);
      for (const [width, size] of [
        [320, 100],
        [640, 200],
      ]) {
        const out = await page(
          `
          document.documentElement.style.fontSize = arguments[1] + '%';
          const main = document.querySelector('main');
          main.style.boxSizing = 'border-box';
          main.style.inlineSize = arguments[0] + 'px';
          const edges = main.getBoundingClientRect();
          return [...main.querySelectorAll('*')].filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < edges.left - 1 || right > edges.right + 1);
          }).map((element) => element.className || element.localName);`,
          width,
          size,
        );
        assert.deepEqual(out, [], `${language}, ${width} pixels, ${size} %`);
      }
    }
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
      const one = field('one');
      place(widget('nobody'), build('p', { id: 'text' }), widget('text'), build('pass-muster'), one);
      one.after(widget('one'));
      one.after(widget('one'));
      return new Promise((resolve) => setTimeout(() => { console.warn = warn; resolve(said); }, 5_000));`);
    assert.deepEqual(said, [
      '<pass-muster for="nobody">: expected an <input> with id="nobody", found none',
      '<pass-muster for="text">: expected an <input> with id="text", found <p id="text">',
      '<pass-muster>: expected a form around it with input[autocomplete~="new-password"], or a for attribute, found none',
      '<pass-muster for="one">: expected a field without a widget, found <input id="one" name="one" type="password" autocomplete="new-password"> with one',
    ]);
  });
});
