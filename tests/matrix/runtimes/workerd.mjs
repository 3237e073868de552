// The worker as wrangler would bundle it: with the conditions of workerd, and every .wasm as a module of its own.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

/** @type {{ type: string, path: string, contents: Uint8Array | string }[]} */
const modules = [];
const { outputFiles } = await build({
  entryPoints: ['worker.mjs'],
  bundle: true,
  format: 'esm',
  write: false,
  conditions: ['workerd', 'worker', 'browser'],
  plugins: [
    {
      name: 'wasm',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\.wasm$/ }, async ({ path, resolveDir }) => {
          const name = basename(path);
          modules.push({ type: 'CompiledWasm', path: name, contents: readFileSync(new URL(path, `file://${resolveDir}/`)) });
          return { path: `./${name}`, external: true };
        }),
    },
  ],
});
const miniflare = new Miniflare({
  compatibilityDate: '2026-01-01',
  modules: [{ type: 'ESModule', path: 'worker.mjs', contents: outputFiles[0].text }, ...modules],
});
console.log(await (await miniflare.dispatchFetch('http://localhost/')).text());
await miniflare.dispose();
