/**
 * The demo's reset form in Chromium, Firefox and WebKitGTK, as somebody uses it who was told to reset.
 */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { becomes as becomesWithin, demo, driver, openDemo, strongPassword, suite } from './suite.mjs';

/** Milliseconds within which a verdict is expected: the pause, and a second. */
const SOON = 1_800;
/** Strong by its looks, and in the demo's corpus. */
const LEAKED = 'nemvxyheqdd5oqxyxyzi';

suite('the reset form', () => {
  beforeEach(openDemo);

  const field = () => driver.findElement(By.id('new'));
  const text = async (/** @type {string} */ part) => driver.findElement(By.css(`.passmuster-${part}`)).getText();
  const becomes = (/** @type {string} */ expected, within = SOON) => becomesWithin(expected, 'new', within);
  const ranges = () => demo.requests.filter(({ url }) => url.startsWith('/range/'));
  const went = () => demo.requests.some(({ method }) => method === 'POST');

  async function fillIn(/** @type {string} */ password) {
    await driver.findElement(By.id('email')).sendKeys('jane@example.org');
    await driver.findElement(By.id('current')).sendKeys('Old-harbour-lantern-61');
    await field().sendKeys(password);
    await driver.findElement(By.id('confirm')).sendKeys(password);
  }
  const submit = () => driver.findElement(By.css('button[type="submit"]')).click();

  test('a popular password is told to be weak, and its submit is blocked with the words as its message', async () => {
    await fillIn('password123');
    await becomes('weak');
    assert.equal(await text('headline'), 'Easy to guess');
    await submit();
    assert.equal(await driver.switchTo().activeElement().getAttribute('id'), 'new');
    assert.match(await field().getProperty('validationMessage'), /^Easy to guess\. /);
    assert.equal(await field().getAttribute('aria-invalid'), 'true');
    assert.equal(went(), false);
    assert.deepEqual(ranges(), []);
  });

  test('a twenty-character random password is accepted, and sets off one request with five digits', async () => {
    const password = strongPassword();
    await fillIn(password);
    await becomes('accepted');
    assert.equal(ranges().length, 1);
    const [{ method, url, headers, body }] = ranges();
    assert.equal(method, 'GET');
    assert.match(url, /^\/range\/[0-9A-F]{5}$/);
    assert.equal(headers['add-padding'], 'true');
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
    assert.equal(body, '');
    await submit();
    await driver.wait(until.urlContains('done.html'), SOON);
    assert.ok(went());
  });

  test('a strong password that has leaked is told so, with how often', async () => {
    await field().sendKeys(LEAKED);
    await becomes('breached');
    assert.equal(await text('headline'), 'This password has leaked');
    assert.match(await text('reason'), /^It appears once in leaked data\. /);
  });

  test('the current password and its variations are told to be reused', async () => {
    await driver.findElement(By.id('current')).sendKeys('Old-harbour-lantern-61');
    await field().sendKeys('Old-harbour-lantern-61');
    await becomes('reused');
    assert.deepEqual(ranges(), []);
  });

  test('typing asks nothing; a rest asks once; the same password is asked for once', async () => {
    const password = strongPassword();
    for (const character of password) await field().sendKeys(character);
    await becomes('accepted');
    await field().sendKeys('x', Key.BACK_SPACE);
    await driver.findElement(By.id('email')).click();
    await becomes('accepted');
    assert.equal(ranges().length, 1);
  });

  test('a submit that comes before the answer waits for it and goes on by itself', async () => {
    demo.breakage.rangeDelay = 700;
    await fillIn(strongPassword());
    await submit();
    assert.equal(went(), false);
    await driver.wait(until.urlContains('done.html'), 3_500);
  });

  test('with the endpoint down the form goes through and says what could not be checked', async () => {
    demo.breakage.rangeDown = true;
    await fillIn(strongPassword());
    await becomes('unverified', 5_000);
    assert.match(await text('reason'), /couldn’t check for leaks/);
    await submit();
    await driver.wait(until.urlContains('done.html'), 5_000);
  });

  test('with WebAssembly forbidden by the policy the form goes through and says so', async () => {
    demo.breakage.wasmBlocked = true;
    await driver.get(demo.url);
    await fillIn('password123');
    await driver.wait(async () => /can’t check passwords/.test(await text('headline')), SOON);
    await submit();
    await driver.wait(until.urlContains('done.html'), SOON);
  });

  test('a value set by a script is seen', async () => {
    await field().click();
    await driver.executeScript("document.getElementById('new').value = 'password123'");
    await becomes('weak', 3_000);
  });

  test('a form that is taken out and put back works again', async () => {
    await field().sendKeys('password123');
    await becomes('weak');
    await driver.executeScript(`
      const form = document.querySelector('form');
      const parent = form.parentNode;
      form.remove();
      parent.append(form);`);
    await field().clear();
    await field().sendKeys(strongPassword());
    await becomes('accepted');
    assert.equal(await driver.executeScript("return document.querySelectorAll('.passmuster-meter').length"), 1);
  });

  test('the password stands in no attribute, text or address of the page', async () => {
    const password = strongPassword();
    await field().sendKeys(password);
    await becomes('accepted');
    const page = await driver.executeScript('return document.documentElement.outerHTML + location.href');
    assert.ok(!String(page).includes(password));
  });
});
