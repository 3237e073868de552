// The wasm is not where the developer says, is no wasm, is refused by a server, is no wasm either: each is told.
import { load } from 'passmuster';

const sources = [
  new URL('nowhere.wasm', import.meta.url),
  'data:application/wasm,nothing',
  new Response('', { status: 404 }),
  new Uint8Array([1, 2, 3]),
];
for (const wasm of sources) await load({ wasm }).catch((error) => console.log(error.message));
// What is right after all is taken.
const { estimate } = await load({
  wasm: () => import('node:fs/promises').then(({ readFile }) => readFile(new URL(import.meta.resolve('passmuster/muster.wasm')))),
});
if (!estimate) throw new Error('The wasm that was handed over is not taken');
