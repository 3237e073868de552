/** `npm start`: builds everything and serves the demo, and below docs/ the documentation, on loopback, at PORT or 8080. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { build, SITE } from './build.mjs';
import { COMMAND, CORPUS, buildDemo, takeForm } from './demo.mjs';
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
  const serve = spawn(COMMAND, ['serve', '--port', '0', '--site', SITE, '--corpus', CORPUS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => serve.kill(signal));
  serve.on('exit', (code) => process.exit(code ?? 0));
  /** @type {string | undefined} */
  let origin;
  for await (const line of createInterface(serve.stdout)) if ((origin = line.match(/http:\/\/[\d.:]+/)?.[0])) break;
  serve.stdout.resume();
  // The command serves files and takes nothing: the form goes by here, and the rest through.
  const front = http.createServer((request, response) => {
    if (takeForm(request, response)) return;
    const { method, headers, url } = request;
    const behind = http.request(`${origin}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    behind.on('error', () => response.destroy());
    request.pipe(behind);
  });
  front.listen(Number(port), '127.0.0.1');
  await once(front, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (front.address());
  console.log(`The demo, and below docs/ the documentation, is served until Ctrl-C, at http://127.0.0.1:${address.port}/`);
} catch (error) {
  fail(error);
}
