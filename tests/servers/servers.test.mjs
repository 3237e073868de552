/** The examples of servers: each judges again what a page has sent, and all alike. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { browsers } from '../browsers.mjs';
import { hosts, prepare, start } from './hosts.mjs';

const STRONG = 'kettle-mosquito-ladder-prism';
const LEAKED = 'Recognisable-Zebra-Umbrella-7731';
const WEAK = { short: 'xK4', common: 'password123', personal: 'JaneDoe1987', site: 'ExampleShop1' };

/** A range endpoint that knows one leaked password. */
async function rangeServer() {
  const hash = createHash('sha1').update(LEAKED).digest('hex').toUpperCase();
  const others = Array.from(
    { length: 256 },
    (_, index) => `${index.toString(16).padStart(2, '0').toUpperCase()}${'7'.repeat(33)}:3`,
  );
  /** @type {string[]} */
  const asked = [];
  const server = http.createServer(({ url = '', method }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', 'Add-Padding');
    if (method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    asked.push(url);
    const lines = url.endsWith(hash.slice(0, 5)) ? [...others, `${hash.slice(5)}:41`] : others;
    response.setHeader('Content-Type', 'text/plain').end(lines.sort().join('\r\n'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    endpoint: `http://127.0.0.1:${port}/range/`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a browser keeps of a site between two requests, and the hidden fields of Django's form. */
function visitor() {
  /** @type {Map<string, string>} */
  const cookies = new Map();
  /** @param {string | URL} url @param {RequestInit} [init] @returns {Promise<Response>} */
  const ask = async (url, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = set.match(/^([^=]+)=([^;]*)/) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next && response.status < 400 ? ask(new URL(next, url)) : response;
  };
  return ask;
}

/** Opens the form and sends a password as a browser without the widget would. @param {string} page @param {string} password */
async function post(page, password) {
  const ask = visitor();
  const form = await ask(page);
  const text = await form.text();
  const token = text.match(/name="csrfmiddlewaretoken" value="([^"]+)"/)?.[1];
  /** @type {Record<string, string>} */
  const fields = token ? { csrfmiddlewaretoken: token, new_password1: password, new_password2: password } : { password };
  const url = token ? new URL(page.replace(/[^/]+\/$/, 'set-password/')) : new URL('/reset', page);
  const response = await ask(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: url.origin, Referer: url.href },
  });
  const answer = await response.text();
  return { accepted: response.ok && /Your password (is|has been) set/.test(answer), answer };
}

for (const host of hosts) {
  describe(host.name, () => {
    /** @type {Awaited<ReturnType<typeof rangeServer>>} */
    let range;
    /** @type {Awaited<ReturnType<typeof start>>} */
    let server;
    before(async () => {
      prepare(host);
      range = await rangeServer();
      server = await start(host, range.endpoint);
    });
    after(async () => {
      range?.close();
      await server?.stop();
    });

    test('refuses what is weak with words, asks nobody about it, and repeats it nowhere', async () => {
      for (const [why, password] of Object.entries(WEAK)) {
        const { accepted, answer } = await post(server.url, password);
        assert.equal(accepted, false, why);
        assert.match(answer, /Too short|Easy to guess|Not strong enough/, why);
        assert.ok(!answer.includes(password), `${why}: the password stands in the answer`);
      }
      assert.deepEqual(range.asked, []);
      assert.match((await post(server.url, '')).answer, /<form/);
    });

    test('refuses what has leaked', async () => {
      const { accepted, answer } = await post(server.url, LEAKED);
      assert.equal(accepted, false);
      assert.match(answer, /This password has leaked/);
      assert.equal(range.asked.length, 1);
    });

    test('links to the form from /.well-known/change-password', async () => {
      const response = await visitor()(new URL('/.well-known/change-password', server.url));
      assert.equal(response.status, 200);
      assert.match(await response.text(), /<form/);
    });

    for (const { name, launch } of browsers.slice(0, 1)) {
      test(`the page refuses and accepts the same in ${name}`, async () => {
        const driver = await launch();
        try {
          /**
           * What became of it: `refused` where the page did not let the form go.
           * @param {string} password
           */
          const submit = async (password) => {
            await driver.get(server.url);
            await driver.executeScript(
              'addEventListener("passmuster-verdict", ({ detail }) => { window.verdict = detail.verdict; })',
            );
            for (const field of await driver.findElements(By.css('input[type=password]'))) await field.sendKeys(password);
            // Until the wasm has come, a form works as if the widget were not there.
            await driver.wait(() => driver.executeScript('return window.verdict && window.verdict !== "empty"'), 20_000);
            await driver.findElement(By.css('form [type=submit], form button:not([type=button])')).click();
            // An answer is awaited for some moments; what is refused stays where it is.
            const isSet = () => driver.getPageSource().then((source) => /Your password (is|has been) set/.test(source));
            await driver.wait(isSet, password === STRONG ? 20_000 : 1_000).catch(() => {});
            if (await isSet()) return 'set';
            const held = await driver.executeScript(
              'const field = document.querySelector("input[type=password]"); return field.value !== "" && field.validity.customError',
            );
            return held ? 'refused' : 'sent';
          };
          for (const password of [...Object.values(WEAK), LEAKED]) assert.equal(await submit(password), 'refused', password);
          assert.equal(await submit(STRONG), 'set');
        } finally {
          await driver.quit();
        }
      });
    }

    test('accepts what is strong, also while the range endpoint is down', async () => {
      // Django's link serves once; a new start makes another.
      if (host.name === 'Django') {
        await server.stop();
        server = await start(host, range.endpoint);
      }
      range.close();
      assert.equal((await post(server.url, STRONG)).accepted, true);
    });

    test('has logged no password', () => {
      const log = server.log();
      for (const password of [...Object.values(WEAK), LEAKED, STRONG]) assert.ok(!log.includes(password));
    });
  });
}

test('the template of the Django example is Django’s own, but for the script and the element', () => {
  const own = readFileSync(
    new URL('../../examples/django/shop/templates/registration/password_reset_confirm.html', import.meta.url),
    'utf8',
  );
  const python = new URL('../../target/python/test/lib/', import.meta.url);
  const [version] = /** @type {typeof import('node:fs')} */ (process.getBuiltinModule('node:fs')).readdirSync(python);
  const stock = readFileSync(
    new URL(`${version}/site-packages/django/contrib/admin/templates/registration/password_reset_confirm.html`, python),
    'utf8',
  );
  const added = own.split('\n').filter((line) => !stock.split('\n').includes(line));
  assert.equal(added.length, 2);
  assert.equal(
    own
      .split('\n')
      .filter((line) => !added.includes(line))
      .join('\n'),
    stock,
  );
  assert.match(added[0], /extrahead.*passmuster\/element\.js/);
  assert.match(added[1], /^ *<pass-muster for="id_new_password1"/);
});
