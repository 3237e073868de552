/** `npm start`: builds everything and serves the demo, and below docs/ the documentation, on loopback, at PORT or 8080. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { build, SITE } from './build.mjs';
import { COMMAND, CORPUS, buildDemo } from './demo.mjs';
import { buildDocs } from './docs.mjs';
import { Failure, fail, setUp } from './setup.mjs';

/** The port to serve at. Better now than after minutes of building, it is told to be wrong or taken. */
async function freePort() {
  const port = process.env.PORT ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Failure(`PORT must be a number from 0 to 65535, not "${port}".`);
  const server = createServer().listen(Number(port), '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === 'EADDRINUSE' ? 'in use' : `not to be had (${code})`;
    throw new Failure(`Port ${port} is ${why}; choose another, as in: PORT=8081 npm start`);
  }
  server.close();
  return port;
}

try {
  const port = await freePort();
  setUp();
  console.log('Building the package, the command and the corpus; the first time takes some minutes.');
  await build();
  buildDemo();
  await buildDocs();
  console.log('The demo, and below docs/ the documentation, is served until Ctrl-C, at');
  const serve = spawn(COMMAND, ['serve', '--port', port, '--site', SITE, '--corpus', CORPUS], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => serve.kill(signal));
  serve.on('exit', (code) => process.exit(code ?? 0));
} catch (error) {
  fail(error);
}
