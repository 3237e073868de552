/** The vocabularies of languages in the API: what is fetched, what counts, what is wrong. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

/** A copy of the package's modules of its own, for what it has fetched is kept. @param {import('node:test').TestContext} t @param {string} code */
async function fresh(t, code) {
  const worker = new Worker(
    `import('passmuster').then(async (api) => { const { parentPort } = await import('node:worker_threads'); parentPort.postMessage(await (${code})(api)); });`,
    { eval: true, stderr: true },
  );
  t.after(() => worker.terminate());
  let warnings = '';
  worker.stderr.on('data', (data) => {
    warnings += data;
  });
  const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await worker.terminate();
  return { answer, warnings };
}

test('load() fetches the vocabularies of the languages named, and estimates use them', async () => {
  const { load } = await import('passmuster');
  const plain = await load();
  const german = await load({ languages: ['de', 'en'] });
  assert.deepEqual(german.languages, ['de', 'en']);
  assert.deepEqual(plain.languages, [], 'what was loaded without languages stays so');
  const without = plain.estimate('Gerechtigkeit');
  const with_ = german.estimate('Gerechtigkeit');
  assert.deepEqual([without.languages, with_.languages], [[], ['de', 'en']]);
  assert.ok(with_.score < without.score);
  assert.equal(with_.warning, 'word');
  assert.deepEqual(german.estimate('Gerechtigkeit', { languages: [] }), without, 'an empty list is none');
  assert.deepEqual(german.estimate('Gerechtigkeit', { languages: ['en'] }).languages, ['en']);
  assert.equal(german.estimate('Gerechtigkeit', { languages: ['en'] }).score, without.score);
});

test('tags with regions, in any case and in a text with commas, name the same languages', async () => {
  const { load } = await import('passmuster');
  const api = await load({ languages: 'pt-BR, EN_us' });
  assert.deepEqual(api.languages, ['pt', 'en']);
  assert.deepEqual(api.estimate('x', { languages: ['en', 'en-GB'] }).languages, ['en']);
});

test('a vocabulary that comes later counts in an estimate with the same context', async (t) => {
  const { answer } = await fresh(
    t,
    `async ({ load }) => {
      // Long enough that the context is kept from one estimate to the next.
      const context = Array.from({ length: 2_000 }, (_, index) => 'word-of-the-site-' + index);
      const api = await load();
      const before = api.estimate('Gerechtigkeit', { context }).guessesLog10;
      const german = await load({ languages: ['de'] });
      return [before, german.estimate('Gerechtigkeit', { context }).guessesLog10, api.estimate('Gerechtigkeit', { context }).guessesLog10];
    }`,
  );
  const [before, after, without] = answer;
  assert.ok(after < before);
  assert.equal(without, before);
});

test('an unknown language is a RangeError that names those there are', async () => {
  const { load } = await import('passmuster');
  const words = /there is no vocabulary of the language "tlh"; there is one of de, en, es, fr, id, it, nl, pl, pt/;
  const wrong = (/** @type {RegExp} */ pattern) => (/** @type {Error} */ error) =>
    error instanceof RangeError && pattern.test(error.message);
  await assert.rejects(load({ languages: ['tlh'] }), wrong(words));
  const api = await load({ languages: ['en'] });
  assert.throws(() => api.estimate('otter-Xylophone-9', { languages: ['tlh'] }), wrong(words));
  await assert.rejects(load({ languages: ['de', 'en', 'es', 'fr', 'it'] }), wrong(/at most 4 languages/));
  assert.throws(() => api.estimate('x', { languages: ['nl'] }), wrong(/call load\({ languages: \['nl'\] }\) before/));
  for (const languages of /** @type {any[]} */ ([null, 5, {}]))
    assert.throws(() => api.estimate('x', { languages }), /languages must be an iterable of tags such as 'en'/);
});

test('every language of the package can be loaded, also by require()', async () => {
  const { load } = createRequire(import.meta.url)('passmuster');
  for (const language of ['de', 'en', 'es', 'fr', 'id', 'it', 'nl', 'pl', 'pt'])
    assert.deepEqual((await load({ languages: [language] })).languages, [language]);
});

test('the module of a vocabulary holds the bytes of its file', async () => {
  const require = createRequire(import.meta.url);
  for (const language of ['de', 'en', 'es', 'fr', 'id', 'it', 'nl', 'pl', 'pt']) {
    const { default: embedded } = await import(`passmuster/packs/${language}`);
    const { decode } = require('../../dist/cjs/assets.js');
    assert.ok(Buffer.from(decode(embedded)).equals(readFileSync(require.resolve(`passmuster/packs/${language}.bin`))), language);
  }
});

test('configure() says where a vocabulary is: its address, bytes, a module, a function', async (t) => {
  const file = new URL('../../dist/packs/de.bin', import.meta.url);
  for (const source of [
    `new URL('${file}')`,
    `(await import('node:fs')).readFileSync(new URL('${file}'))`,
    `import('passmuster/packs/de')`,
    `() => fetch('data:application/octet-stream;base64,${readFileSync(file).toString('base64')}')`,
  ]) {
    const { answer, warnings } = await fresh(
      t,
      `async ({ load, configure }) => {
        configure({ packs: { de: ${source} } });
        return (await load({ languages: ['de'] })).languages;
      }`,
    );
    assert.deepEqual([answer, warnings], [['de'], ''], source.slice(0, 60));
  }
});

test('a vocabulary that cannot be had is left out, and one warning says which and where; the next load() tries again', async (t) => {
  const german = readFileSync(new URL('../../dist/packs/de.bin', import.meta.url));
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    if (requests < 3) response.writeHead(404).end();
    else response.end(german);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/static/de.bin`;
  const { answer, warnings } = await fresh(
    t,
    `async ({ load, configure }) => {
      configure({ packs: { de: '${url}' } });
      const languages = [];
      for (let i = 0; i < 3; i += 1) {
        const api = await load({ languages: ['de', 'en'] });
        languages.push([api.languages, api.estimate('Gerechtigkeit', { languages: ['de'] }).languages]);
      }
      return languages;
    }`,
  );
  assert.deepEqual(answer, [
    [['en'], []],
    [['en'], []],
    [['de', 'en'], ['de']],
  ]);
  assert.equal(warnings.split(url).length - 1, 1, warnings);
  assert.match(warnings, /no vocabulary packs\/de\.bin at http.*\(404\)/);
});

test('what is no vocabulary, too large or of another language is told', async (t) => {
  for (const [source, words] of [
    [`new TextEncoder().encode('<!doctype html>')`, /none that this version can read/],
    [`new Uint8Array((1 << 20) + 1)`, /larger than 1 MiB/],
    [`import('passmuster/packs/nl')`, /of the language nl/],
    [`Promise.reject(new Error('no such thing'))`, /no such thing/],
  ]) {
    const { answer, warnings } = await fresh(
      t,
      `async ({ load, configure }) => {
        configure({ packs: { de: () => ${source} } });
        return (await load({ languages: ['de'] })).languages;
      }`,
    );
    assert.deepEqual(answer, []);
    assert.match(warnings, /** @type {RegExp} */ (words));
  }
});

test('a language that the page alone has a vocabulary of is one of its own', async (t) => {
  const { answer } = await fresh(
    t,
    `async ({ load, configure }) => {
      const { readFileSync } = await import('node:fs');
      // The Dutch one under another name: its language stands in it.
      const bytes = readFileSync(new URL('${new URL('../../dist/packs/nl.bin', import.meta.url)}'));
      bytes.set([120, 121], 2);
      configure({ packs: { xy: bytes } });
      const api = await load({ languages: ['xy'] });
      return api.estimate('sinterklaas').languages;
    }`,
  );
  assert.deepEqual(answer, ['xy']);
});

test('the engine zxcvbn has words of its own', async () => {
  const { load } = await import('passmuster');
  const api = await load({ engine: 'zxcvbn', languages: ['de'] });
  assert.deepEqual(api.estimate('Gerechtigkeit').languages, []);
});
