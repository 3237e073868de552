/**
 * What passmuster is tried in. Each project has its versions in its own package.json, and is installed with the packed
 * tarball.
 *
 * @typedef {object} Cell
 * @property {string} name
 * @property {string} project A folder beside this file.
 * @property {boolean} [quick] Whether `npm test` has time for it.
 * @property {string[][]} [build] Commands of the project, one after the other.
 * @property {string} [site] What is served then, from the project's folder: a folder with index.html.
 * @property {string} [page] A page of a script alone is made in that folder: the script's file, and its `type`.
 * @property {string} [type]
 * @property {string[]} [serve] A command that serves by itself instead, on the port `$PORT`.
 * @property {string} [server] An address to which a password is posted, and which answers `score 0`.
 * @property {string[]} [run] Instead of a page: a command that prints `score 0`, or fails.
 * @property {string} [lines] The import of the README that it takes.
 */

/** @param {string} alias @param {string} name @param {boolean} [quick] @returns {Cell[]} */
const vite = (alias, name, quick) => [
  {
    name: `${name}, build`,
    project: 'bundlers',
    quick,
    build: [['node', `node_modules/${alias}/bin/vite.js`, 'build', '--outDir', `out/${alias}`, '--logLevel', 'warn']],
    site: `out/${alias}`,
  },
  {
    name: `${name}, dev`,
    project: 'bundlers',
    serve: [
      'node',
      `node_modules/${alias}/bin/vite.js`,
      '--host',
      '127.0.0.1',
      '--port',
      '$PORT',
      '--strictPort',
      '--logLevel',
      'warn',
    ],
  },
];

/** A page of a framework, built by Vite as its own template does. @param {string} name @param {string} folder @param {boolean} [quick] @returns {Cell} */
const framework = (name, folder, quick) => ({
  name,
  project: 'vite',
  quick,
  build: [['vite', 'build', folder, '--outDir', `../out/${folder}`, '--emptyOutDir', '--logLevel', 'warn']],
  site: `out/${folder}`,
});

/** @type {Cell[]} */
export const CELLS = [
  ...vite('vite6', 'Vite 6'),
  ...vite('vite7', 'Vite 7'),
  ...vite('vite8', 'Vite 8', true),
  {
    name: 'webpack 5',
    project: 'bundlers',
    quick: true,
    build: [['webpack', '--output-path', 'out/webpack']],
    site: 'out/webpack',
    page: 'main.js',
  },
  {
    name: 'Rspack 2',
    project: 'bundlers',
    build: [['rspack', 'build', '--output-path', 'out/rspack']],
    site: 'out/rspack',
    page: 'main.js',
  },
  {
    name: 'esbuild, ESM',
    project: 'bundlers',
    quick: true,
    build: [['esbuild', 'main.js', '--bundle', '--splitting', '--format=esm', '--outdir=out/esbuild', '--log-level=warning']],
    site: 'out/esbuild',
    page: 'main.js',
    type: 'module',
  },
  {
    name: 'esbuild, IIFE',
    project: 'bundlers',
    build: [['esbuild', 'main.js', '--bundle', '--minify', '--outdir=out/esbuild-iife', '--log-level=warning']],
    site: 'out/esbuild-iife',
    page: 'main.js',
  },
  {
    name: 'Rollup 4',
    project: 'bundlers',
    build: [['rollup', 'no-style.js', '-p', 'node-resolve', '-d', 'out/rollup', '--silent']],
    site: 'out/rollup',
    page: 'no-style.js',
    type: 'module',
  },
  {
    name: 'Rollup 4, IIFE',
    project: 'bundlers',
    build: [
      ['rollup', 'inline.js', '-p', 'node-resolve', '-f', 'iife', '--inlineDynamicImports', '-d', 'out/rollup-iife', '--silent'],
    ],
    site: 'out/rollup-iife',
    page: 'inline.js',
    lines: 'passmuster/element/inline',
  },
  {
    name: 'Parcel 2',
    project: 'bundlers',
    build: [['parcel', 'build', 'index.html', '--dist-dir', 'out/parcel', '--no-source-maps', '--log-level', 'warn']],
    site: 'out/parcel',
  },
  {
    name: 'Bun, bundler',
    project: 'bundlers',
    build: [['bun', 'build', './main.js', '--outdir', 'out/bun']],
    site: 'out/bun',
    page: 'main.js',
    type: 'module',
  },

  {
    name: 'Next 16, Turbopack',
    project: 'next',
    quick: true,
    build: [['next', 'build']],
    serve: ['next', 'start', '--port', '$PORT'],
    server: 'score',
  },
  {
    name: 'Next 16, webpack',
    project: 'next',
    build: [['next', 'build', '--webpack']],
    serve: ['next', 'start', '--port', '$PORT'],
    server: 'score',
  },
  {
    name: 'SvelteKit 2',
    project: 'kit',
    build: [
      ['svelte-kit', 'sync'],
      ['vite', 'build', '--logLevel', 'warn'],
    ],
    site: 'out',
  },
  { name: 'Astro 7', project: 'astro', build: [['astro', 'build', '--silent']], site: 'out' },
  framework('Vue 3', 'vue', true),
  framework('React 19', 'react', true),
  { name: 'React 18', project: 'react18', build: [['vite', 'build', '--outDir', 'out', '--logLevel', 'warn']], site: 'out' },
  framework('Preact 10', 'preact'),
  framework('Svelte 5', 'svelte'),
  framework('Solid 1', 'solid'),
  {
    name: 'A classic script',
    project: 'runtimes',
    build: [
      [
        'node',
        '-e',
        "const fs = require('node:fs'); fs.cpSync('node_modules/passmuster/dist/passmuster.global.js', 'out/plain/passmuster.global.js')",
      ],
    ],
    site: 'out/plain',
    page: 'passmuster.global.js',
  },
  {
    name: 'A module script',
    project: 'runtimes',
    build: [
      [
        'node',
        '-e',
        "const fs = require('node:fs'); fs.cpSync('node_modules/passmuster/dist', 'out/module', { recursive: true })",
      ],
    ],
    site: 'out/module',
    page: 'auto.js',
    type: 'module',
  },
  { name: 'Node 20, import', project: 'runtimes', run: [process.execPath, 'score.mjs'] },
  { name: 'Node 20, require', project: 'runtimes', run: [process.execPath, 'score.cjs'] },
  { name: 'Node 22, import', project: 'runtimes', run: ['node_modules/node22/bin/node', 'score.mjs'] },
  { name: 'Node 24, import', project: 'runtimes', run: ['node_modules/node24/bin/node', 'score.mjs'] },
  { name: 'Node 24, require', project: 'runtimes', run: ['node_modules/node24/bin/node', 'score.cjs'] },
  { name: 'Bun', project: 'runtimes', run: ['bun', 'run', 'score.mjs'] },
  { name: 'Deno', project: 'runtimes', run: ['deno', 'run', '--allow-read', '--allow-env', 'score.mjs'] },
  { name: 'workerd', project: 'runtimes', quick: true, run: ['node', 'workerd.mjs'] },
  { name: 'Jest, jsdom', project: 'runtimes', quick: true, run: ['jest', '--env=jsdom'] },
  { name: 'Jest, happy-dom', project: 'runtimes', run: ['jest', '--env=@happy-dom/jest-environment'] },
  {
    name: 'Vitest, jsdom',
    project: 'runtimes',
    run: ['vitest', 'run', '--environment', 'jsdom', '--dir', 'tests', '--disable-console-intercept'],
  },
  {
    name: 'Vitest, happy-dom',
    project: 'runtimes',
    run: ['vitest', 'run', '--environment', 'happy-dom', '--dir', 'tests', '--disable-console-intercept'],
  },
  { name: 'Angular 22', project: 'angular', build: [['ng', 'build']], site: 'out/browser' },
  {
    name: 'Nuxt 4',
    project: 'nuxt',
    build: [['nuxt', 'build', '--logLevel=silent']],
    serve: ['node', '.output/server/index.mjs'],
  },
];
