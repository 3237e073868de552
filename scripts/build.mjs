/**
 * `npm run build`: makes dist/, what npm ships, and target/site/, the demo.
 *
 * ```text
 * src/ ─ cargo ─ wasm-bindgen ─ wasm-opt ─┐
 * www/ ───────────────────────────────────┴─► target/site/ ─ esbuild, tsc ─► dist/
 * ```
 */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, fail, run, setUp } from './setup.mjs';

const SITE = join(ROOT, 'target/site');
const DIST = join(ROOT, 'dist');
const WASM = 'passmuster_wasm';
/** What of www/ is the demo's alone. */
const DEMO_ONLY = /^(switcher\.js|demo\..*|.*\.html|.*\.svg)$/;

/** An engine's wasm and its glue. @param {string[]} features @param {string} folder */
function buildEngine(features, folder) {
  const target = join(ROOT, 'target/engines', features.join() || 'muster');
  run('cargo', [
    'build', '--quiet', '--lib', '--profile', 'wasm', '--target', 'wasm32-unknown-unknown', '--target-dir', target,
    '--no-default-features', '--features', features.join(),
  ]);
  const built = join(target, 'wasm32-unknown-unknown/wasm/passmuster.wasm');
  const bytes = readFileSync(built);
  const key = createHash('sha256').update(bytes).digest('hex');
  const stamp = join(target, 'built-from');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== key || !existsSync(join(folder, `${WASM}_bg.wasm`))) {
    run('wasm-bindgen', ['--target', 'web', '--omit-default-module-path', '--out-name', WASM, '--out-dir', folder, built]);
    const wasm = join(folder, `${WASM}_bg.wasm`);
    run(join(ROOT, 'node_modules/.bin/wasm-opt'), ['-Oz', '--all-features', '--disable-custom-descriptors', '-o', wasm, wasm]);
    rmSync(join(folder, `${WASM}_bg.wasm.d.ts`), { force: true });
    writeFileSync(stamp, key);
  }
}

/** The files of a folder and those below. @param {string} folder @returns {string[]} */
const files = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

export async function build() {
  mkdirSync(SITE, { recursive: true });
  buildEngine([], SITE);
  buildEngine(['zxcvbn'], join(SITE, 'zxcvbn'));
  cpSync(join(ROOT, 'www'), SITE, { recursive: true });
  // The EFF's large list, of which passphrases are made.
  const { default: words } = await import('@zxcvbn-ts/language-common/src/diceware.json', { with: { type: 'json' } });
  writeFileSync(join(SITE, 'wordlist.js'), `export default ${JSON.stringify(words.join(' '))};\n`);

  rmSync(DIST, { recursive: true, force: true });
  run('node_modules/.bin/tsc', []);
  rmSync(join(DIST, 'switcher.d.ts'), { force: true });
  const { build: bundle } = await import('esbuild');
  const shipped = files(SITE).filter((name) => !DEMO_ONLY.test(name));
  await bundle({
    entryPoints: shipped.filter((name) => /\.(js|css)$/.test(name)).map((name) => join(SITE, name)),
    outbase: SITE,
    outdir: DIST,
    bundle: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of shipped.filter((name) => /\.(wasm|d\.ts)$/.test(name))) cpSync(join(SITE, name), join(DIST, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp();
    await build();
  } catch (error) {
    fail(error);
  }
}
