/**
 * `npm run docs`: makes the documentation site of docs/ in target/docs/, and puts it beside the demo, in target/site/docs/.
 *
 * VitePress renders the pages (docs/.vitepress/config.mjs), esbuild bundles what they run (docs/.vitepress/client/).
 */

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, build } from './build.mjs';
import { buildDemo } from './demo.mjs';
import { buildReference } from './reference.mjs';
import { ROOT, fail, setUp } from './setup.mjs';

export const DOCS = join(ROOT, 'target/docs');
const CLIENT = join(ROOT, 'docs/.vitepress/client');
/** What VitePress writes for itself. */
const REST = ['hashmap.json', 'package.json', 'vp-icons.css', 'assets'];

/** The site. dist/ and the command are built already. */
export async function buildDocs() {
  // Loaded once they are installed.
  const [{ build: bundle }, { default: MiniSearch }, { build: render }] = await Promise.all([
    import('esbuild'),
    import('minisearch'),
    import('vitepress'),
  ]);
  rmSync(DOCS, { recursive: true, force: true });
  await buildReference();
  await render(join(ROOT, 'docs'));
  for (const name of REST) rmSync(join(DOCS, name), { recursive: true, force: true });
  const options = /** @type {const} */ ({ bundle: true, minify: true, outdir: DOCS, logLevel: 'warning', target: 'es2022' });
  await bundle({
    ...options,
    entryPoints: [join(CLIENT, 'site.js')],
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[hash]',
    plugins: [demoScripts],
  });
  await bundle({ ...options, entryPoints: [join(CLIENT, 'theme.js')], format: 'iife' });
  await bundle({ ...options, entryPoints: [join(CLIENT, 'site.css')], external: ['/docs/*'] });
  const style = join(DOCS, 'site.css');
  const code = join(DOCS, 'code.css');
  writeFileSync(style, readFileSync(style, 'utf8') + readFileSync(code, 'utf8'));
  rmSync(code);
  cpSync(join(ROOT, 'demo/icon.svg'), join(DOCS, 'icon.svg'));
  writeFileSync(join(DOCS, 'search.json'), JSON.stringify(searchIndex(MiniSearch)));
  const place = join(SITE, 'docs');
  rmSync(place, { recursive: true, force: true });
  cpSync(DOCS, place, { recursive: true });
}

/** The demo's scripts are run for what they do, and find the built package beside them. @type {import('esbuild').Plugin} */
const demoScripts = {
  name: 'demo-scripts',
  setup({ onResolve }) {
    onResolve({ filter: /\/demo\/\w+\.js$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), sideEffects: true }));
    onResolve({ filter: /^\.\.\/passmuster\.js$/ }, () => ({ path: join(ROOT, 'dist/passmuster.js') }));
  },
};

/** @param {string} html */
const plain = (html) =>
  html
    .replace(/<(button|style|script)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();

/** The index that client/search.js looks through: each heading with the text below it. @param {typeof import('minisearch').default} MiniSearch */
function searchIndex(MiniSearch) {
  const index = new MiniSearch({ fields: ['title', 'page', 'text'], storeFields: ['title', 'page', 'text'] });
  for (const file of pages()) {
    const html = readFileSync(join(DOCS, file), 'utf8');
    const text = html.match(/<div class="prose">([\s\S]*?)<\/main>/)?.[1]?.replace(/<nav class="turn"[\s\S]*/, '') ?? '';
    let page = '';
    for (const [, level, slug, heading, below] of text.matchAll(
      /<h([123]) id="([^"]+)"[^>]*>(.*?)<a class="header-anchor".*?<\/a><\/h\1>([\s\S]*?)(?=<h[123] id=|$)/g,
    )) {
      const title = plain(heading);
      if (level === '1') page = title;
      const hash = level === '1' ? '' : `#${slug}`;
      index.add({ id: `/docs/${file}${hash}`, title, page, text: plain(below) });
    }
  }
  return index;
}

/** The pages of the site, by their path in it; copies of files are none. */
export const pages = () =>
  readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.startsWith('files/') && name !== '404.html')
    .sort();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp();
    if (!process.argv.includes('--built')) {
      await build();
      buildDemo();
    }
    await buildDocs();
    console.log(`${pages().length} pages, in ${DOCS}`);
  } catch (error) {
    fail(error);
  }
}
