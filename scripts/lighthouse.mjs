/**
 * `npm run lighthouse`: Lighthouse, from npm, over pages of the documentation in Chromium, as it judges phones by default. Fails below
 * 100 for accessibility, best practices and SEO, and below 95 for performance. `-- start guides/theming` looks at these pages alone.
 * `--built` takes the site as it is.
 */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemo } from '../tests/e2e/server.mjs';
import { build } from './build.mjs';
import { buildDemo } from './demo.mjs';
import { buildDocs } from './docs.mjs';
import { Failure, ROOT, fail, setUp } from './setup.mjs';

/** The last that runs in Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const FOLDER = join(ROOT, 'target/lighthouse');
/** A page of each kind: the first one, a form, code, tables, the editor, the reference, scripts at work. */
const PAGES = ['index', 'start', 'frameworks/react', 'breach', 'guides/theming', 'reference/javascript', 'explained'];
/** The least of each. */
const LEAST = /** @type {const} */ ({ performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 });
const FLAGS = '--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu';

const parameters = process.argv.slice(2);
const wanted = parameters.filter((name) => !name.startsWith('--'));
try {
  setUp('chromium');
  if (!parameters.includes('--built')) {
    await build();
    buildDemo();
    await buildDocs();
  }
  mkdirSync(FOLDER, { recursive: true });
  const chromium = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  const demo = await startDemo();
  /** @type {string[]} */
  const below = [];
  try {
    console.log(`| page | ${Object.keys(LEAST).join(' | ')} |\n| --- | ${Object.keys(LEAST).fill('---:').join(' | ')} |`);
    for (const page of wanted.length > 0 ? wanted : PAGES) {
      const report = join(FOLDER, `${page.replaceAll('/', '-')}.json`);
      // Not at once: this process passes the site on.
      const child = spawn(
        'npx',
        [
          '--yes',
          LIGHTHOUSE,
          `${demo.url}docs/${page}.html`,
          '--quiet',
          '--output=json',
          `--output-path=${report}`,
          `--chrome-flags=${FLAGS}`,
          `--only-categories=${Object.keys(LEAST).join()}`,
        ],
        { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: chromium } },
      );
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Failure(`Lighthouse failed on ${page}`);
      const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
      const scores = Object.entries(LEAST).map(([name, least]) => {
        const score = Math.round(categories[name].score * 100);
        if (score < least) {
          const failing = categories[name].auditRefs
            .filter((/** @type {any} */ { id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
            .map((/** @type {any} */ { id }) => id);
          below.push(`${page}: ${name} ${score} (${failing.join(', ')})`);
        }
        return score;
      });
      console.log(`| ${page} | ${scores.join(' | ')} |`);
    }
  } finally {
    await demo.close();
  }
  if (below.length > 0) throw new Failure(`Below what is asked for:\n${below.join('\n')}`);
} catch (error) {
  fail(error);
}
