/** `npm start`: builds everything and serves the demo on loopback, at PORT or 8080. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { COMMAND, CORPUS, buildDemo } from './demo.mjs';
import { Failure, ROOT, fail, setUp } from './setup.mjs';

try {
  const port = process.env.PORT ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Failure(`PORT must be a number from 0 to 65535, not "${port}".`);
  setUp();
  console.log('Building the package, the command and the corpus; the first time takes some minutes.');
  await build();
  buildDemo();
  const serve = spawn(COMMAND, ['serve', '--port', port, '--site', join(ROOT, 'target/site'), '--corpus', CORPUS], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => serve.kill(signal));
  serve.on('exit', (code) => process.exit(code ?? 0));
} catch (error) {
  fail(error);
}
