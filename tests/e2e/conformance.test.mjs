/** The conformance files, in the page's wasm as each browser compiles it. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { conformanceLines, inUtf16, isSame } from '../conformance.mjs';
import { driver, openPackage, page, suite } from './suite.mjs';

const lines = conformanceLines().filter(({ file }) => file !== 'generate.jsonl');

suite('the conformance files', () => {
  before(openPackage);

  test('have the expected estimates, with the vocabularies that they name', async () => {
    await page(`
      for (const languages of [['en', 'de', 'es', 'fr'], ['id', 'it', 'nl', 'pl'], ['pt']]) await window.passmuster.load({ languages });
      window.muster = await window.passmuster.load();`);
    const answers = await driver.executeScript(
      `return JSON.stringify(JSON.parse(arguments[0]).map(({ password, context, currentPassword, year, languages = ['en'] }) =>
        window.muster.estimate(password, { context, currentPassword, year, languages })));`,
      JSON.stringify(lines.map(({ request }) => request)),
    );
    const estimates = JSON.parse(String(answers));
    assert.equal(estimates.length, lines.length);
    for (const [index, { place, request, expected }] of lines.entries()) {
      const { languages, ...estimate } = estimates[index];
      const { score, guessesLog10, warning, suggestions } = expected;
      const right = { score, guessesLog10, warning, suggestions, sequence: inUtf16(request.password, expected.sequence) };
      assert.ok(isSame(estimate, right), `${place}:\n${JSON.stringify(estimate)}\n${JSON.stringify(right)}`);
      assert.equal(languages.length, (request.languages ?? ['en']).length, place);
    }
  });
});
