/** Installs what the layouts need, builds those that are built, and serves them with and without the widget. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { environment } from '../../scripts/python.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Installed projects are kept here, for the next time. */
const WORK = join(ROOT, 'target/layouts');

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
});

/** @param {string} project */
function install(project) {
  const folder = join(WORK, project);
  const key = createHash('sha256')
    .update(readFileSync(join(HERE, project, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules/.passmuster-key');
  mkdirSync(folder, { recursive: true });
  cpSync(join(HERE, project), folder, { recursive: true, filter: (source) => !source.endsWith('node_modules') });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return folder;
  // Not `npm ci`: it takes the parts of sass-embedded for other platforms, which the lockfile leaves out, for missing.
  execFileSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  writeFileSync(stamp, key);
  return folder;
}

/** @param {string} title @param {string} body @param {string} [style] */
const html = (title, body, style) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${style ? `<link rel="stylesheet" href="/built/${style}">\n` : ''}${body}
`;

const MATERIAL_WEB = `<form style="display: flex; flex-direction: column; gap: 1rem; max-inline-size: 30rem; padding: 1rem">
  <md-outlined-text-field label="Email" type="email" autocomplete="email"></md-outlined-text-field>
  <md-outlined-text-field label="Password" type="password" autocomplete="new-password"></md-outlined-text-field>
  <md-filled-button>Save</md-filled-button>
</form>
<script type="module" src="/built/material-web.js"></script>`;

/** What each framework needs around what it renders. @type {Record<string, [body: string, style?: string]>} */
const BUILT = {
  mui: ['<div id="root"></div>\n<script type="module" src="/built/mui.js"></script>'],
  'mui-standard': ['<div id="root"></div>\n<script type="module" src="/built/mui-standard.js"></script>'],
  antd: ['<div id="root" style="padding: 2rem"></div>\n<script type="module" src="/built/antd.js"></script>'],
  vuetify: ['<div id="root"></div>\n<script type="module" src="/built/vuetify.js"></script>', 'vuetify.css'],
  angular: ['<app-form></app-form>\n<script type="module" src="/built/angular.js"></script>', 'angular.css'],
  'material-web': [MATERIAL_WEB],
};

/** The style sheets that Tailwind's own guides begin with, by its version. @type {Record<number, string>} */
const TAILWIND = {
  3: '@tailwind base;\n@tailwind components;\n@tailwind utilities;\n',
  4: '@import "tailwindcss" source(none);\n@plugin "@tailwindcss/forms";\n@source "./tailwind*.html";\n',
};

async function buildPages() {
  const folder = install('built');
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  await build({
    absWorkingDir: folder,
    entryPoints: readdirSync(join(HERE, 'built')).filter((name) => /(?<!config)\.(js|jsx)$/.test(name)),
    bundle: true,
    outdir: out,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    loader: { '.eot': 'dataurl', '.ttf': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  cpSync(join(folder, 'node_modules/@angular/material/prebuilt-themes/azure-blue.css'), join(out, 'angular.css'));
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = { cwd: folder, stdio: 'ignore' };
  for (const [version, style] of Object.entries(TAILWIND)) writeFileSync(join(folder, `tailwind${version}.css`), style);
  execFileSync(
    'node',
    ['node_modules/tailwindcss3/lib/cli.js', '-c', 'tailwind3.config.cjs', '-i', 'tailwind3.css', '-o', 'out/tailwind3.css'],
    options,
  );
  execFileSync(
    'node',
    ['node_modules/@tailwindcss/cli/dist/index.mjs', '-i', 'tailwind4.css', '-o', 'out/tailwind4.css'],
    options,
  );
  for (const [name, [body, style]] of Object.entries(BUILT)) writeFileSync(join(out, `${name}.html`), html(name, body, style));
  for (const version of [3, 4]) {
    for (const page of ['tailwind', 'tailwind-icon']) {
      const name = page.replace('tailwind', `tailwind${version}`);
      const body = readFileSync(join(folder, `${page}.html`), 'utf8');
      writeFileSync(join(out, `${name}.html`), html(name, body, `tailwind${version}.css`));
    }
  }
}

/** Django's own pages, as Django renders them. */
function renderDjango() {
  const python = environment('layouts', join(HERE, 'django/requirements.txt'));
  const out = join(WORK, 'django');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  execFileSync(python, [join(HERE, 'django/render.py'), out], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Where what a page asks for is. @type {[prefix: string, folder: string][]} */
const PLACES = [
  ['/passmuster/', join(ROOT, 'dist')],
  ['/styles/', join(WORK, 'styles/node_modules')],
  ['/built/', join(WORK, 'built/out')],
  ['/django/', join(WORK, 'django')],
  ['/static/', join(WORK, 'django/static')],
  ['/', join(HERE, 'pages')],
];

/** Before the page's own styles: that the widget's hold must not depend on their order. */
const WIDGET =
  '<link rel="stylesheet" href="/passmuster/passmuster.css"><script type="module" src="/passmuster/auto.js"></script>';

/** @param {import('./layouts.mjs').Layout['project'][]} projects */
export async function servePages(projects) {
  if (projects.includes('styles')) install('styles');
  if (projects.includes('built')) await buildPages();
  if (projects.includes('django')) renderDjango();
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [prefix, folder] = PLACES.find(([prefix]) => pathname.startsWith(prefix)) ?? ['/', WORK];
    const file = join(folder, normalize(`/${pathname.slice(prefix.length)}`));
    try {
      let body = readFileSync(file);
      if (searchParams.has('widget')) body = Buffer.from(body.toString().replace(/<title>/, `${WIDGET}$&`));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
