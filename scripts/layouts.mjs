/**
 * `npm run layouts`: puts the widget into the stock forms of tests/layouts/layouts.mjs in Chromium, pictures each in
 * target/layouts/pictures/, and writes the boxes of field and widget into docs/layouts.md. `npm run layouts -- govuk
 * plain` takes those whose names hold one of these words, `--quick` those that `npm test` takes, in every browser; neither
 * writes the table. `--built` takes dist/ as it is.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browsers, launchChromium } from '../tests/browsers.mjs';
import { LAYOUTS } from '../tests/layouts/layouts.mjs';
import { build } from './build.mjs';
import { Failure, ROOT, fail, setUp } from './setup.mjs';

const PICTURES = join(ROOT, 'target/layouts/pictures');
/** A window as wide as most forms' own pages, and as high as it takes. */
const WINDOW = { width: 1_024, height: 1_000 };

const parameters = process.argv.slice(2);
const quick = parameters.includes('--quick');
const words = parameters.filter((word) => !word.startsWith('--'));

/** @typedef {{ layout: import('../tests/layouts/layouts.mjs').Layout, error?: string } & Partial<Awaited<ReturnType<typeof import('../tests/layouts/measure.mjs').measure>>>} Result */

/** @param {import('../tests/layouts/measure.mjs').Box | null | undefined} box */
const tell = (box) =>
  box ? [box.x, box.y, box.width, box.height].map((side) => String(Math.round(side * 10) / 10)).join(', ') : '–';

/** @param {Result[]} results */
function write(results) {
  const whole = results.filter(({ error, faults }) => !error && faults?.length === 0).length;
  writeFileSync(
    join(ROOT, 'docs/layouts.md'),
    `# The widget in your layout

\`passmuster/auto\` and \`mount()\` put the widget below the whole row that the field is part of: an input group, a
wrapper with icons, a floating label, a row of a table, a flexbox or a grid. The row is found by what the page looks like,
so that no framework needs a setting, and again when the layout becomes another. The field stays where and as it is.

| you want | write |
| --- | --- |
| it where you put it | \`<pass-muster for="new">\` in your markup: it is not moved |
| it found a place, although it is in your markup | \`placement="auto"\`; not where a framework renders it, for that counts on finding it where it was |
| it at the field and above the page, while that has the focus, as in dense forms | \`placement="popover"\` |
| it below the row in any case | \`placement="below"\`; \`auto\` takes the popover where there is no room |
| it where you put it, although \`mount()\` made it | \`mount(form, { placement: 'none' })\`, then move it |
| your own button that shows the password | nothing, it is found; or \`show-password="off"\` |
| no suggestion, notice of Caps Lock or comparison | \`suggestion="off"\`, \`caps-lock="off"\`, \`confirmation="off"\` |

Its measures hold against what a page's styles say of every \`div\`, \`p\`, \`span\` and \`button\`, or of all that is in a form.
Colours and fonts do not: set them by the custom properties, or by rules for \`.passmuster-button\` and the like.

## Tried in

Stock forms with the real styles of their frameworks and \`passmuster/auto\`, without the widget and with it, after
\`password123\` was typed: \`npm run layouts\`, which also takes a picture of each, writes this table. Boxes are x, y, width
and height in CSS pixels, in Chromium, in a window ${WINDOW.width} pixels wide. ${whole} of ${results.length} are as they should be: the field's box is
unchanged, the widget stands below the whole row and is no narrower, nothing in the row has moved, nothing is covered, no
control is there twice, the verdict is told.

| layout | field without | field with | row with | widget | |
| --- | --- | --- | --- | --- | --- |
${results
  .map(
    ({ layout, before, after, faults, error }) =>
      `| ${layout.name} | ${tell(before?.field)} | ${tell(after?.field)} | ${tell(after?.row)} | ${tell(after?.widget)} | ${error ?? (faults?.length ? `**${faults.join('; ')}**` : 'well')} |`,
  )
  .join('\n')}
`,
  );
}

try {
  setUp(quick ? 'browsers' : 'chromium');
  if (!parameters.includes('--built')) await build();
  // What it needs may have been installed just now.
  const { measure } = await import('../tests/layouts/measure.mjs');
  const { servePages } = await import('../tests/layouts/pages.mjs');
  const layouts = LAYOUTS.filter(
    ({ name, quick: fast }) => (!quick || fast) && (words.length === 0 || words.some((word) => name.includes(word))),
  );
  if (layouts.length === 0)
    throw new Failure(`Nothing is called ${words.join(' or ')}; there are ${LAYOUTS.map(({ name }) => name).join(', ')}.`);
  mkdirSync(PICTURES, { recursive: true });
  const pages = await servePages([...new Set(layouts.map(({ project }) => project))]);
  const failed = [];
  try {
    for (const { name: browser, launch } of quick ? browsers : [{ name: 'Chromium', launch: launchChromium }]) {
      const driver = await launch();
      /** @type {Result[]} */
      const results = [];
      try {
        await driver.manage().window().setRect(WINDOW);
        for (const layout of layouts) {
          const picture = quick ? undefined : join(PICTURES, `${layout.name}.png`);
          const result = await measure(driver, pages.url, layout, picture).catch((error) => ({
            error: String(error.message).split('\n')[0],
            faults: undefined,
          }));
          results.push({ layout, ...result });
          const wrong = 'error' in result ? [result.error] : (result.faults ?? []);
          if (wrong.length > 0) failed.push(`${layout.name} in ${browser}`);
          console.log(
            `${wrong.length === 0 ? '✔' : '✖'} ${layout.name} in ${browser}${wrong.length > 0 ? `: ${wrong.join('; ')}` : ''}`,
          );
        }
      } finally {
        await driver.quit();
      }
      if (!quick && words.length === 0) write(results);
    }
  } finally {
    pages.close();
  }
  if (failed.length > 0) throw new Failure(`${failed.length} not as they should be: ${failed.join(', ')}`);
} catch (error) {
  fail(error);
}
