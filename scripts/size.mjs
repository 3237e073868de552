/**
 * `npm run size`: what a page downloads, file by file: raw, gzip and brotli at their best.
 *
 * The first table is a page with `<pass-muster>` in English: dist/element.js and all that it imports, the wasm (as a
 * string in a script, see scripts/embed.mjs), the style. What is fetched only on demand stands below, and the peers.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { ROOT, fail, setUp } from './setup.mjs';

const DIST = join(ROOT, 'dist');
/** A file of dist/chunks, whose name ends with a hash. @param {string} name */
const chunk = (name) =>
  join(
    DIST,
    'chunks',
    String(
      readdirSync(join(DIST, 'chunks')).find(
        (file) => file.startsWith(`${name}-`) && /^[0-9a-f]{8}\.js$/.test(file.slice(name.length + 1)),
      ),
    ),
  );

/** A module and those that it imports statically. @param {string} file @param {Set<string>} seen */
function modules(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:import|export)[^'"();]*?['"](\.[^'"]+)['"]/g)) {
    modules(join(file, '..', specifier), seen);
  }
  return seen;
}

/** @param {string} title @param {(string | [name: string, bytes: Uint8Array])[]} files @param {{ sums?: boolean }} [options] */
function table(title, files, { sums = true } = {}) {
  const rows = files.map((file) => {
    const [name, bytes] = typeof file === 'string' ? [relative(DIST, file), readFileSync(file)] : file;
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  });
  const sum = [1, 2, 3].map((column) => rows.reduce((total, row) => total + Number(row[column]), 0));
  console.log(`\n${title}\n`);
  for (const [name, ...sizes] of [['bytes', 'raw', 'gzip', 'brotli'], ...rows, ...(sums ? [['sum', ...sum]] : [])]) {
    console.log(`${String(name).padEnd(34)}${sizes.map((size) => size.toLocaleString('en').padStart(12)).join('')}`);
  }
}

/** What a page downloads that imports a peer, in one file. @param {string} imports @returns {Promise<Uint8Array>} */
async function bundled(imports) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: imports, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0].contents;
}

try {
  setUp();
  await build();
  table('A page with <pass-muster>', [...modules(join(DIST, 'element.js')), chunk('muster'), join(DIST, 'passmuster.css')]);
  const packs = readdirSync(join(DIST, 'packs'))
    .filter((name) => name.endsWith('.bin'))
    .map((name) => name.replace('.bin', ''));
  table('At idle after it: where they are, and the vocabulary of English', [chunk('packs'), chunk('pack-en')]);
  table(
    'One for each language that the page names, at most 40 kB',
    packs.map((name) => chunk(`pack-${name}`)),
    { sums: false },
  );
  table('The same in one classic script', [join(DIST, 'passmuster.global.js'), join(DIST, 'passmuster.css')]);
  table('load() alone, without a DOM', [...modules(join(DIST, 'passmuster.js')), chunk('muster')]);
  table('Beside the element: the wrapper for a framework, one of', [join(DIST, 'react.js'), join(DIST, 'vue.js')], {
    sums: false,
  });
  table('The wasm as a file', [join(DIST, 'muster.wasm')], { sums: false });
  table('On demand: the engine zxcvbn', [chunk('zxcvbn-glue'), chunk('zxcvbn')]);
  table('On demand: a generated password, or a variation of what was typed', [
    chunk('generate'),
    chunk('generator-glue'),
    chunk('generator'),
    chunk('words'),
  ]);
  table('On servers: the plain wasm, with the vocabularies of all languages', [join(DIST, 'core/passmuster.wasm')], {
    sums: false,
  });
  table(
    'The peers, bundled and minified',
    [
      ['zxcvbn 4.4.2', await bundled(`export { default } from 'zxcvbn'`)],
      [
        'zxcvbn-ts 4.2 (common, en)',
        await bundled(
          ['core', 'language-common', 'language-en']
            .map((name, index) => `export * as part${index} from '@zxcvbn-ts/${name}'`)
            .join(';'),
        ),
      ],
    ],
    { sums: false },
  );
  const languages = readdirSync(join(ROOT, 'www/locales'))
    .filter((name) => !/^(en|index)\.js$/.test(name))
    .map((name) => name.replace('.js', ''));
  table('On demand: the language of the page, one of', languages.map(chunk), { sums: false });
} catch (error) {
  fail(error);
}
