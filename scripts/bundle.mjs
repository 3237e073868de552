/**
 * The scripts of dist/ from those of target/shim/:
 *
 * ```text
 * *.js, inline/             ES modules, for bundlers and browsers
 * chunks/                   what they share, and what they fetch when it is wanted; a hash of all sources in each name, so
 *                           that a script which a browser has kept never meets a wasm or a module of another version
 * locales/                  the catalogues by their languages, for configure()
 * packs/                    the vocabularies by their languages, as files and as modules, for configure()
 * node/                     ES modules for Node, Bun and Deno, which read the wasm from the disk
 * workerd/                  ES modules for where compiling wasm at run time is forbidden
 * cjs/                      for require(): Node, Jest
 * passmuster.global.js      everything in a classic script
 * *.wasm                    the wasm as files, for whoever serves or compiles them himself
 * ```
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** esbuild's, which the set-up installs after this module was loaded. @type {typeof import('esbuild').build} */
const build = async (options) => (await import('esbuild')).build(options);

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const COMMON = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  // The manifest's `sideEffects` is about dist/.
  ignoreAnnotations: true,
  // The frameworks of the wrappers are the page's.
  external: ['react', 'vue'],
};
const MAPPED = { ...COMMON, sourcemap: /** @type {const} */ ('linked') };

/** What is fetched when it is wanted, besides the catalogues: files of target/shim/, and their names in chunks/. @type {Record<string, string>} */
const FETCHED = {
  'wasm/muster.js': 'muster',
  'wasm/zxcvbn.js': 'zxcvbn',
  'wasm/generator.js': 'generator',
  'wordlist.js': 'words',
  'zxcvbn/passmuster_wasm.js': 'zxcvbn-glue',
  'generator/passmuster_wasm.js': 'generator-glue',
};

/** Modules of target/shim/ that share what is loaded with those that fetch them, and are wanted by few pages. */
const LATE = ['describe', 'generate'];

/** zxcvbn-compat for `require()`, which answers with the function. */
const COMPAT_TYPES = `import compat, * as types from './zxcvbn-compat.module.js';
/** Estimates a password, with the result of zxcvbn 4.4.2. */
declare function zxcvbn(...parameters: Parameters<typeof compat>): types.ZXCVBNResult;
declare namespace zxcvbn {
  export type ZXCVBNResult = types.ZXCVBNResult;
  export type ZXCVBNSequence = types.ZXCVBNSequence;
  export type ZXCVBNAttackTime = types.ZXCVBNAttackTime;
  /** Takes another engine for all calls that follow. */
  export const useEngine: typeof types.useEngine;
  export { zxcvbn as default };
}
export = zxcvbn;
`;

/**
 * Imports some modules from elsewhere.
 * @param {string} shim
 * @param {(name: string) => string | undefined} place Where a file of target/shim/ is to be found; undefined to take it in.
 * @returns {import('esbuild').Plugin}
 */
const apart = (shim, place) => ({
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const found = kind === 'entry-point' ? undefined : place(relative(shim, join(resolveDir, path)));
      return found ? { path: found, external: true } : undefined;
    }),
});

/** Takes one module for another. @param {string} from @param {string} to @returns {import('esbuild').Plugin} */
const instead = (from, to) => ({
  name: 'instead',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: new RegExp(`/${from.replaceAll('.', '\\.')}$`) }, ({ path, importer, kind, resolveDir }) =>
      resolve(path.replace(from, to), { importer, kind, resolveDir }),
    ),
});

/** @param {string} shim The sources. @param {string} dist */
export async function bundle(shim, dist) {
  const locales = readdirSync(join(shim, 'locales'))
    .filter((name) => name.endsWith('.js') && !/^(index|en)\.js$/.test(name))
    .map((name) => `locales/${name}`);
  const packs = readdirSync(join(shim, 'packs')).filter((name) => name.endsWith('.js'));
  const fetched = {
    ...FETCHED,
    ...Object.fromEntries(packs.map((name) => [`packs/${name}`, `pack-${basename(name, '.js')}`])),
    ...Object.fromEntries(locales.map((name) => [name, basename(name, '.js')])),
  };
  const paths = (/** @type {string[]} */ names) => names.map((name) => join(shim, name));
  /** Entry points and what became of them. @param {import('esbuild').Metafile} metafile @returns {[source: string, output: string, exports: string[]][]} */
  const outputs = (metafile) =>
    Object.entries(metafile.outputs).flatMap(([output, { entryPoint, exports }]) =>
      entryPoint ? [[relative(shim, join(process.cwd(), entryPoint)), relative(dist, join(process.cwd(), output)), exports]] : [],
    );

  // TypeScript is to take these for ES modules, and esbuild for what a bundler made, whose default exports are told by a mark.
  writeFileSync(join(shim, 'package.json'), '{}');
  const sources = readdirSync(shim, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(shim, name)).isFile())
    .sort();
  const digest = createHash('sha256');
  for (const name of sources) digest.update(name).update(readFileSync(join(shim, name)));
  const hash = digest.digest('hex').slice(0, 8);
  // One for all: their names stand in the scripts, and repeats cost next to nothing there.
  const chunks = { outdir: dist, entryNames: `chunks/[name]-${hash}`, format: /** @type {const} */ ('esm') };
  const leaves = await build({
    ...COMMON,
    ...chunks,
    entryPoints: Object.entries(fetched).map(([name, out]) => ({ in: join(shim, name), out })),
  });
  /** Where each file is that has one of its own, from dist/. @type {Record<string, string>} */
  const files = Object.fromEntries(outputs(leaves.metafile));
  const from = (/** @type {string} */ up) => (/** @type {string} */ name) => files[name] && `${up}${files[name]}`;

  // A file of its own beside those that it names, so that they are two imports away from every page.
  const index = await build({
    ...COMMON,
    ...chunks,
    entryPoints: [{ in: join(shim, 'packs.js'), out: 'packs' }],
    plugins: [apart(shim, from('../'))],
  });
  for (const [name, output] of outputs(index.metafile)) files[name] = output;

  await entries('.', [], '');
  await entries('node', [instead('own.js', 'own.node.js')], '../');

  /**
   * The entries that are ES modules.
   * @param {string} folder Of dist/.
   * @param {import('esbuild').Plugin[]} plugins
   * @param {string} up From there to dist/.
   */
  async function entries(folder, plugins, up) {
    const outdir = join(dist, folder);
    const place = { ...files };
    const from = (/** @type {string} */ up) => (/** @type {string} */ name) => place[name] && `${up}${place[name]}`;
    /** @param {string[]} names @param {string} up */
    const make = (names, up) =>
      build({
        ...MAPPED,
        outdir,
        outbase: shim,
        format: 'esm',
        entryPoints: paths(names),
        plugins: [...plugins, apart(shim, from(up))],
      });

    const late = LATE.map((name) => [name, folder === '.' ? name : `${name}-${folder}`]);
    for (const [name, out] of late) place[`${name}.js`] = `chunks/${out}-${hash}.js`;

    // What all of them share: load(), and where files are.
    const core = await build({
      ...MAPPED,
      ...chunks,
      entryPoints: [{ in: join(shim, 'core.js'), out: folder === '.' ? 'passmuster' : folder }],
      plugins: [...plugins, apart(shim, from('../'))],
    });
    const [[, output]] = outputs(core.metafile);
    for (const input of Object.keys(core.metafile.inputs)) place[relative(shim, join(process.cwd(), input))] = output;
    place['own.js'] = output;
    const exported = await build({
      ...COMMON,
      ...chunks,
      write: false,
      entryPoints: paths(['passmuster.js']),
      plugins: [...plugins, apart(shim, (name) => files[name])],
    });
    mkdirSync(outdir, { recursive: true });
    // By hand: esbuild would name every export of the shared chunk.
    writeFileSync(join(outdir, 'passmuster.js'), `export{${outputs(exported.metafile)[0][2].join()}}from"./${up}${output}";\n`);

    await build({
      ...MAPPED,
      ...chunks,
      entryPoints: late.map(([name, out]) => ({ in: join(shim, `${name}.js`), out })),
      plugins: [...plugins, apart(shim, from('../'))],
    });
    // The element's class and the forms around it.
    const element = await build({
      ...MAPPED,
      ...chunks,
      entryPoints: [{ in: join(shim, 'element/shared.js'), out: folder === '.' ? 'element' : `element-${folder}` }],
      plugins: [...plugins, apart(shim, from('../'))],
    });
    const [[, shared]] = outputs(element.metafile);
    for (const name of ['element/element.js', 'element/form.js']) place[name] = shared;
    await make(['element/class.js'], `../${up}`);
    await make(['element.js', 'zxcvbn.js'], `./${up}`);
    place['element.js'] = `${folder}/element.js`;
    await make(['auto.js', 'react.js', 'vue.js'], `./${up}`);
    place['auto.js'] = `${folder}/auto.js`;
    if (folder !== '.') return;
    await make(['zxcvbn-compat.js'], './');
    place['passmuster.js'] = 'passmuster.js';
    place['inline/embedded.js'] = 'inline/embedded.js';
    await build({ ...COMMON, outdir, entryPoints: paths(['passmuster.css']) });
    await make(['inline/embedded.js', 'inline/passmuster.js', 'inline/element.js', 'inline/auto.js'], '../');
  }

  for (const name of [...locales, ...packs.map((name) => `packs/${name}`)])
    await build({
      ...COMMON,
      stdin: { contents: `export{default}from"../${files[name]}"` },
      outfile: join(dist, name),
      format: 'esm',
      external: ['../*'],
    });
  cpSync(join(shim, 'locales/en.js'), join(dist, 'locales/en.js'));

  const lazy = (/** @type {string} */ up) => apart(shim, from(up));
  // What reads what the page configured is taken in.
  files['describe.js'] = `chunks/describe-${hash}.js`;
  // Where the script is, as if it were among the chunks.
  const banner = { js: "var passmusterScript=new URL('chunks/',globalThis.document?.currentScript?.src||location.href).href;" };
  const define = { 'import.meta.url': 'passmusterScript' };
  const classic = apart(shim, (name) => (name !== 'wasm/muster.js' ? from('./')(name) : undefined));
  await build({
    ...MAPPED,
    entryPoints: paths(['global.js']),
    outfile: join(dist, 'passmuster.global.js'),
    format: 'iife',
    globalName: 'passmuster',
    banner,
    define,
    plugins: [classic],
  });
  await build({
    ...MAPPED,
    entryPoints: paths(['zxcvbn-compat.global.js']),
    outdir: dist,
    format: 'iife',
    banner,
    define,
    plugins: [classic],
  });

  await build({
    ...MAPPED,
    entryPoints: paths(['passmuster.js']),
    outdir: join(dist, 'workerd'),
    format: 'esm',
    plugins: [
      instead('own.js', 'own.workerd.js'),
      apart(shim, (name) => (name.endsWith('.wasm') ? `../${name}` : undefined)),
      lazy('../'),
    ],
  });

  // A file for each, for there are no chunks here: what two of them share has to be the same object.
  const rooms = [
    'passmuster.js',
    'element.js',
    'element/class.js',
    'element/element.js',
    'element/form.js',
    'auto.js',
    'assets.js',
    'zxcvbn.js',
    'zxcvbn-compat.js',
    ...LATE.map((name) => `${name}.js`),
    'passmuster_wasm.js',
    'vocabularies.js',
    'packs.js',
    ...Object.keys(fetched),
  ];
  // Side by side, so that each finds the others wherever it was taken in.
  const flat = (/** @type {string} */ name) => name.replace(/^element\//, 'element-');
  const cjs = join(dist, 'cjs');
  await build({
    ...COMMON,
    entryPoints: rooms.map((name) => ({ in: join(shim, name), out: flat(name).replace(/\.js$/, '') })),
    outdir: cjs,
    format: 'cjs',
    platform: 'neutral',
    // So that import() becomes require(), which Jest can follow.
    supported: { 'dynamic-import': false },
    inject: [join(shim, 'text-coding.js')],
    banner: { js: "var passmusterFile=typeof __filename=='string'?'file://'+__filename:'';" },
    define: { 'import.meta.url': 'passmusterFile' },
    plugins: [instead('own.js', 'own.node.js'), apart(shim, (name) => (rooms.includes(name) ? `./${flat(name)}` : undefined))],
  });
  // Without a banner: "use client" has to come first.
  await build({
    ...COMMON,
    entryPoints: paths(['react.js', 'vue.js']),
    outdir: cjs,
    format: 'cjs',
    platform: 'neutral',
    plugins: [apart(shim, (name) => (rooms.includes(name) ? `./${flat(name)}` : undefined))],
  });
  // What `require()` answers with is the function itself, as zxcvbn's does.
  const compat = readFileSync(join(cjs, 'zxcvbn-compat.js'), 'utf8');
  writeFileSync(join(cjs, 'zxcvbn-compat.js'), `${compat}module.exports=Object.assign(module.exports.default,module.exports);\n`);
  writeFileSync(join(cjs, 'package.json'), '{ "type": "commonjs" }\n');
  // The same types again: TypeScript takes those below a CommonJS manifest for CommonJS.
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.d.ts') && !name.startsWith('cjs/')) cpSync(join(dist, name), join(cjs, name), { recursive: true });
  }
  renameSync(join(cjs, 'zxcvbn-compat.d.ts'), join(cjs, 'zxcvbn-compat.module.d.ts'));
  writeFileSync(join(cjs, 'zxcvbn-compat.d.ts'), COMPAT_TYPES);

  rmSync(join(shim, 'package.json'));
  for (const name of readdirSync(shim).filter((name) => name.endsWith('.wasm'))) cpSync(join(shim, name), join(dist, name));
  for (const name of readdirSync(join(shim, 'packs')).filter((name) => name.endsWith('.bin')))
    cpSync(join(shim, 'packs', name), join(dist, 'packs', name));
}
