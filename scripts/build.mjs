/**
 * `npm run build`: makes dist/, what npm ships, and target/site/, the demo.
 *
 * ```text
 * crates/ ─ cargo ─ wasm-bindgen ─ wasm-opt ─┐
 * www/ ──────────────────────────────────────┴─► target/shim/ ─ tsc, scripts/bundle.mjs ─► dist/ ─┐
 * demo/ ───────────────────────────────────────────────────────────────────────────────────────────┴─► target/site/
 * ```
 */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { buildCore, bundleServer } from './core.mjs';
import { embed } from './embed.mjs';
import { describeElement } from './manifest.mjs';
import { ROOT, fail, run, setUp } from './setup.mjs';

const WWW = join(ROOT, 'www');
const DEMO = join(ROOT, 'demo');
const PACKS = join(ROOT, 'src/estimate/packs');
const SHIM = join(ROOT, 'target/shim');
const DIST = join(ROOT, 'dist');
export const SITE = join(ROOT, 'target/site');

/** The stem of the wasm and its glue. */
const WASM = 'passmuster_wasm';
/** What of wasm every browser since 2022 can do, and rustc makes use of. */
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
 * What compresses better, if it is longer raw: a function is written out once, even where one place alone calls it;
 * data keeps its zeros, rather than be cut up where they are; loads and stores name no alignment, which is a hint alone.
 */
const OPTIMISE = [
  '-Oz',
  '--converge',
  '--one-caller-inline-max-function-size=30',
  '--skip-pass=memory-packing',
  '--dealign',
  '--low-memory-unused',
  '--strip-producers',
  '--strip-target-features',
  ...FEATURES,
];

/**
 * The standard library is built with the crate and without the texts and places of panics, which nobody would
 * read, and which tell where this was built: 6.4 of 51.5 kB of brotli. That needs options which Rust does not call
 * stable yet, and so the compiler that rust-toolchain.toml pins is told to take them; a nightly saves no more.
 */
const SMALL_STD = ['-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size'];
const NO_WORDS = ['-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none'];

/** The files of a folder and those below, by their paths in it. @param {string} folder */
const files = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

/**
 * Builds the wasm of a crate and its glue, again only where something changed.
 *
 * @param {string} name Of what it is: an engine or the generator.
 * @param {string} crate In crates/.
 * @param {string[]} [features] Of the crate.
 * @returns {string} Their folder.
 */
function buildWasm(name, crate, features = []) {
  // A folder each, or each build would undo the other's.
  const target = join(ROOT, 'target/engines', name);
  if (!existsSync(target)) console.log(`Building the wasm of ${name} and its standard library; later it takes seconds.`);
  run(
    'cargo',
    [
      'rustc',
      '--quiet',
      '--package',
      `passmuster-${crate}`,
      '--lib',
      '--crate-type',
      'cdylib',
      '--profile',
      'wasm',
      '--target',
      'wasm32-unknown-unknown',
      '--target-dir',
      target,
      '--features',
      features.join(),
      ...SMALL_STD,
    ],
    {
      env: {
        ...process.env,
        RUSTC_BOOTSTRAP: '1',
        CARGO_ENCODED_RUSTFLAGS: NO_WORDS.join('\x1f'),
      },
    },
  );
  const built = join(target, `wasm32-unknown-unknown/wasm/passmuster_${crate}.wasm`);
  const key = createHash('sha256')
    .update(readFileSync(built))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  const folder = join(target, 'package');
  const stamp = join(target, 'package-key');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return folder;
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  run('wasm-bindgen', ['--target', 'bundler', '--encode-into', 'always', '--out-name', WASM, '--out-dir', folder, built]);
  const wasm = join(folder, `${WASM}_bg.wasm`);
  const optimiser = join(ROOT, 'node_modules/.bin/wasm-opt');
  run(optimiser, [...OPTIMISE, '-o', wasm, wasm]);
  const names = run(optimiser, ['--minify-imports-and-exports-and-modules', ...FEATURES, '-o', wasm, wasm], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const inner = join(folder, `${WASM}_bg.js`);
  writeFileSync(join(folder, `${WASM}.js`), shortenGlue(readFileSync(inner, 'utf8'), JSON.parse(names)));
  const types = join(folder, `${WASM}.d.ts`);
  writeFileSync(types, readFileSync(types, 'utf8') + LOADER_TYPES);
  for (const rest of [inner, `${wasm}.d.ts`]) rmSync(rest);
  writeFileSync(stamp, key);
  return folder;
}

/**
 * Timers as they are when the script loads: a submit that is held waits for one, whatever the page does to its own later.
 * Its `fetch` is the page's choice.
 */
const NATIVES = 'const { AbortController, setTimeout, setInterval, clearTimeout, queueMicrotask } = globalThis;\n';

/**
 * What the wasm calls may be the page's own, and throw. An exception that went through the wasm would leave what was
 * borrowed borrowed, and a password in memory. So it ends here, and nothing is answered: what is a text, a number or an
 * object of the page is taken as any value by the wasm and looked at there.
 */
const GUARD = 'const guard = (call) => (...given) => { try { return call(...given) } catch {} };\n';
/** What throws on the wasm's own behalf. */
const THROWS = /^__wbg?_*(wbindgen_)?throw/;

/** The default export of the glue. @param {string | undefined} start The export of the wasm that is called first. @param {string | undefined} memory */
const loader = (start, memory) => `
let memory;
const given = { a: imports };
const started = (instance) => {
  if (!memory) {
    wasm = instance.exports;
    wasm.${start}();
    memory = wasm.${memory};
  }
  return { memory };
};
export default async function (module) { return memory ? { memory } : started(await WebAssembly.instantiate(module, given)); }
export function runNow(compile) { return memory ? { memory } : started(new WebAssembly.Instance(compile(), given)); }
`;
const LOADER_TYPES = `
/** Runs the wasm, once. Answers with its memory, also later and without the module. */
export default function run(module?: WebAssembly.Module): Promise<{ memory: WebAssembly.Memory }>;
/** The same at once, which Chromium before 115 refuses to pages. */
export function runNow(compile: () => WebAssembly.Module): { memory: WebAssembly.Memory };
`;

/**
 * The glue of wasm-bindgen with the names that wasm-opt made short, what the wasm imports in one object, and a
 * loader of our own.
 *
 * The same without regular expressions was measured: esbuild's `mangleProps` with wasm-opt's names, and the imports by a
 * module of their own. It is 236 bytes of brotli more (2,307 rather than 2,071), since each import keeps a name.
 *
 * @param {string} glue
 * @param {{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }} names
 *   As `--minify-imports-and-exports-and-modules` prints them; of the modules there is one, `a`.
 */
function shortenGlue(glue, { imports, exports }) {
  const short = new Map(imports.map(([, name, short]) => [name, short]));
  const shortExport = new Map(exports);
  /** @type {string[]} */
  const given = [];
  const rest = glue
    .replaceAll(/\bwasm\.(\w+)/g, (whole, name) => (shortExport.has(name) ? `wasm.${shortExport.get(name)}` : whole))
    .replaceAll(/^export function (__wb\w+)(\([\s\S]*?^}(?:, arguments\); })?)\n/gm, (_, name, code) => {
      if (short.has(name))
        given.push(`${short.get(name)}: ${THROWS.test(name) ? `function ${code}` : `guard(function ${code})`},\n`);
      return '';
    });
  return `${NATIVES}${GUARD}${rest}\nconst imports = {\n${given.join('')}};\n${loader(shortExport.get('__wbindgen_start'), shortExport.get('memory'))}`;
}

/** What scripts/embed.mjs makes, for TypeScript. */
const EMBEDDED_TYPES = 'declare const embedded: [swaps: string, text: string];\nexport default embedded;\n';

/** Everything that JavaScript sees, in one folder: modules find each other there as in dist/. */
async function assembleShim() {
  const engines = {
    '.': buildWasm('muster', 'browser'),
    zxcvbn: buildWasm('zxcvbn', 'browser', ['zxcvbn']),
    generator: buildWasm('generator', 'generator'),
  };
  rmSync(SHIM, { recursive: true, force: true });
  cpSync(WWW, SHIM, { recursive: true });
  mkdirSync(join(SHIM, 'wasm'));
  for (const [folder, built] of Object.entries(engines)) {
    cpSync(built, join(SHIM, folder), { recursive: true, filter: (source) => !source.endsWith('.wasm') });
    const name = folder === '.' ? 'muster' : folder;
    const wasm = readFileSync(join(built, `${WASM}_bg.wasm`));
    writeFileSync(join(SHIM, `${name}.wasm`), wasm);
    writeFileSync(join(SHIM, `wasm/${name}.js`), `export default ${JSON.stringify(embed(wasm))};\n`);
    writeFileSync(join(SHIM, `wasm/${name}.d.ts`), EMBEDDED_TYPES);
    writeFileSync(join(SHIM, `${name}.d.wasm.ts`), 'declare const wasm: WebAssembly.Module;\nexport default wasm;\n');
  }
  // The vocabularies of languages, as they are and as scripts.
  cpSync(PACKS, join(SHIM, 'packs'), { recursive: true });
  for (const file of readdirSync(PACKS)) {
    const name = join(SHIM, 'packs', file.replace('.bin', ''));
    writeFileSync(`${name}.js`, `export default ${JSON.stringify(embed(readFileSync(join(PACKS, file))))};\n`);
    writeFileSync(`${name}.d.ts`, EMBEDDED_TYPES);
  }
  // The EFF's large list, of which passphrases are made.
  const { default: words } = await import('@zxcvbn-ts/language-common/src/diceware.json', { with: { type: 'json' } });
  writeFileSync(join(SHIM, 'wordlist.js'), `const words = ${JSON.stringify(words.join(' '))};\nexport default words;\n`);
  writeFileSync(join(SHIM, 'wordlist.d.ts'), 'declare const words: string;\nexport default words;\n');
}

/** What TypeScript is to know of every page; JavaScript cannot say it. */
const PAGE_TYPES = `
declare global {
  interface HTMLElementTagNameMap {
    'pass-muster': PassMusterElement;
  }
  interface GlobalEventHandlersEventMap {
    'passmuster-verdict': CustomEvent<Verdict>;
  }
}
`;

/** The glue's types, without `Symbol.dispose`, which the libraries of most TypeScript projects do not know yet. @param {string} name */
const glueTypes = (name) => readFileSync(join(SHIM, name), 'utf8').replaceAll(/^ *\[Symbol\.dispose\]\(\): void;\n/gm, '');

/** Puts a folder in the place of another, which tests or a server may be reading. @param {string} made @param {string} place */
function replace(made, place) {
  rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}

export async function build() {
  await assembleShim();

  const dist = join(ROOT, 'target/dist');
  rmSync(dist, { recursive: true, force: true });
  run(join(ROOT, 'node_modules/.bin/tsc'), []);
  writeFileSync(join(dist, 'element.d.ts'), readFileSync(join(dist, 'element.d.ts'), 'utf8') + PAGE_TYPES);
  for (const name of files(SHIM).filter((name) => name.endsWith('.d.ts'))) {
    mkdirSync(join(dist, name, '..'), { recursive: true });
    writeFileSync(join(dist, name), glueTypes(name));
  }
  // For `import 'passmuster/style.css'` in TypeScript, and for the wasm, of which bundlers make what they please.
  writeFileSync(join(dist, 'style.d.ts'), 'export {};\n');
  writeFileSync(
    join(dist, 'wasm.d.ts'),
    '/** A WebAssembly.Module, a URL or an address, as the bundler has it. */\ndeclare const wasm: any;\nexport default wasm;\n',
  );
  await bundle(SHIM, dist);
  await bundleServer(SHIM, dist);
  await describeElement(SHIM, dist);
  buildCore(join(dist, 'core'));
  replace(dist, DIST);

  const site = join(ROOT, 'target/new-site');
  rmSync(site, { recursive: true, force: true });
  cpSync(DIST, site, { recursive: true, filter: (source) => !/\/(cjs|core|node|workerd)$|\.d\.ts$/.test(source) });
  // The pages at its root, and what they are made of below.
  for (const name of files(DEMO)) cpSync(join(DEMO, name), join(site, /\.(html|svg)$/.test(name) ? name : `demo/${name}`));
  replace(site, SITE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp();
    await build();
  } catch (error) {
    fail(error);
  }
}
