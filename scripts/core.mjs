/** The plain wasm for hosts without a page, dist/core/: crates/core, which imports nothing. */

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './setup.mjs';

/** What every wasm host of the last years can do: that of WebAssembly 2.0 without vectors. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'call-indirect-overlong',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((name) => `--enable-${name}`);

/**
 * The same options as the page's wasm has: no words and places of panics, which tell where it was built.
 *
 * @param {string} folder Where it is put.
 */
export function buildCore(folder) {
  const target = join(ROOT, 'target/engines/core');
  if (!existsSync(target)) console.log('Building the plain wasm and its standard library; later it takes seconds.');
  run(
    'cargo',
    [
      'build',
      '--quiet',
      '--package',
      'passmuster-core',
      '--lib',
      '--profile',
      'wasm',
      '--target',
      'wasm32-unknown-unknown',
      '--target-dir',
      target,
      '-Zbuild-std=std,panic_abort',
      '-Zbuild-std-features=optimize_for_size',
    ],
    {
      env: {
        ...process.env,
        RUSTC_BOOTSTRAP: '1',
        CARGO_ENCODED_RUSTFLAGS: [
          '-Zunstable-options',
          '-Cpanic=immediate-abort',
          '-Zlocation-detail=none',
          '-Zfmt-debug=none',
        ].join('\x1f'),
      },
    },
  );
  mkdirSync(folder, { recursive: true });
  const wasm = join(folder, 'passmuster.wasm');
  run(join(ROOT, 'node_modules/.bin/wasm-opt'), [
    '-O2',
    '--strip-producers',
    '--strip-target-features',
    ...FEATURES,
    '-o',
    wasm,
    join(target, 'wasm32-unknown-unknown/wasm/passmuster_core.wasm'),
  ]);
  copyFileSync(join(ROOT, 'crates/core/README.md'), join(folder, 'README.md'));
}

/**
 * `passmuster/server`, which no page fetches: a file of its own beside load() for each kind of module.
 *
 * @param {string} shim The sources.
 * @param {string} dist
 */
export async function bundleServer(shim, dist) {
  const { build } = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    entryPoints: [join(shim, 'server.js')],
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  await build({ ...common, outdir: join(dist, 'node'), format: 'esm' });
  await build({
    ...common,
    outdir: join(dist, 'cjs'),
    format: 'cjs',
    banner: { js: "var passmusterFile='file://'+__filename;" },
    define: { 'import.meta.url': 'passmusterFile' },
  });
}
