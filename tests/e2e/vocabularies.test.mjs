/** The vocabularies of languages beside a field: which are fetched, what waits for them, and for how long. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { becomes, byId, demo, driver, page, strongPassword, suite } from './suite.mjs';

/** Strong by the model, and words of one language each. */
const ENGLISH = 'hypnotherapy';
const GERMAN = 'Krankenversicherung';
const SPANISH = 'desafortunadamente';
/** What a vocabulary is waited for, milliseconds, and what a busy machine takes. */
const PATIENCE = 3_000;
const BUSY = 2_500;

suite('vocabularies of languages', () => {
  // A page without a widget of its own, which would have fetched some.
  beforeEach(async () => {
    demo.mend();
    await driver.get(`${demo.url}done.html`);
    await driver.executeAsyncScript(`import('/element.js').then(() => arguments[0]())`);
    demo.requests.length = 0;
  });

  const packs = () => demo.requests.flatMap(({ url }) => url.match(/^\/chunks\/pack-(\w+)-/)?.[1] ?? []).sort();
  const ranges = () => demo.requests.filter(({ url }) => url.startsWith('/range/'));
  /** @returns {Promise<{ verdict: string, languages: string[] } | null>} */
  const verdict = () => driver.executeScript(`return document.querySelector('pass-muster')?.verdict`);
  const used = async () => [...((await verdict())?.languages ?? [])].sort();
  /** @param {string[]} languages */
  const uses = (languages) =>
    driver.wait(async () => (await used()).join() === [...languages].sort().join(), PATIENCE + BUSY, `languages ${languages}`);

  /** A form with a field in it. @param {Record<string, string>} [attributes] Of the widget. @param {string} [lang] Around the field. */
  const form = (attributes = {}, lang = 'en') =>
    page(
      `place(build('form', { lang: arguments[1] }, [field('one'), widget('one', { pause: 100, ...arguments[0] }), build('button', {}, ['Save'])]));
       window.told = [];
       document.addEventListener('passmuster-verdict', ({ detail }) => told.push(detail));
       document.addEventListener('submit', (event) => { event.preventDefault(); window.submitted = true; });
       const warn = console.warn;
       window.warnings = [];
       console.warn = (...words) => { warnings.push(words.map(String).join(' ')); warn(...words); };`,
      attributes,
      lang,
    );

  test('by default they are those of the nearest lang and of English, fetched at idle, and the event names them', async () => {
    await form({}, 'de-AT');
    await byId('one').sendKeys(GERMAN);
    await becomes('weak', 'one', PATIENCE + BUSY);
    await uses(['de', 'en']);
    assert.deepEqual(packs(), ['de', 'en']);
    assert.deepEqual(ranges(), [], 'what turned out to be weak was never looked up');
    const told = await driver.executeScript('return told.at(-1)');
    assert.deepEqual([...told.languages].sort(), ['de', 'en']);
    await byId('one').clear();
    await byId('one').sendKeys(SPANISH);
    await becomes('accepted', 'one', PATIENCE + BUSY);
  });

  test('in a language that there is none of, English serves', async () => {
    await form({}, 'ja');
    await byId('one').sendKeys(ENGLISH);
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.deepEqual(packs(), ['en']);
  });

  test('the attribute names others, an empty one none, and changes count at once', async () => {
    await form({ languages: 'es, pt-BR' });
    await byId('one').sendKeys(SPANISH);
    await becomes('weak', 'one', PATIENCE + BUSY);
    await uses(['es', 'pt']);
    assert.deepEqual(packs(), ['es', 'pt']);
    await page(`document.querySelector('pass-muster').languages = []`);
    await becomes('accepted', 'one', PATIENCE + BUSY);
    assert.deepEqual(await used(), []);
    await page(`document.querySelector('pass-muster').languages = ['es']`);
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.deepEqual(packs(), ['es', 'pt'], 'fetched once a page');
    await page(`document.querySelector('pass-muster').languages = null`);
    await byId('one').clear();
    await byId('one').sendKeys(ENGLISH);
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.deepEqual(packs(), ['en', 'es', 'pt']);
  });

  test('an unknown language is an error that names those there are, and the others count', async () => {
    await form();
    const error = await page(
      `try { document.querySelector('pass-muster').languages = ['tlh'] } catch (error) { return [error.name, error.message] }`,
    );
    assert.equal(error[0], 'RangeError');
    assert.match(error[1], /languages: there is no vocabulary of the language "tlh"; there is one of de, en,/);
    await form({ languages: 'tlh en' });
    await byId('one').sendKeys(ENGLISH);
    await becomes('weak', 'one', PATIENCE + BUSY);
  });

  test('a slow one holds the lookup and the submit, and once it is there the field is judged anew', async () => {
    demo.breakage.packDelay = 1_500;
    await form();
    await byId('one').sendKeys(ENGLISH);
    await becomes('checking', 'one');
    await driver.findElement({ css: 'form > button' }).click();
    assert.equal(
      await driver.executeScript(`return document.querySelector('form').hasAttribute('data-passmuster-waiting')`),
      true,
    );
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.deepEqual(ranges(), []);
    assert.equal(await driver.executeScript('return window.submitted ?? false'), false);
    assert.equal(
      await driver.executeScript(`return document.querySelector('form').hasAttribute('data-passmuster-waiting')`),
      false,
    );
  });

  test('one that takes too long is waited for three seconds, and counts when it comes', async () => {
    demo.breakage.packDelay = 7_000;
    await form();
    await byId('one').sendKeys(ENGLISH);
    await becomes('checking', 'one');
    await driver.sleep(1_500);
    assert.equal((await verdict())?.verdict, 'checking', 'the debounce is long over');
    assert.deepEqual(ranges(), []);
    await becomes('accepted', 'one', PATIENCE + BUSY);
    assert.deepEqual(await used(), []);
    await becomes('weak', 'one', 7_000);
    await uses(['en']);
  });

  test('one that cannot be had is no error for the form: nothing waits for it, and one warning says which and where', async () => {
    demo.breakage.packsDown = true;
    await form();
    const start = Date.now();
    await byId('one').sendKeys(strongPassword());
    await becomes('accepted', 'one', PATIENCE);
    assert.ok(Date.now() - start < PATIENCE);
    assert.deepEqual(await used(), []);
    const warnings = await driver.executeScript('return warnings');
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0], /passmuster: no vocabulary packs\/en\.bin .*http:\/\/127\.0\.0\.1:\d+\/chunks\//);
    await driver.findElement({ css: 'form > button' }).click();
    await driver.wait(() => driver.executeScript('return window.submitted'), PATIENCE);
  });

  test('where nothing is looked up, accepted waits all the same', async () => {
    demo.breakage.packDelay = 1_500;
    await form({ breach: 'off' });
    await byId('one').sendKeys(ENGLISH);
    await becomes('checking', 'one');
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.ok(!(await driver.executeScript(`return told.some(({ verdict }) => verdict === 'accepted')`)));
  });

  test('an element that leaves while one is on its way leaves nothing behind, and works again when it is back', async () => {
    demo.breakage.packDelay = 1_500;
    await form();
    await byId('one').sendKeys(ENGLISH);
    await becomes('checking', 'one');
    await page(`
      window.form = document.querySelector('form');
      window.count = told.length;
      window.failed = 0;
      addEventListener('error', () => { failed += 1; });
      addEventListener('unhandledrejection', () => { failed += 1; });
      form.remove();`);
    await driver.sleep(2_500);
    assert.deepEqual(await driver.executeScript('return [told.length - count, failed]'), [0, 0]);
    await page('place(form)');
    await becomes('weak', 'one', PATIENCE + BUSY);
    assert.deepEqual(packs(), ['en'], 'fetched once');
  });

  test('the classic script finds them beside it, and takes those that a page brings', async () => {
    /** @param {string} configured @returns {Promise<[string[], number]>} */
    const german = (configured) =>
      driver.executeAsyncScript(
        `const [configured, word, done] = arguments;
         const script = document.createElement('script');
         script.src = '/passmuster.global.js';
         script.charset = 'utf-8';
         script.onload = async () => { try {
           const { load, configure } = window.passmuster;
           if (configured) configure({ packs: { de: configured } });
           const api = await load({ languages: ['de'] });
           done([api.languages, api.estimate(word).score]); } catch (error) { done([String(error?.stack), 0]); }
         };
         document.head.append(script);`,
        configured,
        GERMAN,
      );
    // A document without the demo's policy, which allows no script to add another.
    await driver.get(`${demo.url}pages/mounts.js`);
    assert.deepEqual(await german(''), [['de'], 1]);
    assert.deepEqual(packs(), ['de']);
    assert.deepEqual(await german('/packs/de.bin'), [['de'], 1]);
    assert.deepEqual(packs(), ['de'], 'the file was fetched, and no script');
    assert.ok(demo.requests.some(({ url }) => url === '/packs/de.bin'));
  });

  test('the engine zxcvbn fetches none', async () => {
    await form({ engine: 'zxcvbn' });
    await byId('one').sendKeys('password');
    await becomes('weak', 'one', 10_000);
    await driver.sleep(500);
    assert.deepEqual(packs(), []);
  });
});
